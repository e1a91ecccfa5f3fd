#include "cli/help.h"

#include <string.h>

static const char SENTENCE[] = "candor says what is true: it reads a folder of your "
			       "company's own files and your\n"
			       "competitors' pages, and prints the few hard truths they "
			       "carry, with their evidence.\n";

static const struct example_row FIRST[] = {
	{ "candor brief", "what is broken, what works, and what nobody can know yet" },
	{ "candor swap home.md",
		"which sentences would be as true with a competitor's name" },
	{ "candor status", "what was read, and what each missing file would unlock" },
	{ 0 },
};

static void examples(const struct example_row *rows, struct buf *out)
{
	size_t width = 0;
	for (const struct example_row *e = rows; e->line; e++)
		width = strlen(e->line) > width ? strlen(e->line) : width;
	for (const struct example_row *e = rows; e->line; e++)
		buf_fmt(out, "  %-*s  %s\n", (int)width, e->line, e->text);
}

void help_overview(struct buf *out)
{
	buf_add(out, str_of(SENTENCE));
	buf_add(out, S("\n"));
	examples(FIRST, out);
	buf_add(out, S("\ncommands\n"));
	for (const struct command *const *c = commands; *c; c++)
		buf_fmt(out, "  %-10s %s\n", (*c)->name, (*c)->answers);
	buf_add(out, S("\n`candor COMMAND --help` tells more of each. Nothing leaves "
		       "this machine.\n"));
}

static void option_line(const struct option_row *row, struct buf *out)
{
	char left[64];
	struct buf line = { .max = sizeof left };
	if (row->letter)
		buf_fmt(&line, "-%c, ", row->letter);
	buf_fmt(&line, "--%s", row->name);
	if (row->argument)
		buf_fmt(&line, " %s", row->argument);
	buf_fmt(out, "  %-22.*s  %s", ARG_STR(buf_str(&line)), row->text);
	if (row->values)
		buf_fmt(out, " (%s)", row->values);
	buf_byte(out, '\n');
	buf_done(&line);
}

// Words of a paragraph, broken at `columns`; line breaks in the text stay paragraphs.
static void paragraph(struct str text, size_t columns, struct buf *out)
{
	struct str line;
	while (str_line(&text, &line)) {
		size_t used = 0;
		for (struct str word; str_split(&line, ' ', &word);) {
			size_t width = utf8_columns(word);
			if (used && used + 1 + width > columns) {
				buf_byte(out, '\n');
				used = 0;
			}
			if (used)
				buf_byte(out, ' '), used++;
			buf_add(out, word);
			used += width;
		}
		buf_byte(out, '\n');
	}
}

void help_command(const struct command *command, size_t columns, struct buf *out)
{
	buf_fmt(out, "candor %s: %s\n\n", command->name, command->answers);
	if (command->examples) {
		examples(command->examples, out);
		buf_byte(out, '\n');
	}
	buf_fmt(out, "usage: candor %s %s[options]\n\n", command->name, command->usage);
	if (command->about) {
		paragraph(str_of(command->about), columns, out);
		buf_byte(out, '\n');
	}
	if (command->reads) {
		paragraph(str_of(command->reads), columns, out);
		buf_byte(out, '\n');
	}
	if (command->options && command->options->name) {
		buf_add(out, S("options\n"));
		for (const struct option_row *row = command->options; row->name; row++)
			option_line(row, out);
		buf_byte(out, '\n');
	}
	buf_add(out, S("common options\n"));
	for (const struct option_row *row = common_options; row->name; row++) {
		option_line(row, out);
		if (!strcmp(row->name, "format"))
			buf_fmt(out, "  %-22s  here: %s\n", "",
				command->formats ? command->formats : "text");
	}
}

static void reference_options(const struct option_row *row, struct buf *out)
{
	if (!row || !row->name)
		return;
	buf_add(out, S("\n| option | meaning |\n|---|---|\n"));
	for (; row->name; row++) {
		buf_add(out, S("| `"));
		if (row->letter)
			buf_fmt(out, "-%c, ", row->letter);
		buf_fmt(out, "--%s%s%s` | %s", row->name, row->argument ? " " : "",
			row->argument ? row->argument : "", row->text);
		for (const char *v = row->values; v && *v; v++)
			if (v == row->values)
				buf_add(out, S(": "));
		struct str rest = str_of(row->values), one;
		for (bool first = true; str_split(&rest, '|', &one); first = false)
			buf_fmt(out, "%s`%.*s`", first ? "" : ", ", ARG_STR(one));
		buf_add(out, S(" |\n"));
	}
}

void help_reference(struct buf *out)
{
	buf_add(out, S("# Reference: every command and option\n\n"
		       "Printed by `candor help --reference`; a test keeps it equal to "
		       "the program.\n"));
	for (const struct command *const *c = commands; *c; c++) {
		buf_fmt(out, "\n## candor %s\n\n%s\n\n", (*c)->name, (*c)->answers);
		buf_fmt(out, "    candor %s %s[options]\n\n%s\n", (*c)->name, (*c)->usage,
			(*c)->about ? (*c)->about : "");
		if ((*c)->reads)
			buf_fmt(out, "\n%s\n", (*c)->reads);
		reference_options((*c)->options, out);
		if ((*c)->formats) {
			buf_add(out, S("\nFormats: "));
			struct str rest = str_of((*c)->formats), one;
			for (bool first = true; str_split(&rest, '|', &one);
				first = false)
				buf_fmt(out, "%s`%.*s`", first ? "" : ", ", ARG_STR(one));
			buf_add(out, S(".\n"));
		}
		for (const struct example_row *e = (*c)->examples; e && e->line; e++)
			buf_fmt(out, "%s    %s    # %s\n",
				e == (*c)->examples ? "\n" : "", e->line, e->text);
	}
	buf_add(out, S("\n## Common options\n"));
	reference_options(common_options, out);
	buf_add(out, S("\nExit status: 0 fine; 1 something at or above `--fail-on`; 2 "
		       "usage, configuration or a "
		       "workspace that made the answer impossible; 130 interrupted.\n"));
}

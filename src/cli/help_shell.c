// The man page and the completions, printed from the same tables as the help.
#include <string.h>

#include "cli/help.h"

// roff takes a dot or an apostrophe at the start of a line and backslashes anywhere for
// commands.
static void roff(struct str text, struct buf *out)
{
	for (size_t i = 0; i < text.len; i++) {
		if ((i == 0 || text.at[i - 1] == '\n') &&
			(text.at[i] == '.' || text.at[i] == '\''))
			buf_add(out, S("\\&"));
		if (text.at[i] == '\\')
			buf_add(out, S("\\e"));
		else if (text.at[i] == '-')
			buf_add(out, S("\\-"));
		else
			buf_byte(out, text.at[i]);
	}
}

static void man_options(const struct option_row *row, struct buf *out)
{
	for (; row && row->name; row++) {
		buf_add(out, S(".TP\n"));
		if (row->letter)
			buf_fmt(out, "\\fB\\-%c\\fR, ", row->letter);
		buf_add(out, S("\\fB\\-\\-"));
		roff(str_of(row->name), out);
		buf_add(out, S("\\fR"));
		if (row->argument)
			buf_fmt(out, " \\fI%s\\fR", row->argument);
		buf_byte(out, '\n');
		roff(str_of(row->text), out);
		buf_byte(out, '\n');
	}
}

void help_man(struct buf *out)
{
	buf_fmt(out, ".TH CANDOR 1 \"\" \"candor %s\" \"User Commands\"\n",
		CANDOR_VERSION);
	buf_add(out, S(".SH NAME\ncandor \\- says what is true about your positioning, "
		       "with evidence\n"
		       ".SH SYNOPSIS\n.B candor\n\\fICOMMAND\\fR [\\fIoptions\\fR]\n.SH "
		       "DESCRIPTION\n"
		       "Reads a folder of your company's own files and your competitors' "
		       "pages and prints the\n"
		       "few hard truths they carry, each with the line of evidence "
		       "behind it.\n"));
	for (const struct command *const *c = commands; *c; c++) {
		buf_fmt(out, ".SH \"candor %s %s\"\n", (*c)->name, (*c)->usage);
		roff(str_of((*c)->answers), out);
		buf_add(out, S("\n.PP\n"));
		roff(str_of((*c)->about), out);
		buf_byte(out, '\n');
		man_options((*c)->options, out);
	}
	buf_add(out, S(".SH \"COMMON OPTIONS\"\n"));
	man_options(common_options, out);
	buf_add(out, S(".SH \"EXIT STATUS\"\n0 fine; 1 something at or above "
		       "\\-\\-fail\\-on; 2 usage, "
		       "configuration or workspace; 130 interrupted.\n"));
}

static void words_of(const struct command *command, struct buf *out)
{
	const struct option_row *const tables[] = { command->options, common_options };
	for (size_t t = 0; t < COUNT(tables); t++)
		for (const struct option_row *row = tables[t]; row && row->name; row++)
			buf_fmt(out, " --%s", row->name);
}

static void bash(struct buf *out)
{
	buf_add(out, S("_candor() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} words=\n"
		       "\tif [ \"$COMP_CWORD\" -eq 1 ]; then words='"));
	for (const struct command *const *c = commands; *c; c++)
		buf_fmt(out, "%s ", (*c)->name);
	buf_add(out, S("'\n\telse case ${COMP_WORDS[1]} in\n"));
	for (const struct command *const *c = commands; *c; c++) {
		buf_fmt(out, "\t%s) words='", (*c)->name);
		words_of(*c, out);
		buf_add(out, S("' ;;\n"));
	}
	buf_add(out,
		S("\tesac; fi\n\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n}\n"
		  "complete -o default -F _candor candor\n"));
}

static void zsh(struct buf *out)
{
	buf_add(out, S("#compdef candor\n_candor() {\n\tif (( CURRENT == 2 )); "
		       "then\n\t\tlocal -a c=(\n"));
	for (const struct command *const *c = commands; *c; c++)
		buf_fmt(out, "\t\t\t%s\n", (*c)->name);
	buf_add(out, S("\t\t)\n\t\t_describe command c\n\telse case $words[2] in\n"));
	for (const struct command *const *c = commands; *c; c++) {
		buf_fmt(out, "\t%s) compadd -- ", (*c)->name);
		words_of(*c, out);
		buf_add(out, S(" ;;\n"));
	}
	buf_add(out, S("\tesac; _files; fi\n}\n_candor \"$@\"\n"));
}

static void fish(struct buf *out)
{
	for (const struct command *const *c = commands; *c; c++) {
		buf_fmt(out,
			"complete -c candor -n __fish_use_subcommand -a %s -d \"%s\"\n",
			(*c)->name, (*c)->answers);
		for (const struct option_row *row = (*c)->options; row && row->name;
			row++)
			buf_fmt(out,
				"complete -c candor -n '__fish_seen_subcommand_from %s' "
				"-l %s -d \"%s\"\n",
				(*c)->name, row->name, row->text);
	}
	for (const struct option_row *row = common_options; row->name; row++)
		buf_fmt(out, "complete -c candor -l %s -d \"%s\"\n", row->name,
			row->text);
}

bool help_completion(const char *shell, struct buf *out, struct error *err)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *out);
	} SHELLS[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };
	for (size_t i = 0; i < COUNT(SHELLS); i++)
		if (!strcmp(shell, SHELLS[i].name)) {
			SHELLS[i].write(out);
			return true;
		}
	return error_set(err, ERROR_USAGE,
		"--completion knows bash, zsh and fish, not '%s'", shell);
}

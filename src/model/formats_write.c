// The files of a workspace as documentation and as help.
#include <string.h>

#include "model/deals_field.h"
#include "model/exports.h"
#include "model/formats.h"
#include "model/record_cell.h"

// A cell of a Markdown table: a bar would end it.
static void add_cell(struct buf *out, const char *text)
{
	for (struct str s = str_of(text); s.len; s = str_from(s, 1)) {
		if (s.at[0] == '|')
			buf_byte(out, '\\');
		buf_byte(out, s.at[0]);
	}
}

// "opportunity_id;deal" as "opportunity_id, deal".
static void add_aliases(struct buf *out, const char *aliases)
{
	struct str rest = str_of(aliases), one;
	for (size_t i = 0; str_split(&rest, ';', &one); i++)
		buf_fmt(out, "%s%" PRI_STR, i ? ", " : "", ARG_STR(one));
}

static void write_columns(const struct record_kind *kind, struct buf *out)
{
	buf_add(out, S("| column | what it holds | also called |\n|---|---|---|\n"));
	for (const struct record_field *f = kind->fields; f->name; f++) {
		const char *mark = f->required ? "**" : "";
		buf_fmt(out, "| %s%s%s | ", mark, f->name, mark);
		add_cell(out, f->doc);
		if (f->type != CELL_TEXT && f->type != CELL_WORD &&
			f->type != CELL_STATUS)
			buf_fmt(out, " (%s)", record_cell_type_words(f->type));
		buf_add(out, S(" | "));
		add_aliases(out, f->aliases);
		buf_add(out, S(" |\n"));
	}
	buf_byte(out, '\n');
}

static const char *language_of(const char *path)
{
	struct str suffix = path_suffix(str_of(path));
	if (str_eq(suffix, S(".yaml")) || str_eq(suffix, S(".yml")))
		return "yaml";
	if (str_eq(suffix, S(".md")))
		return "markdown";
	if (str_eq(suffix, S(".csv")))
		return "csv";
	return str_eq(suffix, S(".html")) ? "html" : "text";
}

static void write_file(const struct workspace_file *file, struct buf *out)
{
	struct workspace_file f = workspace_file_whole(file);
	buf_fmt(out, "\n### `%s`\n\n%c%s. Unlocks %s.\n\n", f.path,
		f.gives[0] >= 'a' && f.gives[0] <= 'z' ? f.gives[0] - 'a' + 'A'
						       : f.gives[0],
		f.gives + 1, f.unlocks);
	if (f.kind)
		write_columns(record_find(str_of(f.kind)), out);
	else if (!strcmp(f.path, "deals.csv"))
		deals_columns_write(out);
	buf_fmt(out, "```%s\n%s```\n", language_of(f.path), f.example);
}

// Names of one column as a cell: the first one, the others behind it.
static void write_names(const char *const *columns, struct buf *out)
{
	for (size_t i = 0; i < EXPORT_COLUMNS_MAX && columns[i]; i++) {
		struct str names = str_of(columns[i]), one;
		(void)str_split(&names, ';', &one);
		buf_fmt(out, "%s`%" PRI_STR "`", i ? ", " : "", ARG_STR(one));
	}
}

static void write_exports(struct buf *out)
{
	buf_add(out,
		S("\n## Exports of other programs\n\n"
		  "Tables that say who turned to whom, recognised by their columns "
		  "wherever they lie.  The web of functions reads them when it is asked "
		  "for, row by row; subjects, descriptions and bodies are never read.  "
		  "Columns that are not of public samples (Gmail, the message trace with "
		  "a row a recipient, native Jira) are from the vendors' documentation "
		  "and "
		  "general knowledge.\n\n"
		  "| kind | what is read | recognised by | also read |\n"
		  "|---|---|---|---|\n"));
	for (const struct export_kind *k = export_kinds; k->name; k++) {
		if (!k->gives[0])
			continue;
		buf_fmt(out, "| %s | ", k->name);
		add_cell(out, k->gives);
		buf_add(out, S(" | "));
		write_names(k->needs, out);
		buf_add(out, S(" | "));
		write_names(k->also, out);
		buf_add(out, S(" |\n"));
	}
}

void formats_write(struct buf *out)
{
	buf_add(out,
		S("## The files of a workspace\n\n"
		  "Everything is optional; each file unlocks findings.  The names are a "
		  "convention: tables are recognised by their columns, documents by what "
		  "stands in them, so that a folder of exports works as it is.  A column "
		  "in "
		  "**bold** must be there, and a row without it is left out and counted. "
		  " "
		  "Headers are compared without case, spaces, `_` and `-`, and without "
		  "what "
		  "exports put around them (`__c`, `property_`, `hs_`, `Deal - `, "
		  "`Opportunity: `).  Names of columns that follow Productboard, Jira, "
		  "Aha, "
		  "Pendo, Amplitude and G2 are from general knowledge and may miss a "
		  "column "
		  "of yours: candor.yaml's `sources` names it.\n\n"
		  "| file | what it is | unlocks |\n|---|---|---|\n"));
	for (const struct workspace_file *file = workspace_files; file->path; file++) {
		struct workspace_file f = workspace_file_whole(file);
		buf_fmt(out, "| `%s` | ", f.path);
		add_cell(out, f.gives);
		buf_fmt(out, " | %s |\n", f.unlocks);
	}
	for (const struct workspace_file *file = workspace_files; file->path; file++)
		write_file(file, out);
	write_exports(out);
}

static void help_list(struct buf *out)
{
	for (const struct workspace_file *file = workspace_files; file->path; file++) {
		struct workspace_file f = workspace_file_whole(file);
		buf_fmt(out, "%-38s %s\n", f.path, f.unlocks);
	}
}

static void help_columns(const struct record_kind *kind, struct buf *out)
{
	for (const struct record_field *f = kind->fields; f->name; f++)
		buf_fmt(out, "  %-16s %s%s\n", f->name, f->doc,
			f->required ? "; must be there" : "");
	buf_byte(out, '\n');
}

bool formats_help(struct str name, struct buf *out)
{
	if (!name.len) {
		help_list(out);
		return true;
	}
	const struct workspace_file *found = workspace_file_find(name);
	if (!found)
		return false;
	struct workspace_file f = workspace_file_whole(found);
	buf_fmt(out, "%s\n  %s; unlocks %s\n\n", f.path, f.gives, f.unlocks);
	if (f.kind)
		help_columns(record_find(str_of(f.kind)), out);
	struct str rest = str_of(f.example), line;
	while (str_line(&rest, &line))
		buf_fmt(out, line.len ? "  %" PRI_STR "\n" : "%" PRI_STR "\n",
			ARG_STR(line));
	return true;
}

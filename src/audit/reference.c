#include "audit/audit.h"

static void write_needs(struct buf *out, const struct audit *audit)
{
	buf_add(out, S("| needs | file | columns |\n|---|---|---|\n"));
	for (size_t f = 0; f < FACT_COUNT; f++) {
		const struct fact_kind *kind = &fact_kinds[f];
		if (audit->needs & NEEDS(f))
			buf_fmt(out, "| %s | `%s` | %s |\n", kind->title,
				kind->unlock.file, kind->unlock.columns);
	}
}

static void write_list(struct buf *out, const char *label, struct str list)
{
	struct str one;
	buf_fmt(out, "%s: ", label);
	for (bool first = true; str_split(&list, ';', &one); first = false)
		buf_fmt(out, "%s%" PRI_STR, first ? "" : ", ", ARG_STR(one));
	buf_add(out, S(".\n"));
}

static void write_audit(struct buf *out, const struct audit *audit)
{
	buf_fmt(out, "\n## %s %s\n\n**%s** %s\n\n", audit->number, audit->id,
		audit->title, audit->why);
	buf_fmt(out, "Severity: %s unless its evidence says less or more. ",
		severity_name(audit->severity));
	write_list(out, "To bring to", str_of(audit->bring_to));
	buf_fmt(out, "Minimum evidence: %s.\n", audit->minimum);
	buf_add(out, S("Demands:"));
	for (const int *d = audit->demands; *d; d++)
		buf_fmt(out, " S%d", *d);
	buf_fmt(out, ". %s\n\n",
		audit->run ? "Judged in this version."
			   : "**Not judged in this version yet**; always silent.");
	write_needs(out, audit);
}

static void write_templates(struct buf *out)
{
	buf_add(out, S("\n# Templates\n\nEach file in its smallest form. Files are "
		       "recognised by header or content; the name is a suggestion.\n"));
	for (size_t f = 0; f < FACT_COUNT; f++)
		buf_fmt(out, "\n## %s\n\n`%s`\n\n```\n%s\n```\n", fact_kinds[f].title,
			fact_kinds[f].unlock.file, fact_kinds[f].unlock.template_rows);
}

void truths_write(struct buf *out)
{
	buf_add(out,
		S("# The hard truths\n\n"
		  "Printed from the table of truths; a test keeps it equal to the "
		  "program. "
		  "A truth speaks when its minimum evidence is there, and names the "
		  "missing file when it is not. "
		  "How sure it is follows from counts and chances: firm (counted), near "
		  "certain (chance below 1 in 1,000), likely (below 1 in 20), "
		  "suggestive (below 1 in 5; never a blocker, never the headline), too "
		  "early to say (fewer than 30 cases, or both answers possible).\n"));
	for (size_t i = 0; audits[i]; i++)
		write_audit(out, audits[i]);
	write_templates(out);
}

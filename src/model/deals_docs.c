// The columns of a deals export, as docs/formats.md prints them.
#include "model/deals_field.h"

static const char *shape_words(enum field_shape shape)
{
	switch (shape) {
	case SHAPE_DATE:
		return "days";
	case SHAPE_MONEY:
		return "amounts or numbers";
	case SHAPE_YESNO:
		return "yes and no only";
	case SHAPE_NAMES:
		return "names, not yes and no";
	case SHAPE_WORDS:
		return "words";
	}
	return "";
}

static void add_names(struct buf *out, const struct deals_column_names *c)
{
	for (unsigned rank = 0; rank < FIELD_RANKS; rank++) {
		struct str rest = str_of(c->names[rank]), one;
		for (bool first = true; str_split(&rest, ' ', &one); first = false)
			buf_fmt(out, "%s%" PRI_STR,
				!first ? ", "
				: rank ? "; "
				       : "",
				ARG_STR(one));
	}
}

void deals_columns_write(struct buf *out)
{
	buf_add(out, S("A column is found by its name and believed when its cells look "
		       "right. Names are "
		       "given as they are compared: letters and digits in lower case. "
		       "Behind each `;` "
		       "they are less sure, and a surer name wins: `amount` before "
		       "`acv`. Two columns "
		       "with equally sure names and different cells are both left "
		       "unread, and a note "
		       "gives the line of candor.yaml that says which is meant. Every "
		       "other column with "
		       "few different words can be grouped by under its own name, except "
		       "what is written "
		       "as a deal moves on (probability, forecast, days in stage).\n\n"
		       "| column | its cells | names, surest first |\n|---|---|---|\n"));
	for (unsigned f = 0; f < FIELDS; f++) {
		const struct deals_column_names *c = &deals_columns[f];
		buf_fmt(out, "| %s | %s | ", c->name, shape_words(c->shape));
		add_names(out, c);
		buf_add(out, S(" |\n"));
	}
	buf_add(out, S("\nHow a deal ended is told by `is_won` and `is_closed`, else by "
		       "`outcome`, else by "
		       "`stage` (through the stage table where there is one), else by "
		       "`won_on` and "
		       "`lost_on`. Stages that say nothing of an end are open. \"No "
		       "decision\", "
		       "\"stalled\", \"status quo\" and \"not ready\" are an outcome of "
		       "their own, also "
		       "as the reason of a loss; \"disqualified\", \"duplicate\" and "
		       "\"test\" are in no "
		       "rate. The close date of an open deal is a forecast.\n\n"
		       "Beside the deals: a table of stages (`stage_id`, `label`, "
		       "`closed_won`, "
		       "`is_closed`), accounts (segment, region), owners (region, "
		       "manager), and leads with "
		       "a table of those that were won (one id column in both).\n\n"));
}

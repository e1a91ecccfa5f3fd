// deals_plan: which column of an export is what, and what could not be decided; private
// to model.
#ifndef MODEL_DEALS_PLAN_H
#define MODEL_DEALS_PLAN_H

#include "model/config.h"
#include "model/deals_field.h"
#include "model/notes.h"

enum { PLAN_SAMPLE = 400, PLAN_COLUMNS_MAX = 400, PLAN_EXTRAS_MAX = 40 };

// The first rows of a table, copied; cells[row * columns + column].
struct deals_sample {
	const struct str *header;
	struct str *keys; // header_key of each
	size_t columns;
	struct str *cells;
	uint32_t *numbers; // of each row in the file
	size_t rows;
};

// A column of the export that is no field of ours but may still be grouped by.
struct plan_extra {
	size_t column;
	struct str name;
	struct str key;
	bool people;
};

/*
 * column[f] is the column of field f, or -1.  Competitors may stand in several columns,
 * all of which count: then `vendors` lists them.
 */
struct deals_plan {
	int column[FIELDS];
	size_t vendors[8];
	size_t vendor_count;
	struct plan_extra extras[PLAN_EXTRAS_MAX];
	size_t extra_count;
};

/*
 * candor.yaml's columns first, then names: the surest name whose cells look as they
 * should. Where two columns have equally sure names and hold different cells, neither is
 * read, and `notes` says which line of candor.yaml would settle it.
 */
void plan_make(const struct deals_sample *sample, const struct source_rule *rule,
	struct arena *a, struct deals_plan *plan, struct notes *notes);

#endif

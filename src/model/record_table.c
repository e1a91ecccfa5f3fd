// A whole table that a reader has opened.
#include "model/record.h"

void record_load_table(const struct record_how *how, struct table *table, struct arena *a,
	struct records *out, struct source *source)
{
	const struct table_info *info = table_info(table);
	struct record_load *load = record_begin(how, info->header, info->columns, a, out);
	struct row row;
	record_reserve(load, info->rows_most);
	while (table_next(table, &row))
		record_row(load, row.number, row.cells);
	record_end(load, source);
	if (table_uneven(table))
		notes_add(&source->notes, "%zu row%s more or fewer cells than the header",
			table_uneven(table),
			table_uneven(table) == 1 ? " has" : "s have");
}

// A table as a document: every cell that holds something, at its row and column.
#include "read/list.h"

enum { CELLS_MAX = 1000 * 1000 };

static void put_cell(
	struct doc *doc, struct str cell, uint8_t level, uint32_t row, size_t column)
{
	cell = str_trim(cell);
	if (!cell.len)
		return;
	doc_block(doc, BLOCK_CELL, level, S(""));
	doc_text(doc, cell, (struct place){ PLACE_ROW, row, (uint32_t)column + 1 });
}

static bool csv_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for tables
	struct table *t = NULL;
	if (!table_open(S("rows.csv"), bytes, 0, doc->arena, &t, err))
		return false;
	const struct table_info *info = table_info(t);
	struct buf draft;
	doc_begin(doc, &draft);
	for (size_t i = 0; i < info->columns; i++)
		put_cell(doc, info->header[i], 1, info->header_row, i);
	struct row row;
	while (doc->block_count < CELLS_MAX && table_next(t, &row))
		for (size_t i = 0; i < info->columns; i++)
			put_cell(doc, row.cells[i], 0, row.number, i);
	if (!doc_finish(doc, err))
		return false;
	if (doc->block_count >= CELLS_MAX)
		return error_set(err, ERROR_LIMIT,
			"has more than a million cells, too many to read as words; as a "
			"table it may be of any length");
	return table_whole(t, err);
}

const struct reader reader_csv = {
	.name = "csv",
	.title = "Separated values",
	.suffixes = ".csv .tsv .tab",
	.gives = "cells with row and column, whatever separator, encoding and line ends; "
		 "title lines, totals and notices of report exports are left out",
	.read = csv_read,
};

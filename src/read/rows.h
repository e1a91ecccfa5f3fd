// rows: one record of a file of rows, as its parser hands it to table.c.
#ifndef READ_ROWS_H
#define READ_ROWS_H

#include "base/base.h"

struct record {
	uint32_t number;	 // as a spreadsheet counts it, from 1
	uint32_t line;		 // of the file, where it begins
	const struct str *cells; // borrowed until the next one
	size_t count;
};

enum {
	ROW_COLUMNS_MAX = 16384, // as many as a spreadsheet has
	ROW_CELL_MAX = 1 << 20,	 // bytes
};

/*
 * The number of cells that makes a table of records with these: the most frequent one, of
 * two equally frequent ones the larger.  Titles and notices around a short table may
 * outnumber its rows, so single cells count only where nothing else is frequent.
 */
size_t rows_width(const size_t *counts, size_t n, size_t *agreeing);

#endif

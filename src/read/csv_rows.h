// csv_rows: the records of separated text, one by one, as slices of it.
#ifndef READ_CSV_ROWS_H
#define READ_CSV_ROWS_H

#include "read/csv_scan.h"
#include "read/rows.h"
#include "read/scratch.h"

struct csv_dialect {
	char separator;
	bool padded; // spaces may stand before an opening quote: a, "b"
};

/*
 * RFC 4180, read the way spreadsheets do: lines end with LF, CRLF or CR in any mixture;
 * a quote inside an unquoted cell is a character; what follows a closing quote belongs
 * to the cell.  A quoted cell of several lines whose closing quote is followed by other
 * characters was never meant to be quoted: its quote is a character as well, so that a
 * stray quote cannot swallow the rows behind it.
 * A struct csv_rows may be copied to look ahead.
 */
struct csv_rows {
	struct str text;
	struct csv_dialect dialect;
	csv_scan_fn *scan;
	size_t at;   // the next record
	size_t base; // of the block that `marks` describe
	struct csv_marks marks;
	uint32_t number, line; // of the next record
	struct arena *arena;
	struct str *cells;
	size_t count, room;
	struct scratch scratch;
	struct error damage; // why csv_next gave false before the end
};

void csv_init(
	struct csv_rows *c, struct str text, struct csv_dialect dialect, struct arena *a);
bool csv_next(struct csv_rows *c, struct record *r); // empty lines are skipped

#endif

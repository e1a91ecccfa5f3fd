// sheet: the rows of an export, by the columns that its kind names.
#ifndef TRAFFIC_SHEET_H
#define TRAFFIC_SHEET_H

#include "traffic/intake.h"

// Columns: those of `needs` by their place, those of `also` behind them.
#define SHEET_ALSO(n) (EXPORT_COLUMNS_MAX + (n))
enum { SHEET_NO_DATES = 2 * EXPORT_COLUMNS_MAX };

struct sheet {
	const struct intake_file *file;
	struct table *table;
	int64_t column[2 * EXPORT_COLUMNS_MAX];
	enum date_order order;
	struct row row;
	struct at at; // of the row
	struct intake *in;
	struct arena arena;
	size_t undated;	      // rows whose date could not be read
	struct str open_date; // the first one that could be read in two ways
};

/*
 * Opens the first sheet of the file that is of its kind.  `date` is the column of dates,
 * or SHEET_NO_DATES: it is looked through for days that prove whether day or month
 * comes first.  False with a note when the file cannot be read.
 */
bool sheet_open(
	struct sheet *s, struct intake *in, const struct intake_file *f, unsigned date);
bool sheet_next(struct sheet *s);
struct str sheet_cell(const struct sheet *s, unsigned column); // trimmed; empty if none
bool sheet_has(const struct sheet *s, unsigned column);
// False, and counted, when the cell holds no day or one that could be two.
bool sheet_day(struct sheet *s, unsigned column, struct date *day);
// `fallback` where the cell is blank or no number of at least 0.
double sheet_number(const struct sheet *s, unsigned column, double fallback);
void sheet_close(struct sheet *s); // says what is odd about it

#endif

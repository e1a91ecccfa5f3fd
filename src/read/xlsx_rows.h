// xlsx_rows: the sheets of a workbook as rows of text, for whoever reads tables.
#ifndef READ_XLSX_ROWS_H
#define READ_XLSX_ROWS_H

#include "base/base.h"

enum {
	XLSX_ROWS_MAX = 1048576,
	XLSX_COLUMNS_MAX = 16384,
	XLSX_CELLS_MAX = 50 * 1000 * 1000, // counted as a rectangle, row by row
};

struct xlsx;

/*
 * Opens sheet number `sheet` (0 for the first) of the visible worksheets; ERROR_USAGE
 * when there is no such sheet.  Everything is read here, into `a`: damage and limits show
 * now, not between rows, and the bytes are not needed afterwards.
 *
 * Cells are what the sheet holds, not how it shows it: numbers in their shortest form,
 * days as "2025-11-30", moments as "2025-11-30T14:05:00", times as "14:05:00", truth as
 * "TRUE" and "FALSE", formulas as their last result, errors ("#N/A") as nothing.  Every
 * cell below a merged one has its value.
 */
bool xlsx_open(struct str bytes, size_t sheet, struct arena *a, struct xlsx **out,
	struct error *err);
size_t xlsx_sheets(const struct xlsx *x);
struct str xlsx_sheet_name(const struct xlsx *x, size_t sheet); // empty if there is none

/*
 * The next row that holds anything: its number as the spreadsheet counts it, from 1, and
 * its cells from column A to the last that is not empty.  Cells are borrowed until the
 * next call.  False at the end.
 */
bool xlsx_next(
	struct xlsx *x, uint32_t *row_number, const struct str **cells, size_t *count);

#endif

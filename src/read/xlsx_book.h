// xlsx_book: a workbook: its sheets, the texts they share, and how they show numbers.
#ifndef READ_XLSX_BOOK_H
#define READ_XLSX_BOOK_H

#include "read/ooxml.h"
#include "read/xlsx_rows.h"

// What a number format makes of a number.
enum number_kind {
	NUMBER_PLAIN,
	NUMBER_DAY,
	NUMBER_MOMENT,	 // a day and a time
	NUMBER_TIME,	 // of the day
	NUMBER_DURATION, // hours may pass 24
};

struct sheet_name {
	struct str name;
	struct str part;
};

struct book {
	struct arena *arena;
	struct package package;
	struct sheet_name *sheets; // the worksheets that are shown, in their order
	size_t sheet_count, sheet_room;
	size_t hidden; // worksheets that are not shown
	bool from_1904;
	struct str *strings;
	size_t string_count, string_room;
	enum number_kind *kinds; // by the style number of a cell
	size_t kind_count, kind_room;
};

// `bytes` must stay until book_close; what is read lives in `a` and stays.
bool book_open(struct str bytes, struct arena *a, struct book *out, struct error *err);
void book_close(struct book *b);

bool book_read_strings(struct book *b, struct str part, struct error *err);
bool book_read_styles(struct book *b, struct str part, struct error *err);

struct cell {
	const char *at;
	uint32_t len;
	uint16_t column; // from 0
	bool is_text;
};

struct cell_row {
	uint32_t number; // from 1
	uint32_t width;	 // columns up to the last cell
	size_t first;	 // of its cells
	size_t count;
};

// All four from 0, ends included.
struct merge {
	uint32_t top, left, bottom, right;
};

struct sheet {
	struct cell *cells; // only those that hold something
	size_t cell_count, cell_room;
	struct cell_row *rows; // only those that have cells, by number
	size_t row_count, row_room;
	struct merge *merges;
	size_t merge_count, merge_room;
	uint32_t width; // of the widest row
	size_t area;	// widths of all rows together
};

// Reads a worksheet into `a`; the error names the sheet.
bool sheet_read(struct book *b, size_t number, struct arena *a, struct sheet *out,
	struct error *err);

// "BC12" -> column 54, row 12 (0 if there is none); false when it is no such reference or
// lies beyond the last column or row.
bool cell_reference(struct str s, uint32_t *column, uint32_t *row);
// Text between <t> and </t>, where "_x000D_" stands for a character that XML cannot hold.
struct str cell_text(struct arena *a, struct str raw);
enum number_kind number_kind_of(uint32_t id, struct str format);
// A number as it stands in the file, as a date or in its shortest form; what is no number
// stays as it is.  `scratch` is for the call.
struct str number_text(struct arena *a, struct str raw, enum number_kind kind,
	bool from_1904, struct buf *scratch);
// The fewest digits that read back as the same double; false when it is no number.
bool number_write(struct str raw, struct buf *out);

#endif

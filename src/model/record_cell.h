// record_cell: one cell as its field's type.
#ifndef MODEL_RECORD_CELL_H
#define MODEL_RECORD_CELL_H

#include "model/record.h"

enum cell_answer {
	CELL_FINE,
	CELL_BLANK,	// nothing there, or a sign for nothing: "n/a", "-"
	CELL_AMBIGUOUS, // a date that could be two days: *first and *second are set
	CELL_BAD,
};

struct cell_reading {
	enum date_order order;		    // of this column; DATE_UNSURE if nobody said
	struct date day_first, month_first; // CELL_AMBIGUOUS
};

// What a field holds where its cell is blank.
void record_cell_clear(const struct record_field *field, void *row);
bool record_cell_is_blank(const struct record_field *field, const void *row);
// Reads a cell that is not text into its member of `row`, which is left alone unless the
// answer is CELL_FINE.
enum cell_answer record_cell_read(const struct record_field *field, struct str cell,
	struct cell_reading *reading, void *row);
// The text a CELL_TEXT or CELL_WORD field keeps: trimmed, the known word if there is one.
struct str record_cell_text(const struct record_field *field, struct str cell);
// The value as text, the same for equal values: to tell records apart.
void record_cell_print(
	const struct record_field *field, const void *row, struct buf *out);
const char *record_cell_type_words(enum cell_type type); // "a date", "a number"

#endif

// record_load: what is known of a table while its rows become records.
#ifndef MODEL_RECORD_LOAD_H
#define MODEL_RECORD_LOAD_H

#include "model/record_cell.h"
#include "model/record_match.h"

enum { NAMED_CELLS = 3 };

// Cells of one column that could not be used: the first few by name, all by number.
struct spoiled {
	uint32_t row[NAMED_CELLS];
	struct str cell[NAMED_CELLS];
	size_t count;
};

// A date that could be two days, until its column has proved one way.
struct open_date {
	size_t record; // index in the list
	uint8_t field;
	struct date day_first, month_first;
};

// What the cells of a date column have proved.
struct proof {
	size_t count[3]; // by enum date_order
	uint32_t row[3]; // the first row that did
	struct str cell[3];
	size_t open;	      // dates that could be either
	struct str open_cell; // the first of them
	uint32_t open_row;
};

struct any_list { // what LIST_OF(type) is for every type
	void *at;
	size_t count, room;
};

struct record_load {
	struct record_how how;
	struct arena *a;
	struct records *out;
	struct any_list list;
	struct record_columns columns;
	struct map words; // text that stands in many rows is kept once
	struct spoiled bad[RECORD_FIELDS_MAX];
	struct proof proof[RECORD_FIELDS_MAX];
	struct open_date *open;
	size_t open_count, open_room;
	struct spoiled incomplete; // rows without a required field
	struct spoiled dropped, odd;
	const char *dropped_why, *odd_why;
	size_t rows;
	struct notes notes;
};

// Remembers a cell, or a whole row, that could not be used.
void record_spoil(
	struct record_load *l, struct spoiled *s, uint32_t row, struct str cell);
void record_note_spoiled(struct record_load *l);

// What a cell says about the order of day and month in its column.
void record_date_proof(
	struct record_load *l, size_t field, struct str cell, uint32_t row);
// Keeps a date that could be two days until record_settle_dates.
void record_date_open(struct record_load *l, size_t field,
	const struct cell_reading *reading, struct str cell, uint32_t row);
void record_settle_dates(struct record_load *l);

#endif

// rows: tables of tests, written as they would stand in a file.
#ifndef TESTS_MODEL_ROWS_H
#define TESTS_MODEL_ROWS_H

#include "model/record.h"

enum { ROWS_COLUMNS_MAX = 64 };

// Cells of one line; quotes as in CSV, `separator` between.  Returns how many.
static inline size_t rows_split(
	struct arena *a, struct str line, char separator, struct str *cells)
{
	struct buf cell = { 0 };
	size_t count = 0;
	bool quoted = false;
	for (size_t i = 0; i <= line.len; i++) {
		char c = i < line.len ? line.at[i] : separator;
		if (c == '"') {
			quoted = !quoted;
		} else if (c == separator && (!quoted || i == line.len)) {
			cells[count++] = arena_str(a, buf_str(&cell));
			buf_clear(&cell);
		} else {
			buf_byte(&cell, c);
		}
	}
	buf_done(&cell);
	return count;
}

// Loads a whole table and gives its source with rows, rows_skipped and notes.
static inline struct source rows_load(struct arena *a, const struct record_how *how,
	const char *text, char separator, struct records *out)
{
	struct str rest = str_of(text), line, cells[ROWS_COLUMNS_MAX];
	struct source source = { .path = how->path };
	struct record_load *load = NULL;
	size_t columns = 0;
	for (uint32_t number = 1; str_line(&rest, &line); number++) {
		size_t count = rows_split(a, line, separator, cells);
		if (!load) {
			columns = count;
			load = record_begin(how, cells, columns, a, out);
			continue;
		}
		for (size_t i = count; i < columns; i++)
			cells[i] = (struct str){ 0 };
		record_row(load, number, cells);
	}
	if (load)
		record_end(load, &source);
	return source;
}

#endif

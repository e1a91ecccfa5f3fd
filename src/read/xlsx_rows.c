#include "read/xlsx_rows.h"

#include <stdlib.h>
#include <string.h>

#include "read/xlsx_book.h"

// A merge whose rows are being handed over.
struct filling {
	struct merge merge;
	struct str text; // of its first cell
};

struct xlsx {
	struct sheet_name *names;
	size_t name_count;
	struct sheet sheet;
	size_t row;	   // next of sheet.rows
	size_t merge;	   // next of sheet.merges, which are sorted by their first row
	struct str *cells; // of the row handed over last
	size_t width;	   // of these, not empty
	struct filling *open;
	size_t open_count;
};

static int by_top(const void *left, const void *right)
{
	const struct merge *a = left, *b = right;
	return a->top != b->top ? (a->top > b->top) - (a->top < b->top)
				: (a->left > b->left) - (a->left < b->left);
}

/*
 * Cuts the merges to the part of the sheet that holds something, and counts the cells
 * they fill: ranges may overlap in a hostile file, so that their sum has a limit too.
 */
static bool cut_merges(struct sheet *s, struct error *err)
{
	uint32_t last = s->row_count ? s->rows[s->row_count - 1].number : 0;
	size_t kept = 0, area = 0;
	for (size_t i = 0; i < s->merge_count; i++) {
		struct merge m = s->merges[i];
		if (m.top >= last || m.left >= s->width)
			continue;
		m.bottom = m.bottom < last ? m.bottom : last - 1;
		m.right = m.right < s->width ? m.right : s->width - 1;
		area += (size_t)(m.bottom - m.top + 1) * (m.right - m.left + 1);
		s->merges[kept++] = m;
		if (area > XLSX_CELLS_MAX)
			return error_set(err, ERROR_LIMIT,
				"merges more than %d million cells",
				XLSX_CELLS_MAX / 1000000);
	}
	s->merge_count = kept;
	if (kept)
		qsort(s->merges, kept, sizeof *s->merges, by_top);
	return true;
}

static bool open_sheet(struct book *b, size_t sheet, struct arena *a, struct xlsx **out,
	struct error *err)
{
	if (sheet >= b->sheet_count)
		return error_set(err, ERROR_USAGE, "has no sheet %zu; it has %zu",
			sheet + 1, b->sheet_count);
	struct xlsx *x = ARENA_NEW(a, struct xlsx);
	if (!sheet_read(b, sheet, a, &x->sheet, err) || !cut_merges(&x->sheet, err))
		return false;
	x->names = b->sheets;
	x->name_count = b->sheet_count;
	x->cells = ARENA_ARRAY(a, struct str, x->sheet.width);
	x->open = ARENA_ARRAY(a, struct filling, x->sheet.merge_count);
	*out = x;
	return true;
}

bool xlsx_open(struct str bytes, size_t sheet, struct arena *a, struct xlsx **out,
	struct error *err)
{
	struct book book;
	*out = NULL;
	if (!book_open(bytes, a, &book, err))
		return false;
	bool ok = open_sheet(&book, sheet, a, out, err);
	book_close(&book);
	return ok;
}

size_t xlsx_sheets(const struct xlsx *x)
{
	return x->name_count;
}

struct str xlsx_sheet_name(const struct xlsx *x, size_t sheet)
{
	return sheet < x->name_count ? x->names[sheet].name : (struct str){ 0 };
}

// Takes up merges that begin at or above this row, and lets go of those that end above
// it.
static void move_merges(struct xlsx *x, uint32_t row)
{
	size_t kept = 0;
	for (size_t i = 0; i < x->open_count; i++)
		if (x->open[i].merge.bottom >= row)
			x->open[kept++] = x->open[i];
	x->open_count = kept;
	while (x->merge < x->sheet.merge_count && x->sheet.merges[x->merge].top <= row) {
		struct merge m = x->sheet.merges[x->merge++];
		struct filling f = { .merge = m };
		if (m.top == row)
			f.text = x->cells[m.left];
		if (f.text.len && m.bottom >= row)
			x->open[x->open_count++] = f;
	}
}

static void fill_merges(struct xlsx *x)
{
	for (size_t i = 0; i < x->open_count; i++) {
		const struct filling *f = &x->open[i];
		for (size_t c = f->merge.left; c <= f->merge.right; c++)
			x->cells[c] = f->text;
		if (x->width <= f->merge.right)
			x->width = (size_t)f->merge.right + 1;
	}
}

bool xlsx_next(
	struct xlsx *x, uint32_t *row_number, const struct str **cells, size_t *count)
{
	const struct sheet *s = &x->sheet;
	if (x->row == s->row_count)
		return false;
	const struct cell_row *row = &s->rows[x->row++];
	if (x->width)
		memset(x->cells, 0, x->width * sizeof *x->cells);
	x->width = row->width;
	for (size_t i = 0; i < row->count; i++) {
		const struct cell *c = &s->cells[row->first + i];
		x->cells[c->column] = (struct str){ c->at, c->len };
	}
	move_merges(x, row->number - 1);
	fill_merges(x);
	*row_number = row->number;
	*cells = x->cells;
	*count = x->width;
	return true;
}

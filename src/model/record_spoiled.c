// Cells and rows that could not be used, in words.
#include <inttypes.h>

#include "model/record_load.h"

void record_spoil(struct record_load *l, struct spoiled *s, uint32_t row, struct str cell)
{
	if (s->count < NAMED_CELLS) {
		s->row[s->count] = row;
		s->cell[s->count] = utf8_safe(l->a, cell, 30);
	}
	s->count++;
}

// "'soon' (row 3), 'n.n.' (row 7) and 12 more"; rows only when the cells do not matter.
static struct str spoiled_words(
	struct record_load *l, const struct spoiled *s, bool cells)
{
	struct buf b = { 0 };
	size_t named = s->count < NAMED_CELLS ? s->count : NAMED_CELLS;
	for (size_t i = 0; i < named; i++) {
		bool last = i && i + 1 == s->count;
		buf_fmt(&b, "%s", !i ? "" : last ? " and " : ", ");
		if (cells)
			buf_fmt(&b, "'%" PRI_STR "' (row %" PRIu32 ")",
				ARG_STR(s->cell[i]), s->row[i]);
		else
			buf_fmt(&b, "%" PRIu32, s->row[i]);
	}
	if (s->count > named)
		buf_fmt(&b, " and %zu more", s->count - named);
	struct str words = arena_str(l->a, buf_str(&b));
	buf_done(&b);
	return words;
}

static const char *ending(size_t count)
{
	return count == 1 ? "" : "s";
}

static void note_cells(struct record_load *l, size_t field)
{
	const struct spoiled *bad = &l->bad[field];
	const struct record_field *f = &l->how.kind->fields[field];
	if (bad->count)
		notes_add(&l->notes, "%s: %zu cell%s not %s and left blank: %" PRI_STR,
			f->name, bad->count, bad->count == 1 ? " is" : "s are",
			record_cell_type_words(f->type),
			ARG_STR(spoiled_words(l, bad, true)));
}

static void note_incomplete(struct record_load *l)
{
	struct buf b = { 0 };
	if (!l->incomplete.count)
		return;
	for (const struct record_field *f = l->how.kind->fields; f->name; f++)
		if (f->required)
			buf_fmt(&b, "%s%s", b.len ? ", " : "", f->name);
	notes_add(&l->notes, "%zu row%s left out for want of %" PRI_STR ": row %" PRI_STR,
		l->incomplete.count, ending(l->incomplete.count), ARG_STR(buf_str(&b)),
		ARG_STR(spoiled_words(l, &l->incomplete, false)));
	buf_done(&b);
}

void record_note_spoiled(struct record_load *l)
{
	for (size_t i = 0; i < l->columns.count; i++)
		note_cells(l, i);
	note_incomplete(l);
	if (l->dropped.count)
		notes_add(&l->notes, "%zu row%s left out: %s: row %" PRI_STR,
			l->dropped.count, ending(l->dropped.count), l->dropped_why,
			ARG_STR(spoiled_words(l, &l->dropped, false)));
	if (l->odd.count)
		notes_add(&l->notes, "%s: row %" PRI_STR, l->odd_why,
			ARG_STR(spoiled_words(l, &l->odd, false)));
}

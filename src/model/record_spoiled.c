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

void record_note_spoiled(struct record_load *l)
{
	const struct record_kind *kind = l->how.kind;
	for (size_t i = 0; i < l->columns.count; i++)
		if (l->bad[i].count)
			notes_add(&l->notes,
				"%s: %zu cell%s not %s and left blank: %" PRI_STR,
				kind->fields[i].name, l->bad[i].count,
				l->bad[i].count == 1 ? " is" : "s are",
				record_cell_type_words(kind->fields[i].type),
				ARG_STR(spoiled_words(l, &l->bad[i], true)));
	if (l->incomplete.count) {
		struct buf b = { 0 };
		for (const struct record_field *f = kind->fields; f->name; f++)
			if (f->required)
				buf_fmt(&b, "%s%s", b.len ? ", " : "", f->name);
		notes_add(&l->notes,
			"%zu row%s left out for want of %" PRI_STR ": row %" PRI_STR,
			l->incomplete.count, l->incomplete.count == 1 ? "" : "s",
			ARG_STR(buf_str(&b)),
			ARG_STR(spoiled_words(l, &l->incomplete, false)));
		buf_done(&b);
	}
	if (l->dropped.count)
		notes_add(&l->notes, "%zu row%s left out: %s: row %" PRI_STR,
			l->dropped.count, l->dropped.count == 1 ? "" : "s",
			l->dropped_why, ARG_STR(spoiled_words(l, &l->dropped, false)));
	if (l->odd.count)
		notes_add(&l->notes, "%s: row %" PRI_STR, l->odd_why,
			ARG_STR(spoiled_words(l, &l->odd, false)));
}

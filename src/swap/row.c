#include "swap/row.h"

uint32_t row_code(int32_t count)
{
	const int32_t size = count < 0 ? -count : count;
	const int32_t kept = size > ROW_COUNT_MAX ? ROW_COUNT_MAX : size;
	return (uint32_t)(kept << 1 | (count < 0));
}

static void make_room(struct text_rows *r, size_t features, size_t notes)
{
	const size_t steps = r->step_count + features * 3 + 1; // never nothing
	if (r->count == r->text_room) {
		r->text_room = r->text_room ? r->text_room * 2 : 64;
		r->ends = heap_resize(r->ends, r->text_room * sizeof *r->ends);
		r->note_ends =
			heap_resize(r->note_ends, r->text_room * sizeof *r->note_ends);
		r->marks = heap_resize(r->marks, r->text_room);
		r->german = heap_resize(r->german, r->text_room);
	}
	if (steps > r->step_room) {
		r->step_room = steps + steps / 2;
		r->steps = heap_resize(r->steps, r->step_room * sizeof *r->steps);
	}
	if (r->note_count + notes + 1 > r->note_room) {
		r->note_room = (r->note_count + notes + 1) * 2;
		r->notes = heap_resize(r->notes, r->note_room * sizeof *r->notes);
	}
}

void rows_add(
	struct text_rows *r, const struct feature_bag *bag, const struct row_notes *notes)
{
	make_room(r, bag->count, notes->count);
	uint16_t *at = r->steps + r->step_count;
	uint32_t before = 0;
	for (size_t i = 0; i < bag->count; i++) {
		const uint32_t bucket = bag->at[i].bucket, step = bucket - before;
		const uint32_t code = row_code(bag->at[i].count);
		before = bucket;
		if (code >> 1 == 1 && step < ROW_LONG >> 1) {
			*at++ = (uint16_t)(step << 1 | (code & 1));
			continue;
		}
		const uint32_t both = bucket | code << 20;
		*at++ = ROW_LONG;
		*at++ = (uint16_t)both;
		*at++ = (uint16_t)(both >> 16);
	}
	r->step_count = (size_t)(at - r->steps);
	r->ends[r->count] = (uint32_t)r->step_count;
	for (size_t i = 0; i < notes->count; i++)
		r->notes[r->note_count++] = notes->at[i];
	r->note_ends[r->count] = (uint32_t)r->note_count;
	r->marks[r->count] = notes->mark;
	r->german[r->count++] = notes->german;
}

struct text_row rows_at(const struct text_rows *r, size_t i)
{
	const size_t from = i ? r->ends[i - 1] : 0;
	const size_t note = i ? r->note_ends[i - 1] : 0;
	return (struct text_row){ r->steps + from, r->ends[i] - from, r->marks[i],
		r->german[i] != 0, r->notes + note, r->note_ends[i] - note };
}

void rows_done(struct text_rows *r)
{
	heap_free(r->steps);
	heap_free(r->ends);
	heap_free(r->note_ends);
	heap_free(r->notes);
	heap_free(r->marks);
	heap_free(r->german);
	*r = (struct text_rows){ 0 };
}

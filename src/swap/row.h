// row: the features of one text in few bytes, and the way back.
#ifndef SWAP_ROW_H
#define SWAP_ROW_H

#include "text/text.h"

/*
 * Steps of two bytes in order of buckets: the distance to the bucket before, and the sign
 * in the lowest bit, for a feature that stands once; anything else is ROW_LONG and the
 * bucket with its code in four bytes more.  2.3 bytes a feature on real copy.
 */
enum { ROW_LONG = 0xFFFF, ROW_COUNT_MAX = 15, ROW_CODES = 32 };

// What is kept of one text.
struct text_row {
	const uint16_t *at;
	size_t count; // steps
	uint8_t mark; // what index_plan.mark said of it
	bool german;
	const uint64_t *notes; // and what it noted
	size_t note_count;
};

struct row_walk {
	const uint16_t *at, *end;
	uint32_t bucket, code; // code: how often, up to 15, and the sign lowest
};

static inline struct row_walk row_begin(const struct text_row *r)
{
	return (struct row_walk){ .at = r->at, .end = r->at + r->count };
}

// Whatever the bytes are, the bucket and the code stay within their bounds.
static inline bool row_next(struct row_walk *w)
{
	if (w->at >= w->end)
		return false;
	const uint32_t step = *w->at++;
	if (step != ROW_LONG) {
		w->bucket = (w->bucket + (step >> 1)) & (FEATURE_BUCKETS - 1);
		w->code = 2 | (step & 1);
		return true;
	}
	if (w->end - w->at < 2)
		return false;
	const uint32_t both = (uint32_t)w->at[0] | (uint32_t)w->at[1] << 16;
	w->at += 2;
	w->bucket = both & (FEATURE_BUCKETS - 1);
	w->code = both >> 20 & (ROW_CODES - 1);
	return true;
}

// Many rows one after the other, on the heap.
struct text_rows {
	uint16_t *steps;
	uint32_t *ends;	     // by text: where its steps end
	uint32_t *note_ends; // the same for its notes
	uint64_t *notes;
	uint8_t *marks, *german;
	size_t count, text_room; // texts
	size_t step_count, step_room;
	size_t note_count, note_room;
};

// What is known of a text beside its features.
struct row_notes {
	uint8_t mark;
	bool german;
	uint64_t at[64];
	size_t count;
};

void rows_add(struct text_rows *r, const struct feature_bag *bag,
	const struct row_notes *notes);
struct text_row rows_at(const struct text_rows *r, size_t i);
void rows_done(struct text_rows *r);
// The code of a count: up to ROW_COUNT_MAX, more counts as that; the sign is lowest.
uint32_t row_code(int32_t count);

#endif

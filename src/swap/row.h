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
struct row {
	const uint16_t *at;
	size_t count; // steps
	uint8_t mark; // whatever the caller's index_mark said of it
	bool german;
};

struct row_walk {
	const uint16_t *at, *end;
	uint32_t bucket, code; // code: how often, up to 15, and the sign lowest
};

static inline struct row_walk row_begin(const struct row *r)
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
struct rows {
	uint16_t *steps;
	uint32_t *ends; // by text: where its steps end
	uint8_t *marks, *german;
	size_t count, text_room; // texts
	size_t step_count, step_room;
};

void rows_add(struct rows *r, const struct feature_bag *bag, bool german, uint8_t mark);
struct row rows_at(const struct rows *r, size_t i);
void rows_done(struct rows *r);
// The code of a count: up to ROW_COUNT_MAX, more counts as that; the sign is lowest.
uint32_t row_code(int32_t count);

#endif

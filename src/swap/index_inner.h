// index_inner: how the index holds its segments; for index*.c only.
#ifndef SWAP_INDEX_INNER_H
#define SWAP_INDEX_INNER_H

#include "swap/index.h"
#include "swap/shelf.h"

enum { NUMBER_NONE = -1 };

struct index_place {
	uint32_t segment, text;
};

// Neighbouring texts of a segment that belong to one group.
struct index_run {
	uint32_t end, group; // group: (uint32_t)NUMBER_NONE if not asked for
};

// One segment that is searched; arrays by text.
struct index_segment {
	const struct segment *at;
	uint32_t *number;  // in plan.texts; (uint32_t)NUMBER_NONE if not asked for
	float *lengths[2]; // 1 / length of its words; the same of its letters
	uint32_t *live;	   // by block: texts asked for
	struct index_run *runs;
	uint32_t *first_run; // by block
	size_t run_count, run_room;
};

struct index {
	struct arena arena;
	struct shelf shelf;
	struct index_plan plan;
	size_t all;		    // texts and context
	struct index_place *places; // by text, then context
	struct index_segment *segments;
	size_t segment_count;
	float *idf;		      // by bucket
	float code_weight[ROW_CODES]; // sublinear: 1 + ln count, signed
};

static inline size_t bucket_part(uint32_t bucket)
{
	return bucket >= FEATURE_LETTERS;
}

// index_measure.c: frequencies and lengths, from the segments.
void index_measure(struct index *x);

#endif

// index_inner: how the index holds its segments; for index*.c only.
#ifndef SWAP_INDEX_INNER_H
#define SWAP_INDEX_INNER_H

#include "swap/index.h"
#include "swap/shelf.h"

/*
 * Features are sorted into steps by how common they are: step i holds those whose inverse
 * document frequency is from 1 + i * STEP to 1 + (i + 1) * STEP, the last all above.
 * TIERS of a text: how long the part of it is that lies in steps below 1, 2, ...
 */
enum { TIERS = 6, NUMBER_NONE = -1 };

struct index_place {
	uint32_t segment, text;
};

// One segment that is searched; arrays by text.
struct index_segment {
	const struct segment *at;
	uint32_t *number;	  // in plan.texts; (uint32_t)NUMBER_NONE if not asked for
	float *lengths[2];	  // 1 / length of its words; the same of its letters
	uint8_t *tiers[TIERS][2]; // 1 / 255 of the whole, rounded up
	uint32_t *live;		  // by block: texts asked for
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
	double usual[TIERS][2];	      // mean of tiers over all texts
};

static inline size_t bucket_part(uint32_t bucket)
{
	return bucket >= FEATURE_LETTERS;
}

// The step of an inverse document frequency.
static inline size_t idf_step(float idf)
{
	const float step = (idf - 1) * 1.1F;
	return step < 0 ? 0 : step > TIERS ? TIERS : (size_t)step;
}

// index_measure.c: frequencies and lengths, from the segments.
void index_measure(struct index *x);

#endif

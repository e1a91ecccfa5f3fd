// index_inner: how the index keeps its postings; for index.c and index_find.c only.
#ifndef SWAP_INDEX_INNER_H
#define SWAP_INDEX_INNER_H

#include "swap/index.h"

/*
 * A posting is the text's number, and how often it has the feature: up to 15 times, more
 * counts as 15, with the sign of the hash in the lowest bit.
 */
enum { CODE_BITS = 5, CODES = 1 << CODE_BITS };

struct index {
	size_t texts, groups, all; // all: texts and context
	uint64_t *starts;	   // by bucket: first posting; FEATURE_BUCKETS + 1
	uint32_t *postings;
	float *idf;	   // by bucket
	float *lengths[2]; // by text: 1 / length of its words; the same of its letters
	uint32_t *group;   // by text
	const struct aliases *names;
	float code_weight[CODES]; // sublinear: 1 + ln count, signed
};

static inline size_t bucket_part(uint32_t bucket)
{
	return bucket >= FEATURE_LETTERS;
}

#endif

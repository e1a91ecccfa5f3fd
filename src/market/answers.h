// answers: which words of needs each word of the buyers stands for, found once a word.
#ifndef MARKET_ANSWERS_H
#define MARKET_ANSWERS_H

#include "market/terms.h"

// A word of a need that a term answers to.
struct answer {
	uint32_t term, need, word;
	float match; // need_match of the two
};

struct answers {
	struct answer *at; // by term, then need, then word
	size_t count, room;
	uint32_t *from; // by term: its first answer; one entry more than terms
};

// All pairs whose need_match is above 0, by maps instead of trying each with each.
// O(letters of the vocabulary squared a word + words of needs + pairs).
void answers_of(const struct terms *terms, const struct need *needs, size_t need_count,
	struct arena *a, struct answers *out);

#endif

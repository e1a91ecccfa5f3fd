// deals_words: a column of repeated words while it grows, row by row; private to model.
#ifndef MODEL_DEALS_WORDS_H
#define MODEL_DEALS_WORDS_H

#include "model/deals.h"

enum { WORDS_CACHE = 256 };

/*
 * The words seen so far and a small cache of where they stand, so that a cell that was
 * seen before costs one comparison.  Codes count from 1; the empty cell is 0.
 */
struct words {
	struct map map;
	uint32_t cache[WORDS_CACHE]; // code per slot, 0 is free
};

uint32_t words_code(struct words *w, struct str cell);
struct str words_of(const struct words *w, uint32_t code);

/*
 * Words that differ only in case, spaces, hyphens, dots or underscores become one, under
 * the spelling most rows use: merged[code] is the code they go by (merged[0] = 0).  NULL
 * when all are different, or when there are more than WORDS_MERGE_MAX.
 */
enum { WORDS_MERGE_MAX = 20000 };
uint32_t *words_same(
	const struct words *w, const uint32_t *rows, size_t count, struct arena *a);

/*
 * The words anew: each under the label it is shown by (labels may be NULL, and an empty
 * one means the word itself), after `same` (may be NULL); rows get the new codes.
 */
void words_rebuild(struct words *w, const struct str *labels, const uint32_t *same,
	uint32_t *rows, size_t count, struct arena *a);

#endif

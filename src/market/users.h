// users: how many distinct accounts, or documents, use each word.
#ifndef MARKET_USERS_H
#define MARKET_USERS_H

#include "market/heard.h"

// Lines with an owner each: an account, a document.
struct owned {
	const struct terms *terms;
	const struct term_span *lines;
	const uint32_t *owner; // by line; OWNER_NONE: leave out
	size_t count;
	size_t owners; // owner < owners
};

#define OWNER_NONE UINT32_MAX

// Of each term and of each pair of terms that stand side by side.
struct users {
	uint32_t *of_term; // by term
	struct map pairs;  // keys: both numbers, 8 bytes
	uint32_t *of_pair; // by pair
	size_t pair_room;
	size_t owners; // those with any line
};

/*
 * Pairs are counted where both words have at least `fewest` users each and `heavy` says
 * yes to one of them at least.  O(words).
 */
void users_of(const struct owned *lines, uint32_t fewest, const bool *heavy,
	struct arena *a, struct users *out);
void users_pair_of(struct str key, uint32_t *one, uint32_t *two);

// The buyers' lines by account; `persona` 0 means all (see struct spoken).
void owned_of_heard(
	const struct heard *heard, uint8_t persona, struct arena *a, struct owned *out);

#endif

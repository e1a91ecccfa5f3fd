// feature: a sentence as a bag of hashed words and letter groups, for comparing.
#ifndef TEXT_FEATURE_H
#define TEXT_FEATURE_H

#include "text/stop.h"

/*
 * Buckets below FEATURE_LETTERS hold stems and pairs of neighbouring stems, the others
 * groups of four letters within one word, which survive inflection, compounds and
 * typing errors.  Hashing is signed (Weinberger et al. 2009), so that what collides
 * cancels rather than adds.  Groups of four alone find what groups of three to five
 * find, with a third of the postings: see docs/methods.md.
 */
enum { FEATURE_LETTERS = 1 << 19, FEATURE_BUCKETS = 1 << 20, FEATURE_GROUP = 4 };

struct feature {
	uint32_t bucket;
	int32_t count; // how often; signed by the hash
};

// Sorted by bucket, no bucket twice, no count 0.  The arrays grow in the arena and are
// used again by the next call.
struct feature_bag {
	struct arena *arena;
	struct feature *at;
	size_t count;
	uint32_t *keys, *spare; // scratch: bucket, and the sign in the highest bit
	size_t key_count, keys_room, spare_room, room;
};

/*
 * The features of `text`.  What lies in `hidden` (sorted, no overlap: names masked by
 * aliases_find) gives none, and no pair reaches across it.  O(text).
 */
void features_of(struct feature_bag *bag, struct str text, enum tongue tongue,
	const struct span *hidden, size_t hidden_count);

// The bucket of a single word, by the concept of its stem.
uint32_t feature_of_word(struct str concept);

#endif

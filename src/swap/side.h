// side: one claim with everything that is compared, ours or theirs.
#ifndef SWAP_SIDE_H
#define SWAP_SIDE_H

#include "claim/claim.h"
#include "swap/index.h"

/*
 * Words that somebody wrote in lower case: "Explorer" may be a name, but not when
 * "explorer" stands elsewhere.  A hashed set; a collision hides a name, nothing worse.
 */
struct lower_words {
	uint64_t bits[FEATURE_LETTERS / 64];
};
void lower_words_add(struct lower_words *seen, struct str text);

// A named thing that is none of the companies': Kubernetes, GDPR, Google Analytics, S3.
struct named {
	struct span span; // of neighbouring words together
};

// "The only", "the most popular", "#1": alone among all, by its own word.
enum exclusive_class {
	EXCLUSIVE_NONE,
	EXCLUSIVE_ONLY,
	EXCLUSIVE_FIRST,
	EXCLUSIVE_BEST, // leading, #1, most popular, most trusted, best
	EXCLUSIVE_FAST,
	EXCLUSIVE_EASY,
	EXCLUSIVE_LARGE,
	EXCLUSIVE_OTHER, // any other superlative; see word
};

struct exclusive {
	enum exclusive_class class;
	struct span span;   // the words that claim it: "the most popular"
	struct span word;   // EXCLUSIVE_OTHER: the superlative itself
	struct span object; // of what: "open-source feature flag tool"; may be empty
};

struct side {
	struct str text;
	struct mentions names; // of companies and products
	struct claim_parts parts;
	struct named *named;
	size_t named_count, named_room;
	struct exclusive exclusive;
};

// Takes a claim apart; everything lives in `a`.
void side_of(struct str text, const struct aliases *names, const struct lower_words *seen,
	struct arena *a, struct side *out);

void named_find(struct side *s, const struct lower_words *seen, struct arena *a);
void exclusive_find(struct side *s);
// Whether a text has a word that could make a first place at all; cheap.
bool exclusive_may_be(struct str text);
/*
 * Whether two claims are exclusive about the same object: same kind of first place, and
 * the head words of one object stand in the other.  "Platform", "tool" and their like
 * are no object by themselves.
 */
bool exclusive_same(const struct side *a, const struct side *b);
// The same kind of first place in sentences that are much alike, of which neither names
// an object: "the easiest way to hand over a shift".
bool exclusive_alike(const struct side *a, const struct side *b);

struct str side_words(const struct side *s, struct span span);

#endif

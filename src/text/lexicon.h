// lexicon: words and phrases with a meaning for us, all looked up in one walk.
#ifndef TEXT_LEXICON_H
#define TEXT_LEXICON_H

#include "base/base.h"

// Phrases in lower case with '|' between, as words are folded: "get started|book a demo".
struct lexicon_list {
	const char *phrases;
	unsigned tags; // bits of the caller's own; a phrase in several lists has them all
};

struct lexicon; // immutable once built

struct lexicon_hit {
	struct span span;
	unsigned tags;
	size_t word; // index of its first word in the text, from 0
};

struct lexicon *lexicon_build(
	struct arena *a, const struct lexicon_list *lists, size_t count);

// Where a walk stands; zero at the beginning.
struct lexicon_walk {
	size_t at, word;
};

/*
 * The next phrase of the text, at each word the longest; hits do not overlap.  Words of a
 * phrase may have anything but words between them.  False at the end.  O(text).
 */
bool lexicon_next(const struct lexicon *x, struct str text, struct lexicon_walk *walk,
	struct lexicon_hit *out);
// The tags of one word or phrase, 0 if it is not there.
unsigned lexicon_find(const struct lexicon *x, struct str folded);

#endif

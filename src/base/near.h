// near: the known word that somebody meant.
#ifndef BASE_NEAR_H
#define BASE_NEAR_H

#include "base/str.h"

/*
 * Edits between two words: insert, delete, replace, or swap two neighbours (optimal
 * string alignment, Damerau 1964).  ASCII case does not count.  Words over 64 bytes are
 * as far apart as they can be.  O(length of a x length of b).
 */
size_t near_distance(struct str a, struct str b);

// Set `word`, try every known word, then ask: the first of the closest ones wins.
struct near {
	struct str word;
	struct str best;
	size_t distance;
};

void near_try(struct near *n, struct str known);
// Whether the best one is close enough to ask "did you mean": a third of the word, at
// least one edit, at most three.
bool near_found(const struct near *n);

#endif

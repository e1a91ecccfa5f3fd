// contradict: two sentences that give different numbers for the same thing.
#ifndef AUDIT_CONTRADICT_H
#define AUDIT_CONTRADICT_H

#include "base/base.h"

// The numbers as the two sentences write them: "9 EUR", "14 EUR".
struct contradiction {
	struct str left, right;
};

/*
 * Whether `right` says another number than `left` where both put it next to the same
 * unit and speak of the same thing: at least two words of four letters or more in common,
 * one of them within four words of the number.  Not when any number of `right` with that
 * unit equals the left one: a list of prices does not contradict one of them.  O(words
 * squared); sentences beyond 400 bytes are cut.
 */
bool contradicts(struct str left, struct str right, struct contradiction *out);

#endif

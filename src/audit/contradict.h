// contradict: two sentences that give different numbers for the same thing.
#ifndef AUDIT_CONTRADICT_H
#define AUDIT_CONTRADICT_H

#include "base/base.h"

// The numbers as the two sentences write them: "9 EUR", "14 EUR".
struct contradiction {
	struct str left, right;
};

enum agreement { SAYS_NOTHING, SAYS_SAME, SAYS_OTHER };

/*
 * What `right` says about the numbers of `left`: SAYS_SAME if it repeats one with its
 * unit, SAYS_OTHER if it puts another number next to the same unit and speaks of the same
 * thing: at least two words of four letters or more in common, one of them within four
 * words of both numbers.  SAYS_SAME wins: a list of prices does not contradict one of
 * them.  O(words squared); of longer sentences the first 400 bytes are read.
 */
enum agreement numbers_agree(
	struct str left, struct str right, struct contradiction *out);

// Whether numbers_agree can say anything of a sentence.
bool has_number(struct str sentence);

/*
 * "No single sign-on" against "SAML single sign-on": `denied` begins with "no" and every
 * other word of it, at least two of four letters or more, stands in `offered`, which
 * denies nothing.
 */
bool denied_and_offered(struct str denied, struct str offered);

#endif

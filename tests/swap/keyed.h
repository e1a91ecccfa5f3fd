// keyed: forty invented claims with what a careful reader calls each.
#ifndef TESTS_SWAP_KEYED_H
#define TESTS_SWAP_KEYED_H

#include "swap/swap.h"
#include "tests/swap/world.h"

struct keyed {
	struct str want[64], claim[64];
	size_t count;
};

struct keyed_score {
	size_t said, right, wanted; // "shared": said, rightly said, in the key
	size_t exact, count;	    // verdicts as in the key
	size_t denied;		    // contested in the key, yet called shared
};

// Claims as ours, two competitors beside them, from tests/swap/fixture below the current
// folder; false if it is not there.
bool keyed_open(struct world *w, struct keyed *key);
// "ours" for unique, unproven, swappable and cannot-tell, which the key does not part.
const char *keyed_name(enum verdict v);
struct keyed_score keyed_score(const struct keyed *key, const struct swap_result *r);

#endif

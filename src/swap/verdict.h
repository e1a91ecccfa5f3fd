// verdict: one claim's evidence becomes one word, one reason and one sentence to read.
#ifndef SWAP_VERDICT_H
#define SWAP_VERDICT_H

#include "swap/compare.h"
#include "swap/ledger.h"
#include "swap/phrase.h"
#include "swap/survive.h"

// What all verdicts of a run need.
struct bench {
	const struct comparison *comparison;
	const struct material *material;
	const struct ledger *ledger;
	const struct survivals *survivals;
	struct arena *arena; // of the result
	size_t worst_group;  // whose name stands in sentences nobody echoes
};

// Fills everything of a claim but headline and copied_elsewhere.  O(text x
// competitors).
void verdict_of(const struct bench *b, size_t claim, struct swapped_claim *out);

// Whether our claim works with the name of one competitor: they say it, nobody could be
// wrong saying it, or both claim the same first place.
bool verdict_works_with(const struct swapped_claim *c, size_t vendor);

#endif

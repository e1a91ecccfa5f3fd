// saying: whether a sentence says a claim of the ledger, and what it changes about it.
#ifndef SWAP_SAYING_H
#define SWAP_SAYING_H

#include "swap/book.h"
#include "swap/check.h"
#include "swap/side.h"

// A claim of the ledger taken apart once.
struct saying_claim {
	struct side side;
	struct check check; // its conditions, audiences and names
	struct str qualifier;
	struct claim_parts qualified; // claim and qualifier together
	struct claim_parts condition; // the qualifier alone
};

void saying_claim_of(struct str claim, struct str qualifier, const struct aliases *names,
	const struct lexicon *words, struct arena *a, struct saying_claim *out);

/*
 * What `said` makes of the claim; *change says it as a fragment in `a`: "says 60% instead
 * of 40%", "drops “up to”", "adds “every”".  Fuzzy on wording, exact on numbers.  The
 * qualifier is not looked at: it may stand in another sentence, see saying_qualified.
 */
enum saying saying_of(const struct saying_claim *claim, const struct side *said,
	struct arena *a, struct str *change);

// Whether the qualifier stands in a stretch of text around the claim; true without one.
bool saying_qualified(
	const struct saying_claim *claim, struct str around, const struct aliases *names);

#endif

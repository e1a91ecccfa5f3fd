// headlines: the claims a company leads with, and how they stand against its competitors.
#ifndef AUDIT_HEADLINES_H
#define AUDIT_HEADLINES_H

#include "audit/audit.h"

enum { HEADLINES_MIN = 3 };

// Whether a claim is one of those (swap/headline.h), each where it is said loudest.
bool headline_is(const struct swapped_claim *claim);
// Sets facts->rivals, from which the others decide; after the deals are counted.
void headlines_settle(struct facts *facts);

// One competitor among the headline claims.
struct said_by {
	size_t vendor;
	size_t echoed; // headline claims that it says, too
};

struct headlines {
	size_t count, fails;	// of those that fail: ...
	size_t echoed, anyones; // ... said by a competitor; as true of anybody
	struct said_by *by;	// competitors who say any, most first
	size_t by_count;
	const struct swapped_claim *worst;
	const struct echo *worst_echo; // NULL when the worst is anyone's
	double chance;		       // the largest chance of an echo that counts
};

// Against the competitors of whom there is a page and who were met in a tenth of the
// deals (all, when no deal says whom it met).  `rivals` is how many these are.
struct headlines headlines_of(const struct facts *facts, size_t *rivals);
// Why a claim fails against them: *echo is the sentence that says it, or NULL.
bool headline_fails(const struct facts *facts, const struct swapped_claim *claim,
	const struct echo **echo);

#endif

// phrase: what a verdict says to people, and the sentence with the other name in it.
#ifndef SWAP_PHRASE_H
#define SWAP_PHRASE_H

#include "swap/check.h"
#include "swap/judge.h"
#include "swap/material.h"

/*
 * The test itself: our sentence with `name` for every name of ours and `us` for theirs
 * ("Unlike Shiftly, Fernhollow ..." turns around).  Possessives, capitals and "a" or "an"
 * are kept right.  Without a name of ours the sentence is introduced by theirs:
 * "Shiftly: Nothing gets lost."
 */
struct str phrase_swapped(
	struct arena *a, const struct side *ours, struct str name, struct str us);
struct str phrase_masked(struct arena *a, const struct side *ours);

// "72 hours here, 48 hours at Shiftly": what differs, a fragment.
struct str phrase_conflict(struct arena *a, const struct pair *pair, struct str name);
// The reason of a contested pair as a sentence.
struct str phrase_contested(struct arena *a, const struct pair *pair, struct str name);
// "Shiftly says the same, word for word."
struct str phrase_shared(
	struct arena *a, struct str name, double similarity, bool partly);
struct str phrase_filler(const struct check *check);
// Of a claim that no competitor says.
struct str phrase_proof(struct arena *a, enum proof proof, const struct claim_entry *row);
// "Shiftly, OpsGrid and Loomis"
struct str phrase_names(struct arena *a, const struct str *names, size_t count);

// Words of ours and theirs that both have, joined where only small words stand between.
// Written to `spans`; returns how many.
size_t phrase_marks(const struct side *side, const struct side *other, struct arena *a,
	struct span **spans);

#endif

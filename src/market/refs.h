// refs: what our own files name as evidence, and whose word that is.
#ifndef MARKET_REFS_H
#define MARKET_REFS_H

#include "market/heard.h"

struct market_ref {
	enum witness witness;
	bool found;		  // what it names is there
	uint32_t talk;		  // of a buyer's word that was found
	struct evidence evidence; // where it stands; empty unless found
};

struct market_refs; // the names of all talks; O(talks) to build, O(1) to ask
const struct market_refs *market_refs_of(
	const struct workspace *ws, const struct heard *heard, struct arena *a);

/*
 * `evidence` is the place in the talk that its fragment names; without one the caller
 * finds the words.  "interview:INT-07", "interviews/INT-07.md",
 * "calls/2024-11-03-kestrel.vtt#00:04:12", "review:V-002": a buyer's word.
 * "deals:shiftly" is a seller's, "analyst:..." a third party's, everything else our own:
 * "internal assumption".
 */
struct market_ref market_ref_of(const struct market_refs *refs, struct str value);

#endif

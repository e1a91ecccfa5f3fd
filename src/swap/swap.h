// swap: would our claims be as true with a competitor's name on them?
#ifndef SWAP_SWAP_H
#define SWAP_SWAP_H

#include "model/model.h"
#include "stat/stat.h"

// In the order in which they are decided; the first that holds is the verdict.
enum verdict {
	VERDICT_NOT_A_CLAIM,
	VERDICT_SHARED,	   // a competitor already says it
	VERDICT_CONTESTED, // a competitor says the opposite, another number, or "the most
			   // ..." too
	VERDICT_FILLER,	   // nothing in it could be wrong
	VERDICT_SWAPPABLE, // none says it, but it would be as true of them (needs
			   // evidence L)
	VERDICT_UNPROVEN,  // ours alone, without proof in the ledger
	VERDICT_UNIQUE,
	VERDICT_CANNOT_TELL,
	VERDICT_COUNT,
};

// One sentence of a competitor beside a claim of ours.
struct echo {
	size_t vendor; // index into workspace.vendors
	double similarity;
	struct evidence evidence; // their words, file, place, date
	struct span *shared;	  // ranges of evidence.quote whose words are shared
	size_t shared_count;
	bool conflicts;	     // numbers, units, polarity or "only / first / most" differ
	struct str conflict; // what differs: "72 hours here, 48 hours there"
};

struct swapped_claim {
	const struct copy *copy;
	const struct sentence *sentence;
	struct str masked; // brand and product names replaced
	struct str
		swapped; // the sentence with the competitor's name in it: the test itself
	size_t swapped_with; // vendor index of that name
	enum verdict verdict;
	struct str reason;   // in words, complete sentence
	struct echo *echoes; // at most one a vendor, most similar first
	size_t echo_count;
	struct span *shared; // ranges of sentence->text that the closest echo shares
	size_t shared_count;
	double check;	       // Z: checkable content per word, see docs/methods.md
	struct str *checkable; // what could be wrong: "72 hours", "machine events"
	size_t checkable_count;
	struct str *missing; // what would make it ours: "a number", "the mechanism", "for
			     // whom", "the trade-off"
	size_t missing_count;
	const struct claim_entry *ledger; // the ledger row it matches, or NULL
	bool copied_elsewhere; // a near-duplicate of an earlier claim in this result:
			       // counted once
};

struct swap_options {
	const char *against;	    // vendor id, or NULL for all
	const struct copy **drafts; // test these instead of the workspace's own copy;
				    // NULL for the latter
	size_t draft_count;
	size_t threads;
};

struct swap_result {
	struct swapped_claim *claims; // path order, then document order
	size_t claim_count;
	size_t sentences_read, not_claims; // of ours
	size_t rival_sentences;		   // claims of competitors searched
	double echo_threshold;		   // from the null; 0 without competitors
	struct estimate rate; // weighted share that does not stand as ours alone
	size_t headline_count, headline_fail; // distinct headline claims; those shared,
					      // contested, filler or swappable
	struct str *notes; // what this could not see: "no page of Loomis"
	size_t note_count, note_room;
};

// Allocates in ws->arena.  Never fails: without competitor files only filler and
// exclusives are judged, and notes say so.
void swap_run(const struct workspace *ws, const struct swap_options *options,
	struct swap_result *out);
const char *verdict_name(enum verdict v); // "shared", "contested", ...
bool verdict_fails(enum verdict v);	  // shared, contested, filler or swappable

#endif

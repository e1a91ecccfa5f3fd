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
			   // ..." too, or says it without what makes it ours
	VERDICT_FILLER,	   // nothing in it could be wrong
	VERDICT_SWAPPABLE, // none says it, but it reads like a competitor's pages rather
			   // than ours (evidence L): they could say it
	VERDICT_UNPROVEN,  // ours alone, without proof in the ledger
	VERDICT_UNIQUE,
	VERDICT_CANNOT_TELL,
	VERDICT_COUNT,
};

// What the claims ledger knows of a claim.
enum proof {
	PROOF_UNKNOWN,	// there is no ledger
	PROOF_UNLISTED, // the ledger does not have it
	PROOF_WAITING,	// proposed, or approved without evidence
	PROOF_REJECTED, // rejected
	PROOF_EXPIRED,	// its review is overdue, or the ledger calls it expired
	PROOF_HOLDS,	// approved or restricted, with evidence
	PROOF_COUNT
};

// Whether a claim of ours could stand on a competitor's pages by its wording (evidence
// L).
enum survival {
	SURVIVES_UNKNOWN, // not enough of their words or of ours, or the material check
			  // failed: see swap_material.why
	SURVIVES_NO,	  // it reads more like us, or like nothing they ever say
	SURVIVES_YES,	  // it reads more like them, and is no stranger there
};

/*
 * One claim against one competitor; every competitor has one, whether or not any of its
 * sentences is near.  `voice` is A of docs/methods.md against this competitor, in natural
 * logarithms a character: below 0 it reads more like them, above 0 more like us.  It says
 * who would word it so, never whether it is true of them.
 */
struct swap_against {
	size_t vendor; // index into workspace.vendors
	double echo;   // similarity of the nearest sentence that was found; 0 if none
	double voice;  // 0 when survives is SURVIVES_UNKNOWN
	enum survival survives;
	enum verdict verdict; // against this competitor alone
	bool works;	      // the sentence works with this competitor's name on it
};

// What the probability is computed from.
struct swap_signs {
	double echo;  // similarity beyond the threshold, the most of all competitors
	double check; // Z
	double said;  // 1: a competitor says it; -1: contested, and wrong of them; else 0
};

/*
 * A calibrated probability that a careful reader would call the claim filler or shared
 * rather than differentiated, fitted on labelled claims of real vendors
 * (docs/methods.md). It stands beside the verdict and never makes it.
 */
struct swap_chance {
	bool known;		 // false: no competitor page to compare with
	double value, low, high; // 95 %, bootstrap over the categories it was fitted on
	bool abstains;		 // low < 1/2 < high: cannot tell
};

// One sentence of a competitor beside a claim of ours.
struct echo {
	size_t vendor; // index into workspace.vendors
	double similarity;
	double chance;	      // share of unrelated claims that come as close
	double covered;	      // share of our words it has, by weight
	enum verdict verdict; // against this competitor alone: shared, contested,
			      // cannot-tell (close, but something else) or unique
	struct evidence evidence; // their words, file, place, date
	struct span *shared;	  // ranges of evidence.quote whose words are shared
	size_t shared_count;
	bool works;	// our sentence works with this competitor's name on it
	double meaning; // cosine, if the endpoint of swap_options.meaning found it and
			// not its words; else 0
	bool conflicts; // what makes it contested; then `conflict` says it
	struct str conflict; // what differs: "72 hours here, 48 hours at Shiftly"
};

struct swapped_claim {
	const struct copy *copy;
	const struct sentence *sentence;
	struct str masked; // brand and product names replaced by [name]
	struct str
		swapped; // the sentence with the competitor's name in it: the test itself
	size_t swapped_with; // vendor index of that name; SIZE_MAX without competitors
	enum verdict verdict;
	// The sentence works with the competitor's name on it: shared, filler, or
	// contested because both claim the same first place.  Another number or a denied
	// feature is contested, too, but would be wrong with their name: that one is
	// ours.  Swappable does not count: it knows wording, not truth.
	bool swaps;
	struct str reason;   // in words, complete sentence
	struct echo *echoes; // at most one a vendor, the one that decides first, then the
			     // most similar; beside them what is only near
	size_t echo_count;
	struct swap_against *against; // every competitor, in order of swap_result.rivals
	size_t against_count;
	struct swap_signs signs;
	struct swap_chance p_swap;
	struct span *shared; // ranges of sentence->text that the first echo shares
	size_t shared_count;
	double check;	       // Z: checkable content by length, see docs/methods.md
	struct str *checkable; // what could be wrong: "72 hours", "machine events"
	size_t checkable_count;
	struct str *missing; // what would make it ours: "a number", "how it works", "for
			     // whom", "the trade-off"
	size_t missing_count;
	// What would make it ours, asked of its own words: "“fast”: how fast, at what,
	// and who measured it?"  Only where swaps.
	struct str *asks;
	size_t ask_count;
	// The unique claim of ours about the same thing, to say instead; NULL without
	// one.
	//  Only where swaps.
	const struct swapped_claim *better;
	const struct claim_entry *ledger; // the ledger row it matches, or NULL
	enum proof proof;
	bool headline; // among what we say first: see docs/methods.md, "Headline claims"
	bool copied_elsewhere; // the same claim is said louder, or first, elsewhere in
			       // this result: counted there, once
};

// An endpoint of the user's own that turns sentences into vectors; see swap/embed.h.
struct swap_meaning {
	struct str endpoint; // "http://127.0.0.1:8080/v1/embeddings"
	struct str model;
	struct str host;   // may be asked although it is not this machine; empty for none
	const char *key;   // for the header Authorization; NULL for none
	const char *agent; // User-Agent
	bool (*stop)(void *context); // gives up when it says so; may be NULL
	void *context;
};

struct swap_options {
	const struct swap_meaning *meaning; // also look for paraphrases; NULL for not
	const char *against;		    // vendor id, or NULL for all
	const struct copy **drafts; // test these instead of the workspace's own copy;
				    // NULL for the latter
	size_t draft_count;
	size_t threads;
};

// The material and the result against one competitor.
struct swap_rival {
	size_t vendor;
	size_t files, claims;	    // pages read, distinct claims on them
	struct date oldest, newest; // of the pages; no date if unknown
	double threshold; // similarity beyond chance, for a claim of usual length
	size_t shared, contested;
	struct estimate works; // claims that work with their name: k of n, with interval
};

// What one of our own documents comes to.
struct swap_asset {
	const struct copy *copy;
	size_t claims, works, headlines, headlines_work;
};

/*
 * How much there is of a vendor's words, and whether they are recognised when the whole
 * document they stand in is kept from the models: the leave-document-out check.  Evidence
 * L is used only against vendors that pass it, and only if we pass it ourselves.  A check
 * that passes says that wording is steady from page to page; it proves no claim.
 */
struct swap_material {
	size_t vendor;		  // index into workspace.vendors; SIZE_MAX is us
	size_t claims, documents; // distinct claims; documents they stand in
	size_t tested;		  // claims of documents that were held out
	struct estimate accuracy; // share of them given to this vendor; n = 0: not tested
	// The same after documents were dealt out to vendors by chance: mean and the
	// range of 95 in 100.
	struct estimate chance;
	double p; // share of such deals that do as well; 1 if not tested
	bool passed;
	struct str why; // a complete sentence, passed or not
};

// Whether our words come nearer to the competitors' from version to version.
enum drift_way {
	DRIFT_TOO_FEW, // too few versions, or no competitor page as old
	DRIFT_NONE,    // no change that chance would not explain
	DRIFT_TOWARD,  // drifting toward the pack
	DRIFT_AWAY,
};

// One dated version of ours beside what competitors said on that day.
struct drift_point {
	struct date date;
	struct str path;   // the file it stands in
	size_t claims;	   // of ours in this version
	size_t rivals;	   // competitors with a page of that day or earlier
	double similarity; // mean cosine of vocabularies over competitors
	double low, high;  // 95 %, bootstrap over claims
};

// The versions of one thing we say: the home page, the positioning canvas.
struct swap_drift {
	const char *what;	// "home page", "positioning"
	struct drift_point *at; // oldest first
	size_t count;
	size_t left_out; // versions without a date, or older than every competitor page
	// Last less first, over the competitors that both dates have, with as many claims
	// on both sides: the change, and the parts of it that our words and theirs made.
	double change, low, high;
	double by_us, by_them;
	size_t rivals; // competitors that both dates have
	enum drift_way way;
	struct str sentence; // in words, complete
};

// A word that one side uses more than chance explains.
struct swap_word {
	struct str word;
	size_t ours, theirs; // claims that have it
	double z; // log-odds ratio with Dirichlet prior over its deviation; > 0 is ours
};

struct swap_words {
	struct swap_word *ours, *theirs, *shared; // strongest first
	size_t ours_count, theirs_count, shared_count;
};

struct swap_result {
	struct swapped_claim *claims; // path order, then document order
	size_t claim_count;
	size_t distinct; // claims that are not copied_elsewhere: the denominator
	size_t sentences_read, not_claims; // of ours
	size_t rival_sentences;		   // claims of competitors searched
	double echo_threshold; // the lowest of all competitors; 0 without competitors
	struct estimate rate;  // weighted share that works with a competitor's name
	struct estimate works; // the same as a count, unweighted: k of n
	size_t headline_count, headline_fail; // distinct headline claims; those that work
					      // with a competitor's name
	struct swap_rival *rivals;	      // in order of works, most first
	size_t rival_count;
	struct swap_asset *assets; // path order
	size_t asset_count;
	struct swap_words words;
	struct swap_material *material; // ours first, then in order of rivals
	size_t material_count;
	struct swap_drift *drifts; // the home page, then the canvas; what has versions
	size_t drift_count;
	bool ledger;	   // there is a claims ledger
	struct str *notes; // what this could not see: "no page of Loomis"
	size_t note_count, note_room;
};

// Allocates in ws->arena.  Never fails: without competitor files only filler and
// exclusives are judged, and notes say so.  Same bytes for any number of threads.
void swap_run(const struct workspace *ws, const struct swap_options *options,
	struct swap_result *out);
// Adds a note to what the result says about itself.
void swap_note(struct swap_result *r, struct arena *a, struct str note);
const char *verdict_name(enum verdict v); // "shared", "contested", ...
const char *proof_name(enum proof p);	  // "proven", "expired", ...
const char *drift_name(enum drift_way w); // "too-few", "none", "toward", "away"

#include "swap/book.h" // builds on the structs above

#endif

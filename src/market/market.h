// market: what buyers say: which parts of our positioning they back, and whose words we
// use.
#ifndef MARKET_MARKET_H
#define MARKET_MARKET_H

#include "model/model.h"
#include "stat/stat.h"

enum backing_kind {
	BACKING_ELEMENT, // a line of the canvas in force
	BACKING_PILLAR,
	BACKING_CLAIM,
	BACKING_PAIN,
	BACKING_KINDS
};

// One sentence of a buyer that backs something.
struct backing_quote {
	struct evidence evidence;
	uint32_t account;
	bool declared; // named by our own file, not found by Candor
	float share;   // of the words that it has to have; 1 for a declared one
};

enum { BACKING_QUOTES = 3 };

// How many distinct buyers stand behind one thing that we say.
struct backing {
	enum backing_kind kind;
	enum element part; // of BACKING_ELEMENT
	struct str id, text;
	struct str persona;
	struct evidence at; // where we say it
	/*
	 * Distinct accounts, a review without a company counting as one: all that were
	 * heard to say it or are named as evidence; of them, those of the last twelve
	 * months; and those that our own file names.
	 */
	size_t buyers, recent, declared;
	struct date newest;		  // of any of them
	size_t by_witness[WITNESS_COUNT]; // references of our own file, by whose word it
					  // is
	size_t unresolved;		  // references to something that is not there
	bool asked_by_words; // its own words were looked for; a segment's are not
	// The pains that it answers, and what they rest on by our own account.
	const struct pain *pains[8];
	size_t pain_count;
	struct str assumed; // "internal assumption": the source of a pain without a buyer
	struct backing_quote quotes[BACKING_QUOTES]; // of distinct buyers, newest first
	size_t quote_count;
};

// A word, or two beside each other, and who uses it.
struct market_word {
	struct str word;	    // as most often written
	size_t buyers;		    // distinct accounts that say it
	size_t pages;		    // documents of ours that do
	struct estimate share;	    // of the buyers, Wilson 95 %
	struct estimate difference; // share of buyers minus share of pages, Newcombe 95 %
	double q;		    // Benjamini and Hochberg over all words tried
};

enum { MARKET_WORDS = 12 };

// Whose words: of all buyers, or of those of one role.
struct market_gap {
	struct str persona; // in lower case; empty: all
	size_t buyers, pages;
	struct market_word theirs[MARKET_WORDS], ours[MARKET_WORDS];
	size_t their_count, our_count;
	size_t tried; // words that were frequent enough to be compared
};

struct market_gaps {
	// All buyers first, then the roles with most of them; of a role only words that
	// are hardly luck (q at most 0.1).
	struct market_gap *at;
	size_t count;
};

// How often what has nothing to do with these buyers would find three of them.
struct market_null {
	double share; // of a need's weight that a sentence must have
	size_t tried; // unrelated statements
	size_t found; // of them, how many found as many buyers as FEW
};

struct market {
	// What was listened to.
	size_t calls, interviews, reviews, tickets;
	size_t calls_recent, interviews_recent;
	size_t buyers, buyers_recent; // distinct
	size_t sentences;
	size_t calls_unknown;	   // calls in which nobody is known as a buyer
	size_t unknown_sentences;  // of speakers whose side nothing says
	size_t calls_without_deal; // each counted as a buyer of its own
	struct market_null null;
	struct backing
		*backings; // canvas, pillars, pains, claims; each in its file's order
	size_t backing_count;
	size_t claims_left_out;	   // beyond MARKET_CLAIMS_MAX
	const struct heard *heard; // for the functions below
};

// Fewer distinct buyers than this do not carry a value or a pillar.
enum { MARKET_FEW = 3, MARKET_CLAIMS_MAX = 2000 };

/*
 * Listens to everything buyers said in ws and counts.  Pure and the same for any number
 * of threads; everything lives in ws->arena.  O(text).
 */
void market_run(const struct workspace *ws, struct market *out);

// The pains that most buyers voiced of late, most first, at most `most`; how many.
size_t market_top_pains(const struct market *m, size_t most, const struct backing **out);

/*
 * Words that MARKET_FEW buyers or more use and our documents hardly do, and the reverse:
 * words that our documents use and no buyer does.  Without stop words, words of every
 * conversation, and names.  Lives in ws->arena.  O(text).
 */
void market_gaps_of(
	const struct workspace *ws, const struct market *m, struct market_gaps *out);

// How much of a draft is said in buyers' words.
struct market_backing {
	size_t words;  // content words of the text, each counted every time
	size_t theirs; // of them, those that at least MARKET_FEW buyers use, in any form
	struct str strange[8]; // the first that no buyer uses
	size_t strange_count;
};
/*
 * For pre-flight checks: asks many drafts against one market.  O(words of the draft) once
 * market_users was made, which is O(text of the buyers).
 */
struct market_users; // how many buyers use each word; immutable
const struct market_users *market_users_of(const struct market *m, struct arena *a);
void market_backing_of(const struct market_users *users, struct str text, struct arena *a,
	struct market_backing *out);

const char *backing_kind_name(enum backing_kind kind); // "element", "pillar", ...

#endif

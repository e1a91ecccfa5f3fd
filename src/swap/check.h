// check: could anyone be wrong? What in a claim can be checked, and how much is air.
#ifndef SWAP_CHECK_H
#define SWAP_CHECK_H

#include "swap/side.h"

// What makes a sentence checkable, strongest first.
enum check_kind {
	CHECK_NUMBER,	  // with what it counts
	CHECK_NAMED,	  // a technology, a standard, a third party
	CHECK_MECHANISM,  // how: "written from machine events"
	CHECK_CONSTRAINT, // when or within which limits: "without a network"
	CHECK_AUDIENCE,	  // for whom: "for regulated plants"
	CHECK_TRADE,	  // what it costs or cannot do: "cloud is optional"
	CHECK_SPECIFIC,	  // words that are neither praise nor everybody's
	CHECK_KINDS
};

enum { CHECK_SPANS = 12 };

struct check {
	double z; // evidence less praise, by length; see docs/methods.md
	size_t count[CHECK_KINDS];
	size_t praise;			// empty superlatives and buzzwords
	struct span spans[CHECK_SPANS]; // the checkable words, strongest kind first
	enum check_kind kinds[CHECK_SPANS];
	size_t span_count;
};

// The lexicon of praise, business words, mechanisms and audiences; built once a run.
struct lexicon *check_words(struct arena *a);

/*
 * Judges one claim.  `is_category(context, concept)` says whether a word belongs to the
 * whole category, so that naming it says nothing; NULL if nobody knows.  O(text).
 */
typedef bool check_category(const void *context, struct str concept);
void check_claim(const struct lexicon *words, const struct side *s,
	check_category *is_category, const void *context, struct check *out);

// Below this a claim is filler.
double check_least(void);

#endif

// parts: a claim in the pieces that comparing needs: content words, negations, numbers.
#ifndef CLAIM_PARTS_H
#define CLAIM_PARTS_H

#include "text/text.h"

// One word that carries meaning.
struct claim_part {
	struct span span; // in claim_parts.text
	struct str stem;  // concept of its stem, see text/concept.h
	unsigned flags;	  // enum word_flag
	bool negated;	  // "without a network", "no cookies", "banners not required"
	bool again;	  // the word stood before in the same claim: it is compared once
	bool absent; // said not to be there: "no cookies", "without a network", "planned"
	float weight; // how much it counts in claim_compare; 1 unless the caller knows
};

struct claim_parts {
	struct str text;
	enum tongue tongue;
	struct claim_part *at; // in order; numbers are not among them
	size_t count, room;
	struct quantities numbers;
	bool later; // "planned", "coming soon": all words are negated, yet not denied
	float number_weight; // of each number in claim_compare; 1 unless the caller knows
};

/*
 * Takes a claim apart.  Words inside `hidden` (names, sorted) are left out.  Everything
 * lives in `a`; text is borrowed.  O(text).
 */
void claim_parts_of(struct str text, const struct span *hidden, size_t hidden_count,
	struct arena *a, struct claim_parts *out);

// Whether a text has a word that negates; cheap.
bool claim_negates(struct str text);

// How alike two words are: 1 for the same stem or one that only ends otherwise, less for
// a compound that contains the other, else 0.
float claim_part_match(const struct claim_part *a, const struct claim_part *b);

// What is alike between claim a and claim b, and what is not.
struct claim_likeness {
	// Share of a's words and numbers, by weight, that b has; a number counts if b
	// counts the same thing, however much of it.  0 if a has none.
	double a_in_b;
	double b_in_a;
	size_t shared;	 // how many of a's words b has
	double evidence; // the sum of their weights
	double turned;	 // share of the shared words that only one of them negates
	bool opposed; // most shared words are negated in one and not in the other, or the
		      // one has a word and the other its opposite
	struct str opposite_a, opposite_b; // the words that say so
	bool a_denies, b_denies; // which of them negates; neither if the words differ
	bool a_plans, b_plans;	 // which of them says that it comes later
	// Numbers: the first that differs although both count the same; the first that
	// only one of them has; SIZE_MAX if there is none.
	size_t differs_a, differs_b;
	size_t only_a, only_b;
	bool overlap; // numbers that neither differ nor are equal: "80", "5 to 80"
	size_t equal; // how many numbers both have
};

void claim_compare(const struct claim_parts *a, const struct claim_parts *b,
	struct claim_likeness *out);

/*
 * Whether `said` says `claim`, perhaps in other words and perhaps with more around it.
 * Fuzzy on wording, exact on numbers: every number of the claim stands in `said`, none
 * differs, and a claim without numbers is not said by a sentence that adds one to it.
 */
bool claim_said_by(const struct claim_parts *claim, const struct claim_parts *said);
// Whether two claims say the same: each says the other.
bool claim_same(const struct claim_parts *a, const struct claim_parts *b);

#endif

// need: something that we say buyers have or want, and whether a sentence of theirs says it.
#ifndef MARKET_NEED_H
#define MARKET_NEED_H

#include "claim/claim.h"
#include "market/kin.h"
#include "market/mood.h"

enum need_kind {
	NEED_PAIN,  // a problem: a denial is not it, and a good state is not it
	NEED_VALUE, // a value, an attribute, a claim: a denied problem is not it
	NEED_NAME,  // what something is called: all of its words, side by side
};

// One content word of a need.
struct need_word {
	struct str concept;
	uint8_t kin;	// group of market/kin.h, or KIN_NONE
	float weight;	// set by need_weigh
	unsigned flags; // enum word_flag
};

struct need {
	enum need_kind kind;
	struct str text;
	enum tongue tongue;
	struct mood mood;
	struct need_word *at; // every concept once, in order
	size_t count;
	float total; // of the weights
};

enum { NEED_WORDS_MAX = 24 };

// What both sides of a comparison are read with; immutable.
struct market_words {
	const struct kin *kin;
	const struct lexicon *moods;
};
struct market_words market_words_build(struct arena *a);

// Borrows text.  Words beyond NEED_WORDS_MAX are left out.  All weights are 1.
void need_of(struct str text, enum need_kind kind, const struct market_words *words,
	struct arena *a, struct need *out);

// How a word of a need meets one of a sentence: 1 for the same, less for a compound or a
// kin, 0 else.
float need_match(const struct need_word *word, struct str concept, unsigned kin);

/*
 * NEUTRAL: a sentence that neither complains nor wishes must say this much of a need.
 * Related words alone do where there are at least KIN_ALONE: German buyers of an English
 * message.
 */
enum { KIN_MATCH_PERCENT = 60, NEUTRAL_PERCENT = 60, KIN_ALONE = 3 };

// How much of a need a sentence says.
struct need_score {
	float share;	 // of the need's weight that the sentence has
	unsigned words;	 // how many of its words
	unsigned strict; // how many of them not only as kin
};

// Whether the score is enough at this threshold; a pure function of both.
bool need_passes(const struct need *need, const struct need_score *score, double share);

/*
 * Whether the mood of the words that reached it lets them stand for the need: no denial,
 * no question, nothing put into the buyer's mouth.  `praise` is set where a denied
 * problem is good news of us: in reviews of ours.
 */
bool need_meant(
	const struct need *need, const struct mood *mood, float share, bool praise);

#endif

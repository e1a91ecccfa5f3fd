// need: something that we say buyers have or want, and whether a sentence of theirs says
// it.
#ifndef MARKET_NEED_H
#define MARKET_NEED_H

#include "claim/claim.h"
#include "market/kin.h"
#include "market/light.h"
#include "market/mood.h"

enum need_kind {
	NEED_PAIN,    // a problem: a denial is not it, and a good state is not it
	NEED_VALUE,   // a value, an attribute, a claim: a denied problem is not it
	NEED_NAME,    // what something is called: all of its words, side by side
	NEED_SPELLED, // a name of its own: as it is spelled
};

// One content word of a need.
struct need_word {
	struct str concept;
	uint8_t kin;  // group of market/kin.h, or KIN_NONE
	float weight; // set by needs_weigh
	float bits;   // of the chance that a sentence has it; set by needs_weigh
	bool light;   // in every conversation, see market/light.h
	bool absent;  // said not to be there: "no network"
};

struct need {
	enum need_kind kind;
	struct str text;
	enum tongue tongue;
	struct mood mood;
	bool written;	      // a name that is also a word: only as it is written
	struct need_word *at; // every concept once, in order
	size_t count;
	size_t heavy;	  // words that are not light
	uint8_t fewest;	  // of its words that a sentence must have
	float total;	  // of the weights
	float least_bits; // below them words are shared by everybody; set by needs_weigh
};

enum { NEED_WORDS_MAX = 24 };

// What both sides of a comparison are read with; immutable.
struct market_words {
	const struct kin *kin;
	const struct light *light;
	const struct lexicon *moods;
};
struct market_words market_words_build(struct arena *a);
// The kin of a concept; light words have none.
uint8_t market_words_kin(const struct market_words *words, struct str concept);

// Borrows text.  Words beyond NEED_WORDS_MAX are left out.  Weights are set by
// needs_weigh.
void need_of(struct str text, enum need_kind kind, const struct market_words *words,
	struct arena *a, struct need *out);

// The same of a statement whose moods and numbers do not matter: a third of the time.
void need_of_others(struct str text, const struct market_words *words, struct arena *a,
	struct need *out);

// How a word of a need meets one of a sentence: 1 for the same, less for a compound or a
// kin, 0 else.
float need_match(const struct need_word *word, struct str concept, unsigned kin);

/*
 * NEUTRAL: a sentence that neither complains nor wishes must say this much of a need.
 * Related words alone do where there are at least KIN_ALONE: German buyers of an English
 * message.
 */
enum { KIN_MATCH_PERCENT = 60, NEUTRAL_PERCENT = 60, LONELY_PERCENT = 90, KIN_ALONE = 3 };
#define LIGHT_WEIGHT 0.35F
// One sentence in a thousand has words of ten bits by chance.  Of a pain, the mood must
// agree as well: its words need less.
enum { BITS_MAX = 10 };
#define PAIN_BITS 0.6F

// How much of a need a sentence says.
struct need_score {
	float share;	 // of the need's weight that the sentence has
	float bits;	 // how seldom sentences have these words by chance
	unsigned all;	 // how many of its words
	unsigned words;	 // how many of its heavy words
	unsigned strict; // how many of them not only as kin
	bool absent;	 // of a word that the need says is not there
};

// `best` is, by word of the need, its best match in the sentence.  Words of one kin
// answer to one related word together.
struct need_score need_score_of(const struct need *need, const float *best);

/*
 * Whether the score is enough at this threshold; a pure function of both.  PASS_ABSENT:
 * only if the sentence says as well that the thing is not there, see need_absent.
 */
enum pass { PASS_NO, PASS_YES, PASS_ABSENT };
enum pass need_passes(
	const struct need *need, const struct need_score *score, double share);
// Whether a sentence denies a thing that the need says is missing: "no signal" for "no
// network".  Takes the sentence apart; for the few that come so far.
bool need_absent(const struct need *need, const struct market_words *words,
	struct str text, struct arena *scratch);

/*
 * Whether the mood of the words that reached it lets them stand for the need: no denial,
 * no question, nothing put into the buyer's mouth.  `praise` is set where a denied
 * problem is good news of us: in reviews of ours.
 */
bool need_meant(
	const struct need *need, const struct mood *mood, float share, bool praise);

#endif

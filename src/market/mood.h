// mood: whether a sentence complains, denies, or puts our own words back to us.
#ifndef MARKET_MOOD_H
#define MARKET_MOOD_H

#include "text/text.h"

struct mood {
	bool complains; // a word of trouble that stands, or something good that is denied
	bool denies;	// a word of trouble that is denied: "never lost", "no problem"
	bool wishes;	// wants, needs, hopes for something
	bool quotes_us; // "you say that", "your page claims"
	bool asks;	// ends in a question mark
	bool by_negation; // all that it complains of is that something is not: "no
			  // network"
};

const struct lexicon *mood_words(struct arena *a); // what mood_of reads with
// O(text).  English and German.
struct mood mood_of(const struct lexicon *words, struct str text);

#endif

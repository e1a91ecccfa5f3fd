// split_words: abbreviations and the words that begin sentences.
#ifndef TEXT_SPLIT_WORDS_H
#define TEXT_SPLIT_WORDS_H

#include "base/base.h"

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_INNER,  // always goes on: "e.g.", "Dr.", "z. B."
	ABBREVIATION_FINAL,  // may also end a sentence: "Inc.", "etc.", "usw."
	ABBREVIATION_NUMBER, // goes on when a number follows: "No. 5", "Nr. 5", "Fig. 2"
};

// Of a word without its last point, in any case: "e.g", "Inc", "z. B", "z.B".
enum abbreviation abbreviation_of(struct str word);
// Whether a capitalised word is one that begins sentences rather than names: "The",
// "We", "Der", "Wir".
bool begins_sentences(struct str word);
// Whether a German noun counts with ordinals: "Quartal", "Januar", "Platz".
bool takes_ordinal(struct str word);

#endif

// stop: words that say nothing by themselves, and what they betray of the language.
#ifndef TEXT_STOP_H
#define TEXT_STOP_H

#include "base/base.h"

enum { STOP_ENGLISH = 1, STOP_GERMAN = 2 };

// In which languages a word, folded by word_fold, is a stop word; 0 if in none.
unsigned stop_of(struct str folded);

// The words themselves in bytewise order: those of the i-th letter are from[i] ..
// from[i + 1] - 1, those that begin with no ASCII letter stand behind from[26].
enum { STOP_LETTERS = 26, STOP_LISTS = 2 };
extern const struct stop_list {
	const struct str *at;
	size_t count;
	const uint16_t *from;
	unsigned tongue;
} stop_lists[STOP_LISTS];

enum tongue { TONGUE_ENGLISH, TONGUE_GERMAN };

/*
 * The language of a text, by its stop words and by the letters only German has.  English
 * unless something speaks for German: names and fragments carry no evidence.  O(text).
 */
enum tongue tongue_of(struct str text);

#endif

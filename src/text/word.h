// word: the words of a text, each with its place in it.
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include "base/base.h"

// How a word is written; several may hold.
enum word_flag {
	WORD_ALPHA = 1,	  // has a letter
	WORD_DIGIT = 2,	  // has a digit
	WORD_CAPITAL = 4, // begins with a capital letter
	WORD_CAMEL = 8,	  // a capital letter behind the first letter, but not all of them
	WORD_SHOUT = 16,  // two letters or more, all of them capital: GDPR, R&D
	WORD_HYPHEN = 32, // self-hosted
	WORD_FOREIGN = 64, // has a character outside ASCII
};

struct word {
	struct span span;
	unsigned flags; // enum word_flag
};

/*
 * Takes the next word at or behind *at and moves *at behind it; false at the end.
 * Letters and digits of any script make a word; so do, between them, apostrophes (it's),
 * hyphens (self-hosted), points that join (Node.js, 6.2, but not "fast.Simple"), commas
 * between digits (2,000) and an ampersand between capitals (R&D).  Plus signs behind a
 * word stay with it (C++, 40+).  O(word).
 */
bool word_next(struct str text, size_t *at, struct word *out);
struct str word_cut(struct str text, struct word w);

enum { WORD_MAX = 64 };
// The word in lower case with straight apostrophes, in room; words over WORD_MAX bytes
// are cut there.
struct str word_fold(struct str word, char room[WORD_MAX]);

#endif

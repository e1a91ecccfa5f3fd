// terms: the content words of many sentences as small numbers, each word looked at once.
#ifndef MARKET_TERMS_H
#define MARKET_TERMS_H

#include "market/need.h"

#define TERM_NONE UINT32_MAX
// Set in an id whose word stands right behind the one before: only spaces between.
#define TERM_JOINED (UINT32_C(1) << 31)
#define TERM_NUMBER(id) ((id) & ~TERM_JOINED)

// A content word, by the concept of its stem.
struct term {
	struct str concept;
	uint8_t kin;
	uint32_t lines; // how many lines have it
	uint32_t last;	// the line that counted it last, plus one
};

// A written word: which term it is in either language; looked up once.
struct term_token {
	uint32_t term[2]; // by enum tongue, plus one; 0 not asked yet
	uint32_t count;	  // how often it was written
	uint8_t stop;	  // stop_of
	bool german;	  // has a letter that only German has
};

struct terms {
	struct arena *arena;
	const struct market_words *words;
	struct map token_map, term_map;
	struct term_token *tokens;
	struct term *at; // by term number
	size_t token_room, room;
	uint32_t *ids; // of all lines, one after the other: number and TERM_JOINED
	size_t id_count, id_room;
	uint32_t *scratch; // tokens of one line
	size_t scratch_room;
	uint32_t lines;
};

// Where a line's terms lie in terms.ids.
struct term_span {
	uint32_t from, count;
};

void terms_init(struct terms *t, struct arena *a, const struct market_words *words);
/*
 * Takes one more line in: its content words in order, numbers left out.  The language is
 * that of the line, or `before` where it has no stop word; *tongue is what was taken.
 * O(words).
 */
struct term_span terms_line(
	struct terms *t, struct str text, enum tongue before, enum tongue *tongue);
// By term: how it is written most often.  In `a`.
const struct str *terms_words(const struct terms *t, struct arena *a);
// The number of a concept, TERM_NONE if no line has it.
uint32_t terms_find(const struct terms *t, struct str concept);

#endif

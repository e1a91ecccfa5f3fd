// element: everything we say that buyers could back, and the needs to listen for.
#ifndef MARKET_ELEMENT_H
#define MARKET_ELEMENT_H

#include "market/heard.h"
#include "market/market.h"

enum { ELEMENT_NEEDS = 12 };

// One backing with the needs that stand for it.
struct element_needs {
	uint32_t need[ELEMENT_NEEDS];
	size_t count;
	const struct paper_line *line; // of the canvas; NULL for others
};

struct elements {
	struct arena *arena;
	struct backing *at;
	struct element_needs *needs; // beside at
	size_t count, room, needs_room;
	struct map need_map; // kind and text, so that each need is listened for once
	struct need *need;
	size_t need_room;
	size_t claims_left_out;
};

// The canvas in force, the pillars, the claims that are not rejected, the pains.
void elements_of(const struct workspace *ws, const struct market_words *words,
	struct arena *a, struct elements *out);
// The need of a text; the same text of the same kind is one need.
uint32_t elements_need(struct elements *e, const struct market_words *words,
	struct str text, enum need_kind kind);
// A statement of another trade (need_of_others); never one of those above.
void elements_other(
	struct elements *e, const struct market_words *words, struct str text);

#endif

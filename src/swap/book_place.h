// book_place: who meets what stands at a place, and since when.
#ifndef SWAP_BOOK_PLACE_H
#define SWAP_BOOK_PLACE_H

#include "swap/book.h"

struct book_places; // what assets.csv and the calls know; immutable once built
struct book_places *book_places_of(const struct workspace *ws, struct arena *a);

// Whether documents of this role can hold exposures of ours.
bool book_is_ours(enum role role);

// Who speaks in a call; empty for other documents.
struct book_voices {
	struct call_voices voices;
	struct str deal;
	bool call;
};
void book_voices_of(const struct book_places *p, const struct copy *copy, struct arena *a,
	struct book_voices *out);

enum book_says { BOOK_OURS, BOOK_NOT_OURS, BOOK_UNKNOWN };
// Whether we say the sentence of `said`, whose copy and sentence are set; fills reach,
// date, where, speaker and deal.
enum book_says book_place_of(const struct book_places *p,
	const struct book_voices *voices, struct arena *a, struct said_at *said);

#endif

// listen: which sentences of buyers say which needs, all needs in one walk over all
// words.
#ifndef MARKET_LISTEN_H
#define MARKET_LISTEN_H

#include "market/terms.h"

// A sentence of a buyer.
struct spoken {
	struct str text;
	struct place place;
	struct term_span terms;
	uint32_t talk;	 // index into heard.talks
	uint8_t persona; // index into heard.personas, plus one; 0 unknown
	uint8_t tongue;	 // enum tongue
	bool goes_on;	 // the sentence before it is of the same turn
	bool praise;	 // from a review of ours: a denied problem is good news there
};

// A sentence that says a need.
struct echo_of_need {
	uint32_t line; // index of the sentence; the later one where it took two
	uint32_t need;
	float share; // of the need's weight
	bool two;    // it took this sentence and the one before
	bool absent; // holds only if the sentence says that the thing is missing
};

struct echoes_of_needs {
	struct echo_of_need *at; // by line, then need
	size_t count, room;
};

/*
 * Rare words weigh more: by how many have them of the lines and of the last `background`
 * needs, which are sentences of other trades.
 */
void needs_weigh(
	struct need *needs, size_t count, size_t background, const struct terms *terms);

/*
 * Every sentence, or two neighbours of one turn, that has at least `share` of a need by
 * words alone.  Moods are not asked: see listen_means.  Results live in `a`.
 * O(words + vocabulary x words of needs).
 */
void listen(const struct terms *terms, const struct spoken *lines, size_t line_count,
	const struct need *needs, size_t need_count, double share, struct arena *a,
	struct echoes_of_needs *out);

// Whether the sentence means what its words say; a name must stand there in one piece.
bool listen_means(const struct market_words *words, const struct terms *terms,
	const struct spoken *lines, const struct need *needs,
	const struct echo_of_need *echo);

#endif

// count: echoes of needs become distinct buyers behind each thing that we say.
#ifndef MARKET_COUNT_H
#define MARKET_COUNT_H

#include "market/element.h"

// Echoes that passed threshold and mood, by need.
struct meant {
	struct echo_of_need *at;
	uint32_t *from; // by need; one entry more than needs
};

/*
 * Lets through what has at least `share` of its need and means it.  O(echoes).
 */
void meant_of(const struct heard *heard, const struct need *needs, size_t need_count,
	const struct echoes_of_needs *echoes, double share, struct arena *a,
	struct meant *out);

// Distinct buyers of the last twelve months who said a need; `seen` has one entry an
// account, all 0, and is given back so.
size_t meant_recent(const struct heard *heard, const struct meant *meant, uint32_t need,
	uint8_t *seen);

// Fills the counts, the references and the quotes of every backing.
void count_backings(const struct workspace *ws, const struct heard *heard,
	const struct meant *meant, struct elements *elements);

#endif

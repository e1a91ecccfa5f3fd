// null: how often statements that have nothing to do with these buyers would be found.
#ifndef MARKET_NULL_H
#define MARKET_NULL_H

#include "market/count.h"

/*
 * The claims of invented vendors of other trades (text/background.h), as needs: added
 * behind the needs of `elements`, `count` of them from `from` on.
 */
struct null_needs {
	uint32_t from, count;
};
struct null_needs null_add(struct elements *elements, const struct market_words *words);

/*
 * The lowest threshold at which at most one in twenty of them is found in MARKET_FEW
 * buyers or more.  `meant` takes what passes it.
 */
struct market_null null_settle(const struct heard *heard, const struct elements *elements,
	struct null_needs null, const struct echoes_of_needs *echoes, struct arena *a,
	struct meant *meant);

// Below this share no sentence is looked at twice: chosen on tests/market/backing.txt.
#define NULL_LOWEST 0.45

#endif

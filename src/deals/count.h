// count: how many deals of each outcome a group holds, and their money; private to deals.
#ifndef DEALS_COUNT_H
#define DEALS_COUNT_H

#include "deals/grouping.h"

enum { COUNT_EXAMPLES = 3 };

// A deal that may be shown for its group.
struct example {
	int64_t weight; // lost before no decision before won, then by amount
	size_t row;
};

struct counted {
	size_t counts[DEAL_OUTCOMES];
	int64_t cents[DEAL_OUTCOMES];
	struct tally rate;
	struct value_sum value;
	struct example best[COUNT_EXAMPLES];
	size_t best_count;
};

struct counting {
	const struct workspace *ws;
	const struct grouping *g;
	const bool *apart; // types that are in no rate; NULL: all are
	struct counted *groups;
	struct counted total;
	struct tally whole;  // all that a group is compared with: without partial periods
	struct tally *alone; // for homogeneity: groups that do not overlap, and behind
			     // them the deals that are in several
};

// One pass over the deals.  Arrays live in `a`.
void count_groups(struct counting *c, struct arena *a);

// One of them as evidence: its loss reason or stage, who it was, how it ended.
struct evidence count_evidence(const struct workspace *ws, size_t row);

#endif

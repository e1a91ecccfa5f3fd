// deal_facts: the few things that truths ask of the deals themselves.
#ifndef AUDIT_DEAL_FACTS_H
#define AUDIT_DEAL_FACTS_H

#include "audit/audit.h"

// Money of the deals with this outcome in which the vendor was named.  O(deals).
int64_t deal_cents(
	const struct facts *facts, size_t vendor, enum outcome_of_deal outcome);
// What buyers of deals that ended in nothing did instead: the alternative named most
// often, else "no decision".
struct str deal_alternative(const struct facts *facts);
// Which deals: of one outcome, and, unless any, of one vendor or one segment.
struct deal_filter {
	enum outcome_of_deal outcome;
	bool one_vendor;
	size_t vendor;	    // if one_vendor
	struct str segment; // empty: any
};

// The largest such deals as evidence, by amount, then row.
void deal_cite(
	const struct facts *facts, struct finding *f, const struct deal_filter *filter);
// One deal as evidence; `column` may be empty.  NULL when the finding has no more room.
struct evidence *deal_cite_row(
	const struct facts *facts, struct finding *f, size_t row, struct str column);
// The word of row i in a column; empty if the column or the cell is blank.
struct str deal_word(const struct words_column *column, size_t i);
// The rows of such deals, largest amount first, at most `most`; returns how many.
size_t deal_largest(const struct facts *facts, const struct deal_filter *filter,
	size_t most, size_t *rows);

#endif

// grouping: which group each deal is in; private to deals.
#ifndef DEALS_GROUPING_H
#define DEALS_GROUPING_H

#include "deals/deals.h"

enum field_trait {
	FIELD_PEOPLE = 1,  // groups are persons
	FIELD_ORDERED = 2, // groups are in an order of their own: periods, bands
	FIELD_COHORT = 4,  // periods of entry: the last ones are unfinished
	FIELD_MONTHS = 8,  // calendar months: quarters may have a rhythm
	FIELD_APART = 16,  // compares kinds of deals that are never mixed
};

struct grouping {
	struct str field;
	struct str noun, nouns;
	const char *before; // "Against ", "In "; "" where the key speaks for itself
	unsigned traits;
	enum deals_kind kind;
	size_t count;	      // groups, the blank one included
	struct str *keys;     // of each group
	const uint32_t *code; // group of each deal; NULL: by vendors
	bool *partial;	      // of periods: the record holds only part of it; else NULL
	uint8_t *place;	      // of months: 0, 1 or 2 in its quarter; else NULL
	struct str refused;   // why the groups cannot be compared
	bool counts_only;     // not even a rate of one group means anything
	struct str rule;
};

/*
 * Fills `out` for a field; keys and messages live in the workspace's arena, codes may
 * live in `scratch`.
 */
bool grouping_make(const struct workspace *ws, struct str field, struct arena *scratch,
	struct grouping *out, struct error *err);

// The group of each deal by its day: quarters or months.
void grouping_periods(const struct workspace *ws, const struct date *days, bool months,
	struct arena *scratch, struct grouping *out);
// By amount, in bands that hold about a quarter of the decided deals each.
void grouping_amounts(
	const struct workspace *ws, struct arena *scratch, struct grouping *out);

/*
 * Whether a deal counts in rates: where new business and renewals stand in one export,
 * only the former.  By code of deals.type; NULL when all count.
 */
bool *apart_types(const struct deals *d, struct arena *a);

// A deal by its outcome: in the numerator, in the denominator.
bool deal_is_won(const struct deals *d, size_t i);
bool deal_counts(const struct deals *d, size_t i);

// The groups of a table as they are tested: without overlap.
struct lineup {
	struct tally *alone;  // beside the groups: deals that are in no other group
	struct tally several; // deals that are in more than one
	size_t *key;	      // beside the groups: which of the grouping's keys
};

// Groups differ when chance would make them differ so in less than one case of ten, and
// of the groups called different at most one in ten is not.
#define JUDGE_CHANCE 0.1

// Homogeneity, shrinkage, verdicts, and what could have been seen; returns how many
// groups were compared.
size_t judge_groups(const struct workspace *ws, const struct grouping *g,
	const struct lineup *l, struct deals_by *out, struct arena *scratch);

// Sentences, all in the workspace's arena.
void say_overall(const struct workspace *ws, struct deals_overall *o);
void say_group(const struct workspace *ws, const struct deals_by *by,
	const struct grouping *g, struct deal_group *group, size_t compared);
void say_table(const struct workspace *ws, const struct grouping *g, size_t compared,
	struct deals_by *by);

#endif

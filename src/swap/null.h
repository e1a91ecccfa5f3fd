// null: how alike unrelated claims are by chance, for these competitors.
#ifndef SWAP_NULL_H
#define SWAP_NULL_H

#include "claim/claim.h"
#include "swap/index.h"

/*
 * Chance similarity of one competitor: what the best of its claims reaches for claims of
 * unrelated trades.  A page with many claims reaches more by chance than one with few,
 * so each competitor has its own.
 */
struct chance {
	double start; // exceeded by a tenth of the unrelated claims
	double scale; // mean excess beyond it: the tail is taken as exponential
	bool known;   // false: nothing to measure on
};

/*
 * Asks every background claim (of the language most of the competitor's claims are in)
 * for its echo with every group, leaves out the two topics nearest to the competitors,
 * which may be their own trade, and fits the tail (peaks over threshold, Pickands 1975).
 * `out` has one entry a group; german[group] picks the questions.  Same result for any
 * number of threads.
 */
void null_measure(const struct index *x, const bool *german, size_t threads,
	struct arena *a, struct chance *out);

/*
 * The background claims as context for index_open: they make common phrases common.  As a
 * part of INDEX_BACKGROUND with null_mark as their mark they are taken apart once, not on
 * every run.
 */
size_t null_context(struct arena *a, struct index_text **out);
uint8_t null_mark(struct str text); // content words and numbers

// The same as null_measure, from the workspace's folder if nothing has changed since.
void null_recall(const struct index *x, const bool *german, const struct index_plan *plan,
	struct arena *a, struct chance *out);

/*
 * The similarity beyond which a claim of so many content words is an echo: about one
 * unrelated claim in a hundred is beyond it, see docs/methods.md.  Never under
 * NULL_LEAST.
 */
double null_threshold(const struct chance *c, size_t words);
// The same for about five in a hundred: near enough to look at the words.
double null_near(const struct chance *c, size_t words);
// About how many of a hundred... : the share of unrelated claims that come as close.
double null_chance(const struct chance *c, size_t words, double similarity);

#endif

// ladder: how sure we are, computed from chances and counts, never chosen by hand.
#ifndef AUDIT_LADDER_H
#define AUDIT_LADDER_H

#include "audit/audit.h"

enum { LADDER_CASES = 30 }; // below it a rate is too early to say

/*
 * The ladder of ui.md: below 30 cases or from 1 in 5 on too early to say, then
 * suggestive, likely from 1 in 20, near certain from 1 in 1,000.  `chance` is that of a
 * difference at least this large by luck alone, adjusted for the number of slices looked
 * at.
 */
enum certainty certainty_of(double chance, size_t cases);
// What a severity becomes when this is all that is known: suggestive is never a blocker,
// too early is at most to be watched.
enum severity severity_at(enum severity s, enum certainty c);
// P(X >= k) for X binomial(n, p), exact; 1 for k = 0.
double chance_of_at_least(size_t k, size_t n, double p);
/*
 * Cases missing until a 95 % interval around `share` would exclude `reference`, by the
 * normal approximation, and never fewer than 30 in all.  SIZE_MAX when no realistic
 * number (100,000) would do.
 */
size_t cases_missing(double share, double reference, size_t n);

#endif

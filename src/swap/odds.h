// odds: how probable it is that a careful reader would call a claim filler or shared.
#ifndef SWAP_ODDS_H
#define SWAP_ODDS_H

#include "swap/swap.h"

/*
 * Weights of a logistic model: a constant, then one a sign.  Row 0 was fitted on all
 * labelled claims, the others on bootstrap draws of their categories; each with its
 * temperature already in it.  `bench_swap fit` prints odds_table.c.
 */
enum { ODDS_SIGNS = 3, ODDS_DRAWS = 200 };
extern const double odds_weights[ODDS_DRAWS + 1][ODDS_SIGNS + 1];
extern const size_t odds_labelled; // how many claims they were fitted on

// The signs as the model wants them, about one unit wide each.
void odds_scaled(const struct swap_signs *s, double scaled[ODDS_SIGNS]);
// The probability by one row of weights.
double odds_by(const double weights[ODDS_SIGNS + 1], const double scaled[ODDS_SIGNS]);
// With a percentile interval over the draws.
struct swap_chance odds_of(const struct swap_signs *s);

#endif

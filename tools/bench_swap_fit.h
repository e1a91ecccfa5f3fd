// bench_swap_fit: the calibrated probability, fitted on labelled claims and measured on
// categories that the fit did not see.
#ifndef TOOLS_BENCH_SWAP_FIT_H
#define TOOLS_BENCH_SWAP_FIT_H

#include "swap/odds.h"
#include "tools/bench_swap_gold.h"

// One labelled claim: filler or shared is what the probability is about.
struct fit_row {
	size_t category;
	bool swaps;
	double signs[ODDS_SIGNS];
};

/*
 * Logistic regression with a ridge penalty (le Cessie and van Houwelingen 1992) by
 * Newton's method; its temperature (Guo and others 2017) is fitted on predictions for
 * categories left out one at a time, and multiplied into the weights.  A sign that is not
 * in `use` (bit i) gets the weight 0.
 */
void fit_weights(const struct fit_row *rows, size_t count, unsigned use,
	double weights[ODDS_SIGNS + 1]);
// Each claim's probability by a fit on all other categories, temperature included.
void fit_left_out(const struct fit_row *rows, size_t count, unsigned use, double *p);
// Expected calibration error: over `bins` of equal width, or of equal numbers.
double fit_error(const struct fit_row *rows, const double *p, size_t count, size_t bins,
	bool equal_numbers);
struct fit_row *fit_rows(const struct gold *g, struct arena *a);

int bench_fit(void); // prints src/swap/odds_table.c
void bench_odds(const struct gold *g);

#endif

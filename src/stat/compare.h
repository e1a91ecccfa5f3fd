// compare: whether groups differ by more than chance, and what chance could have hidden.
#ifndef STAT_COMPARE_H
#define STAT_COMPARE_H

#include "base/base.h"

// k of n: one group's count.
struct tally {
	size_t k;
	size_t n;
};

struct z_test {
	double z;
	double p; // two-sided
};

// Two shares by the pooled normal test (Pearson 1900; equals chi-squared without
// correction).  z = 0, p = 1 when it cannot be computed: an empty group, or all or none
// won.
struct z_test compare_two(struct tally a, struct tally b);

// Fisher's exact test, two-sided: the probability of all tables as unlikely as this one
// (Fisher 1935, as R's fisher.test).  O(smaller margin).
double compare_exact(struct tally a, struct tally b);

/*
 * The p-value to show for two shares: the normal test, or the exact one where an expected
 * count is below 5 (Cochran 1954).
 */
double compare_p(struct tally a, struct tally b);

struct homogeneity {
	double chi2;
	double df; // groups with n > 0, minus one; 0 when nothing can be compared
	double p;  // 1 then
};

// Whether all groups could share one rate (Pearson 1900).
struct homogeneity compare_all(const struct tally *groups, size_t count);

// Benjamini and Hochberg (1995): q[i] for p[i], over all `count` tests; O(n log n).
// Scratch lives in `a`.
void compare_adjust(const double *p, size_t count, double *q, struct arena *a);

/*
 * The smallest rise from the share `p1` that n1 deals against n2 at p1 would show at a
 * two-sided 5 % in 80 of 100 cases: returns the second share, above p1 (normal
 * approximation, as R's power.prop.test for n1 = n2).  1 when even that would not be
 * seen.
 */
double compare_detectable(double p1, size_t n1, size_t n2);

#endif

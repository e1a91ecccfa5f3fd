// interval: a share, a difference or a share of money, each with its 95 % interval.
#ifndef STAT_INTERVAL_H
#define STAT_INTERVAL_H

#include "stat/estimate.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * k of n as a share between 0 and 1, with a 95 % interval.  k <= n; n = 0 gives an
 * estimate with n = 0, which says nothing.
 */
struct estimate share_wilson(size_t k, size_t n);   // Wilson (1927), the default
struct estimate share_jeffreys(size_t k, size_t n); // Beta(k + 1/2, n - k + 1/2); Brown,
						    // Cai and DasGupta (2001)
struct estimate share_exact(size_t k, size_t n);    // Clopper and Pearson (1934)

/*
 * k1 of n1 minus k2 of n2, in shares (0.1 is ten points), by the hybrid score method of
 * Newcombe (1998, method 10).  k and n of the result are those of the first group.
 */
struct estimate share_difference(size_t k1, size_t n1, size_t k2, size_t n2);

/*
 * Money won of money decided.  Add each decided deal once, in any order and in any unit
 * of money; the zero value is ready.
 */
struct value_sum {
	double all, won;	     // sums of amounts
	double squares, won_squares; // sums of squared amounts
	double largest;
	size_t n, k; // deals, won deals
};

void value_add(struct value_sum *s, double amount, bool won);
void value_merge(struct value_sum *s, const struct value_sum *other);

// Beyond this share of all money in one deal, an interval would be about that deal.
#define VALUE_WHALE 0.25

/*
 * The ratio with its delta-method standard error (Cochran 1977, section 2.11), cut to
 * [0, 1].  *refused (may be NULL) is set, and n is 0, when one deal holds more than
 * VALUE_WHALE of the money; n is 0 without money.
 */
struct estimate value_share(const struct value_sum *s, bool *refused);
double value_error(const struct value_sum *s); // that standard error
// The same when deals of one cluster (an owner, an account) stand or fall together, CR0
// (Liang and Zeger 1986).  `clusters` are the parts of s.
double value_error_clustered(
	const struct value_sum *s, const struct value_sum *clusters, size_t count);

#endif

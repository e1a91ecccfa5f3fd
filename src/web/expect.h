// expect: what each function would have with each other, if it had no favourites.
#ifndef WEB_EXPECT_H
#define WEB_EXPECT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Quasi-independence (Goodman 1968): E_ij = alpha_i beta_j for i != j, 0 on the diagonal,
 * with the given sums of rows and of columns.  This is the limit of iterative
 * proportional fitting from ones.  It is found here without iterating over the table:
 * with d_i = alpha_i beta_i and M = sum alpha * sum beta, the sums say
 *
 *     E_ij = (r_i + d_i) (c_j + d_j) / M,    d_i^2 - (M - r_i - c_i) d_i + r_i c_i = 0,
 *     M = total + sum d_i,
 *
 * which leaves one equation in M.  d_i is the smaller root for all but at most one i,
 * whose share of rows and columns together is over the whole.
 */
struct expectation {
	size_t nodes;
	double *row, *col;	     // sums, given
	double *filled_r, *filled_c; // r_i + d_i and c_i + d_i
	double m;
	size_t hub; // on everything there is: E is then its own row and column
};

#define EXPECT_NO_HUB ((size_t)-1)

// Fills all but row and col, which the caller has set; their totals must agree.
void expect_solve(struct expectation *e);
// E_ij + E_ji.
double expect_both(const struct expectation *e, size_t i, size_t j);
// The same for all j > i: both[0] is that of i and i + 1.
void expect_row(const struct expectation *e, size_t i, double *both);
double expect_one(const struct expectation *e, size_t i, size_t j);

#endif

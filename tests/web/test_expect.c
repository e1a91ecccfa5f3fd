// The expectation without favourites: its sums, its form, and where fitting would end.
#include "web/expect.h"

#include <math.h>
#include <string.h>

#include "base/base.h"
#include "reference.h"

static uint32_t below(struct random *r, size_t bound)
{
	return (uint32_t)random_below(r, bound);
}

// Iterative proportional fitting as its definition says, as an oracle.
static void fit(size_t n, const double *row, const double *col, double *e)
{
	enum { SWEEPS = 20000 };
	for (size_t i = 0; i < n * n; i++)
		e[i] = i / n == i % n ? 0 : 1;
	for (int sweep = 0; sweep < SWEEPS; sweep++) {
		for (size_t i = 0; i < n; i++) {
			double sum = 0;
			for (size_t j = 0; j < n; j++)
				sum += e[i * n + j];
			for (size_t j = 0; j < n; j++)
				e[i * n + j] *= sum > 0 ? row[i] / sum : 0;
		}
		for (size_t j = 0; j < n; j++) {
			double sum = 0;
			for (size_t i = 0; i < n; i++)
				sum += e[i * n + j];
			for (size_t i = 0; i < n; i++)
				e[i * n + j] *= sum > 0 ? col[j] / sum : 0;
		}
	}
}

enum { SIDE = 7 };

struct table {
	double row[SIDE], col[SIDE], filled_r[SIDE], filled_c[SIDE];
	struct expectation e;
};

static void solve_table(double v[SIDE][SIDE], size_t n, struct table *t)
{
	memset(t, 0, sizeof *t);
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			t->row[i] += i == j ? 0 : v[i][j];
			t->col[j] += i == j ? 0 : v[i][j];
		}
	t->e = (struct expectation){ .nodes = n,
		.row = t->row,
		.col = t->col,
		.filled_r = t->filled_r,
		.filled_c = t->filled_c };
	expect_solve(&t->e);
}

static void random_table(struct random *r, size_t n, double v[SIDE][SIDE])
{
	const double sparse = random_unit(r), heavy = random_unit(r) < .3 ? 300 : 1;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			v[i][j] =
				random_unit(r) < sparse * .7
					? 0
					: random_unit(r) * (i == 0 || j == 0 ? heavy : 1);
}

TEST(expectation_has_the_sums_and_no_favourites)
{
	struct random r = { 11 };
	for (int i = 0; i < 2000; i++) {
		double v[SIDE][SIDE];
		const size_t n = 2 + below(&r, SIDE - 1);
		struct table t;
		random_table(&r, n, v);
		solve_table(v, n, &t);
		double total = 0;
		for (size_t a = 0; a < n; a++)
			total += t.row[a];
		for (size_t a = 0; a < n; a++) {
			double row = 0, col = 0;
			for (size_t b = 0; b < n; b++) {
				assert_true(expect_one(&t.e, a, b) >= 0);
				row += expect_one(&t.e, a, b);
				col += expect_one(&t.e, b, a);
			}
			NEAR_BY(row, t.row[a], 1e-10 * total);
			NEAR_BY(col, t.col[a], 1e-10 * total);
			assert_true(fabs(expect_one(&t.e, a, a)) <= 0);
		}
		// odds ratios of alpha_i beta_j are 1 off the diagonal
		for (size_t a = 0; t.e.hub == EXPECT_NO_HUB && a + 3 < n; a++)
			NEAR_BY(expect_one(&t.e, a, a + 2) *
					expect_one(&t.e, a + 1, a + 3),
				expect_one(&t.e, a, a + 3) *
					expect_one(&t.e, a + 1, a + 2),
				1e-12 * total * total);
	}
}

TEST(expectation_is_where_proportional_fitting_ends)
{
	struct random r = { 12 };
	for (int i = 0; i < 60; i++) {
		double v[SIDE][SIDE], fitted[SIDE * SIDE];
		const size_t n = 4 + below(&r, SIDE - 3);
		struct table t;
		for (size_t a = 0; a < n; a++)
			for (size_t b = 0; b < n; b++)
				v[a][b] = .2 + random_unit(&r) * (a == 0 ? 6 : 1);
		solve_table(v, n, &t);
		fit(n, t.row, t.col, fitted);
		for (size_t a = 0; a < n; a++)
			for (size_t b = 0; b < n; b++)
				NEAR_BY(expect_one(&t.e, a, b), fitted[a * n + b], 1e-8);
	}
}

// web.md 8: with two or three functions the sums fix the totals of pairs.
TEST(below_four_functions_observed_is_expected_whatever_happened)
{
	struct random r = { 13 };
	for (int i = 0; i < 500; i++) {
		double v[SIDE][SIDE];
		const size_t n = 2 + below(&r, 2);
		struct table t;
		for (size_t a = 0; a < n; a++)
			for (size_t b = 0; b < n; b++)
				v[a][b] = random_unit(&r);
		solve_table(v, n, &t);
		for (size_t a = 0; a < n; a++)
			for (size_t b = a + 1; b < n; b++)
				NEAR_BY(expect_both(&t.e, a, b), v[a][b] + v[b][a], 1e-9);
	}
}

MAIN(RUN(expectation_has_the_sums_and_no_favourites),
	RUN(expectation_is_where_proportional_fitting_ends),
	RUN(below_four_functions_observed_is_expected_whatever_happened))

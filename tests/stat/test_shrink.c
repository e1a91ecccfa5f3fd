#include "near_to.h"
#include "stat/nodes.h"
#include "stat/stat.h"

static double plain(const uint64_t *values, size_t count, double mu, double phi, int what)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		for (uint64_t k = 0; k < values[i]; k++) {
			double x = (double)k, u = mu + x * phi;
			sum += what == 0 ? log(u) : what == 1 ? x / u : x * x / (u * u);
		}
	return sum;
}

static double by_nodes(const struct nodes *n, double mu, double phi, int what)
{
	double sum = 0;
	for (size_t i = 0; i < n->count; i++) {
		double x = n->at[i], u = mu + x * phi;
		sum += n->weight[i] * (what == 0	  ? log(u)
					      : what == 1 ? x / u
							  : x * x / (u * u));
	}
	return sum;
}

TEST(sixteen_points_stand_for_a_run)
{
	struct arena a = { 0 };
	uint64_t values[] = { 1, 40, 41, 3000, 70000, 70001, 0 };
	struct nodes n = { 0 };
	nodes_make(&n, values, COUNT(values), &a);
	assert_true(n.count < 700); // instead of 143,084 terms
	static const double MU[] = { 0.6, 0.05, 0.999, 1e-4 };
	static const double PHI[] = { 1e-9, 3e-4, 0.05, 2, 50 };
	for (size_t i = 0; i < COUNT(MU); i++)
		for (size_t j = 0; j < COUNT(PHI); j++)
			for (int what = 0; what < 3; what++)
				near_to(by_nodes(&n, MU[i], PHI[j], what),
					plain(values, COUNT(values), MU[i], PHI[j], what),
					2e-12, "sum");
	arena_free(&a);
}

// Olist, won of leads by origin; R 4.2.2: 02_eb.json, olist_origin.
static const struct tally ORIGIN[] = { { 14, 60 }, { 56, 499 }, { 6, 118 }, { 15, 493 },
	{ 271, 2296 }, { 4, 150 }, { 3, 65 }, { 195, 1586 }, { 24, 284 }, { 75, 1350 },
	{ 179, 1099 } };

TEST(groups_that_differ_are_pulled_as_r_pulls_them)
{
	struct arena a = { 0 };
	struct shrink s;
	size_t n = 0, k = 0;
	for (size_t i = 0; i < COUNT(ORIGIN); i++) {
		n += ORIGIN[i].n;
		k += ORIGIN[i].k;
	}
	assert_int_equal(n, 8000);
	assert_int_equal(k, 842);
	assert_true(shrink_fit(ORIGIN, COUNT(ORIGIN), &a, &s));
	assert_false(s.boundary);
	assert_true(s.settled);
	NEAR(s.mu, 0.0939255662427752, 1e-10);
	NEAR(s.phi, 0.0319350440419321, 1e-9);
	NEAR(s.strength, 31.3135625768029, 1e-9);
	NEAR(s.loglik, -48.2743847825914, 1e-11);
	NEAR(s.binomial_loglik, -105.751490463211, 1e-11);
	NEAR(s.ratio, 114.954211361239, 1e-11);
	NEAR(s.p, 4.02678694347033e-27, 1e-9);
	NEAR(s.mu_error, 0.0165583160163511, 1e-8);
	NEAR(s.phi_error, 0.0165140256798434, 1e-8);
	NEAR(s.slope_at_zero, 58769.3793725474, 1e-10);
	NEAR(s.moment_strength, 49.2020371675832, 1e-9);
	struct estimate e = shrink_rate(&s, ORIGIN[0]);
	NEAR(e.value, 0.185527139868798, 1e-9);
	NEAR(e.low, 0.113124322154714, 1e-9);
	NEAR(e.high, 0.270956329752573, 1e-9);
	NEAR(shrink_above(&s, ORIGIN[0]), 0.995598009473671, 1e-9);
	arena_free(&a);
}

TEST(groups_alike_are_one_group)
{
	struct arena a = { 0 };
	struct shrink s;
	const struct tally alike[] = { { 50, 100 }, { 51, 100 }, { 49, 100 }, { 0, 0 } };
	assert_true(shrink_fit(alike, COUNT(alike), &a, &s));
	assert_true(s.boundary && s.phi == 0 && isinf(s.strength));
	assert_true(s.slope_at_zero < 0);
	struct estimate e = shrink_rate(&s, alike[1]);
	NEAR(e.value, 0.5, 1e-15);
	assert_true(e.low == e.value && shrink_above(&s, alike[1]) == 0.5);
	arena_free(&a);
}

TEST(nothing_to_learn_is_said)
{
	struct arena a = { 0 };
	struct shrink s;
	const struct tally all_won[] = { { 3, 3 }, { 9, 9 } };
	const struct tally one[] = { { 3, 7 }, { 0, 0 } };
	assert_false(shrink_fit(all_won, 2, &a, &s));
	assert_false(shrink_fit(one, 2, &a, &s));
	assert_false(shrink_fit(NULL, 0, &a, &s));
	arena_free(&a);
}

TEST(groups_as_different_as_can_be_end_the_search)
{
	struct arena a = { 0 };
	struct shrink s;
	const struct tally split[] = { { 0, 40 }, { 40, 40 }, { 0, 30 }, { 50, 50 } };
	assert_true(shrink_fit(split, COUNT(split), &a, &s));
	assert_false(s.settled);
	assert_true(s.phi <= 50.0 && s.mu > 0.3 && s.mu < 0.7);
	arena_free(&a);
}

TEST(millions_of_deals_cost_no_more)
{
	struct arena a = { 0 };
	struct shrink s, t;
	struct tally big[8];
	for (size_t i = 0; i < COUNT(big); i++)
		big[i] = (struct tally){ 600000 + 20000 * i, 2000000 + 10000 * i };
	assert_true(shrink_fit(big, COUNT(big), &a, &s));
	assert_true(a.used < 1000000);
	assert_false(s.boundary);
	// The moments of rates 0.30 to 0.358 agree with the fit to the width of its own
	// error.
	assert_true(fabs(s.moment_strength - s.strength) < 0.3 * s.strength);
	for (size_t i = 0; i < COUNT(big); i++) // the order of groups does not matter
		big[i] = (struct tally){ 740000 - 20000 * i, 2070000 - 10000 * i };
	assert_true(shrink_fit(big, COUNT(big), &a, &t));
	NEAR(t.strength, s.strength, 1e-9);
	arena_free(&a);
}

MAIN(RUN(sixteen_points_stand_for_a_run),
	RUN(groups_that_differ_are_pulled_as_r_pulls_them),
	RUN(groups_alike_are_one_group), RUN(nothing_to_learn_is_said),
	RUN(groups_as_different_as_can_be_end_the_search),
	RUN(millions_of_deals_cost_no_more))

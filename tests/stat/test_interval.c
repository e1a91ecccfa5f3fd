// Values named "R 4.2.2" are from 01_winrates.json of the reference runs; hand figures
// say how they were got.
#include "near_to.h"
#include "stat/stat.h"

TEST(wilson_jeffreys_and_exact_match_r)
{
	// R 4.2.2: 4238 of 6711 closed deals of maven_crm/sales_pipeline.csv were won.
	struct estimate e = share_wilson(4238, 6711);
	NEAR(e.value, 0.631500521531813, 1e-12);
	NEAR(e.low, 0.619886914783114, 1e-12);
	NEAR(e.high, 0.642963669377957, 1e-12);
	assert_int_equal(e.n, 6711);
	assert_int_equal(e.k, 4238);
	e = share_jeffreys(4238, 6711);
	NEAR(e.low, 0.619904386433161, 1e-12);
	NEAR(e.high, 0.642983257643302, 1e-12);
	e = share_exact(4238, 6711);
	NEAR(e.low, 0.6198294284315, 1e-12);
	NEAR(e.high, 0.643057244187119, 1e-12);
}

TEST(figures_that_people_published)
{
	// 3 of 9 and 9 of 11 of a public sample of 20 deals: 12 to 65 %, 52 to 95 %.
	struct estimate e = share_wilson(3, 9);
	assert_true(words_percent(e.low) == 12 && words_percent(e.high) == 65);
	e = share_wilson(9, 11);
	assert_true(words_percent(e.low) == 52 && words_percent(e.high) == 95);
	// A reader's question, 31 of 52 against 20 of 52: Fisher's p is 0.049.
	double p = compare_exact((struct tally){ 31, 52 }, (struct tally){ 20, 52 });
	assert_true(fabs(p - 0.049) < 0.0005);
}

TEST(sentences_say_figures_plainly)
{
	struct arena a = { 0 };
	struct estimate e = share_wilson(24, 89);
	assert_true(str_eq(words_range(&a, &e), S("between 19% and 37%")));
	assert_true(str_eq(words_chance(&a, 0.0125), S("about 1 chance in 80")));
	assert_true(str_eq(words_chance(&a, 1.0 / 1284), S("about 1 chance in 1,300")));
	assert_true(str_eq(words_chance(&a, 1e-9), S("less than 1 chance in 10,000")));
	assert_true(str_eq(words_chance(&a, 0.9), S("more than 1 chance in 2")));
	assert_true(str_eq(words_number(&a, 1234567), S("1,234,567")));
	arena_free(&a);
}

TEST(intervals_hold_at_none_and_all)
{
	// R 4.2.2
	struct estimate none = share_wilson(0, 3), all = share_wilson(3, 3);
	assert_true(none.low == 0 && all.high == 1);
	NEAR(none.high, 0.561497031755045, 1e-12);
	NEAR(all.low, 0.438502968244955, 1e-12);
	none = share_jeffreys(0, 3);
	assert_true(none.low == 0);
	NEAR(none.high, 0.535583243042951, 1e-12);
	// Clopper-Pearson of 0 of n in closed form: 1 - 0.025^(1/n)
	none = share_exact(0, 10);
	assert_true(none.low == 0);
	NEAR(none.high, 1 - pow(0.025, 0.1), 1e-12);
	assert_int_equal(share_wilson(0, 0).n, 0);
}

TEST(newcombe_matches_r_and_the_paper)
{
	struct estimate e = share_difference(0, 5, 5, 5); // R 4.2.2
	NEAR(e.low, -1, 1e-12);
	NEAR(e.high, -0.385549005690344, 1e-12);
	// Newcombe (1998), table II, method 10: 56/70 - 48/80 = 0.2, 0.0524 to 0.3339
	e = share_difference(56, 70, 48, 80);
	assert_true(fabs(e.low - 0.0524) < 5e-5 && fabs(e.high - 0.3339) < 5e-5);
	// The same table, 9/10 - 3/10: 0.1705 to 0.8090
	e = share_difference(9, 10, 3, 10);
	assert_true(fabs(e.low - 0.1705) < 5e-5 && fabs(e.high - 0.8090) < 5e-5);
	assert_int_equal(share_difference(0, 0, 1, 2).n, 0);
}

TEST(money_won_has_an_error_and_refuses_whales)
{
	struct value_sum s = { 0 };
	static const double AMOUNT[] = { 10, 20, 30, 40, 25, 35 };
	static const bool WON[] = { true, false, true, false, true, true };
	struct value_sum owner[2] = { 0 };
	for (size_t i = 0; i < COUNT(AMOUNT); i++) {
		value_add(&s, AMOUNT[i], WON[i]);
		value_add(&owner[i % 2], AMOUNT[i], WON[i]);
	}
	bool refused = true;
	struct estimate e = value_share(&s, &refused);
	NEAR(e.value, 100.0 / 160, 1e-15);
	// sum of u^2 by hand, r = 0.625: (10^2 + 30^2 + 25^2 + 35^2) 0.375^2 + (20^2 +
	// 40^2) 0.625^2
	double want = sqrt(2850 * 0.140625 + 2000 * 0.390625) / 160;
	NEAR(value_error(&s), want, 1e-14);
	NEAR(e.low, 0.625 - NORMAL_975 * want, 1e-14);
	// Owner 0: 65 of 65; owner 1: 35 of 95.  Both are off by 24.375.
	NEAR(value_error_clustered(&s, owner, 2), sqrt(2 * 24.375 * 24.375) / 160, 1e-14);
	assert_false(refused);
	assert_int_equal(e.n, 6);
	value_add(&s, 100, true);
	e = value_share(&s, &refused);
	assert_true(refused); // 100 of 260
	assert_int_equal(e.n, 0);
	struct value_sum merged = owner[0];
	value_merge(&merged, &owner[1]);
	assert_true(merged.all == 160 && merged.k == 4 && merged.largest == 40);
	assert_int_equal(value_share(&(struct value_sum){ 0 }, NULL).n, 0);
}

TEST(two_rates_compare_as_in_r)
{
	// R 4.2.2: 208 of 336 against 4030 of 6375.
	struct z_test t =
		compare_two((struct tally){ 208, 336 }, (struct tally){ 4030, 6375 });
	NEAR(t.z, -0.485499129159373, 1e-11);
	NEAR(t.p, 0.627322330272024, 1e-11);
	NEAR(compare_exact((struct tally){ 208, 336 }, (struct tally){ 4030, 6375 }),
		0.642688150617036, 1e-10);
	// Far out, R 4.2.2: month 2017-03, 531 of 647 against 3707 of 6064.
	NEAR(compare_exact((struct tally){ 531, 647 }, (struct tally){ 3707, 6064 }),
		3.96679477049459e-28, 1e-9);
	// Fisher's tea, 3 of 4 against 1 of 4: (16 + 1 + 16 + 1) / 70
	NEAR(compare_exact((struct tally){ 3, 4 }, (struct tally){ 1, 4 }), 34.0 / 70,
		1e-14);
	// 0 of 5 against 5 of 5: 2 of the 252 tables
	NEAR(compare_exact((struct tally){ 0, 5 }, (struct tally){ 5, 5 }), 2.0 / 252,
		1e-14);
	NEAR(compare_p((struct tally){ 0, 5 }, (struct tally){ 5, 5 }), 2.0 / 252, 1e-14);
	assert_true(compare_p((struct tally){ 0, 0 }, (struct tally){ 5, 5 }) == 1);
	assert_true(compare_two((struct tally){ 5, 5 }, (struct tally){ 7, 7 }).p == 1);
	assert_true(compare_exact((struct tally){ 5, 5 }, (struct tally){ 7, 7 }) == 1);
}

TEST(homogeneity_leaves_empty_groups_out)
{
	// 2 x 3 table by hand: rates 10/20, 20/40, 30/40; pooled 0.6.
	const struct tally groups[] = { { 10, 20 }, { 20, 40 }, { 0, 0 }, { 30, 40 } };
	struct homogeneity h = compare_all(groups, COUNT(groups));
	NEAR(h.chi2, (4 / 12.0 + 16 / 24.0 + 36 / 24.0) / 0.4, 1e-14);
	assert_true(h.df == 2);
	NEAR(h.p, exp(-h.chi2 / 2), 1e-12); // chi-squared with 2 df has this tail
	const struct tally all_won[] = { { 3, 3 }, { 4, 4 } };
	assert_true(compare_all(all_won, 2).p == 1 && compare_all(groups, 1).df == 0);
}

TEST(adjusted_p_values_match_the_definition)
{
	struct arena a = { 0 };
	// Benjamini and Hochberg (1995), the 15 tests of their section 4: four are kept
	// at 5 %.
	static const double P[] = { 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278,
		0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000 };
	double q[COUNT(P)];
	compare_adjust(P, COUNT(P), q, &a);
	assert_true(q[3] <= 0.05 && q[4] > 0.05);
	NEAR(q[3], 0.0095 * 15 / 4, 1e-14);
	NEAR(q[5], 0.0298 * 15 / 7, 1e-14); // not its own 0.0695: the least behind it
	const double mixed[] = { 0.5, 0.01, 0.02 };
	compare_adjust(mixed, 3, q, &a);
	NEAR(q[0], 0.5, 1e-15);
	NEAR(q[1], 0.03, 1e-14);
	compare_adjust(NULL, 0, NULL, &a);
	arena_free(&a);
}

TEST(what_could_have_been_seen_matches_r)
{
	// R 4.2.2: power.prop.test(n, p1 = 0.25, power = 0.8)
	NEAR(compare_detectable(0.25, 50, 50), 0.519406912365122, 1e-9);
	NEAR(compare_detectable(0.25, 100, 100), 0.437043935810549, 1e-9);
	assert_true(
		compare_detectable(0.25, 30, 1000) > compare_detectable(0.25, 100, 1000));
	assert_true(compare_detectable(0.9, 3, 3) == 1);
	assert_true(compare_detectable(0.5, 0, 10) == 1);
}

MAIN(RUN(wilson_jeffreys_and_exact_match_r), RUN(figures_that_people_published),
	RUN(sentences_say_figures_plainly), RUN(intervals_hold_at_none_and_all),
	RUN(newcombe_matches_r_and_the_paper),
	RUN(money_won_has_an_error_and_refuses_whales), RUN(two_rates_compare_as_in_r),
	RUN(homogeneity_leaves_empty_groups_out),
	RUN(adjusted_p_values_match_the_definition),
	RUN(what_could_have_been_seen_matches_r))

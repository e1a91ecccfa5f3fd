#include "tests/test.h"

#include "audit/ladder.h"
#include "audit/say.h"

#include <math.h>

static bool near(double got, double want)
{
	return fabs(got - want) <= 1e-12 * fabs(want);
}

// Expected values: exact sums with Python's fractions; R's pbinom(k - 1, n, p, FALSE) is
// the same quantity.
TEST(binomial_tails_match_exact_sums)
{
	assert_true(near(chance_of_at_least(4, 9, 0.01), 1.210432831444e-06));
	assert_true(near(chance_of_at_least(1, 12, 0.01), 0.11361512828387071));
	assert_true(near(chance_of_at_least(45, 100, 0.4), 0.17890163272310544));
	assert_true(near(chance_of_at_least(200, 318, 0.4), 1.5711572064315093e-16));
	assert_true(chance_of_at_least(0, 5, 0.3) == 1);
}

TEST(certainty_follows_the_ladder)
{
	assert_int_equal(certainty_of(0.0009, 30), CERTAINTY_NEAR);
	assert_int_equal(certainty_of(0.001, 30), CERTAINTY_LIKELY);
	assert_int_equal(certainty_of(0.049, 30), CERTAINTY_LIKELY);
	assert_int_equal(certainty_of(0.05, 30), CERTAINTY_SUGGESTIVE);
	assert_int_equal(certainty_of(0.19, 30), CERTAINTY_SUGGESTIVE);
	assert_int_equal(certainty_of(0.2, 30), CERTAINTY_EARLY);
	assert_int_equal(certainty_of(1e-9, 29), CERTAINTY_EARLY);
	assert_int_equal(certainty_of(NAN, 300), CERTAINTY_EARLY);
}

TEST(little_certainty_lowers_the_severity)
{
	assert_int_equal(
		severity_at(SEVERITY_BLOCKER, CERTAINTY_SUGGESTIVE), SEVERITY_SERIOUS);
	assert_int_equal(severity_at(SEVERITY_BLOCKER, CERTAINTY_EARLY), SEVERITY_WATCH);
	assert_int_equal(
		severity_at(SEVERITY_BLOCKER, CERTAINTY_LIKELY), SEVERITY_BLOCKER);
	assert_int_equal(severity_at(SEVERITY_WATCH, CERTAINTY_EARLY), SEVERITY_WATCH);
}

TEST(missing_cases_are_those_of_the_normal_approximation)
{
	// n = 1.96^2 * 0.25 / 0.1^2 = 96.04
	assert_int_equal(cases_missing(0.5, 0.4, 20), 97 - 20);
	assert_int_equal(cases_missing(0.1, 0.6, 12), 30 - 12);
	assert_true(cases_missing(0.4, 0.4, 20) == SIZE_MAX);
}

static void is(struct str got, const char *want)
{
	assert_int_equal(got.len, str_of(want).len);
	assert_true(str_eq(got, str_of(want)));
}

TEST(numbers_become_words_up_to_twelve)
{
	struct arena a = { 0 };
	is(say_of_first(&a, 7, "of your", 12), "Seven of your twelve");
	is(say_of_first(&a, 7, "of your", 13), "7 of your 13");
	is(say_number(&a, 1284), "1,284");
	arena_free(&a);
}

TEST(shares_below_thirty_cases_have_no_rate)
{
	struct arena a = { 0 };
	struct estimate e = { .value = 22.0 / 71, .n = 71, .k = 22 };
	is(say_counts(&a, &e, " deals"), "22 of 71 deals (31%)");
	e = (struct estimate){ .value = 7.0 / 22, .n = 22, .k = 7 };
	is(say_counts(&a, &e, ""), "7 of 22");
	arena_free(&a);
}

TEST(chances_are_natural_frequencies)
{
	struct arena a = { 0 };
	is(words_chance(&a, 0.0124), "about 1 chance in 81");
	is(words_chance(&a, 0.000321), "about 1 chance in 3,100");
	is(words_chance(&a, 0.3), "about 1 chance in 3");
	is(words_chance(&a, 1e-12), "less than 1 chance in 10,000");
	is(words_chance(&a, 0.9), "more than 1 chance in 2");
	arena_free(&a);
}

TEST(days_carry_the_year_only_when_it_differs)
{
	struct arena a = { 0 };
	const struct date as_of = date_of(2026, 11, 22);
	is(say_day(&a, date_of(2026, 12, 8), as_of), "8 December");
	is(say_day(&a, date_of(2025, 12, 8), as_of), "8 December 2025");
	is(say_day(&a, (struct date){ 0 }, as_of), "an unknown day");
	arena_free(&a);
}

TEST(lists_end_in_and_or_in_how_many_more)
{
	struct arena a = { 0 };
	const struct str w[] = { STR_INIT("a"), STR_INIT("b"), STR_INIT("c") };
	is(say_list(&a, w, 1, 3), "a");
	is(say_list(&a, w, 3, 3), "a, b and c");
	is(say_list(&a, w, 3, 2), "a, b and 1 more");
	arena_free(&a);
}

MAIN(RUN(binomial_tails_match_exact_sums), RUN(certainty_follows_the_ladder),
	RUN(little_certainty_lowers_the_severity),
	RUN(missing_cases_are_those_of_the_normal_approximation),
	RUN(numbers_become_words_up_to_twelve),
	RUN(shares_below_thirty_cases_have_no_rate), RUN(chances_are_natural_frequencies),
	RUN(days_carry_the_year_only_when_it_differs),
	RUN(lists_end_in_and_or_in_how_many_more))

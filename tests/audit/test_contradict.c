#include "tests/test.h"

#include "audit/contradict.h"

static enum agreement agree(const char *left, const char *right, struct contradiction *c)
{
	return numbers_agree(str_of(left), str_of(right), c);
}

TEST(another_price_for_the_same_thing_contradicts)
{
	struct contradiction c = { 0 };
	assert_int_equal(
		agree("From 9 EUR per user per month",
			"Plans start at 14 EUR per user per month, billed yearly.", &c),
		SAYS_OTHER);
	assert_true(str_eq(c.left, S("9 EUR")));
	assert_true(str_eq(c.right, S("14 EUR")));
}

TEST(a_currency_before_the_number_is_its_unit_too)
{
	struct contradiction c = { 0 };
	assert_int_equal(agree("From €9 per user and month",
				 "Now only €14 per user and month", &c),
		SAYS_OTHER);
	assert_true(str_eq(c.right, S("€14")));
}

TEST(a_list_that_repeats_the_number_does_not)
{
	struct contradiction c;
	assert_int_equal(agree("From 9 EUR per user per month",
				 "Basic 9 EUR, Plus 14 EUR per user per month", &c),
		SAYS_SAME);
}

TEST(other_units_or_other_things_do_not)
{
	struct contradiction c;
	const char *card = "From 9 EUR per user per month";
	assert_int_equal(
		agree(card, "Over 14 users work per site per month", &c), SAYS_NOTHING);
	assert_int_equal(agree(card, "Setup costs 900 EUR once", &c), SAYS_NOTHING);
	assert_int_equal(
		agree("No offline mode", "Offline for 72 hours", &c), SAYS_NOTHING);
	assert_int_equal(agree("Founded in 2014 in Berlin",
				 "In 2025 we opened an office in Berlin", &c),
		SAYS_NOTHING);
}

TEST(thousands_and_plurals_are_the_same)
{
	struct contradiction c;
	assert_int_equal(agree("Trusted by 1,200 customers in retail",
				 "1200 customers in retail trust us", &c),
		SAYS_SAME);
	assert_int_equal(
		agree("Guaranteed uptime of 99.9% for every customer",
			"We guarantee customers an uptime of 99.5% every month", &c),
		SAYS_OTHER);
}

TEST(numbers_may_be_words)
{
	struct contradiction c = { 0 };
	assert_int_equal(agree("Change history is kept for twelve months",
				 "Change history for 24 months", &c),
		SAYS_OTHER);
	assert_true(str_eq(c.left, S("twelve months")));
	assert_int_equal(agree("Change history is kept for twelve months",
				 "Change history for 12 months", &c),
		SAYS_SAME);
}

TEST(what_is_denied_may_be_offered)
{
	assert_true(denied_and_offered(S("No single sign-on"), S("SAML single sign-on")));
	assert_false(
		denied_and_offered(S("No single sign-on"), S("No single sign-on yet")));
	assert_false(
		denied_and_offered(S("No single sign-on"), S("Sign on with one click")));
	assert_false(denied_and_offered(S("Single sign-on"), S("SAML single sign-on")));
	assert_false(denied_and_offered(S("No API"), S("API")));
}

TEST(anything_can_be_compared)
{
	struct contradiction c;
	static char digits[5000];
	for (size_t i = 0; i < sizeof digits; i++)
		digits[i] = i % 3 ? '9' : ' ';
	const struct str long_one = { digits, sizeof digits };
	assert_int_equal(numbers_agree(long_one, long_one, &c), SAYS_NOTHING);
	assert_int_equal(numbers_agree(S(""), long_one, &c), SAYS_NOTHING);
	assert_int_equal(
		numbers_agree(S("\xff\xfe 9 \x80"), S("9,,,9 eur"), &c), SAYS_NOTHING);
}

MAIN(RUN(another_price_for_the_same_thing_contradicts),
	RUN(a_currency_before_the_number_is_its_unit_too),
	RUN(a_list_that_repeats_the_number_does_not),
	RUN(other_units_or_other_things_do_not), RUN(thousands_and_plurals_are_the_same),
	RUN(numbers_may_be_words), RUN(what_is_denied_may_be_offered),
	RUN(anything_can_be_compared))

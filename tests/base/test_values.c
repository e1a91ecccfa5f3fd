// Dates and amounts as exports write them.
#include "test.h"

#include "base/base.h"

static struct arena arena;

static const char *day(const char *text, enum date_order order)
{
	struct date d;
	if (!date_parse(str_of(text), order, &d))
		return "none";
	return date_str(&arena, d).at;
}

TEST(dates_are_read_in_every_dialect)
{
	static const struct {
		const char *text, *want;
	} CASES[] = {
		{ "2025-11-30", "2025-11-30" },
		{ "2025-11-30T23:59:59Z", "2025-11-30" },
		{ "2023-09-26 15:15:00.000000 UTC", "2023-09-26" },
		{ "30.11.2025", "2025-11-30" },
		{ "26-02-2018 19:58", "2018-02-26" },
		{ "11/30/2025", "2025-11-30" },
		{ "30/11/25", "2025-11-30" },
		{ "30 Nov 2025", "2025-11-30" },
		{ "Nov 30, 2025", "2025-11-30" },
		{ "30. November 2025", "2025-11-30" },
		{ "1. März 2024", "2024-03-01" },
		{ "20251130", "2025-11-30" },
		{ "05/05/2025", "2025-05-05" },
		{ "2024-02-29", "2024-02-29" },
		{ "2025-02-29", "none" },
		{ "03/04/2025", "none" },
		{ "hello", "none" },
		{ "", "none" },
		{ "12", "none" },
		{ "2025-13-01", "none" },
		{ "2021-1-5", "2021-01-05" },
		{ "3-Mar-2024", "2024-03-03" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		assert_string_equal(day(CASES[i].text, DATE_UNSURE), CASES[i].want);
	assert_string_equal(day("03/04/2025", DATE_DAY_FIRST), "2025-04-03");
	assert_string_equal(day("03/04/2025", DATE_MONTH_FIRST), "2025-03-04");
}

TEST(a_column_proves_its_order)
{
	assert_int_equal(date_proves(S("25/11/2025")), DATE_DAY_FIRST);
	assert_int_equal(date_proves(S("11/25/2025")), DATE_MONTH_FIRST);
	assert_int_equal(date_proves(S("03/04/2025")), DATE_UNSURE);
	assert_int_equal(date_proves(S("2025-11-25")), DATE_UNSURE);
}

TEST(days_count_and_weekdays_hold)
{
	struct date a = date_of(1999, 12, 31), b = date_of(2000, 3, 1);
	assert_int_equal(b.days - a.days, 61);
	assert_int_equal(date_weekday(date_of(2025, 11, 30)), 6); // a Sunday
	assert_int_equal(date_weekday(date_of(1970, 1, 1)), 3);	  // a Thursday
	assert_int_equal(date_quarter(date_of(2025, 11, 30)), 4);
	assert_string_equal(
		date_str(&arena, date_month(date_of(2025, 11, 30), 3)).at, "2026-02-01");
	for (int32_t d = 1; d < 800000; d += 97) {
		int year = 0, month = 0, dom = 0;
		date_parts((struct date){ d }, &year, &month, &dom);
		if (year > 0)
			assert_int_equal(date_of(year, month, dom).days, d);
	}
}

TEST(names_carry_dates)
{
	assert_string_equal(
		date_str(&arena, date_in_name(S("2025-11-home.html"))).at, "2025-11-01");
	assert_string_equal(
		date_str(&arena, date_in_name(S("calls/2025-10-21-brandt.vtt"))).at,
		"2025-10-21");
	assert_string_equal(
		date_str(&arena, date_in_name(S("page_20240105.md"))).at, "2024-01-05");
	assert_false(date_set(date_in_name(S("release-20251399.md"))));
	assert_false(date_set(date_in_name(S("v7.pptx"))));
}

TEST(amounts_are_read_in_every_dialect)
{
	static const struct {
		const char *text;
		int64_t cents;
		const char *currency;
	} CASES[] = {
		{ "$86400", 8640000, "USD" },
		{ "1.200,50 €", 120050, "EUR" },
		{ "1.2M", 120000000, "" },
		{ "84.000,00", 8400000, "" },
		{ "84,000.00", 8400000, "" },
		{ "84.000", 8400000, "" },
		{ "1,200", 120000, "" },
		{ "12k", 1200000, "" },
		{ "EUR 1 200", 120000, "EUR" },
		{ "(300)", -30000, "" },
		{ "-5", -500, "" },
		{ "-$1,234.56", -123456, "USD" },
		{ "1'200.50", 120050, "" },
		{ "0", 0, "" },
		{ "350000.0", 35000000, "" },
		{ "1054", 105400, "" },
		{ "0.125", 13, "" },
		{ "1.234.567", 123456700, "" },
		{ "£2.5m", 250000000, "GBP" },
		{ "84 000 €", 8400000, "EUR" },
		{ "12,5", 1250, "" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct money m;
		assert_true(money_parse(str_of(CASES[i].text), &m));
		assert_int_equal(m.cents, CASES[i].cents);
		assert_string_equal(m.currency, CASES[i].currency);
	}
	static const char *const NOT[] = { "", "abc", "12 apples", "1-2", "$", "€€",
		"9999999999999999999", "n/a" };
	for (size_t i = 0; i < COUNT(NOT); i++) {
		struct money m;
		assert_false(money_parse(str_of(NOT[i]), &m));
	}
}

TEST(amounts_are_shown_to_two_figures)
{
	assert_string_equal(money_short(&arena, 8400000, "EUR").at, "84k EUR");
	assert_string_equal(money_short(&arena, 190000000, "EUR").at, "1.9M EUR");
	assert_string_equal(money_short(&arena, 64000, "EUR").at, "640 EUR");
	assert_string_equal(money_short(&arena, 99999900, "").at, "1.0M");
	assert_string_equal(money_full(&arena, 123456789, "EUR").at, "1,234,567 EUR");
	assert_string_equal(money_full(&arena, -100, "").at, "-1");
}

MAIN(RUN(dates_are_read_in_every_dialect), RUN(a_column_proves_its_order),
	RUN(days_count_and_weekdays_hold), RUN(names_carry_dates),
	RUN(amounts_are_read_in_every_dialect), RUN(amounts_are_shown_to_two_figures))

#include "tests/test.h"

#include "text/text.h"

#include <math.h>
#include <string.h>

static const char *const MEASURES[] = { "count", "percent", "times", "seconds", "bytes",
	"money", "year", "rank" };

// "72 hours" as "seconds 259200", several with "; " between.
static void check(enum tongue tongue, const char *text, const char *want)
{
	struct arena arena = { 0 };
	struct quantities found = { .arena = &arena };
	struct buf out = { 0 };
	quantities_of(str_of(text), tongue, &found);
	for (size_t i = 0; i < found.count; i++) {
		const struct quantity *q = &found.at[i];
		buf_fmt(&out, "%s%s %.6g", i ? "; " : "", MEASURES[q->measure], q->low);
		if (q->high > q->low)
			buf_fmt(&out, "..%.6g", q->high);
		if (q->currency[0])
			buf_fmt(&out, " %s", q->currency);
		const struct str noun =
			str_cut(str_of(text), q->noun.from, q->noun.to - q->noun.from);
		if (noun.len)
			buf_fmt(&out, " (%" PRI_STR ")", ARG_STR(noun));
		assert_true(q->span.from < q->span.to && q->span.to <= strlen(text));
	}
	buf_byte(&out, '\0');
	if (strcmp(out.at, want) != 0)
		fail_msg("%s: got '%s', wanted '%s'", text, out.at, want);
	buf_done(&out);
	arena_free(&arena);
}

TEST(english_quantities_are_normalised)
{
	check(TONGUE_ENGLISH, "Works 72 hours without a network", "seconds 259200");
	check(TONGUE_ENGLISH, "a 72-hour buffer", "seconds 259200");
	check(TONGUE_ENGLISH, "Cuts handover time by 40%", "percent 40");
	check(TONGUE_ENGLISH, "by 40 % or 12 percent", "percent 40; percent 12");
	check(TONGUE_ENGLISH, "10x faster, 5× cheaper, 3 times",
		"times 10; times 5; times 3");
	check(TONGUE_ENGLISH, "5 to 10 times faster", "times 5..10");
	check(TONGUE_ENGLISH, "5-10x faster", "times 5..10");
	check(TONGUE_ENGLISH, "Plants with 150–2,000 staff", "count 150..2000 (staff)");
	check(TONGUE_ENGLISH, "Plants with 150-2,000 staff", "count 150..2000 (staff)");
	check(TONGUE_ENGLISH, "1.2M rows and 3B events",
		"count 1.2e+06 (rows); count 3e+09 (events)");
	check(TONGUE_ENGLISH, "From EUR 9 or $12.50 or 9 €",
		"money 9 EUR; money 12.5 USD; money 9 EUR");
	check(TONGUE_ENGLISH, "$1.2M saved", "money 1.2e+06 USD");
	check(TONGUE_ENGLISH, "5 million EUR", "money 5e+06 EUR");
	check(TONGUE_ENGLISH, "over 200,000 active users", "count 200000 (active users)");
	check(TONGUE_ENGLISH, "hundreds of apps", "count 100 (apps)");
	check(TONGUE_ENGLISH, "dozens of apps", "count 12 (apps)");
	check(TONGUE_ENGLISH, "billions of vectors in milliseconds",
		"count 1e+09 (vectors)");
	check(TONGUE_ENGLISH, "three shifts and twelve plants",
		"count 3 (shifts); count 12 (plants)");
	check(TONGUE_ENGLISH, "answers in 200ms from 5 TB", "seconds 0.2; bytes 5e+12");
	check(TONGUE_ENGLISH, "since 2019 and in 2024", "year 2019; year 2024");
	check(TONGUE_ENGLISH, "2000 customers", "count 2000 (customers)");
	check(TONGUE_ENGLISH, "the #1 tool", "rank 1");
	check(TONGUE_ENGLISH, "40+ data sources", "count 40 (data sources)");
}

TEST(german_quantities_are_normalised)
{
	check(TONGUE_GERMAN, "Läuft 72 Stunden ohne Netz", "seconds 259200");
	check(TONGUE_GERMAN, "kostet 1.200,50 EUR", "money 1200.5 EUR");
	check(TONGUE_GERMAN, "2.000 Mitarbeiter", "count 2000 (Mitarbeiter)");
	check(TONGUE_GERMAN, "3,5 Minuten statt 12 Minuten", "seconds 210; seconds 720");
	check(TONGUE_GERMAN, "drei Schichten", "count 3 (Schichten)");
	check(TONGUE_GERMAN, "5 Mio. Euro", "money 5e+06 EUR");
	check(TONGUE_GERMAN, "um 40 Prozent", "percent 40");
	check(TONGUE_GERMAN, "5 bis 10 Tage", "seconds 432000..864000");
}

TEST(numbers_that_belong_to_names_are_none)
{
	check(TONGUE_ENGLISH, "SOC 2 Type II and ISO 27001 certified", "");
	check(TONGUE_ENGLISH, "v6.2 on Python 3 with S3, k8s, H.264", "");
	check(TONGUE_ENGLISH, "version 6.2.1 is out", "");
	check(TONGUE_ENGLISH, "support 24/7 at 9:00", "");
	check(TONGUE_ENGLISH, "for Fortune 500 companies", "");
	check(TONGUE_ENGLISH, "two-factor login in one click", "");
	check(TONGUE_ENGLISH, "MQTT 5.0 and 2FA", "");
}

static void compare(const char *a, const char *b, bool comparable, bool equal)
{
	struct arena arena = { 0 };
	struct quantities x = { .arena = &arena }, y = { .arena = &arena };
	quantities_of(str_of(a), TONGUE_ENGLISH, &x);
	quantities_of(str_of(b), TONGUE_ENGLISH, &y);
	assert_int_equal(x.count, 1);
	assert_int_equal(y.count, 1);
	assert_int_equal(
		quantity_comparable(str_of(a), x.at, str_of(b), y.at), comparable);
	assert_int_equal(quantity_equal(x.at, y.at), equal);
	arena_free(&arena);
}

TEST(the_same_quantity_in_other_units_is_equal)
{
	compare("72 hours", "3 days", true, true);
	compare("72 hours", "48 hours", true, false);
	compare("1.2M rows", "1,200,000 rows", true, true);
	compare("200,000 active users", "5,000 users", true, false);
	compare("200,000 users", "200,000 plants", false, true);
	compare("EUR 9", "9 USD", false, true);
	compare("40%", "40x", false, true);
	compare("150-2,000 staff", "150 staff", true, false);
}

TEST(any_bytes_give_ordered_spans)
{
	static const char *const BITS[] = { "1", "2.000", " ", "-", "–", "%", "x", "EUR",
		"€", "$", "million", ",", ".", "to", "hours", "9:", "#", "five", "of",
		"\xff", "SOC", "M", "k" };
	struct random r = { 11 };
	struct arena arena = { 0 };
	struct quantities found = { .arena = &arena };
	for (size_t round = 0; round < 20000; round++) {
		struct buf b = { 0 };
		for (uint64_t n = random_below(&r, 12); n > 0; n--)
			buf_add(&b, str_of(BITS[random_below(&r, COUNT(BITS))]));
		quantities_of(buf_str(&b), round & 1, &found);
		for (size_t i = 0; i < found.count; i++) {
			const struct quantity *q = &found.at[i];
			assert_true(q->span.from < q->span.to && q->span.to <= b.len);
			assert_true(!i || q[-1].span.to <= q->span.from);
			assert_true(isfinite(q->low) && q->high >= q->low);
		}
		buf_done(&b);
	}
	arena_free(&arena);
}

MAIN(RUN(english_quantities_are_normalised), RUN(german_quantities_are_normalised),
	RUN(numbers_that_belong_to_names_are_none),
	RUN(the_same_quantity_in_other_units_is_equal), RUN(any_bytes_give_ordered_spans))

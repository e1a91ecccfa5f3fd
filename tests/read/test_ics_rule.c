// Series and zones against what other programs say of them.
#include "test.h"

#include <string.h>

#include "read/ics_rule.h"
#include "read/ics_zone.h"
#include "rule_reference.h"
#include "zone_reference.h"

static struct arena arena;

static int64_t wall_of(const char *text)
{
	struct ics_time t;
	assert_true(ics_time_read(str_of(text), S(""), &t));
	return t.wall;
}

static int64_t space[2][10000];

static struct ics_walls expand(
	size_t slot, const char *rule, int64_t start, int64_t from, int64_t to)
{
	struct ics_rule r;
	struct ics_effort effort = { .left = 1000000 };
	struct ics_walls walls = { space[slot], 0, COUNT(space[slot]) };
	assert_true(ics_rule_read(str_of(rule), &r));
	struct ics_series series = { start, from, to, INT64_MAX };
	if (r.until.set)
		series.until = r.until.wall;
	ics_rule_expand(&r, &series, &walls, &effort);
	assert_false(effort.cut);
	return walls;
}

TEST(series_are_those_of_dateutil)
{
	for (size_t i = 0; i < COUNT(RULES); i++) {
		const struct rule_reference *want = &RULES[i];
		int64_t start = wall_of(want->start), sum = 0, last = start;
		struct ics_walls got =
			expand(0, want->rule, start, start, wall_of(want->to));
		for (size_t j = 0; j < got.count; j++) {
			assert_true(got.at[j] > last);
			last = got.at[j];
			sum += last - start;
		}
		if ((int64_t)got.count + 1 != want->count || sum != want->sum)
			print_message("%s from %s: %zu instances, %lld expected\n",
				want->rule, want->start, got.count + 1,
				(long long)want->count);
		assert_int_equal(got.count + 1, want->count);
		assert_true(sum == want->sum);
		assert_true(last == wall_of(want->last));
	}
}

// A window in the middle gives the same as the whole series, cut.
TEST(windows_are_cut_out_of_the_series)
{
	for (size_t i = 0; i < COUNT(RULES); i++) {
		int64_t start = wall_of(RULES[i].start), end = wall_of(RULES[i].to);
		int64_t from = start + (end - start) / 3, to = start + (end - start) / 2;
		struct ics_walls whole = expand(0, RULES[i].rule, start, start, end),
				 part = expand(1, RULES[i].rule, start, from, to);
		size_t k = 0;
		for (size_t j = 0; j < whole.count; j++) {
			if (whole.at[j] < from || whole.at[j] >= to)
				continue;
			assert_true(k < part.count && part.at[k] == whole.at[j]);
			k++;
		}
		assert_int_equal(k, part.count);
	}
}

TEST(what_is_no_rule_is_not_read)
{
	static const char *const TEXTS[] = { "", "FREQ", "FREQ=FORTNIGHTLY", "COUNT=3",
		"FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=0",
		"FREQ=DAILY;COUNT=x", "FREQ=DAILY;UNTIL=soon", "FREQ=DAILY;BYHOUR=24",
		"FREQ=DAILY;BYMONTH=0", "FREQ=MONTHLY;BYMONTHDAY=32",
		"FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=YEARLY;BYYEARDAY=367",
		"FREQ=YEARLY;BYWEEKNO=54", "FREQ=MONTHLY;BYDAY=XX",
		"FREQ=MONTHLY;BYDAY=54MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=DAILY;WKST=X",
		"FREQ=MONTHLY;BYSETPOS=0", "FREQ=DAILY;RSCALE=CHINESE",
		"FREQ=DAILY;BYHOUR=99999999999999999999" };
	struct ics_rule r;
	for (size_t i = 0; i < COUNT(TEXTS); i++)
		assert_false(ics_rule_read(str_of(TEXTS[i]), &r));
	assert_true(ics_rule_read(S("freq=daily;X-OTHER=1;rscale=gregorian"), &r));
}

TEST(zones_change_their_clocks_when_the_iana_says)
{
	int64_t to = wall_of("20300101");
	for (size_t i = 0; i < COUNT(ZONES); i++) {
		const struct zone_reference *want = &ZONES[i];
		struct ics_zone z = { 0 };
		assert_true(ics_zone_named(str_of(want->name), to, &z, &arena));
		int64_t begin = wall_of("20250101");
		int32_t before = want->first;
		assert_true(ics_zone_wall(&z, begin) - begin == before);
		for (size_t j = 0; j < COUNT(want->changes) && want->changes[j].at; j++) {
			int64_t at = want->changes[j].at;
			if (ics_zone_wall(&z, at) - at != want->changes[j].to)
				print_message("%s\n", want->name);
			assert_true(ics_zone_wall(&z, at - 1) - at + 1 == before);
			assert_true(ics_zone_wall(&z, at) - at == want->changes[j].to);
			before = want->changes[j].to;
			int64_t noon = ics_zone_wall(&z, at + 43200);
			assert_true(ics_zone_utc(&z, noon) == at + 43200);
		}
	}
	struct ics_zone z = { 0 };
	assert_false(ics_zone_named(S("West Pacific Standard Time"), to, &z, &arena));
	assert_false(ics_zone_named(S(""), to, &z, &arena));
	assert_false(ics_zone_named(S("Nowhere"), to, &z, &arena));
}

TEST(spans_and_offsets_are_read)
{
	static const struct {
		const char *text;
		int64_t want; // -1 for none
	} SPANS[] = { { "PT1H", 3600 }, { "P1DT12H30M5S", 131405 }, { "P2W", 1209600 },
		{ "+PT15M", 900 }, { "-PT15M", -900 }, { "P", -1 }, { "PT", -1 },
		{ "1D", -1 }, { "P1", -1 }, { "PT1X", -1 },
		{ "P99999999999999999999W", 315619200 } };
	for (size_t i = 0; i < COUNT(SPANS); i++) {
		int64_t seconds = -1;
		bool ok = ics_span_read(str_of(SPANS[i].text), &seconds);
		assert_true(ok ? seconds == SPANS[i].want : SPANS[i].want == -1);
	}
	int32_t offset = 0;
	assert_true(ics_offset_read(S("-0330"), &offset));
	assert_int_equal(offset, -12600);
	assert_true(ics_offset_read(S("+005328"), &offset));
	assert_int_equal(offset, 3208);
	assert_false(ics_offset_read(S("0530x"), &offset));
	assert_false(ics_offset_read(S(""), &offset));
}

MAIN(RUN(series_are_those_of_dateutil), RUN(windows_are_cut_out_of_the_series),
	RUN(what_is_no_rule_is_not_read),
	RUN(zones_change_their_clocks_when_the_iana_says),
	RUN(spans_and_offsets_are_read))

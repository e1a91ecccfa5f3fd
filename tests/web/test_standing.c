// Standing of an objective: words, verdicts, and what must not matter.
#include "tests/test.h"

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "web/standing.h"

static struct arena arena;

struct world {
	struct workspace ws;
	struct objective objective;
	struct metric values[16];
};

static struct figure as(double value, unsigned places, bool percent)
{
	return (struct figure){ value, (uint8_t)places, percent };
}

// An objective of fiscal 2026, February to January, as of 30 November 2025.
static struct world *world_of(double baseline, double target)
{
	struct world *w = ARENA_NEW(&arena, struct world);
	w->objective = (struct objective){ .id = S("O-3"),
		.objective = S("Keep them"),
		.metric = S("NRR"),
		.period = S("FY26"),
		.baseline = baseline,
		.target = target };
	w->ws = (struct workspace){ .arena = &arena, .as_of = date_of(2025, 11, 30) };
	w->ws.config.fiscal_starts[0] = 2;
	w->ws.config.fiscal_starts[1] = 1;
	w->ws.records.objectives.at = &w->objective;
	w->ws.records.objectives.count = 1;
	w->ws.records.metrics.at = w->values;
	return w;
}

static void add(struct world *w, struct date day, struct figure value)
{
	const size_t i = w->ws.records.metrics.count++;
	assert_true(i < COUNT(w->values));
	w->values[i] = (struct metric){ .at = { 0, (uint32_t)i + 2 },
		.objective = S("O-3"),
		.value = value,
		.date = day };
}

static struct standing stand(struct world *w)
{
	struct standing s;
	standing_of(&w->ws, &w->objective, &arena, &s);
	return s;
}

static void says(struct world *w, enum standing_kind kind, const char *words)
{
	const struct standing s = stand(w);
	assert_string_equal(standing_name(s.kind), standing_name(kind));
	assert_string_equal(arena_cstr(&arena, s.words), words);
}

TEST(behind_and_on_plan_say_the_figures)
{
	struct world *w = world_of(1.04, 1.12);
	add(w, date_of(2025, 1, 31), as(1.04, 2, false));
	add(w, date_of(2025, 10, 31), as(1.07, 2, false));
	// By hand: 272 of 364 days; 1.04 + .08 * 272 / 364 = 1.09978.
	says(w, STANDING_BEHIND,
		"1.07 on 31 October 2025, where the straight way from 1.04 to 1.12 "
		"stands at 1.10: behind plan");
	assert_true(fabs(stand(w).plan - 1.09978) < 1e-5);
	assert_true(fabs(stand(w).way - 0.375) < 1e-12);
	assert_true(fabs(stand(w).time - 272.0 / 364) < 1e-12);
	add(w, date_of(2025, 11, 30), as(1.11, 2, false));
	says(w, STANDING_ON,
		"1.11 on 30 November 2025, where the straight way from 1.04 to 1.12 "
		"stands at 1.11: on plan");
	// Behind by less than the printed numbers show is not behind.
	w->values[2].value.value = 1.1055;
	assert_true(stand(w).way < stand(w).time);
	assert_int_equal(stand(w).kind, STANDING_ON);
	// What lies in the future is not known yet.
	add(w, date_of(2025, 12, 1), as(1.12, 2, false));
	assert_int_equal(stand(w).values.count, 3);
	assert_int_equal(stand(w).newest->date.days, date_of(2025, 11, 30).days);
}

TEST(percent_is_printed_as_the_file_writes_it)
{
	struct world *w = world_of(0.125, 0.09);
	add(w, date_of(2025, 10, 31), as(0.11, 0, true));
	says(w, STANDING_BEHIND,
		"11.0% on 31 October 2025, where the straight way from 12.5% to 9.0% "
		"stands at 9.9%: behind plan");
	w->values[0].value = as(0.095, 3, false);
	says(w, STANDING_ON,
		"0.095 on 31 October 2025, where the straight way from 0.125 to 0.090 "
		"stands at 0.099: on plan");
}

TEST(every_reason_to_say_nothing_is_said)
{
	struct world *w = world_of(1.04, 1.12);
	says(w, STANDING_NO_VALUE, "metrics.csv has no value of it");
	add(w, date_of(2025, 8, 1), as(1.07, 2, false));
	says(w, STANDING_OLD,
		"1.07 on 1 August 2025: more than 120 days ago, too old to say");
	w->values[0].date = date_of(2025, 8, 2); // 120 days
	assert_int_equal(stand(w).kind, STANDING_BEHIND);
	w->objective.target = NAN;
	says(w, STANDING_NO_ENDS,
		"1.07 on 2 August 2025; objectives.csv has no target for it");
	w->objective.baseline = NAN;
	says(w, STANDING_NO_ENDS,
		"1.07 on 2 August 2025; objectives.csv has no baseline and no target "
		"for it");
	w->objective.target = w->objective.baseline = 1.12;
	says(w, STANDING_NO_ENDS,
		"1.07 on 2 August 2025; baseline and target are both 1.12, so there is "
		"no way to measure");
	w->objective.baseline = 1.04;
	w->objective.period = S("soon");
	says(w, STANDING_NO_PERIOD,
		"1.07 on 2 August 2025; its period “soon” says no days, so there is no "
		"plan to lay it against");
	w->objective.period = S("");
	says(w, STANDING_NO_PERIOD,
		"1.07 on 2 August 2025; it has no period, so there is no plan to lay it "
		"against");
	w->objective.period = S("Q4 FY26");
	says(w, STANDING_EARLY,
		"1.07 on 2 August 2025, before its period begins on 1 November 2025");
	w->values[0].value.value = 1.12;
	says(w, STANDING_REACHED, "1.12 on 2 August 2025, target 1.12: reached");
	w->values[0].value.value = 1.2;
	assert_int_equal(stand(w).kind, STANDING_REACHED);
	w->values[0].value = as(107, 0, false);
	says(w, STANDING_UNLIKE,
		"107 on 2 August 2025, which cannot be laid beside 1.04 to 1.12: one of "
		"them seems to be in percent without its sign");
}

TEST(the_period_ends_with_the_day_by_which_it_should_be_reached)
{
	struct world *w = world_of(0, 100);
	add(w, date_of(2025, 11, 30), as(50, 0, false));
	assert_int_equal(stand(w).kind, STANDING_BEHIND);
	w->objective.until = date_of(2027, 1, 31);
	assert_int_equal(stand(w).kind, STANDING_ON);
	w->objective.until = date_of(2024, 1, 31); // before the period: the period counts
	assert_int_equal(stand(w).kind, STANDING_BEHIND);
	// Behind the end the whole way should have been come.
	w->objective.until = date_of(2025, 8, 31);
	w->values[0].value.value = 99;
	says(w, STANDING_BEHIND,
		"99 on 30 November 2025, where the straight way from 0 to 100 stands at "
		"100: behind plan");
}

TEST(of_one_day_the_last_row_counts_and_files_may_be_in_any_order)
{
	struct world *w = world_of(1.04, 1.12);
	add(w, date_of(2025, 10, 31), as(1.05, 2, false));
	add(w, date_of(2025, 4, 30), as(1.20, 2, false));
	add(w, date_of(2025, 10, 31), as(1.11, 2, false));
	assert_int_equal(stand(w).values.count, 2);
	assert_true(fabs(stand(w).newest->value.value - 1.11) < 1e-12);
	w->values[2].metric = S("NPS"); // another measure of the same objective
	assert_true(fabs(stand(w).newest->value.value - 1.05) < 1e-12);
}

static double draw(struct random *r)
{
	return random_unit(r);
}

// Turning the direction round, another unit, another zero: the verdict stays.
TEST(direction_and_scale_do_not_matter)
{
	struct random r = { .state = 7 };
	size_t seen[STANDING_KINDS] = { 0 };
	for (size_t i = 0; i < 2000; i++) {
		const double from = 5 + 10 * draw(&r), way = 1 + 5 * draw(&r);
		const double come = from + way * (1.4 * draw(&r) - 0.2);
		const struct date day = { date_of(2025, 8, 2).days +
					  (int)(120 * draw(&r)) };
		const double scale = 1 + 1000 * draw(&r);
		enum standing_kind kind = STANDING_KINDS;
		for (int turn = 0; turn < 4; turn++) {
			// Plain, mirrored, scaled, and mirrored on another zero.
			const double f = turn == 1 ? -1 : turn == 2 ? scale : 1;
			const double add_to = turn == 3 ? 40 : 0, g = turn == 3 ? -1 : f;
			struct world *w =
				world_of(add_to + g * from, add_to + g * (from + way));
			add(w, day, as(add_to + g * come, 6, false));
			const struct standing s = stand(w);
			if (turn == 0)
				kind = s.kind;
			assert_string_equal(standing_name(s.kind), standing_name(kind));
			if (kind == STANDING_BEHIND || kind == STANDING_ON)
				assert_true(
					(s.way < s.time) == (kind == STANDING_BEHIND) ||
					fabs(s.way - s.time) < 1e-4);
		}
		seen[kind]++;
	}
	assert_true(seen[STANDING_ON] > 100 && seen[STANDING_BEHIND] > 100 &&
		    seen[STANDING_REACHED] > 100);
	assert_int_equal(
		seen[STANDING_ON] + seen[STANDING_BEHIND] + seen[STANDING_REACHED], 2000);
}

// A later value of the same size is never better placed; a better value never worse.
TEST(verdicts_are_monotone)
{
	for (int day = 0; day < 110; day++)
		for (int step = 0; step <= 40; step++) {
			struct world *w = world_of(10, 20), *later = world_of(10, 20);
			const double value = 10 + step / 4.0;
			const struct date d = { date_of(2025, 8, 3).days + day };
			add(w, d, as(value, 2, false));
			add(later, (struct date){ d.days + 1 }, as(value, 2, false));
			assert_true(stand(w).kind != STANDING_BEHIND ||
				    stand(later).kind == STANDING_BEHIND);
			w->values[0].value.value = value + 0.25;
			if (stand(later).kind == STANDING_ON)
				assert_true(stand(w).kind != STANDING_BEHIND);
		}
}

MAIN(RUN(behind_and_on_plan_say_the_figures),
	RUN(percent_is_printed_as_the_file_writes_it),
	RUN(every_reason_to_say_nothing_is_said),
	RUN(the_period_ends_with_the_day_by_which_it_should_be_reached),
	RUN(of_one_day_the_last_row_counts_and_files_may_be_in_any_order),
	RUN(direction_and_scale_do_not_matter), RUN(verdicts_are_monotone))

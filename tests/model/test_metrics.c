// Values of objectives: read with what files write, joined to whose they are; periods.
#include "tests/test.h"

#include <math.h>
#include <string.h>

#include "model/model.h"
#include "rows.h"

static struct arena arena;
static struct records records;
static struct source source;

static void load(const char *kind, const char *text)
{
	const struct record_how how = { .kind = record_find(str_of(kind)),
		.path = S("table.csv") };
	assert_non_null(how.kind);
	source = rows_load(&arena, &how, text, ';', &records);
}

static struct str written(size_t i)
{
	const struct metric *m = &records.metrics.at[i];
	return figure_words(&arena, m->value.value, m->value);
}

TEST(values_are_read_and_printed_as_they_are_written)
{
	static const struct {
		const char *cell;
		double value;
		const char *words;
	} CASES[] = { { "31%", 0.31, "31%" }, { "0.31", 0.31, "0.31" },
		{ "104%", 1.04, "104%" }, { "1.04", 1.04, "1.04" }, { "1,5", 1.5, "1.5" },
		{ "1.040", 1.04, "1.040" }, { "12.5 %", 0.125, "12.5%" },
		{ "12,5%", 0.125, "12.5%" }, { "1,200", 1200, "1200" },
		{ "-3", -3, "-3" }, { "0", 0, "0" }, { "-0.001", -0.001, "-0.001" } };
	struct buf text = { 0 };
	records = (struct records){ 0 };
	buf_fmt(&text, "date;objective;metric;value\n");
	for (size_t i = 0; i < COUNT(CASES); i++)
		buf_fmt(&text, "2025-01-%02zu;O-1;;%s\n", i + 1, CASES[i].cell);
	buf_byte(&text, '\0');
	load("metrics", text.at);
	buf_done(&text);
	assert_int_equal(records.metrics.count, COUNT(CASES));
	for (size_t i = 0; i < COUNT(CASES); i++) {
		assert_true(
			fabs(records.metrics.at[i].value.value - CASES[i].value) < 1e-12);
		assert_string_equal(written(i).at, CASES[i].words);
	}
	assert_string_equal(figure_words(&arena, -0.0001, figure_plain(0.25)).at, "0.00");
}

TEST(what_cannot_be_used_is_named_and_the_rest_is_read)
{
	records = (struct records){ 0 };
	load("metrics", "Monat;Ziel-ID;Kennzahl;Wert\n"
			"2025-10;O-1;;1,07\n"
			"2025-11-31;O-1;;1.08\n"
			"2025-11-30;O-1;;about one\n"
			"2025-11-30;;;1.08\n"
			"2025-11-30;O-1;;1e300\n"
			"Q3 2025;;NRR;105%\n");
	assert_int_equal(records.metrics.count, 2);
	assert_int_equal(source.rows_skipped, 4);
	// A month and a quarter are measured at their end.
	assert_string_equal(
		date_str(&arena, records.metrics.at[0].date).at, "2025-10-31");
	assert_string_equal(
		date_str(&arena, records.metrics.at[1].date).at, "2025-09-30");
	bool named = false, huge = false, silent = true;
	for (size_t i = 0; i < source.notes.count; i++) {
		named |= str_find(source.notes.at[i], S("about one"), 0) != STR_NONE;
		huge |= str_find(source.notes.at[i], S("1e300"), 0) != STR_NONE;
		silent &= str_find(source.notes.at[i], S("neither an objective"), 0) ==
			  STR_NONE;
	}
	assert_true(named);
	assert_true(huge);
	assert_false(silent);
}

static bool belongs(struct metric m, const struct objective *o)
{
	return metric_is_of(&m, o);
}

TEST(a_row_belongs_to_what_it_names)
{
	const struct objective o = { .id = S("O-3"),
		.objective = S("Net revenue retention"),
		.metric = S("NRR") };
	const struct objective bare = { .id = S("O-4"), .objective = S("Churn") };
	assert_true(belongs((struct metric){ .objective = S("o-3") }, &o));
	assert_true(
		belongs((struct metric){ .objective = S("net revenue retention") }, &o));
	assert_true(belongs((struct metric){ .metric = S("nrr ") }, &o));
	assert_true(belongs((struct metric){ .objective = S("NRR") }, &o));
	assert_true(belongs(
		(struct metric){ .objective = S("O-3"), .metric = S("NRR") }, &o));
	assert_false(belongs(
		(struct metric){ .objective = S("O-3"), .metric = S("NPS") }, &o));
	assert_false(belongs(
		(struct metric){ .objective = S("O-4"), .metric = S("NRR") }, &o));
	assert_false(belongs((struct metric){ .objective = S("O-33") }, &o));
	assert_true(belongs(
		(struct metric){ .objective = S("O-4"), .metric = S("any") }, &bare));
	assert_false(belongs((struct metric){ .metric = S("any") }, &bare));
}

// The fast way over all rows and the slow way over all pairs agree.
TEST(values_that_nobody_names_are_counted_and_said)
{
	records = (struct records){ 0 };
	load("objectives", "objective_id;objective;metric;target\n"
			   "O-1;Win;win rate;1\nO-2;Keep;;1\n;Third;NRR;1\n");
	load("metrics", "date;objective;metric;value\n"
			"2025-01-01;O-1;;1\n2025-01-02;;NPS;1\n2025-01-03;O-9;;1\n"
			"2025-01-04;O-2;whatever;1\n2025-01-05;third;nrr;1\n"
			"2025-01-06;O-1;NRR;1\n2025-01-07;;win RATE;1\n"
			"2025-01-08;;NPS;2\n2025-01-09;O-10;;2\n2025-01-10;NRR;;2\n");
	size_t strangers = 0;
	for (size_t i = 0; i < records.metrics.count; i++) {
		bool known = false;
		for (size_t k = 0; k < records.objectives.count; k++)
			known |= metric_is_of(
				&records.metrics.at[i], &records.objectives.at[k]);
		strangers += !known;
	}
	assert_int_equal(strangers, 5);
	metrics_settle(&records, &source, &arena);
	assert_int_equal(records.metrics.count, 10); // none is left out
	assert_string_equal(source.notes.at[source.notes.count - 1].at,
		"5 of 10 values belong to no objective ('NPS', 'O-9', 'O-1 NRR' and 1 "
		"more); name an objective_id, or a metric, of objectives.csv");
	records.objectives.count = 0;
	metrics_settle(&records, &source, &arena);
	assert_true(str_find(source.notes.at[source.notes.count - 1],
			    S("10 of 10 values"), 0) == 0);
	assert_true(str_ends(source.notes.at[source.notes.count - 1],
		S("add objectives.csv, which says whose metrics they are")));
}

TEST(the_table_is_known_by_its_columns)
{
	static const struct {
		const char *header, *kind;
	} CASES[] = { { "date;objective;metric;value", "metrics" },
		{ "Datum;Kennzahl;Wert", "metrics" }, { "month;kpi;actual", "metrics" },
		{ "objective_id;objective;period;metric;baseline;target", "objectives" },
		{ "objective_id;objective;quarter;metric;baseline;target;value",
			"objectives" },
		{ "date;account;feature;eligible_users;active_users", "usage" } };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct str cells[ROWS_COLUMNS_MAX];
		double score = 0;
		const size_t n = rows_split(&arena, str_of(CASES[i].header), ';', cells);
		const struct record_kind *kind =
			record_recognise(S("export.csv"), cells, n, &score);
		assert_non_null(kind);
		assert_string_equal(kind->name, CASES[i].kind);
	}
}

static void check_period(const struct config *c, const char *said, const char *want)
{
	struct period p;
	const bool known = period_parse(str_of(said), c, &p);
	const struct str got =
		known ? arena_fmt(&arena, "%s %s", date_str(&arena, p.from).at,
				date_str(&arena, p.to).at)
		      : S("unknown");
	if (!str_eq(got, str_of(want)))
		fail_msg("'%s' is %s, not %s", said, got.at, want);
}

TEST(periods_are_read_as_people_write_them)
{
	static const char *const SAID[][2] = {
		{ "FY26", "2025-02-01 2026-01-31" },
		{ "fy 2026", "2025-02-01 2026-01-31" },
		{ "FY25/26", "2025-02-01 2026-01-31" },
		{ "2025/26", "2025-02-01 2026-01-31" },
		{ "FY26 Q1", "2025-02-01 2025-04-30" },
		{ "Q4 FY26", "2025-11-01 2026-01-31" },
		{ "FY26-H2", "2025-08-01 2026-01-31" },
		{ "FY 26 Q3", "2025-08-01 2025-10-31" },
		{ "2025", "2025-01-01 2025-12-31" },
		{ "2025-Q3", "2025-07-01 2025-09-30" },
		{ "Q3 2025", "2025-07-01 2025-09-30" },
		{ "H1 2025", "2025-01-01 2025-06-30" },
		{ " 2025 h2 ", "2025-07-01 2025-12-31" },
		{ "2025-02", "2025-02-01 2025-02-28" },
		{ "July 2025", "2025-07-01 2025-07-31" },
		{ "2025-02-01 to 2026-01-31", "2025-02-01 2026-01-31" },
		{ "2025-02-01/2026-01-31", "2025-02-01 2026-01-31" },
		{ "1 Feb 2025 – 31 Jan 2026", "2025-02-01 2026-01-31" },
		{ "2025-02 to 2025-04", "2025-02-01 2025-04-30" },
		{ "01.02.2025 bis 31.01.2026", "2025-02-01 2026-01-31" },
	};
	static const char *const UNKNOWN[] = { "", "soon", "Q5 2025", "H3 2025", "FY",
		"FY999", "2025-13", "2026-01-31 to 2025-02-01", "FY24/26", "1800", "Q3",
		"03/04/2025 to 05/06/2025", "2025-Q3-Q4", "FY26Q",
		"2025-01-01 to 2025-01-01" };
	const struct config fiscal = { .fiscal_starts = { 2, 1 } };
	const struct config calendar = { .fiscal_starts = { 1, 1 } };
	const struct config tax = { .fiscal_starts = { 4, 6 } };
	for (size_t i = 0; i < COUNT(SAID); i++)
		check_period(&fiscal, SAID[i][0], SAID[i][1]);
	for (size_t i = 0; i < COUNT(UNKNOWN); i++)
		check_period(&fiscal, UNKNOWN[i], "unknown");
	check_period(&calendar, "FY26", "2026-01-01 2026-12-31");
	check_period(&calendar, "2025/26", "unknown");
	check_period(&tax, "FY26", "2025-04-06 2026-04-05");
	check_period(&tax, "Q4 FY26", "2026-01-06 2026-04-05");
}

// Four quarters and two halves lie end to end and make the year, whenever it begins.
TEST(parts_of_a_year_make_the_year)
{
	for (int month = 1; month <= 12; month++)
		for (int day = 1; day <= 31; day += 10)
			for (int year = 1999; year <= 2030; year++) {
				const struct config c = { .fiscal_starts = {
								  month, day } };
				struct period whole, part;
				int32_t next = 0;
				struct str fy = arena_fmt(&arena, "FY%d", year);
				assert_true(period_parse(fy, &c, &whole));
				for (int q = 1; q <= 4; q++) {
					assert_true(period_parse(
						arena_fmt(&arena, "Q%d FY%d", q, year),
						&c, &part));
					assert_true(
						q == 1 ? part.from.days == whole.from.days
						       : part.from.days == next);
					next = part.to.days + 1;
				}
				assert_int_equal(next, whole.to.days + 1);
			}
}

MAIN(RUN(values_are_read_and_printed_as_they_are_written),
	RUN(what_cannot_be_used_is_named_and_the_rest_is_read),
	RUN(a_row_belongs_to_what_it_names),
	RUN(values_that_nobody_names_are_counted_and_said),
	RUN(the_table_is_known_by_its_columns),
	RUN(periods_are_read_as_people_write_them), RUN(parts_of_a_year_make_the_year))

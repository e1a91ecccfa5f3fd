#include "office.h"

static struct str appended(struct arena *a, const char *bytes, const struct gift *g)
{
	struct buf out = { 0 };
	struct error err = { 0 };
	if (!gift_append(str_of(bytes), g, a, &out, &err))
		fail_msg("%s", err.text);
	const struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

TEST(a_row_is_added_and_nothing_else_moves)
{
	struct arena a = { 0 };
	const struct gift g = { .date = date_of(2025, 11, 3),
		.from = S("product-marketing"),
		.to = S("product"),
		.what = S("Nine \"buyers\", on badge\nlogin"),
		.evidence = S("RM-14; D-1") };
	const struct str text = appended(&a, "", &g);
	assert_string_equal(text.at, "date,from,to,what,evidence,objective,request\n"
				     "2025-11-03,product-marketing,product,\"Nine "
				     "\"\"buyers\"\", on badge login\",RM-14; D-1,,\n");
	// Without a line end, with a mark in front and Windows lines: all stays.
	const char *before = "\xef\xbb\xbf"
			     "date,from,to,what,evidence,objective,request\r\n"
			     "2025-01-01,a,b,c,,,";
	const struct str more = appended(&a, before, &g);
	assert_true(str_starts(more, str_of(before)));
	assert_int_equal(more.at[strlen(before)], '\n');
	struct buf out = { 0 };
	struct error err = { 0 };
	assert_false(gift_append(S("other,columns\n"), &g, &a, &out, &err));
	assert_non_null(strstr(err.text, "date,from,to,what"));
	assert_int_equal(out.len, 0);
	arena_free(&a);
}

#define LEDGER "date,from,to,what,evidence,objective,request\n"

static const struct gift_line *line_of(const struct gifts *g, const char *what)
{
	for (size_t i = 0; i < g->count; i++)
		if (str_eq(g->lines[i].gift->what, str_of(what)))
			return &g->lines[i];
	fail_msg("no gift '%s'", what);
	return &g->lines[0];
}

TEST(outcomes_are_joined_by_id_and_only_after)
{
	struct office o;
	struct gifts g;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv",
		"item_id,item,status,target,released\n"
		"RM-1,Gate,released,2025-08-01,2025-08-01\nRM-2,Kiosk,planned,2026-05-01,"
		"\n");
	put(&o.folder, "touches.csv",
		"touch_id,date,deal_id,asset,kind,direction\n"
		"T-1,2025-05-01,D-5,assets/card.pdf,sent,to-buyer\n"
		"T-2,2025-07-01,D-1,assets/card.pdf,sent,to-buyer\n"
		"T-3,2025-07-02,D-1,assets/card.pdf,sent,to-buyer\n"
		"T-4,2025-07-03,D-3,assets/card.pdf,sent,to-buyer\n");
	put(&o.folder, "web/ledger.csv",
		LEDGER "2025-06-01,product-marketing,product,before,RM-1; RM-2,,\n"
		       "2025-09-01,product-marketing,product,late,RM-1,,\n"
		       "2025-06-15,product-marketing,sales,card,assets/card.pdf,,R-3\n"
		       "2025-06-15,product-marketing,support,nothing,,,\n"
		       "2026-01-01,product-marketing,support,tomorrow,,,\n");
	office_run(&o);
	gifts_of(&o.topics, &g);
	assert_int_equal(g.count, 4); // what lies in the future is not given yet
	const struct gift_line *l = line_of(&g, "before");
	assert_int_equal(l->outcome_count, 2);
	assert_int_equal(l->outcomes[0].kind, GIFT_RELEASED);
	assert_true(office_says(l->outcomes[0].sentence, "61 days after"));
	assert_int_equal(l->outcomes[1].kind, GIFT_PLANNED);
	assert_int_equal(line_of(&g, "late")->outcome_count, 0);
	assert_true(office_says(line_of(&g, "late")->sentence, "Outcome: none yet"));
	l = line_of(&g, "card");
	assert_true(l->asked);
	assert_int_equal(l->outcome_count, 1);
	assert_int_equal(l->outcomes[0].kind, GIFT_DEALS);
	// D-1 (lost) and D-3 (open) after; D-5 was before.
	assert_int_equal(l->outcomes[0].size.k, 0);
	assert_int_equal(l->outcomes[0].size.n, 1);
	assert_true(office_says(l->outcomes[0].sentence, "in 2 deals after"));
	assert_int_equal(line_of(&g, "nothing")->outcome_count, 0);
	office_done(&o);
}

TEST(two_words_that_stand_together_are_one_theme)
{
	struct office o;
	struct gifts g;
	office_make(&o, false);
	put(&o.folder, "requests.csv",
		"request_id,date,function,ask,account,status\n"
		"R-1,2025-05-10,support,Name for night mode,A,done\n"
		"R-2,2025-06-10,support,Mail: night mode is there,B,done\n"
		"R-3,2025-08-20,support,Night mode on kiosks,C,done\n"
		"R-4,2025-08-10,support,Night shift kiosks,D,open\n"
		"R-5,2025-08-11,support,Night shift rota,D,open\n");
	put(&o.folder, "web/ledger.csv",
		LEDGER "2025-07-15,product-marketing,support,answer,R-2,,R-2\n");
	office_run(&o);
	gifts_of(&o.topics, &g);
	const struct gift_line *l = line_of(&g, "answer");
	assert_int_equal(l->outcome_count, 1);
	// By hand: before, R-3 after; are of the night, not of
	// it.
	assert_true(office_says(l->outcomes[0].sentence,
		"requests on “night mode”: 2 in the 90 days before, 1 in the 90 days "
		"after"));
	office_done(&o);
}

TEST(tickets_are_counted_in_equal_stretches)
{
	struct office o;
	struct gifts g;
	office_make(&o, false);
	put(&o.folder, "requests.csv",
		"request_id,date,function,ask,account,status\n"
		"R-1,2025-05-10,support,Kiosk "
		"login,A,done\nR-2,2025-06-10,support,Kiosk,B,done\n"
		"R-3,2025-06-20,support,Kiosk,C,done\nR-4,2025-08-10,support,Kiosk,D,"
		"open\n"
		"R-5,2025-01-10,support,Kiosk,E,declined\n");
	put(&o.folder, "web/ledger.csv",
		LEDGER "2025-07-15,product-marketing,support,answer,R-2,,R-2\n");
	office_run(&o);
	gifts_of(&o.topics, &g);
	const struct gift_line *l = line_of(&g, "answer");
	assert_int_equal(l->outcome_count, 1);
	assert_int_equal(l->outcomes[0].kind, GIFT_THEME);
	// By hand: 90 days before 15 July hold; 90 days after hold R-4.
	assert_int_equal(l->outcomes[0].size.k, 1);
	assert_int_equal(l->outcomes[0].size.n, 4);
	assert_true(office_says(l->outcomes[0].sentence, "within chance"));
	assert_false(office_says(l->outcomes[0].sentence, "because"));
	for (size_t i = 0; i < g.tally_count; i++)
		if (str_eq(g.tallies[i].name, S("Support"))) {
			assert_int_equal(g.tallies[i].given, 1);
			assert_int_equal(g.tallies[i].asked, 5);
			assert_int_equal(g.tallies[i].answered, 3);
			assert_int_equal(g.tallies[i].open, 1);
		}
	office_done(&o);
}

TEST(the_other_function_keeps_its_own_measure)
{
	struct office o;
	struct gifts g;
	office_make(&o, false);
	office_run(&o);
	gifts_of(&o.topics, &g);
	bool found = false;
	for (size_t i = 0; i < g.tally_count; i++)
		found |= office_says(
			g.tallies[i].sentence, "NRR: baseline 1.04, target 1.12");
	assert_true(found);
	office_done(&o);
}

#define METRICS "date,objective,metric,value\n"

// Customer success's only measure, with these values and a first gift on 15 July.
static struct gift_measure measure(struct office *o, const char *metrics, bool given)
{
	struct gifts g;
	office_make(o, false);
	put(&o->folder, "metrics.csv", metrics);
	put(&o->folder, "objectives.csv",
		"objective_id,objective,period,metric,baseline,target,owner_function,"
		"depends_on\n"
		"O-1,Keep the plants,2025,NRR,1.04,1.12,customer-success,product\n");
	if (given)
		put(&o->folder, "web/ledger.csv",
			LEDGER "2025-09-01,product-marketing,customer-success,later,,,\n"
			       "2025-07-15,product-marketing,customer-success,first,,,\n"
			       "2025-01-15,product-marketing,product,elsewhere,,,\n");
	office_run(o);
	gifts_of(&o->topics, &g);
	for (size_t i = 0; i < g.tally_count; i++)
		if (str_eq(g.tallies[i].name, S("Customer success"))) {
			assert_int_equal(g.tallies[i].metric_count, 1);
			assert_false(
				office_says(g.tallies[i].metrics[0].sentence, "because"));
			return g.tallies[i].metrics[0];
		}
	fail_msg("customer success asked, so it is there");
	return (struct gift_measure){ 0 };
}

static void measure_says(const char *metrics, bool given, const char *words)
{
	struct office o;
	const struct gift_measure m = measure(&o, metrics, given);
	assert_string_equal(arena_cstr(&o.folder.arena, m.sentence), words);
	office_done(&o);
}

TEST(values_before_and_after_the_first_thing_given_are_counted)
{
	struct office o;
	const struct gift_measure m = measure(&o,
		METRICS "2025-10-31,O-1,,1.07\n2025-01-31,O-1,NRR,1.04\n"
			"2025-07-15,,NRR,1.05\n2025-08-31,,nrr,1.06\n2025-12-31,,NRR,9\n",
		true);
	assert_int_equal(m.before_count, 2); // the day itself is before
	assert_int_equal(m.since_count, 2);
	assert_int_equal(m.given.days, date_of(2025, 7, 15).days);
	assert_int_equal(m.evidence_count, 2);
	assert_int_equal(m.evidence[0].place.major, 4);
	assert_int_equal(m.evidence[1].place.major, 2);
	assert_true(str_eq(m.evidence[1].quote, S("1.07")));
	office_done(&o);
	// 303 of 364 days: 1.04 + .08 * .8324 = 1.1066.
	measure_says(METRICS "2025-10-31,O-1,,1.07\n2025-01-31,O-1,NRR,1.04\n", true,
		"NRR 2025: 1.04 on 31 January 2025, 1.07 on 31 October 2025, after the "
		"first thing given on 15 July 2025: one value before and one since, too "
		"early to say. Behind plan: the straight way from 1.04 to 1.12 stands at "
		"1.11.");
	measure_says(METRICS "2025-10-31,O-1,,1.07\n", true,
		"NRR 2025: 1.07 on 31 October 2025, after the first thing given on 15 "
		"July 2025: no value before, so nothing to compare. Behind plan: the "
		"straight way from 1.04 to 1.12 stands at 1.11.");
	measure_says(METRICS "2025-03-31,O-1,,1.05\n", true,
		"NRR 2025: 1.05 on 31 March 2025; no value since the first thing given "
		"on 15 July 2025. The newest value is more than 120 days old: too old to "
		"say whether it is behind plan.");
	measure_says(METRICS "2025-10-31,O-1,,1.13\n", false,
		"NRR 2025: 1.13 on 31 October 2025, target 1.12: reached.");
	measure_says(METRICS, true, "NRR 2025: metrics.csv has no value of it.");
}

#define FOUR                                                                             \
	"2025-08-15,O-1,,1.07\n2025-09-15,O-1,,1.06\n2025-10-15,O-1,,1.08\n"             \
	"2025-11-15,O-1,,1.09\n"

static bool measure_has(const char *metrics, const char *part)
{
	struct office o;
	const struct gift_measure m = measure(&o, metrics, true);
	const bool has = office_says(m.sentence, part);
	if (!has)
		print_message("%" PRI_STR "\n", ARG_STR(m.sentence));
	office_done(&o);
	return has;
}

TEST(four_values_after_are_laid_beside_those_before)
{
	assert_true(measure_has(METRICS
		"2025-05-31,O-1,,1.05\n2025-06-30,O-1,,1.04\n" FOUR,
		"two values before and four since; between 1.04 and 1.05 before, between "
		"1.06 and 1.09 since: all higher, toward the target."));
	assert_true(
		measure_has(METRICS "2025-05-31,O-1,,1.04\n2025-06-30,O-1,,1.05\n" FOUR,
			"all higher, toward the target; it went that way before, too."));
	assert_true(measure_has(METRICS
		"2025-05-31,O-1,,1.06\n2025-06-30,O-1,,1.04\n" FOUR,
		"they overlap, so no move can be told from their ups and downs."));
	assert_true(measure_has(METRICS
		"2025-05-31,O-1,,1.11\n2025-06-30,O-1,,1.11\n" FOUR,
		"1.11 before, between 1.06 and 1.09 since: all lower, away from the "
		"target."));
}

MAIN(RUN(a_row_is_added_and_nothing_else_moves),
	RUN(outcomes_are_joined_by_id_and_only_after),
	RUN(two_words_that_stand_together_are_one_theme),
	RUN(tickets_are_counted_in_equal_stretches),
	RUN(the_other_function_keeps_its_own_measure),
	RUN(values_before_and_after_the_first_thing_given_are_counted),
	RUN(four_values_after_are_laid_beside_those_before))

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

MAIN(RUN(a_row_is_added_and_nothing_else_moves),
	RUN(outcomes_are_joined_by_id_and_only_after),
	RUN(tickets_are_counted_in_equal_stretches),
	RUN(the_other_function_keeps_its_own_measure))

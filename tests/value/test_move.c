#include "office.h"

#define ITEMS "item_id,item,status,target,released\n"

TEST(what_customers_ask_and_nothing_plans_is_brought_to_product)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_non_null(m.rule);
	assert_string_equal(m.rule->id, "themes-without-item");
	assert_int_equal(m.found.count, 8);
	assert_int_equal(m.found.held, 8);
	assert_int_equal(m.found.accounts, 8);
	// Open and renewing of its accounts; the lost ones are sales' words.
	assert_int_equal(stake_sum(&m.found.stake), 12000000);
	assert_true(str_eq(m.path, S("outputs/customer-success-to-product-2025-11.md")));
	assert_true(office_says(m.text, "Customer success holds 8 requests (8 accounts, "
					"40k open, 80k renewing)"));
	office_done(&o);
}

TEST(what_is_planned_within_half_a_year_is_answered)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv",
		ITEMS "RM-1,Turnstile export,planned,2026-03-10,\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_null(m.rule);
	assert_int_equal(m.path.len, 0);
	assert_false(m.speaks);
	assert_true(office_says(m.text, "Nothing here to bring yet. usage.csv (date, "));
	office_done(&o);
}

TEST(what_is_planned_beyond_it_is_named_as_the_nearest_answer)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv",
		ITEMS "RM-1,Turnstile export,planned,2026-09-10,\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_non_null(m.rule);
	assert_int_equal(m.found.count, 8);
	assert_true(office_says(m.found.answer_note, "planned for 10 September 2026"));
	assert_int_equal(m.found.answer.place.major, 2);
	office_done(&o);
}

static struct move with_requests(struct office *o, const char *rows)
{
	office_make(o, false);
	put(&o->folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o->folder, "deals.csv",
		"deal_id,account,created,closed,outcome,amount\n"
		"D-5,Other Works,2025-01-01,2025-06-01,won,900000\n");
	put(&o->folder, "requests.csv",
		arena_fmt(&o->folder.arena, "request_id,date,function,ask,account\n%s",
			rows)
			.at);
	office_run(o);
	return office_move(o, "customer-success", "product");
}

TEST(three_things_of_two_accounts_are_the_least)
{
	struct office o;
	struct move m =
		with_requests(&o, "R-1,2025-09-01,customer-success,Kiosk mode,A Works\n"
				  "R-2,2025-09-02,customer-success,Kiosk mode,A Works\n"
				  "R-3,2025-09-03,customer-success,Kiosk mode,B Works\n");
	assert_non_null(m.rule);
	assert_int_equal(m.found.count, 3);
	assert_int_equal(m.found.accounts, 2);
	assert_int_equal(m.found.items[0].date.days, date_of(2025, 9, 3).days);
	office_done(&o);
	m = with_requests(&o, "R-1,2025-09-01,customer-success,Kiosk mode,A Works\n"
			      "R-2,2025-09-02,customer-success,Kiosk mode,B Works\n");
	assert_null(m.rule);
	office_done(&o);
	m = with_requests(&o, "R-1,2025-09-01,customer-success,Kiosk mode,A Works\n"
			      "R-2,2025-09-02,customer-success,Kiosk mode,A Works\n"
			      "R-3,2025-09-03,customer-success,Kiosk mode,A Works\n");
	assert_null(m.rule);
	assert_int_equal(m.path.len, 0);
	office_done(&o);
}

TEST(without_evidence_it_names_one_file)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "requests.csv", "request_id,date,ask\nR-1,2025-09-01,Kiosk\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_null(m.rule);
	assert_false(m.speaks);
	// One file, with its columns, and what it would show.
	assert_true(str_eq(m.text,
		S("Nothing here to bring yet. roadmap.csv (item_id, item, status, "
		  "target, "
		  "released) would show what customers ask for and nothing plans.")));
	assert_true(office_says(m.missing, "roadmap.csv"));
	assert_false(office_says(m.missing, "usage.csv"));
	office_done(&o);
}

TEST(what_has_no_day_is_open_until_something_answers_it)
{
	struct office o;
	const char *rows = "R-1,,customer-success,Kiosk mode,A Works\n"
			   "R-2,,customer-success,Kiosk mode,B Works\n"
			   "R-3,,customer-success,Kiosk mode,C Works\n";
	struct move m = with_requests(&o, rows);
	assert_non_null(m.rule);
	assert_int_equal(m.found.count, 3);
	put(&o.folder, "roadmap.csv",
		ITEMS "RM-1,Kiosk mode,released,2025-01-10,2025-01-10\n");
	office_run(&o);
	m = office_move(&o, "customer-success", "product");
	assert_null(m.rule);
	office_done(&o);
}

TEST(questions_no_page_answers_are_brought_to_those_who_write_pages)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "requests.csv",
		"request_id,date,function,ask,account\n"
		"R-1,2025-09-01,support,How do I pair the kiosk?,A Works\n"
		"R-2,2025-09-02,support,Kiosk does not pair,B Works\n"
		"R-3,2025-09-03,support,Pair a second kiosk,C Works\n");
	put(&o.folder, "site/index.md", "# Shift pages\nOne page for every shift.\n");
	office_run(&o);
	struct move m = office_move(&o, "support", "product-marketing");
	assert_non_null(m.rule);
	assert_string_equal(m.rule->id, "questions-without-page");
	assert_int_equal(m.found.count, 3);
	office_done(&o);
}

TEST(losses_go_to_product_and_to_a_card)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o.folder, "deals.csv",
		"deal_id,account,created,closed,outcome,amount,loss_reason\n"
		"D-1,A Works,2025-01-01,2025-08-01,lost,10000,no kiosk\n"
		"D-2,B Works,2025-01-01,2025-08-02,lost,20000,no kiosk\n"
		"D-3,C Works,2025-01-01,2025-08-03,lost,30000,kiosk missing\n"
		"D-4,D Works,2025-01-01,2025-08-04,won,40000,\n");
	put(&o.folder, "competitors/rivalo/battlecard.md",
		"---\ncompetitor: rivalo\nreviewed: 2025-07-01\n---\n## Facts\n- F-1 "
		"They have a "
		"kiosk\n## Why we win\n- Price\n");
	office_run(&o);
	struct move m = office_move(&o, "sales", "product");
	assert_non_null(m.rule);
	assert_string_equal(m.rule->id, "losses-without-item");
	assert_int_equal(m.found.stake.lost, 6000000);
	// The card knows the word, but is older than all three losses.
	m = office_move(&o, "sales", "product-marketing");
	assert_non_null(m.rule);
	assert_string_equal(m.rule->id, "objections-without-card");
	assert_int_equal(m.found.count, 3);
	assert_true(office_says(m.found.answer_note, "last reviewed on 1 July 2025"));
	office_done(&o);
}

TEST(those_who_asked_hear_that_it_is_there)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv",
		ITEMS "RM-9,Turnstile export,released,2025-11-10,2025-11-12\n");
	put(&o.folder, "usage.csv",
		"date,account,feature,eligible_users,active_users\n"
		"2025-11-20,Account0 Mills,RM-9,10,0\n2025-11-20,Account1 "
		"Mills,RM-9,20,0\n"
		"2025-11-20,Account2 Mills,RM-9,30,0\n2025-11-20,Account3 "
		"Mills,RM-9,40,7\n"
		"2025-11-13,Account4 Mills,RM-9,50,0\n2025-11-20,Account4 "
		"Mills,RM-9,50,3\n");
	office_run(&o);
	const struct move m = office_move(&o, "product", "customer-success");
	assert_non_null(m.rule);
	assert_string_equal(m.rule->id, "shipped-to-those-who-asked");
	// Asked: accounts 0 to 4, before the release; 3 and 4 use it by now.
	assert_int_equal(m.found.count, 3);
	assert_int_equal(m.found.held, 5);
	assert_true(office_says(m.found.items[0].note, "0 of "));
	assert_true(str_eq(m.path, S("outputs/product-to-customer-success-2025-11.md")));
	office_done(&o);
}

TEST(the_score_falls_with_age_answers_and_single_accounts)
{
	struct office o;
	office_make(&o, false);
	office_run(&o);
	const struct move_ask ask = {
		.ground = &o.ground, .topics = &o.topics, .arena = &o.folder.arena
	};
	struct move_found f = {
		.count = 4, .held = 4, .accounts = 2, .newest = o.folder.ws.as_of
	};
	f.stake.lost = 1000000;
	// By hand: (1,000,000 + 4) x 1 x 1 x 2/4.
	assert_true(move_score(&ask, &f) == 500002);
	f.held = 8;
	assert_true(move_score(&ask, &f) == 250001);
	f.newest.days -= 180;
	assert_true(move_score(&ask, &f) == 125000.5);
	f.accounts = 6;
	assert_true(move_score(&ask, &f) == 187500.75);
	office_done(&o);
}

TEST(every_rule_says_what_it_holds_wants_and_reads)
{
	size_t count = 0;
	for (; move_rules[count]; count++) {
		const struct move_rule *r = move_rules[count];
		assert_true(r->id && r->held && r->wants && r->asks && r->nearest);
		assert_non_null(r->lacks);
		assert_true(!r->find != !r->theme);
		for (size_t i = 0; i < count; i++)
			assert_string_not_equal(r->id, move_rules[i]->id);
	}
	assert_int_equal(count, 9);
}

MAIN(RUN(what_customers_ask_and_nothing_plans_is_brought_to_product),
	RUN(what_is_planned_within_half_a_year_is_answered),
	RUN(what_is_planned_beyond_it_is_named_as_the_nearest_answer),
	RUN(three_things_of_two_accounts_are_the_least),
	RUN(without_evidence_it_names_one_file), RUN(losses_go_to_product_and_to_a_card),
	RUN(those_who_asked_hear_that_it_is_there),
	RUN(the_score_falls_with_age_answers_and_single_accounts),
	RUN(what_has_no_day_is_open_until_something_answers_it),
	RUN(questions_no_page_answers_are_brought_to_those_who_write_pages),
	RUN(every_rule_says_what_it_holds_wants_and_reads))

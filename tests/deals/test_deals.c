// What deals say: groups against the rest, doubts before differences, people as counts.
#include <stdio.h>
#include <string.h>

#include "../model/deals_fixture.h"
#include "../stat/near_to.h"
#include "deals/deals.h"

// Rows of a small export, written by the test.
struct writer {
	struct buf text;
	int next;
};

static void begin(struct writer *w, const char *header)
{
	*w = (struct writer){ 0 };
	buf_fmt(&w->text, "deal_id,stage,%s\n", header);
}

static void rows(struct writer *w, size_t count, const char *stage, const char *cells)
{
	for (size_t i = 0; i < count; i++)
		buf_fmt(&w->text, "D-%d,%s,%s\n", w->next++, stage, cells);
}

static void load(struct fixture *f, struct writer *w)
{
	buf_byte(&w->text, '\0');
	char *text = arena_alloc(&f->arena, w->text.len, 1);
	memcpy(text, w->text.at, w->text.len);
	buf_done(&w->text);
	fixture_load(f, &(struct fixture_file){ "deals.csv", text }, 1);
}

static void is_text(struct str got, const char *want)
{
	if (!str_eq(got, str_of(want)))
		fail_msg("got:    %.*s\nwanted: %s", ARG_STR(got), want);
}

static const struct deal_group *group(const struct deals_by *by, const char *key)
{
	for (size_t i = 0; i < by->group_count; i++)
		if (str_eq(by->groups[i].key, str_of(key)))
			return &by->groups[i];
	fail_msg("no group '%s'", key);
	return by->groups;
}

static void table(const struct fixture *f, const char *field, struct deals_by *by)
{
	struct error err = { 0 };
	if (!deals_by(&f->ws, str_of(field), by, &err))
		fail_msg("%s: %s", field, err.text);
}

TEST(a_competitor_who_wins_more_is_named_with_its_doubt)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,competitors");
	rows(&w, 24, "Won", "1000,Shiftly");
	rows(&w, 65, "Lost", "2000,Shiftly");
	rows(&w, 110, "Won", "1000,OpsGrid");
	rows(&w, 140, "Lost", "1000,OpsGrid");
	rows(&w, 3, "No decision", "1000,Shiftly");
	load(&f, &w);
	table(&f, "competitor", &by);
	assert_true(by.many_to_one);
	const struct deal_group *g = group(&by, "Shiftly");
	assert_int_equal(g->verdict, GROUP_BELOW);
	is_text(g->sentence, "Against Shiftly you win 27% (24 of 89; likely between 19% "
			     "and 37%); elsewhere 44%. "
			     "There is about 1 chance in 210 that a gap this large is "
			     "luck, allowing for the 2 groups "
			     "compared; deals were not assigned at random. "
			     "130k were lost there. 3 "
			     "more ended in no decision.");
	assert_int_equal(g->example_count, 3);
	assert_int_equal(g->examples[0].place.kind, PLACE_ROW);
	assert_int_equal(g->examples[0].place.major, 26);
	is_text(g->examples[0].quote, "Lost");
	is_text(g->examples[0].note, "D-24, lost, 2.0k");
	assert_int_equal(g->examples[0].witness, WITNESS_SELLER);
	is_text(by.rule,
		"A deal counts in the group of each competitor that it names; \"(none "
		"named)\" are the deals that name nobody.");
	fixture_done(&f);
}

TEST(a_deal_with_two_competitors_counts_in_both_and_once_in_the_test)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,competitors");
	rows(&w, 10, "Won", "1,Guru + Slite");
	rows(&w, 20, "Lost", "1,Guru");
	rows(&w, 20, "Won", "1,Slite");
	rows(&w, 15, "Lost", "1,");
	load(&f, &w);
	table(&f, "competitors", &by);
	assert_int_equal(group(&by, "Guru")->rate.n, 30);
	assert_int_equal(group(&by, "Guru")->rest.n, 35);
	assert_int_equal(group(&by, "Slite")->rate.k, 30);
	assert_int_equal(group(&by, "(none named)")->rate.n, 15);
	// Guru alone 0/20, Slite alone 20/20, both 10/10, nobody 0/15: every deal once.
	assert_true(by.df == 3);
	NEAR(by.chi2, 65, 1e-12);
	fixture_done(&f);
}

TEST(groups_that_luck_would_spread_as_far_are_called_alike)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,segment");
	rows(&w, 22, "Won", "1,north");
	rows(&w, 18, "Lost", "1,north");
	rows(&w, 19, "Won", "1,south");
	rows(&w, 21, "Lost", "1,south");
	rows(&w, 3, "Lost", "1,tiny");
	load(&f, &w);
	table(&f, "Segment", &by);
	is_text(by.sentence, "No evidence that the 2 segments differ: their win rates "
			     "run from 48% to 55%, no "
			     "further apart than luck alone puts such groups (0 of "
			     "variation, where chance gives "
			     "1). A group of the usual size (40 decided deals) would "
			     "have stood out from 78% on.");
	assert_true(isinf(by.strength));
	assert_int_equal(group(&by, "tiny")->verdict, GROUP_TOO_FEW);
	is_text(group(&by, "tiny")->sentence, "In tiny you won 0 of 3.");
	is_text(group(&by, "north")->sentence, "In north you win 55% (22 of 40; likely "
					       "between 40% and 69%); elsewhere 44%.");
	fixture_done(&f);
}

TEST(a_handful_is_counts_and_says_that_it_is_early)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,segment");
	rows(&w, 4, "Won", "1,a");
	rows(&w, 8, "Lost", "1,a");
	rows(&w, 40, "Won", "1,b");
	rows(&w, 40, "Lost", "1,b");
	rows(&w, 2, "Won", "1,c");
	rows(&w, 5, "Lost", "1,c");
	rows(&w, 6, "Demo", "1,d");
	load(&f, &w);
	table(&f, "segment", &by);
	is_text(group(&by, "a")->sentence,
		"In a you won 4 of 12 (likely between 14% and 61%); "
		"elsewhere 48%. Too early to say.");
	is_text(group(&by, "c")->sentence,
		"In c you won 2 of 7; elsewhere 48%. Too early to say.");
	is_text(group(&by, "d")->sentence, "In d nothing is decided yet (6 open).");
	fixture_done(&f);
}

TEST(owners_are_counted_and_not_shown)
{
	struct fixture f = { 0 }, named = { 0 };
	for (int i = 0; i < 2; i++) {
		struct fixture *one = i ? &named : &f;
		struct writer w;
		begin(&w, "amount,owner,manager");
		for (int rep = 0; rep < 11; rep++) {
			char cells[40];
			(void)snprintf(cells, sizeof cells, "1,rep%d,mia", rep); // fits
			rows(&w, (size_t)(9 + rep % 3), "Won", cells);
			rows(&w, (size_t)(11 - rep % 2), "Lost", cells);
		}
		one->ws.config.name_people = i == 1;
		one->ws.config.min_group = 3;
		load(one, &w);
	}
	struct deals_by by;
	table(&f, "owner", &by);
	assert_int_equal(by.group_count, 0);
	assert_int_equal(by.hidden, 11);
	assert_true(
		str_starts(by.sentence, S("No evidence that the 11 owners differ: ")));
	assert_true(str_find(by.sentence, S("rep"), 0) == STR_NONE);
	table(&f, "manager", &by);
	is_text(by.sentence,
		"Fewer than 3 groups by manager have enough decided deals: nothing is "
		"said, so that nobody can be told apart.");
	table(&f, "owner,manager", &by);
	assert_int_equal(by.group_count, 0);
	table(&named, "owner", &by);
	assert_int_equal(by.group_count, 11);
	fixture_done(&f);
	fixture_done(&named);
}

TEST(reasons_are_shares_of_losses_and_testimony)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,loss_reason");
	rows(&w, 20, "Lost", "1,Price");
	rows(&w, 12, "Lost", "1,Missing SSO");
	rows(&w, 8, "Lost", "1,");
	rows(&w, 60, "Won", "1,");
	load(&f, &w);
	table(&f, "loss reason", &by);
	assert_int_equal(by.kind, DEALS_REASONS);
	assert_int_equal(by.group_count, 3);
	is_text(by.groups[0].key, "Price");
	is_text(by.groups[0].sentence,
		"\"Price\" is the reason sellers wrote for 50% of losses (20 of 40; "
		"likely between 35% and 65%).");
	is_text(by.sentence,
		"32 of 40 losses give a reason, as sellers wrote it; buyers, when "
		"asked, often give another.");
	fixture_done(&f);
}

TEST(renewals_are_never_mixed_into_a_rate)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,type");
	rows(&w, 20, "Won", "100,New Business");
	rows(&w, 40, "Lost", "100,New Business");
	rows(&w, 90, "Won", "100,Renewal");
	rows(&w, 2, "Lost", "100,Existing Business");
	load(&f, &w);
	struct deals_overall o = deals_overall(&f.ws);
	assert_int_equal(o.rate.k, 20);
	assert_int_equal(o.rate.n, 60);
	assert_int_equal(o.apart, 92);
	is_text(o.rule, "Rates are won of won and lost. Counted apart: 92 renewals and "
			"expansions.");
	table(&f, "type", &by);
	assert_int_equal(group(&by, "Renewal")->rate.n, 90);
	is_text(by.sentence,
		"The types are not compared: new business and renewals are won for "
		"different reasons.");
	assert_int_equal(group(&by, "Renewal")->verdict, GROUP_LIKE_REST);
	fixture_done(&f);
}

TEST(money_is_refused_where_one_deal_holds_it)
{
	struct fixture f = { 0 };
	struct writer w;
	begin(&w, "amount,segment");
	rows(&w, 20, "Won", "100,a");
	rows(&w, 20, "Lost", "100,a");
	rows(&w, 1, "Won", "9000,a");
	load(&f, &w);
	struct deals_overall o = deals_overall(&f.ws);
	assert_true(o.value_refused);
	assert_int_equal(o.value.n, 0);
	is_text(o.sentence,
		"You win 51% of decided deals (21 of 41; likely between 36% and 66%). By "
		"money no rate is given: one deal holds more than a quarter of it.");
	fixture_done(&f);
}

TEST(no_decision_is_its_own_outcome)
{
	struct fixture f = { 0 };
	struct writer w;
	begin(&w, "amount,segment");
	rows(&w, 30, "Won", "100,a");
	rows(&w, 30, "Lost", "100,a");
	rows(&w, 40, "Closed - Lost Not Ready / No Decision", "100,a");
	rows(&w, 5, "Disqualified", "100,a");
	rows(&w, 7, "Demo", "100,a");
	load(&f, &w);
	struct deals_overall o = deals_overall(&f.ws);
	assert_int_equal(o.rate.n, 60);
	assert_int_equal(o.no_decision.n, 100);
	is_text(o.sentence, "You win 50% of decided deals (30 of 60; likely between 38% "
			    "and 62%). By money it is "
			    "50% (likely between 37% and 63%). Of all that ended, 40% "
			    "(40 of 100; likely between "
			    "31% and 50%) ended in no decision.");
	is_text(o.rule, "Rates are won of won and lost. Counted apart: 40 that ended in "
			"no decision, "
			"7 open, 5 disqualified.");
	fixture_done(&f);
}

TEST(late_columns_give_counts_only)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,product");
	rows(&w, 38, "Won", "1,Handover");
	rows(&w, 2, "Won", "1,");
	rows(&w, 40, "Lost", "1,");
	load(&f, &w);
	table(&f, "product", &by);
	is_text(by.sentence,
		"The products are not compared: it is filled on the way to a win, so "
		"that it would explain the win with itself.");
	assert_int_equal(group(&by, "Handover")->rate.n, 0);
	is_text(group(&by, "Handover")->sentence,
		"With Handover 38 were won and 0 lost.");
	fixture_done(&f);
}

TEST(periods_follow_the_fiscal_year_and_leave_parts_out)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,closed");
	rows(&w, 20, "Won", "1,2025-01-20");
	rows(&w, 20, "Lost", "1,2025-02-03");
	rows(&w, 20, "Won", "1,2025-04-30");
	rows(&w, 20, "Lost", "1,2025-05-01");
	rows(&w, 20, "Won", "1,2025-07-30");
	rows(&w, 20, "Lost", "1,2025-09-01");
	f.ws.config.fiscal_starts[0] = 2;
	load(&f, &w);
	table(&f, "quarter", &by);
	assert_int_equal(by.group_count, 4);
	is_text(by.groups[0].key, "FY2025-Q4");
	is_text(by.groups[1].key, "FY2026-Q1");
	assert_true(
		by.groups[0].partial && !by.groups[1].partial && by.groups[3].partial);
	assert_int_equal(by.groups[1].rate.n, 40);
	assert_int_equal(by.groups[1].rest.n, 40); // only Q2: the others are in part
	table(&f, "month", &by);
	is_text(by.groups[0].key, "2025-01");
	fixture_done(&f);
}

TEST(amounts_fall_into_round_bands)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	begin(&w, "amount,closed");
	for (int i = 1; i <= 40; i++) {
		char cells[40];
		(void)snprintf(cells, sizeof cells, "%d,2025-01-20", i * 1000); // fits
		rows(&w, 1, i % 2 ? "Won" : "Lost", cells);
	}
	load(&f, &w);
	table(&f, "amount", &by);
	assert_int_equal(by.group_count, 3);
	is_text(by.groups[0].key, "under 10k");
	is_text(by.groups[1].key, "10k to 20k");
	is_text(by.groups[2].key, "20k and more");
	assert_int_equal(by.groups[2].rate.n, 21);
	fixture_done(&f);
}

TEST(a_field_that_is_not_there_lists_those_that_are)
{
	struct fixture f = { 0 };
	struct writer w;
	struct deals_by by;
	struct error err = { 0 };
	begin(&w, "amount,segment,tier");
	rows(&w, 5, "Won", "1,a,gold");
	load(&f, &w);
	assert_false(deals_by(&f.ws, S("segmet"), &by, &err));
	assert_int_equal(err.code, ERROR_USAGE);
	assert_string_equal(err.text,
		"the deals have no field 'segmet'; did you mean 'segment'? They "
		"have: segment, amount, tier");
	assert_true(deals_by(&f.ws, S("Tier"), &by, &err));
	assert_false(deals_by(&f.ws, S("competitor"), &by, &err));
	assert_false(deals_by(&f.ws, S("segment,tier,amount"), &by, &err));
	assert_true(deals_by(&f.ws, S("segment,tier"), &by, &err));
	is_text(by.groups[0].key, "a, gold");
	fixture_done(&f);
}

TEST(nothing_says_nothing)
{
	struct fixture f = { 0 };
	fixture_load(&f, NULL, 0);
	struct deals_overall o = deals_overall(&f.ws);
	is_text(o.sentence, "There are no deals.");
	assert_int_equal(o.rate.n, 0);
	fixture_done(&f);
	struct fixture wins = { 0 };
	struct writer w;
	begin(&w, "amount,segment");
	rows(&w, 5, "Won", "1,a");
	load(&wins, &w);
	is_text(deals_overall(&wins.ws).sentence,
		"No win rate can be given: the export holds no lost deals.");
	fixture_done(&wins);
}

MAIN(RUN(a_competitor_who_wins_more_is_named_with_its_doubt),
	RUN(a_deal_with_two_competitors_counts_in_both_and_once_in_the_test),
	RUN(groups_that_luck_would_spread_as_far_are_called_alike),
	RUN(a_handful_is_counts_and_says_that_it_is_early),
	RUN(owners_are_counted_and_not_shown),
	RUN(reasons_are_shares_of_losses_and_testimony),
	RUN(renewals_are_never_mixed_into_a_rate),
	RUN(money_is_refused_where_one_deal_holds_it),
	RUN(no_decision_is_its_own_outcome), RUN(late_columns_give_counts_only),
	RUN(periods_follow_the_fiscal_year_and_leave_parts_out),
	RUN(amounts_fall_into_round_bands),
	RUN(a_field_that_is_not_there_lists_those_that_are), RUN(nothing_says_nothing))

// What looks wrong in an export is said, with its counts.
#include "deals_fixture.h"

TEST(closed_before_created_is_said)
{
	struct fixture f = { 0 };
	f.ws.as_of = date_of(2025, 6, 1);
	expect_deals(&f,
		"deal_id,stage,amount,created,closed\n1,Won,1,2025-03-04,2025-03-02\n"
		"2,Lost,1,2025-01-01,2025-01-31\n3,Lost,1,2025-01-01,2025-09-30\n",
		"1 won 1 +2025-03-04 -2025-03-02\n2 lost 1 +2025-01-01 -2025-01-31\n3 "
		"lost 1 "
		"+2025-01-01 -2025-09-30\n");
	NOTED(&f, "1 deal is closed before it was created (the first: deals.csv, row 2)");
	NOTED(&f, "1 decided deal has a close date after 1 June 2025, which is still to "
		  "come");
	assert_int_equal(f.ws.deals.extract.days, date_of(2025, 3, 4).days);
	fixture_done(&f);
}

TEST(open_deals_older_than_any_that_closed)
{
	struct fixture f = { 0 };
	struct buf text = { 0 };
	buf_add(&text, S("deal_id,stage,amount,created,closed\n"));
	for (int i = 0; i < 24; i++)
		buf_fmt(&text, "%d,%s,1,2025-03-01,2025-03-%02d\n", i,
			i % 2 ? "Won" : "Lost", i + 8);
	buf_add(&text, S("30,Demo,70000,2025-01-01,2025-02-15\n31,Demo,5,2025-03-20,2025-"
			 "04-15\n"));
	buf_byte(&text, '\0');
	fixture_load(&f, &(struct fixture_file){ "deals.csv", text.at }, 1);
	NOTED(&f, "1 of 2 open deals (70k) is older than the longest deal that ever "
		  "closed (30 days)");
	NOTED(&f, "1 open deal has a close date that has passed");
	assert_int_equal(f.ws.deals.longest_days, 30);
	assert_int_equal(
		f.ws.deals.usual_days, 28); // 21 of 24 within 27 days, 22 within 28
	buf_done(&text);
	fixture_done(&f);
}

// 40 won and 40 lost deals, of which `field` is filled for some.
static void many(struct fixture *f, int won_filled, int lost_filled)
{
	struct buf text = { 0 };
	buf_add(&text, S("deal_id,stage,amount,product,owner\n"));
	for (int i = 0; i < 80; i++) {
		bool won = i < 40;
		bool filled = won ? i < won_filled : i - 40 < lost_filled;
		buf_fmt(&text, "%d,%s,%d,%s,rep %d\n", i, won ? "Won" : "Lost",
			won ? 9 : 0, filled ? "Handover" : "",
			i % 10 < 7 ? i % 2 : i % 10);
	}
	buf_byte(&text, '\0');
	fixture_load(f, &(struct fixture_file){ "deals.csv", text.at }, 1);
	buf_done(&text);
}

TEST(a_column_written_on_the_way_to_a_win)
{
	struct fixture f = { 0 }, even = { 0 };
	many(&f, 36, 2);
	assert_true(f.ws.deals.product.late);
	NOTED(&f, "'product' is filled for 36 of 40 won deals and 2 of 40 lost ones");
	many(&even, 36, 30);
	assert_false(even.ws.deals.product.late);
	fixture_done(&f);
	fixture_done(&even);
}

TEST(lost_deals_without_money)
{
	struct fixture f = { 0 };
	many(&f, 0, 0);
	assert_true(f.ws.deals.lost_without_money);
	NOTED(&f, "40 of 40 lost deals have no amount or an amount of 0");
	NOTED(&f, "two of 5 owners hold 56 of 80 decided deals");
	fixture_done(&f);
}

TEST(a_record_that_begins_late)
{
	struct fixture f = { 0 };
	struct buf text = { 0 };
	buf_add(&text, S("deal_id,stage,amount,created,closed\n1,Demo,1,2024-01-01,\n"));
	for (int i = 0; i < 24; i++)
		buf_fmt(&text, "a%d,%s,1,2025-03-01,2025-03-%02d\n", i,
			i % 2 ? "Won" : "Lost", i + 8);
	buf_byte(&text, '\0');
	fixture_load(&f, &(struct fixture_file){ "deals.csv", text.at }, 1);
	assert_int_equal(f.ws.deals.recorded_from.days, date_of(2025, 3, 8).days);
	NOTED(&f, "deals were entered from 1 January 2024 on, but the first ending is "
		  "from 8 March "
		  "2025, later than nine of ten deals take (28 days)");
	buf_done(&text);
	fixture_done(&f);
}

TEST(damaged_tables_do_not_stop_the_rest)
{
	struct fixture f = { 0 };
	const struct fixture_file files[] = {
		{ "a.csv", "deal_id,stage,amount\n1,Won,1\n2,\"Lost,1\n3,Won,1\n" },
		{ "b.csv", "deal_id,stage,amount\n4,Won,1,extra\n5,Lost\n6,Won,2\n7,Won,"
			   "3\n" },
	};
	fixture_load(&f, files, 2);
	NOTED(&f, "a.csv: ");
	NOTED(&f, "b.csv: 2 rows have more or fewer cells than the header");
	struct str got = fixture_dump(&f);
	assert_true(str_find(got, S("1 won 1\n"), 0) == 0);
	assert_true(str_find(got, S("4 won 1\n5 lost\n6 won 2\n"), 0) != STR_NONE);
	fixture_done(&f);
}

TEST(nothing_at_all)
{
	struct fixture f = { 0 };
	fixture_load(&f, NULL, 0);
	assert_int_equal(f.ws.deals.count, 0);
	assert_int_equal(f.ws.deals.notes.count, 0);
	fixture_done(&f);
}

TEST(only_wins_give_no_rate)
{
	struct fixture f = { 0 };
	expect_deals(
		&f, "deal_id,stage,amount\n1,Won,1\n2,Demo,1\n", "1 won 1\n2 open 1\n");
	assert_true(f.ws.deals.wins_only);
	NOTED(&f, "1 deal is won and none is lost");
	fixture_done(&f);
}

MAIN(RUN(closed_before_created_is_said), RUN(open_deals_older_than_any_that_closed),
	RUN(a_column_written_on_the_way_to_a_win), RUN(lost_deals_without_money),
	RUN(a_record_that_begins_late), RUN(damaged_tables_do_not_stop_the_rest),
	RUN(nothing_at_all), RUN(only_wins_give_no_rate))

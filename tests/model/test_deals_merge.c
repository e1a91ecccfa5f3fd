// Deals that stand in several exports or rows, and tables that belong together.
#include "deals_fixture.h"

TEST(re_exports_overlap)
{
	struct fixture f = { 0 };
	const struct fixture_file files[] = {
		{ "deals-2025-10.csv",
			"Deal ID,Stage,Amount,Close Date,Competitors\n"
			"1,Proposal,10,2025-12-01,Guru\n2,Closed "
			"Won,20,2025-09-01,Guru\n3,Closed Lost,30,2025-09-02,\n" },
		{ "deals-2025-11.csv", "Deal ID,Stage,Amount,Close Date,Competitors\n"
				       "1,Closed Won,12,2025-11-20,Slite\n2,Closed "
				       "Won,20,2025-09-01,Slite\n4,Demo,40,,\n" },
	};
	fixture_load(&f, files, 2);
	struct str got = fixture_dump(&f);
	assert_true(str_eq(
		got, S("3 lost 30 -2025-09-02\n1 won 12 -2025-11-20 @slite\n2 won 20 "
		       "-2025-09-01 @slite\n4 open 40\n")));
	NOTED(&f, "deals-2025-11.csv: 2 deals stand in 'deals-2025-10.csv' or another "
		  "export too; "
		  "the newest row of each counts");
	fixture_done(&f);
}

TEST(last_modified_beats_the_order_of_files)
{
	struct fixture f = { 0 };
	const struct fixture_file files[] = {
		{ "a.csv", "Deal ID,Stage,Amount,Last Modified\n1,Closed "
			   "Won,10,2025-12-01\n" },
		{ "b.csv", "Deal ID,Stage,Amount,Last "
			   "Modified\n1,Proposal,12,2025-11-20\n" },
	};
	fixture_load(&f, files, 2);
	assert_true(str_eq(fixture_dump(&f), S("1 won 10\n")));
	fixture_done(&f);
}

TEST(a_report_joined_with_competitors_has_a_row_for_each)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"Opportunity ID,Stage,Amount,Close Date,Competitor Name\n"
		"1,Closed Lost,10,2025-09-01,Guru\n1,Closed Lost,10,2025-09-01,Slite\n"
		"2,Closed Won,20,2025-09-03,Guru\n1,Closed Lost,10,2025-09-01,Coda\n",
		"2 won 20 -2025-09-03 @guru\n1 lost 10 -2025-09-01 @coda @guru @slite\n");
	NOTED(&f, "2 rows repeat a deal of the same file");
	fixture_done(&f);
}

TEST(more_rows_than_the_beginning_promised)
{
	struct fixture f = { 0 };
	struct buf text = { 0 };
	buf_add(&text, S("deal_id,stage,amount,name\n"));
	for (int i = 0; i < 400; i++) {
		buf_fmt(&text, ",Won,1,");
		buf_repeat(&text, S("long name "), 300);
		buf_byte(&text, '\n');
	}
	for (int i = 0; i < 40000; i++)
		buf_fmt(&text, "D%d,%s,1,\n", i % 30000, i % 2 ? "Won" : "Lost");
	buf_byte(&text, '\0');
	fixture_load(&f, &(struct fixture_file){ "deals.csv", text.at }, 1);
	assert_int_equal(f.ws.deals.count, 400 + 30000); // those without id are all kept
	NOTED(&f, "10000 rows repeat a deal of the same file");
	buf_done(&text);
	fixture_done(&f);
}

TEST(leads_and_wins_are_joined)
{
	struct fixture f = { 0 };
	const struct fixture_file files[] = {
		{ "closed.csv",
			"mql_id,seller_id,won_date\nb,x,03-02-2018 10:00\nb,x,04-02-2018 "
			"10:00\nz,x,25-02-2018 10:00\n" },
		{ "leads.csv", "mql_id,first_contact_date,landing_page_id,origin\n"
			       "a,20-01-2018,p1,social\nb,21-01-2018,p1,email\nc,22-01-"
			       "2018,p2,\n" },
	};
	fixture_load(&f, files, 2);
	assert_true(str_eq(fixture_dump(&f), S("a open +2018-01-20\nb won +2018-01-21 "
					       "-2018-02-03\nc open +2018-01-22\n")));
	assert_true(f.ws.deals.conversion);
	NOTED(&f, "a lead counts as won when 'closed.csv' has its id; no file says which "
		  "leads were "
		  "lost");
	NOTED(&f, "1 win belongs to no lead and left out");
	NOTED(&f, "1 lead is won twice");
	assert_int_equal(f.ws.deals.extra_count, 1);
	fixture_done(&f);
	struct fixture alone = { 0 };
	fixture_load(&alone, &files[1], 1);
	assert_int_equal(alone.ws.deals.count, 0);
	NOTED(&alone, "lists leads without saying how they ended");
	fixture_done(&alone);
}

TEST(stage_tables_say_what_ids_mean)
{
	struct fixture f = { 0 };
	const struct fixture_file files[] = {
		{ "deals.csv",
			"deal_id,deal_pipeline_stage_id,property_amount,property_"
			"closedate\n"
			"1,s9,10,2025-01-01\n2,s8,20,2025-01-02\n3,s1,30,\n4,s7,40,\n" },
		{ "stages.csv",
			"stage_id,label,closed_won,is_closed\n"
			"s1,Demo,FALSE,FALSE\ns9,Ja,TRUE,TRUE\ns8,Nein,FALSE,TRUE\n" },
	};
	fixture_load(&f, files, 2);
	assert_true(str_eq(
		fixture_dump(&f), S("1 won 10 -2025-01-01\n2 lost 20 -2025-01-02\n3 "
				    "open 30\n4 open 40\n")));
	assert_true(str_eq(fixture_word(&f.ws.deals.stage, 0), S("Ja")));
	fixture_done(&f);
}

TEST(accounts_and_owners_add_what_they_know)
{
	struct fixture f = { 0 };
	const struct fixture_file files[] = {
		{ "accounts.csv", "AccountId,AccountName,Industry\nA1,Kestrel,Food\nA2,"
				  "Holm,Pharma\n" },
		{ "deals.csv", "Opportunity ID,AccountId,Stage,Amount,Sales Agent\n"
			       "1,A2,Won,1,Ann\n2,A1,Lost,1,Ben\n3,A9,Lost,1,Cid\n" },
		{ "teams.csv", "sales_agent,manager,regional_office\nAnn,Mia,West\nBen,"
			       "Noa,East\n" },
	};
	fixture_load(&f, files, 3);
	const struct deals *d = &f.ws.deals;
	assert_true(str_eq(fixture_word(&d->segment, 0), S("Pharma")));
	assert_true(str_eq(fixture_word(&d->account, 1), S("Kestrel")));
	assert_true(str_eq(fixture_word(&d->account, 2), S("A9")));
	assert_int_equal(d->segment.code[2], 0);
	assert_true(str_eq(fixture_word(&d->region, 1), S("East")));
	assert_true(str_eq(d->extras[0].name, S("manager")) && d->extras[0].people);
	fixture_done(&f);
}

MAIN(RUN(re_exports_overlap), RUN(last_modified_beats_the_order_of_files),
	RUN(a_report_joined_with_competitors_has_a_row_for_each),
	RUN(more_rows_than_the_beginning_promised), RUN(leads_and_wins_are_joined),
	RUN(stage_tables_say_what_ids_mean), RUN(accounts_and_owners_add_what_they_know))

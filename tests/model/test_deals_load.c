// One small export for every trap of CRM exports that we know.
#include "deals_fixture.h"

TEST(our_own_sample)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,account,segment,owner,created,closed,stage,outcome,amount,"
		"competitors,"
		"loss_reason,product,source\n"
		"D-1041,Kestrel Foods,mid-market,r.osei,2025-06-02,2025-09-19,Closed "
		"Won,won,84000,shiftly,,Handover,outbound\n"
		"D-1057,Marlow Pharma,enterprise,a.lindt,2025-05-11,2025-11-28,Closed "
		"Lost,lost,210000,opsgrid; sharepoint,Price,Handover,inbound\n"
		"D-1063,Brandt "
		"Dairy,mid-market,r.osei,2025-10-07,,Proposal,open,46000,None,,"
		"Handover,partner\n",
		"D-1041 won 84000 +2025-06-02 -2025-09-19 @shiftly\n"
		"D-1057 lost 210000 +2025-05-11 -2025-11-28 @opsgrid @documents\n"
		"D-1063 open 46000 +2025-10-07 @status-quo\n");
	assert_true(str_eq(fixture_word(&f.ws.deals.segment, 1), S("enterprise")));
	assert_true(str_eq(fixture_word(&f.ws.deals.origin, 2), S("partner")));
	assert_int_equal(f.ws.deals.loss_reason.code[0], 0);
	assert_int_equal(f.ws.sources[0].rows, 3);
	NOTED(&f, "open deals are cut off at 28 November 2025");
	fixture_done(&f);
}

TEST(german_headers_and_numbers)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"\xef\xbb\xbf"
		"Verkaufschance-ID;Verkaufschance;Kunde;Inhaber;Phase;Betrag;"
		"W\xc3\xa4hrung;Erstellt "
		"am;Abschlussdatum;Wettbewerber;Verlustgrund;Mitarbeiterzahl\n"
		"V-1;Rollout;M\xc3\xbcller "
		"GmbH;Anna;Gewonnen;\"84.000,00\";EUR;02.06.2025;19.09.2025;"
		"Shiftly;;1.200\n"
		"V-2;Pilot;Nord AG;Ben;Verloren - keine Entscheidung;\"1.200,50 "
		"\xe2\x82\xac\";EUR;11.05.2025;28.11.2025;Eigenentwicklung;Budget;30\n"
		"V-3;Werk 2;S\xc3\xbc"
		"d KG;Anna;Angebot;46000;EUR;07.10.2025;15.12.2025;keine;;\n",
		"V-1 won 84000 +2025-06-02 -2025-09-19 @shiftly\n"
		"V-2 no decision 1200.5 +2025-05-11 -2025-11-28 @custom-build\n"
		"V-3 open 46000 +2025-10-07 ?2025-12-15 @status-quo\n");
	assert_string_equal(f.ws.deals.currency, "EUR");
	assert_true(
		str_eq(fixture_word(&f.ws.deals.segment, 0), S("1,000 to 4,999 people")));
	assert_true(str_eq(fixture_word(&f.ws.deals.owner, 1), S("Ben")));
	fixture_done(&f);
}

TEST(salesforce_report_with_totals_and_notices)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"Opportunity Name,Account Name,Opportunity ID,Stage,Amount,Close "
		"Date,Created "
		"Date,Primary Competitor__c,Opportunity Owner,Probability (%)\n"
		"A,Acme,006a,Closed Won,$86400,9/19/2025,6/2/2025,Shiftly,R. Osei,100\n"
		"B,Acme,006b,Closed Lost,\"$1,200.50\",11/28/2025,5/11/2025,,A. Lindt,0\n"
		"C,Holm,006c,Negotiation,1.2M,12/15/2025,10/7/2025,,A. Lindt,60\n"
		"Grand Totals (3 records),,,,\"$1,287,600.50\",,,,,\n"
		",,,,,,,,,\n"
		"Copyright (c) 2000-2025 salesforce.com,,,,,,,,,\n"
		"Confidential Information - Do Not Distribute,,,,,,,,,\n",
		"006a won 86400 +2025-06-02 -2025-09-19 @shiftly\n"
		"006b lost 1200.5 +2025-05-11 -2025-11-28\n"
		"006c open 1.2e+06 +2025-10-07 ?2025-12-15\n");
	NOTED(&f, "deals.csv: dates are read month first ('9/19/2025' in row 2)");
	assert_string_equal(f.ws.deals.currency, "USD");
	fixture_done(&f);
}

TEST(dates_that_could_be_both_are_asked_about)
{
	static const char TEXT[] = "deal_id,stage,amount,created,closed\n"
				   "1,Won,5,03/04/2025,05/06/2025\n"
				   "2,Lost,5,03/05/2025,06/06/2025\n";
	struct fixture f = { 0 };
	expect_deals(&f, TEXT, "1 won 5\n2 lost 5 -2025-06-06\n");
	NOTED(&f, "3 dates could be day first or month first ('03/04/2025' in row 2) and "
		  "left "
		  "blank; say which in candor.yaml: sources: {deals: {dates: day-first}} "
		  "or "
		  "month-first");
	fixture_done(&f);

	struct fixture told = { 0 };
	struct source_rule rule = { .kind = S("deals"), .dates = DATE_MONTH_FIRST };
	told.ws.config.sources = &rule;
	told.ws.config.source_count = 1;
	rule.pattern = S("deals.csv");
	expect_deals(&told, TEXT,
		"1 won 5 +2025-03-04 -2025-05-06\n2 lost 5 +2025-03-05 -2025-06-06\n");
	NOTED(&told, "dates are read month first, as candor.yaml says");
	fixture_done(&told);
}

TEST(one_cell_proves_the_order_for_all)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,amount,created,closed\n"
		"1,Won,5,03-04-2025,05-06-2025 10:30\n"
		"2,Lost,5,04-05-2025,25-06-2025 23:59\n",
		"1 won 5 +2025-04-03 -2025-06-05\n2 lost 5 +2025-05-04 -2025-06-25\n");
	NOTED(&f, "dates are read day first ('25-06-2025 23:59' in row 3)");
	fixture_done(&f);
}

TEST(dates_that_contradict_each_other_are_asked_about)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,amount,created,closed\n"
		"1,Won,5,25/04/2025,05/25/2025\n"
		"2,Lost,5,04/05/2025,not yet\n",
		"1 won 5 +2025-04-25 -2025-05-25\n2 lost 5\n");
	NOTED(&f, "dates contradict each other ('25/04/2025' in row 2, '05/25/2025' in "
		  "row 2), so 1 "
		  "that could be both are left blank");
	fixture_done(&f);
}

TEST(two_columns_that_could_be_the_amount_are_asked_about)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,ACV,ARR,close "
		"date\n1,Won,5,6,2025-01-02\n2,Lost,7,8,2025-01-03\n",
		"1 won -2025-01-02\n2 lost -2025-01-03\n");
	NOTED(&f, "'ACV' and 'ARR' could both be the amount and differ, so neither is "
		  "read; say "
		  "which in candor.yaml: sources: {deals: {columns: {amount: \"ACV\"}}}");
	fixture_done(&f);

	struct fixture told = { 0 };
	struct str field = S("amount"), column = S("ARR");
	struct source_rule rule = { .kind = S("deals"),
		.pattern = S("*.csv"),
		.fields = &field,
		.columns = &column,
		.field_count = 1 };
	told.ws.config.sources = &rule;
	told.ws.config.source_count = 1;
	expect_deals(&told,
		"deal_id,stage,ACV,ARR,close "
		"date\n1,Won,5,6,2025-01-02\n2,Lost,7,8,2025-01-03\n",
		"1 won 6 -2025-01-02\n2 lost 8 -2025-01-03\n");
	fixture_done(&told);

	struct fixture same = { 0 };
	expect_deals(&same, "deal_id,stage,ACV,ARR\n1,Won,5,5\n2,Lost,7,7\n",
		"1 won 5\n2 lost 7\n");
	fixture_done(&same);
}

TEST(a_column_that_candor_yaml_names_but_nobody_has)
{
	struct fixture f = { 0 };
	struct str fields[] = { S("competitor"), S("colour") };
	struct str columns[] = { S("Primary Competitr"), S("Stage") };
	struct source_rule rule = { .kind = S("deals"),
		.pattern = S("deals.csv"),
		.fields = fields,
		.columns = columns,
		.field_count = 2 };
	f.ws.config.sources = &rule;
	f.ws.config.source_count = 1;
	expect_deals(&f, "deal_id,stage,amount,Primary Competitor\n1,Won,5,Shiftly\n",
		"1 won 5 @shiftly\n");
	NOTED(&f, "candor.yaml says the column of 'competitor' is 'Primary Competitr', "
		  "and there is "
		  "none; did you mean 'Primary Competitor'?");
	NOTED(&f, "candor.yaml names a column for 'colour', which is no field of a deal");
	fixture_done(&f);
}

TEST(outcomes_in_every_wording)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"Deal ID,Deal Stage,Amount\n"
		"a,Closed Won,1\n"
		"b,Closed - Lost to Competitor,1\n"
		"c,Closed - Lost Not Ready / No Decision,1\n"
		"d,Closed \xe2\x80\x93 Lost No Resources / Budget,1\n"
		"e,Closed - Lost Product Deficiency,1\n"
		"f,Disqualified,1\n"
		"g,Duplicate,1\n"
		"h,Negotiation,1\n"
		"i,Stalled,1\n"
		"j,Gewonnen,1\n"
		"k,VERLOREN,1\n"
		"l,won - renewal,1\n"
		"m,Proof of value testing,1\n"
		"n,,1\n",
		"a won 1\nb lost 1\nc no decision 1\nd lost 1\ne lost 1\nf disqualified "
		"1\n"
		"g disqualified 1\nh open 1\ni no decision 1\nj won 1\nk lost 1\nl won "
		"1\nm open "
		"1\nn open 1\n");
	fixture_done(&f);
}

TEST(flags_stand_above_words)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"Id,Name,IsWon,IsClosed,StageName,Amount,AccountId,Loss_Reason__c\n"
		"1,x,true,true,Ordered,1,a,\n"
		"2,x,false,true,Ordered,1,a,\n"
		"3,x,false,false,Closed Won,1,a,\n"
		"4,x,false,true,Closed Lost,1,a,No decision / stalled\n"
		"5,x,FALSE,TRUE,Closed Lost,1,a,Duplicate\n"
		"6,x,0,1,Closed Lost,1,a,Price\n",
		"1 won 1\n2 lost 1\n3 open 1\n4 no decision 1\n5 disqualified 1\n6 lost "
		"1\n");
	NOTED(&f, "1 lost deal gives no decision as the reason");
	fixture_done(&f);
}

TEST(columns_that_contradict_each_other)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,outcome,stage,amount\n1,won,Closed Lost,1\n2,lost,Closed "
		"Lost,1\n"
		"3,closed,,1\n4,closed,Closed Won,1\n",
		"1 won 1\n2 lost 1\n3 open 1\n4 won 1\n");
	NOTED(&f, "1 deal is won in one column and lost in another; the outcome column "
		  "counts; the "
		  "first is 'Closed Lost' in row 2");
	NOTED(&f, "1 deal is closed without saying won or lost, and counts as open; the "
		  "first is "
		  "'closed' in row 4");
	fixture_done(&f);
}

TEST(pipedrive_says_when_instead_of_what)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"Deal - ID,Deal - Title,Deal - Status,Deal - Value,Deal - Currency,Deal "
		"- Deal "
		"created,Deal - Won time,Deal - Lost time,Deal - Expected close "
		"date,Deal - Lost "
		"reason,Deal - Organization,Deal - Owner\n"
		"7,x,won,100,EUR,2025-01-02 08:00:00,2025-03-04 09:00:00,,,,Acme,Ann\n"
		"8,y,lost,200,EUR,2025-01-03 08:00:00,,2025-02-04 "
		"09:00:00,,Price,Holm,Ben\n"
		"9,z,open,300,EUR,2025-01-04 08:00:00,,,2025-09-01,,Holm,Ben\n",
		"7 won 100 +2025-01-02 -2025-03-04\n8 lost 200 +2025-01-03 "
		"-2025-02-04\n9 open 300 "
		"+2025-01-04 ?2025-09-01\n");
	fixture_done(&f);
}

TEST(an_outcome_column_without_a_telling_name)
{
	struct fixture f = { 0 };
	const struct fixture_file file = { "x.csv",
		"deal_id,amount,Ausgang,account\n1,5,gewonnen,a\n2,6,verloren,b\n" };
	f.deals[f.count++] = (struct deals_file){ 0, DEALS_ROWS, &f.files[0], 0 };
	f.ws.arena = &f.arena;
	f.ws.sources = ARENA_NEW(&f.arena, struct source);
	f.ws.sources->path = S("x.csv");
	f.ws.source_count = 1;
	f.files[0].bytes = str_of(file.text);
	deals_load(&f.ws, f.deals, 1);
	assert_int_equal(f.ws.deals.outcome[0], DEAL_WON);
	assert_int_equal(f.ws.deals.outcome[1], DEAL_LOST);
	NOTED(&f, "'Ausgang' is read as the outcome, because its cells say won and lost");
	fixture_done(&f);
}

TEST(several_competitor_columns_count_together)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,amount,Primary Competitor,Other Competitors\n"
		"1,Won,1,Guru,\"Slite; Guru\"\n2,Lost,1,,Coda\n",
		"1 won 1 @guru @slite\n2 lost 1 @coda\n");
	fixture_done(&f);
}

TEST(yes_and_no_are_no_competitors)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,amount,Competitors\n1,Won,1,No\n2,Lost,1,Yes\n3,Lost,1,"
		"Yes\n",
		"1 won 1\n2 lost 1\n3 lost 1\n");
	assert_false(f.ws.deals.has_vendors);
	assert_int_equal(f.ws.deals.extra_count, 1);
	assert_true(str_eq(f.ws.deals.extras[0].name, S("Competitors")));
	fixture_done(&f);
}

TEST(our_own_name_is_left_out)
{
	struct fixture f = { 0 };
	f.ws.config.company = S("Fernhollow");
	expect_deals(&f,
		"deal_id,stage,amount,Winner\n1,Won,1,Fernhollow "
		"Inc.\n2,Lost,1,Shiftly\n3,Lost,1,"
		"fern-hollow + Guru\n",
		"1 won 1\n2 lost 1 @shiftly\n3 lost 1 @guru\n");
	NOTED(&f, "2 deals name ourselves among the competitors");
	fixture_done(&f);
}

TEST(rows_that_are_no_deals)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"Record ID,Deal Name,Deal Stage,Amount,is_deleted,Close Date\n"
		"1,a,Closed Won,10,false,2025-01-05\n"
		",,,99,,\n"
		"2,b,Closed Won,20,true,2025-01-05\n"
		"3,c,Closed Lost,about 5k,false,2025-01-05\n"
		"4,d,Closed Lost,-50,false,2025-01-06\n"
		"5,e,Closed Lost,-,false,soon\n",
		"1 won 10 -2025-01-05\n3 lost -2025-01-05\n4 lost -2025-01-06\n5 lost\n");
	NOTED(&f, "1 deal is marked as deleted and left out");
	NOTED(&f, "1 amount is no number and is left blank; the first is 'about 5k' in "
		  "row 5");
	NOTED(&f,
		"1 amount is below zero and is left blank; the first is '-50' in row 6");
	NOTED(&f, "1 date cannot be read and is left blank; the first is 'soon'");
	fixture_done(&f);
}

TEST(two_currencies_are_not_added_up)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,amount,currency\n1,Won,10,EUR\n2,Won,20,EUR\n3,Lost,30,"
		"USD\n",
		"1 won 10\n2 won 20\n3 lost\n");
	assert_string_equal(f.ws.deals.currency, "EUR");
	NOTED(&f, "1 amount is not in EUR and left out of all sums");
	fixture_done(&f);
}

TEST(one_product_under_two_spellings)
{
	struct fixture f = { 0 };
	expect_deals(&f,
		"deal_id,stage,amount,product,industry\n1,Won,1,GTX "
		"Pro,technology\n2,Won,1,GTX "
		"Pro,technolgy\n3,Lost,1,GTXPro,retail\n4,Won,1,GTX 500,retail\n",
		"1 won 1\n2 won 1\n3 lost 1\n4 won 1\n");
	assert_true(str_eq(fixture_word(&f.ws.deals.product, 2), S("GTX Pro")));
	assert_int_equal(f.ws.deals.product.words.count, 2);
	NOTED(&f, "product: 'GTXPro' is read as 'GTX Pro'");
	NOTED(&f, "segment: 'technology' and 'technolgy' differ by one letter and are "
		  "kept apart");
	fixture_done(&f);
}

MAIN(RUN(our_own_sample), RUN(german_headers_and_numbers),
	RUN(salesforce_report_with_totals_and_notices),
	RUN(dates_that_could_be_both_are_asked_about),
	RUN(one_cell_proves_the_order_for_all),
	RUN(dates_that_contradict_each_other_are_asked_about),
	RUN(two_columns_that_could_be_the_amount_are_asked_about),
	RUN(a_column_that_candor_yaml_names_but_nobody_has),
	RUN(outcomes_in_every_wording), RUN(flags_stand_above_words),
	RUN(columns_that_contradict_each_other), RUN(pipedrive_says_when_instead_of_what),
	RUN(an_outcome_column_without_a_telling_name),
	RUN(several_competitor_columns_count_together),
	RUN(yes_and_no_are_no_competitors), RUN(our_own_name_is_left_out),
	RUN(rows_that_are_no_deals), RUN(two_currencies_are_not_added_up),
	RUN(one_product_under_two_spellings))

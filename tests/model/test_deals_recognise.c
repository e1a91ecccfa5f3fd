#include "deals_fixture.h"

static enum deals_table kind_of(const char *header)
{
	double score = 0;
	return recognise(S("x.csv"), str_of(header), &score);
}

static void is_kind(const char *header, enum deals_table want)
{
	enum deals_table got = kind_of(header);
	if (got != want)
		fail_msg("%s\n is taken for %s", header,
			got ? deals_table_name(got) : "nothing");
}

TEST(exports_of_deals_are_known)
{
	static const char *const HEADERS[] = {
		"deal_id,account,segment,owner,created,closed,stage,outcome,amount,"
		"competitors\n",
		"Opportunity Name,Account Name,Stage,Amount,Close Date\n",
		"Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal "
		"owner\n",
		"Deal - ID,Deal - Title,Deal - Value,Deal - Status,Deal - Won time\n",
		"Deal ID,Company,Deal Size (ARR),Result,Primary Competitor,Sales Rep\n",
		"Verkaufschance;Betrag;Phase;Abschlussdatum\n",
		"Id,AccountId,IsWon,IsClosed,StageName,Amount\n",
	};
	for (size_t i = 0; i < COUNT(HEADERS); i++)
		is_kind(HEADERS[i], DEALS_ROWS);
}

TEST(tables_beside_them_are_not_taken_for_deals)
{
	static const char *const HEADERS[] = {
		"deal_id,changed,field,old,new\n",
		"OpportunityId,StageName,Amount,CloseDate,Probability\n",
		"Id,OpportunityId,StageName,Amount,CloseDate,Probability,CreatedDate\n",
		"touch_id,date,deal_id,who,asset,kind,direction\n",
		"request_id,date,from,function,ask,why,deal_id,objective,due,kind,status,"
		"hours\n",
		"item_id,item,status,target,released,owner,objective,market_source\n",
		"Ticket ID,Status,Created,Closed,Owner,Account\n",
		"Issue key,Summary,Status,Created,Resolved,Assignee\n",
		"First Name,Last Name,Email,Lead Status,Create Date,Record ID\n",
		"claim_id,claim,pillar_id,status,approver,approved_on\n",
		"opportunity_id,product_2_id,quantity,unit_price,total_price\n",
		"date,account,feature,eligible_users,active_users,events\n",
		"Task ID,Subject,Status,Owner,WhatId,WhoId,ActivityDate\n",
		"Invoice,Customer,Amount,Status,Due Date\n",
		"a,b,c\n",
	};
	for (size_t i = 0; i < COUNT(HEADERS); i++)
		is_kind(HEADERS[i], DEALS_NO_TABLE);
}

TEST(small_tables_beside_deals_are_known)
{
	is_kind("mql_id,first_contact_date,landing_page_id,origin\n", DEALS_LEADS);
	is_kind("mql_id,seller_id,won_date,business_segment,lead_type\n", DEALS_WINS);
	is_kind("stage_id,label,closed_won,is_closed,probability\n", DEALS_STAGES);
	is_kind("account,sector,revenue,employees\n", DEALS_ACCOUNTS);
	is_kind("sales_agent,manager,regional_office\n", DEALS_OWNERS);
}

#define SETS "../shared/data/deals/sets/"

TEST(public_sets_are_told_apart)
{
	static const struct {
		const char *path;
		enum deals_table kind;
	} FILES[] = {
		{ SETS "maven_crm/sales_pipeline.csv", DEALS_ROWS },
		{ SETS "maven_crm/accounts.csv", DEALS_ACCOUNTS },
		{ SETS "maven_crm/sales_teams.csv", DEALS_OWNERS },
		{ SETS "maven_crm/products.csv", DEALS_NO_TABLE },
		{ SETS "olist_marketing/olist_closed_deals_dataset.csv", DEALS_WINS },
		{ SETS "olist_marketing/olist_marketing_qualified_leads_dataset.csv",
			DEALS_LEADS },
		{ SETS "mock_salesforce/opportunities.csv", DEALS_ROWS },
		{ SETS "mock_salesforce/accounts.csv", DEALS_ACCOUNTS },
		{ SETS "mock_salesforce/contacts.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/salesforce/sf_opportunity_data.csv", DEALS_ROWS },
		{ SETS "crm_schemas/salesforce/sf_opportunity_history_data.csv",
			DEALS_NO_TABLE },
		{ SETS "crm_schemas/salesforce/sf_opportunity_line_item_data.csv",
			DEALS_NO_TABLE },
		{ SETS "crm_schemas/salesforce/sf_task_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/salesforce/sf_event_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/salesforce/sf_product_2_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/salesforce/sf_user_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/hubspot/deal_data.csv", DEALS_ROWS },
		{ SETS "crm_schemas/hubspot/deal_pipeline_stage_data.csv", DEALS_STAGES },
		{ SETS "crm_schemas/hubspot/deal_stage_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/hubspot/deal_pipeline_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/hubspot/engagement_deal_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/hubspot/engagement_data.csv", DEALS_NO_TABLE },
		{ SETS "crm_schemas/hubspot/owner_data.csv", DEALS_NO_TABLE },
		{ SETS "channelattribution/PathData.csv", DEALS_NO_TABLE },
	};
	size_t read = 0;
	for (size_t i = 0; i < COUNT(FILES); i++) {
		struct file f;
		struct error err = { 0 };
		if (!file_open(FILES[i].path, 1 << 28, &f, &err))
			continue;
		enum deals_table got = recognise(str_of(FILES[i].path), f.bytes, NULL);
		if (got != FILES[i].kind)
			fail_msg("%s is taken for %s", FILES[i].path,
				got ? deals_table_name(got) : "nothing");
		file_close(&f);
		read++;
	}
	if (!read) {
		print_message("skipped: %s is not here\n", SETS);
		skip();
	}
	assert_int_equal(read, COUNT(FILES));
}

TEST(names_go_both_ways)
{
	for (unsigned k = 1; k < DEALS_TABLES; k++)
		assert_int_equal(
			deals_table_find(str_of(deals_table_name((enum deals_table)k))),
			k);
	assert_int_equal(deals_table_find(S("touches")), DEALS_NO_TABLE);
	assert_null(deals_table_name(DEALS_NO_TABLE));
}

MAIN(RUN(exports_of_deals_are_known), RUN(tables_beside_them_are_not_taken_for_deals),
	RUN(small_tables_beside_deals_are_known), RUN(public_sets_are_told_apart),
	RUN(names_go_both_ways))

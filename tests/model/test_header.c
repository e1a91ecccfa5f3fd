// Column names as exports write them.
#include "test.h"

#include "model/header.h"

static struct arena arena;

TEST(exports_wrap_names_and_the_key_unwraps_them)
{
	static const struct {
		const char *name, *want;
	} CASES[] = {
		{ "deal_id", "dealid" },
		{ "Deal ID", "dealid" },
		{ "\xef\xbb\xbf\"Opportunity ID\"", "opportunityid" },
		{ "OpportunityId", "opportunityid" },
		{ "Primary Competitor__c", "primarycompetitor" },
		{ "loss_reason_c", "lossreason" },
		{ "property_hs_timestamp", "timestamp" },
		{ "hs_object_id", "objectid" },
		{ "property_dealname", "dealname" },
		{ "Deal - Lost reason", "lostreason" },
		{ "Opportunity: Close Date", "closedate" },
		{ "Opportunity.StageName", "stagename" },
		{ "Custom field (Severity)", "severity" },
		{ "Loss Reason / Win Factor", "lossreasonwinfactor" },
		{ "Deal Size (ARR)", "dealsizearr" },
		{ "GRÖßE in €", "größein" },
		{ "'id", "id" },
		{ "hs_", "hs" },
		{ "---", "" },
		{ "", "" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct str key = header_key(&arena, str_of(CASES[i].name));
		if (!str_eq(key, str_of(CASES[i].want)))
			fail_msg("%s gives %.*s, not %s", CASES[i].name, (int)key.len,
				key.at, CASES[i].want);
	}
}

TEST(columns_are_found_by_the_first_name_that_fits)
{
	static const struct str HEADER[] = { STR_INIT("Id"), STR_INIT("Opportunity ID"),
		STR_INIT(""), STR_INIT("Amount"), STR_INIT("amount"),
		STR_INIT("What do you like best about Acme?") };
	struct headers h;
	size_t rank = 9;
	headers_of(&arena, HEADER, COUNT(HEADER), &h);
	assert_int_equal(headers_find(&h, S("deal_id;opportunity id;id"), &rank), 1);
	assert_int_equal(rank, 1);
	assert_int_equal(headers_find(&h, S("deal_id;id;opportunity id"), NULL), 0);
	assert_int_equal(headers_find(&h, S("amount"), NULL), 3); // the first of two
	assert_int_equal(headers_find(&h, S("what do you like*"), NULL), 5);
	assert_int_equal(headers_find(&h, S("what do you like"), NULL), -1);
	assert_int_equal(
		headers_find(&h, S(";*;-"), NULL), -1); // empty names find nothing
	assert_true(header_is_common(S("id")));
	assert_false(header_is_common(S("opportunityid")));
}

MAIN(RUN(exports_wrap_names_and_the_key_unwraps_them),
	RUN(columns_are_found_by_the_first_name_that_fits))

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

TEST(lists_of_names_know_rank_and_commonness)
{
	struct str list = S("deal_id;Opportunity ID;~id");
	struct header_name name = { 0 };
	assert_true(header_next(&list, &name));
	assert_int_equal(name.rank, 0);
	assert_false(name.common);
	assert_true(header_next(&list, &name));
	assert_true(str_eq(name.words, S("Opportunity ID")));
	assert_true(header_next(&list, &name));
	assert_int_equal(name.rank, 2);
	assert_true(name.common);
	assert_true(str_eq(name.words, S("id")));
	assert_false(header_next(&list, &name));
}

MAIN(RUN(exports_wrap_names_and_the_key_unwraps_them),
	RUN(lists_of_names_know_rank_and_commonness))

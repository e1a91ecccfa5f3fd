// The public sets from their raw files through loading and grouping, against R 4.2.2
// (01_winrates.json, 02_eb.json).
#include <string.h>

#include <cjson/cJSON.h>

#include "../model/deals_fixture.h"
#include "../stat/near_to.h"
#include "deals/deals.h"

#define SETS "../shared/data/deals/sets/"
#define FOLDER "../shared/data/deals/reference/"
#define TIGHT 1e-9

static cJSON *load_json(const char *path)
{
	struct file f;
	struct error err = { 0 };
	if (!file_open(path, 1 << 26, &f, &err)) {
		print_message("skipped: %s is not here\n", path);
		skip();
	}
	cJSON *json = cJSON_ParseWithLength(f.bytes.at, f.bytes.len);
	file_close(&f);
	assert_non_null(json);
	return json;
}

static const cJSON *at(const cJSON *of, const char *key)
{
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(of, key);
	if (!item)
		fail_msg("the reference has no '%s'", key);
	return item;
}

static double number(const cJSON *of, const char *key)
{
	return at(of, key)->valuedouble;
}

static void close_to(double got, const cJSON *g, const char *key)
{
	near_to(got, number(g, key), TIGHT, key);
}

static const struct deal_group *group_of(const struct deals_by *by, const cJSON *g)
{
	// 'technolgy' of the file is 'technology' in the reference, which repairs it.
	const char *key = at(g, "group")->valuestring;
	for (size_t i = 0; i < by->group_count; i++)
		if (str_eq(by->groups[i].key, str_of(key)) ||
			(!strcmp(key, "technology") &&
				str_eq(by->groups[i].key, S("technolgy"))))
			return &by->groups[i];
	fail_msg("no group '%s'", key);
	return by->groups;
}

static void check_table(const struct fixture *f, const char *field, const cJSON *suite)
{
	struct deals_by by;
	struct error err = { 0 };
	if (!deals_by(&f->ws, str_of(field), &by, &err))
		fail_msg("%s", err.text);
	size_t with_rates = 0;
	for (size_t i = 0; i < by.group_count; i++)
		with_rates += by.groups[i].rate.n > 0;
	assert_int_equal(with_rates, cJSON_GetArraySize(at(suite, "groups")));
	for (const cJSON *g = at(suite, "groups")->child; g; g = g->next) {
		const struct deal_group *got = group_of(&by, g);
		assert_int_equal(got->rate.n, (size_t)number(g, "n"));
		assert_int_equal(got->rate.k, (size_t)number(g, "won"));
		close_to(got->rate.low, g, "wilson_lo");
		close_to(got->rate.high, g, "wilson_hi");
		close_to(got->difference.value, g, "diff_vs_rest");
		close_to(got->difference.low, g, "diff_lo");
		close_to(got->difference.high, g, "diff_hi");
		close_to(got->p, g, "p_z");
		close_to(got->q, g, "bh_q_z");
	}
	close_to(by.chi2, at(suite, "homogeneity"), "chi2");
	close_to(by.df, at(suite, "homogeneity"), "df");
	close_to(by.p, at(suite, "homogeneity"), "p");
}

static void check_shrunk(const struct fixture *f, const char *field, const cJSON *suite)
{
	struct deals_by by;
	struct error err = { 0 };
	if (!deals_by(&f->ws, str_of(field), &by, &err))
		fail_msg("%s", err.text);
	const cJSON *mle = at(suite, "mle");
	close_to(by.mu, mle, "mu");
	if (cJSON_IsTrue(at(mle, "boundary")))
		assert_true(isinf(by.strength));
	else
		close_to(by.strength, mle, "M");
	for (const cJSON *g = at(suite, "groups")->child; g; g = g->next) {
		const struct deal_group *got = group_of(&by, g);
		close_to(got->shrunk.value, g, "shrunk");
		close_to(got->shrunk.low, g, "lo");
		close_to(got->shrunk.high, g, "hi");
	}
}

static void load_maven(struct fixture *f, bool names)
{
	static const struct fixture_file FILES[] = { { SETS "maven_crm/accounts.csv",
							     NULL },
		{ SETS "maven_crm/sales_pipeline.csv", NULL },
		{ SETS "maven_crm/sales_teams.csv", NULL } };
	f->ws.config.name_people = names;
	fixture_load(f, FILES, COUNT(FILES));
}

TEST(maven_groups_match_r)
{
	struct fixture f = { 0 };
	cJSON *json = load_json(FOLDER "01_winrates.json");
	const cJSON *maven = at(json, "maven");
	load_maven(&f, true);
	struct deals_overall o = deals_overall(&f.ws);
	close_to(o.rate.value, at(maven, "overall")->child, "rate");
	close_to(o.rate.low, at(maven, "overall")->child, "lo");
	close_to(o.rate.high, at(maven, "overall")->child, "hi");
	assert_true(o.cents[DEAL_WON] == (int64_t)number(maven, "value_won") * 100);
	assert_int_equal(o.counts[DEAL_OPEN], 1589 + 500);
	check_table(&f, "owner", at(maven, "by_sales_agent"));
	check_table(&f, "manager", at(maven, "by_manager"));
	check_table(&f, "region", at(maven, "by_region"));
	check_table(&f, "product", at(maven, "by_product"));
	check_table(&f, "segment", at(maven, "by_sector"));
	check_table(&f, "month", at(maven, "by_close_month"));
	cJSON_Delete(json);
	cJSON *shrunk = load_json(FOLDER "02_eb.json");
	check_shrunk(&f, "owner", at(shrunk, "maven_sales_agent"));
	check_shrunk(&f, "account", at(shrunk, "maven_account"));
	cJSON_Delete(shrunk);
	fixture_done(&f);
}

// List prices of products.csv, by the code of a product; the export writes 'GTXPro' for
// 'GTX Pro'.
static double *prices(const struct fixture *f, struct arena *a)
{
	struct file file;
	struct error err = { 0 };
	struct table *table = NULL;
	struct row row;
	const struct map *words = &f->ws.deals.product.words;
	double *price = ARENA_ARRAY(a, double, words->count + 1);
	assert_true(file_open(SETS "maven_crm/products.csv", 1 << 20, &file, &err));
	assert_true(table_open(S("products.csv"), file.bytes, 0, a, &table, &err));
	while (table_next(table, &row)) {
		struct str name = row.cells[0];
		size_t at =
			map_find(words, str_eq(name, S("GTX Pro")) ? S("GTXPro") : name);
		assert_true(
			at != MAP_NONE && str_to_double(row.cells[2], &price[at + 1]));
	}
	file_close(&file);
	return price;
}

TEST(money_won_matches_r)
{
	struct fixture f = { 0 };
	struct arena a = { 0 };
	cJSON *json = load_json(FOLDER "01_winrates.json");
	const cJSON *maven = at(json, "maven");
	load_maven(&f, true);
	const struct deals *d = &f.ws.deals;
	const double *price = prices(&f, &a);
	const size_t owners = d->owner.words.count + 1;
	struct value_sum all = { 0 };
	struct value_sum *by_owner = ARENA_ARRAY(&a, struct value_sum, owners);
	for (size_t i = 0; i < d->count; i++) {
		if (d->outcome[i] == DEAL_OPEN)
			continue;
		const double amount = price[d->product.code[i]];
		value_add(&all, amount, d->outcome[i] == DEAL_WON);
		value_add(&by_owner[d->owner.code[i]], amount, d->outcome[i] == DEAL_WON);
	}
	bool refused = true;
	close_to(value_share(&all, &refused).value, maven, "list_value_weighted_rate");
	close_to(value_error(&all), maven, "list_value_weighted_se");
	close_to(value_error_clustered(&all, by_owner, owners), maven,
		"list_value_weighted_se_cluster_agent_CR0");
	assert_false(refused);
	cJSON_Delete(json);
	arena_free(&a);
	fixture_done(&f);
}

TEST(maven_says_what_is_and_is_not_there)
{
	struct fixture f = { 0 };
	struct deals_by by;
	cJSON_Delete(
		load_json(FOLDER "01_winrates.json")); // skips where the data is absent
	load_maven(&f, false);
	assert_true(deals_by(&f.ws, S("owner"), &by, NULL));
	assert_int_equal(by.group_count, 0);
	assert_int_equal(by.hidden, 30);
	assert_true(str_starts(by.sentence, S("No evidence that the 30 owners differ: "
					      "their win rates run from 55% to 70%, no "
					      "further apart than luck alone puts such "
					      "groups (33 of variation, where chance "
					      "gives 29).")));
	// "Win rate fell" is the end of the quarter, and nothing else.
	assert_true(deals_by(&f.ws, S("month"), &by, NULL));
	assert_true(str_starts(
		by.sentence, S("No evidence of change: the last month of a quarter "
			       "wins 81% (2,076 of 2,574; ")));
	for (size_t i = 0; i < by.group_count; i++)
		assert_true(by.groups[i].verdict <= GROUP_LIKE_REST);
	// The first quarter is on record from March only, which is the end of a quarter.
	assert_true(deals_by(&f.ws, S("quarter"), &by, NULL));
	assert_true(by.groups[1].partial);
	assert_true(str_starts(by.sentence, S("No evidence that the 3 quarters differ")));
	assert_true(deals_by(&f.ws, S("created-quarter"), &by, NULL));
	assert_true(by.refused.len);
	NOTED(&f, "1291 of 1589 open deals are older than the longest deal that ever "
		  "closed (138 "
		  "days)");
	NOTED(&f, "2473 of 2473 lost deals have no amount or an amount of 0");
	fixture_done(&f);
}

TEST(olist_groups_match_r_and_its_trap_is_refused)
{
	static const struct fixture_file FILES[] = {
		{ SETS "olist_marketing/olist_closed_deals_dataset.csv", NULL },
		{ SETS "olist_marketing/olist_marketing_qualified_leads_dataset.csv",
			NULL },
	};
	struct fixture f = { 0 };
	struct deals_by by;
	cJSON *json = load_json(FOLDER "01_winrates.json");
	fixture_load(&f, FILES, COUNT(FILES));
	check_table(&f, "origin", at(at(json, "olist"), "by_origin"));
	cJSON_Delete(json);
	cJSON *shrunk = load_json(FOLDER "02_eb.json");
	check_shrunk(&f, "origin", at(shrunk, "olist_origin"));
	check_shrunk(&f, "landing_page_id", at(shrunk, "olist_landing_page"));
	cJSON_Delete(shrunk);
	struct deals_overall o = deals_overall(&f.ws);
	assert_int_equal(o.rate.n, 8000);
	assert_int_equal(o.counts[DEAL_LOST], 0); // undecided is not lost
	assert_true(
		str_find(o.sentence, S("Wins are on record only from 5 December 2017 on"),
			0) != STR_NONE);
	// "Conversion tripled in January 2018" is where the record begins.
	assert_true(deals_by(&f.ws, S("created-month"), &by, NULL));
	assert_true(str_find(by.sentence,
			    S("endings are on record only from 5 December 2017"),
			    0) != STR_NONE);
	for (size_t i = 0; i < by.group_count; i++)
		assert_int_equal(by.groups[i].rate.n, 0);
	NOTED(&f, "1 deal is closed before it was created");
	fixture_done(&f);
}

MAIN(RUN(maven_groups_match_r), RUN(money_won_matches_r),
	RUN(maven_says_what_is_and_is_not_there),
	RUN(olist_groups_match_r_and_its_trap_is_refused))

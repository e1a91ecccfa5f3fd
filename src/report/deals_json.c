// Win rates as JSON: docs/schema/deals.schema.json.
#include "report/deals_page.h"
#include "report/json_parts.h"

const char *group_verdict_name(enum group_verdict v)
{
	static const char *const NAMES[] = { [GROUP_TOO_FEW] = "too-few",
		[GROUP_LIKE_REST] = "like-rest",
		[GROUP_BELOW] = "below",
		[GROUP_ABOVE] = "above" };
	return NAMES[v];
}

static const struct {
	const char *key;
	enum outcome_of_deal outcome;
} COUNTS[] = { { "won", DEAL_WON }, { "lost", DEAL_LOST },
	{ "no_decision", DEAL_NO_DECISION }, { "open", DEAL_OPEN },
	{ "disqualified", DEAL_DISQUALIFIED } };

static void put_counts(struct json *j, const size_t counts[DEAL_OUTCOMES])
{
	for (size_t i = 0; i < COUNT(COUNTS); i++)
		json_put_int(j, COUNTS[i].key, (int64_t)counts[COUNTS[i].outcome]);
}

static void put_money(struct json *j, const int64_t cents[DEAL_OUTCOMES])
{
	json_key(j, "cents");
	json_object(j);
	for (size_t i = 0; i < COUNT(COUNTS); i++)
		json_put_int(j, COUNTS[i].key, cents[COUNTS[i].outcome]);
	json_end(j);
}

static void put_overall(struct json *j, struct arena *a, const struct deals_page *p)
{
	const struct deals_overall *o = p->overall;
	json_key(j, "overall");
	json_object(j);
	json_put_safe(j, a, "sentence", o->sentence);
	json_put_safe(j, a, "rule", o->rule);
	put_counts(j, o->counts);
	json_put_int(j, "apart", (int64_t)o->apart);
	json_put_safe(j, a, "currency", str_of(p->ws->deals.currency));
	put_money(j, o->cents);
	json_put_estimate(j, "count_rate", &o->rate);
	json_put_estimate(j, "value_rate", &o->value);
	json_put_bool(j, "value_refused", o->value_refused);
	json_put_estimate(j, "no_decision_share", &o->no_decision);
	json_put_date(j, a, "from", o->from);
	json_put_date(j, a, "to", o->to);
	json_end(j);
}

static void put_group(struct json *j, struct arena *a, const struct deal_group *g)
{
	struct estimate none = { 0 };
	const bool few = g->verdict == GROUP_TOO_FEW;
	json_object(j);
	json_put_safe(j, a, "key", g->key);
	put_counts(j, g->counts);
	put_money(j, g->cents);
	json_put_estimate(j, "count_rate", few && g->rest.n ? &none : &g->rate);
	json_put_estimate(j, "value_rate", few ? &none : &g->value);
	json_put_bool(j, "value_refused", g->value_refused);
	json_put_estimate(j, "rest", &g->rest);
	json_put_estimate(j, "difference", few ? &none : &g->difference);
	json_put_estimate(j, "shrunk", &g->shrunk);
	json_put_double(j, "p", g->p);
	json_put_double(j, "q", g->q);
	json_put_str(j, "verdict", str_of(group_verdict_name(g->verdict)));
	json_put_bool(j, "partial", g->partial);
	json_put_safe(j, a, "sentence", g->sentence);
	json_put_evidence(j, a, "evidence", g->examples, g->example_count);
	json_end(j);
}

static void put_homogeneity(struct json *j, const struct deals_by *by)
{
	json_key(j, "homogeneity");
	if (by->df < 1) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_double(j, "chi2", by->chi2);
	json_put_double(j, "df", by->df);
	json_put_double(j, "p", by->p);
	json_put_double(j, "mu", by->mu);
	json_put_double(j, "strength", by->strength); // null: groups cannot be told apart
	json_put_double(j, "detectable", by->detectable);
	json_put_int(j, "usual", (int64_t)by->usual);
	json_end(j);
}

static void put_table(struct json *j, struct arena *a, const struct deals_by *by)
{
	json_put_safe(j, a, "by", by->field);
	json_put_str(j, "kind", by->kind == DEALS_REASONS ? S("reasons") : S("rates"));
	json_put_safe(j, a, "sentence", by->sentence);
	json_put_safe(j, a, "rule", by->rule);
	json_put_safe(j, a, "refused", by->refused);
	json_put_bool(j, "many_to_one", by->many_to_one);
	json_put_int(j, "hidden", (int64_t)by->hidden);
	put_homogeneity(j, by);
	json_key(j, "groups");
	json_array(j);
	for (size_t i = 0; i < by->group_count; i++)
		put_group(j, a, &by->groups[i]);
	json_end(j);
}

// The first table stands at the top, as when it was asked for alone; the others below.
static void put_tables(struct json *j, struct arena *a, const struct deals_page *p)
{
	static const struct deals_by NONE = { .p = 1 };
	put_table(j, a, p->count ? &p->by[0] : &NONE);
	json_key(j, "more");
	json_array(j);
	for (size_t i = 1; i < p->count; i++) {
		json_object(j);
		put_table(j, a, &p->by[i]);
		json_end(j);
	}
	json_end(j);
}

void deals_json(const struct deals_page *page, struct buf *out)
{
	struct arena a = { 0 };
	struct json j = { .out = out, .pretty = true };
	const struct notes *notes = &page->ws->deals.notes;
	json_object(&j);
	json_put_str(&j, "schema", S("candor/deals/1"));
	json_put_safe(&j, &a, "company", page->ws->config.company);
	json_put_date(&j, &a, "as_of", page->ws->as_of);
	json_open_read(&j, page->ws);
	json_put_int(&j, "deals", (int64_t)page->ws->deals.count);
	json_end(&j);
	put_overall(&j, &a, page);
	put_tables(&j, &a, page);
	json_key(&j, "import_notes");
	json_array(&j);
	for (size_t i = 0; i < notes->count; i++)
		json_str(&j, utf8_safe(&a, notes->at[i], 0));
	json_end(&j);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&a);
}

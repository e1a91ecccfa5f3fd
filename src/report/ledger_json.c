// The ledger as JSON: docs/schema/ledger.schema.json.
#include "report/json_parts.h"
#include "report/ledger_page.h"

static const char *kind_name(enum gift_kind kind)
{
	static const char *const NAMES[GIFT_KINDS] = { "none", "released", "planned",
		"theme", "deals" };
	return NAMES[kind];
}

static void put_outcome(struct json *j, struct arena *a, const struct gift_outcome *o)
{
	json_object(j);
	json_put_str(j, "kind", str_of(kind_name(o->kind)));
	json_put_safe(j, a, "id", o->id);
	json_put_safe(j, a, "sentence", o->sentence);
	json_put_evidence(j, a, "evidence", &o->evidence, 1);
	json_end(j);
}

static void put_gift(struct json *j, struct arena *a, const struct gift_line *l)
{
	json_object(j);
	json_put_date(j, a, "date", l->gift->date);
	json_put_safe(j, a, "from", l->from_id);
	json_put_safe(j, a, "to", l->to_id);
	json_put_safe(j, a, "objective", l->gift->objective);
	json_put_bool(j, "asked", l->asked);
	json_put_safe(j, a, "sentence", l->sentence);
	json_key(j, "outcomes");
	json_array(j);
	for (size_t i = 0; i < l->outcome_count; i++)
		put_outcome(j, a, &l->outcomes[i]);
	json_end(j);
	json_put_evidence(j, a, "evidence", &l->evidence, 1);
	json_end(j);
}

static void put_value(
	struct json *j, struct arena *a, const char *key, const struct metric *m)
{
	json_key(j, key);
	if (!m) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_date(j, a, "date", m->date);
	json_put_double(j, "value", m->value.value);
	json_end(j);
}

static void put_measure(struct json *j, struct arena *a, const struct gift_measure *m)
{
	const struct standing *s = &m->standing;
	json_object(j);
	json_put_safe(j, a, "objective", m->objective->id);
	json_put_safe(j, a, "metric", m->objective->metric);
	json_put_safe(j, a, "period", m->objective->period);
	json_put_date(j, a, "from", s->period.from);
	json_put_date(j, a, "until", s->period.to);
	json_put_double(j, "baseline", m->objective->baseline);
	json_put_double(j, "target", m->objective->target);
	put_value(j, a, "newest", s->newest);
	json_put_double(j, "plan", s->plan);
	json_put_str(j, "standing", str_of(standing_name(s->kind)));
	json_put_date(j, a, "given", m->given);
	put_value(j, a, "before", m->before);
	put_value(j, a, "since", m->since);
	json_put_int(j, "values_before", (int64_t)m->before_count);
	json_put_int(j, "values_since", (int64_t)m->since_count);
	json_put_safe(j, a, "sentence", m->sentence);
	json_put_evidence(j, a, "evidence", m->evidence, m->evidence_count);
	json_end(j);
}

static void put_tally(struct json *j, struct arena *a, const struct gift_tally *t)
{
	json_object(j);
	json_put_safe(j, a, "function", t->name);
	json_put_int(j, "given", (int64_t)t->given);
	json_put_int(j, "asked", (int64_t)t->asked);
	json_put_int(j, "answered", (int64_t)t->answered);
	json_put_int(j, "declined", (int64_t)t->declined);
	json_put_int(j, "open", (int64_t)t->open);
	json_put_int(j, "with_outcome", (int64_t)t->with_outcome);
	json_key(j, "metrics");
	json_array(j);
	for (size_t i = 0; i < t->metric_count; i++)
		json_str(j, utf8_safe(a, t->metrics[i].aim, TEXT_MAX));
	json_end(j);
	json_key(j, "measures");
	json_array(j);
	for (size_t i = 0; i < t->metric_count; i++)
		put_measure(j, a, &t->metrics[i]);
	json_end(j);
	json_put_safe(j, a, "sentence", t->sentence);
	json_end(j);
}

void ledger_json(const struct ledger_page *page, struct buf *out)
{
	struct arena scratch = { 0 };
	struct json j = { .out = out, .pretty = true };
	json_object(&j);
	json_put_str(&j, "schema", S("candor/ledger/1"));
	json_put_safe(&j, &scratch, "company", page->ws->config.company);
	json_put_date(&j, &scratch, "as_of", page->ws->as_of);
	json_key(&j, "gifts");
	json_array(&j);
	for (size_t i = 0; i < page->gifts->count; i++)
		put_gift(&j, &scratch, &page->gifts->lines[i]);
	json_end(&j);
	json_key(&j, "functions");
	json_array(&j);
	for (size_t i = 0; i < page->gifts->tally_count; i++)
		put_tally(&j, &scratch, &page->gifts->tallies[i]);
	json_end(&j);
	json_put_str(&j, "notice", str_of(WEB_NOTICE));
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&scratch);
}

// What buyers say as JSON: docs/schema/market.schema.json.
#include "report/json_parts.h"
#include "report/market_view.h"

static void put_heard(struct json *j, const struct market *m)
{
	json_key(j, "heard");
	json_object(j);
	json_put_int(j, "buyers", (int64_t)m->buyers);
	json_put_int(j, "buyers_12_months", (int64_t)m->buyers_recent);
	json_put_int(j, "calls", (int64_t)m->calls);
	json_put_int(j, "interviews", (int64_t)m->interviews);
	json_put_int(j, "reviews", (int64_t)m->reviews);
	json_put_int(j, "tickets", (int64_t)m->tickets);
	json_put_int(j, "sentences", (int64_t)m->sentences);
	json_put_int(j, "calls_without_known_buyer", (int64_t)m->calls_unknown);
	json_put_int(j, "sentences_of_unknown_side", (int64_t)m->unknown_sentences);
	json_put_int(j, "calls_without_deal", (int64_t)m->calls_without_deal);
	json_end(j);
}

static void put_null(struct json *j, const struct market_null *n)
{
	json_key(j, "chance");
	json_object(j);
	json_put_double(j, "threshold", n->share);
	json_put_int(j, "unrelated_statements", (int64_t)n->tried);
	json_put_int(j, "found_in_three_buyers", (int64_t)n->found);
	json_end(j);
}

static void put_witnesses(struct json *j, const struct backing *b)
{
	json_key(j, "references");
	json_object(j);
	for (size_t w = 0; w < WITNESS_COUNT; w++)
		json_put_int(j, witness_name((enum witness)w), (int64_t)b->by_witness[w]);
	json_put_int(j, "not_found", (int64_t)b->unresolved);
	json_end(j);
}

static void put_quotes(struct json *j, struct arena *a, const struct backing *b)
{
	json_key(j, "quotes");
	json_array(j);
	for (size_t i = 0; i < b->quote_count; i++) {
		json_object(j);
		json_put_bool(j, "declared", b->quotes[i].declared);
		json_put_double(j, "share", (double)b->quotes[i].share);
		json_put_evidence(j, a, "evidence", &b->quotes[i].evidence, 1);
		json_end(j);
	}
	json_end(j);
}

static void put_backing(struct json *j, struct arena *a, const struct backing *b)
{
	json_object(j);
	json_put_str(j, "kind", str_of(backing_kind_name(b->kind)));
	json_key(j, "element");
	if (b->kind == BACKING_ELEMENT)
		json_str(j, str_of(element_name(b->part)));
	else
		json_null(j);
	json_put_safe(j, a, "id", b->id);
	json_put_safe(j, a, "text", b->text);
	json_put_safe(j, a, "persona", b->persona);
	json_put_safe(j, a, "path", b->at.path);
	json_put_place(j, a, "place", &b->at);
	json_put_int(j, "buyers", (int64_t)b->buyers);
	json_put_int(j, "buyers_12_months", (int64_t)b->recent);
	json_put_int(j, "declared", (int64_t)b->declared);
	json_put_date(j, a, "newest", b->newest);
	put_witnesses(j, b);
	json_key(j, "pains");
	json_array(j);
	for (size_t i = 0; i < b->pain_count; i++)
		json_str(j, utf8_safe(a, b->pains[i]->id, TEXT_MAX));
	json_end(j);
	json_put_safe(j, a, "assumed", b->assumed);
	json_put_bool(j, "listened_for", b->asked_by_words);
	put_quotes(j, a, b);
	json_end(j);
}

static void put_words(struct json *j, struct arena *a, const char *key,
	const struct market_word *words, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++) {
		json_object(j);
		json_put_safe(j, a, "word", words[i].word);
		json_put_int(j, "buyers", (int64_t)words[i].buyers);
		json_put_int(j, "pages", (int64_t)words[i].pages);
		json_put_estimate(j, "share", &words[i].share);
		json_put_estimate(j, "difference", &words[i].difference);
		json_put_double(j, "q", words[i].q);
		json_end(j);
	}
	json_end(j);
}

static void put_gap(struct json *j, struct arena *a, const struct market_gap *g)
{
	json_object(j);
	json_put_safe(j, a, "persona", g->persona);
	json_put_int(j, "buyers", (int64_t)g->buyers);
	json_put_int(j, "pages", (int64_t)g->pages);
	json_put_int(j, "tried", (int64_t)g->tried);
	put_words(j, a, "theirs", g->theirs, g->their_count);
	put_words(j, a, "ours", g->ours, g->our_count);
	json_end(j);
}

static void put_sentences(struct json *j, const char *key, const struct str *s, size_t n)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < n; i++)
		json_str(j, s[i]);
	json_end(j);
}

void market_json(const struct market_page *p, struct buf *out)
{
	struct arena a = { 0 };
	struct json j = { .out = out, .pretty = true };
	struct str headlines[MARKET_HEADLINES], notes[MARKET_NOTES];
	json_object(&j);
	json_put_str(&j, "schema", S("candor/market/1"));
	json_put_safe(&j, &a, "company", p->ws->config.company);
	json_put_date(&j, &a, "as_of", p->ws->as_of);
	json_open_read(&j, p->ws);
	json_end(&j);
	put_sentences(&j, "sentences", headlines, market_headlines(p, &a, headlines));
	put_heard(&j, p->market);
	put_null(&j, &p->market->null);
	json_key(&j, "backing");
	json_array(&j);
	for (size_t i = 0; i < p->market->backing_count; i++)
		put_backing(&j, &a, &p->market->backings[i]);
	json_end(&j);
	json_key(&j, "words");
	json_array(&j);
	for (size_t i = 0; i < p->gaps->count; i++)
		put_gap(&j, &a, &p->gaps->at[i]);
	json_end(&j);
	put_sentences(&j, "notes", notes, market_notes(p, &a, notes));
	json_end(&j);
	buf_add(out, S("\n"));
	arena_free(&a);
}

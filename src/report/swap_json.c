#include "report/json_parts.h"
#include "report/swap_page.h"

static void put_strings(struct json *j, struct arena *a, const char *key,
	const struct str *words, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++)
		json_str(j, utf8_safe(a, words[i], QUOTE_MAX));
	json_end(j);
}

// The shared words themselves: what a reader marks in both sentences.
static void put_shared(struct json *j, struct arena *a, const struct echo *e)
{
	json_key(j, "shared_words");
	json_array(j);
	for (size_t i = 0; i < e->shared_count; i++) {
		const struct span s = e->shared[i];
		json_str(
			j, utf8_safe(a, str_cut(e->evidence.quote, s.from, s.to - s.from),
				   80));
	}
	json_end(j);
}

static void put_echo(
	struct json *j, struct arena *a, const struct swap_page *p, const struct echo *e)
{
	json_object(j);
	json_put_str(j, "competitor", p->ws->vendors.at[e->vendor].id);
	json_put_double(j, "similarity", e->similarity);
	json_put_double(j, "chance", e->chance);
	json_put_str(j, "verdict", str_of(verdict_name(e->verdict)));
	json_put_safe(j, a, "conflict", e->conflict);
	json_put_evidence(j, a, "evidence", &e->evidence, 1);
	put_shared(j, a, e);
	json_end(j);
}

static void put_by_competitor(
	struct json *j, const struct swap_page *p, const struct swapped_claim *c)
{
	json_key(j, "by_competitor");
	json_array(j);
	for (size_t i = 0; i < c->echo_count; i++) {
		const struct echo *e = &c->echoes[i];
		json_object(j);
		json_put_str(j, "id", p->ws->vendors.at[e->vendor].id);
		json_put_double(j, "echo", e->similarity);
		json_put_bool(j, "survives",
			e->verdict == VERDICT_SHARED || c->verdict == VERDICT_FILLER);
		json_put_str(j, "verdict", str_of(verdict_name(e->verdict)));
		json_end(j);
	}
	json_end(j);
}

static void put_claim(struct json *j, struct arena *a, const struct swap_page *p,
	const struct swapped_claim *c)
{
	const struct evidence at = { .path = c->copy->source->path,
		.place = c->sentence->place };
	json_object(j);
	json_put_safe(j, a, "text", c->sentence->text);
	json_put_safe(j, a, "masked", c->masked);
	json_put_safe(j, a, "path", at.path);
	json_put_place(j, a, "place", &at);
	json_put_str(j, "level",
		str_of(claim_level_name((enum claim_level)c->sentence->level)));
	json_put_bool(j, "headline", c->headline);
	json_put_str(j, "verdict", str_of(verdict_name(c->verdict)));
	json_put_bool(j, "swaps", c->swaps);
	json_put_safe(j, a, "reason", c->reason);
	json_key(j, "p_swap"); // needs the competitors' language models
	json_null(j);
	json_put_safe(j, a, "swapped", c->swapped);
	json_put_str(j, "proof", str_of(proof_name(c->proof)));
	json_put_bool(j, "copied_elsewhere", c->copied_elsewhere);
	json_key(j, "closest");
	json_array(j);
	for (size_t i = 0; i < c->echo_count; i++)
		put_echo(j, a, p, &c->echoes[i]);
	json_end(j);
	put_by_competitor(j, p, c);
	put_strings(j, a, "checkable", c->checkable, c->checkable_count);
	put_strings(j, a, "missing", c->missing, c->missing_count);
	json_end(j);
}

static void put_rivals(struct json *j, struct arena *a, const struct swap_page *p)
{
	json_key(j, "material");
	json_array(j);
	for (size_t i = 0; i < p->result->rival_count; i++) {
		const struct swap_rival *r = &p->result->rivals[i];
		json_object(j);
		json_put_str(j, "id", p->ws->vendors.at[r->vendor].id);
		json_put_int(j, "files", (int64_t)r->files);
		json_put_int(j, "claims", (int64_t)r->claims);
		json_put_date(j, a, "oldest", r->oldest);
		json_put_date(j, a, "newest", r->newest);
		json_put_double(j, "threshold", r->threshold);
		json_put_int(j, "shared", (int64_t)r->shared);
		json_put_int(j, "contested", (int64_t)r->contested);
		json_put_estimate(j, "works", &r->works);
		json_end(j);
	}
	json_end(j);
}

static void put_assets(struct json *j, struct arena *a, const struct swap_page *p)
{
	json_key(j, "assets");
	json_array(j);
	for (size_t i = 0; i < p->result->asset_count; i++) {
		const struct swap_asset *s = &p->result->assets[i];
		json_object(j);
		json_put_safe(j, a, "path", s->copy->source->path);
		json_put_int(j, "claims", (int64_t)s->claims);
		json_put_int(j, "works", (int64_t)s->works);
		json_put_int(j, "headlines", (int64_t)s->headlines);
		json_put_int(j, "headlines_work", (int64_t)s->headlines_work);
		json_end(j);
	}
	json_end(j);
}

static void put_words(struct json *j, struct arena *a, const char *key,
	const struct swap_word *words, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++) {
		json_object(j);
		json_put_safe(j, a, "word", words[i].word);
		json_put_int(j, "ours", (int64_t)words[i].ours);
		json_put_int(j, "theirs", (int64_t)words[i].theirs);
		json_end(j);
	}
	json_end(j);
}

static void put_summary(struct json *j, const struct swap_result *r)
{
	json_key(j, "summary");
	json_object(j);
	json_put_int(j, "claims", (int64_t)r->claim_count);
	json_put_int(j, "distinct", (int64_t)r->distinct);
	json_put_int(j, "not_claims", (int64_t)r->not_claims);
	json_put_int(j, "headlines", (int64_t)r->headline_count);
	json_put_int(j, "headlines_work", (int64_t)r->headline_fail);
	json_put_estimate(j, "works", &r->works);
	json_put_estimate(j, "rate", &r->rate);
	json_end(j);
}

void swap_json(const struct swap_page *p, struct buf *out)
{
	struct arena a = { 0 };
	struct json j = { .out = out, .pretty = true };
	const struct swap_result *r = p->result;
	json_object(&j);
	json_put_str(&j, "schema", S("candor/swap/1"));
	json_put_safe(&j, &a, "company", p->ws->config.company);
	json_put_date(&j, &a, "as_of", p->ws->as_of);
	put_summary(&j, r);
	json_key(&j, "claims");
	json_array(&j);
	for (size_t i = 0; i < r->claim_count; i++)
		put_claim(&j, &a, p, &r->claims[i]);
	json_end(&j);
	put_rivals(&j, &a, p);
	put_assets(&j, &a, p);
	json_key(&j, "words");
	json_object(&j);
	put_words(&j, &a, "ours", r->words.ours, r->words.ours_count);
	put_words(&j, &a, "theirs", r->words.theirs, r->words.theirs_count);
	put_words(&j, &a, "shared", r->words.shared, r->words.shared_count);
	json_end(&j);
	put_strings(&j, &a, "notes", r->notes, r->note_count);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&a);
}

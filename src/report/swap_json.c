#include "report/swap_json_parts.h"

// A text in pieces, so that a page can mark what both share without counting bytes.
static void put_pieces(struct json *j, struct arena *a, const char *key, struct str text,
	const struct span *spans, size_t count)
{
	size_t at = 0;
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i <= count; i++) {
		const size_t from = i < count ? spans[i].from : text.len;
		const size_t to = i < count ? spans[i].to : text.len;
		if (from > at) {
			json_object(j);
			json_put_str(j, "t", str_cut(text, at, from - at));
			json_put_bool(j, "shared", false);
			json_end(j);
		}
		if (to > from) {
			json_object(j);
			json_put_str(j, "t", str_cut(text, from, to - from));
			json_put_bool(j, "shared", true);
			json_end(j);
		}
		at = to;
	}
	json_end(j);
	(void)a; // sentences are safe already: claim/sentences.c made them so
}

static void put_words(struct json *j, const char *key, struct str text,
	const struct span *spans, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++)
		json_str(j, str_cut(text, spans[i].from, spans[i].to - spans[i].from));
	json_end(j);
}

static void put_strings(struct json *j, struct arena *a, const char *key,
	const struct str *at, size_t count)
{
	json_key(j, key);
	json_array(j);
	for (size_t i = 0; i < count; i++)
		json_str(j, utf8_safe(a, at[i], TEXT_MAX));
	json_end(j);
}

static void put_closest(struct json *j, const struct swap_view *v, const struct echo *e)
{
	json_object(j);
	json_put_str(j, "competitor", swap_json_vendor(v, e->vendor));
	json_put_double(j, "similarity", e->similarity);
	json_put_double(j, "chance", e->chance);
	json_put_double(j, "covered", e->covered);
	json_put_evidence(j, v->arena, "evidence", &e->evidence, 1);
	put_words(j, "shared_words", e->evidence.quote, e->shared, e->shared_count);
	put_pieces(j, v->arena, "pieces", e->evidence.quote, e->shared, e->shared_count);
	json_put_safe(j, v->arena, "conflict", e->conflict);
	json_end(j);
}

static void put_survives(struct json *j, enum survival survives)
{
	json_key(j, "survives");
	if (survives == SURVIVES_UNKNOWN)
		json_null(j); // not enough of their words: see material
	else
		json_bool(j, survives == SURVIVES_YES);
}

static void put_by_competitor(
	struct json *j, const struct swap_view *v, const struct swapped_claim *c)
{
	json_key(j, "by_competitor");
	json_array(j);
	for (size_t i = 0; i < c->against_count; i++) {
		const struct swap_against *a = &c->against[i];
		json_object(j);
		json_put_str(j, "id", swap_json_vendor(v, a->vendor));
		json_put_double(j, "echo", a->echo);
		put_survives(j, a->survives);
		json_key(j, "voice");
		if (a->survives == SURVIVES_UNKNOWN)
			json_null(j);
		else
			json_double(j, a->voice);
		json_put_bool(j, "works", a->works);
		json_put_str(j, "verdict", str_of(verdict_name(a->verdict)));
		json_end(j);
	}
	json_end(j);
}

static void put_chance(struct json *j, const struct swap_chance *p)
{
	json_key(j, "p_swap");
	if (!p->known) {
		json_null(j);
		return;
	}
	json_object(j);
	json_put_double(j, "value", p->value);
	json_put_double(j, "low", p->low);
	json_put_double(j, "high", p->high);
	json_put_bool(j, "abstains", p->abstains);
	json_end(j);
}

// What would make it ours: questions about its own words, and what to say instead.
static void put_advice(
	struct json *j, const struct swap_view *v, const struct swapped_claim *c)
{
	put_strings(j, v->arena, "asks", c->asks, c->ask_count);
	json_key(j, "instead");
	if (!c->better) {
		json_null(j);
		return;
	}
	const struct evidence at = { .place = c->better->sentence->place };
	json_object(j);
	json_put_safe(j, v->arena, "text", c->better->sentence->text);
	json_put_safe(j, v->arena, "path", c->better->copy->source->path);
	json_put_place(j, v->arena, "place", &at);
	json_end(j);
}

static void put_claim(
	struct json *j, const struct swap_view *v, const struct swapped_claim *c)
{
	const struct evidence at = { .place = c->sentence->place };
	const struct str text = c->sentence->text;
	struct arena *a = v->arena;
	json_object(j);
	json_put_safe(j, a, "text", text);
	json_put_safe(j, a, "masked", c->masked);
	json_put_safe(j, a, "path", c->copy->source->path);
	json_put_place(j, a, "place", &at);
	json_put_str(j, "level", str_of(claim_level_name(c->sentence->level)));
	json_put_str(j, "verdict", str_of(verdict_name(c->verdict)));
	json_put_bool(j, "swaps", c->swaps);
	json_put_safe(j, a, "reason", c->reason);
	put_chance(j, &c->p_swap);
	json_put_safe(j, a, "swapped", c->swapped);
	json_put_str(j, "swapped_with", swap_json_vendor(v, c->swapped_with));
	json_key(j, "closest");
	json_array(j);
	for (size_t i = 0; i < c->echo_count; i++)
		put_closest(j, v, &c->echoes[i]);
	json_end(j);
	put_by_competitor(j, v, c);
	put_words(j, "shared_words", text, c->shared, c->shared_count);
	put_pieces(j, a, "pieces", text, c->shared, c->shared_count);
	json_put_double(j, "check", c->check);
	put_strings(j, a, "checkable", c->checkable, c->checkable_count);
	put_strings(j, a, "missing", c->missing, c->missing_count);
	put_advice(j, v, c);
	json_put_str(j, "proof", str_of(proof_name(c->proof)));
	json_put_safe(j, a, "ledger", c->ledger ? c->ledger->id : (struct str){ 0 });
	json_put_bool(j, "headline", c->headline);
	json_put_bool(j, "copied_elsewhere", c->copied_elsewhere);
	json_end(j);
}

static void put_count(struct json *j, const char *key, const struct estimate *e)
{
	struct estimate shown = *e;
	shown.unit = UNIT_SHARE;
	json_put_estimate(j, key, &shown);
}

static void put_summary(struct json *j, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	json_key(j, "summary");
	json_object(j);
	json_key(j, "competitors");
	json_array(j);
	for (size_t i = 0; i < r->rival_count; i++) {
		const struct swap_rival *rival = &r->rivals[i];
		json_object(j);
		json_put_str(j, "id", swap_json_vendor(v, rival->vendor));
		json_put_str(j, "name", view_vendor(v, rival->vendor));
		put_count(j, "works", &rival->works);
		json_put_int(j, "shared", (int64_t)rival->shared);
		json_put_int(j, "contested", (int64_t)rival->contested);
		json_end(j);
	}
	json_end(j);
	json_key(j, "assets");
	json_array(j);
	for (size_t i = 0; i < r->asset_count; i++) {
		const struct swap_asset *asset = &r->assets[i];
		json_object(j);
		json_put_safe(j, v->arena, "path", asset->copy->source->path);
		json_put_int(j, "claims", (int64_t)asset->claims);
		json_put_int(j, "works", (int64_t)asset->works);
		json_put_int(j, "headlines", (int64_t)asset->headlines);
		json_put_int(j, "headlines_work", (int64_t)asset->headlines_work);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

static void put_head(struct json *j, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	size_t files = 0, skipped = 0;
	for (size_t i = 0; i < v->ws->source_count; i++) {
		files += v->ws->sources[i].state == SOURCE_READ;
		skipped += v->ws->sources[i].state == SOURCE_SKIPPED;
	}
	json_put_str(j, "schema", S("candor/swap/1"));
	json_put_safe(j, v->arena, "company", v->ws->config.company);
	json_put_date(j, v->arena, "as_of", v->ws->as_of);
	json_key(j, "read");
	json_object(j);
	json_put_int(j, "files", (int64_t)files);
	json_put_int(j, "skipped", (int64_t)skipped);
	json_put_int(j, "sentences", (int64_t)r->sentences_read);
	json_put_int(j, "not_claims", (int64_t)r->not_claims);
	json_put_int(j, "claims", (int64_t)r->distinct);
	json_put_int(j, "competitor_claims", (int64_t)r->rival_sentences);
	json_end(j);
	put_strings(j, v->arena, "sentences", v->headlines, v->headline_count);
	put_count(j, "works", &r->works);
	put_count(j, "rate", &r->rate);
	json_key(j, "headlines");
	json_object(j);
	json_put_int(j, "n", (int64_t)r->headline_count);
	json_put_int(j, "works", (int64_t)r->headline_fail);
	json_end(j);
}

void swap_json(
	const struct workspace *ws, const struct swap_result *result, struct buf *out)
{
	struct arena a = { 0 };
	struct json j = { .out = out, .pretty = true };
	struct swap_view v;
	view_init(&v, ws, result, &a);
	json_object(&j);
	put_head(&j, &v);
	json_key(&j, "claims");
	json_array(&j);
	for (size_t i = 0; i < result->claim_count; i++)
		put_claim(&j, &v, &result->claims[i]);
	json_end(&j);
	put_summary(&j, &v);
	swap_json_words(&j, &v);
	swap_json_material(&j, &v);
	swap_json_drift(&j, &v);
	put_strings(&j, &a, "notes", result->notes, result->note_count);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&a);
}

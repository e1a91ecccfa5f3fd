#include "report/claim_view.h"
#include "report/json_parts.h"

static void put_date(struct json *j, struct arena *a, const char *key, struct date d)
{
	json_put_date(j, a, key, d);
}

static void put_exposure(struct json *j, struct arena *a, const struct claim_page *p,
	const struct said_at *s)
{
	const struct evidence at = { .place = s->sentence->place };
	json_object(j);
	json_put_safe(j, a, "path", s->copy->source->path);
	json_put_place(j, a, "place", &at);
	json_put_safe(j, a, "quote", s->sentence->text);
	put_date(j, a, "date", s->date);
	json_put_str(j, "reach", str_of(reach_name(s->reach)));
	json_put_safe(j, a, "where", s->where);
	json_put_str(j, "says", str_of(saying_name(s->saying)));
	json_put_safe(j, a, "change", s->change);
	json_put_bool(j, "qualified", s->qualified);
	json_put_bool(j, "falls", claim_falls(p, s));
	json_put_safe(j, a, "deal", s->deal);
	json_end(j);
}

static void put_counts(struct json *j, const struct booked *b)
{
	json_key(j, "counts");
	json_object(j);
	for (int r = 0; r < REACH_COUNT; r++)
		json_put_int(j, reach_name((enum reach)r), (int64_t)b->so[r]);
	json_put_int(j, "differently", (int64_t)b->differently);
	json_put_int(j, "unqualified", (int64_t)b->unqualified);
	json_end(j);
}

static void put_claim(struct json *j, struct arena *a, const struct claim_page *p,
	const struct booked *b)
{
	static const struct claim_entry NONE = { 0 };
	const struct claim_entry *e = b->entry ? b->entry : &NONE;
	json_object(j);
	json_put_safe(j, a, "id", e->id);
	json_put_safe(j, a, "text", b->text);
	json_put_str(j, "status", str_of(claim_standing(b)));
	json_put_safe(j, a, "proof", e->evidence);
	json_put_safe(j, a, "qualifier", e->qualifier);
	json_put_safe(j, a, "owner", e->approver);
	put_date(j, a, "approved_on", e->approved_on);
	put_date(j, a, "review_by", e->review_by);
	json_put_bool(j, "may_be_said", claim_may_be_said(b));
	json_put_str(j, "sentence", claim_sentence(a, b));
	put_counts(j, b);
	json_key(j, "exposures");
	json_array(j);
	for (size_t i = 0; i < b->count; i++)
		put_exposure(j, a, p, &b->at[i]);
	json_end(j);
	json_end(j);
}

static void put_unlisted(struct json *j, struct arena *a, const struct unlisted *u)
{
	const struct evidence at = { .place = u->sentence->place };
	json_object(j);
	json_put_safe(j, a, "text", u->sentence->text);
	json_put_safe(j, a, "path", u->copy->source->path);
	json_put_place(j, a, "place", &at);
	json_end(j);
}

static void put_head(struct json *j, struct arena *a, const struct claim_page *p)
{
	const struct book *b = p->book;
	size_t skipped = 0;
	for (size_t i = 0; i < p->ws->source_count; i++)
		skipped += p->ws->sources[i].state == SOURCE_SKIPPED;
	json_put_str(j, "schema", S("candor/claim/1"));
	json_put_safe(j, a, "company", p->ws->config.company);
	put_date(j, a, "as_of", p->ws->as_of);
	json_key(j, "read");
	json_object(j);
	json_put_int(j, "files", (int64_t)b->documents);
	json_put_int(j, "skipped", (int64_t)skipped);
	json_put_int(j, "calls", (int64_t)b->calls);
	json_put_int(j, "sentences", (int64_t)b->sentences);
	json_end(j);
}

void claim_json(const struct claim_page *page, struct buf *out)
{
	struct arena a = { 0 };
	struct json j = { .out = out, .pretty = true };
	const struct book *b = page->book;
	json_object(&j);
	put_head(&j, &a, page);
	json_key(&j, "claims");
	json_array(&j);
	for (size_t i = 0; i < b->count; i++)
		put_claim(&j, &a, page, &b->at[i]);
	json_end(&j);
	json_key(&j, "unlisted");
	json_array(&j);
	for (size_t i = 0; i < b->unlisted_count; i++)
		put_unlisted(&j, &a, &b->unlisted[i]);
	json_end(&j);
	json_key(&j, "notes");
	json_array(&j);
	for (size_t i = 0; i < b->note_count; i++)
		json_str(&j, utf8_safe(&a, b->notes[i], TEXT_MAX));
	json_end(&j);
	json_end(&j);
	buf_byte(out, '\n');
	arena_free(&a);
}

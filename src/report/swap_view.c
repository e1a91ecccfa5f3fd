#include "report/swap_view.h"

#include "report/json_parts.h"

const char *view_plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

struct str view_between(struct arena *a, const struct estimate *e)
{
	enum { FEW = 10 };
	const double n = (double)e->n;
	const size_t low = (size_t)(e->low * n + 0.5), high = (size_t)(e->high * n + 0.5);
	if (e->n < FEW)
		return (struct str){ 0 };
	return arena_fmt(a, " (between %zu and %zu)", low < e->k ? low : e->k,
		high > e->k ? high : e->k);
}

struct str view_vendor(const struct swap_view *v, size_t vendor)
{
	return vendor < v->ws->vendors.count
		       ? utf8_safe(v->arena, v->ws->vendors.at[vendor].name, 60)
		       : (struct str){ 0 };
}

static struct str rivals_read(const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	if (!r->rival_count)
		return S("no competitor page");
	const struct str whom =
		r->rival_count == 1
			? view_vendor(v, r->rivals[0].vendor)
			: arena_fmt(v->arena, "%zu competitors", r->rival_count);
	return arena_fmt(v->arena, "%zu %s of %" PRI_STR, r->rival_sentences,
		view_plural(r->rival_sentences, "claim", "claims"), ARG_STR(whom));
}

static void make_dateline(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const struct str company = v->ws->config.company;
	v->company = company.len ? utf8_safe(a, company, 60) : S("Your copy");
	struct str left_out = { 0 };
	if (r->not_claims)
		left_out = arena_fmt(a, " · %zu %s claimed nothing and %s left out",
			r->not_claims,
			view_plural(r->not_claims, "sentence", "sentences"),
			view_plural(r->not_claims, "was", "were"));
	v->dateline = arena_fmt(a,
		"· %" PRI_STR " · %zu %s in %zu %s, against %" PRI_STR "%" PRI_STR,
		ARG_STR(date_words(a, v->ws->as_of)), r->distinct,
		view_plural(r->distinct, "claim", "claims"), r->asset_count,
		view_plural(r->asset_count, "file", "files"), ARG_STR(rivals_read(v)),
		ARG_STR(left_out));
}

void view_init(struct swap_view *v, const struct workspace *ws,
	const struct swap_result *result, struct arena *a)
{
	*v = (struct swap_view){ .ws = ws, .result = result, .arena = a };
	make_dateline(v);
	view_lead(v);
}

static struct str seen_between(const struct swap_view *v, const struct swap_rival *r)
{
	struct arena *a = v->arena;
	if (!date_set(r->newest))
		return S("pages without a date");
	const struct str newest = date_words(a, r->newest);
	if (r->oldest.days == r->newest.days)
		return arena_fmt(a, "seen %" PRI_STR, ARG_STR(newest));
	return arena_fmt(a, "seen %" PRI_STR " to %" PRI_STR,
		ARG_STR(date_words(a, r->oldest)), ARG_STR(newest));
}

struct str view_rival_line(const struct swap_view *v, const struct swap_rival *r)
{
	return arena_fmt(v->arena,
		"%zu of %zu%" PRI_STR ": %zu said by them, %zu contested · %zu %s on "
		"%zu %s, %" PRI_STR,
		r->works.k, r->works.n, ARG_STR(view_between(v->arena, &r->works)),
		r->shared, r->contested, r->claims,
		view_plural(r->claims, "claim", "claims"), r->files,
		view_plural(r->files, "page", "pages"), ARG_STR(seen_between(v, r)));
}

struct str view_quote(const struct swap_view *v, struct str text)
{
	return arena_fmt(v->arena, "“%" PRI_STR "”",
		ARG_STR(utf8_safe(v->arena, text, QUOTE_MAX)));
}

struct str view_proof(const struct swap_view *v, const struct swapped_claim *c)
{
	struct arena *a = v->arena;
	const struct claim_entry *row = c->ledger;
	const struct str id =
		row && row->id.len ? utf8_safe(a, row->id, 40) : S("the claims ledger");
	const struct str words =
		row ? utf8_safe(a, row->qualifier, 80) : (struct str){ 0 };
	switch (c->proof) {
	case PROOF_HOLDS:
		if (words.len)
			return arena_fmt(a, "%" PRI_STR ", with the words “%" PRI_STR "”",
				ARG_STR(id), ARG_STR(words));
		return id;
	case PROOF_EXPIRED:
		if (row && date_set(row->review_by))
			return arena_fmt(a,
				"%" PRI_STR " was due for review on %" PRI_STR,
				ARG_STR(id), ARG_STR(date_words(a, row->review_by)));
		return arena_fmt(a, "%" PRI_STR " has expired", ARG_STR(id));
	case PROOF_WAITING:
		if (row && row->status == CLAIM_PROPOSED)
			return arena_fmt(a, "%" PRI_STR " is only proposed", ARG_STR(id));
		return arena_fmt(a, "%" PRI_STR " names no evidence", ARG_STR(id));
	case PROOF_REJECTED:
		return arena_fmt(a, "%" PRI_STR " was rejected", ARG_STR(id));
	case PROOF_UNLISTED:
		return S("not in the claims ledger");
	case PROOF_UNKNOWN:
	case PROOF_COUNT:
		break;
	}
	return (struct str){ 0 };
}

struct str view_seen(const struct swap_view *v, const struct evidence *e)
{
	const struct date seen = date_set(e->captured) ? e->captured : e->date;
	const struct str note =
		e->note.len ? arena_fmt(v->arena, ", %" PRI_STR, ARG_STR(e->note))
			    : (struct str){ 0 };
	if (!date_set(seen))
		return arena_fmt(v->arena, "%" PRI_STR ", no date", ARG_STR(note));
	return arena_fmt(v->arena, "%" PRI_STR ", seen %" PRI_STR, ARG_STR(note),
		ARG_STR(date_words(v->arena, seen)));
}

struct str view_level(const struct swapped_claim *c)
{
	static const struct str WORDS[LEVEL_COUNT] = { [LEVEL_BODY] =
							       STR_INIT("In the text"),
		[LEVEL_SUBHEAD] = STR_INIT("Subhead"),
		[LEVEL_HEADLINE] = STR_INIT("Headline") };
	return c->headline ? WORDS[LEVEL_HEADLINE] : WORDS[c->sentence->level];
}

struct str view_where(const struct swap_view *v, const struct swapped_claim *c)
{
	const struct evidence at = { .path = c->copy->source->path,
		.place = c->sentence->place };
	return evidence_where(v->arena, &at);
}

bool view_reads_as_theirs(const struct swapped_claim *c)
{
	return (c->swaps || c->verdict == VERDICT_SWAPPABLE) && c->swapped.len;
}

bool view_shows_echo(const struct swapped_claim *c)
{
	return c->echo_count &&
	       (c->verdict == VERDICT_SHARED || c->verdict == VERDICT_CONTESTED ||
		       c->verdict == VERDICT_CANNOT_TELL);
}

struct str view_list(const struct swap_view *v, const struct str *items, size_t count)
{
	struct buf out = { .max = TEXT_MAX };
	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add(&out, S(", "));
		buf_add(&out, utf8_safe(v->arena, items[i], QUOTE_MAX));
	}
	const struct str text = arena_str(v->arena, buf_str(&out));
	buf_done(&out);
	return text;
}

struct str view_missing(const struct swap_view *v, const struct swapped_claim *c)
{
	struct buf out = { .max = TEXT_MAX };
	for (size_t i = 0; i < c->missing_count; i++) {
		const bool last = i + 1 == c->missing_count;
		buf_add(&out, !i ? S("add ") : last ? S(" or ") : S(", "));
		buf_add(&out, c->missing[i]);
	}
	const struct str text = arena_str(v->arena, buf_str(&out));
	buf_done(&out);
	return text;
}

size_t view_marked(const struct swap_view *v, struct str text, const struct span *spans,
	size_t count, struct str *quote, struct span **marks)
{
	const struct str open = S("“");
	const struct str safe = utf8_safe(v->arena, text, QUOTE_MAX);
	size_t n = 0;
	*quote = arena_fmt(v->arena, "“%" PRI_STR "”", ARG_STR(safe));
	*marks = ARENA_ARRAY(v->arena, struct span, count + 1);
	if (!str_eq(safe, text))
		return 0; // offsets are those of the text as it stood
	for (size_t i = 0; i < count; i++) {
		const uint32_t from = spans[i].from + (uint32_t)open.len;
		const uint32_t to = spans[i].to + (uint32_t)open.len;
		if (to <= from || to > quote->len || (n && from < (*marks)[n - 1].to))
			continue;
		if (n && from == (*marks)[n - 1].to + 1 &&
			quote->at[(*marks)[n - 1].to] == ' ')
			(*marks)[n - 1].to = to;
		else
			(*marks)[n++] = (struct span){ from, to };
	}
	return n;
}

struct str view_words(
	const struct swap_view *v, const struct swap_word *words, size_t count)
{
	struct str *items = ARENA_ARRAY(v->arena, struct str, count + 1);
	for (size_t i = 0; i < count; i++)
		items[i] = words[i].word;
	return view_list(v, items, count);
}

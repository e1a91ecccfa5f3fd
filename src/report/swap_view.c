#include "report/swap_view.h"

#include <math.h>

#include "report/json_parts.h"

enum { FEW = 10 };

const struct swap_section swap_sections[] = {
	{ VERDICT_SHARED, "Already said by a competitor",
		"True or not, a buyer has read it elsewhere. Drop it, or add what they "
		"cannot say." },
	{ VERDICT_CONTESTED, "Contested",
		"They contradict it, outbid it, claim the same first place, or say it "
		"without the part that is yours." },
	{ VERDICT_FILLER, "Could be anybody's",
		"Nobody could be proven wrong saying this, so it gives no reason to "
		"choose "
		"you." },
	{ VERDICT_CANNOT_TELL, "Cannot tell",
		"Too close to a competitor's sentence, or nothing to compare with: a "
		"person "
		"must read these." },
	{ VERDICT_UNPROVEN, "Yours, but not proven",
		"No competitor says it here. Prove it before it is repeated." },
	{ VERDICT_UNIQUE, "Yours alone",
		"No competitor page here says it, and it could be wrong: lead with "
		"these." },
	{ 0 },
};

static size_t count_of(const struct swap_result *r, enum verdict verdict)
{
	size_t n = 0;
	for (size_t i = 0; i < r->claim_count; i++)
		n += r->claims[i].verdict == verdict && !r->claims[i].copied_elsewhere;
	return n;
}

static const char *plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

// "between 8 and 15", never leaving out the count itself.
static struct str between(struct arena *a, const struct estimate *e)
{
	const double n = (double)e->n;
	const size_t low = (size_t)(e->low * n + 0.5), high = (size_t)(e->high * n + 0.5);
	return arena_fmt(a, "between %zu and %zu", low < e->k ? low : e->k,
		high > e->k ? high : e->k);
}

struct str view_vendor(const struct swap_view *v, size_t vendor)
{
	return vendor < v->ws->vendors.count
		       ? utf8_safe(v->arena, v->ws->vendors.at[vendor].name, 60)
		       : (struct str){ 0 };
}

static size_t files_of_ours(const struct swap_result *r)
{
	return r->asset_count;
}

static void make_dateline(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const struct str company = v->ws->config.company;
	v->company = company.len ? utf8_safe(a, company, 60) : S("Your copy");
	struct str against = S("no competitor page");
	if (r->rival_count)
		against = arena_fmt(a, "%zu %s of %zu %s", r->rival_sentences,
			plural(r->rival_sentences, "claim", "claims"), r->rival_count,
			plural(r->rival_count, "competitor", "competitors"));
	v->dateline = arena_fmt(a,
		"· %" PRI_STR " · %zu %s in %zu %s, against %" PRI_STR
		" · %zu sentences that claim nothing were left out",
		ARG_STR(date_words(a, v->ws->as_of)), r->distinct,
		plural(r->distinct, "claim", "claims"), files_of_ours(r),
		plural(files_of_ours(r), "file", "files"), ARG_STR(against),
		r->not_claims);
}

static void say(struct swap_view *v, struct str sentence)
{
	if (v->headline_count < SWAP_HEADLINES)
		v->headlines[v->headline_count++] = sentence;
}

static void say_rate(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const struct swap_rival *worst = r->rival_count ? &r->rivals[0] : NULL;
	const struct estimate *e = worst ? &worst->works : &r->works;
	if (!worst) {
		say(v, arena_fmt(a,
			       "%zu of %zu %s could be anybody's (%" PRI_STR
			       "): nothing in them can be checked.",
			       e->k, e->n, plural(e->n, "claim", "claims"),
			       ARG_STR(between(a, e))));
		return;
	}
	const char *verb = e->k == 1 ? "works" : "work";
	const char *them = e->k == 1 ? "it" : "them";
	say(v, arena_fmt(a,
		       "%zu of %zu %s %s with %" PRI_STR "’s name on %s (%" PRI_STR ").",
		       e->k, e->n, plural(e->n, "claim", "claims"), verb,
		       ARG_STR(view_vendor(v, worst->vendor)), them,
		       ARG_STR(between(a, e))));
}

static void say_rest(struct swap_view *v)
{
	const struct swap_result *r = v->result;
	struct arena *a = v->arena;
	const size_t filler = count_of(r, VERDICT_FILLER);
	const size_t shared = count_of(r, VERDICT_SHARED);
	const size_t unproven = count_of(r, VERDICT_UNPROVEN);
	const size_t unique = count_of(r, VERDICT_UNIQUE);
	if (r->rival_count)
		say(v, arena_fmt(a,
			       "A competitor already says %zu of them; %zu more could be "
			       "anybody's, because nothing in them can be checked.",
			       shared, filler));
	if (r->headline_count == 1)
		say(v, r->headline_fail ? S("Your headline claim works with a "
					    "competitor's name, too.")
					: S("Your headline claim does not work with a "
					    "competitor's name."));
	else if (r->headline_count)
		say(v, arena_fmt(a,
			       "Of your %zu headline claims, %zu %s with a competitor's "
			       "name.",
			       r->headline_count, r->headline_fail,
			       plural(r->headline_fail, "works", "work")));
	const struct str alone =
		unique ? arena_fmt(a, "%zu %s", unique, plural(unique, "is", "are"))
		       : S("None is");
	if (r->rival_count && r->ledger)
		say(v, arena_fmt(a,
			       "%" PRI_STR " yours alone and proven; %zu more would be "
			       "yours with a proof.",
			       ARG_STR(alone), unproven));
	else if (r->rival_count)
		say(v, arena_fmt(a,
			       "%" PRI_STR " yours alone, as far as these pages show.",
			       ARG_STR(alone)));
}

void view_init(struct swap_view *v, const struct workspace *ws,
	const struct swap_result *result, struct arena *a)
{
	*v = (struct swap_view){ .ws = ws, .result = result, .arena = a };
	make_dateline(v);
	if (!result->distinct) {
		say(v, S("No claim of yours was found. Put a page, a deck or a README "
			 "into the folder, or name a draft: candor swap draft.md."));
		return;
	}
	if (result->distinct < FEW)
		say(v, arena_fmt(a, "Only %zu %s: too few for more than reading them.",
			       result->distinct,
			       plural(result->distinct, "claim", "claims")));
	say_rate(v);
	say_rest(v);
}

size_t view_claims(const struct swap_view *v, enum verdict verdict,
	const struct swapped_claim ***out)
{
	const struct swap_result *r = v->result;
	const struct swapped_claim **at =
		ARENA_ARRAY(v->arena, const struct swapped_claim *, r->claim_count + 1);
	size_t count = 0;
	for (size_t level = LEVEL_COUNT; level-- > 0;)
		for (size_t i = 0; i < r->claim_count; i++) {
			const struct swapped_claim *c = &r->claims[i];
			if (c->verdict == verdict && !c->copied_elsewhere &&
				c->sentence->level == level)
				at[count++] = c;
		}
	*out = at;
	return count;
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
		"%zu of %zu (%" PRI_STR "): %zu said by them, %zu contested · %zu %s on "
		"%zu %s, %" PRI_STR,
		r->works.k, r->works.n, ARG_STR(between(v->arena, &r->works)), r->shared,
		r->contested, r->claims, plural(r->claims, "claim", "claims"), r->files,
		plural(r->files, "page", "pages"), ARG_STR(seen_between(v, r)));
}

struct str view_quote(const struct swap_view *v, struct str text)
{
	return arena_fmt(v->arena, "“%" PRI_STR "”",
		ARG_STR(utf8_safe(v->arena, text, QUOTE_MAX)));
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

struct str view_level(enum claim_level level)
{
	static const struct str WORDS[LEVEL_COUNT] = { [LEVEL_BODY] =
							       STR_INIT("In the text"),
		[LEVEL_SUBHEAD] = STR_INIT("Subhead"),
		[LEVEL_HEADLINE] = STR_INIT("Headline") };
	return WORDS[level];
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

struct str view_shared(const struct swap_view *v, const struct swapped_claim *c)
{
	struct str *words = ARENA_ARRAY(v->arena, struct str, c->shared_count + 1);
	for (size_t i = 0; i < c->shared_count; i++)
		words[i] = arena_fmt(v->arena, "“%" PRI_STR "”",
			ARG_STR(str_cut(c->sentence->text, c->shared[i].from,
				c->shared[i].to - c->shared[i].from)));
	return view_list(v, words, c->shared_count);
}

struct str view_words(
	const struct swap_view *v, const struct swap_word *words, size_t count)
{
	struct str *items = ARENA_ARRAY(v->arena, struct str, count + 1);
	for (size_t i = 0; i < count; i++)
		items[i] = words[i].word;
	return view_list(v, items, count);
}

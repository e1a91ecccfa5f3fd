// The swap test on a terminal: the sentence with their name in it, their own sentence,
// what would make it yours.
#include "report/swap_page.h"
#include "report/term.h"

enum { HANG = 4, LABEL_HANG = 18, WORDS_SHOWN = 8, QUOTE_SHOWN = 200, BODY_SHOWN = 20 };

static struct str name_of(const struct swap_page *p, size_t vendor)
{
	return p->ws->vendors.at[vendor].name;
}

static struct str plural(struct arena *a, size_t n, const char *one, const char *many)
{
	return arena_fmt(a, "%zu %s", n, n == 1 ? one : many);
}

static void line(struct term *t, enum ink ink, size_t hang, struct str text)
{
	term_to(t, hang);
	term_wrap(t, ink, hang, text);
	term_end(t);
}

static void write_head(struct term *t, const struct swap_page *p)
{
	struct arena *a = t->arena;
	const struct swap_result *r = p->result;
	struct str company = p->ws->config.company;
	term_put(t, INK_STRONG, company.len ? company : S("These files"));
	term_wrap(t, INK_DIM, 0,
		arena_fmt(a,
			", %" PRI_STR ": %" PRI_STR " of ours in %" PRI_STR ", %" PRI_STR
			" of %" PRI_STR,
			ARG_STR(date_words(a, p->ws->as_of)),
			ARG_STR(plural(a, r->claim_count, "claim", "claims")),
			ARG_STR(plural(a, r->asset_count, "file", "files")),
			ARG_STR(plural(a, r->rival_sentences, "claim", "claims")),
			ARG_STR(plural(a, r->rival_count, "competitor", "competitors"))));
	term_gap(t);
}

// "41 of 436 claims work with a competitor's name on them (likely between 33 and 52)."
static void write_rate(struct term *t, const struct swap_page *p)
{
	struct arena *a = t->arena;
	const struct swap_result *r = p->result;
	const struct estimate *w = &r->works;
	if (!w->n) {
		line(t, INK_STRONG, 0, S("No claim was found to test."));
		return;
	}
	const double n = (double)w->n;
	struct str range = w->n < 10 ? S("")
				     : arena_fmt(a, " (likely between %.0f and %.0f)",
					       w->low * n, w->high * n);
	line(t, INK_STRONG, 0,
		arena_fmt(a, "%zu of %zu %s with a competitor’s name on %s%" PRI_STR ".",
			w->k, w->n, w->n == 1 ? "claim works" : "claims work",
			w->n == 1 ? "it" : "them", ARG_STR(range)));
	if (r->headline_count > 1)
		line(t, INK_STRONG, 0,
			arena_fmt(a, "Of %zu headline claims, %zu %s.", r->headline_count,
				r->headline_fail, r->headline_fail == 1 ? "does" : "do"));
	term_gap(t);
	for (size_t i = 0; i < r->rival_count; i++) {
		const struct swap_rival *v = &r->rivals[i];
		struct str seen =
			date_set(v->newest)
				? arena_fmt(a, ", newest %s", date_words(a, v->newest).at)
				: S("");
		line(t, INK_PLAIN, 2,
			arena_fmt(a,
				"%" PRI_STR
				" already says %zu and contests %zu; %" PRI_STR
				" of theirs in %" PRI_STR "%" PRI_STR ".",
				ARG_STR(utf8_safe(a, name_of(p, v->vendor), 60)),
				v->shared, v->contested,
				ARG_STR(plural(a, v->claims, "claim", "claims")),
				ARG_STR(plural(a, v->files, "page", "pages")),
				ARG_STR(seen)));
	}
	term_gap(t);
}

static enum ink ink_of(const struct swapped_claim *c)
{
	if (c->swaps)
		return c->headline ? INK_SERIOUS : INK_WATCH;
	return c->verdict == VERDICT_UNIQUE ? INK_GOOD : INK_DIM;
}

static void write_echo(struct term *t, const struct swap_page *p, const struct echo *e)
{
	struct arena *a = t->arena;
	struct str says = arena_fmt(
		a, "%" PRI_STR " says", ARG_STR(utf8_safe(a, name_of(p, e->vendor), 40)));
	term_to(t, HANG);
	term_put(t, INK_THEIRS, says);
	term_put(t, INK_THEIRS, S(" "));
	term_wrap(t, INK_THEIRS, LABEL_HANG,
		arena_fmt(a, "“%" PRI_STR "”",
			ARG_STR(utf8_safe(a, e->evidence.quote, QUOTE_SHOWN))));
	term_end(t);
	term_to(t, LABEL_HANG);
	term_place(t, INK_DIM, e->evidence.path, evidence_where(a, &e->evidence));
	if (date_set(e->evidence.captured))
		term_fmt(
			t, INK_DIM, ", saved %s", date_words(a, e->evidence.captured).at);
	term_end(t);
}

static struct str list_of(struct arena *a, const struct str *words, size_t count)
{
	struct buf out = { .max = 400 };
	for (size_t i = 0; i < count && i < WORDS_SHOWN; i++)
		buf_fmt(&out, "%s%" PRI_STR, i ? ", " : "", ARG_STR(words[i]));
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

static void write_claim(
	struct term *t, const struct swap_page *p, const struct swapped_claim *c)
{
	struct arena *a = t->arena;
	struct evidence at = { .path = c->copy->source->path,
		.place = c->sentence->place };
	const bool said = c->verdict == VERDICT_SHARED || c->verdict == VERDICT_CONTESTED;
	term_fmt(t, ink_of(c), "%s", verdict_name(c->verdict));
	term_to(t, 12);
	term_place(t, INK_DIM, at.path, evidence_where(a, &at));
	term_fmt(t, INK_DIM, ", %s",
		c->headline ? "headline claim"
			    : claim_level_name((enum claim_level)c->sentence->level));
	term_end(t);
	line(t, INK_STRONG, HANG, utf8_safe(a, c->sentence->text, QUOTE_SHOWN));
	if (c->swapped_with != SIZE_MAX && c->swaps)
		term_labelled(t, HANG, "With their name", INK_DIM, LABEL_HANG + 4,
			INK_PLAIN, utf8_safe(a, c->swapped, QUOTE_SHOWN));
	for (size_t i = 0; said && i < c->echo_count && i < 2; i++)
		if (c->echoes[i].verdict == VERDICT_SHARED ||
			c->echoes[i].verdict == VERDICT_CONTESTED)
			write_echo(t, p, &c->echoes[i]);
	line(t, INK_PLAIN, HANG, c->reason);
	if (c->swaps && c->missing_count)
		term_labelled(t, HANG, "To make it yours", INK_DIM, LABEL_HANG + 4,
			INK_PLAIN, list_of(a, c->missing, c->missing_count));
	term_gap(t);
}

// Loudest first: headline claims, then subheads, then the body; in each, the order of the
// files.
static int rank_of(const struct swapped_claim *c)
{
	if (c->headline)
		return 0;
	return c->sentence->level == LEVEL_HEADLINE  ? 1
	       : c->sentence->level == LEVEL_SUBHEAD ? 2
						     : 3;
}

static bool is_shown(const struct swap_page *p, const struct swapped_claim *c)
{
	return !c->copied_elsewhere && c->verdict != VERDICT_NOT_A_CLAIM &&
	       (p->all || c->swaps);
}

static void write_claims(struct term *t, const struct swap_page *p)
{
	size_t body = 0;
	for (int rank = 0; rank < 4; rank++)
		for (size_t i = 0; i < p->result->claim_count; i++) {
			const struct swapped_claim *c = &p->result->claims[i];
			if (!is_shown(p, c) || rank_of(c) != rank)
				continue;
			if (rank == 3 && !p->all && ++body > BODY_SHOWN)
				continue;
			write_claim(t, p, c);
		}
	if (body > BODY_SHOWN) {
		line(t, INK_DIM, 0,
			arena_fmt(t->arena,
				"and %zu more in body text; --all shows every claim.",
				body - BODY_SHOWN));
		term_gap(t);
	}
}

static void write_words(
	struct term *t, const char *label, const struct swap_word *words, size_t count)
{
	struct str text[WORDS_SHOWN];
	size_t n = count < WORDS_SHOWN ? count : WORDS_SHOWN;
	for (size_t i = 0; i < n; i++)
		text[i] = words[i].word;
	if (n)
		term_labelled(
			t, 0, label, INK_DIM, 20, INK_PLAIN, list_of(t->arena, text, n));
}

void swap_text(const struct swap_page *page, const struct look *look, struct buf *out)
{
	struct arena scratch = { 0 };
	struct term t;
	const struct swap_result *r = page->result;
	term_init(&t, out, &scratch, look);
	write_head(&t, page);
	write_rate(&t, page);
	write_claims(&t, page);
	write_words(&t, "Words you own", r->words.ours, r->words.ours_count);
	write_words(&t, "Words they own", r->words.theirs, r->words.theirs_count);
	write_words(&t, "Words all share", r->words.shared, r->words.shared_count);
	term_gap(&t);
	for (size_t i = 0; i < r->note_count; i++)
		line(&t, INK_DIM, 0, r->notes[i]);
	term_end(&t);
	arena_free(&scratch);
}

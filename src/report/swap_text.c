#include "report/swap_view.h"
#include "report/term.h"

enum { RIVALS_SHOWN = 12, WORDS_SHOWN = 8, HANG = 21, INDENT = 3, QUOTE = 5 };

// One page on its way out: claims that are shown are numbered through.
struct page {
	struct term t;
	struct swap_view v;
	size_t number;
	size_t more; // claims that were left out
};

static void sentence(struct term *t, enum ink ink, struct str text)
{
	term_to(t, 2);
	term_wrap(t, ink, 2, text);
	term_end(t);
}

// "To make it yours: add a number"
static void remark(struct term *t, const char *label, struct str text)
{
	if (!text.len)
		return;
	term_to(t, INDENT);
	term_put(t, INK_DIM, str_of(label));
	term_put(t, INK_PLAIN, S(" "));
	term_wrap(t, INK_PLAIN, QUOTE, text);
	term_end(t);
}

static void heading(struct term *t, const char *title, struct str figure)
{
	term_gap(t);
	term_with_figure(t, INK_STRONG, 0, str_of(title), INK_STRONG, figure);
}

static void write_dateline(struct page *p)
{
	term_put(&p->t, INK_STRONG, p->v.company);
	term_put(&p->t, INK_PLAIN, S(" "));
	term_wrap(&p->t, INK_DIM, 0, p->v.dateline);
	term_gap(&p->t);
}

static void write_rivals(struct page *p)
{
	const struct swap_result *r = p->v.result;
	struct term *t = &p->t;
	if (r->rival_count < 2)
		return;
	term_gap(t);
	for (size_t i = 0; i < r->rival_count && i < RIVALS_SHOWN; i++) {
		const struct swap_rival *rival = &r->rivals[i];
		term_to(t, 2);
		term_put(t, INK_THEIRS, view_vendor(&p->v, rival->vendor));
		term_to(t, HANG);
		term_wrap(t, INK_PLAIN, HANG, view_rival_line(&p->v, rival));
		term_end(t);
	}
	if (r->rival_count > RIVALS_SHOWN)
		sentence(t, INK_DIM,
			arena_fmt(t->arena, "And %zu more competitors.",
				r->rival_count - RIVALS_SHOWN));
}

// The claim, where it stands, and how loud it is there.
static void write_ours(struct page *p, const struct swapped_claim *c)
{
	struct term *t = &p->t;
	term_fmt(t, INK_DIM, "%zu", ++p->number);
	term_to(t, p->number < 100 ? INDENT : INDENT + 1);
	term_wrap(t, INK_STRONG, INDENT, view_quote(&p->v, c->sentence->text));
	term_end(t);
	const struct str where = view_where(&p->v, c);
	term_to(t, INDENT);
	term_put(t, INK_DIM, view_level(c));
	if (t->column + utf8_columns(where) + 3 <= t->limit)
		term_put(t, INK_DIM, S(" · "));
	else
		term_end(t);
	term_to(t, t->column ? t->column : INDENT);
	term_place(t, INK_DIM, c->copy->source->path, where);
	term_end(t);
}

static void write_swapped(struct page *p, const struct swapped_claim *c)
{
	struct term *t = &p->t;
	term_to(t, INDENT);
	term_put(t, INK_DIM, S("With their name on it:"));
	term_end(t);
	term_to(t, QUOTE);
	term_wrap(t, INK_PLAIN, QUOTE, view_quote(&p->v, c->swapped));
	term_end(t);
}

// "What Plausible says (plausible.html:3:1, seen 2 October 2026):" and the quote.
static void write_theirs(struct page *p, const struct echo *e)
{
	struct term *t = &p->t;
	struct str quote;
	struct span *marks;
	const size_t count = view_marked(
		&p->v, e->evidence.quote, e->shared, e->shared_count, &quote, &marks);
	const struct str where = arena_fmt(t->arena, "%" PRI_STR "%" PRI_STR,
		ARG_STR(evidence_where(t->arena, &e->evidence)),
		ARG_STR(view_seen(&p->v, &e->evidence)));
	term_to(t, INDENT);
	term_put(t, INK_DIM, S("What "));
	term_put(t, INK_THEIRS, view_vendor(&p->v, e->vendor));
	term_put(t, INK_DIM, S(" says:"));
	term_end(t);
	term_to(t, QUOTE);
	term_wrap_marked(t, INK_STRONG, QUOTE, quote, marks, count);
	term_end(t);
	term_to(t, QUOTE);
	term_place(t, INK_DIM, e->evidence.path, where);
	term_end(t);
}

static void write_advice(struct page *p, const struct swapped_claim *c)
{
	struct term *t = &p->t;
	if (!c->ask_count)
		remark(t, "To make it yours:", view_missing(&p->v, c));
	for (size_t i = 0; i < c->ask_count; i++)
		remark(t, i ? "And" : "To make it yours:", c->asks[i]);
	if (c->better)
		remark(t, "Or lead with what only you say:",
			arena_fmt(t->arena, "%" PRI_STR " (%" PRI_STR ")",
				ARG_STR(view_quote(&p->v, c->better->sentence->text)),
				ARG_STR(view_where(&p->v, c->better))));
}

static void write_claim(struct page *p, const struct swapped_claim *c)
{
	struct term *t = &p->t;
	write_ours(p, c);
	if (view_reads_as_theirs(c))
		write_swapped(p, c);
	if (view_shows_echo(c))
		write_theirs(p, &c->echoes[0]);
	remark(t, "Why:", c->reason);
	if (c->swaps)
		write_advice(p, c);
}

// Where the heading has said why, the sentence and one remark are enough.
static void write_short(struct page *p, const struct swapped_claim *c)
{
	struct term *t = &p->t;
	write_ours(p, c);
	if (view_reads_as_theirs(c))
		remark(t, "Read it as:", view_quote(&p->v, c->swapped));
	if (c->swaps) {
		write_advice(p, c);
	} else {
		const struct str words =
			view_list(&p->v, c->checkable, c->checkable_count);
		remark(t, "What can be checked:", words);
		remark(t, "Proof:", view_proof(&p->v, c));
	}
}

static void write_section(struct page *p, enum swap_deed deed)
{
	const struct swap_section *s = view_section(&p->v, deed);
	const struct swapped_claim **claims = NULL;
	struct term *t = &p->t;
	const size_t count = view_claims(&p->v, deed, &claims);
	const size_t shown = t->look.all || count < s->shown ? count : s->shown;
	if (!count)
		return;
	heading(t, s->title,
		shown < count ? arena_fmt(t->arena, "%zu of %zu", shown, count)
			      : arena_fmt(t->arena, "%zu", count));
	term_wrap(t, INK_DIM, 0, str_of(s->about));
	for (size_t i = 0; i < shown; i++) {
		term_gap(t);
		(s->in_short ? write_short : write_claim)(p, claims[i]);
	}
	p->more += count - shown;
}

static void write_words(struct page *p)
{
	const struct swap_words *w = &p->v.result->words;
	const struct {
		const char *label;
		const struct swap_word *words;
		size_t count;
	} ROWS[] = {
		{ "You say more", w->ours, w->ours_count },
		{ "They say more", w->theirs, w->theirs_count },
		{ "All say", w->shared, w->shared_count },
	};
	if (!w->ours_count && !w->theirs_count)
		return;
	heading(&p->t, "Words", S(""));
	for (size_t i = 0; i < COUNT(ROWS); i++)
		term_labelled(&p->t, 2, ROWS[i].label, INK_DIM, HANG - 2, INK_PLAIN,
			view_words(&p->v, ROWS[i].words,
				ROWS[i].count < WORDS_SHOWN ? ROWS[i].count
							    : WORDS_SHOWN));
}

static void write_drift(struct page *p)
{
	const struct swap_result *r = p->v.result;
	if (!r->drift_count)
		return;
	heading(&p->t, "Drift", S(""));
	for (size_t i = 0; i < r->drift_count; i++)
		sentence(&p->t, INK_PLAIN, r->drifts[i].sentence);
}

static void write_notes(struct page *p)
{
	const struct swap_result *r = p->v.result;
	if (p->more) {
		term_gap(&p->t);
		sentence(&p->t, INK_STRONG,
			arena_fmt(p->t.arena, "%zu more %s: --all", p->more,
				view_plural(p->more, "claim", "claims")));
	}
	if (!r->note_count)
		return;
	heading(&p->t, "What this could not see", S(""));
	for (size_t i = 0; i < r->note_count; i++)
		sentence(&p->t, INK_DIM, r->notes[i]);
}

void swap_text(const struct workspace *ws, const struct swap_result *result,
	const struct look *look, struct buf *out)
{
	struct arena a = { 0 };
	struct page p = { 0 };
	term_init(&p.t, out, &a, look);
	view_init(&p.v, ws, result, &a);
	write_dateline(&p);
	for (size_t i = 0; i < p.v.headline_count; i++)
		sentence(&p.t, i ? INK_PLAIN : INK_STRONG, p.v.headlines[i]);
	write_rivals(&p);
	for (int deed = 0; deed < DEED_COUNT; deed++)
		write_section(&p, (enum swap_deed)deed);
	write_words(&p);
	write_drift(&p);
	write_notes(&p);
	term_end(&p.t);
	arena_free(&a);
}

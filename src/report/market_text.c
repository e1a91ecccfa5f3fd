// What buyers say, on a terminal.
#include "report/market_view.h"
#include "report/term.h"

enum { SHOWN = 12, HANG = 2, WORDS_SHOWN = 8, WORDS_HANG = 22 };

static void write_head(struct term *t, const struct market_page *p)
{
	const struct str company = p->ws->config.company;
	struct str headlines[MARKET_HEADLINES];
	term_put(t, INK_STRONG, company.len ? company : S("This folder"));
	term_put(t, INK_PLAIN, S(" "));
	term_wrap(t, INK_DIM, 0,
		arena_fmt(t->arena, "%" PRI_STR ": %" PRI_STR,
			ARG_STR(date_words(t->arena, p->ws->as_of)),
			ARG_STR(market_dateline(p, t->arena))));
	term_gap(t);
	const size_t count = market_headlines(p, t->arena, headlines);
	for (size_t i = 0; i < count; i++) {
		term_to(t, HANG);
		term_wrap(t, i ? INK_PLAIN : INK_STRONG, HANG, headlines[i]);
		term_end(t);
	}
}

static void write_quote(struct term *t, const struct backing_quote *q)
{
	if (q->evidence.quote.len) {
		term_to(t, HANG + 2);
		term_wrap(t, INK_PLAIN, HANG + 2,
			arena_fmt(t->arena, "“%" PRI_STR "”",
				ARG_STR(utf8_safe(t->arena, q->evidence.quote, 280))));
		term_end(t);
	}
	term_to(t, HANG + 2);
	term_place(t, INK_DIM, q->evidence.path, evidence_where(t->arena, &q->evidence));
	if (q->declared)
		term_put(t, INK_DIM, S(" (named by your own file)"));
	term_end(t);
}

static void write_backing(
	struct term *t, const struct market_page *p, const struct backing *b)
{
	struct arena *a = t->arena;
	const struct str words = utf8_safe(a, b->text, 280);
	const enum ink ink = b->recent >= MARKET_FEW ? INK_OURS
			     : b->recent	     ? INK_PLAIN
						     : INK_WATCH;
	term_to(t, HANG);
	term_with_figure(t, INK_PLAIN, HANG,
		b->id.len ? arena_fmt(a, "%" PRI_STR " %" PRI_STR,
				    ARG_STR(utf8_safe(a, b->id, 40)), ARG_STR(words))
			  : words,
		ink, market_figure(b, a));
	if (b->buyers || b->assumed.len) {
		term_to(t, HANG + 2);
		term_wrap(t, INK_DIM, HANG + 2, market_since(p, b, a));
		term_end(t);
	}
	if (b->quote_count)
		write_quote(t, &b->quotes[0]);
}

static void write_group(
	struct term *t, const struct market_page *p, const struct market_group *group)
{
	const struct market *m = p->market;
	size_t count = 0;
	for (size_t i = 0; i < m->backing_count; i++) {
		const struct backing *b = &m->backings[i];
		if (!market_in_group(group, b))
			continue;
		if (!count++) {
			term_gap(t);
			term_put(t, INK_STRONG, str_of(group->title));
			term_end(t);
		}
		if (count <= SHOWN)
			write_backing(t, p, b);
	}
	if (count <= SHOWN)
		return;
	term_to(t, HANG);
	term_put(t, INK_DIM,
		arena_fmt(t->arena,
			"And %zu more; candor market --format json lists all.",
			count - SHOWN));
	term_end(t);
}

static void write_title(struct term *t, const char *title)
{
	term_gap(t);
	term_put(t, INK_STRONG, str_of(title));
	term_end(t);
}

// One word a line, with its interval.
static void write_word(struct term *t, const struct market_gap *g,
	const struct market_word *w, bool theirs)
{
	struct arena *a = t->arena;
	term_to(t, HANG);
	term_put(t, INK_PLAIN,
		arena_fmt(a, "“%" PRI_STR "”", ARG_STR(utf8_safe(a, w->word, 40))));
	term_to(t, WORDS_HANG);
	term_wrap(t, INK_DIM, WORDS_HANG,
		theirs ? arena_fmt(a,
				 "%zu of %zu buyers, %" PRI_STR "; %zu of %zu pages%s",
				 w->buyers, g->buyers, ARG_STR(words_range(a, &w->share)),
				 w->pages, g->pages, w->q <= 0.1 ? "" : " (may be luck)")
		       : arena_fmt(a,
				 "%zu of %zu pages; %zu of %zu buyers, %" PRI_STR "%s",
				 w->pages, g->pages, w->buyers, g->buyers,
				 ARG_STR(words_range(a, &w->share)),
				 w->q <= 0.1 ? "" : " (may be luck)"));
	term_end(t);
}

static void write_role(struct term *t, const struct market_gap *g)
{
	struct arena *a = t->arena;
	if (!g->their_count && !g->our_count)
		return;
	term_gap(t);
	term_put(t, INK_STRONG,
		arena_fmt(a, "Words of %zu buyers: %" PRI_STR, g->buyers,
			ARG_STR(utf8_safe(a, g->persona, 60))));
	term_end(t);
	term_labelled(t, HANG, "They say", INK_DIM, WORDS_HANG, INK_PLAIN,
		market_words_theirs(g, WORDS_SHOWN, a));
	term_labelled(t, HANG, "Only you say", INK_DIM, WORDS_HANG, INK_PLAIN,
		market_words_ours(g, WORDS_SHOWN, a));
}

static void write_words(struct term *t, const struct market_page *p)
{
	const struct market_gap *g = &p->gaps->at[0];
	if (!p->gaps->count)
		return;
	if (g->their_count)
		write_title(t, "Buyers say, and your pages hardly do");
	for (size_t i = 0; i < g->their_count && i < WORDS_SHOWN; i++)
		write_word(t, g, &g->theirs[i], true);
	if (g->our_count)
		write_title(t, "Your pages say, and hardly any buyer does");
	for (size_t i = 0; i < g->our_count && i < WORDS_SHOWN; i++)
		write_word(t, g, &g->ours[i], false);
	for (size_t i = 1; i < p->gaps->count; i++)
		write_role(t, &p->gaps->at[i]);
}

static void write_notes(struct term *t, const struct market_page *p)
{
	struct str notes[MARKET_NOTES];
	const size_t count = market_notes(p, t->arena, notes);
	if (!count)
		return;
	term_gap(t);
	term_put(t, INK_STRONG, S("How this was counted"));
	term_end(t);
	for (size_t i = 0; i < count; i++) {
		term_to(t, HANG);
		term_wrap(t, INK_DIM, HANG, notes[i]);
		term_end(t);
	}
}

void market_text(const struct market_page *p, const struct look *look, struct buf *out)
{
	struct arena a = { 0 };
	struct term t;
	term_init(&t, out, &a, look);
	write_head(&t, p);
	for (const struct market_group *g = market_groups; g->title; g++)
		write_group(&t, p, g);
	write_words(&t, p);
	write_notes(&t, p);
	term_end(&t);
	arena_free(&a);
}

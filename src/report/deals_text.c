// Win rates on a terminal.
#include "report/deals_page.h"
#include "report/term.h"

enum { ROWS_SHOWN = 12, NOTES_SHOWN = 12, SENTENCES_SHOWN = 4, RATE_CASES = 30 };

// Where the columns of a row begin, for the width at hand.
struct layout {
	size_t name;	 // columns of the name, from column 2 on
	size_t interval; // column and width of the drawing; 0 wide when there is no room
	size_t drawing;
	size_t counts; // columns of "24 of 89", right-aligned
};

static struct layout layout_of(const struct look *look, const struct deals_by *by)
{
	struct layout l = { .counts = 15 };
	size_t longest = 8, most = look->width / 4;
	for (size_t i = 0; i < by->group_count && i < ROWS_SHOWN; i++) {
		size_t columns = utf8_columns(by->groups[i].key);
		longest = columns > longest ? columns : longest;
	}
	l.name = longest < most ? longest : most;
	l.interval = 2 + l.name + 2;
	// counts, "100%" and "below" with their gaps
	size_t taken = l.interval + 2 + l.counts + 6 + 7;
	l.drawing = look->width > taken + 10 ? look->width - taken : 0;
	return l;
}

static void write_head(struct term *t, const struct deals_page *p)
{
	const struct workspace *ws = p->ws;
	struct str company = ws->config.company;
	size_t decided = p->overall->counts[DEAL_WON] + p->overall->counts[DEAL_LOST];
	term_put(t, INK_STRONG, company.len ? company : S("This folder"));
	term_fmt(t, INK_DIM, ", %s: %s deals, %s decided",
		date_words(t->arena, ws->as_of).at,
		words_number(t->arena, ws->deals.count).at,
		words_number(t->arena, decided).at);
	term_gap(t);
	term_to(t, 2);
	term_wrap(t, INK_STRONG, 2, p->overall->sentence);
	term_end(t);
	term_to(t, 2);
	struct str rule = p->overall->rule;
	if (!rule.len)
		return;
	if (p->overall->rate.n >= RATE_CASES && t->look.width >= 60)
		rule = arena_fmt(t->arena,
			"%" PRI_STR
			" The upright in each drawing is the rate of all deals, %d%%.",
			ARG_STR(rule), words_percent(p->overall->rate.value));
	term_wrap(t, INK_DIM, 2, rule);
	term_gap(t);
}

static void write_empty(struct term *t)
{
	term_to(t, 2);
	term_wrap(t, INK_PLAIN, 2,
		S("Put a CRM export beside the other files, as CSV, Excel or JSON, with "
		  "the columns "
		  "deal_id, stage, amount, created, closed and competitors: from 5 "
		  "decided deals "
		  "against one competitor on it says whether you win, and from 30 how "
		  "often."));
	term_gap(t);
}

static const char *verdict_word(enum group_verdict v)
{
	return v == GROUP_BELOW ? "below" : v == GROUP_ABOVE ? "above" : "";
}

static enum ink verdict_ink(enum group_verdict v)
{
	switch (v) {
	case GROUP_BELOW:
		return INK_THEIRS;
	case GROUP_ABOVE:
		return INK_OURS;
	case GROUP_TOO_FEW:
	case GROUP_LIKE_REST:
		return INK_PLAIN;
	}
	return INK_PLAIN;
}

static void write_key(struct term *t, const struct layout *l, struct str key)
{
	size_t fits = utf8_cut(key, l->name);
	term_to(t, 2);
	if (fits < key.len) {
		term_put(t, INK_PLAIN, str_cut(key, 0, utf8_cut(key, l->name - 1)));
		term_emit(t, INK_PLAIN, t->look.utf8 ? S("…") : S("."));
		return;
	}
	term_put(t, INK_PLAIN, key);
}

static struct str counts_of(struct arena *a, const struct deal_group *g)
{
	const struct estimate *e = &g->rate;
	const size_t *n = g->counts;
	if (e->n)
		return arena_fmt(a, "%s of %s", words_number(a, e->k).at,
			words_number(a, e->n).at);
	if (n[DEAL_WON] || n[DEAL_LOST])
		return arena_fmt(a, "%s won, %s lost", words_number(a, n[DEAL_WON]).at,
			words_number(a, n[DEAL_LOST]).at);
	return arena_fmt(a, "%s open", words_number(a, n[DEAL_OPEN]).at);
}

static void write_group(struct term *t, const struct deals_page *p,
	const struct layout *l, const struct deals_by *by, const struct deal_group *g)
{
	struct arena *a = t->arena;
	const struct estimate *e = &g->rate;
	enum ink ink = verdict_ink(g->verdict);
	const double overall = by->kind == DEALS_RATES && p->overall->rate.n
				       ? p->overall->rate.value
				       : -1;
	const bool few = by->kind == DEALS_RATES && g->verdict == GROUP_TOO_FEW;
	write_key(t, l, g->key);
	term_to(t, l->interval);
	if (l->drawing) {
		struct estimate none = { 0 };
		term_interval(t, ink, l->drawing, few ? &none : e, overall);
		term_put(t, INK_PLAIN, S("  "));
	}
	term_right(t, INK_PLAIN, l->counts, counts_of(a, g));
	if (e->n >= RATE_CASES && !few)
		term_right(
			t, INK_STRONG, 6, arena_fmt(a, "%d%%", words_percent(e->value)));
	if (g->verdict > GROUP_LIKE_REST)
		term_fmt(t, ink, "  %s", verdict_word(g->verdict));
	else if (g->partial)
		term_put(t, INK_DIM, S("  in part"));
	term_end(t);
}

// "0%        50%        100%" above the drawings.
static void write_scale(struct term *t, const struct layout *l)
{
	if (l->drawing < 16)
		return;
	term_to(t, l->interval);
	term_put(t, INK_DIM, S("0%"));
	term_to(t, l->interval + l->drawing / 2 - 1);
	term_put(t, INK_DIM, S("50%"));
	term_to(t, l->interval + l->drawing - 4);
	term_put(t, INK_DIM, S("100%"));
	term_end(t);
}

static void write_example(struct term *t, const struct evidence *e)
{
	term_to(t, 4);
	struct str at = evidence_where(t->arena, e);
	term_place(t, INK_DIM, e->path, at);
	term_put(t, INK_DIM, S("  "));
	term_wrap(t, INK_DIM, 6,
		arena_fmt(t->arena, "%" PRI_STR "%s%" PRI_STR "%s", ARG_STR(e->note),
			e->quote.len ? ": \"" : "",
			ARG_STR(utf8_safe(t->arena, e->quote, 120)),
			e->quote.len ? "\"" : ""));
	term_end(t);
}

// The groups that stand out, in words, with the deals behind them.
static void write_sentences(struct term *t, const struct deals_by *by)
{
	size_t shown = 0;
	for (size_t i = 0; i < by->group_count && shown < SENTENCES_SHOWN; i++) {
		const struct deal_group *g = &by->groups[i];
		if (g->verdict <= GROUP_LIKE_REST)
			continue;
		shown++;
		term_to(t, 2);
		term_wrap(t, INK_PLAIN, 2, g->sentence);
		term_end(t);
		for (size_t k = 0; k < g->example_count; k++)
			write_example(t, &g->examples[k]);
	}
}

static void write_rows(
	struct term *t, const struct deals_page *p, const struct deals_by *by)
{
	struct layout l = layout_of(&t->look, by);
	write_scale(t, &l);
	// The last periods are the ones one looks for; the largest groups otherwise.
	const size_t count = by->group_count, most = ROWS_SHOWN;
	const size_t from = by->in_order && count > most ? count - most : 0;
	for (size_t i = 0; i < count && i < most; i++)
		write_group(t, p, &l, by, &by->groups[from + i]);
	if (count > most) {
		term_to(t, 2);
		term_fmt(t, INK_DIM, "and %zu more; --format json lists them",
			count - most);
		term_end(t);
	}
}

static void write_table(
	struct term *t, const struct deals_page *p, const struct deals_by *by)
{
	term_fmt(t, INK_STRONG, "By %" PRI_STR, ARG_STR(by->noun));
	term_end(t);
	term_to(t, 2);
	term_wrap(t, INK_PLAIN, 2, by->sentence);
	term_end(t);
	if (by->hidden) {
		term_to(t, 2);
		term_wrap(t, INK_DIM, 2,
			S("Persons are counted and not shown; privacy: {name_people: "
			  "true} in "
			  "candor.yaml shows them."));
		term_end(t);
	}
	if (by->group_count) {
		write_rows(t, p, by);
		write_sentences(t, by);
	}
	if (by->rule.len) {
		term_to(t, 2);
		term_wrap(t, INK_DIM, 2, by->rule);
		term_end(t);
	}
	term_gap(t);
}

static void write_notes(struct term *t, const struct notes *notes)
{
	if (!notes->count)
		return;
	term_fmt(t, INK_STRONG, "What the exports do not say, or say twice (%zu)",
		notes->count);
	term_end(t);
	for (size_t i = 0; i < notes->count && i < NOTES_SHOWN; i++) {
		term_to(t, 2);
		term_wrap(t, INK_DIM, 4, notes->at[i]);
		term_end(t);
	}
	if (notes->count > NOTES_SHOWN) {
		term_to(t, 2);
		term_fmt(t, INK_DIM, "and %zu more; --format json lists them",
			notes->count - NOTES_SHOWN);
		term_end(t);
	}
}

void deals_text(const struct deals_page *page, const struct look *look, struct buf *out)
{
	struct arena scratch = { 0 };
	struct term t;
	term_init(&t, out, &scratch, look);
	write_head(&t, page);
	if (!page->ws->deals.count)
		write_empty(&t);
	for (size_t i = 0; i < page->count; i++)
		write_table(&t, page, &page->by[i]);
	write_notes(&t, &page->ws->deals.notes);
	arena_free(&scratch);
}

// The web on a terminal: sentences first, then the relationships that matter, then what
// could not be seen.
#include <math.h>

#include "report/term.h"
#include "report/web_terminal.h"

enum { ROWS = 12, NOTES = 6, HANG = 4 };

static void heading(struct web_terminal *t, const char *title)
{
	term_gap(&t->term);
	term_put(&t->term, INK_STRONG, str_of(title));
	term_end(&t->term);
}

void web_terminal_open(struct web_terminal *t, const struct web_page *page,
	const struct look *look, struct buf *out, struct arena *scratch)
{
	*t = (struct web_terminal){ .words = spelling_of(page, scratch) };
	term_init(&t->term, out, scratch, look);
}

void web_terminal_line(
	struct web_terminal *t, size_t indent, enum ink ink, struct str text)
{
	if (!text.len)
		return;
	term_to(&t->term, indent);
	term_wrap(&t->term, ink, indent, text);
	term_end(&t->term);
}

void web_terminal_notice(struct web_terminal *t)
{
	term_gap(&t->term);
	if (!t->seen_is_said)
		web_terminal_line(t, 0, INK_DIM, t->words.web->seen);
	web_terminal_line(t, 0, INK_DIM, str_of(WEB_NOTICE));
}

static void write_head(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	const struct str start = spell_start(&t->words);
	web_terminal_line(t, 0, INK_STRONG, spell_title(&t->words));
	web_terminal_line(t, 0, INK_DIM, spell_base(&t->words));
	term_gap(&t->term);
	if (start.len) {
		web_terminal_line(t, 0, INK_STRONG, start);
		web_terminal_line(t, 0, INK_PLAIN, web->choice.sentence);
		return;
	}
	web_terminal_line(t, 0, INK_STRONG, web->choice.sentence);
	if (web->basis != WEB_BASIS_STRENGTH)
		web_terminal_line(t, 0, INK_PLAIN, web->sentence);
}

static struct str number_of(struct web_terminal *t, size_t pick)
{
	return arena_fmt(t->term.arena, "%zu", pick + 1);
}

static struct str mark_of(const struct web_terminal *t, const struct web_pick *p)
{
	const bool firm = p->firmness == WEB_FIRM;
	if (t->term.look.utf8)
		return firm ? S("●") : S("○");
	return firm ? S("*") : S("o");
}

static void write_pick(struct web_terminal *t, size_t pick)
{
	const struct web_pick *p = &t->words.web->choice.picks[pick];
	const struct web_link *l = &t->words.web->links[p->link];
	const struct web_move *move = spell_move(&t->words, p->link);
	struct term *term = &t->term;
	term_gap(term);
	term_put(term, INK_THEIRS, number_of(t, pick));
	term_to(term, 2);
	term_emit(term, INK_THEIRS, mark_of(t, p));
	term_to(term, HANG);
	term_with_figure(term, INK_STRONG, HANG, spell_ends(&t->words, l), INK_STRONG,
		spell_figures(&t->words, l));
	web_terminal_line(
		t, HANG, INK_PLAIN, spell_after_ends(&t->words, l, p->sentence));
	term_labelled(term, HANG, "Yours", INK_STRONG, HANG + 6, INK_PLAIN,
		l->own_move.len
			? arena_fmt(term->arena, "%" PRI_STR " (your drawing)",
				  ARG_STR(utf8_safe(term->arena, l->own_move, 200)))
			: S(""));
	if (!move)
		return;
	const size_t hang = HANG + (move->speaks ? 6 : 8);
	term_labelled(term, HANG, move->speaks ? "Bring" : "Missing", INK_STRONG, hang,
		INK_PLAIN, move->text);
	if (move->file.len)
		web_terminal_line(t, hang, INK_DIM, move->file);
}

static void write_draws(struct web_terminal *t)
{
	const struct str text = t->words.web->choice.draws_sentence;
	if (!text.len || !t->words.web->choice.pick_count)
		return;
	term_gap(&t->term);
	web_terminal_line(t, HANG, INK_DIM, text);
}

// How wide the names of the rows are, and whether a row fits on one line.
struct columns {
	size_t name, bar;
	bool stacked;
};

static struct columns columns_of(
	struct web_terminal *t, const size_t *links, size_t count)
{
	enum { FIGURES = 11, VERDICT = 14, AIR = 8, BAR_MIN = 8, BAR_MAX = 24 };
	struct columns c = { 0 };
	for (size_t i = 0; i < count; i++) {
		const struct web_link *l = &t->words.web->links[links[i]];
		const size_t a = utf8_columns(spell_name(&t->words, l->a));
		const size_t b = utf8_columns(spell_name(&t->words, l->b));
		c.name = a > c.name ? a : c.name;
		c.name = b > c.name ? b : c.name;
	}
	const size_t used = 2 * c.name + FIGURES + VERDICT + AIR;
	const size_t width = t->term.look.width;
	c.stacked = used + BAR_MIN > width;
	c.bar = c.stacked ? width / 3 : width - used;
	c.bar = c.bar > BAR_MAX ? BAR_MAX : c.bar;
	return c;
}

// "──╌╌╌╌": observed, and what is missing of what is needed; the length is the need.
static void put_bar(struct web_terminal *t, const struct web_link *l, size_t columns)
{
	struct term *term = &t->term;
	struct buf seen = { 0 }, missing = { 0 };
	const bool known = spell_has_strength(&t->words, l);
	const double share = (l->share_ab + l->share_ba) / 2;
	const double observed = known ? l->observed
				: t->words.web->basis != WEB_BASIS_STRENGTH && share > 0
					? share
					: 0;
	const double all = fmax(observed, known ? l->needed : 0) * (double)columns;
	const size_t full = (size_t)(all + .5);
	size_t there = (size_t)(observed * (double)columns + .5);
	if ((observed > 0 || (known && l->withheld)) && !there)
		there = 1; // something is not nothing
	buf_repeat(&seen, term->look.utf8 ? S("─") : S("="), there);
	buf_repeat(&missing, term->look.utf8 ? S("╌") : S("."),
		full > there ? full - there : 0);
	const size_t end = term->column + columns;
	term_emit(term, INK_OURS, buf_str(&seen));
	term_emit(term, INK_THEIRS, buf_str(&missing));
	term_to(term, end);
	buf_done(&seen);
	buf_done(&missing);
}

static bool any_needed(const struct web *web)
{
	for (size_t i = 0; i < web->link_count; i++)
		if (web->links[i].needed > 0)
			return true;
	return false;
}

// Where there are only shares of attention.
static struct str share_words(const struct web *web, const struct web_link *l)
{
	if (!web->nodes[l->a].has_rows || !web->nodes[l->b].has_rows)
		return S("no data");
	if (l->under_five)
		return S("under 5 pairs");
	return l->withheld ? S("withheld") : l->needed > 0 ? S("needed") : S("");
}

static struct str verdict_words(struct web_terminal *t, const struct web_link *l)
{
	const struct web_pick *p =
		spell_pick(&t->words, (size_t)(l - t->words.web->links));
	if (p)
		return arena_fmt(t->term.arena, "%" PRI_STR " %s", ARG_STR(mark_of(t, p)),
			spell_firmness(p));
	if (t->words.web->basis != WEB_BASIS_STRENGTH)
		return share_words(t->words.web, l);
	return any_needed(t->words.web) ? str_of(spell_verdict(l)) : S("");
}

// What stands in the column of figures.
static struct str row_figure(struct web_terminal *t, const struct web_link *l)
{
	if (t->words.web->basis == WEB_BASIS_STRENGTH)
		return spell_figures(&t->words, l);
	const struct web_node *nodes = t->words.web->nodes;
	return nodes[l->a].has_rows && nodes[l->b].has_rows
		       ? spell_percent(&t->words, (l->share_ab + l->share_ba) / 2)
		       : S("–");
}

static void put_verdict(struct web_terminal *t, const struct web_link *l)
{
	const bool chosen =
		spell_pick(&t->words, (size_t)(l - t->words.web->links)) != NULL;
	const bool gap = l->verdict == WEB_GAP || l->verdict == WEB_POSSIBLE_GAP;
	term_emit(&t->term,
		chosen || gap		   ? INK_THEIRS
		: l->verdict == WEB_ENOUGH ? INK_GOOD
					   : INK_DIM,
		verdict_words(t, l));
	term_end(&t->term);
}

static void put_row(struct web_terminal *t, const struct web_link *l, struct columns c)
{
	struct term *term = &t->term;
	term_to(term, 2);
	term_put(term, INK_PLAIN, spell_name(&t->words, l->a));
	term_to(term, 2 + c.name + 2);
	put_bar(t, l, c.bar);
	term_put(term, INK_PLAIN, S(" "));
	term_to(term, 2 + c.name + 2 + c.bar + 2);
	term_put(term, INK_PLAIN, spell_name(&t->words, l->b));
	term_to(term, 2 + 2 * c.name + 2 + c.bar + 2 + 2);
	term_put(term, INK_STRONG, row_figure(t, l));
	if (verdict_words(t, l).len)
		term_to(term, 2 + 2 * c.name + 2 + c.bar + 2 + 2 + 12);
	put_verdict(t, l);
}

static void put_stacked(
	struct web_terminal *t, const struct web_link *l, struct columns c)
{
	struct term *term = &t->term;
	term_to(term, 2);
	term_with_figure(term, INK_PLAIN, 2, spell_ends(&t->words, l), INK_STRONG,
		row_figure(t, l));
	term_to(term, 4);
	put_bar(t, l, c.bar);
	term_to(term, 4 + c.bar + 2);
	put_verdict(t, l);
}

static void write_key(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	if (web->basis != WEB_BASIS_STRENGTH) {
		web_terminal_line(t, 2, INK_DIM,
			S("The figure is the share of attention each gives the other, "
			  "both ways "
			  "averaged."));
		return;
	}
	web_terminal_line(t, 2, INK_DIM,
		t->term.look.utf8 ? S("── observed · ╌╌ missing of what is needed")
				  : S("== observed, .. missing of what is needed"));
	web_terminal_line(t, 2, INK_DIM, web->sentence);
}

static void write_links(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	size_t *links = ARENA_ARRAY(t->term.arena, size_t, web->link_count + 1);
	const size_t count = spell_links(&t->words, links);
	const size_t shown = t->term.look.all || count < ROWS ? count : ROWS;
	if (!count)
		return;
	heading(t, any_needed(web) ? "Relationships that matter"
				   : "The strongest relationships");
	write_key(t);
	const struct columns c = columns_of(t, links, shown);
	for (size_t i = 0; i < shown; i++)
		if (c.stacked)
			put_stacked(t, &web->links[links[i]], c);
		else
			put_row(t, &web->links[links[i]], c);
	if (shown < count)
		web_terminal_line(t, 2, INK_DIM,
			arena_fmt(t->term.arena, "and %zu more: candor web --all",
				count - shown));
}

static void write_aims(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	if (!web->aim_count)
		return;
	heading(t, "Objectives");
	for (size_t i = 0; i < web->aim_count; i++)
		web_terminal_line(t, 2, INK_PLAIN, web->aims[i].sentence);
}

static void write_own(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	if (web->own == WEB_NONE || web->basis == WEB_BASIS_EMPTY)
		return;
	const struct web_node *n = &web->nodes[web->own];
	if (!n->state.len && !web->circle_sentence.len)
		return;
	heading(t, "Where we stand: one of the ring, not its middle");
	web_terminal_line(t, 2, INK_PLAIN, n->state);
	web_terminal_line(t, 2, INK_PLAIN, web->circle_sentence);
	if (web->basis == WEB_BASIS_STRENGTH && n->between_rank)
		web_terminal_line(t, 2, INK_PLAIN, spell_between(&t->words, n));
	for (size_t i = 0; t->words.page->kinds && i < web->link_count; i++)
		web_terminal_line(t, 2, INK_PLAIN, t->words.page->kinds[i].lopsided);
}

static bool is_telling(const struct web_node *n)
{
	return n->ignored || n->way.len || web_alike_of(n) != WEB_ALIKE;
}

static void write_functions(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	bool any = false;
	for (size_t i = 0; i < web->node_count; i++)
		any |= i != web->own && (is_telling(&web->nodes[i]) || t->term.look.all);
	if (!any || web->basis == WEB_BASIS_EMPTY)
		return;
	heading(t, "Functions");
	for (size_t i = 0; i < WEB_ALIKE; i++)
		web_terminal_line(t, 2, INK_PLAIN, web->alike[i]);
	for (size_t i = 0; i < web->node_count; i++)
		if (i != web->own && (is_telling(&web->nodes[i]) || t->term.look.all))
			web_terminal_line(
				t, 2, INK_PLAIN, spell_function(&t->words, (uint32_t)i));
}

static void write_bridges(struct web_terminal *t)
{
	const struct web_page *p = t->words.page;
	if (p->bridge_count)
		heading(t, "They speak of the same and not with each other");
	for (size_t i = 0; i < p->bridge_count; i++)
		web_terminal_line(t, 2, INK_PLAIN, p->bridges[i].sentence);
}

static void write_ledger(struct web_terminal *t)
{
	const struct web_page *p = t->words.page;
	if (p->ledger_count)
		heading(t, "Given, and what came of it");
	for (size_t i = 0; i < p->ledger_count; i++)
		web_terminal_line(t, 2, INK_PLAIN, p->ledger[i].sentence);
}

static void write_missing(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	struct buf names = { 0 };
	for (size_t i = 0; i < web->missing_count; i++)
		buf_fmt(&names, "%s%" PRI_STR, i ? ", " : "", ARG_STR(web->missing[i]));
	if (names.len && web->node_count)
		web_terminal_line(t, 2, INK_PLAIN,
			arena_fmt(t->term.arena,
				"Most companies have these, and no file here names "
				"them: %" PRI_STR ".",
				ARG_STR(buf_str(&names))));
	buf_done(&names);
}

static void write_unseen(struct web_terminal *t)
{
	const struct web *web = t->words.web;
	const size_t shown =
		t->term.look.all || web->note_count < NOTES ? web->note_count : NOTES;
	t->seen_is_said = true;
	if (!shown && !web->node_count)
		return;
	heading(t, "What this could not see");
	if (web->node_count)
		web_terminal_line(t, 2, INK_PLAIN, web->seen);
	if (t->term.look.all)
		web_terminal_line(t, 2, INK_PLAIN, web->weighing);
	for (size_t i = 0; i < shown; i++)
		web_terminal_line(t, 2, INK_PLAIN, web->notes[i]);
	write_missing(t);
	if (shown < web->note_count)
		web_terminal_line(t, 2, INK_DIM,
			arena_fmt(t->term.arena, "and %zu more: candor web --all",
				web->note_count - shown));
}

void web_text(const struct web_page *page, const struct look *look, struct buf *out)
{
	struct arena scratch = { 0 };
	struct web_terminal t;
	web_terminal_open(&t, page, look, out, &scratch);
	write_head(&t);
	for (size_t i = 0; i < page->web->choice.pick_count; i++)
		write_pick(&t, i);
	write_draws(&t);
	write_links(&t);
	write_aims(&t);
	write_own(&t);
	write_functions(&t);
	write_bridges(&t);
	write_ledger(&t);
	write_unseen(&t);
	web_terminal_notice(&t);
	arena_free(&scratch);
}

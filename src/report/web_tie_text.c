// One relationship on a terminal: what is seen of it, what is needed, who carries it.
#include <math.h>

#include "report/web_terminal.h"

enum { LABEL = 18 };

static void labelled(struct web_terminal *t, const char *label, struct str text)
{
	term_labelled(&t->term, 2, label, INK_DIM, LABEL, INK_PLAIN, text);
}

static struct str fmt_pair(
	struct web_terminal *t, const struct web_link *l, struct str ab, struct str ba)
{
	const struct str a = spell_name(&t->words, l->a), b = spell_name(&t->words, l->b);
	return arena_fmt(t->term.arena,
		"%" PRI_STR " to %" PRI_STR ": %" PRI_STR "; %" PRI_STR " to %" PRI_STR
		": %" PRI_STR,
		ARG_STR(a), ARG_STR(b), ARG_STR(ab), ARG_STR(b), ARG_STR(a), ARG_STR(ba));
}

// Nothing that the sentence above has said: no counts of nothing, none that are withheld.
static void write_counts(struct web_terminal *t, const struct web_link *l)
{
	const struct spelling *w = &t->words;
	if (l->verdict == WEB_NO_DATA || spell_is_person_free(l) || !l->pairs)
		return;
	labelled(t, "Turned to",
		fmt_pair(t, l, words_number(w->arena, l->turned_ab),
			words_number(w->arena, l->turned_ba)));
	if (w->web->basis == WEB_BASIS_STRENGTH) // else the sentence above is made of it
		labelled(t, "Of attention",
			fmt_pair(t, l, spell_percent(w, l->share_ab),
				spell_percent(w, l->share_ba)));
	labelled(t, "Carried by", spell_pairs(w, l));
}

static void write_kinds(struct web_terminal *t, size_t link)
{
	const struct link_kinds *k = t->words.page->kinds;
	if (k && k[link].shown)
		labelled(t, "About", k[link].sentence);
}

static void write_need(struct web_terminal *t, const struct web_link *l)
{
	const struct spelling *w = &t->words;
	for (size_t i = 0; i < l->objective_count; i++) {
		const struct web_aim *aim = &w->web->aims[l->objectives[i]];
		labelled(t, i ? "" : "Needed by",
			arena_fmt(t->term.arena, "%" PRI_STR ", %" PRI_STR,
				ARG_STR(utf8_safe(t->term.arena, aim->id, 40)),
				ARG_STR(utf8_safe(t->term.arena, aim->name, 120))));
	}
	labelled(t, "Your drawing", utf8_safe(t->term.arena, l->why, 200));
	labelled(t, "Your move", utf8_safe(t->term.arena, l->own_move, 200));
}

static void write_choice(struct web_terminal *t, size_t link)
{
	const struct spelling *w = &t->words;
	const struct web_link *l = &w->web->links[link];
	const struct web_pick *p = spell_pick(w, link);
	const struct web_move *move = spell_move(w, link);
	const double draws = (double)w->web->choice.draws;
	if (p)
		labelled(t, "Chosen",
			arena_fmt(t->term.arena, "number %zu, %s. %" PRI_STR,
				(size_t)(p - w->web->choice.picks) + 1, spell_firmness(p),
				ARG_STR(p->gain)));
	else if (l->gap > 0 && isfinite(l->picked) && spell_has_strength(w, l))
		labelled(t, "Not chosen",
			arena_fmt(t->term.arena,
				"%" PRI_STR " of %" PRI_STR " draws choose it",
				ARG_STR(words_number(
					w->arena, (uint64_t)(l->picked * draws + .5))),
				ARG_STR(words_number(w->arena, (uint64_t)draws))));
	if (p && p->instead != SIZE_MAX)
		labelled(t, "Next best", spell_ends(w, &w->web->links[p->instead]));
	if (move)
		labelled(t, move->speaks ? "Bring" : "Missing", move->text);
}

static void write_title(struct web_terminal *t, const struct web_link *l)
{
	term_with_figure(&t->term, INK_STRONG, 0, spell_ends(&t->words, l), INK_STRONG,
		spell_figures(&t->words, l));
	web_terminal_line(t, 0, INK_DIM, spell_base(&t->words));
	term_gap(&t->term);
}

static void write_sentence(struct web_terminal *t, const struct web_link *l)
{
	web_terminal_line(t, 0, INK_PLAIN, spell_after_ends(&t->words, l, l->sentence));
	term_gap(&t->term);
}

static void gap_once(struct web_terminal *t)
{
	if (!str_ends(buf_str(t->term.out), S("\n\n")))
		term_gap(&t->term);
}

// What the figures mean.
static void write_meaning(struct web_terminal *t, const struct web_link *l)
{
	const enum web_basis basis = t->words.web->basis;
	const struct web_node *nodes = t->words.web->nodes;
	if (!nodes[l->a].has_rows || !nodes[l->b].has_rows || basis == WEB_BASIS_EMPTY)
		return;
	gap_once(t);
	web_terminal_line(t, 0, INK_DIM, t->words.web->sentence);
	web_terminal_line(t, 0, INK_DIM, t->words.web->choice.draws_sentence);
}

void web_tie_text(const struct web_page *page, size_t link, const struct look *look,
	struct buf *out)
{
	struct arena scratch = { 0 };
	struct web_terminal t;
	const struct web_link *l = &page->web->links[link];
	web_terminal_open(&t, page, look, out, &scratch);
	write_title(&t, l);
	write_sentence(&t, l);
	write_counts(&t, l);
	write_kinds(&t, link);
	write_need(&t, l);
	write_choice(&t, link);
	write_meaning(&t, l);
	gap_once(&t);
	web_terminal_line(&t, 0, INK_DIM, str_of(WEB_NOTICE));
	arena_free(&scratch);
}

static void write_carrier(struct web_terminal *t, const struct web_link *l)
{
	const struct spelling *w = &t->words;
	if (l->carrier.node == WEB_NONE)
		return;
	labelled(t, "Carried by",
		l->hangs_on_one
			? arena_fmt(t->term.arena,
				  "someone in %" PRI_STR "; without them more than a "
				  "third of it would be gone",
				  ARG_STR(spell_name(w, l->carrier.node)))
			: S("several people: it would not fall with any one of them"));
}

static void write_broker(struct web_terminal *t, const struct web_link *l)
{
	if (l->broker.node == WEB_NONE)
		return;
	labelled(t, "Could introduce",
		arena_fmt(t->term.arena, "someone in %" PRI_STR ", who turns to both",
			ARG_STR(spell_name(&t->words, l->broker.node))));
}

// Functions with ties of .2 and more to both ends: the ways around this one.
static size_t write_ways(struct web_terminal *t, const struct web_link *l)
{
	const struct web *web = t->words.web;
	size_t written = 0;
	for (uint32_t n = 0; n < web->node_count; n++) {
		if (n == l->a || n == l->b)
			continue;
		const struct web_link *one = web_link_at(web, l->a, n);
		const struct web_link *two = web_link_at(web, n, l->b);
		if (!spell_has_strength(&t->words, one) ||
			!spell_has_strength(&t->words, two) || one->observed < .2 ||
			two->observed < .2)
			continue;
		labelled(t, written++ ? "" : "Tied to both",
			arena_fmt(t->term.arena,
				"%" PRI_STR ", %" PRI_STR " to %" PRI_STR " and %" PRI_STR
				" to %" PRI_STR,
				ARG_STR(spell_name(&t->words, n)),
				ARG_STR(spell_observed(&t->words, one)),
				ARG_STR(spell_name(&t->words, l->a)),
				ARG_STR(spell_observed(&t->words, two)),
				ARG_STR(spell_name(&t->words, l->b))));
	}
	return written;
}

static void write_nobody(struct web_terminal *t, const struct web_link *l)
{
	write_sentence(t, l);
	labelled(t, "Carried by",
		spell_has_strength(&t->words, l)
			? S("nobody, and no function is tied to both")
			: S("cannot be told from these rows"));
}

void web_who_text(const struct web_page *page, size_t link, const struct look *look,
	struct buf *out)
{
	struct arena scratch = { 0 };
	struct web_terminal t;
	const struct web_link *l = &page->web->links[link];
	web_terminal_open(&t, page, look, out, &scratch);
	write_title(&t, l);
	write_carrier(&t, l);
	write_broker(&t, l);
	const size_t ways = write_ways(&t, l);
	if (!ways && l->carrier.node == WEB_NONE && l->broker.node == WEB_NONE)
		write_nobody(&t, l);
	web_terminal_notice(&t);
	arena_free(&scratch);
}

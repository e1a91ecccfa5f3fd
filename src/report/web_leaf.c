#include "report/web_leaf.h"

#include "report/json_parts.h"

struct leaf leaf_of(const struct html *h, const struct web_page *page)
{
	struct leaf l = { .h = *h, .web = page->web };
	l.svg = (struct svg){ .h = *h, .words = spelling_of(page, h->arena) };
	return l;
}

void leaf_ring(
	struct leaf *l, const struct ring_size *size, const char *id, const char *classes)
{
	struct ring ring;
	l->svg.id = id;
	ring_place(l->web, l->svg.words.page->order, size, l->h.arena, &ring);
	html_fmt(&l->h, "<div class=\"%s\">", classes);
	svg_open(&l->svg, size->width, ring.height, false);
	svg_ring(&l->svg, &ring);
	svg_close(&l->svg);
	html_add(&l->h, "</div>\n");
}

void leaf_seen(struct leaf *l)
{
	html_put(&l->h, "<figcaption class=\"note\">", l->web->seen, " ");
	html_put(&l->h, "", str_of(WEB_NOTICE), "</figcaption>\n");
}

// The lines a move rests on, one action away.
static void write_evidence(struct html *h, const struct web_move *move)
{
	enum { SHOWN = 5 };
	const size_t all = move->evidence_count, count = all < SHOWN ? all : SHOWN;
	if (!count)
		return;
	html_fmt(h, "<details><summary>Evidence %zu", count);
	if (count < all)
		html_fmt(h, " of %zu", all);
	html_add(h, "</summary><ul class=\"evidence\">\n");
	for (size_t i = 0; i < count; i++) {
		html_add(h, "<li><blockquote>");
		html_cut(h, move->evidence[i].quote, QUOTE_MAX);
		html_add(h, "</blockquote>");
		html_evidence_place(h, &move->evidence[i]);
		html_add(h, "</li>\n");
	}
	html_add(h, "</ul></details>\n");
}

static void write_move(struct html *h, const struct web_move *move)
{
	if (!move->speaks) {
		html_put(h, "<p>", move->text, "</p>\n");
		return;
	}
	html_put(h, "<p class=\"bring\"><b>One way to help.</b> ", move->text, "</p>\n");
	write_evidence(h, move);
}

static void write_pick(struct leaf *l, size_t pick)
{
	struct html *h = &l->h;
	const struct spelling *w = &l->svg.words;
	const struct web_pick *p = &l->web->choice.picks[pick];
	const struct web_link *link = &l->web->links[p->link];
	const struct web_move *move = spell_move(w, p->link);
	html_add(h, "<li><svg class=\"web\" aria-hidden=\"true\" viewBox=\"0 0 30 30\">");
	svg_badge(&l->svg, (struct point){ 15, 15 }, 13, pick);
	html_put(h, "</svg><div><h3>", spell_ends(w, link), "</h3><p>");
	html_put(h, "", spell_after_ends(w, link, p->sentence), "</p>\n");
	if (link->own_move.len)
		html_put(h, "<p><b>Your own move.</b> ",
			utf8_safe(w->arena, link->own_move, 200), "</p>\n");
	if (move)
		write_move(h, move);
	html_add(h, "</div></li>\n");
}

void leaf_picks(struct leaf *l)
{
	const struct web_choice *c = &l->web->choice;
	if (!c->pick_count)
		return;
	html_add(&l->h, "<ol class=\"picks\">\n");
	for (size_t i = 0; i < c->pick_count; i++)
		write_pick(l, i);
	html_add(&l->h, "</ol>\n");
}

static void write_cell(struct leaf *l, const char *classes, struct str text)
{
	if (classes)
		html_fmt(&l->h, "<td class=\"%s\">", classes);
	else
		html_add(&l->h, "<td>");
	html_text(&l->h, text);
	html_add(&l->h, "</td>");
}

static void write_pair(struct leaf *l, size_t link, bool whole)
{
	const struct spelling *w = &l->svg.words;
	const struct web_link *t = &l->web->links[link];
	html_put(&l->h, "<tr><th scope=\"row\">", spell_ends(w, t), "</th>");
	write_cell(l, "num", spell_observed(w, t));
	if (whole)
		write_cell(l, "num less dim", spell_range(w, t));
	write_cell(l, "num", t->needed > 0 ? spell_strength(w, t->needed) : S(""));
	write_cell(l, NULL, spell_standing(w, t));
	if (whole) {
		write_cell(l, "less dim", spell_pairs(w, t));
		write_cell(l, "less dim", spell_aims(w, t));
	}
	html_add(&l->h, "</tr>\n");
}

static void write_heads(struct leaf *l, const char *caption, bool whole)
{
	html_fmt(&l->h,
		"<table class=\"pairs\">\n<caption>%s</caption>\n<thead><tr>"
		"<th scope=\"col\">Functions</th><th scope=\"col\" "
		"class=\"num\">Observed</th>%s<th scope=\"col\" "
		"class=\"num\">Needed</th><th scope=\"col\">Verdict</th>%s</tr></thead>\n"
		"<tbody>\n",
		caption, whole ? "<th scope=\"col\" class=\"num less\">Likely</th>" : "",
		whole ? "<th scope=\"col\" class=\"less\">Carried by</th>"
			"<th scope=\"col\" class=\"less\">Objective</th>"
		      : "");
}

void leaf_pairs(struct leaf *l)
{
	enum { PAIRS_MOST = 105 };
	const struct spelling *w = &l->svg.words;
	size_t *links = ARENA_ARRAY(l->h.arena, size_t, l->web->link_count + 1);
	size_t count = l->web->link_count;
	for (size_t i = 0; i < count; i++)
		links[i] = i;
	if (count > PAIRS_MOST)
		count = spell_links(w, links);
	write_heads(l,
		count < l->web->link_count ? "The pairs that matter" : "Every pair",
		true);
	for (size_t i = 0; i < count; i++)
		write_pair(l, links[i], true);
	html_add(&l->h, "</tbody></table>\n");
}

void leaf_pairs_needed(struct leaf *l)
{
	enum { PAIRS_MOST = 24 };
	size_t *links = ARENA_ARRAY(l->h.arena, size_t, l->web->link_count + 1);
	const size_t count = spell_links(&l->svg.words, links);
	write_heads(l, "The pairs that something needs", false);
	for (size_t i = 0, written = 0; i < count && written < PAIRS_MOST; i++)
		if (l->web->links[links[i]].needed > 0) {
			write_pair(l, links[i], false);
			written++;
		}
	html_add(&l->h, "</tbody></table>\n");
}

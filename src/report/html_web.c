// The web in the brief: the ring, what was chosen of it, and the pairs one step away.
#include "report/brief_view.h"
#include "report/web_leaf.h"

bool has_web(const struct brief *b)
{
	const struct web *web = facts_web(b->facts);
	return web && web->node_count > 1 && web->basis != WEB_BASIS_EMPTY;
}

// Only what the page needs at once is in it: what a narrow window or an opened list needs
// lies in templates, which the script adopts.  Without it the ring can be moved sideways
// and the list holds the pairs that something needs.
static void write_ring(struct leaf *l)
{
	html_add(&l->h, "<figure class=\"ring\">\n<template id=\"web-narrow\">");
	leaf_ring(l, &RING_NARROW, "web-n", "narrow");
	html_add(&l->h, "</template>\n");
	leaf_ring(l, &RING_COLUMN, "web-r", "wide");
	html_add(&l->h, "<p class=\"key\">Width is strength. Blue is what was observed, "
			"orange within dashes what is needed on top; grey is strong, "
			"and nothing asks for it. The share of a circle that is blue "
			"is the share of needs met; a figure in it counts people.</p>\n");
	leaf_seen(l);
	html_add(&l->h, "</figure>\n");
}

static void write_pairs(struct leaf *l)
{
	html_add(&l->h, "<details class=\"pairs-of\"><summary>Every pair</summary>\n"
			"<template id=\"web-pairs\">");
	leaf_pairs(l);
	html_add(&l->h, "</template>\n");
	leaf_pairs_needed(l);
	html_add(&l->h, "</details>\n");
}

// The one order of web/order.txt, so that the picture is the one `candor web` draws.
static struct web_page page_of(const struct brief *b)
{
	const struct web *web = facts_web(b->facts);
	struct arena *a = b->ws->arena;
	struct web_page page = { .ws = b->ws, .web = web };
	struct web_order order = b->ring ? *b->ring : (struct web_order){ 0 };
	uint32_t *nodes = ARENA_ARRAY(a, uint32_t, web->node_count + 1);
	(void)web_order_settle(web, &order, a, nodes); // a page keeps no order
	page.order = nodes;
	web_page_moves(&page, facts_moves(b->facts), a);
	return page;
}

void html_web(struct html *h, const struct brief *b)
{
	if (!has_web(b))
		return;
	const struct web_page page = page_of(b);
	struct leaf l = leaf_of(h, &page);
	l.svg.plain = true;
	const struct web *web = page.web;
	html_section(&l.h, "web", "The web",
		arena_fmt(h->arena,
			"Which two or three relationships? %" PRI_STR "%s%" PRI_STR,
			ARG_STR(web->choice.sentence),
			web->basis == WEB_BASIS_STRENGTH ? "" : " ",
			ARG_STR(web->basis == WEB_BASIS_STRENGTH ? S("")
								 : web->sentence)));
	html_add(&l.h, "<div class=\"webs\">\n");
	write_ring(&l);
	html_add(&l.h, "<div>\n");
	leaf_picks(&l);
	html_add(&l.h, "</div>\n</div>\n");
	write_pairs(&l);
	html_section_end(&l.h);
}

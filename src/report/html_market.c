// What buyers say, as a part of the brief's page.
#include "report/html.h"
#include "report/json_parts.h"
#include "report/market_view.h"

enum { QUOTE_SHOWN = 160, WORDS_SHOWN = 8 };

static bool is_row(const struct backing *b)
{
	return b->kind == BACKING_ELEMENT || b->kind == BACKING_PILLAR;
}

bool has_market(const struct brief *b)
{
	const struct market *m = b->facts->market;
	for (size_t i = 0; m && m->buyers && i < m->backing_count; i++)
		if (is_row(&m->backings[i]))
			return true;
	return false;
}

static void write_quote(struct html *h, const struct backing *b)
{
	if (!b->quote_count) {
		html_text(h, b->assumed);
		return;
	}
	const struct evidence *said = &b->quotes[0].evidence;
	if (said->quote.len) {
		html_add(h, "“");
		html_cut(h, said->quote, QUOTE_SHOWN);
		html_add(h, "” ");
	}
	html_evidence_place(h, said);
}

static void write_row(struct html *h, const struct backing *b)
{
	html_add(h, "<tr><th scope=\"row\">");
	if (b->id.len)
		html_put(h, "<span class=\"dim\">", b->id, "</span> ");
	html_cut(h, b->text, QUOTE_SHOWN);
	html_fmt(h,
		"</th><td class=\"num strong\">%zu</td><td class=\"num "
		"dim\">%zu</td><td class=\"day\">",
		b->recent, b->buyers);
	if (date_set(b->newest))
		html_date(h, b->newest);
	else
		html_add(h, "–");
	html_add(h, "</td><td>");
	write_quote(h, b);
	html_add(h, "</td></tr>\n");
}

static void write_group(
	struct html *h, const struct market *m, const struct market_group *group)
{
	bool any = false;
	for (size_t i = 0; i < m->backing_count; i++) {
		if (!market_in_group(group, &m->backings[i]))
			continue;
		if (!any)
			html_fmt(h,
				"<tbody>\n<tr><th scope=\"rowgroup\" "
				"colspan=\"5\">%s</th>"
				"</tr>\n",
				group->title);
		any = true;
		write_row(h, &m->backings[i]);
	}
	if (any)
		html_add(h, "</tbody>\n");
}

static void write_words(struct html *h, const struct market_page *p)
{
	const struct market_gap *g = &p->gaps->at[0];
	if (!p->gaps->count || (!g->their_count && !g->our_count))
		return;
	html_add(h, "<ul class=\"rows\">\n");
	if (g->their_count)
		html_put(h, "<li><h3 class=\"words\">Buyers say</h3><div><p>",
			market_words_theirs(g, WORDS_SHOWN, h->arena), "</p>");
	if (g->their_count)
		html_fmt(h,
			"<p class=\"note\">Buyers of %zu who use the word; hardly any of "
			"your %zu pages does. A question mark: it may be "
			"luck.</p></div></li>\n",
			g->buyers, g->pages);
	if (g->our_count)
		html_put(h, "<li><h3 class=\"words\">Only you say</h3><div><p>",
			market_words_ours(g, WORDS_SHOWN, h->arena), "</p>");
	if (g->our_count)
		html_fmt(h,
			"<p class=\"note\">Pages of %zu that use the word; hardly any of "
			"%zu "
			"buyers does.</p></div></li>\n",
			g->pages, g->buyers);
	html_add(h, "</ul>\n");
}

void html_market(struct html *h, const struct brief *b)
{
	struct market_gaps gaps;
	struct str headlines[MARKET_HEADLINES];
	if (!has_market(b))
		return;
	market_gaps_of(b->ws, b->facts->market, &gaps);
	const struct market_page page = { b->ws, b->facts->market, &gaps };
	const size_t count = market_headlines(&page, h->arena, headlines);
	html_section(h, "market", "What buyers say",
		count ? headlines[0] : market_dateline(&page, h->arena));
	html_add(h, "<table class=\"voiced\">\n<caption>Who backs each line: ");
	html_text(h, market_dateline(&page, h->arena));
	html_add(h,
		"</caption>\n<thead><tr><th scope=\"col\">What you say</th><th "
		"scope=\"col\" "
		"class=\"num\">Buyers, 12 months</th><th scope=\"col\" class=\"num\">In "
		"all</th><th scope=\"col\">Newest</th><th scope=\"col\">In their "
		"words</th>"
		"</tr></thead>\n");
	for (const struct market_group *g = market_groups; g->title; g++)
		if (g->kind == BACKING_ELEMENT || g->kind == BACKING_PILLAR)
			write_group(h, page.market, g);
	html_add(h, "</table>\n");
	write_words(h, &page);
	html_add(h,
		"<p class=\"note more\"><code>candor market</code> shows claims, pains, "
		"roles and how it was counted.</p>\n");
	html_section_end(h);
}

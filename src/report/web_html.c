// The web as one page: the choice, the ring in two sizes, the matrix, every pair as a
// table, and what could not be seen.  Complete without script.
#include "report/web_leaf.h"

static void write_key(struct leaf *l)
{
	struct ring ring;
	struct buf drawing = { 0 };
	struct svg key = l->svg;
	key.h.out = &drawing;
	ring_place(l->web, l->svg.words.page->order, &RING_WIDE, l->h.arena, &ring);
	const double height = svg_legend(&key, &ring, 0, 14, 300);
	html_fmt(&l->h,
		"<svg class=\"web key\" aria-hidden=\"true\" viewBox=\"0 0 300 %.0f\">\n",
		height);
	buf_add(l->h.out, buf_str(&drawing));
	html_add(&l->h, "</svg>\n");
	buf_done(&drawing);
}

static void write_first(struct leaf *l)
{
	const struct spelling *w = &l->svg.words;
	const struct workspace *ws = w->page->ws;
	html_add(&l->h, "<section class=\"first\" id=\"brief\">");
	html_put(&l->h, "<p class=\"dateline\"><b>",
		ws->config.company.len ? ws->config.company : S("The web of functions"),
		"</b>");
	html_put(&l->h, " <span>", spell_base(w), "</span></p>\n");
	html_put(&l->h, "<h1>", spell_title(w), "</h1>\n");
	html_put(&l->h, "<p class=\"cost\">", l->web->choice.sentence, "</p>\n");
	if (l->web->basis != WEB_BASIS_STRENGTH)
		html_put(&l->h, "<p>", l->web->sentence, "</p>\n");
	if (spell_start(w).len)
		html_put(&l->h, "<p>", spell_start(w), "</p>\n");
	html_add(&l->h, "</section>\n");
}

static void write_web(struct leaf *l)
{
	html_section(&l->h, "web", "The ring",
		S("Functions as they work, nobody in the middle. Width is strength, blue "
		  "is what was observed, orange what the objectives need on top."));
	html_add(&l->h, "<div class=\"webs\">\n<figure>\n");
	leaf_ring(l, &RING_NARROW, "web-n", "narrow");
	leaf_ring(l, &RING_COLUMN, "web", "wide");
	write_key(l);
	leaf_seen(l);
	html_add(&l->h, "</figure>\n<div>\n");
	leaf_picks(l);
	html_add(&l->h, "</div>\n</div>\n");
	html_section_end(&l->h);
}

static void write_matrix(struct leaf *l)
{
	const struct matrix_size size = {
		.width = 832, .cell = 52, .text = 12.5, .names = 226
	};
	if (l->web->node_count < 2)
		return;
	html_section(&l->h, "pairs", "Every pair",
		arena_fmt(l->h.arena,
			"Above the diagonal: observed strength. On it: people. Below: "
			"what is missing of what is needed; ok is enough, ? cannot be "
			"seen. %" PRI_STR,
			ARG_STR(l->web->sentence)));
	const struct point extent = svg_matrix_extent(&l->svg, &size);
	l->svg.id = "web-m";
	html_add(&l->h, "<div class=\"cells\" role=\"group\" aria-label=\"Every pair as "
			"a picture\" tabindex=\"0\">");
	svg_open(&l->svg, extent.x + 12, extent.y + 4, false);
	svg_matrix(&l->svg, &size, 0, 4);
	svg_close(&l->svg);
	html_add(&l->h, "</div>\n");
	leaf_pairs(l);
	html_section_end(&l->h);
}

static void write_list(struct leaf *l, const struct str *texts, size_t count)
{
	html_add(&l->h, "<ul class=\"plain\">\n");
	for (size_t i = 0; i < count; i++)
		if (texts[i].len)
			html_put(&l->h, "<li>", texts[i], "</li>\n");
	html_add(&l->h, "</ul>\n");
}

static void write_functions(struct leaf *l)
{
	const struct web *web = l->web;
	struct str *texts = ARENA_ARRAY(
		l->h.arena, struct str, web->node_count + web->aim_count + WEB_ALIKE + 1);
	size_t count = 0;
	for (size_t i = 0; i < web->aim_count; i++)
		texts[count++] = web->aims[i].sentence;
	for (size_t i = 0; i < WEB_ALIKE; i++)
		texts[count++] = web->alike[i];
	for (size_t i = 0; i < web->node_count; i++)
		texts[count++] =
			spell_function(&l->svg.words, l->svg.words.page->order[i]);
	if (!web->aim_count && !web->node_count)
		return;
	html_section(&l->h, "functions", "Objectives and functions",
		S("In the order of the ring. A function without a row is a blind spot, "
		  "not a function without ties."));
	write_list(l, texts, count);
	html_section_end(&l->h);
}

// What other parts of the program add: bridges and the ledger.
static void write_added(struct leaf *l)
{
	const struct web_page *p = l->svg.words.page;
	struct str *texts = ARENA_ARRAY(
		l->h.arena, struct str, p->bridge_count + p->ledger_count + 1);
	for (size_t i = 0; i < p->bridge_count; i++)
		texts[i] = p->bridges[i].sentence;
	if (p->bridge_count) {
		html_section(&l->h, "bridges", "Bridges to build",
			S("Functions that speak of the same and not with each other."));
		write_list(l, texts, p->bridge_count);
		html_section_end(&l->h);
	}
	for (size_t i = 0; i < p->ledger_count; i++)
		texts[i] = p->ledger[i].sentence;
	if (p->ledger_count) {
		html_section(&l->h, "ledger", "Given, and what came of it",
			S("What went to other functions, each with its evidence."));
		write_list(l, texts, p->ledger_count);
		html_section_end(&l->h);
	}
}

static void write_unseen(struct leaf *l)
{
	html_section(&l->h, "unknown", "What this could not see", str_of(WEB_NOTICE));
	struct str *texts = ARENA_ARRAY(l->h.arena, struct str, l->web->note_count + 2);
	texts[0] = l->web->seen;
	texts[1] = l->web->weighing;
	for (size_t i = 0; i < l->web->note_count; i++)
		texts[i + 2] = l->web->notes[i];
	write_list(l, texts, l->web->note_count + 2);
	if (l->web->missing_count)
		html_add(&l->h, "<p class=\"note more\">Most companies have these, and "
				"no file here names them: ");
	for (size_t i = 0; i < l->web->missing_count; i++)
		html_put(&l->h, i ? ", " : "", l->web->missing[i], "");
	if (l->web->missing_count)
		html_add(&l->h, ".</p>\n");
	html_section_end(&l->h);
}

static void write_nav(struct leaf *l)
{
	html_nav_open(&l->h);
	html_nav_item(&l->h, "web", "The ring", 0);
	if (l->web->node_count > 1)
		html_nav_item(&l->h, "pairs", "Every pair", 0);
	html_nav_item(&l->h, "functions", "Functions", 0);
	html_nav_item(&l->h, "unknown", "Not seen", 0);
	html_add(&l->h, "</ul></nav>\n");
}

static struct str title_of(struct leaf *l)
{
	const struct str company = l->svg.words.page->ws->config.company;
	return arena_fmt(l->h.arena, "%" PRI_STR "%sThe web of functions",
		ARG_STR(company), company.len ? " – " : "");
}

void web_html(const struct web_page *page, struct buf *out)
{
	struct arena scratch = { 0 };
	const struct html h = {
		.out = out, .arena = &scratch, .style = web_page_style(&scratch)
	};
	struct leaf l = leaf_of(&h, page);
	html_open(&l.h, title_of(&l), S(""), "web");
	write_nav(&l);
	html_add(&l.h, "<main>\n");
	write_first(&l);
	write_web(&l);
	write_matrix(&l);
	write_functions(&l);
	write_added(&l);
	write_unseen(&l);
	html_add(&l.h, "</main>\n</div>\n</body>\n</html>\n");
	arena_free(&scratch);
}

// The web as a Mermaid flowchart, for documents that draw those.
#include <math.h>

#include "report/web_view.h"

// Text between quotes: what Mermaid or HTML could take for its own is written as a
// character code (#nn;), as its documentation asks.
static void put_text(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		const size_t from = at;
		const uint32_t c = utf8_next(text, &at);
		const bool plain = c >= 0x80 || byte_is_alpha((char)c) ||
				   byte_is_digit((char)c) || c == ' ' || c == '.' ||
				   c == ',' || c == '-' || c == '(' || c == ')';
		if (plain)
			buf_add(out, str_cut(text, from, at - from));
		else
			buf_fmt(out, "#%u;", (unsigned)c);
	}
}

static const char *arrow_of(const struct web_link *l)
{
	switch (l->verdict) {
	case WEB_GAP:
	case WEB_POSSIBLE_GAP:
	case WEB_NO_DATA:
		return "-.-";
	case WEB_ENOUGH:
		return "===";
	case WEB_NOT_NEEDED:
	case WEB_CANNOT_TELL:
	case WEB_VERDICTS:
		break;
	}
	return "---";
}

static void put_nodes(const struct spelling *w, struct buf *out)
{
	for (size_t i = 0; i < w->web->node_count; i++) {
		const uint32_t node = w->page->order[i];
		buf_fmt(out, "  f%u([\"", node);
		put_text(out, spell_name(w, node));
		buf_fmt(out, "\"])%s\n",
			!w->web->nodes[node].has_rows  ? ":::silent"
			: !w->web->nodes[node].on_path ? ":::unasked"
						       : "");
	}
}

static void put_style(
	const struct spelling *w, const size_t *links, size_t count, struct buf *out)
{
	for (size_t i = 0; i < count; i++) {
		const struct web_link *l = &w->web->links[links[i]];
		const bool gap = l->verdict == WEB_GAP || l->verdict == WEB_POSSIBLE_GAP;
		const double strength = fmax(l->needed, fmax(l->observed, 0));
		if (l->verdict == WEB_NOT_NEEDED)
			buf_fmt(out,
				"  linkStyle %zu stroke:#c3c9d0,stroke-width:1.5px\n", i);
		else
			buf_fmt(out, "  linkStyle %zu stroke:%s,stroke-width:%.1fpx\n", i,
				gap			   ? "#d55e00"
				: l->verdict == WEB_ENOUGH ? "#0072b2"
							   : "#686d75",
				1.5 + 6 * strength);
	}
	buf_add(out, S("  classDef unasked stroke-dasharray:2 4\n"
		       "  classDef silent fill:#f3f1eb,stroke-dasharray:1 5\n"));
}

static void put_link(const struct spelling *w, size_t link, struct buf *out)
{
	const struct web_link *l = &w->web->links[link];
	const struct web_pick *p = spell_pick(w, link);
	buf_fmt(out, "  f%u %s|\"", l->a, arrow_of(l));
	if (p)
		buf_fmt(out, "%zu, %s, ", (size_t)(p - w->web->choice.picks) + 1,
			spell_firmness(p));
	put_text(out, spell_has_strength(w, l) ? spell_figures(w, l)
					       : str_of(spell_verdict(l)));
	buf_fmt(out, "\"| f%u\n", l->b);
}

// A comment ends with its line, and spell_* leave no line ends in a text.
static void put_comment(struct buf *out, struct str text)
{
	buf_add(out, S("  %% "));
	for (size_t i = 0; i < text.len; i++)
		buf_byte(out, text.at[i] == '{' || text.at[i] == '}' ? '|' : text.at[i]);
	buf_byte(out, '\n');
}

void web_mermaid(const struct web_page *page, struct buf *out)
{
	struct arena scratch = { 0 };
	const struct spelling w = spelling_of(page, &scratch);
	size_t *links = ARENA_ARRAY(&scratch, size_t, page->web->link_count + 1);
	const size_t count = spell_links(&w, links);
	buf_add(out, S("flowchart LR\n"));
	put_comment(out, spell_title(&w));
	put_comment(out, spell_base(&w));
	put_comment(out, utf8_safe(&scratch, page->web->choice.sentence, TEXT_MAX));
	put_nodes(&w, out);
	for (size_t i = 0; i < count; i++)
		put_link(&w, links[i], out);
	put_style(&w, links, count, out);
	put_comment(out, utf8_safe(&scratch, page->web->seen, TEXT_MAX));
	put_comment(out, str_of(WEB_NOTICE));
	arena_free(&scratch);
}

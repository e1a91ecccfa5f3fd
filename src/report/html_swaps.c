#include "report/html.h"
#include "report/json_parts.h"

enum { FAILS_SHOWN = 4, PASSES_SHOWN = 1 };

// Their sentence makes ours true of them: another number or a denied feature does not.
static bool fails(const struct swapped_claim *c)
{
	return c->swaps &&
	       (c->verdict == VERDICT_SHARED || c->verdict == VERDICT_CONTESTED);
}

static bool is_pair(const struct swapped_claim *c, bool failing)
{
	if (!c->echo_count || c->copied_elsewhere)
		return false;
	return failing ? fails(c) : c->verdict == VERDICT_UNIQUE;
}

bool has_swaps(const struct brief *b)
{
	const struct swap_result *swap = b->facts->swap;
	for (size_t i = 0; swap && i < swap->claim_count; i++)
		if (is_pair(&swap->claims[i], true) || is_pair(&swap->claims[i], false))
			return true;
	return false;
}

// Headlines before body, then the closest.
static bool is_better(const struct swapped_claim *a, const struct swapped_claim *b)
{
	if (a->sentence->level != b->sentence->level)
		return a->sentence->level > b->sentence->level;
	return a->echoes[0].similarity > b->echoes[0].similarity;
}

static size_t pick(const struct swap_result *swap, bool failing, size_t most,
	const struct swapped_claim **out)
{
	size_t count = 0;
	for (size_t i = 0; i < swap->claim_count; i++) {
		const struct swapped_claim *c = &swap->claims[i];
		if (!is_pair(c, failing))
			continue;
		size_t at = count < most ? count++ : most;
		for (; at > 0 && is_better(c, out[at - 1]); at--)
			if (at < most)
				out[at] = out[at - 1];
		if (at < most)
			out[at] = c;
	}
	return count;
}

// Text with the shared words marked; spans are sorted and do not overlap.
static void write_marked(
	struct html *h, struct str text, const struct span *spans, size_t count)
{
	size_t at = 0;
	// Marks need offsets into the text as it stands: whatever utf8_safe would change
	// is shown without marks.
	if (text.len > QUOTE_MAX || !str_eq(utf8_safe(h->arena, text, 0), text)) {
		html_cut(h, text, QUOTE_MAX);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const size_t from = spans[i].from;
		size_t to = spans[i].to;
		if (from < at || to < from || to > text.len)
			continue;
		// Neighbouring words are one mark.
		while (i + 1 < count && spans[i + 1].from == to + 1 &&
			spans[i + 1].to <= text.len && text.at[to] == ' ')
			to = spans[++i].to;
		html_piece(h, str_cut(text, at, from - at));
		html_add(h, "<mark>");
		html_piece(h, str_cut(text, from, to - from));
		html_add(h, "</mark>");
		at = to;
	}
	html_piece(h, str_from(text, at));
}

static void write_side(struct html *h, const char *class, struct str name, struct date d,
	struct str text, const struct span *spans, size_t count,
	const struct evidence *at)
{
	html_fmt(h, "<figure class=\"%s\"><figcaption>", class);
	html_text(h, name);
	html_add(h, " <span>");
	html_date(h, d);
	html_add(h, "</span></figcaption><blockquote>");
	write_marked(h, text, spans, count);
	html_add(h, "</blockquote><p>");
	html_evidence_place(h, at);
	html_add(h, "</p></figure>\n");
}

static void write_pair(
	struct html *h, const struct brief *b, const struct swapped_claim *c)
{
	const struct echo *e = &c->echoes[0];
	const struct source *source = c->copy->source;
	const struct vendors *vendors = &b->ws->vendors;
	const struct evidence ours = { .path = source->path,
		.place = c->sentence->place };
	const struct str us = b->ws->config.company;
	html_add(h,
		fails(c) ? "<li class=\"swap fails\"><header><span class=\"verdict\">"
			   "<svg aria-hidden=\"true\" width=\"12\" height=\"12\" "
			   "viewBox=\"0 0 12 12\"><path d=\"M6 0 12 6 6 12 0 "
			   "6Z\"/></svg>Fails the swap</span>"
			 : "<li class=\"swap passes\"><header><span class=\"verdict\">"
			   "<svg aria-hidden=\"true\" width=\"12\" height=\"12\" "
			   "viewBox=\"0 0 12 12\"><path d=\"M0 6.5 1.6 4.9 4.4 7.7 10.4 "
			   "1.5 12 3.1 4.4 11Z\"/></svg>Passes the swap</span>");
	html_put(h, " <span class=\"why\">", c->reason, "</span></header>\n");
	html_add(h, "<div class=\"pair\">\n");
	write_side(h, "ours", us.len ? us : S("You"),
		source->date_is_file_time ? (struct date){ 0 } : source->date,
		c->sentence->text, c->shared, c->shared_count, &ours);
	write_side(h, "theirs", vendors->at[e->vendor].name,
		date_set(e->evidence.captured) ? e->evidence.captured : e->evidence.date,
		e->evidence.quote, e->shared, e->shared_count, &e->evidence);
	html_add(h, "</div>\n");
	if (fails(c) && c->swapped.len) {
		html_add(h, "<p class=\"test\"><b>With their name</b> “");
		html_cut(h, c->swapped, QUOTE_MAX);
		html_add(h, "”</p>\n");
	}
	html_add(h, "</li>\n");
}

void html_swaps(struct html *h, const struct brief *b)
{
	const struct swap_result *swap = b->facts->swap;
	const struct swapped_claim *pairs[FAILS_SHOWN + PASSES_SHOWN];
	if (!has_swaps(b))
		return;
	size_t all = 0;
	for (size_t i = 0; i < swap->claim_count; i++)
		all += is_pair(&swap->claims[i], true);
	size_t count = pick(swap, true, FAILS_SHOWN, pairs);
	count += pick(swap, false, PASSES_SHOWN, pairs + count);
	html_section(h, "differentiation", "Differentiation",
		S("The swap test: a sentence that stays true with their name on it is "
		  "filler. Shared words are marked."));
	html_add(h, "<ul class=\"swaps\">\n");
	for (size_t i = 0; i < count; i++)
		write_pair(h, b, pairs[i]);
	html_add(h, "</ul>\n");
	if (all > FAILS_SHOWN)
		html_fmt(h,
			"<p class=\"note more\">And %zu more that fail; <code>candor "
			"swap</code> shows all.</p>\n",
			all - FAILS_SHOWN);
	html_section_end(h);
}

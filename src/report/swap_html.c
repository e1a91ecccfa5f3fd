// The swap test as a page of its own: what is mailed to whoever writes the next version.
#include "report/html_swap.h"

enum { RIVALS_SHOWN = 12 };

// A page has room for more than a mail, but nobody reads hundreds.
static size_t room_of(enum swap_deed deed)
{
	static const size_t ROOM[DEED_COUNT] = { [DEED_ACT] = 20,
		[DEED_FILLER] = 12,
		[DEED_COULD] = 8,
		[DEED_DIFFERS] = 10,
		[DEED_READ] = 8,
		[DEED_LEAD] = 12,
		[DEED_PROVE] = 8 };
	return ROOM[deed];
}

static const char *const IDS[DEED_COUNT] = { [DEED_ACT] = "change",
	[DEED_FILLER] = "anybody",
	[DEED_COULD] = "could",
	[DEED_DIFFERS] = "otherwise",
	[DEED_READ] = "read",
	[DEED_LEAD] = "yours",
	[DEED_PROVE] = "prove" };

static size_t count_of(const struct swap_view *v, enum swap_deed deed)
{
	const struct swapped_claim **ignored;
	return view_claims(v, deed, &ignored);
}

static bool has_words(const struct swap_view *v)
{
	return v->result->words.ours_count || v->result->words.theirs_count;
}

static void write_nav(struct html *h, const struct swap_view *v)
{
	html_nav_open(h);
	html_nav_item(h, "swap", "Swap test", 0);
	for (int deed = 0; deed < DEED_COUNT; deed++) {
		const size_t count = count_of(v, (enum swap_deed)deed);
		if (count)
			html_nav_item(h, IDS[deed],
				view_section(v, (enum swap_deed)deed)->title, count);
	}
	if (has_words(v))
		html_nav_item(h, "words", "Words", 0);
	if (v->result->drift_count)
		html_nav_item(h, "drift", "Drift", 0);
	html_nav_item(h, "unseen", "Not seen", 0);
	html_add(h, "</ul></nav>\n");
}

static void write_rivals(struct html *h, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	if (r->rival_count < 2)
		return;
	html_add(h, "<h2 class=\"mini\">With whose name</h2>\n<ul class=\"rows\">\n");
	for (size_t i = 0; i < r->rival_count && i < RIVALS_SHOWN; i++) {
		html_put(h, "<li><h3 class=\"words\">",
			view_vendor(v, r->rivals[i].vendor), "</h3><p>");
		html_text(h, view_rival_line(v, &r->rivals[i]));
		html_add(h, "</p></li>\n");
	}
	html_add(h, "</ul>\n");
}

static void write_first(struct html *h, const struct swap_view *v)
{
	html_add(h, "<section class=\"first\" id=\"swap\">\n<p class=\"dateline\"><b>");
	html_text(h, v->company);
	html_put(h, "</b> <span>", str_strip(v->dateline, "\xc2\xb7 "), "</span></p>\n");
	html_put(h, "<h1>", v->headlines[0], "</h1>\n");
	if (v->headline_count > 1)
		html_add(h, "<p class=\"cost\">");
	for (size_t i = 1; i < v->headline_count; i++)
		html_put(h, i > 1 ? " " : "", v->headlines[i], "");
	if (v->headline_count > 1)
		html_add(h, "</p>\n");
	write_rivals(h, v);
	html_section_end(h);
}

static void write_deed(struct html *h, const struct swap_view *v, enum swap_deed deed)
{
	const struct swap_section *s = view_section(v, deed);
	const struct swapped_claim **claims;
	const size_t count = view_claims(v, deed, &claims);
	const size_t shown = count < room_of(deed) ? count : room_of(deed);
	if (!count)
		return;
	html_section(h, IDS[deed], s->title, str_of(s->about));
	(s->in_short ? html_swap_list : html_swap_pairs)(h, v, claims, shown);
	if (shown < count)
		html_fmt(h,
			"<p class=\"note more\">And %zu more: <code>candor swap "
			"--all</code></p>\n",
			count - shown);
	html_section_end(h);
}

static void write_notes(struct html *h, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	html_section(h, "unseen", "What this could not see",
		S("A swap test reads what it is given."));
	html_add(h, "<ul class=\"rows plain\">\n");
	for (size_t i = 0; i < r->note_count; i++)
		html_put(h, "<li><p>", r->notes[i], "</p></li>\n");
	for (size_t i = 0; r->rival_count && i < r->material_count; i++)
		if (!r->material[i].passed)
			html_put(h, "<li><p>", r->material[i].why, "</p></li>\n");
	html_add(h, "</ul>\n");
	html_section_end(h);
}

void swap_html(
	const struct workspace *ws, const struct swap_result *result, struct buf *out)
{
	struct arena a = { 0 };
	struct html h = { .out = out, .arena = &a };
	struct swap_view v;
	view_init(&v, ws, result, &a);
	html_open(&h,
		arena_fmt(&a, "%" PRI_STR " – Swap test, %" PRI_STR, ARG_STR(v.company),
			ARG_STR(date_words(&a, ws->as_of))),
		(struct str){ 0 }, "swap");
	write_nav(&h, &v);
	html_add(&h, "<main>\n");
	write_first(&h, &v);
	for (int deed = 0; deed < DEED_COUNT; deed++)
		write_deed(&h, &v, (enum swap_deed)deed);
	if (has_words(&v)) {
		html_section(&h, "words", "Words",
			S("What you say more than chance explains, what they do, and "
			  "what everybody says."));
		html_swap_words(&h, &v);
		html_section_end(&h);
	}
	if (result->drift_count) {
		html_section(&h, "drift", "Drift",
			S("Whether your words come nearer to theirs from version to "
			  "version."));
		html_swap_drift(&h, &v);
		html_section_end(&h);
	}
	write_notes(&h, &v);
	html_add(&h, "</main>\n</div>\n</body>\n</html>\n");
	arena_free(&a);
}

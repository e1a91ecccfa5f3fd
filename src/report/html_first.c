#include "report/brief_view.h"
#include "report/html.h"

static void write_dateline(struct html *h, const struct brief *b)
{
	struct str parts[DATELINE_MAX];
	const size_t n = view_dateline(b, parts);
	html_add(h, "<p class=\"dateline\">");
	for (size_t i = 0; i < n; i++) {
		const bool old = i + b->stale_count >= n;
		html_put(h,
			!i    ? "<b>"
			: old ? " <span class=\"old\">"
			      : " <span>",
			parts[i], !i ? "</b>" : "</span>");
	}
	html_add(h, "</p>\n");
}

static void write_headline(struct html *h, const struct brief *b)
{
	html_put(h, "<h1 id=\"h1\">", view_headline(b), "</h1>\n");
	if (!b->headline_from)
		return;
	html_put(h, "<p class=\"cost\">", b->cost, "");
	html_fmt(h, " <a href=\"#t%td\">See the evidence</a></p>\n",
		b->headline_from - b->truths.at + 1);
}

static void write_meter(struct html *h, const struct estimate *e)
{
	html_add(h, "<svg class=\"meter\" aria-hidden=\"true\" width=\"100%\" "
		    "height=\"14\"><rect class=\"track\" x=\"0\" y=\"5\" width=\"100%\" "
		    "height=\"4\" rx=\"2\"/>");
	html_fmt(h,
		"<rect class=\"fill\" x=\"0\" y=\"5\" width=\"%.2f%%\" height=\"4\" "
		"rx=\"2\"/>",
		e->value * 100);
	if (e->high > e->low)
		html_fmt(h,
			"<rect class=\"ci\" x=\"%.2f%%\" y=\"3\" width=\"%.2f%%\" "
			"height=\"8\" rx=\"2\"/>",
			e->low * 100, (e->high - e->low) * 100);
	html_add(h, "</svg>");
}

// A sign leads to the section that shows where it comes from, if there is one.
static const char *anchor_of(const struct brief *b, const struct sign *s)
{
	const struct str group = str_of(s->group);
	if (str_eq(group, S("differentiation")) && has_swaps(b))
		return "differentiation";
	if (str_eq(group, S("web")) && has_web(b))
		return "web";
	return str_eq(group, S("deals")) && has_deals(b) ? "deals" : NULL;
}

static void write_sign(struct html *h, const struct brief *b, const struct sign *s)
{
	const char *anchor = anchor_of(b, s);
	html_add(h, "<li>");
	if (anchor)
		html_fmt(h, "<a href=\"#%s\">", anchor);
	else
		html_add(h, "<div>");
	html_put(h, "<span class=\"vn\">", s->name, "</span> <span class=\"vv\">");
	if (s->now.n >= 30)
		html_fmt(h, "%.0f%%", s->now.value * 100);
	else
		html_fmt(h, "%zu of %zu", s->now.k, s->now.n);
	html_add(h, "</span>");
	write_meter(h, &s->now);
	html_put(h, "<span class=\"vt\">", s->sentence, "</span>");
	html_add(h, anchor ? "</a></li>\n" : "</div></li>\n");
}

void html_first(struct html *h, const struct brief *b)
{
	bool ranges = false;
	html_add(h, "<section id=\"brief\" class=\"first\" aria-labelledby=\"h1\">\n");
	write_dateline(h, b);
	write_headline(h, b);
	if (b->sign_count)
		html_add(h,
			"<h2 class=\"mini\">Vital signs</h2>\n<ul class=\"vitals\">\n");
	for (size_t i = 0; i < b->sign_count; i++) {
		write_sign(h, b, &b->signs[i]);
		ranges |= b->signs[i].now.high > b->signs[i].now.low;
	}
	if (b->sign_count)
		html_add(h, "</ul>\n");
	if (ranges)
		html_add(h, "<p class=\"note\">The band on a bar is where the true share "
			    "lies, 19 times in 20.</p>\n");
	html_section_end(h);
}

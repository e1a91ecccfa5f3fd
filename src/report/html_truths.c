#include "report/brief_view.h"
#include "report/html.h"
#include "report/json_parts.h"

static void write_evidence(struct html *h, const struct brief *b, const struct finding *f)
{
	html_fmt(h, "<h4>Evidence <span>%zu</span></h4>\n<ul class=\"evidence\">\n",
		f->evidence_count);
	for (size_t i = 0; i < f->evidence_count; i++) {
		const struct evidence *e = &f->evidence[i];
		const struct str when = view_when(b, e);
		html_add(h, "<li><blockquote>");
		html_cut(h, e->quote, QUOTE_MAX);
		html_add(h, "</blockquote>");
		html_evidence_place(h, e);
		if (when.len)
			html_put(h, " · ", when, "");
		html_add(h, "</li>\n");
	}
	html_add(h, "</ul>\n");
}

static void write_row(struct html *h, const char *label, struct str text)
{
	if (!text.len)
		return;
	html_fmt(h, "<dt>%s</dt>", label);
	html_put(h, "<dd>", text, "</dd>\n");
}

static void write_finding(
	struct html *h, const struct brief *b, const struct finding *f, size_t number)
{
	html_fmt(h,
		"<li class=\"finding\" id=\"t%zu\" "
		"data-severity=\"%s\"><details%s><summary>",
		number, severity_name(f->severity), number == 1 ? " open" : "");
	html_severity(h, f->severity);
	html_put(h, "<h3>", f->sentence, "</h3><span class=\"fig\"><b>");
	html_put(h, "", f->figure, "</b> <small>");
	html_put(h, "", f->figure_unit,
		"</small></span><span class=\"chev\" aria-hidden=\"true\"></span>"
		"</summary>\n<div class=\"body\">\n");
	if (f->detail.len)
		html_put(h, "<p>", f->detail, "</p>\n");
	html_add(h, "<dl>\n");
	if (f != b->headline_from)
		write_row(h, "Cost", f->cost);
	write_row(h, "Do next", f->next);
	write_row(h, "How sure", f->doubt);
	write_row(h, "Bring to", view_bring_to(h->arena, f->audit));
	if (f->they_say.len) {
		html_put(h, "<dt>They may say</dt><dd>“", f->they_say, "” ");
		html_put(h, "", f->then, "</dd>\n");
	}
	html_add(h, "</dl>\n");
	write_evidence(h, b, f);
	html_add(h, "</div></details></li>\n");
}

static struct str lead_of(const struct brief *b)
{
	struct arena *a = b->ws->arena;
	if (!b->truths.count)
		return arena_fmt(a, "%zu of %zu questions could be answered.",
			view_answered(b), view_asked(b));
	return arena_fmt(a, "%zu %s to fix, worst first%s.%s", b->truths.count,
		b->truths.count == 1 ? "thing" : "things",
		b->working.count == 1  ? ", and one to keep"
		: b->working.count > 1 ? ", and some to keep"
				       : "",
		b->more ? arena_fmt(a, " %zu more stand below these.", b->more).at : "");
}

void html_truths(struct html *h, const struct brief *b)
{
	size_t number = 0;
	html_section(h, "truths", "Hard truths", lead_of(b));
	if (b->truths.count + b->working.count) {
		html_add(h, "<ol class=\"findings\">\n");
		for (size_t i = 0; i < b->truths.count; i++)
			write_finding(h, b, &b->truths.at[i], ++number);
		for (size_t i = 0; i < b->working.count; i++)
			write_finding(h, b, &b->working.at[i], ++number);
		html_add(h, "</ol>\n");
	} else {
		html_put(h, "<div class=\"state\"><h3>", view_headline(b), "</h3><p>");
		html_put(h, "", view_empty(b), "</p></div>\n");
	}
	html_section_end(h);
}

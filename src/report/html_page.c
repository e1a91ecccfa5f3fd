#include "report/assets.h"
#include "report/brief_view.h"
#include "report/html.h"
#include "report/sha256.h"
#include "report/web_style.h"

// Nothing but the one style and the one script of this page, by their fingerprints.
static void write_policy(struct html *h, struct str css, struct str js)
{
	const struct str none = S("none");
	html_put(h,
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
		"&#39;none&#39;; script-src &#39;",
		js.len ? sha256_source(h->arena, js) : none, "&#39;; style-src &#39;");
	html_put(h, "", sha256_source(h->arena, css),
		"&#39;; font-src data:; img-src data:; base-uri &#39;none&#39;; "
		"form-action "
		"&#39;none&#39;; require-trusted-types-for &#39;script&#39;; "
		"trusted-types "
		"&#39;none&#39;\">\n");
}

void html_open(struct html *h, struct str title, struct str script, const char *skip_to)
{
	const struct str css = h->style.len
				       ? arena_fmt(h->arena, "%" PRI_STR "%" PRI_STR,
						 ARG_STR(asset_css()), ARG_STR(h->style))
				       : asset_css();
	html_add(h, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta "
		    "charset=\"utf-8\">\n");
	write_policy(h, css, script);
	html_add(h, "<meta name=\"viewport\" "
		    "content=\"width=device-width,initial-scale=1\">\n"
		    "<meta name=\"referrer\" content=\"no-referrer\">\n"
		    "<meta name=\"color-scheme\" content=\"light dark\">\n");
	html_put(h, "<title>", title, "</title>\n<style>");
	buf_add(h->out, css);
	html_add(h, "</style>\n</head>\n<body>\n");
	html_fmt(h,
		"<a class=\"skip\" href=\"#%s\">Skip to the %s</a>\n<div "
		"class=\"page\">\n",
		skip_to, skip_to);
}

void html_head(struct html *h, const struct brief *b)
{
	const struct str company = b->ws->config.company;
	html_open(h,
		arena_fmt(h->arena, "%" PRI_STR "%sCandor brief, %" PRI_STR,
			ARG_STR(company), company.len ? " – " : "",
			ARG_STR(date_words(h->arena, b->ws->as_of))),
		asset_js(), "brief");
}

static size_t open_findings(const struct brief *b, const char *group)
{
	size_t count = 0;
	for (size_t i = 0; i < b->truths.count; i++)
		count += str_eq(str_of(b->truths.at[i].audit->group), str_of(group));
	return count;
}

void html_nav_open(struct html *h)
{
	html_add(h, "<nav aria-label=\"Sections\"><p class=\"logo\"><svg "
		    "aria-hidden=\"true\" "
		    "width=\"20\" height=\"20\" viewBox=\"0 0 20 20\"><path d=\"M15.6 "
		    "4.2A8 8 0 1 "
		    "0 15.6 15.8\"/><circle class=\"pt\" cx=\"12.6\" cy=\"10\" "
		    "r=\"2.1\"/></svg>Candor</p>\n<ul>\n");
}

void html_nav_item(struct html *h, const char *id, const char *title, size_t open)
{
	html_fmt(h, "<li><a href=\"#%s\">%s", id, title);
	if (open)
		html_fmt(h,
			" <span class=\"n\"><span class=\"sr\">: "
			"</span>%zu</span>",
			open);
	html_add(h, "</a></li>\n");
}

void html_nav(struct html *h, const struct brief *b)
{
	html_nav_open(h);
	html_nav_item(h, "brief", "Brief", 0);
	html_nav_item(h, "truths", "Hard truths", b->truths.count);
	if (has_swaps(b))
		html_nav_item(h, "differentiation", "Differentiation",
			open_findings(b, "differentiation"));
	if (has_deals(b))
		html_nav_item(
			h, "deals", "Deals &amp; impact", open_findings(b, "deals"));
	if (has_market(b))
		html_nav_item(h, "market", "What buyers say", open_findings(b, "voices"));
	if (has_web(b))
		html_nav_item(h, "web", "The web", open_findings(b, "web"));
	if (b->silent.count)
		html_nav_item(h, "unknown", "Not known yet", 0);
	html_nav_item(h, "workspace", "Workspace", 0);
	html_add(h, "</ul></nav>\n");
}

static void write_data(struct html *h, const struct brief *b)
{
	html_add(h, "<script type=\"application/json\" id=\"candor-brief\">");
	brief_json(b, h->out); // escapes < > & itself, see base/json.h
	html_add(h, "</script>\n");
	if (!asset_js().len)
		return;
	html_add(h, "<script>");
	buf_add(h->out, asset_js());
	html_add(h, "</script>\n");
}

void brief_html(const struct brief *b, struct buf *out)
{
	struct html h = { .out = out, .arena = b->ws->arena };
	if (has_web(b))
		h.style = web_page_style(h.arena);
	html_head(&h, b);
	html_nav(&h, b);
	html_add(&h, "<main>\n");
	html_first(&h, b);
	html_truths(&h, b);
	html_swaps(&h, b);
	html_deals(&h, b);
	html_market(&h, b);
	html_web(&h, b);
	html_unknown(&h, b);
	html_read(&h, b);
	html_add(&h, "</main>\n</div>\n");
	write_data(&h, b);
	html_add(&h, "</body>\n</html>\n");
}

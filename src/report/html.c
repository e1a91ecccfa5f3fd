#include "report/html.h"

#include <stdarg.h>
#include <stdio.h>

void html_add(struct html *h, const char *markup)
{
	buf_add(h->out, str_of(markup));
}

void html_fmt(struct html *h, const char *format, ...)
{
	char text[1024];
	va_list arguments;
	va_start(arguments, format);
	const int length = vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	const size_t len = length < 0 ? 0 : (size_t)length;
	buf_add(h->out, (struct str){ text, len < sizeof text ? len : sizeof text - 1 });
}

static void escape(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		switch (s.at[i]) {
		case '<':
			buf_add(out, S("&lt;"));
			break;
		case '>':
			buf_add(out, S("&gt;"));
			break;
		case '&':
			buf_add(out, S("&amp;"));
			break;
		case '"':
			buf_add(out, S("&quot;"));
			break;
		case '\'':
			buf_add(out, S("&#39;"));
			break;
		default:
			buf_byte(out, s.at[i]);
		}
	}
}

void html_piece(struct html *h, struct str piece)
{
	escape(h->out, piece);
}

void html_cut(struct html *h, struct str text, size_t max)
{
	escape(h->out, utf8_safe(h->arena, text, max));
}

void html_text(struct html *h, struct str text)
{
	html_cut(h, text, TEXT_MAX);
}

void html_put(struct html *h, const char *before, struct str text, const char *after)
{
	html_add(h, before);
	html_text(h, text);
	html_add(h, after);
}

void html_section(struct html *h, const char *id, const char *title, struct str lead)
{
	html_fmt(h,
		"<section id=\"%s\" aria-labelledby=\"%s-h\"><header class=\"sec\">"
		"<h2 id=\"%s-h\">%s</h2>",
		id, id, id, title);
	html_put(h, "<p>", lead, "</p></header>\n");
}

void html_section_end(struct html *h)
{
	html_add(h, "</section>\n");
}

void html_severity(struct html *h, enum severity s)
{
	static const char RING[] =
		"M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6ZM6 3.2a2.8 "
		"2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6Z";
	static const char *const MARKS[SEVERITY_COUNT] = { "M6 0 12 6 6 12 0 6Z",
		"M6 .8 12 11.2H0Z", RING,
		"M0 6.5 1.6 4.9 4.4 7.7 10.4 1.5 12 3.1 4.4 11Z" };
	html_fmt(h,
		"<span class=\"sev %s\"><svg aria-hidden=\"true\" width=\"12\" "
		"height=\"12\" viewBox=\"0 0 12 12\"><path fill-rule=\"evenodd\" "
		"d=\"%s\"/></svg>%s</span>",
		severity_name(s), MARKS[s], severity_words(s));
}

void html_evidence_place(struct html *h, const struct evidence *e)
{
	html_put(h, "<span class=\"src\">", evidence_where(h->arena, e), "</span>");
}

void html_date(struct html *h, struct date d)
{
	html_text(h, date_words(h->arena, d));
}

#include "report/web_svg.h"

#include <math.h>

// A picture inside a page brings no style of its own: the page has it.
void svg_open(struct svg *s, double width, double height, bool alone)
{
	html_add(&s->h, "<svg");
	if (alone)
		html_fmt(&s->h,
			" xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" "
			"height=\"%.0f\"",
			ceil(width), ceil(height));
	html_fmt(&s->h,
		" class=\"web\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
		"aria-labelledby=\"%s-t %s-d\">\n",
		ceil(width), ceil(height), s->id, s->id);
	html_fmt(&s->h, "<title id=\"%s-t\">", s->id);
	svg_text(s, spell_title(&s->words));
	html_fmt(&s->h, "</title>\n<desc id=\"%s-d\">", s->id);
	svg_text(s, s->words.web->choice.sentence);
	html_add(&s->h, " ");
	svg_text(s, spell_base(&s->words));
	html_add(&s->h, ". ");
	svg_text(s, str_of(WEB_NOTICE));
	html_add(&s->h, "</desc>\n");
}

void svg_close(struct svg *s)
{
	html_add(&s->h, "</svg>\n");
}

void svg_text(struct svg *s, struct str text)
{
	const struct str safe = utf8_safe(s->h.arena, text, TEXT_MAX);
	size_t done = 0;
	for (size_t at = 0; at < safe.len;) {
		const size_t from = at;
		const uint32_t c = utf8_next(safe, &at);
		if (c != 0xfffe && c != 0xffff)
			continue;
		html_piece(&s->h, str_cut(safe, done, from - done));
		html_add(&s->h, "\xef\xbf\xbd");
		done = at;
	}
	html_piece(&s->h, str_from(safe, done));
}

void svg_about(struct svg *s, struct str title, struct str desc)
{
	html_add(&s->h, "<title>");
	svg_text(s, title);
	html_add(&s->h, "</title>");
	if (!desc.len)
		return;
	html_add(&s->h, "<desc>");
	svg_text(s, desc);
	html_add(&s->h, "</desc>");
}

void svg_hue(struct svg *s, const char *attribute, enum web_hue hue)
{
	html_fmt(&s->h, " %s=\"%s\"", attribute, WEB_PALETTE[hue].light);
}

void svg_line(struct svg *s, const struct svg_words *at, struct str text)
{
	html_fmt(&s->h, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.4g\"", at->x, at->y,
		at->size);
	if (at->classes)
		html_fmt(&s->h, " class=\"%s\"", at->classes);
	if (at->anchor)
		html_fmt(&s->h, " text-anchor=\"%s\"", at->anchor);
	if (at->hue != HUE_INK)
		svg_hue(s, "fill", at->hue);
	html_add(&s->h, ">");
	svg_text(s, text);
	html_add(&s->h, "</text>\n");
}

double svg_lines(struct svg *s, const struct svg_words *at, struct str text, double room,
	size_t max)
{
	// Text that is not semi-bold runs narrower than labels are measured.
	const double wider = at->classes && at->classes[0] == 'b' ? 1 : 1.12;
	struct svg_words line = *at;
	struct str rest = utf8_safe(s->h.arena, text, TEXT_MAX);
	for (size_t i = 0; rest.len && i < max; i++) {
		struct str all = rest, one = label_line(&rest, at->size, room * wider);
		if (rest.len && i + 1 == max)
			one = label_wrap(s->h.arena, all, at->size, room * wider, 1)
				      .lines[0];
		svg_line(s, &line, one);
		line.y += at->size * 1.4;
	}
	return line.y;
}

void svg_badge(struct svg *s, struct point at, double radius, size_t pick)
{
	const struct web_pick *p = &s->words.web->choice.picks[pick];
	const bool firm = p->firmness == WEB_FIRM;
	html_fmt(&s->h, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.4g\" class=\"%s\"", at.x,
		at.y, radius, firm ? "bf pe" : "paper bs");
	svg_hue(s, "fill", firm ? HUE_BADGE : HUE_PAPER);
	svg_hue(s, "stroke", firm ? HUE_PAPER : HUE_BADGE);
	html_add(&s->h, " stroke-width=\"2\"/>");
	const struct svg_words figure = { .x = at.x,
		.y = at.y + radius * .42,
		.size = radius * 1.16,
		.classes = firm ? "b bo" : "b bt",
		.hue = firm ? HUE_ON_BADGE : HUE_BADGE,
		.anchor = "middle" };
	svg_line(s, &figure, arena_fmt(s->h.arena, "%zu", pick + 1));
}

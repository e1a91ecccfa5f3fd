// The ring: links bent to the middle, circles with the share of their needs met, labels.
#include <math.h>

#include "report/web_svg.h"

#define PI 3.14159265358979323846

enum { HATCH = 3 }; // lines on either side of the middle one

static void put_curve(struct svg *s, const struct ring_link *l, const char *classes,
	enum web_hue hue, double width, const char *more)
{
	html_fmt(&s->h, "<path class=\"%s\" d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\"",
		classes, l->from.x, l->from.y, l->bend.x, l->bend.y, l->to.x, l->to.y);
	svg_hue(s, "stroke", hue);
	html_fmt(&s->h, " stroke-width=\"%.1f\"%s/>", width, more);
}

// A band of the needed width: dashes all across, the tint over their middle, so that
// only the two edges are dashed; what was observed lies on top.
static void put_gap(struct svg *s, const struct ring *r, const struct ring_link *l)
{
	const double edge = r->size.thick > 16 ? 3 : r->size.thick > 12 ? 2.4 : 2;
	put_curve(s, l, "edge", HUE_EDGE, l->need,
		edge > 2 ? " stroke-dasharray=\"7 4\"" : " stroke-dasharray=\"5 3\"");
	put_curve(s, l, "need", HUE_NEED, l->need - edge, "");
	if (l->seen > 0)
		put_curve(s, l, "seen", HUE_SEEN, l->seen, "");
}

static struct str link_title(struct svg *s, const struct web_link *link)
{
	const struct spelling *w = &s->words;
	if (!spell_has_strength(w, link))
		return arena_fmt(w->arena, "%" PRI_STR ": %s",
			ARG_STR(spell_ends(w, link)), spell_verdict(link));
	return arena_fmt(w->arena, "%" PRI_STR ": %" PRI_STR ", %s",
		ARG_STR(spell_ends(w, link)), ARG_STR(spell_figures(w, link)),
		spell_verdict(link));
}

// A shape, or several, with words of their own.
static void open_about(struct svg *s, struct str title, struct str desc)
{
	if (s->plain)
		return;
	html_add(&s->h, "<g>");
	svg_about(s, title, desc);
}

static void close_about(struct svg *s)
{
	html_add(&s->h, s->plain ? "\n" : "</g>\n");
}

static void put_link(struct svg *s, const struct ring *r, const struct ring_link *l)
{
	const struct web_link *link = &s->words.web->links[l->link];
	open_about(s, link_title(s, link), link->sentence);
	switch (l->kind) {
	case RING_SPARE:
		put_curve(s, l, "spare", HUE_SPARE, l->seen, "");
		break;
	case RING_SHARE:
		put_curve(s, l, "faint", HUE_FAINT, l->seen, "");
		break;
	case RING_UNSEEN:
		put_curve(s, l, "faint", HUE_FAINT, 2.5,
			" stroke-dasharray=\"0 6\" stroke-linecap=\"round\"");
		break;
	case RING_ENOUGH:
		put_curve(s, l, "seen", HUE_SEEN, l->seen, "");
		break;
	case RING_GAP:
		put_gap(s, r, l);
		break;
	case RING_KINDS:
		break;
	}
	close_about(s);
}

// All that nothing asks for as one shape, of middling width.
static void put_spares(struct svg *s, const struct ring *r)
{
	double width = 0;
	size_t count = 0;
	for (size_t i = 0; i < r->link_count; i++) {
		const struct ring_link *l = &r->links[i];
		if (l->kind != RING_SPARE)
			continue;
		if (!count++)
			html_add(&s->h, "<path class=\"spare\" d=\"");
		html_fmt(&s->h, "M%.1f %.1fQ%.1f %.1f %.1f %.1f", l->from.x, l->from.y,
			l->bend.x, l->bend.y, l->to.x, l->to.y);
		width += l->seen;
	}
	if (!count)
		return;
	html_add(&s->h, "\"");
	svg_hue(s, "stroke", HUE_SPARE);
	html_fmt(&s->h, " stroke-width=\"%.1f\"/>\n", width / (double)count);
}

static void put_circle(struct svg *s, struct point at, double radius, const char *classes,
	enum web_hue hue, double width)
{
	html_fmt(&s->h, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"",
		classes, at.x, at.y, radius);
	html_add(&s->h, " fill=\"none\"");
	svg_hue(s, "stroke", hue);
	html_fmt(&s->h, " stroke-width=\"%.4g\"", width);
}

// A share of the circle from twelve o'clock on; all of it is a circle, because an arc
// that ends where it begins is nothing.
static void put_share(
	struct svg *s, struct point at, double radius, double width, double share)
{
	const double all = 2 * PI * radius;
	if (share < .005)
		return;
	put_circle(s, at, radius, "seen", HUE_SEEN, width);
	if (share < .995)
		html_fmt(&s->h,
			" stroke-dasharray=\"%.2f %.2f\" transform=\"rotate(-90 %.1f "
			"%.1f)\"",
			all * share, all * (1 - share), at.x, at.y);
	html_add(&s->h, "/>");
}

// Lines at 45 degrees within the circle, by hand: not every program knows patterns.
static void put_hatch(struct svg *s, struct point at, double radius)
{
	html_fmt(&s->h, "<path class=\"faint\" fill=\"none\"");
	svg_hue(s, "stroke", HUE_FAINT);
	html_add(&s->h, " stroke-width=\"1.2\" d=\"");
	for (int i = -HATCH; i <= HATCH; i++) {
		const double k = radius * i / HATCH * 1.2;
		const double half = sqrt(2 * radius * radius - k * k);
		const double from = (-k - half) / 2, to = (-k + half) / 2;
		html_fmt(&s->h, "M%.1f %.1fL%.1f %.1f", at.x + from, at.y + from + k,
			at.x + to, at.y + to + k);
	}
	html_add(&s->h, "\"/>");
}

enum svg_mark svg_mark_of(const struct web_node *n)
{
	if (!n->has_rows)
		return MARK_SILENT;
	if (n->needs && isfinite(n->needs_met))
		return MARK_MET;
	return n->on_path ? MARK_UNMEASURED : MARK_UNASKED;
}

static void put_outline(struct svg *s, struct point at, double radius, const char *more)
{
	put_circle(s, at, radius - .9, "faint", HUE_FAINT, 1.8);
	html_add(&s->h, more);
}

static void put_disc(struct svg *s, struct point at, double radius, const char *classes)
{
	html_fmt(&s->h, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"",
		classes, at.x, at.y, radius);
	svg_hue(s, "fill", HUE_PAPER);
}

void svg_mark(
	struct svg *s, struct point at, double radius, enum svg_mark mark, double met)
{
	const double width = radius > 18 ? 6 : radius > 11 ? 4 : 2.6;
	if (mark == MARK_MET) { // paper and what is needed are one shape
		put_disc(s, at, radius - width / 2, "paper need");
		svg_hue(s, "stroke", HUE_NEED);
		html_fmt(&s->h, " stroke-width=\"%.4g\"/>", width);
	} else {
		put_disc(s, at, radius, "paper");
		html_add(&s->h, "/>");
	}
	switch (mark) {
	case MARK_MET:
		put_share(s, at, radius - width / 2, width, met);
		break;
	case MARK_UNMEASURED:
		put_outline(s, at, radius, "/>");
		break;
	case MARK_UNASKED:
		put_outline(s, at, radius,
			" stroke-dasharray=\"2 4\" stroke-linecap=\"round\"/>");
		break;
	case MARK_SILENT:
		put_hatch(s, at, radius - 1);
		put_outline(s, at, radius, "/>");
		break;
	}
}

static struct str node_title(struct svg *s, const struct web_node *n, uint32_t node)
{
	const struct str name = spell_name(&s->words, node);
	switch (svg_mark_of(n)) {
	case MARK_SILENT:
		return arena_fmt(s->h.arena, "%" PRI_STR ": no data", ARG_STR(name));
	case MARK_UNASKED:
		return arena_fmt(s->h.arena, "%" PRI_STR ": no objective runs through it",
			ARG_STR(name));
	case MARK_UNMEASURED:
		return arena_fmt(s->h.arena,
			"%" PRI_STR ": what is needed of it cannot be measured",
			ARG_STR(name));
	case MARK_MET:
		break;
	}
	return arena_fmt(s->h.arena, "%" PRI_STR ": %u of %u needed links are enough",
		ARG_STR(name), n->met, n->needs);
}

static struct str inside(struct svg *s, const struct ring *r, size_t i)
{
	const struct web_node *n = &s->words.web->nodes[r->nodes[i].node];
	if (r->keyed)
		return ring_letter(s->h.arena, i);
	return n->people && n->has_rows && r->circle > 11
		       ? arena_fmt(s->h.arena, "%u", n->people)
		       : S("");
}

static void put_node(struct svg *s, const struct ring *r, size_t i)
{
	const struct ring_node *place = &r->nodes[i];
	const struct web_node *n = &s->words.web->nodes[place->node];
	const struct str text = inside(s, r, i);
	const double most = r->circle * 1.15 / (double)(text.len > 2 ? text.len : 2);
	open_about(s, node_title(s, n, place->node), n->sentence);
	svg_mark(s, place->at, r->circle, svg_mark_of(n), n->needs_met);
	close_about(s);
	if (!text.len)
		return;
	const double size = fmin(most / .62, r->circle * (r->keyed ? .8 : .52));
	const struct svg_words at = { .x = place->at.x,
		.y = place->at.y + size * .36,
		.size = size,
		.classes = n->has_rows ? "b" : "b halo",
		.hue = HUE_INK,
		.anchor = "middle" };
	svg_line(s, &at, text);
}

static void put_lead(struct svg *s, const struct ring *r, const struct ring_node *n)
{
	const bool up = n->box.bottom < n->at.y;
	const double x = fmax(n->box.left, fmin(n->at.x, n->box.right));
	const double y = up ? n->box.bottom + 1 : n->box.top - 1;
	const double far = hypot(x - n->at.x, y - n->at.y);
	if (far <= r->circle)
		return;
	const double part = (r->circle + 1) / far;
	html_fmt(&s->h, "<path class=\"faint\" d=\"M%.1f %.1fL%.1f %.1f\" fill=\"none\"",
		n->at.x + (x - n->at.x) * part, n->at.y + (y - n->at.y) * part, x, y);
	svg_hue(s, "stroke", HUE_FAINT);
	html_add(&s->h, " stroke-width=\"1\"/>\n");
}

static void put_label(struct svg *s, const struct ring *r, const struct ring_node *n)
{
	struct svg_words at = { .x = n->text.x,
		.y = n->text.y,
		.size = r->size.text,
		.classes = "b",
		.hue = HUE_INK,
		.anchor = n->anchor[0] == 's' ? NULL : n->anchor };
	if (n->led)
		put_lead(s, r, n);
	for (size_t i = 0; i < n->label.count; i++) {
		svg_line(s, &at, n->label.lines[i]);
		at.y += r->size.text * 1.2;
	}
}

// The names behind the letters, in one column or two, row by row.
static void put_list(struct svg *s, const struct ring *r)
{
	const double half = r->size.width / 2;
	for (size_t i = 0; i < r->node_count; i++) {
		const size_t row = i / r->list_columns, column = i % r->list_columns;
		struct svg_words at = { .x = 4 + half * (double)column,
			.y = r->list_top + r->list_step * (double)row,
			.size = r->size.text,
			.classes = "b",
			.hue = HUE_INK };
		svg_line(s, &at, ring_letter(s->h.arena, i));
		at.x += r->size.text * 1.9;
		at.classes = "q";
		at.hue = HUE_INK2;
		svg_line(s, &at, r->nodes[i].label.lines[0]);
	}
}

void svg_ring(struct svg *s, const struct ring *r)
{
	html_add(&s->h, "<g class=\"ties\" fill=\"none\">\n");
	if (s->plain)
		put_spares(s, r);
	for (size_t i = 0; i < r->link_count; i++)
		if (!s->plain || r->links[i].kind != RING_SPARE)
			put_link(s, r, &r->links[i]);
	html_add(&s->h, "</g>\n");
	for (size_t i = 0; i < r->node_count; i++)
		put_node(s, r, i);
	for (size_t i = 0; i < r->badge_count; i++)
		svg_badge(s, r->badges[i].at, r->size.badge, r->badges[i].pick);
	if (r->keyed)
		put_list(s, r);
	else
		for (size_t i = 0; i < r->node_count; i++)
			put_label(s, r, &r->nodes[i]);
}

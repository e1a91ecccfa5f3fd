// The matrix: every pair with its exact value; best for print and for readers of a
// screen.
#include <math.h>

#include "report/web_svg.h"

enum { NAME_LINES = 2 };

struct grid {
	struct svg *s;
	const struct matrix_size *size;
	double left, top; // of the first cell
	double cell;
};

// Large webs get smaller cells, so that the whole stays as wide.
static double cell_of(const struct svg *s, const struct matrix_size *size)
{
	const double room = size->width - size->names;
	return fmin(size->cell, room / (double)s->words.web->node_count);
}

static double head_of(const struct svg *s, const struct matrix_size *size)
{
	return size->text * 1.2 * NAME_LINES + cell_of(s, size) * .25;
}

struct point svg_matrix_extent(const struct svg *s, const struct matrix_size *size)
{
	const double cells = cell_of(s, size) * (double)s->words.web->node_count;
	return (struct point){ size->names + cells, head_of(s, size) + cells };
}

static const char *const SEEN[SEEN_STEPS] = { "s0", "s1", "s2", "s3", "s4" };
static const char *const GAPS[GAP_STEPS] = { "g0", "g1", "g2", "g3" };

static size_t step_of(double value, size_t steps)
{
	const double at = floor(value * (double)steps);
	return at < 0 ? 0 : at >= (double)steps ? steps - 1 : (size_t)at;
}

struct cell {
	const char *classes, *text_class;
	enum web_hue fill, ink;
	struct str text;
	bool empty; // outline only
};

static void put_cell(
	const struct grid *g, size_t row, size_t column, const struct cell *c)
{
	struct svg *s = g->s;
	const double x = g->left + g->cell * (double)column;
	const double y = g->top + g->cell * (double)row;
	html_fmt(&s->h,
		"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"",
		x + 1, y + 1, g->cell - 2, g->cell - 2, c->empty ? "rule" : c->classes);
	svg_hue(s, c->empty ? "stroke" : "fill", c->empty ? HUE_RULE : c->fill);
	html_add(&s->h, c->empty ? " fill=\"none\"/>" : "/>");
	if (!c->text.len)
		return;
	const double size = fmin(g->size->text, g->cell * .34);
	const struct svg_words at = { .x = x + g->cell / 2,
		.y = y + g->cell / 2 + size * .36,
		.size = size,
		.classes = c->text_class,
		.hue = c->ink,
		.anchor = "middle" };
	svg_line(s, &at, c->text);
}

// Above the diagonal: what was observed.
static struct cell seen_cell(const struct svg *s, const struct web_link *l)
{
	const bool known = spell_has_strength(&s->words, l);
	const size_t step = known ? step_of(l->observed, SEEN_STEPS) : 0;
	const bool last = step + 1 == SEEN_STEPS;
	return (struct cell){ .classes = SEEN[step],
		.text_class = !known ? "q"
			      : last ? "os"
				     : "ol",
		.fill = (enum web_hue)(HUE_SEEN_0 + step),
		.ink = !known ? HUE_INK2
		       : last ? HUE_ON_SEEN_4
			      : HUE_ON_LIGHT,
		.text = spell_observed(&s->words, l),
		.empty = !known };
}

// Below it: what is missing of what is needed.
static struct cell gap_cell(const struct svg *s, const struct web_link *l)
{
	if (!(l->needed > 0))
		return (struct cell){ .empty = true };
	if (!spell_has_strength(&s->words, l))
		return (struct cell){
			.empty = true, .text = S("?"), .text_class = "q", .ink = HUE_INK2
		};
	const bool enough = !(l->gap > 0);
	if (enough) // nothing missing is no shade of missing
		return (struct cell){ .classes = SEEN[0],
			.text_class = "q",
			.fill = HUE_SEEN_0,
			.ink = HUE_INK2,
			.text = S("ok") };
	const size_t step = step_of(l->gap / .8, GAP_STEPS);
	const bool last = step + 1 == GAP_STEPS;
	return (struct cell){ .classes = GAPS[step],
		.text_class = last ? "b og" : "b ol",
		.fill = (enum web_hue)(HUE_GAP_0 + step),
		.ink = last ? HUE_ON_GAP_3 : HUE_ON_LIGHT,
		.text = spell_strength(&s->words, l->gap) };
}

// A frame and the number around a pair that was chosen.
static void put_choice(const struct grid *g, size_t row, size_t column, size_t pick)
{
	struct svg *s = g->s;
	const double x = g->left + g->cell * (double)column;
	const double y = g->top + g->cell * (double)row;
	html_fmt(&s->h,
		"<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" "
		"fill=\"none\" "
		"class=\"ink\" stroke-width=\"2\"",
		x + 1.5, y + 1.5, g->cell - 3, g->cell - 3);
	svg_hue(s, "stroke", HUE_INK);
	html_add(&s->h, "/>");
	svg_badge(
		s, (struct point){ x + g->cell - 3, y + 3 }, fmin(9, g->cell * .2), pick);
}

static void put_pair(const struct grid *g, size_t row, size_t column)
{
	struct svg *s = g->s;
	const uint32_t *order = s->words.page->order;
	const size_t index = web_link_index(s->words.web, order[row], order[column]);
	const struct web_link *l = &s->words.web->links[index];
	const struct cell cell = row < column ? seen_cell(s, l) : gap_cell(s, l);
	if (row > column && cell.empty && !cell.text.len) {
		put_cell(g, row, column, &cell);
		return;
	}
	html_add(&s->h, "<g>");
	svg_about(s, spell_ends(&s->words, l), l->sentence);
	put_cell(g, row, column, &cell);
	html_add(&s->h, "</g>\n");
}

static void put_choices(const struct grid *g)
{
	const struct web *web = g->s->words.web;
	const uint32_t *order = g->s->words.page->order;
	for (size_t row = 0; row < web->node_count; row++)
		for (size_t column = 0; column < row; column++) {
			const struct web_pick *p = spell_pick(&g->s->words,
				web_link_index(web, order[row], order[column]));
			if (p)
				put_choice(
					g, row, column, (size_t)(p - web->choice.picks));
		}
}

// The name at the left and its letter, which stands above its column.
static void put_names(const struct grid *g, size_t i)
{
	struct svg *s = g->s;
	const struct matrix_size *size = g->size;
	const uint32_t node = s->words.page->order[i];
	const double middle = g->top + g->cell * ((double)i + .5);
	const double text = fmin(size->text, g->cell * .38), letter = size->text * 1.9;
	const size_t lines = g->cell > 2.6 * text ? NAME_LINES : 1;
	const struct label name = label_wrap(s->h.arena, spell_name(&s->words, node),
		text, size->names - letter - 14, lines);
	struct svg_words at = { .x = g->left - letter - 10,
		.y = middle + text * .36 - (double)(name.count - 1) * text * .6,
		.size = text,
		.classes = "b",
		.hue = HUE_INK,
		.anchor = "end" };
	for (size_t k = 0; k < name.count; k++) {
		svg_line(s, &at, name.lines[k]);
		at.y += text * 1.2;
	}
	at = (struct svg_words){ .x = g->left - letter / 2 - 4,
		.y = middle + text * .36,
		.size = text,
		.classes = "q",
		.hue = HUE_INK2,
		.anchor = "middle" };
	svg_line(s, &at, ring_letter(s->h.arena, i));
	at.x = g->left + g->cell * ((double)i + .5);
	at.y = g->top - g->cell * .18;
	svg_line(s, &at, ring_letter(s->h.arena, i));
}

static void put_diagonal(const struct grid *g, size_t i)
{
	struct svg *s = g->s;
	const struct web_node *n = &s->words.web->nodes[s->words.page->order[i]];
	const struct cell cell = {
		.text = n->people && n->has_rows ? arena_fmt(s->h.arena, "%u", n->people)
						 : S(""),
		.text_class = "q",
		.classes = "sf",
		.fill = HUE_SPARE,
		.ink = HUE_INK2
	};
	put_cell(g, i, i, &cell);
	html_add(&s->h, "\n");
}

void svg_matrix(struct svg *s, const struct matrix_size *size, double x, double y)
{
	const size_t count = s->words.web->node_count;
	const struct grid g = { .s = s,
		.size = size,
		.left = x + size->names,
		.top = y + head_of(s, size),
		.cell = cell_of(s, size) };
	for (size_t row = 0; row < count; row++) {
		put_names(&g, row);
		for (size_t column = 0; column < count; column++)
			if (row == column)
				put_diagonal(&g, row);
			else
				put_pair(&g, row, column);
	}
	put_choices(&g);
}

static double put_steps(struct svg *s, const char *const *classes, enum web_hue first,
	size_t count, struct point at)
{
	for (size_t i = 0; i < count; i++) {
		html_fmt(&s->h,
			"<rect x=\"%.1f\" y=\"%.1f\" width=\"9\" height=\"13\" "
			"class=\"%s\"",
			at.x + 9 * (double)i, at.y - 10, classes[i]);
		svg_hue(s, "fill", (enum web_hue)(first + i));
		html_add(&s->h, "/>");
	}
	return at.y;
}

static double put_read(struct svg *s, const char *sample, const char *text, double x,
	double y, double room)
{
	const struct svg_words at = { .x = x + 22,
		.y = y,
		.size = 12,
		.classes = "b",
		.hue = HUE_INK,
		.anchor = "middle" };
	svg_line(s, &at, str_of(sample));
	return svg_entry(s, text, x, y, room);
}

// Some strength stands rounded, because few pairs of people are behind it.
static bool has_rounded(const struct web *web)
{
	for (size_t i = 0; i < web->link_count; i++)
		if (web->links[i].under_five || web->links[i].withheld)
			return true;
	return false;
}

double svg_matrix_legend(struct svg *s, double x, double y, double room)
{
	const struct svg_words head = {
		.x = x, .y = y, .size = 13, .classes = "b", .hue = HUE_INK
	};
	svg_line(s, &head, S("How to read"));
	y = put_steps(s, SEEN, HUE_SEEN_0, SEEN_STEPS, (struct point){ x, y + 26 });
	y = svg_entry(s, "above: observed strength, 0 to 1", x, y, room);
	y = put_steps(s, GAPS, HUE_GAP_0, GAP_STEPS, (struct point){ x, y });
	y = svg_entry(s, "below: what is missing of what is needed", x, y, room);
	y = put_read(s, "ok", "needed, and enough", x, y, room);
	y = put_read(s, "?", "needed, but one end has no data", x, y, room);
	if (has_rounded(s->words.web))
		y = put_read(s, "<.1", "one decimal: rounded for privacy", x, y, room);
	y = put_read(s, "12", "on the diagonal: people", x, y, room);
	return svg_badges_read(s, x, y, room);
}

// The picture that stands alone: title, ring or matrix, choice, legend, notice.
#include <math.h>

#include "report/web_svg.h"

enum {
	LEFT = 48,
	TOP = 104,
	PANEL = 310,
	GAP = 46,
	WIDTH = LEFT + 832 + PANEL + 2 * GAP
};

static double put_head(struct svg *s, double room)
{
	const struct svg_words title = {
		.x = LEFT, .y = 52, .size = 24, .classes = "b h", .hue = HUE_INK
	};
	struct svg_words base = {
		.x = LEFT, .size = 13.5, .classes = "q", .hue = HUE_INK2
	};
	base.y = svg_lines(s, &title, spell_title(&s->words), room, 3) - 6;
	return svg_lines(s, &base, spell_base(&s->words), room, 3);
}

static void put_frame(struct svg *s, double height)
{
	html_fmt(&s->h,
		"<rect class=\"paper\" width=\"%d\" height=\"%.0f\" fill=\"%s\"/>\n",
		WIDTH, ceil(height), WEB_PALETTE[HUE_PAPER].light);
}

static void put_rule(struct svg *s, double x, double top, double bottom)
{
	html_fmt(&s->h, "<path class=\"rule\" d=\"M%.0f %.0fV%.0f\" stroke=\"%s\"/>\n", x,
		top, bottom, WEB_PALETTE[HUE_RULE].light);
}

// What was seen and what was not, and whom this may not be used against.
static double put_foot(struct svg *s, double y)
{
	enum { LINES_MOST = 12 };
	struct svg_words at = {
		.x = LEFT, .y = y, .size = 12, .classes = "q", .hue = HUE_INK2
	};
	at.y = svg_lines(s, &at, s->words.web->seen, WIDTH - 2 * LEFT, LINES_MOST) + 4;
	return svg_lines(s, &at, str_of(WEB_NOTICE), WIDTH - 2 * LEFT, LINES_MOST);
}

static void put_group(struct svg *s, double x, double y)
{
	html_fmt(&s->h, "<g transform=\"translate(%.1f %.1f)\">\n", x, y);
}

// How far down the picture stands beside a longer panel.
static double middle_of(double spare)
{
	return spare > 0 ? fmin(spare / 2, 90) : 0;
}

// The drawing goes to a buffer of its own first, since the height stands before it.
static double draw(struct svg *s, const struct ring *ring)
{
	const struct matrix_size cells = {
		.width = 832, .cell = 72, .text = 13.5, .names = 226
	};
	const double column = LEFT + 832 + GAP;
	const double top = put_head(s, 800) + 4;
	const double low = svg_panel(s, ring, column, 56, PANEL);
	double height = ring->height;
	if (s->words.page->matrix) {
		height = svg_matrix_extent(s, &cells).y;
		svg_matrix(s, &cells, LEFT, top + middle_of(low - top - height));
	} else {
		put_group(s, LEFT - 24, top + middle_of(low - top - height));
		svg_ring(s, ring);
		html_add(&s->h, "</g>\n");
	}
	const double bottom = fmax(top + height, low) + 24;
	put_rule(s, column - GAP / 2., 40, bottom - 12);
	return put_foot(s, bottom + 14) + 8;
}

void web_svg(const struct web_page *page, struct buf *out)
{
	struct arena scratch = { 0 };
	struct buf drawing = { 0 };
	struct svg s = { .h = { .out = &drawing, .arena = &scratch },
		.words = spelling_of(page, &scratch),
		.id = "web" };
	struct ring ring;
	ring_place(page->web, page->order, &RING_WIDE, &scratch, &ring);
	const double height = draw(&s, &ring);
	s.h.out = out;
	svg_open(&s, WIDTH, height, true);
	html_add(&s.h, "<style>");
	web_style(out);
	html_add(&s.h, "</style>\n");
	put_frame(&s, height);
	buf_add(out, buf_str(&drawing));
	out->full |= drawing.full;
	svg_close(&s);
	buf_done(&drawing);
	arena_free(&scratch);
}

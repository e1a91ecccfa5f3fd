#include <math.h>

#include "report/ring.h"

#define PI 3.14159265358979323846

const struct ring_size RING_WIDE = { .width = 880,
	.radius_max = 300,
	.radius_min = 210,
	.circle = 25,
	.badge = 13,
	.text = 15,
	.thin = 1.5,
	.thick = 19 };

const struct ring_size RING_COLUMN = { .width = 620,
	.radius_max = 205,
	.radius_min = 148,
	.circle = 20,
	.badge = 11.5,
	.text = 13.5,
	.thin = 1.5,
	.thick = 14 };

const struct ring_size RING_NARROW = { .width = 328,
	.radius_max = 112,
	.radius_min = 82,
	.circle = 14,
	.badge = 9.5,
	.text = 11.5,
	.thin = 1,
	.thick = 9,
	.keyed = true };

struct placing {
	struct ring *ring;
	const struct web *web;
	struct arena *arena;
	double gap;   // between a circle and its label
	double line;  // from one line of text to the next
	size_t lines; // of a label at most
};

static double turn_of(const struct ring *r, size_t i)
{
	return 2 * PI * (double)i / (double)r->node_count;
}

// Labels at the very top and bottom stand above and below their circle.
static bool is_pole(double turn)
{
	return fabs(sin(turn)) < 0.17;
}

static double height_of(const struct placing *p, const struct label *label)
{
	return p->line * (double)(label->count - 1) + p->ring->size.text * 1.2;
}

static double room_of(const struct placing *p, double turn)
{
	const struct ring *r = p->ring;
	const double half = r->size.width / 2 - 4;
	if (!is_pole(turn))
		return half - r->radius * fabs(sin(turn)) - r->circle - p->gap;
	// Up to where the neighbours' labels begin.
	const double next = r->radius * sin(2 * PI / (double)r->node_count) + r->circle;
	const double least = 7 * r->size.text;
	return r->node_count < 4 ? 2 * half * .6 : 2 * (next > least ? next : least);
}

static struct label label_of(const struct placing *p, size_t i)
{
	const struct ring_node *n = &p->ring->nodes[i];
	const double turn = turn_of(p->ring, i);
	return label_wrap(p->arena, p->web->nodes[n->node].name, p->ring->size.text,
		room_of(p, turn), p->lines);
}

// How many labels are cut or have a cut word.
static size_t wrap_labels(struct placing *p)
{
	size_t bad = 0;
	for (size_t i = 0; i < p->ring->node_count; i++) {
		struct label *label = &p->ring->nodes[i].label;
		*label = label_of(p, i);
		bad += !label->whole || label->broken;
	}
	return bad;
}

/*
 * The smallest ring on which a number fits between two neighbours; where even the
 * largest is too small, circles shrink.
 */
static double choose_circle(struct ring *r)
{
	enum { AIR = 3, CIRCLE_MIN = 5 };
	const double side = r->node_count > 1 ? sin(PI / (double)r->node_count) : 1;
	const double needed = (r->size.circle + r->size.badge + AIR) / side;
	const double room = r->size.radius_max * side - r->size.badge - AIR;
	r->circle = needed <= r->size.radius_max ? r->size.circle
		    : room > CIRCLE_MIN		 ? room
						 : CIRCLE_MIN;
	const double least = fmax(needed, r->size.radius_min);
	return fmin(least, r->size.radius_max);
}

// The largest ring on which as few labels are cut as on the smallest; how many that is.
static size_t choose_radius(struct placing *p, double smallest)
{
	enum { STEP = 10 };
	struct ring *r = p->ring;
	r->radius = smallest;
	const size_t least = wrap_labels(p);
	for (r->radius = r->size.radius_max; r->radius > smallest; r->radius -= STEP)
		if (wrap_labels(p) <= least)
			return least;
	r->radius = smallest;
	return wrap_labels(p);
}

static struct box box_at_pole(
	const struct placing *p, const struct ring_node *n, double turn, double height)
{
	const double away = p->ring->circle + p->gap, half = n->label.width / 2;
	const double top = cos(turn) > 0 ? n->at.y - away - height : n->at.y + away;
	return (struct box){ n->at.x - half, top, n->at.x + half, top + height };
}

static struct box box_at_side(
	const struct placing *p, const struct ring_node *n, double turn, double height)
{
	const double away = p->ring->circle + p->gap, c = cos(turn);
	const double middle = n->at.y - (away + height / 2) * c;
	const double across = fabs(middle - n->at.y) - height / 2;
	const double beside =
		across > 0 ? (across < away ? sqrt(away * away - across * across) : 0)
			   : away;
	const double width = n->label.width;
	const double left = sin(turn) > 0 ? n->at.x + beside : n->at.x - beside - width;
	return (struct box){ left, middle - height / 2, left + width,
		middle + height / 2 };
}

static bool overlap(struct box a, struct box b)
{
	return a.left < b.right && b.left < a.right && a.top < b.bottom &&
	       b.top < a.bottom;
}

static struct box grown(struct box b, double by)
{
	return (struct box){ b.left - by, b.top - by, b.right + by, b.bottom + by };
}

static struct box around(struct point at, double radius)
{
	return (struct box){ at.x - radius, at.y - radius, at.x + radius, at.y + radius };
}

static double shift(struct box *b, double by)
{
	b->top += by;
	b->bottom += by;
	return fabs(by);
}

// Moves label `i` up (or down, below the middle) past whatever it touches: the labels
// already placed and all circles but its own.
static void make_room(const struct placing *p, size_t i, const bool *placed)
{
	struct ring *r = p->ring;
	struct box *mine = &r->nodes[i].box;
	const bool up = cos(turn_of(r, i)) > -1e-9;
	double moved = 0;
	for (size_t j = 0; j < 2 * r->node_count; j++) {
		const struct ring_node *n = &r->nodes[j % r->node_count];
		const bool label = j < r->node_count;
		if (n == &r->nodes[i] || (label && !placed[j]))
			continue;
		const struct box other =
			grown(label ? n->box : around(n->at, r->circle), p->gap / 2);
		if (!overlap(*mine, other))
			continue;
		moved += shift(
			mine, up ? other.top - mine->bottom : other.bottom - mine->top);
		j = SIZE_MAX; // it may have come to touch one that was clear
	}
	r->nodes[i].led = moved > r->size.text;
}

// From the sides to the top and bottom: what comes later may move further out.
static size_t next_label(const struct ring *r, const bool *placed)
{
	size_t best = SIZE_MAX;
	for (size_t i = 0; i < r->node_count; i++)
		if (!placed[i] &&
			(best == SIZE_MAX || fabs(cos(turn_of(r, i))) <
						     fabs(cos(turn_of(r, best))) - 1e-9))
			best = i;
	return best;
}

static void place_labels(struct placing *p)
{
	struct ring *r = p->ring;
	bool *placed = ARENA_ARRAY(p->arena, bool, r->node_count + 1);
	for (size_t done = 0; done < r->node_count; done++) {
		const size_t i = next_label(r, placed);
		struct ring_node *n = &r->nodes[i];
		const double turn = turn_of(r, i), height = height_of(p, &n->label);
		const bool pole = is_pole(turn);
		n->box = pole ? box_at_pole(p, n, turn, height)
			      : box_at_side(p, n, turn, height);
		n->anchor = pole ? "middle" : sin(turn) > 0 ? "start" : "end";
		make_room(p, i, placed);
		placed[i] = true;
	}
}

static void place_circles(struct ring *r)
{
	for (size_t i = 0; i < r->node_count; i++) {
		const double turn = turn_of(r, i);
		const double radius = r->node_count > 1 ? r->radius : 0;
		r->nodes[i].at =
			(struct point){ radius * sin(turn), -radius * cos(turn) };
	}
}

// The list of names below a ring of letters.
static void place_list(struct placing *p, double bottom)
{
	struct ring *r = p->ring;
	r->list_step = p->line * 1.25;
	r->list_top = bottom + r->list_step;
	r->list_columns = 1;
	const double room = r->size.width - 3 * r->size.text;
	double widest = 0;
	for (size_t i = 0; i < r->node_count; i++) {
		struct ring_node *n = &r->nodes[i];
		n->label = label_wrap(
			p->arena, p->web->nodes[n->node].name, r->size.text, room, 1);
		widest = n->label.width > widest ? n->label.width : widest;
	}
	if (widest < r->size.width / 2 - 3 * r->size.text)
		r->list_columns = 2;
	const size_t rows = (r->node_count + r->list_columns - 1) / r->list_columns;
	r->height = r->list_top + r->list_step * (double)rows;
}

static void translate(struct ring *r, double x, double y)
{
	r->centre = (struct point){ x, y };
	for (size_t i = 0; i < r->node_count; i++) {
		struct ring_node *n = &r->nodes[i];
		n->at = (struct point){ n->at.x + x, n->at.y + y };
		n->box = (struct box){ n->box.left + x, n->box.top + y, n->box.right + x,
			n->box.bottom + y };
		n->text.y = n->box.top + r->size.text * .95;
		n->text.x = n->anchor[0] == 's'	  ? n->box.left
			    : n->anchor[0] == 'e' ? n->box.right
						  : (n->box.left + n->box.right) / 2;
	}
}

static void frame(struct placing *p)
{
	struct ring *r = p->ring;
	double top = 0, bottom = 0;
	for (size_t i = 0; i < r->node_count; i++) {
		const struct ring_node *n = &r->nodes[i];
		const struct box circle = around(n->at, r->circle);
		const double high =
			r->keyed || circle.top < n->box.top ? circle.top : n->box.top;
		const double low = r->keyed || circle.bottom > n->box.bottom
					   ? circle.bottom
					   : n->box.bottom;
		top = high < top ? high : top;
		bottom = low > bottom ? low : bottom;
	}
	const double margin = r->size.text * .6;
	r->height = bottom - top + 2 * margin;
	translate(r, r->size.width / 2, margin - top);
	if (r->keyed)
		place_list(p, r->height);
}

void ring_place(const struct web *web, const uint32_t *nodes,
	const struct ring_size *size, struct arena *a, struct ring *out)
{
	*out = (struct ring){ .size = *size, .node_count = web->node_count };
	struct placing p = { .ring = out,
		.web = web,
		.arena = a,
		.gap = size->text * .5,
		.line = size->text * 1.2,
		.lines = LABEL_LINES - 1 };
	out->nodes = ARENA_ARRAY(a, struct ring_node, out->node_count + 1);
	for (size_t i = 0; i < out->node_count; i++)
		out->nodes[i] =
			(struct ring_node){ .node = nodes[i], .anchor = "middle" };
	const double smallest = choose_circle(out);
	size_t cut = choose_radius(&p, smallest);
	if (cut && !size->keyed) {
		p.lines = LABEL_LINES;
		cut = choose_radius(&p, smallest);
	}
	out->keyed = cut && size->keyed;
	if (out->keyed)
		out->radius = size->width / 2 - out->circle - 4;
	place_circles(out);
	if (!out->keyed)
		place_labels(&p);
	frame(&p);
	ring_connect(web, out, a);
}

struct str ring_letter(struct arena *a, size_t i)
{
	const char last = (char)('A' + i % 26);
	return i < 26 ? arena_fmt(a, "%c", last)
		      : arena_fmt(a, "%c%c", (char)('A' + i / 26 - 1), last);
}

// Where links leave a circle: side by side, so that each can be followed to its end.
#include <math.h>
#include <stdlib.h>

#include "report/ring.h"

#define LIMIT 1.5 // radians to either side of the middle of the ring
#define AIR 3.0	  // pixels between two ends

struct end {
	struct point *at, bend;
	double turn;  // from the middle of the ring, where it would go by itself
	double width; // of the link, in pixels
	double back;  // this much of the turns belongs to those before it
	double level; // turn - back, after spreading
	size_t steps; // clockwise to its other end
};

// In the order of where they go, so that none crosses its neighbour at the circle.
static int by_steps(const void *left, const void *right)
{
	const struct end *a = left, *b = right;
	return a->steps < b->steps ? -1 : a->steps > b->steps;
}

static double angle(struct point from, struct point to)
{
	return atan2(to.y - from.y, to.x - from.x);
}

static double wrapped(double turn)
{
	return remainder(turn, 2 * acos(-1));
}

// The ends at one circle, those of links that nothing asks for left where they are.
static size_t collect(struct ring *r, size_t place, struct end *ends)
{
	const struct point at = r->nodes[place].at;
	const double inward = angle(at, r->centre);
	size_t count = 0;
	for (size_t i = 0; i < r->link_count; i++) {
		struct ring_link *l = &r->links[i];
		if (l->kind == RING_SPARE ||
			(l->places[0] != place && l->places[1] != place))
			continue;
		ends[count++] =
			(struct end){ .at = l->places[0] == place ? &l->from : &l->to,
				.bend = l->bend,
				.turn = wrapped(angle(at, l->bend) - inward),
				.width = fmax(fmax(l->need, l->seen), 2.5),
				.steps = (l->places[l->places[0] == place] +
						 r->node_count - place) %
					 r->node_count };
	}
	return count;
}

/*
 * Turns as near to their own as the widths allow (least squares; pooling of adjacent
 * violators, Ayer et al. 1955); where the widths are more than there is room for, they
 * overlap alike.
 */
static void spread(struct end *ends, size_t count, double radius)
{
	double all = 0;
	for (size_t i = 1; i < count; i++)
		all += (ends[i - 1].width + ends[i].width) / 2 + AIR;
	const double squeeze = fmin(1, 2 * LIMIT * radius / fmax(all, 1)) / radius;
	for (size_t i = 0; i < count; i++) {
		ends[i].back =
			i ? ends[i - 1].back +
					squeeze *
						((ends[i - 1].width + ends[i].width) / 2 +
							AIR)
			  : 0;
		ends[i].level = ends[i].turn - ends[i].back;
	}
	for (size_t i = 1; i < count; i++) {
		double sum = ends[i].level;
		size_t first = i;
		while (first && ends[first - 1].level > sum / (double)(i - first + 1))
			sum += ends[--first].level;
		for (size_t k = first; k <= i; k++)
			ends[k].level = sum / (double)(i - first + 1);
	}
	for (size_t i = 0; i < count; i++) {
		const double most = LIMIT - ends[count - 1].back;
		ends[i].turn = fmax(-LIMIT, fmin(ends[i].level, most)) + ends[i].back;
	}
}

static struct point beside(struct point at, double turn, double far)
{
	return (struct point){ at.x + far * cos(turn), at.y + far * sin(turn) };
}

// As far out as both corners of the end stay within the circle, which is drawn on top.
static struct point root_of(
	const struct ring *r, struct point at, double turn, const struct end *end)
{
	for (double far = r->circle - 1; far > 0; far--) {
		const struct point root = beside(at, turn, far);
		const double side = angle(root, end->bend) + acos(-1) / 2;
		const struct point left = beside(root, side, end->width / 2);
		const struct point right = beside(root, side, -end->width / 2);
		if (hypot(left.x - at.x, left.y - at.y) < r->circle - 1 &&
			hypot(right.x - at.x, right.y - at.y) < r->circle - 1)
			return root;
	}
	return at;
}

void ring_fan(struct ring *r, struct arena *a)
{
	struct end *ends = ARENA_ARRAY(a, struct end, r->link_count + 1);
	for (size_t place = 0; place < r->node_count; place++) {
		const struct point at = r->nodes[place].at;
		const double inward = angle(at, r->centre);
		const size_t count = collect(r, place, ends);
		qsort(ends, count, sizeof *ends, by_steps);
		spread(ends, count, r->circle);
		for (size_t i = 0; i < count; i++)
			*ends[i].at = root_of(r, at, inward + ends[i].turn, &ends[i]);
	}
}

#include <math.h>
#include <stdlib.h>

#include "report/ring.h"

enum { STEPS = 9 };

struct point ring_point(const struct ring_link *l, double t)
{
	const double u = 1 - t;
	return (struct point){ u * u * l->from.x + 2 * u * t * l->bend.x +
				       t * t * l->to.x,
		u * u * l->from.y + 2 * u * t * l->bend.y + t * t * l->to.y };
}

static double attention(const struct web_link *link)
{
	const double both = (link->share_ab + link->share_ba) / 2;
	return both > 0 ? both : 0;
}

static enum ring_kind kind_of(const struct web *web, const struct web_link *link)
{
	if (web->basis != WEB_BASIS_STRENGTH)
		return attention(link) >= .05 ? RING_SHARE : RING_KINDS;
	switch (link->verdict) {
	case WEB_GAP:
	case WEB_POSSIBLE_GAP:
		return RING_GAP;
	case WEB_ENOUGH:
		return RING_ENOUGH;
	case WEB_NO_DATA:
		return link->needed > 0 ? RING_UNSEEN : RING_KINDS;
	case WEB_CANNOT_TELL:
	case WEB_NOT_NEEDED:
	case WEB_VERDICTS:
		break;
	}
	return link->observed >= RING_SPARE_MIN ? RING_SPARE : RING_KINDS;
}

static double width_of(const struct ring_size *size, double strength)
{
	return strength > 0 ? size->thin + size->thick * strength : 0;
}

// The curve between places `i` and `j` of the ring: further apart, nearer the middle.
static void bend(const struct ring *r, size_t i, size_t j, struct ring_link *out)
{
	const size_t apart = i > j ? i - j : j - i;
	const size_t steps = apart * 2 > r->node_count ? r->node_count - apart : apart;
	const double by = .25 + .5 * (double)steps / ((double)r->node_count / 2);
	out->from = r->nodes[i].at;
	out->to = r->nodes[j].at;
	const double x = (out->from.x + out->to.x) / 2, y = (out->from.y + out->to.y) / 2;
	out->bend =
		(struct point){ x + (r->centre.x - x) * by, y + (r->centre.y - y) * by };
}

static void add_link(const struct web *web, struct ring *r, size_t i, size_t j)
{
	const size_t index = web_link_index(web, r->nodes[i].node, r->nodes[j].node);
	const struct web_link *link = &web->links[index];
	struct ring_link l = {
		.link = index, .kind = kind_of(web, link), .places = { i, j }
	};
	if (l.kind == RING_KINDS)
		return;
	bend(r, i, j, &l);
	l.need = width_of(&r->size, link->needed);
	l.seen = width_of(
		&r->size, l.kind == RING_SHARE ? attention(link) : link->observed);
	if (l.kind == RING_UNSEEN)
		l.seen = 0;
	if (l.kind == RING_SPARE)
		l.seen /= 2; // there may be many, and they are not what it is about
	r->drawn[l.kind] = true;
	r->links[r->link_count++] = l;
}

static int by_gap(const void *left, const void *right)
{
	const struct ring_link *a = left, *b = right;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	const double x = a->need - a->seen, y = b->need - b->seen;
	if (x < y || x > y)
		return x < y ? -1 : 1;
	return a->link < b->link ? -1 : 1;
}

// What is nearly there still has its two dashed edges, outside of what was observed.
static void show_edges(struct ring *r)
{
	const double edges = r->size.thick * .22;
	for (size_t i = 0; i < r->link_count; i++)
		if (r->links[i].kind == RING_GAP)
			r->links[i].need =
				fmax(r->links[i].need, r->links[i].seen + edges);
}

static bool is_clear(const struct ring *r, struct point at)
{
	const double badge = r->size.badge, air = 3;
	for (size_t i = 0; i < r->node_count; i++)
		if (hypot(at.x - r->nodes[i].at.x, at.y - r->nodes[i].at.y) <
			badge + r->circle + air)
			return false;
	for (size_t i = 0; i < r->badge_count; i++)
		if (hypot(at.x - r->badges[i].at.x, at.y - r->badges[i].at.y) <
			2 * badge + air)
			return false;
	return true;
}

// In the middle of its link, or as near to it as the others leave room, or beside it.
static struct point badge_place(const struct ring *r, const struct ring_link *link)
{
	static const double AT[STEPS] = { .5, .44, .56, .38, .62, .32, .68, .27, .73 };
	for (size_t i = 0; i < STEPS; i++)
		if (is_clear(r, ring_point(link, AT[i])))
			return ring_point(link, AT[i]);
	const struct point middle = ring_point(link, .5);
	for (size_t i = 1; i <= STEPS; i++) {
		const double by = (double)i / STEPS;
		const struct point at = { middle.x + (r->centre.x - middle.x) * by,
			middle.y + (r->centre.y - middle.y) * by };
		if (is_clear(r, at))
			return at;
	}
	return middle;
}

static void add_badges(const struct web *web, struct ring *r)
{
	for (size_t p = 0; p < web->choice.pick_count; p++)
		for (size_t i = 0; i < r->link_count; i++)
			if (r->links[i].link == web->choice.picks[p].link)
				r->badges[r->badge_count++] = (struct ring_badge){ p,
					badge_place(r, &r->links[i]) };
}

void ring_connect(const struct web *web, struct ring *r, struct arena *a)
{
	r->links = ARENA_ARRAY(a, struct ring_link, web->link_count + 1);
	for (size_t i = 0; i < r->node_count; i++)
		for (size_t j = i + 1; j < r->node_count; j++)
			add_link(web, r, i, j);
	qsort(r->links, r->link_count, sizeof *r->links, by_gap);
	show_edges(r);
	ring_fan(r, a);
	add_badges(web, r);
}

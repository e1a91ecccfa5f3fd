/*
 * Geometry of the ring on generated webs: 1 to 24 functions, names of 1 to 40 letters, as
 * wide as the widest font draws them (report/label.h).
 */
#include "tests/test.h"

#include <math.h>

#include "report/ring.h"
#include "tests/report/webs.h"

static bool meet(struct box a, struct box b)
{
	return a.left < b.right && b.left < a.right && a.top < b.bottom &&
	       b.top < a.bottom;
}

static double distance(struct point a, struct point b)
{
	return hypot(a.x - b.x, a.y - b.y);
}

// From a point to the nearest of a box; 0 inside.
static double to_box(struct point p, struct box b)
{
	const double x = fmax(fmax(b.left - p.x, 0), p.x - b.right);
	const double y = fmax(fmax(b.top - p.y, 0), p.y - b.bottom);
	return hypot(x, y);
}

static void check_labels(const struct ring *r)
{
	for (size_t i = 0; i < r->node_count; i++) {
		const struct ring_node *n = &r->nodes[i];
		assert_true(n->box.left >= 0 && n->box.right <= r->size.width);
		assert_true(n->box.top >= 0 && n->box.bottom <= r->height);
		assert_true(n->label.count >= 1 && n->label.width > 0);
		for (size_t j = 0; j < r->node_count; j++) {
			if (j != i)
				assert_false(meet(n->box, r->nodes[j].box));
			assert_true(to_box(r->nodes[j].at, n->box) > r->circle);
		}
		for (size_t j = 0; j < r->badge_count; j++)
			assert_true(to_box(r->badges[j].at, n->box) > r->size.badge);
	}
}

static void check_circles(const struct ring *r)
{
	for (size_t i = 0; i < r->node_count; i++) {
		const struct point at = r->nodes[i].at;
		assert_true(at.x - r->circle >= 0 && at.x + r->circle <= r->size.width);
		assert_true(at.y - r->circle >= 0 && at.y + r->circle <= r->height);
		for (size_t j = 0; j < i; j++)
			assert_true(distance(at, r->nodes[j].at) > 2.2 * r->circle);
		if (r->node_count > 1) // nobody in the middle
			assert_float_equal(distance(at, r->centre), r->radius, 1e-6);
	}
}

// No link runs behind a circle that it does not touch, and every number can be read.
static void check_links(const struct ring *r)
{
	for (size_t i = 0; i < r->link_count; i++)
		for (double t = 0; t <= 1; t += .02) {
			const struct point p = ring_point(&r->links[i], t);
			for (size_t j = 0; j < r->node_count; j++) {
				if (j == r->links[i].places[0] ||
					j == r->links[i].places[1])
					continue;
				assert_true(distance(p, r->nodes[j].at) > r->circle);
			}
		}
	for (size_t i = 0; i < r->badge_count; i++) {
		for (size_t j = 0; j < r->node_count; j++)
			assert_true(distance(r->badges[i].at, r->nodes[j].at) >
				    r->size.badge + r->circle);
		for (size_t j = 0; j < i; j++)
			assert_true(distance(r->badges[i].at, r->badges[j].at) >
				    2 * r->size.badge);
	}
}

static void check(struct webs *w, const struct ring_size *size)
{
	struct ring r;
	ring_place(&w->world.web, w->page.order, size, &w->world.arena, &r);
	assert_int_equal(r.badge_count, w->world.web.choice.pick_count);
	if (!r.keyed)
		check_labels(&r);
	check_circles(&r);
	check_links(&r);
}

static void check_sizes(struct webs *w)
{
	check(w, &RING_WIDE);
	check(w, &RING_COLUMN);
	check(w, &RING_NARROW);
}

TEST(nothing_touches_whatever_the_names)
{
	static const size_t LENGTHS[] = { 1, 7, 12, 18, 25, 33, 40 };
	size_t webs = 0;
	for (size_t count = 4; count <= 14; count++)
		for (size_t i = 0; i < COUNT(LENGTHS); i++) {
			struct arena a = { 0 };
			struct webs w;
			const uint64_t seed = count * 100 + i;
			webs_make(
				&w, webs_names(&a, count, LENGTHS[i], seed), count, seed);
			check_sizes(&w);
			webs_done(&w);
			arena_free(&a);
			webs++;
		}
	assert_int_equal(webs, 77);
}

TEST(names_as_companies_have_them)
{
	for (size_t count = 1; count <= 14; count++) {
		struct webs w;
		webs_make(&w, WEBS_LONG, count, count);
		check_sizes(&w);
		webs_done(&w);
		webs_make(&w, WEBS_USUAL, count, count);
		check_sizes(&w);
		webs_done(&w);
	}
}

TEST(a_crowd_still_fits)
{
	struct arena a = { 0 };
	struct webs w;
	webs_make(&w, webs_names(&a, 24, 14, 7), 24, 7);
	check_sizes(&w);
	webs_done(&w);
	arena_free(&a);
}

static double missing(const struct webs *w, const struct ring_link *l)
{
	const struct web_link *link = &w->world.web.links[l->link];
	const double seen = link->observed > 0 ? 1.5 + 19 * link->observed
					       : 0; // nothing has no width
	return 1.5 + 19 * link->needed - seen;
}

TEST(all_circles_are_alike_and_the_largest_gap_lies_on_top)
{
	struct webs w;
	struct ring r;
	webs_make(&w, WEBS_USUAL, 14, 14);
	ring_place(&w.world.web, w.page.order, &RING_WIDE, &w.world.arena, &r);
	assert_float_equal(r.circle, RING_WIDE.circle, 1e-9); // one radius for all
	for (size_t i = 1; i < r.link_count; i++) {
		const struct ring_link *a = &r.links[i - 1], *b = &r.links[i];
		assert_true(a->kind <= b->kind);
		if (a->kind == RING_GAP)
			assert_true(missing(&w, a) <= missing(&w, b) + 1e-9);
	}
	assert_int_equal(r.links[r.link_count - 1].kind, RING_GAP);
	webs_done(&w);
}

TEST(width_is_strength_and_grey_ties_are_strong)
{
	struct webs w;
	struct ring r;
	size_t spare = 0, silent = 0;
	webs_make(&w, WEBS_USUAL, 9, 9);
	ring_place(&w.world.web, w.page.order, &RING_WIDE, &w.world.arena, &r);
	for (size_t i = 0; i < r.link_count; i++) {
		const struct ring_link *l = &r.links[i];
		const struct web_link *link = &w.world.web.links[l->link];
		if (l->kind == RING_GAP)
			assert_true(fabs(l->need - fmax(1.5 + 19 * link->needed,
							   l->seen + 19 * .22)) < 1e-9);
		if (l->kind == RING_ENOUGH)
			assert_true(fabs(l->seen - (1.5 + 19 * link->observed)) < 1e-9);
		if (l->kind == RING_SPARE)
			assert_true(link->observed >= .5 && link->needed == 0);
		if (l->kind == RING_UNSEEN)
			assert_true(link->verdict == WEB_NO_DATA && l->seen == 0);
		spare += l->kind == RING_SPARE;
		silent += l->kind == RING_UNSEEN;
	}
	assert_true(spare > 0 && silent > 0); // the cases above were met
	webs_done(&w);
}

// Where several links end at one circle, none covers another's end, and no end looks out.
TEST(ends_fan_out_around_a_circle)
{
	size_t seen = 0;
	for (uint64_t seed = 1; seed <= 6; seed++) {
		struct webs w;
		struct ring r;
		webs_make(&w, WEBS_USUAL, 9, seed);
		ring_place(&w.world.web, w.page.order, &RING_WIDE, &w.world.arena, &r);
		for (size_t i = 0; i < r.link_count; i++)
			for (size_t e = 0; e < 2; e++) {
				const struct ring_link *l = &r.links[i];
				const struct point at = r.nodes[l->places[e]].at;
				const struct point root = e ? l->to : l->from;
				assert_true(distance(at, root) < r.circle);
				seen += l->kind != RING_SPARE && distance(at, root) > 5;
			}
		webs_done(&w);
	}
	assert_true(seen > 60);
}

static struct ring_link link_to(struct point from, struct point to, size_t place)
{
	return (struct ring_link){ .kind = RING_GAP,
		.places = { 0, place },
		.from = from,
		.bend = { (from.x + to.x) / 2, (from.y + to.y) / 2 },
		.to = to,
		.need = 10,
		.link = place };
}

// Three links in nearly the same direction leave a circle 10 pixels wide each, apart.
TEST(neighbours_leave_side_by_side)
{
	struct arena a = { 0 };
	struct ring_node nodes[4] = { { .at = { 0, -300 } }, { .at = { 20, 300 } },
		{ .at = { 0, 300 } }, { .at = { -20, 300 } } };
	struct ring_link links[3];
	struct ring r = { .circle = 25,
		.nodes = nodes,
		.node_count = 4,
		.links = links,
		.link_count = 3 };
	for (size_t i = 0; i < 3; i++)
		links[i] = link_to(nodes[0].at, nodes[i + 1].at, i + 1);
	ring_fan(&r, &a);
	for (size_t i = 1; i < 3; i++) {
		assert_true(links[i - 1].from.x > links[i].from.x); // none crosses over
		assert_true(distance(links[i - 1].from, links[i].from) > 9);
	}
	arena_free(&a);
}

TEST(labels_break_where_people_would)
{
	struct arena a = { 0 };
	struct label l = label_wrap(&a, S("Customer success"), 15, 110, 3);
	assert_int_equal(l.count, 2);
	assert_true(str_eq(l.lines[0], S("Customer")));
	assert_true(l.whole && !l.broken && l.width <= 110);
	l = label_wrap(&a, S("Datenschutzgrundverordnung"), 15, 110, 2);
	assert_true(str_ends(l.lines[0], S("-")));
	assert_true(l.broken && l.width <= 110);
	l = label_wrap(&a, S("one two three four five six seven"), 15, 60, 2);
	assert_true(!l.whole && str_ends(l.lines[1], S("…")));
	l = label_wrap(&a, S(""), 15, 60, 2);
	assert_int_equal(l.count, 1);
	l = label_wrap(&a, S("Wide"), 15, 1, 2); // no room for one letter
	assert_int_equal(l.count, 2);
	arena_free(&a);
}

MAIN(RUN(nothing_touches_whatever_the_names), RUN(names_as_companies_have_them),
	RUN(a_crowd_still_fits),
	RUN(all_circles_are_alike_and_the_largest_gap_lies_on_top),
	RUN(width_is_strength_and_grey_ties_are_strong),
	RUN(ends_fan_out_around_a_circle), RUN(neighbours_leave_side_by_side),
	RUN(labels_break_where_people_would))

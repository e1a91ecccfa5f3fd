/*
 * What goes only through ties of .2 and more: who is the only way between two others, and
 * the way from one's own function to the owner of an objective.  On generated webs, by
 * plain search over the exact strengths.
 */
#include <math.h>
#include <string.h>

#include "base/random.h"
#include "reference.h"
#include "world.h"

enum { EACH = 6, MOST = 8, CASES = 150 };

static const double STRONG = .2;

static size_t make(struct world *w, uint64_t seed)
{
	struct random r = { seed };
	const size_t n = 4 + random_below(&r, MOST - 3);
	world_init(w, n, n * EACH);
	for (uint32_t p = 0; p < n * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 0;
	w->settings.own = 0;
	for (uint32_t a = 0; a < n; a++)
		for (uint32_t b = a + 1; b < n; b++) {
			const uint64_t much = random_below(&r, 10);
			const uint32_t rows = much < 4 ? 0 : much < 7 ? 4 : 30;
			for (uint32_t i = 0; i < rows; i++) {
				const uint32_t p = a * EACH + i % EACH;
				const uint32_t q = b * EACH + (i * 5 + i / EACH) % EACH;
				world_add(w, (struct world_row){ p, q, 1, CHANNEL_MAIL });
				if (i % 3)
					world_add(w, (struct world_row){
							     q, p, 1, CHANNEL_MAIL });
			}
		}
	for (uint32_t owner = 1; owner < n; owner++) {
		struct web_objective *o = world_objective(w, "o", 1);
		world_need(w, o, 0, owner, WEB_DEPEND);
		o->owner = owner;
	}
	world_measure(w);
	return n;
}

static bool is_strong(const struct web *w, uint32_t a, uint32_t b)
{
	return a != b && web_link_at(w, a, b)->observed >= STRONG;
}

static bool reaches(const struct web *w, uint32_t from, uint32_t to, uint32_t without)
{
	bool seen[MOST] = { false };
	seen[from] = true;
	for (size_t round = 0; round < w->node_count; round++)
		for (uint32_t a = 0; a < w->node_count; a++)
			for (uint32_t b = 0; b < w->node_count; b++)
				if (seen[a] && b != without && is_strong(w, a, b))
					seen[b] = true;
	return seen[to];
}

static bool parts(const struct web *w, uint32_t v)
{
	for (uint32_t a = 0; a < w->node_count; a++)
		for (uint32_t b = 0; b < w->node_count; b++)
			if (a != b && is_strong(w, a, v) && is_strong(w, b, v) &&
				!reaches(w, a, b, v))
				return true;
	return false;
}

TEST(the_only_way_is_what_keeps_two_together)
{
	size_t only = 0, weak = 0;
	for (uint64_t seed = 1; seed <= CASES; seed++) {
		struct world w;
		const size_t n = make(&w, seed);
		for (uint32_t v = 0; w.web.basis == WEB_BASIS_STRENGTH && v < n; v++) {
			const uint32_t *way = w.web.nodes[v].only_way;
			assert_int_equal(way[0] != WEB_NONE, parts(&w.web, v));
			for (uint32_t b = 0; b < n; b++)
				weak += b != v && !is_strong(&w.web, v, b) &&
					web_link_at(&w.web, v, b)->observed > .1;
			if (way[0] == WEB_NONE)
				continue;
			only++;
			assert_false(reaches(&w.web, way[0], way[1], v));
		}
		world_done(&w);
	}
	assert_true(only > 30 && weak > 30);
}

// Shortest lengths 1 / observed by as many rounds as there are nodes.
static double shortest(const struct web *w, uint32_t to)
{
	double d[MOST];
	for (uint32_t i = 0; i < w->node_count; i++)
		d[i] = i ? INFINITY : 0;
	for (size_t round = 0; round < w->node_count; round++)
		for (uint32_t a = 0; a < w->node_count; a++)
			for (uint32_t b = 0; b < w->node_count; b++)
				if (is_strong(w, a, b))
					d[b] = fmin(
						d[b], d[a] + 1 / web_link_at(w, a, b)
									      ->observed);
	return d[to];
}

TEST(the_way_to_an_owner_is_the_shortest_over_strong_ties)
{
	size_t ways = 0, none = 0;
	for (uint64_t seed = 1; seed <= CASES; seed++) {
		struct world w;
		(void)make(&w, seed);
		for (size_t o = 0;
			w.web.basis == WEB_BASIS_STRENGTH && o < w.web.aim_count; o++) {
			const struct web_aim *aim = &w.web.aims[o];
			const double want = shortest(&w.web, aim->owner);
			double length = 0, weakest = 1;
			assert_int_equal(aim->way_count > 0, isfinite(want));
			none += !aim->way_count;
			for (size_t i = 1; i < aim->way_count; i++) {
				const struct web_link *l =
					web_link_at(&w.web, aim->way[i - 1], aim->way[i]);
				length += 1 / l->observed;
				weakest = fmin(weakest, l->observed);
			}
			if (!aim->way_count)
				continue;
			ways++;
			assert_int_equal(aim->way[0], 0);
			assert_int_equal(aim->way[aim->way_count - 1], aim->owner);
			NEAR_BY(length, want, 1e-9);
			NEAR_BY(aim->way_weakest, weakest, 0);
		}
		world_done(&w);
	}
	assert_true(ways > 100 && none > 10);
}

MAIN(RUN(the_only_way_is_what_keeps_two_together),
	RUN(the_way_to_an_owner_is_the_shortest_over_strong_ties))

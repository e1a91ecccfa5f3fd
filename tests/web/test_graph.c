/*
 * Measures of places on Zachary's karate club (Zachary 1977: 34 members, 78 ties, with
 * the number of contexts as weight), against NetworkX 3.6.1: betweenness_centrality
 * without normalisation and constraint; and on small graphs by hand.
 */
#include <string.h>

#include "reference.h"
#include "web/graph.h"

enum { MEMBERS = 34, TIES = 78 };

static const double CLOSED = 1e-9;

static const struct {
	uint32_t a, b;
	double contexts;
} CLUB[TIES] = { { 0, 1, 4 }, { 0, 2, 5 }, { 0, 3, 3 }, { 0, 4, 3 }, { 0, 5, 3 },
	{ 0, 6, 3 }, { 0, 7, 2 }, { 0, 8, 2 }, { 0, 10, 2 }, { 0, 11, 3 }, { 0, 12, 1 },
	{ 0, 13, 3 }, { 0, 17, 2 }, { 0, 19, 2 }, { 0, 21, 2 }, { 0, 31, 2 }, { 1, 2, 6 },
	{ 1, 3, 3 }, { 1, 7, 4 }, { 1, 13, 5 }, { 1, 17, 1 }, { 1, 19, 2 }, { 1, 21, 2 },
	{ 1, 30, 2 }, { 2, 3, 3 }, { 2, 7, 4 }, { 2, 8, 5 }, { 2, 9, 1 }, { 2, 13, 3 },
	{ 2, 27, 2 }, { 2, 28, 2 }, { 2, 32, 2 }, { 3, 7, 3 }, { 3, 12, 3 }, { 3, 13, 3 },
	{ 4, 6, 2 }, { 4, 10, 3 }, { 5, 6, 5 }, { 5, 10, 3 }, { 5, 16, 3 }, { 6, 16, 3 },
	{ 8, 30, 3 }, { 8, 32, 3 }, { 8, 33, 4 }, { 9, 33, 2 }, { 13, 33, 3 },
	{ 14, 32, 3 }, { 14, 33, 2 }, { 15, 32, 3 }, { 15, 33, 4 }, { 18, 32, 1 },
	{ 18, 33, 2 }, { 19, 33, 1 }, { 20, 32, 3 }, { 20, 33, 1 }, { 22, 32, 2 },
	{ 22, 33, 3 }, { 23, 25, 5 }, { 23, 27, 4 }, { 23, 29, 3 }, { 23, 32, 5 },
	{ 23, 33, 4 }, { 24, 25, 2 }, { 24, 27, 3 }, { 24, 31, 2 }, { 25, 31, 7 },
	{ 26, 29, 4 }, { 26, 33, 2 }, { 27, 33, 4 }, { 28, 31, 2 }, { 28, 33, 2 },
	{ 29, 32, 4 }, { 29, 33, 2 }, { 30, 32, 3 }, { 30, 33, 3 }, { 31, 32, 4 },
	{ 31, 33, 4 }, { 32, 33, 5 } };

static const double BETWEEN[MEMBERS] = { 231.071428571, 28.4785714286, 75.8507936508,
	6.2880952381, 0.333333333333, 15.8333333333, 15.8333333333, 0, 29.5293650794,
	0.447619047619, 0.333333333333, 0, 0, 24.2158730159, 0, 0, 0, 0, 0, 17.1468253968,
	0, 0, 0, 9.3, 1.16666666667, 2.02777777778, 0, 11.7920634921, 0.947619047619,
	1.54285714286, 7.60952380952, 73.0095238095, 76.6904761905, 160.551587302 };
static const double BETWEEN_DIRECTED[MEMBERS] = { 0, 0.5, 8.83333333333, 2, 0, 0.5, 1.5,
	0, 2.25, 0.166666666667, 0, 0, 0, 1.75, 0, 0, 0, 0, 0, 0.583333333333, 0, 0, 0, 0,
	0, 1, 0, 0.666666666667, 2.16666666667, 1, 0.833333333333, 5.08333333333,
	0.166666666667, 0 };
// lengths are the weights
static const double BETWEEN_LENGTHS[MEMBERS] = { 250.15, 33.8, 36.65, 1.33333333333, 0.5,
	15.5, 15.5, 0, 13.1, 7.28333333333, 0.5, 0, 0, 1.2, 0, 0, 0, 16.1, 3,
	127.066666667, 0, 0, 0, 1, 33.8333333333, 0.5, 0, 6.5, 10.1, 0, 3, 66.3333333333,
	38.1333333333, 209.5 };
static const double CONSTRAINT[MEMBERS] = { 0.155423297647, 0.279535108025, 0.18517663966,
	0.396659647205, 0.529417438272, 0.477484809028, 0.477484809028, 0.442711588542,
	0.303600713668, 0.5, 0.529417438272, 1, 0.622504340278, 0.323335416667,
	0.573679594387, 0.573679594387, 0.78125, 0.590868537809, 0.573679594387,
	0.373719350137, 0.573679594387, 0.590868537809, 0.573679594387, 0.305823721646,
	0.45987654321, 0.45987654321, 0.670901816609, 0.285069204152, 0.386913153061,
	0.449409001346, 0.34600646386, 0.244575403691, 0.249223362275, 0.156418685121 };
static const double CONSTRAINT_WEIGHTED[MEMBERS] = { 0.190623489056, 0.340901983129,
	0.255653839096, 0.412222615612, 0.508088569655, 0.491129227775, 0.531404721652,
	0.527081950416, 0.334414756359, 0.555555555556, 0.530497648278, 1, 0.730229591837,
	0.382748624316, 0.641126692829, 0.632394347397, 0.939749124502, 0.665331407588,
	0.667077583701, 0.43910936392, 0.723821347073, 0.623608381125, 0.639834227839,
	0.312773961166, 0.512471655329, 0.456314498589, 0.653162438819, 0.322210146386,
	0.398982741245, 0.438925197354, 0.394491170724, 0.275498835127, 0.258256140484,
	0.186287285632 };

struct club {
	struct arena arena;
	struct graph directed, both;
};

static double contexts_of(uint32_t a, uint32_t b)
{
	for (size_t i = 0; i < TIES; i++)
		if ((CLUB[i].a == a && CLUB[i].b == b) ||
			(CLUB[i].a == b && CLUB[i].b == a))
			return CLUB[i].contexts;
	fail_msg("%u and %u have no tie", a, b);
	return 0;
}

static void set_up(struct club *c)
{
	struct arc arcs[TIES];
	*c = (struct club){ 0 };
	for (size_t i = 0; i < TIES; i++)
		arcs[i] = (struct arc){ CLUB[i].a, CLUB[i].b };
	graph_of(arcs, TIES, MEMBERS, &c->arena, &c->directed);
	graph_undirected(&c->directed, &c->arena, &c->both);
}

static void weigh(struct club *c)
{
	c->both.weight = ARENA_ARRAY(&c->arena, double, 2 * TIES);
	for (uint32_t v = 0; v < MEMBERS; v++)
		for (size_t i = c->both.first[v]; i < c->both.first[v + 1]; i++)
			c->both.weight[i] = contexts_of(v, c->both.to[i]);
}

static void compare(const double *got, double times, const double *want)
{
	for (size_t v = 0; v < MEMBERS; v++)
		NEAR_BY(got[v] * times, want[v], CLOSED);
}

TEST(betweenness_is_that_of_networkx)
{
	struct club c;
	double got[MEMBERS];
	set_up(&c);
	for (size_t threads = 1; threads <= 3; threads++) {
		graph_betweenness(&c.both, threads, got);
		compare(got, .5, BETWEEN);
		graph_betweenness(&c.directed, threads, got);
		compare(got, 1, BETWEEN_DIRECTED);
	}
	weigh(&c);
	graph_betweenness_weighted(&c.both, got);
	compare(got, .5, BETWEEN_LENGTHS);
	arena_free(&c.arena);
}

TEST(constraint_is_that_of_networkx)
{
	struct club c;
	double got[MEMBERS];
	set_up(&c);
	graph_constraint(&c.both, got);
	compare(got, 1, CONSTRAINT);
	weigh(&c);
	graph_constraint(&c.both, got);
	compare(got, 1, CONSTRAINT_WEIGHTED);
	arena_free(&c.arena);
}

// A triangle gives each member 2 (1/2 + 1/2 * 1/2)^2 = 1.125; the middle of an open
// triad .5, its ends 1; somebody alone nothing (Burt 1992, chapter 2).
TEST(constraint_by_hand)
{
	struct arena a = { 0 };
	struct arc arcs[] = { { 0, 1 }, { 1, 0 }, { 1, 2 }, { 2, 1 }, { 0, 2 }, { 2, 0 },
		{ 3, 4 }, { 4, 3 }, { 4, 5 }, { 5, 4 } };
	struct graph g;
	double got[7];
	graph_of(arcs, COUNT(arcs), 7, &a, &g);
	graph_constraint(&g, got);
	NEAR_BY(got[0], 1.125, 1e-15);
	NEAR_BY(got[2], 1.125, 1e-15);
	NEAR_BY(got[3], 1, 1e-15);
	NEAR_BY(got[4], .5, 1e-15);
	assert_true(isnan(got[6]));
	arena_free(&a);
}

/*
 * Members 0 and 1 of class A, 2 and 3 of B, 4 of C.  0 -> 1 -> 2 is representative for 1;
 * 1 -> 2 -> 3 gatekeeper for 2; 2 -> 3 -> 4 representative for 3; 2 -> 4 is there, so
 * that is none.  1 -> 2 -> 4 is a liaison of 2; 3 -> 4 -> 3 starts where it ends; 4 -> 3
 * and 2 -> 4 -> 3 has 2 -> 3, none.
 */
TEST(brokers_by_hand)
{
	struct arena a = { 0 };
	struct arc arcs[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 4 }, { 2, 4 },
		{ 4, 3 } };
	const uint32_t class_of[] = { 0, 0, 1, 1, 2 };
	const uint64_t want[5][WEB_ROLES] = {
		[1] = { [WEB_REPRESENTATIVE] = 1 },
		[2] = { [WEB_GATEKEEPER] = 1, [WEB_LIAISON] = 1 },
	};
	uint64_t got[5][WEB_ROLES] = { { 0 } };
	struct graph g;
	graph_of(arcs, COUNT(arcs), 5, &a, &g);
	(void)graph_brokers(&g, class_of, 2, got);
	assert_memory_equal(got, want, sizeof want);
	arena_free(&a);
}

// One through the other function and back, and one within.
TEST(itinerant_and_coordinator_by_hand)
{
	struct arena a = { 0 };
	struct arc arcs[] = { { 0, 2 }, { 2, 1 }, { 3, 4 }, { 4, 5 } };
	const uint32_t class_of[] = { 0, 0, 1, 2, 2, 2 };
	uint64_t got[6][WEB_ROLES] = { { 0 } };
	struct graph g;
	graph_of(arcs, COUNT(arcs), 6, &a, &g);
	(void)graph_brokers(&g, class_of, 2, got);
	assert_int_equal(got[2][WEB_ITINERANT], 1);
	assert_int_equal(got[4][WEB_COORDINATOR], 1);
	arena_free(&a);
}

// By the definition, over all triples.
static void count_triples(
	const struct graph *g, const uint32_t *class_of, uint64_t (*roles)[WEB_ROLES])
{
	for (uint32_t v = 0; v < g->count; v++)
		for (uint32_t a = 0; a < g->count; a++)
			for (uint32_t c = 0; c < g->count; c++) {
				if (a == c || a == v || c == v || !graph_has(g, a, v) ||
					!graph_has(g, v, c) || graph_has(g, a, c))
					continue;
				const bool av = class_of[a] == class_of[v];
				const bool vc = class_of[v] == class_of[c];
				const bool ac = class_of[a] == class_of[c];
				roles[v][av && vc ? WEB_COORDINATOR
					 : av	  ? WEB_REPRESENTATIVE
					 : vc	  ? WEB_GATEKEEPER
					 : ac	  ? WEB_ITINERANT
						  : WEB_LIAISON]++;
			}
}

// Three that turn to nearly everybody, and others that turn to a few.
TEST(hubs_are_counted_as_by_their_definition)
{
	enum { COUNT_OF = 420, HUBS = 3, CLASSES = 5 };
	struct arena arena = { 0 };
	struct random random = { 5 };
	uint32_t class_of[COUNT_OF];
	static uint64_t got[COUNT_OF][WEB_ROLES], want[COUNT_OF][WEB_ROLES];
	struct arc *arcs = ARENA_ARRAY(&arena, struct arc, COUNT_OF * (2 * HUBS + 4));
	struct graph g;
	size_t count = 0;
	for (uint32_t v = 0; v < COUNT_OF; v++) {
		class_of[v] = (uint32_t)random_below(&random, CLASSES);
		for (uint32_t h = 0; h < HUBS; h++) {
			if (random_below(&random, 9))
				arcs[count++] = (struct arc){ h, v };
			if (random_below(&random, 2))
				arcs[count++] = (struct arc){ v, h };
		}
		for (size_t i = 0; i < 4; i++)
			arcs[count++] = (struct arc){ v,
				(uint32_t)random_below(&random, COUNT_OF) };
	}
	graph_of(arcs, count, COUNT_OF, &arena, &g);
	memset(want, 0, sizeof want);
	count_triples(&g, class_of, want);
	for (size_t threads = 1; threads < 4; threads++) {
		(void)graph_brokers(&g, class_of, threads, got);
		assert_memory_equal(got, want, sizeof got);
	}
	arena_free(&arena);
}

// One that everybody turns to and who turns to everybody: the square of people would be
// ten thousand million ends.
TEST(a_hub_does_not_cost_its_square)
{
	enum { PEOPLE = 100 * 1000, CLASSES = 4 };
	struct arena arena = { 0 };
	uint32_t *class_of = ARENA_ARRAY(&arena, uint32_t, PEOPLE);
	uint64_t(*roles)[WEB_ROLES] = arena_alloc(&arena, PEOPLE, sizeof *roles);
	struct arc *arcs = ARENA_ARRAY(&arena, struct arc, 2 * PEOPLE);
	struct graph g;
	size_t count = 0;
	for (uint32_t v = 1; v < PEOPLE; v++) {
		class_of[v] = v % CLASSES;
		arcs[count++] = (struct arc){ 0, v };
		arcs[count++] = (struct arc){ v, 0 };
	}
	graph_of(arcs, count, PEOPLE, &arena, &g);
	const uint64_t looked_at = graph_brokers(&g, class_of, 2, roles);
	assert_true(looked_at <= 4 * count);
	uint64_t all = 0, others = PEOPLE - 1, own = PEOPLE / CLASSES - 1;
	for (size_t r = 0; r < WEB_ROLES; r++)
		all += roles[0][r];
	assert_int_equal(all, others * (others - 1)); // nobody turns to anybody else
	assert_int_equal(roles[0][WEB_COORDINATOR], own * (own - 1));
	assert_int_equal(roles[0][WEB_GATEKEEPER], own * (others - own));
	assert_int_equal(roles[0][WEB_REPRESENTATIVE], own * (others - own));
	assert_int_equal(roles[1][WEB_LIAISON], 0);
	arena_free(&arena);
}

TEST(graphs_drop_doubles_and_loops)
{
	struct arena a = { 0 };
	struct arc arcs[] = { { 1, 0 }, { 1, 0 }, { 2, 2 }, { 0, 2 } };
	struct graph g, both;
	graph_of(arcs, COUNT(arcs), 3, &a, &g);
	graph_undirected(&g, &a, &both);
	assert_int_equal(g.first[3], 2);
	assert_true(graph_has(&g, 1, 0) && graph_has(&g, 0, 2));
	assert_false(graph_has(&g, 0, 1) || graph_has(&g, 2, 2));
	assert_true(graph_has(&both, 0, 1) && graph_has(&both, 1, 0));
	assert_true(graph_has(&both, 2, 0) && !graph_has(&both, 1, 2));
	arena_free(&a);
}

MAIN(RUN(hubs_are_counted_as_by_their_definition), RUN(a_hub_does_not_cost_its_square),
	RUN(betweenness_is_that_of_networkx), RUN(constraint_is_that_of_networkx),
	RUN(constraint_by_hand), RUN(brokers_by_hand),
	RUN(itinerant_and_coordinator_by_hand), RUN(graphs_drop_doubles_and_loops))

#include "web/order.h"

#include <math.h>
#include <string.h>

enum { STARTS = 12 };

// Sums that differ by less than this are equal: the libraries of two machines may round a
// sine differently.
#define SAME 1e-9

#define PI 3.14159265358979323846

// The links as a square table, and the chords by distance along the ring.
struct pull {
	const struct web *web;
	double *strength; // node * node_count + node
	size_t nodes;
};

static double strength_of(const struct web_link *link)
{
	const double observed = link->observed > 0 ? link->observed : 0;
	return link->needed > observed ? link->needed : observed;
}

static struct pull pull_of(const struct web *web, struct arena *a)
{
	struct pull p = { .web = web, .nodes = web->node_count };
	p.strength = ARENA_ARRAY(a, double, p.nodes *p.nodes + 1);
	for (uint32_t i = 0; i < p.nodes; i++)
		for (uint32_t j = i + 1; j < p.nodes; j++) {
			const double s = strength_of(web_link_at(web, i, j));
			p.strength[i * p.nodes + j] = p.strength[j * p.nodes + i] = s;
		}
	return p;
}

static double chord(size_t i, size_t j, size_t count)
{
	const size_t apart = i > j ? i - j : j - i;
	return 2 * sin(PI * (double)apart / (double)count);
}

// What the links of the node at place `i` cost.
static double cost_at(const struct pull *p, const uint32_t *nodes, size_t count, size_t i)
{
	double sum = 0;
	for (size_t j = 0; j < count; j++)
		if (j != i)
			sum += p->strength[nodes[i] * p->nodes + nodes[j]] *
			       chord(i, j, count);
	return sum;
}

static double cost_of(const struct pull *p, const uint32_t *nodes, size_t count)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += cost_at(p, nodes, count, i);
	return sum / 2;
}

double web_order_cost(const struct web *web, const uint32_t *nodes, size_t count)
{
	struct arena scratch = { 0 };
	const struct pull p = pull_of(web, &scratch);
	const double cost = cost_of(&p, nodes, count);
	arena_free(&scratch);
	return cost;
}

static void swap_places(uint32_t *nodes, size_t i, size_t j)
{
	const uint32_t kept = nodes[i];
	nodes[i] = nodes[j];
	nodes[j] = kept;
}

// One round over all pairs of places; whether it found anything better.
static bool improve(const struct pull *p, uint32_t *nodes, size_t count)
{
	bool better = false;
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++) {
			const double before =
				cost_at(p, nodes, count, i) + cost_at(p, nodes, count, j);
			swap_places(nodes, i, j);
			const double after =
				cost_at(p, nodes, count, i) + cost_at(p, nodes, count, j);
			if (after < before - SAME)
				better = true;
			else
				swap_places(nodes, i, j);
		}
	return better;
}

// Every round that goes on lowers the cost; the limit is for sums near SAME.
static void settle_start(const struct pull *p, uint32_t *nodes, size_t count)
{
	for (size_t round = 0; round < 100 && improve(p, nodes, count); round++)
		;
}

static void shuffle(uint32_t *nodes, size_t count, uint64_t seed)
{
	struct random r = { seed };
	for (size_t i = count; i > 1; i--)
		swap_places(nodes, i - 1, (size_t)random_below(&r, i));
}

// A ring has no beginning and no direction: the first node stands at twelve o'clock, and
// of its neighbours the one that comes first in the alphabet at its right.
static void turn(uint32_t *nodes, size_t count, struct arena *scratch)
{
	uint32_t *kept = ARENA_ARRAY(scratch, uint32_t, count);
	size_t first = 0;
	memcpy(kept, nodes, count * sizeof *kept);
	for (size_t i = 0; i < count; i++)
		if (kept[i] < kept[first])
			first = i;
	const size_t next = (first + 1) % count, last = (first + count - 1) % count;
	const size_t step = kept[next] <= kept[last] ? 1 : count - 1;
	for (size_t i = 0; i < count; i++)
		nodes[i] = kept[(first + i * step) % count];
}

static void choose(const struct pull *p, uint32_t *nodes, struct arena *scratch)
{
	const size_t count = p->nodes;
	uint32_t *tried = ARENA_ARRAY(scratch, uint32_t, count);
	double least = INFINITY;
	for (uint64_t start = 0; start < STARTS; start++) {
		for (uint32_t i = 0; i < count; i++)
			tried[i] = i;
		if (start)
			shuffle(tried, count, start);
		settle_start(p, tried, count);
		const double cost = cost_of(p, tried, count);
		if (cost < least - SAME) {
			least = cost;
			memcpy(nodes, tried, count * sizeof *nodes);
		}
	}
	turn(nodes, count, scratch);
}

static void put_line(
	struct web_order *order, struct arena *a, size_t at, struct str text, bool is_id)
{
	order->lines = arena_more(
		a, order->lines, order->count, &order->room, sizeof *order->lines);
	memmove(&order->lines[at + 1], &order->lines[at],
		(order->count - at) * sizeof *order->lines);
	order->lines[at] = (struct web_order_line){ text, is_id ? text : S("") };
	order->count++;
}

static void put_head(struct web_order *order, struct arena *a)
{
	static const struct str HEAD[] = {
		STR_INIT("# Where each function stands on the ring that `candor web` "
			 "draws: clockwise, the first at twelve o'clock."),
		STR_INIT("# Yours to edit: change the order of the lines as you like.  "
			 "New functions are put in where they fit; nothing else moves."),
	};
	for (size_t i = 0; i < COUNT(HEAD); i++)
		put_line(order, a, order->count, HEAD[i], false);
}

static size_t line_of(const struct web_order *order, struct str id)
{
	for (size_t i = 0; i < order->count; i++)
		if (order->lines[i].id.len && str_eq(order->lines[i].id, id))
			return i;
	return order->count;
}

// Puts `node` before place `at`; the ring is a circle, so the last place is `count`.
static void insert_at(uint32_t *nodes, size_t count, size_t at, uint32_t node)
{
	memmove(&nodes[at + 1], &nodes[at], (count - at) * sizeof *nodes);
	nodes[at] = node;
}

static size_t cheapest(const struct pull *p, const uint32_t *nodes, size_t count,
	uint32_t node, uint32_t *tried)
{
	double least = INFINITY;
	size_t best = count;
	for (size_t at = 1; at <= count; at++) {
		memcpy(tried, nodes, count * sizeof *tried);
		insert_at(tried, count, at, node);
		const double cost = cost_of(p, tried, count + 1);
		if (cost < least - SAME) {
			least = cost;
			best = at;
		}
	}
	return best;
}

static void add_missing(const struct pull *p, struct web_order *order, struct arena *a,
	uint32_t *nodes, size_t known)
{
	uint32_t *tried = ARENA_ARRAY(a, uint32_t, p->nodes);
	for (uint32_t node = 0; node < p->nodes; node++) {
		const struct str id = p->web->nodes[node].id;
		if (line_of(order, id) < order->count)
			continue;
		const size_t at = cheapest(p, nodes, known, node, tried);
		const struct str before = p->web->nodes[nodes[at - 1]].id;
		put_line(order, a, line_of(order, before) + 1, id, true);
		insert_at(nodes, known++, at, node);
	}
}

bool web_order_settle(
	const struct web *web, struct web_order *order, struct arena *a, uint32_t *nodes)
{
	struct arena scratch = { 0 };
	const size_t before = order->count;
	const struct pull p = pull_of(web, &scratch);
	size_t known = 0;
	for (size_t i = 0; i < order->count; i++) {
		const uint32_t node = order->lines[i].id.len
					      ? web_node_find(web, order->lines[i].id)
					      : WEB_NONE;
		if (node != WEB_NONE)
			nodes[known++] = node;
	}
	if (!known && p.nodes) {
		choose(&p, nodes, &scratch);
		if (!order->count)
			put_head(order, a);
		for (size_t i = 0; i < p.nodes; i++)
			put_line(order, a, order->count, web->nodes[nodes[i]].id, true);
	} else {
		add_missing(&p, order, a, nodes, known);
	}
	arena_free(&scratch);
	return order->count > before;
}

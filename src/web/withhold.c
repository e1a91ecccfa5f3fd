#include <math.h>
#include <string.h>

#include "web/veil.h"

/*
 * What can be told by subtraction.  Sums of a function's volume follow from the rest, so
 * they count as known: each function is one equation, each withheld link one unknown.
 * Its links form a graph, whose matrix has the rank nodes - components without an odd
 * ring (Zaslavsky 1982, all signs negative); a link is told when the rank falls without
 * it, which is when no ring of an even number of withheld links, passed back and forth,
 * leads through it.
 */
struct colouring {
	const struct web *web;
	const struct web_link *without;
	int8_t colour[WEB_NODES_MAX]; // 0: not reached; 1, -1: by steps
	uint32_t queue[WEB_NODES_MAX];
};

static bool is_edge(const struct colouring *c, uint32_t i, uint32_t j)
{
	const struct web_link *l = i == j ? NULL : web_link_at(c->web, i, j);
	return l && l->withheld && l != c->without;
}

// Colours what hangs together with `start`; rank is its nodes less 1 if no two neighbours
// have one colour.
static size_t rank_from(struct colouring *c, uint32_t start)
{
	size_t reached = 1;
	bool odd = false;
	c->queue[0] = start;
	c->colour[start] = 1;
	for (size_t next = 0; next < reached; next++) {
		const uint32_t i = c->queue[next];
		for (uint32_t j = 0; j < c->web->node_count; j++) {
			if (!is_edge(c, i, j))
				continue;
			odd |= c->colour[j] == c->colour[i];
			if (c->colour[j])
				continue;
			c->colour[j] = (int8_t)-c->colour[i];
			c->queue[reached++] = j;
		}
	}
	return odd ? reached : reached - 1;
}

static size_t rank_of(const struct web *web, const struct web_link *without)
{
	struct colouring c = { .web = web, .without = without };
	size_t rank = 0;
	for (uint32_t i = 0; i < web->node_count; i++)
		rank += c.colour[i] ? 0 : rank_from(&c, i);
	return rank;
}

bool withhold_is_told(const struct web *web, const struct web_link *link)
{
	return rank_of(web, link) < rank_of(web, NULL);
}

// Links that would have to be withheld so that four make a ring, and pairs behind them.
struct ring {
	struct web_link *links[3];
	uint32_t added, pairs, least;
};

static struct ring ring_of(
	const struct web *web, const struct web_link *link, uint32_t c, uint32_t d)
{
	struct ring r = { .links = { web_link_at(web, link->b, c), web_link_at(web, c, d),
				  web_link_at(web, d, link->a) },
		.least = UINT32_MAX };
	for (size_t i = 0; i < COUNT(r.links); i++) {
		const struct web_link *l = r.links[i];
		if (!l->pairs)
			r.added = WEB_NONE; // nothing is shown as nothing
		if (l->withheld || r.added == WEB_NONE)
			continue;
		r.added++;
		r.pairs += l->pairs;
		r.least = l->pairs < r.least ? l->pairs : r.least;
	}
	return r;
}

static bool is_smaller(const struct ring *a, const struct ring *b)
{
	if (a->added != b->added)
		return a->added < b->added;
	if (a->pairs != b->pairs)
		return a->pairs < b->pairs;
	return a->least < b->least;
}

bool withhold_ring(struct web *web, const struct web_link *link)
{
	struct ring best = { .added = WEB_NONE };
	for (uint32_t c = 0; c < web->node_count; c++)
		for (uint32_t d = 0; d < web->node_count; d++) {
			if (c == d || c == link->a || c == link->b || d == link->a ||
				d == link->b)
				continue;
			const struct ring r = ring_of(web, link, c, d);
			if (r.added != WEB_NONE && is_smaller(&r, &best))
				best = r;
		}
	if (best.added == WEB_NONE)
		return false;
	for (size_t i = 0; i < COUNT(best.links); i++)
		best.links[i]->withheld = true;
	return best.added > 0;
}

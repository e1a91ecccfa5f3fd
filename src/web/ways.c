#include <math.h>

#include "web/weave.h"

static const double STRONG = .2; // weaker ties carry nobody

// Shortest ways from one node by 1/observed.
struct ways {
	double *distance;
	uint32_t *before;
	bool *done;
};

static uint32_t nearest(const struct web *w, const struct ways *s)
{
	uint32_t best = WEB_NONE;
	for (uint32_t i = 0; i < w->node_count; i++)
		if (!s->done[i] && isfinite(s->distance[i]) &&
			(best == WEB_NONE || s->distance[i] < s->distance[best]))
			best = i;
	return best;
}

static void ways_from(const struct web *w, uint32_t from, struct ways *s)
{
	for (uint32_t i = 0; i < w->node_count; i++) {
		s->distance[i] = INFINITY;
		s->before[i] = WEB_NONE;
		s->done[i] = false;
	}
	s->distance[from] = 0;
	for (uint32_t i; (i = nearest(w, s)) != WEB_NONE;) {
		s->done[i] = true;
		for (uint32_t j = 0; j < w->node_count; j++) {
			const double observed =
				i == j ? 0 : web_link_at(w, i, j)->observed;
			if (observed < STRONG)
				continue;
			if (s->distance[i] + 1 / observed < s->distance[j]) {
				s->distance[j] = s->distance[i] + 1 / observed;
				s->before[j] = i;
			}
		}
	}
}

static void way_to(struct weave *m, const struct ways *s, struct web_aim *aim)
{
	const struct web *w = m->web;
	if (aim->owner == WEB_NONE || aim->owner == w->own ||
		!isfinite(s->distance[aim->owner]))
		return;
	for (uint32_t i = aim->owner; i != WEB_NONE; i = s->before[i])
		aim->way_count++;
	aim->way = ARENA_ARRAY(m->arena, uint32_t, aim->way_count);
	size_t place = aim->way_count;
	for (uint32_t i = aim->owner; i != WEB_NONE; i = s->before[i])
		aim->way[--place] = i;
	aim->way_weakest = 1;
	for (size_t i = 1; i < aim->way_count; i++) {
		const struct web_link *l = web_link_at(w, aim->way[i - 1], aim->way[i]);
		aim->way_weakest = fmin(aim->way_weakest, l->observed);
		aim->way_hangs |= l->hangs_on_one;
	}
}

void weave_ways(struct weave *m)
{
	struct web *w = m->web;
	if (w->own == WEB_NONE || w->basis != WEB_BASIS_STRENGTH)
		return;
	struct ways s = { ARENA_ARRAY(m->scratch, double, w->node_count),
		ARENA_ARRAY(m->scratch, uint32_t, w->node_count),
		ARENA_ARRAY(m->scratch, bool, w->node_count) };
	ways_from(w, w->own, &s);
	for (size_t o = 0; o < w->aim_count; o++)
		way_to(m, &s, &w->aims[o]);
}

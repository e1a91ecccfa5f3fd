#include "louvain.h"

#include <string.h>

#include "base/random.h"

// Vertices of one level; an edge to itself holds what became one inside, twice.
struct level {
	size_t count;
	size_t *first;
	uint32_t *to;
	double *weight;
	double *degree;
	double all; // sum of degrees
};

double louvain_modularity(const struct graph *g, const uint32_t *of)
{
	struct arena scratch = { 0 };
	double *degree = ARENA_ARRAY(&scratch, double, g->count + 1);
	const double arcs = (double)g->first[g->count];
	double inside = 0, chance = 0;
	for (uint32_t v = 0; v < g->count; v++)
		for (size_t i = g->first[v]; i < g->first[v + 1]; i++) {
			degree[of[v]]++;
			inside += of[v] == of[g->to[i]];
		}
	for (size_t c = 0; c < g->count; c++)
		chance += degree[c] / arcs * (degree[c] / arcs);
	arena_free(&scratch);
	return inside / arcs - chance;
}

static void begin(const struct graph *g, struct arena *a, struct level *out)
{
	const size_t arcs = g->first[g->count];
	*out = (struct level){ .count = g->count,
		.first = g->first,
		.to = g->to,
		.weight = ARENA_ARRAY(a, double, arcs + 1),
		.degree = ARENA_ARRAY(a, double, g->count + 1),
		.all = (double)arcs };
	for (size_t i = 0; i < arcs; i++)
		out->weight[i] = 1;
	for (size_t v = 0; v < g->count; v++)
		out->degree[v] = (double)(g->first[v + 1] - g->first[v]);
}

struct moving {
	const struct level *l;
	uint32_t *of;
	double *total;	// degrees of each community
	double *toward; // of the vertex at hand, weight to each community
};

static bool move(struct moving *m, uint32_t v)
{
	const struct level *l = m->l;
	const uint32_t from = m->of[v];
	for (size_t i = l->first[v]; i < l->first[v + 1]; i++)
		if (l->to[i] != v)
			m->toward[m->of[l->to[i]]] += l->weight[i];
	m->total[from] -= l->degree[v];
	uint32_t best = from;
	double most = m->toward[from] - m->total[from] * l->degree[v] / l->all;
	for (size_t i = l->first[v]; i < l->first[v + 1]; i++) {
		const uint32_t c = m->of[l->to[i]];
		const double gain = m->toward[c] - m->total[c] * l->degree[v] / l->all;
		if (gain > most + 1e-12) {
			most = gain;
			best = c;
		}
	}
	m->total[best] += l->degree[v];
	m->of[v] = best;
	for (size_t i = l->first[v]; i < l->first[v + 1]; i++)
		m->toward[m->of[l->to[i]]] = 0;
	m->toward[from] = m->toward[best] = 0;
	return best != from;
}

// Whether any vertex moved at all.
static bool settle_level(
	const struct level *l, struct random *r, struct arena *a, uint32_t *of)
{
	struct moving m = { l, of, ARENA_ARRAY(a, double, l->count + 1),
		ARENA_ARRAY(a, double, l->count + 1) };
	uint32_t *order = ARENA_ARRAY(a, uint32_t, l->count + 1);
	bool any = false;
	for (uint32_t v = 0; v < l->count; v++) {
		order[v] = of[v] = v;
		m.total[v] = l->degree[v];
	}
	for (size_t i = l->count; i-- > 1;) {
		const size_t k = (size_t)random_below(r, i + 1);
		const uint32_t swap = order[i];
		order[i] = order[k];
		order[k] = swap;
	}
	for (bool moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < l->count; i++)
			moved |= move(&m, order[i]);
		any |= moved;
	}
	return any;
}

// Communities get numbers from 0 on; returns how many.
static size_t number(uint32_t *of, size_t count, struct arena *a)
{
	uint32_t *now = ARENA_ARRAY(a, uint32_t, count + 1);
	uint32_t next = 0;
	for (size_t v = 0; v < count; v++)
		if (!now[of[v]])
			now[of[v]] = ++next;
	for (size_t v = 0; v < count; v++)
		of[v] = now[of[v]] - 1;
	return next;
}

static void shrink(const struct level *l, const uint32_t *of, size_t count,
	struct arena *a, struct level *out)
{
	double *table = ARENA_ARRAY(a, double, count *count + 1);
	*out = (struct level){ .count = count,
		.first = ARENA_ARRAY(a, size_t, count + 1),
		.to = ARENA_ARRAY(a, uint32_t, count * count + 1),
		.weight = ARENA_ARRAY(a, double, count *count + 1),
		.degree = ARENA_ARRAY(a, double, count + 1),
		.all = l->all };
	for (size_t v = 0; v < l->count; v++) {
		out->degree[of[v]] += l->degree[v];
		for (size_t i = l->first[v]; i < l->first[v + 1]; i++)
			table[of[v] * count + of[l->to[i]]] += l->weight[i];
	}
	size_t n = 0;
	for (size_t c = 0; c < count; c++) {
		for (uint32_t d = 0; d < count; d++)
			if (table[c * count + d] > 0) {
				out->to[n] = d;
				out->weight[n++] = table[c * count + d];
			}
		out->first[c + 1] = n;
	}
}

double louvain(const struct graph *g, uint64_t seed, uint32_t *of)
{
	struct arena a = { 0 };
	struct random r = { seed };
	struct level l;
	begin(g, &a, &l);
	for (uint32_t v = 0; v < g->count; v++)
		of[v] = v;
	for (;;) {
		uint32_t *next = ARENA_ARRAY(&a, uint32_t, l.count + 1);
		struct level smaller;
		if (!settle_level(&l, &r, &a, next))
			break;
		const size_t count = number(next, l.count, &a);
		for (size_t v = 0; v < g->count; v++)
			of[v] = next[of[v]];
		shrink(&l, next, count, &a, &smaller);
		l = smaller;
	}
	arena_free(&a);
	return louvain_modularity(g, of);
}

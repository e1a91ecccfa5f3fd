#include "web/graph.h"

#include <math.h>
#include <string.h>

static uint32_t key_of(struct arc arc, bool by_from)
{
	return by_from ? arc.from : arc.to;
}

// Stable, by one end; `starts` holds a count for each vertex and one more.
static void sort_by_end(const struct arc *from, struct arc *to, size_t arc_count,
	size_t *starts, size_t count, bool by_from)
{
	memset(starts, 0, (count + 1) * sizeof *starts);
	for (size_t i = 0; i < arc_count; i++)
		starts[key_of(from[i], by_from) + 1]++;
	for (size_t v = 0; v < count; v++)
		starts[v + 1] += starts[v];
	for (size_t i = 0; i < arc_count; i++)
		to[starts[key_of(from[i], by_from)]++] = from[i];
}

void graph_of(struct arc *arcs, size_t arc_count, size_t count, struct arena *a,
	struct graph *out)
{
	struct arena scratch = { 0 };
	struct arc *spare = ARENA_ARRAY(&scratch, struct arc, arc_count + 1);
	size_t *starts = ARENA_ARRAY(&scratch, size_t, count + 1);
	*out = (struct graph){ .count = count };
	out->first = ARENA_ARRAY(a, size_t, count + 1);
	out->to = ARENA_ARRAY(a, uint32_t, arc_count + 1);
	sort_by_end(arcs, spare, arc_count, starts, count, false);
	sort_by_end(spare, arcs, arc_count, starts, count, true);
	arena_free(&scratch);
	size_t kept = 0;
	for (size_t i = 0; i < arc_count; i++) {
		const bool again = i && arcs[i - 1].from == arcs[i].from &&
				   arcs[i - 1].to == arcs[i].to;
		if (again || arcs[i].from == arcs[i].to)
			continue;
		out->to[kept++] = arcs[i].to;
		out->first[arcs[i].from + 1]++;
	}
	for (size_t v = 0; v < count; v++)
		out->first[v + 1] += out->first[v];
}

static size_t copy_arcs(const struct graph *g, bool turned, struct arc *arcs)
{
	size_t count = 0;
	for (uint32_t v = 0; v < g->count; v++)
		for (size_t i = g->first[v]; i < g->first[v + 1]; i++)
			arcs[count++] = turned ? (struct arc){ g->to[i], v }
					       : (struct arc){ v, g->to[i] };
	return count;
}

void graph_undirected(const struct graph *g, struct arena *a, struct graph *out)
{
	struct arena scratch = { 0 };
	struct arc *arcs = ARENA_ARRAY(&scratch, struct arc, 2 * g->first[g->count] + 1);
	size_t count = copy_arcs(g, false, arcs);
	count += copy_arcs(g, true, arcs + count);
	graph_of(arcs, count, g->count, a, out);
	arena_free(&scratch);
}

bool graph_has(const struct graph *g, uint32_t from, uint32_t to)
{
	size_t low = g->first[from], high = g->first[from + 1];
	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (g->to[middle] < to)
			low = middle + 1;
		else
			high = middle;
	}
	return low < g->first[from + 1] && g->to[low] == to;
}

static double weight_at(const struct graph *g, size_t i)
{
	return g->weight ? g->weight[i] : 1;
}

static double weight_of(const struct graph *g, size_t v)
{
	double sum = 0;
	for (size_t i = g->first[v]; i < g->first[v + 1]; i++)
		sum += weight_at(g, i);
	return sum;
}

/*
 * Of i's weight, what reaches each contact straight or through another contact of i; only
 * the entries of contacts are right, the others are rubbish to be cleared.
 */
static void reach_contacts(
	const struct graph *g, size_t i, const double *sums, double *reach)
{
	for (size_t k = g->first[i]; k < g->first[i + 1]; k++) {
		const uint32_t q = g->to[k];
		const double share = weight_at(g, k) / sums[i];
		reach[q] += share;
		for (size_t l = g->first[q]; l < g->first[q + 1]; l++)
			reach[g->to[l]] += share * (weight_at(g, l) / sums[q]);
	}
}

void graph_constraint(const struct graph *g, double *out)
{
	struct arena scratch = { 0 };
	double *sums = ARENA_ARRAY(&scratch, double, g->count + 1);
	double *reach = ARENA_ARRAY(&scratch, double, g->count + 1);
	for (size_t v = 0; v < g->count; v++)
		sums[v] = weight_of(g, v);
	for (size_t i = 0; i < g->count; i++) {
		out[i] = NAN;
		if (sums[i] <= 0)
			continue;
		reach_contacts(g, i, sums, reach);
		out[i] = 0;
		for (size_t k = g->first[i]; k < g->first[i + 1]; k++)
			out[i] += reach[g->to[k]] * reach[g->to[k]];
		for (size_t k = g->first[i]; k < g->first[i + 1]; k++) {
			const uint32_t q = g->to[k];
			reach[q] = 0;
			for (size_t l = g->first[q]; l < g->first[q + 1]; l++)
				reach[g->to[l]] = 0;
		}
	}
	arena_free(&scratch);
}

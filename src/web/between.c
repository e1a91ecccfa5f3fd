#include "web/graph.h"

#include <math.h>
#include <string.h>

enum { CHUNKS_MOST = 64 };

static const double EQUAL = 1e-12;

// Room for the paths from one source.
struct paths {
	uint32_t *order; // as they were reached
	size_t reached;
	int64_t *steps; // from the source; -1: not reached
	double *ways;	// shortest paths from the source
	double *through;
};

static void paths_init(struct paths *p, size_t count, struct arena *a)
{
	p->order = ARENA_ARRAY(a, uint32_t, count + 1);
	p->steps = ARENA_ARRAY(a, int64_t, count + 1);
	p->ways = ARENA_ARRAY(a, double, count + 1);
	p->through = ARENA_ARRAY(a, double, count + 1);
}

static void reach_from(const struct graph *g, uint32_t source, struct paths *p)
{
	for (size_t v = 0; v < g->count; v++) {
		p->steps[v] = -1;
		p->ways[v] = p->through[v] = 0;
	}
	p->order[0] = source;
	p->reached = 1;
	p->steps[source] = 0;
	p->ways[source] = 1;
	for (size_t next = 0; next < p->reached; next++) {
		const uint32_t v = p->order[next];
		for (size_t i = g->first[v]; i < g->first[v + 1]; i++) {
			const uint32_t w = g->to[i];
			if (p->steps[w] < 0) {
				p->steps[w] = p->steps[v] + 1;
				p->order[p->reached++] = w;
			}
			if (p->steps[w] == p->steps[v] + 1)
				p->ways[w] += p->ways[v];
		}
	}
}

// From the farthest back: v has of w's paths the share of its ways to w.
static void return_to(const struct graph *g, struct paths *p, double *sums)
{
	for (size_t i = p->reached; i-- > 1;) {
		const uint32_t v = p->order[i];
		double through = 0;
		for (size_t k = g->first[v]; k < g->first[v + 1]; k++) {
			const uint32_t w = g->to[k];
			if (p->steps[w] == p->steps[v] + 1)
				through += p->ways[v] / p->ways[w] * (1 + p->through[w]);
		}
		p->through[v] = through;
		sums[v] += through;
	}
}

struct between {
	const struct graph *g;
	struct paths *paths; // per worker
	double *sums;	     // chunks x count
	size_t chunk;
};

static void between_chunk(void *context, size_t chunk, size_t worker)
{
	struct between *b = context;
	const size_t from = chunk * b->chunk;
	for (size_t s = from; s < from + b->chunk && s < b->g->count; s++) {
		reach_from(b->g, (uint32_t)s, &b->paths[worker]);
		return_to(b->g, &b->paths[worker], b->sums + chunk * b->g->count);
	}
}

void graph_betweenness(const struct graph *g, size_t threads, double *out)
{
	const size_t workers = threads ? threads : 1;
	struct arena scratch = { 0 };
	struct between b = { .g = g, .chunk = g->count / CHUNKS_MOST + 1 };
	const size_t chunks = (g->count + b.chunk - 1) / b.chunk;
	b.sums = ARENA_ARRAY(&scratch, double, chunks * g->count + 1);
	b.paths = ARENA_ARRAY(&scratch, struct paths, workers);
	for (size_t w = 0; w < workers; w++)
		paths_init(&b.paths[w], g->count, &scratch);
	const struct work work = {
		.count = chunks, .threads = workers, .context = &b, .job = between_chunk
	};
	(void)work_run(&work); // no `done` that could stop it
	for (size_t v = 0; v < g->count; v++) {
		out[v] = 0;
		for (size_t c = 0; c < chunks; c++)
			out[v] += b.sums[c * g->count + v];
	}
	arena_free(&scratch);
}

// Dijkstra's way through a small graph, nearest first.
struct lengths {
	double *distance, *ways, *through;
	uint32_t *order;
	bool *done;
};

static bool same_length(double a, double b)
{
	return fabs(a - b) <= EQUAL * fmax(a, b);
}

static void relax(const struct graph *g, uint32_t v, struct lengths *l)
{
	for (size_t i = g->first[v]; i < g->first[v + 1]; i++) {
		const uint32_t w = g->to[i];
		const double distance = l->distance[v] + g->weight[i];
		if (l->done[w])
			continue;
		if (isfinite(l->distance[w]) && same_length(distance, l->distance[w])) {
			l->ways[w] += l->ways[v];
		} else if (distance < l->distance[w]) {
			l->distance[w] = distance;
			l->ways[w] = l->ways[v];
		}
	}
}

static size_t walk_from(const struct graph *g, uint32_t source, struct lengths *l)
{
	size_t reached = 0;
	for (size_t v = 0; v < g->count; v++) {
		l->distance[v] = INFINITY;
		l->ways[v] = l->through[v] = 0;
		l->done[v] = false;
	}
	l->distance[source] = 0;
	l->ways[source] = 1;
	for (;;) {
		uint32_t nearest = WEB_NONE;
		for (uint32_t v = 0; v < g->count; v++)
			if (!l->done[v] && isfinite(l->distance[v]) &&
				(nearest == WEB_NONE ||
					l->distance[v] < l->distance[nearest]))
				nearest = v;
		if (nearest == WEB_NONE)
			return reached;
		l->done[nearest] = true;
		l->order[reached++] = nearest;
		relax(g, nearest, l);
	}
}

void graph_betweenness_weighted(const struct graph *g, double *out)
{
	struct arena scratch = { 0 };
	struct lengths l = { .distance = ARENA_ARRAY(&scratch, double, g->count + 1),
		.ways = ARENA_ARRAY(&scratch, double, g->count + 1),
		.through = ARENA_ARRAY(&scratch, double, g->count + 1),
		.order = ARENA_ARRAY(&scratch, uint32_t, g->count + 1),
		.done = ARENA_ARRAY(&scratch, bool, g->count + 1) };
	memset(out, 0, g->count * sizeof *out);
	for (uint32_t s = 0; s < g->count; s++) {
		const size_t reached = walk_from(g, s, &l);
		for (size_t i = reached; i-- > 1;) {
			const uint32_t v = l.order[i];
			for (size_t k = g->first[v]; k < g->first[v + 1]; k++) {
				const uint32_t w = g->to[k];
				if (same_length(
					    l.distance[v] + g->weight[k], l.distance[w]))
					l.through[v] += l.ways[v] / l.ways[w] *
							(1 + l.through[w]);
			}
			out[v] += l.through[v];
		}
	}
	arena_free(&scratch);
}

#include <string.h>

#include "web/graph.h"

enum { CHUNKS_MOST = 64, HUB_LEAST = 256, CLASSES_MOST = 4096, SEARCH = 16 };

struct counts {
	uint64_t roles[WEB_ROLES];
};

struct brokerage {
	const struct graph *g;
	const uint32_t *class_of;
	uint32_t *class_to;	// beside g->to
	uint32_t **seen;	// per worker, per vertex: last a that turns to it, plus 1
	struct counts **counts; // per worker, per vertex
	uint64_t *looked_at;	// per worker
	size_t chunk;
	// Of vertices that turn to very many: how many of each class those are.
	uint32_t classes;
	uint32_t **by_class; // per vertex; NULL of others
};

static size_t out_of(const struct graph *g, uint32_t v)
{
	return g->first[v + 1] - g->first[v];
}

// Counting by class costs less memory than the arcs themselves.
static void know_hubs(struct brokerage *b, struct arena *a)
{
	const struct graph *g = b->g;
	for (size_t i = 0; i < g->first[g->count]; i++)
		if (b->class_to[i] >= b->classes)
			b->classes = b->class_to[i] + 1;
	for (uint32_t v = 0; v < g->count; v++)
		if (out_of(g, v) && b->class_of[v] >= b->classes)
			b->classes = b->class_of[v] + 1;
	b->by_class = ARENA_ARRAY(a, uint32_t *, g->count + 1);
	for (uint32_t v = 0; v < g->count && b->classes <= CLASSES_MOST; v++) {
		if (out_of(g, v) < HUB_LEAST || out_of(g, v) < b->classes)
			continue;
		b->by_class[v] = ARENA_ARRAY(a, uint32_t, b->classes);
		for (size_t k = g->first[v]; k < g->first[v + 1]; k++)
			b->by_class[v][b->class_to[k]]++;
	}
}

// How many of c, to whom v turns and a does not, are of the class of v and of that of a.
struct tally {
	uint64_t all, with_v, with_a;
};

/*
 * The inner loop of it all: as many steps as there are two-step ways.  Sums instead of
 * branches, which nobody could predict.
 */
static struct tally count_ends(
	const struct brokerage *b, const uint32_t *seen, uint32_t a, uint32_t v)
{
	const uint32_t stamp = a + 1, class_a = b->class_of[a], class_v = b->class_of[v];
	struct tally t = { 0 };
	for (size_t k = b->g->first[v]; k < b->g->first[v + 1]; k++) {
		const uint64_t open = seen[b->g->to[k]] != stamp;
		t.all += open;
		t.with_v += open & (b->class_to[k] == class_v);
		t.with_a += open & (b->class_to[k] == class_a);
	}
	return t;
}

static void take_off(
	const struct brokerage *b, uint32_t c, uint32_t a, uint32_t v, struct tally *t)
{
	const uint64_t closed = graph_has(b->g, v, c);
	t->all -= closed;
	t->with_v -= closed & (b->class_of[c] == b->class_of[v]);
	t->with_a -= closed & (b->class_of[c] == b->class_of[a]);
}

// The same of a hub: all it turns to, but for a and those to whom a turns as well.
static struct tally count_ends_of_hub(const struct brokerage *b, uint32_t a, uint32_t v)
{
	const struct graph *g = b->g;
	struct tally t = { out_of(g, v), b->by_class[v][b->class_of[v]],
		b->by_class[v][b->class_of[a]] };
	take_off(b, a, a, v, &t);
	for (size_t k = g->first[a]; k < g->first[a + 1]; k++)
		take_off(b, g->to[k], a, v, &t);
	return t;
}

static void add_roles(struct tally t, bool same, uint64_t *roles)
{
	if (same) {
		roles[WEB_COORDINATOR] += t.with_v;
		roles[WEB_REPRESENTATIVE] += t.all - t.with_v;
		return;
	}
	roles[WEB_GATEKEEPER] += t.with_v;
	roles[WEB_ITINERANT] += t.with_a;
	roles[WEB_LIAISON] += t.all - t.with_v - t.with_a;
}

static struct tally tally_of(struct brokerage *b, size_t worker, uint32_t a, uint32_t v)
{
	const size_t of_a = out_of(b->g, a), of_v = out_of(b->g, v);
	if (b->by_class[v] && of_a * SEARCH < of_v) {
		b->looked_at[worker] += of_a + 1;
		return count_ends_of_hub(b, a, v);
	}
	b->looked_at[worker] += of_v;
	return count_ends(b, b->seen[worker], a, v);
}

static void broker_chunk(void *context, size_t chunk, size_t worker)
{
	struct brokerage *b = context;
	const struct graph *g = b->g;
	uint32_t *seen = b->seen[worker];
	const size_t end = (chunk + 1) * b->chunk;
	for (uint32_t a = (uint32_t)(chunk * b->chunk); a < end && a < g->count; a++) {
		seen[a] = a + 1;
		for (size_t i = g->first[a]; i < g->first[a + 1]; i++)
			seen[g->to[i]] = a + 1;
		for (size_t i = g->first[a]; i < g->first[a + 1]; i++) {
			const uint32_t v = g->to[i];
			add_roles(tally_of(b, worker, a, v),
				b->class_of[a] == b->class_of[v],
				b->counts[worker][v].roles);
		}
	}
}

uint64_t graph_brokers(const struct graph *g, const uint32_t *class_of, size_t threads,
	uint64_t (*roles)[WEB_ROLES])
{
	const size_t workers = threads ? threads : 1;
	struct arena scratch = { 0 };
	struct brokerage b = { .g = g, .class_of = class_of };
	b.chunk = g->count / CHUNKS_MOST + 1;
	b.class_to = ARENA_ARRAY(&scratch, uint32_t, g->first[g->count] + 1);
	for (size_t i = 0; i < g->first[g->count]; i++)
		b.class_to[i] = class_of[g->to[i]];
	know_hubs(&b, &scratch);
	b.looked_at = ARENA_ARRAY(&scratch, uint64_t, workers);
	b.seen = ARENA_ARRAY(&scratch, uint32_t *, workers);
	b.counts = ARENA_ARRAY(&scratch, struct counts *, workers);
	for (size_t w = 0; w < workers; w++) {
		b.seen[w] = ARENA_ARRAY(&scratch, uint32_t, g->count + 1);
		b.counts[w] = ARENA_ARRAY(&scratch, struct counts, g->count + 1);
	}
	const struct work work = { .count = (g->count + b.chunk - 1) / b.chunk,
		.threads = workers,
		.context = &b,
		.job = broker_chunk };
	(void)work_run(&work); // no `done` that could stop it
	memset(roles, 0, g->count * sizeof *roles);
	for (size_t w = 0; w < workers; w++) // whole numbers: the order is no matter
		for (size_t v = 0; v < g->count; v++)
			for (size_t r = 0; r < WEB_ROLES; r++)
				roles[v][r] += b.counts[w][v].roles[r];
	uint64_t looked_at = 0;
	for (size_t w = 0; w < workers; w++)
		looked_at += b.looked_at[w];
	arena_free(&scratch);
	return looked_at;
}

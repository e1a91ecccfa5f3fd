#include "web/leave.h"

#include <math.h>
#include <string.h>

enum { CHUNK_LEAST = 64, CHUNKS_MOST = 256 };

static const double NOTHING = 1e-12; // of what there was, left by rounding
static const double EQUAL = 1e-13;   // falls nearer than this are one

// The ties of each person: ties[first[p]] .. ties[first[p + 1]].
struct incidence {
	size_t *first;
	uint32_t *ties, *links;
};

// Falls of one chunk of persons, per link.
struct partial {
	double *sum, *squares;
	struct leaver (*top)[LEAVE_TOP];
};

struct leaving {
	const struct ties *ties;
	const struct strength *all;
	struct incidence of;
	struct strength *strengths; // per worker
	struct partial *partials;   // per chunk
	size_t chunk;		    // persons in one; whatever the threads
};

static void incidence_of(const struct ties *t, struct arena *a, struct incidence *out)
{
	out->first = ARENA_ARRAY(a, size_t, t->persons + 2);
	out->ties = ARENA_ARRAY(a, uint32_t, 2 * t->count + 1);
	out->links = ARENA_ARRAY(a, uint32_t, 2 * t->count + 1);
	size_t *next = out->first + 1; // after filling, next[p] is where p + 1 begins
	for (size_t i = 0; i < t->count; i++) {
		out->first[t->at[i].p + 1]++;
		out->first[t->at[i].q + 1]++;
	}
	size_t sum = 0;
	for (size_t p = 0; p < t->persons; p++) {
		const size_t count = next[p];
		next[p] = sum;
		sum += count;
	}
	for (size_t l = 0; l < t->links; l++)
		for (size_t i = t->first[l]; i < t->first[l + 1]; i++) {
			const uint32_t ends[2] = { t->at[i].p, t->at[i].q };
			for (size_t e = 0; e < 2; e++) {
				out->links[next[ends[e]]] = (uint32_t)l;
				out->ties[next[ends[e]]++] = (uint32_t)i;
			}
		}
}

static double rest(double all, double gone)
{
	const double left = all - gone;
	return left > NOTHING * all ? left : 0;
}

// Who leaves takes their ties out of the sums, and puts them back afterwards.
static void without(const struct leaving *v, size_t person, struct strength *s)
{
	const size_t from = v->of.first[person], to = v->of.first[person + 1];
	for (size_t i = from; i < to; i++) {
		const struct tie *tie = &v->ties->at[v->of.ties[i]];
		struct sum *sum = &s->sums[v->of.links[i]];
		sum->forth = rest(sum->forth, tie->forth);
		sum->back = rest(sum->back, tie->back);
		sum->plogp -= tie->plogp;
	}
	strength_adjust(s, v->ties, v->all, v->of.links + from, to - from);
	for (size_t i = from; i < to; i++)
		s->sums[v->of.links[i]] = v->all->sums[v->of.links[i]];
}

static void keep_top(struct leaver *top, struct leaver candidate)
{
	if (candidate.drop <= EQUAL)
		return;
	for (size_t i = 0; i < LEAVE_TOP; i++)
		if (candidate.drop > top[i].drop + EQUAL) {
			const struct leaver pushed = top[i];
			top[i] = candidate;
			candidate = pushed;
		}
}

static void add_falls(const struct leaving *v, size_t person, const struct strength *s,
	struct partial *partial)
{
	const double *was = v->all->observed, *is = s->observed;
	for (size_t l = 0; l < v->ties->links; l++) {
		const double drop = was[l] - is[l];
		partial->sum[l] += drop;
		partial->squares[l] += drop * drop;
	}
	if (v->ties->steady[person])
		return;
	for (size_t l = 0; l < v->ties->links; l++)
		if (was[l] - is[l] > EQUAL && !v->ties->unpaired[l])
			keep_top(partial->top[l],
				(struct leaver){ (uint32_t)person, was[l] - is[l] });
}

static void leave_chunk(void *context, size_t chunk, size_t worker)
{
	struct leaving *v = context;
	struct strength *s = &v->strengths[worker];
	const size_t from = chunk * v->chunk, all = v->ties->persons;
	const size_t to = all - from < v->chunk ? all : from + v->chunk;
	for (size_t p = from; p < to; p++) {
		if (v->of.first[p] == v->of.first[p + 1])
			continue;
		without(v, p, s);
		add_falls(v, p, s, &v->partials[chunk]);
	}
}

static void partials_init(struct leaving *v, size_t chunks, struct arena *a)
{
	const size_t links = v->ties->links + 1;
	v->partials = ARENA_ARRAY(a, struct partial, chunks + 1);
	for (size_t c = 0; c < chunks; c++)
		v->partials[c] = (struct partial){ .sum = ARENA_ARRAY(a, double, links),
			.squares = ARENA_ARRAY(a, double, links),
			.top = arena_alloc(a, links, sizeof *v->partials[c].top) };
}

static void merge(
	const struct leaving *v, size_t chunks, size_t counted, struct leave *out)
{
	const double m = (double)counted;
	for (size_t l = 0; l < v->ties->links; l++) {
		double sum = 0, squares = 0;
		out[l] = (struct leave){ 0 };
		for (size_t c = 0; c < chunks; c++) {
			const struct partial *p = &v->partials[c];
			sum += p->sum[l];
			squares += p->squares[l];
			for (size_t i = 0; i < LEAVE_TOP; i++)
				keep_top(out[l].top, p->top[l][i]);
		}
		const double spread = squares - sum * sum / m;
		out[l].deviation = m > 1 ? sqrt(fmax(0, spread) * (m - 1) / m) : NAN;
	}
}

void leave_run(const struct ties *ties, const struct strength *all, size_t counted,
	size_t threads, struct leave *out)
{
	const size_t workers = threads ? threads : 1;
	struct arena scratch = { 0 };
	struct leaving v = { .ties = ties, .all = all };
	v.chunk = ties->persons / CHUNKS_MOST + 1;
	if (v.chunk < CHUNK_LEAST)
		v.chunk = CHUNK_LEAST;
	const size_t chunks = (ties->persons + v.chunk - 1) / v.chunk;
	incidence_of(ties, &scratch, &v.of);
	partials_init(&v, chunks, &scratch);
	v.strengths = ARENA_ARRAY(&scratch, struct strength, workers);
	for (size_t w = 0; w < workers; w++) {
		strength_init(&v.strengths[w], ties, &scratch);
		memcpy(v.strengths[w].sums, all->sums, ties->links * sizeof *all->sums);
	}
	const struct work work = {
		.count = chunks, .threads = workers, .context = &v, .job = leave_chunk
	};
	(void)work_run(&work); // no `done` that could stop it
	merge(&v, chunks, counted, out);
	arena_free(&scratch);
}

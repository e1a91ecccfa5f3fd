#include "web/boot.h"

#include <stdlib.h>
#include <string.h>

struct draw {
	const struct ties *ties;
	uint64_t seed;
	const double *log_of;
	struct strength *strengths; // per worker
	unsigned char **weights;    // per worker
	struct boot *out;
};

static void draw_weights(const struct draw *d, size_t replicate, unsigned char *weights)
{
	struct random r = { d->seed * 1000003u + replicate };
	for (size_t p = 0; p < d->ties->persons; p++) {
		const unsigned k = random_poisson1(&r);
		weights[p] = (unsigned char)(d->ties->steady[p] ? 1 : k);
	}
}

static void draw_one(void *context, size_t i, size_t worker)
{
	struct draw *d = context;
	struct strength *s = &d->strengths[worker];
	draw_weights(d, i, d->weights[worker]);
	strength_measure(s, d->ties, d->weights[worker], d->log_of);
	memcpy(d->out->observed + i * d->out->links, s->observed,
		d->out->links * sizeof *s->observed);
}

void boot_run(const struct ties *ties, size_t replicates, uint64_t seed, size_t threads,
	struct arena *a, struct boot *out)
{
	const size_t workers = threads ? threads : 1;
	struct arena scratch = { 0 };
	*out = (struct boot){ .replicates = replicates, .links = ties->links };
	out->observed = ARENA_ARRAY(a, double, replicates * ties->links + 1);
	struct draw d = { .ties = ties,
		.seed = seed,
		.log_of = strength_logs(&scratch),
		.strengths = ARENA_ARRAY(&scratch, struct strength, workers),
		.weights = ARENA_ARRAY(&scratch, unsigned char *, workers),
		.out = out };
	for (size_t w = 0; w < workers; w++) {
		strength_init(&d.strengths[w], ties, &scratch);
		d.weights[w] = ARENA_ARRAY(&scratch, unsigned char, ties->persons + 1);
	}
	const struct work work = {
		.count = replicates, .threads = workers, .context = &d, .job = draw_one
	};
	(void)work_run(&work); // no `done` that could stop it
	arena_free(&scratch);
}

const double *boot_at(const struct boot *b, size_t replicate)
{
	return b->observed + replicate * b->links;
}

static int by_size(const void *left, const void *right)
{
	const double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

double boot_quantile(const struct boot *b, size_t link, double q, double *room)
{
	if (!b->replicates)
		return 0;
	for (size_t r = 0; r < b->replicates; r++)
		room[r] = boot_at(b, r)[link];
	qsort(room, b->replicates, sizeof *room, by_size);
	const double place = q * (double)(b->replicates - 1);
	const size_t below = (size_t)place;
	if (below + 1 >= b->replicates)
		return room[b->replicates - 1];
	return room[below] + (room[below + 1] - room[below]) * (place - (double)below);
}

#include "web/strength.h"

#include <math.h>
#include <string.h>

void strength_init(struct strength *s, const struct ties *ties, struct arena *a)
{
	*s = (struct strength){
		.sums = ARENA_ARRAY(a, struct sum, ties->links + 1),
		.observed = ARENA_ARRAY(a, double, ties->links + 1),
		.expected = { .nodes = ties->nodes,
			.row = ARENA_ARRAY(a, double, ties->nodes + 1),
			.col = ARENA_ARRAY(a, double, ties->nodes + 1),
			.filled_r = ARENA_ARRAY(a, double, ties->nodes + 1),
			.filled_c = ARENA_ARRAY(a, double, ties->nodes + 1),
			.hub = EXPECT_NO_HUB },
	};
}

const double *strength_logs(struct arena *a)
{
	double *logs = ARENA_ARRAY(a, double, WEIGHT_PRODUCTS);
	for (size_t i = 1; i < WEIGHT_PRODUCTS; i++)
		logs[i] = log((double)i);
	return logs;
}

double strength_effective_pairs(const struct sum *sum)
{
	const double total = sum->forth + sum->back;
	return total > 0 ? exp(log(total) - sum->plogp / total) : 0;
}

double strength_reciprocity(const struct sum *sum)
{
	const double total = sum->forth + sum->back;
	return total > 0 ? 2 * fmin(sum->forth, sum->back) / total : 0;
}

static double observed_of(const struct sum *sum, double expected, bool unpaired)
{
	const double total = sum->forth + sum->back;
	if (total <= 0)
		return 0;
	const double pairs = unpaired ? 3 : strength_effective_pairs(sum);
	const double several = .5 + .5 * fmin(1, fmax(0, pairs - 1) / 2);
	const double both_ways = .5 + .5 * strength_reciprocity(sum);
	const double counted = total * both_ways * several;
	return counted / (counted + expected);
}

void strength_evaluate(struct strength *s, const struct ties *ties)
{
	struct expectation *e = &s->expected;
	memset(e->row, 0, ties->nodes * sizeof *e->row);
	memset(e->col, 0, ties->nodes * sizeof *e->col);
	size_t link = 0;
	for (size_t i = 0; i < ties->nodes; i++)
		for (size_t j = i + 1; j < ties->nodes; j++, link++) {
			const struct sum *sum = &s->sums[link];
			e->row[i] += sum->forth;
			e->col[j] += sum->forth;
			e->row[j] += sum->back;
			e->col[i] += sum->back;
		}
	expect_solve(e);
	link = 0;
	for (size_t i = 0; i < ties->nodes; i++)
		for (size_t j = i + 1; j < ties->nodes; j++, link++)
			s->observed[link] = observed_of(&s->sums[link],
				expect_both(e, i, j), ties->unpaired[link]);
}

static void sum_link(struct sum *sum, const struct tie *tie, const struct tie *end)
{
	for (; tie < end; tie++) {
		sum->forth += tie->forth;
		sum->back += tie->back;
		sum->plogp += tie->plogp;
	}
}

// kv log kv = k (v log v + v log k)
static void sum_weighted(struct sum *sum, const struct tie *tie, const struct tie *end,
	const unsigned char *weights, const double *log_of)
{
	for (; tie < end; tie++) {
		const size_t times = (size_t)weights[tie->p] * weights[tie->q];
		const double k = (double)times;
		sum->forth += k * tie->forth;
		sum->back += k * tie->back;
		sum->plogp += k * (tie->plogp + (tie->forth + tie->back) * log_of[times]);
	}
}

void strength_measure(struct strength *s, const struct ties *ties,
	const unsigned char *weights, const double *log_of)
{
	for (size_t l = 0; l < ties->links; l++) {
		const struct tie *from = ties->at + ties->first[l];
		const struct tie *end = ties->at + ties->first[l + 1];
		s->sums[l] = (struct sum){ 0 };
		if (weights)
			sum_weighted(&s->sums[l], from, end, weights, log_of);
		else
			sum_link(&s->sums[l], from, end);
	}
	strength_evaluate(s, ties);
}

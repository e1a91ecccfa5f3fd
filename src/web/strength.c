#include "web/strength.h"

#include <math.h>
#include <string.h>

void strength_init(struct strength *s, const struct ties *ties, struct arena *a)
{
	*s = (struct strength){
		.sums = ARENA_ARRAY(a, struct sum, ties->links + 1),
		.counted = ARENA_ARRAY(a, double, ties->links + 1),
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

static double counted_of(const struct sum *sum, bool unpaired)
{
	const double total = sum->forth + sum->back;
	if (total <= 0)
		return 0;
	const double pairs = unpaired ? 3 : strength_effective_pairs(sum);
	const double several = .5 + .5 * fmin(1, fmax(0, pairs - 1) / 2);
	const double both_ways = .5 + .5 * strength_reciprocity(sum);
	return total * both_ways * several;
}

static void observe(struct strength *s, const struct ties *ties)
{
	const struct expectation *e = &s->expected;
	for (size_t i = 0, link = 0; i < ties->nodes; link += ties->nodes - ++i) {
		double *observed = s->observed + link;
		const double *counted = s->counted + link;
		const size_t others = ties->nodes - i - 1;
		expect_row(e, i, observed); // of each: counted / (counted + expected)
		for (size_t k = 0; k < others; k++)
			observed[k] = counted[k] > 0
					      ? counted[k] / (counted[k] + observed[k])
					      : 0;
	}
}

static void evaluate(struct strength *s, const struct ties *ties)
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
			s->counted[link] = counted_of(sum, ties->unpaired[link]);
		}
	expect_solve(e);
	observe(s, ties);
}

// Its sums in the order in which evaluate() adds them up.
static void sum_node(struct strength *s, const struct ties *ties, size_t node)
{
	double row = 0, col = 0;
	for (size_t i = 0; i < ties->nodes; i++) {
		if (i == node)
			continue;
		const struct sum *sum = &s->sums[link_of(ties->nodes, i, node)];
		row += i < node ? sum->back : sum->forth;
		col += i < node ? sum->forth : sum->back;
	}
	s->expected.row[node] = row;
	s->expected.col[node] = col;
}

void strength_adjust(struct strength *s, const struct ties *ties,
	const struct strength *was, const uint32_t *changed, size_t count)
{
	struct expectation *e = &s->expected;
	bool touched[WEB_NODES_MAX] = { false };
	memcpy(s->counted, was->counted, ties->links * sizeof *s->counted);
	memcpy(e->row, was->expected.row, ties->nodes * sizeof *e->row);
	memcpy(e->col, was->expected.col, ties->nodes * sizeof *e->col);
	for (size_t i = 0; i < count; i++) {
		const uint32_t link = changed[i];
		if (i && changed[i - 1] == link)
			continue;
		s->counted[link] = counted_of(&s->sums[link], ties->unpaired[link]);
		touched[ties->ends[2 * link]] = touched[ties->ends[2 * link + 1]] = true;
	}
	for (size_t node = 0; node < ties->nodes; node++)
		if (touched[node])
			sum_node(s, ties, node);
	expect_solve(e);
	observe(s, ties);
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
	evaluate(s, ties);
}

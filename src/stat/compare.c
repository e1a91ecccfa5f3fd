#include "stat/compare.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "stat/special.h"

struct z_test compare_two(struct tally a, struct tally b)
{
	double n1 = (double)a.n, n2 = (double)b.n;
	double won = (double)a.k + (double)b.k;
	if (!a.n || !b.n || won == 0 || won == n1 + n2)
		return (struct z_test){ 0, 1 };
	double pooled = won / (n1 + n2);
	double error = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
	double z = ((double)a.k / n1 - (double)b.k / n2) / error;
	return (struct z_test){ z, 2 * normal_tails(fabs(z)).above };
}

// Two groups with fixed margins: k of n1, won - k of n2.
struct margins {
	double n1, n2, won;
};

// The probability of k + step relative to that of k; 0 outside the possible tables.
static double step_ratio(const struct margins *m, double k, int step)
{
	if (step > 0)
		return (m->n1 - k) / (k + 1) * ((m->won - k) / (m->n2 - m->won + k + 1));
	return k / (m->n1 - k + 1) * ((m->n2 - m->won + k) / (m->won - k + 1));
}

/*
 * Walks from the most likely table in one direction, adds all probabilities (relative to
 * that table's) to *total and returns the sum of those at or below `limit`.
 */
static double walk(
	const struct margins *m, double mode, int step, double limit, double *total)
{
	double ratio = 1, small = 0;
	for (double k = mode;; k += step) {
		ratio *= step_ratio(m, k, step);
		if (!(ratio > 0))
			break;
		*total += ratio;
		if (ratio <= limit)
			small += ratio;
		if (ratio < 1e-18 * small)
			break;
	}
	return small;
}

double compare_exact(struct tally a, struct tally b)
{
	assert(a.k <= a.n && b.k <= b.n);
	if (!a.n || !b.n)
		return 1;
	struct margins m = { (double)a.n, (double)b.n, (double)a.k + (double)b.k };
	double mode = floor((m.n1 + 1) * (m.won + 1) / (m.n1 + m.n2 + 2));
	double seen = 1; // of the observed table, relative to the most likely one
	int64_t from = (int64_t)mode, to = (int64_t)a.k;
	for (int64_t i = from; i < to; i++)
		seen *= step_ratio(&m, (double)i, 1);
	for (int64_t i = from; i > to; i--)
		seen *= step_ratio(&m, (double)i, -1);
	double limit = seen * (1 + 1e-7), total = 1; // R's tolerance for ties
	double small = limit >= 1 ? 1 : 0;
	small += walk(&m, mode, 1, limit, &total);
	small += walk(&m, mode, -1, limit, &total);
	return fmin(1, small / total);
}

double compare_p(struct tally a, struct tally b)
{
	double n = (double)a.n + (double)b.n;
	if (!a.n || !b.n)
		return 1;
	double won = (double)(a.k + b.k) / n;
	double fewest = fmin((double)a.n, (double)b.n) * fmin(won, 1 - won);
	return fewest < 5 ? compare_exact(a, b) : compare_two(a, b).p;
}

struct homogeneity compare_all(const struct tally *groups, size_t count)
{
	double n = 0, k = 0, used = 0;
	for (size_t i = 0; i < count; i++) {
		n += (double)groups[i].n;
		k += (double)groups[i].k;
		used += groups[i].n > 0;
	}
	struct homogeneity h = { .df = used > 1 ? used - 1 : 0, .p = 1 };
	if (used < 2 || k == 0 || k == n)
		return h;
	double p = k / n;
	for (size_t i = 0; i < count; i++) {
		double expected = (double)groups[i].n * p;
		double off = (double)groups[i].k - expected;
		if (groups[i].n)
			h.chi2 += off * off / (expected * (1 - p));
	}
	h.p = chi2_tails(h.chi2, h.df).above;
	return h;
}

struct ranked {
	double p;
	size_t at;
};

static int by_p(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;
	if (a->p != b->p)
		return a->p < b->p ? -1 : 1;
	return a->at < b->at ? -1 : a->at > b->at;
}

void compare_adjust(const double *p, size_t count, double *q, struct arena *a)
{
	struct ranked *order = ARENA_ARRAY(a, struct ranked, count);
	for (size_t i = 0; i < count; i++)
		order[i] = (struct ranked){ p[i], i };
	if (count)
		qsort(order, count, sizeof *order, by_p);
	double least = 1;
	for (size_t rank = count; rank > 0; rank--) {
		double scaled = order[rank - 1].p * (double)count / (double)rank;
		least = fmin(least, scaled);
		q[order[rank - 1].at] = least;
	}
}

// How often a true difference would be seen.
static double power(double p1, double p2, double n1, double n2)
{
	double pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
	double null_error = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
	double error = sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
	return normal_tails((fabs(p2 - p1) - NORMAL_975 * null_error) / error).below;
}

double compare_detectable(double p1, size_t n1, size_t n2)
{
	double a = (double)n1, b = (double)n2, low = p1, high = 1;
	const double almost = 1 - 1e-12;
	if (!n1 || !n2 || p1 >= almost || power(p1, almost, a, b) < 0.8)
		return 1;
	for (int i = 0; i < 200 && high - low > 1e-15; i++) {
		double middle = low + (high - low) / 2;
		if (power(p1, middle, a, b) < 0.8)
			low = middle;
		else
			high = middle;
	}
	return high;
}

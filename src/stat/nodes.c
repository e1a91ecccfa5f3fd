#include "stat/nodes.h"

#include <math.h>
#include <stdlib.h>

enum { POINTS = 16, DIRECT = 32 };

// A symmetric tridiagonal matrix, and the first row of its eigenvectors.
struct jacobi {
	double diagonal[POINTS];
	double beside[POINTS];
	double first[POINTS];
};

// Where the matrix splits at or after row l.
static int split_at(const struct jacobi *j, int l)
{
	int m = l;
	for (; m < POINTS - 1; m++) {
		double size = fabs(j->diagonal[m]) + fabs(j->diagonal[m + 1]);
		if (fabs(j->beside[m]) <= 1e-17 * size)
			break;
	}
	return m;
}

// One implicit QL sweep over rows l..m (Golub and Welsch 1969).
static void sweep(struct jacobi *j, int l, int m)
{
	double *d = j->diagonal, *e = j->beside;
	double g = (d[l + 1] - d[l]) / (2 * e[l]);
	double r = hypot(g, 1);
	g = d[m] - d[l] + e[l] / (g + copysign(r, g));
	double s = 1, c = 1, p = 0;
	for (int i = m - 1; i >= l; i--) {
		double f = s * e[i], b = c * e[i];
		r = hypot(f, g);
		e[i + 1] = r;
		if (r == 0) {
			d[i + 1] -= p;
			e[m] = 0;
			return;
		}
		s = f / r;
		c = g / r;
		g = d[i + 1] - p;
		r = (d[i] - g) * s + 2 * c * b;
		p = s * r;
		d[i + 1] = g + p;
		g = c * r - b;
		double z = j->first[i + 1];
		j->first[i + 1] = s * j->first[i] + c * z;
		j->first[i] = c * j->first[i] - s * z;
	}
	d[l] -= p;
	e[l] = g;
	e[m] = 0;
}

static void solve(struct jacobi *j)
{
	for (int l = 0; l < POINTS; l++)
		for (int tries = 0; tries < 60; tries++) {
			int m = split_at(j, l);
			if (m == l)
				break;
			sweep(j, l, m);
		}
}

static void node_add(struct nodes *n, double at, double weight, struct arena *a)
{
	n->at = arena_more(a, n->at, n->count, &n->room, sizeof *n->at);
	n->weight =
		arena_more(a, n->weight, n->count, &n->weight_room, sizeof *n->weight);
	n->at[n->count] = at;
	n->weight[n->count++] = weight;
}

// `weight` times the sum over from <= k < to, in POINTS terms.
static void run_gauss(
	struct nodes *n, double from, double to, double weight, struct arena *a)
{
	struct jacobi j = { .first = { 1 } };
	double length = to - from;
	for (int k = 0; k < POINTS; k++) {
		double order = k + 1;
		j.diagonal[k] = (length - 1) / 2;
		j.beside[k] = sqrt(order * order * (length * length - order * order) /
				   (4 * (4 * order * order - 1)));
	}
	j.beside[POINTS - 1] = 0;
	solve(&j);
	for (int k = 0; k < POINTS; k++)
		node_add(n, from + j.diagonal[k],
			weight * length * j.first[k] * j.first[k], a);
}

// One run on which the number of groups above k does not change.
static void run_add(
	struct nodes *n, uint64_t from, uint64_t to, double weight, struct arena *a)
{
	while (from < to) {
		uint64_t end = from < DIRECT ? DIRECT : 2 * from;
		end = end < to ? end : to;
		if (from < DIRECT || end - from <= POINTS) {
			for (; from < end; from++)
				node_add(n, (double)from, weight, a);
		} else {
			run_gauss(n, (double)from, (double)end, weight, a);
			from = end;
		}
	}
}

static int ascending(const void *left, const void *right)
{
	const uint64_t *a = left, *b = right;
	return *a < *b ? -1 : *a > *b;
}

void nodes_make(struct nodes *n, uint64_t *values, size_t count, struct arena *a)
{
	uint64_t from = 0;
	if (count)
		qsort(values, count, sizeof *values, ascending);
	for (size_t i = 0; i < count; i++) {
		run_add(n, from, values[i], (double)(count - i), a);
		from = values[i];
	}
}

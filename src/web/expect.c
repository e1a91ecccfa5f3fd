#include "web/expect.h"

#include <assert.h>
#include <math.h>

enum { ROUNDS_MAX = 200 };

static const double HUB_REST = 1e-12; // share of the total that may pass a hub by
static const double PRECISION = 1e-15;

// The equation for M: on the branch where `large` takes the larger root, or none.
struct equation {
	const struct expectation *e;
	double total;
	size_t large;
};

struct point {
	double value, slope;
};

// The smaller root of d^2 - (M - s) d + rc = 0, by the form that does not cancel.
static double small_root(double m, double r, double c, double *width)
{
	if (r <= 0 || c <= 0) {
		*width = 1;
		return 0;
	}
	const double sum = m - r - c;
	*width = sqrt(fmax(0, sum * sum - 4 * r * c));
	return 2 * r * c / (sum + *width);
}

/*
 * total + sum d_i - M, or, where one takes the larger root D = M - s - d, the same with
 * M cancelled: total - s - d + sum of the others.  The second is negative first and the
 * first positive first; `slope` is that of the value.
 */
static struct point at(const struct equation *q, double m)
{
	struct point p = { q->total - m, -1 };
	if (q->large != EXPECT_NO_HUB)
		p = (struct point){ q->total - q->e->row[q->large] - q->e->col[q->large],
			0 };
	for (size_t i = 0; i < q->e->nodes; i++) {
		double width = 0;
		const double d = small_root(m, q->e->row[i], q->e->col[i], &width);
		const double sign = i == q->large ? -1 : 1;
		p.value += sign * d;
		p.slope -= sign * d / width; // infinite where both roots meet
	}
	return p;
}

// Newton inside a bracket.  `sign` is that of the value at `low`.
static double solve_between(
	const struct equation *q, double low, double high, double sign)
{
	double m = low;
	for (int i = 0; i < ROUNDS_MAX && high - low > PRECISION * high; i++) {
		const struct point p = at(q, m);
		if (p.value * sign >= 0)
			low = m;
		else
			high = m;
		// Where both roots of one node meet the slope is infinite: no step,
		// halve.
		const double next = isfinite(p.slope) ? m - p.value / p.slope : high;
		if (isfinite(p.slope) && fabs(next - m) <= PRECISION * m)
			return m;
		m = next > low && next < high ? next : low + (high - low) / 2;
	}
	return m;
}

static double solve(struct equation *q)
{
	double low = q->total;
	for (size_t i = 0; i < q->e->nodes; i++) {
		const double r = q->e->row[i], c = q->e->col[i];
		const double least = r + c + 2 * sqrt(r * c); // below it there is no root
		if (least > low) {
			low = least;
			q->large = i;
		}
	}
	const size_t widest = q->large;
	q->large = EXPECT_NO_HUB;
	double sign = 1;
	if (at(q, low).value < 0) {
		q->large = widest;
		sign = -1;
	}
	double high = 2 * low;
	while (at(q, high).value * sign > 0 && isfinite(high))
		high *= 2;
	return solve_between(q, low, high, sign);
}

static size_t hub_of(const struct expectation *e, double total)
{
	for (size_t i = 0; i < e->nodes; i++)
		if (total - e->row[i] - e->col[i] <= HUB_REST * total)
			return i;
	return EXPECT_NO_HUB;
}

void expect_solve(struct expectation *e)
{
	double total = 0;
	for (size_t i = 0; i < e->nodes; i++)
		total += e->row[i];
	e->hub = EXPECT_NO_HUB;
	e->m = 0;
	if (total <= 0)
		return;
	e->hub = hub_of(e, total);
	if (e->hub != EXPECT_NO_HUB)
		return;
	struct equation q = { .e = e, .total = total, .large = EXPECT_NO_HUB };
	e->m = solve(&q);
	for (size_t i = 0; i < e->nodes; i++) {
		double width = 0;
		double d = small_root(e->m, e->row[i], e->col[i], &width);
		if (i == q.large)
			d = e->m - e->row[i] - e->col[i] - d;
		e->filled_r[i] = e->row[i] > 0 ? e->row[i] + d : 0;
		e->filled_c[i] = e->col[i] > 0 ? e->col[i] + d : 0;
	}
}

double expect_one(const struct expectation *e, size_t i, size_t j)
{
	assert(i < e->nodes && j < e->nodes);
	if (i == j)
		return 0;
	if (e->hub == i)
		return e->col[j];
	if (e->hub == j)
		return e->row[i];
	if (e->hub != EXPECT_NO_HUB || e->m <= 0)
		return 0;
	return e->filled_r[i] * e->filled_c[j] / e->m;
}

double expect_both(const struct expectation *e, size_t i, size_t j)
{
	return expect_one(e, i, j) + expect_one(e, j, i);
}

void expect_row(const struct expectation *e, size_t i, double *both)
{
	const double *r = e->filled_r, *c = e->filled_c;
	if (e->hub != EXPECT_NO_HUB || e->m <= 0) {
		for (size_t j = i + 1; j < e->nodes; j++)
			both[j - i - 1] = expect_both(e, i, j);
		return;
	}
	const double ri = r[i], ci = c[i], m = e->m;
	for (size_t j = i + 1; j < e->nodes; j++)
		both[j - i - 1] = ri * c[j] / m + r[j] * ci / m;
}

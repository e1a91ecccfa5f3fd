#include "stat/interval.h"

#include <assert.h>
#include <math.h>

#include "stat/special.h"

static struct estimate share_of(size_t k, size_t n, const char *method)
{
	assert(k <= n);
	return (struct estimate){ .value = n ? (double)k / (double)n : 0,
		.n = n,
		.k = k,
		.unit = UNIT_SHARE,
		.method = method };
}

struct estimate share_wilson(size_t k, size_t n)
{
	struct estimate e = share_of(k, n, "wilson95");
	if (!n)
		return e;
	const double z = NORMAL_975, count = (double)n, p = e.value;
	double scale = 1 + z * z / count;
	double centre = (p + z * z / (2 * count)) / scale;
	double half = z / scale * sqrt(p * (1 - p) / count + z * z / (4 * count * count));
	e.low = k ? centre - half : 0;
	e.high = k < n ? centre + half : 1;
	return e;
}

struct estimate share_jeffreys(size_t k, size_t n)
{
	struct estimate e = share_of(k, n, "jeffreys95");
	if (!n)
		return e;
	double a = (double)k + 0.5, b = (double)(n - k) + 0.5;
	e.low = k ? beta_quantile(0.025, a, b) : 0;
	e.high = k < n ? beta_quantile(0.975, a, b) : 1;
	return e;
}

struct estimate share_exact(size_t k, size_t n)
{
	struct estimate e = share_of(k, n, "exact95");
	if (!n)
		return e;
	e.low = k ? beta_quantile(0.025, (double)k, (double)(n - k) + 1) : 0;
	e.high = k < n ? beta_quantile(0.975, (double)k + 1, (double)(n - k)) : 1;
	return e;
}

struct estimate share_difference(size_t k1, size_t n1, size_t k2, size_t n2)
{
	struct estimate e = {
		.n = n1, .k = k1, .unit = UNIT_POINTS, .method = "newcombe95"
	};
	if (!n1 || !n2) {
		e.n = 0;
		return e;
	}
	struct estimate a = share_wilson(k1, n1), b = share_wilson(k2, n2);
	e.value = a.value - b.value;
	e.low = e.value - hypot(a.value - a.low, b.high - b.value);
	e.high = e.value + hypot(a.high - a.value, b.value - b.low);
	return e;
}

void value_add(struct value_sum *s, double amount, bool won)
{
	s->all += amount;
	s->squares += amount * amount;
	s->won += won ? amount : 0;
	s->won_squares += won ? amount * amount : 0;
	s->largest = amount > s->largest ? amount : s->largest;
	s->n++;
	s->k += won;
}

void value_merge(struct value_sum *s, const struct value_sum *other)
{
	s->all += other->all;
	s->squares += other->squares;
	s->won += other->won;
	s->won_squares += other->won_squares;
	s->largest = other->largest > s->largest ? other->largest : s->largest;
	s->n += other->n;
	s->k += other->k;
}

double value_error(const struct value_sum *s)
{
	// sum of a^2 (y - r)^2 for y of 0 or 1, where (y - r)^2 = y (1 - 2 r) + r^2
	double r = s->won / s->all;
	double sum = s->won_squares * (1 - 2 * r) + r * r * s->squares;
	return sum > 0 ? sqrt(sum) / s->all : 0;
}

double value_error_clustered(
	const struct value_sum *s, const struct value_sum *clusters, size_t count)
{
	double r = s->won / s->all, sum = 0;
	for (size_t i = 0; i < count; i++) {
		double off = clusters[i].won - r * clusters[i].all;
		sum += off * off;
	}
	return sqrt(sum) / s->all;
}

struct estimate value_share(const struct value_sum *s, bool *refused)
{
	struct estimate e = {
		.n = s->n, .k = s->k, .unit = UNIT_SHARE, .method = "delta95"
	};
	bool whale = s->all > 0 && s->largest > VALUE_WHALE * s->all;
	if (refused)
		*refused = whale;
	if (!(s->all > 0)) {
		e.n = 0;
		return e;
	}
	double half = NORMAL_975 * value_error(s);
	e.value = s->won / s->all;
	e.low = fmax(0, e.value - half);
	e.high = fmin(1, e.value + half);
	if (whale)
		e.n = 0;
	return e;
}

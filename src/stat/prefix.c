#include "stat/prefix.h"

#include <math.h>
#include <stdbool.h>

double stirling_rest(double z)
{
	if (z < 10) {
		int sign = 0;
		return lgamma_r(z + 1, &sign) - (z + 0.5) * log(z) + z - HALF_LOG_TWO_PI;
	}
	// Bernoulli numbers B(2k) / (2k (2k - 1)), Abramowitz and Stegun 6.1.41.
	static const double TERMS[] = { 1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680,
		1.0 / 1188, -691.0 / 360360, 1.0 / 156 };
	double sum = 0, inverse = 1 / (z * z);
	for (int i = 6; i >= 0; i--)
		sum = sum * inverse + TERMS[i];
	return sum / z;
}

double deviance(double z, double m)
{
	if (fabs(z - m) >= 0.1 * (z + m))
		return z > 0 ? z * log(z / m) + m - z : m;
	double v = (z - m) / (z + m);
	double sum = (z - m) * v;
	double term = 2 * z * v;
	for (int i = 3; i < 2000; i += 2) {
		term *= v * v;
		double next = sum + term / i;
		if (next == sum)
			break;
		sum = next;
	}
	return sum;
}

enum { STEPS = 400 };

// How far the wanted tail is off, in logarithms, rising with y; and its slope.
static double miss(const struct curve *c, double p, double y, double *slope)
{
	struct tails t = c->tails(c->shape, y);
	double rise = c->slope(c->shape, y);
	if (p <= 0.5) {
		*slope = rise / t.below;
		return log(t.below / p);
	}
	*slope = rise / t.above;
	return -log(t.above / (1 - p));
}

// Newton's next point; without a usable slope, or outside the bracket, something safer.
static double next_point(double y, double off, double slope, double low, double high)
{
	double next = y - off / slope;
	bool usable = isfinite(next) && next > low && next < high;
	if (usable)
		return next;
	if (isfinite(low) && isfinite(high))
		return low + (high - low) / 2;
	return off < 0 ? y + 1 + fabs(y) : y - 1 - fabs(y);
}

double curve_quantile(const struct curve *c, double p)
{
	double low = -INFINITY, high = INFINITY, y = c->start;
	for (int i = 0; i < STEPS; i++) {
		double slope = 0;
		double off = miss(c, p, y, &slope);
		if (off == 0)
			break;
		if (off < 0)
			low = y;
		else
			high = y;
		double next = next_point(y, off, slope, low, high);
		if (fabs(next - y) <= 2e-16 * (1 + fabs(y)))
			break;
		y = next;
	}
	return y;
}

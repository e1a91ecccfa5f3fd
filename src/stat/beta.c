// The incomplete beta function, its inverse, and Student's t on top of it.
#include <float.h>
#include <math.h>

#include "stat/prefix.h"

double log_beta(double a, double b)
{
	if (!(a > 0) || !(b > 0))
		return NAN;
	double less = a < b ? a : b, more = a < b ? b : a, sum = a + b;
	double rest = stirling_rest(a) + stirling_rest(b) - stirling_rest(sum);
	return less * log(less / sum) + more * log1p(-less / sum) + HALF_LOG_TWO_PI -
	       0.5 * (log(less) + log1p(-less / sum)) + rest;
}

// x^a y^b / B(a, b), with y = 1 - x.
static double prefix(double a, double b, double x, double y)
{
	double n = a + b;
	double rest = stirling_rest(n) - stirling_rest(a) - stirling_rest(b);
	return sqrt(a / n * b) *
	       exp(rest - deviance(a, n * x) - deviance(b, n * y) - HALF_LOG_TWO_PI);
}

// I_x(a, b) for x at or below the mean, where the fraction converges quickly.
static double fraction(double a, double b, double x, double y)
{
	const double tiny = 1e-300;
	double lead = a * y - b * x + 1;
	double f = a * lead / (a + 1);
	f = f == 0 ? tiny : f;
	double c = f, d = 0;
	for (int i = 1; i < 1000000; i++) {
		double m = i;
		double odd = a + 2 * m - 1;
		double up =
			(a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
		double down = m + m * (b - m) * x / odd +
			      (a + m) * (lead + m * (2 - x)) / (a + 2 * m + 1);
		d = down + up * d;
		d = 1 / (d == 0 ? tiny : d);
		c = down + up / c;
		c = c == 0 ? tiny : c;
		f *= c * d;
		if (fabs(c * d - 1) < DBL_EPSILON)
			break;
	}
	return prefix(a, b, x, y) / f;
}

static struct tails tails_of(double a, double b, double x, double y)
{
	if (x <= 0)
		return (struct tails){ 0, 1 };
	if (y <= 0)
		return (struct tails){ 1, 0 };
	if (x * b <= y * a) {
		double below = fraction(a, b, x, y);
		return (struct tails){ below, 1 - below };
	}
	double above = fraction(b, a, y, x);
	return (struct tails){ 1 - above, above };
}

struct tails beta_tails(double x, double a, double b)
{
	if (!(a > 0) || !(b > 0) || !(x >= 0) || !(x <= 1))
		return (struct tails){ NAN, NAN };
	return tails_of(a, b, x, 1 - x);
}

static struct tails logit_tails(const double shape[2], double y)
{
	return tails_of(shape[0], shape[1], 1 / (1 + exp(-y)), 1 / (1 + exp(y)));
}

static double logit_slope(const double shape[2], double y)
{
	return prefix(shape[0], shape[1], 1 / (1 + exp(-y)), 1 / (1 + exp(y)));
}

// The quantile as log(x / (1 - x)), which keeps the digits of both x and 1 - x.
static double logit_quantile(double p, double a, double b)
{
	struct curve c = { .tails = logit_tails,
		.slope = logit_slope,
		.shape = { a, b },
		.start = log(a) - log(b) };
	return curve_quantile(&c, p);
}

double beta_quantile(double p, double a, double b)
{
	if (!(a > 0) || !(b > 0) || !(p >= 0) || !(p <= 1))
		return NAN;
	if (p == 0 || p == 1)
		return p;
	return 1 / (1 + exp(-logit_quantile(p, a, b)));
}

struct tails student_tails(double t, double df)
{
	if (!(df > 0) || isnan(t))
		return (struct tails){ NAN, NAN };
	double far = t * t / (df + t * t);
	double near = df / (df + t * t);
	if (isinf(t))
		far = 1, near = 0;
	struct tails both = tails_of(df / 2, 0.5, near, far);
	double small = both.below / 2, large = 0.5 + both.above / 2;
	return t > 0 ? (struct tails){ large, small } : (struct tails){ small, large };
}

double student_quantile(double p, double df)
{
	if (!(df > 0) || !(p > 0) || !(p < 1))
		return NAN;
	if (p == 0.5)
		return 0;
	double tail = p < 0.5 ? p : 1 - p;
	double t = sqrt(df * exp(-logit_quantile(2 * tail, df / 2, 0.5)));
	return p < 0.5 ? -t : t;
}

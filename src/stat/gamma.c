// The incomplete gamma function, chi-squared and the normal distribution.
#include <float.h>
#include <math.h>

#include "stat/prefix.h"

// x^a e^-x / Gamma(a + 1).
static double prefix(double x, double a)
{
	return exp(-stirling_rest(a) - deviance(a, x) - HALF_LOG_TWO_PI) / sqrt(a);
}

static double series(double x, double a)
{
	double sum = 1, term = 1;
	for (int n = 1; n < 10000000; n++) {
		term *= x / (a + n);
		sum += term;
		if (term < sum * DBL_EPSILON)
			break;
	}
	return prefix(x, a) * sum;
}

static double fraction(double x, double a)
{
	const double tiny = 1e-300;
	double b = x + 1 - a;
	double f = b == 0 ? tiny : b, c = f, d = 0;
	for (int i = 1; i < 10000000; i++) {
		double n = i, up = n * (a - n);
		b += 2;
		d = b + up * d;
		d = 1 / (d == 0 ? tiny : d);
		c = b + up / c;
		c = c == 0 ? tiny : c;
		f *= c * d;
		if (fabs(c * d - 1) < DBL_EPSILON)
			break;
	}
	return prefix(x, a) * a / f;
}

struct tails gamma_tails(double x, double a)
{
	if (!(a > 0) || !(x >= 0))
		return (struct tails){ NAN, NAN };
	if (x == 0)
		return (struct tails){ 0, 1 };
	if (isinf(x))
		return (struct tails){ 1, 0 };
	if (x < a + 1) {
		double below = series(x, a);
		return (struct tails){ below, 1 - below };
	}
	double above = fraction(x, a);
	return (struct tails){ 1 - above, above };
}

struct tails chi2_tails(double x, double df)
{
	return gamma_tails(x / 2, df / 2);
}

static struct tails log_tails(const double shape[2], double y)
{
	return gamma_tails(exp(y), shape[0]);
}

static double log_slope(const double shape[2], double y)
{
	return prefix(exp(y), shape[0]) * shape[0];
}

double chi2_quantile(double p, double df)
{
	if (!(df > 0) || !(p >= 0) || !(p < 1))
		return NAN;
	if (p == 0)
		return 0;
	struct curve c = { .tails = log_tails,
		.slope = log_slope,
		.shape = { df / 2, 0 },
		.start = log(df / 2) };
	return 2 * exp(curve_quantile(&c, p));
}

struct tails normal_tails(double z)
{
	return (struct tails){ 0.5 * erfc(-z * M_SQRT1_2), 0.5 * erfc(z * M_SQRT1_2) };
}

static struct tails z_tails(const double shape[2], double y)
{
	(void)shape; // the normal distribution has none
	return normal_tails(y);
}

static double z_slope(const double shape[2], double y)
{
	(void)shape; // the normal distribution has none
	return exp(-0.5 * y * y - HALF_LOG_TWO_PI);
}

double normal_quantile(double p)
{
	if (!(p > 0) || !(p < 1))
		return NAN;
	struct curve c = { .tails = z_tails, .slope = z_slope, .start = 0 };
	return curve_quantile(&c, p);
}

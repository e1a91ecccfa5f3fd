// prefix: what the incomplete beta and gamma functions share; private to stat.
#ifndef STAT_PREFIX_H
#define STAT_PREFIX_H

#include "stat/special.h"

#define HALF_LOG_TWO_PI 0.91893853320467274178

// log Gamma(z + 1) minus Stirling's formula, for z > 0 (Loader 2000).
double stirling_rest(double z);
// z log(z / m) + m - z without cancellation where z is near m (Loader 2000).
double deviance(double z, double m);

/*
 * A distribution on a scale y on which the logarithm of each tail is concave (normal: z;
 * gamma: log x; beta: logit x).
 */
struct curve {
	struct tails (*tails)(const double shape[2], double y);
	double (*slope)(const double shape[2], double y); // d below / dy
	double shape[2];
	double start; // any guess
};

// The y with P(Y <= y) = p, for 0 < p < 1: Newton on the logarithm of the smaller tail,
// kept in a bracket.
double curve_quantile(const struct curve *c, double p);

#endif

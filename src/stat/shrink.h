// shrink: many small groups, each pulled towards what all of them say together.
#ifndef STAT_SHRINK_H
#define STAT_SHRINK_H

#include "stat/compare.h"
#include "stat/estimate.h"

/*
 * The beta-binomial model of the groups' true rates: Beta with mean mu and strength M = 1
 * / phi, fitted by marginal maximum likelihood (Griffiths 1973; empirical Bayes as in
 * Robbins 1956, Morris 1983), in the product form, where phi = 0 is the plain binomial
 * and nothing cancels.
 */
struct shrink {
	double mu;	 // mean of the groups' rates
	double phi;	 // 0: the groups are indistinguishable
	double strength; // M: a group's own rate counts n / (n + M); infinite when phi =
			 // 0
	double mu_error, phi_error; // standard errors; NaN at the boundary
	double slope_at_zero; // d loglik / d phi at phi = 0; not above 0 means phi = 0
	double loglik, binomial_loglik;
	double ratio; // likelihood ratio of overdispersion, 2 (loglik - binomial)
	double p; // of that ratio at the boundary: half of a chi-squared (Self and Liang
		  // 1987)
	bool boundary; // phi = 0
	bool settled;  // false: the likelihood still rises at the largest phi tried (50)
	// Kleinman (1973), by moments with weights n: for comparison only.
	double moment_variance, moment_strength;
};

/*
 * Groups with n = 0 are left out.  False when fewer than two groups are left, or when all
 * or none won: nothing can be learned about how groups differ.  Scratch lives in `a`.
 * O(groups log n) per step of the search, whatever the counts.
 */
bool shrink_fit(
	const struct tally *groups, size_t count, struct arena *a, struct shrink *out);

/*
 * A group's rate under the model: posterior mean and 95 % interval by Beta quantiles,
 * with mu and M taken as known: it is too narrow when there are fewer than eight groups.
 */
struct estimate shrink_rate(const struct shrink *s, struct tally group);
// The probability that the group's true rate lies above mu; a half when groups are
// indistinguishable.
double shrink_above(const struct shrink *s, struct tally group);

#endif

// special: the functions behind the intervals: beta, gamma, normal, chi-squared, Student.
#ifndef STAT_SPECIAL_H
#define STAT_SPECIAL_H

/*
 * Relative accuracy is about 1e-13 for shapes between 0.1 and 1e7, checked against mpmath
 * at 60 digits in tests/stat.  Arguments outside the domain give NaN.  No globals, any
 * thread.
 */

// P(X <= x) and P(X > x), each computed where it is small, so that both tails keep their
// digits.
struct tails {
	double below;
	double above;
};

// log B(a, b) through Stirling remainders, without the cancellation of three lgammas.
double log_beta(double a, double b);

/*
 * Regularised incomplete beta I_x(a, b) and its complement: continued fraction of
 * DiDonato and Morris (1992, eq. 9), prefix by Loader (2000), evaluated by modified Lentz
 * (Thompson and Barnett 1986).  O(sqrt(a + b)).
 */
struct tails beta_tails(double x, double a, double b);
double beta_quantile(double p, double a, double b);

// Regularised incomplete gamma P(a, x) and Q(a, x): series and continued fraction
// (Abramowitz and Stegun 6.5.29, 6.5.31).
struct tails gamma_tails(double x, double a);

struct tails normal_tails(double z);
double normal_quantile(double p);

struct tails chi2_tails(double x, double df);
double chi2_quantile(double p, double df);

struct tails student_tails(double t, double df);
double student_quantile(double p, double df);

// The standard normal quantile of 0.975, which every 95 % interval here uses.
#define NORMAL_975 1.959963984540054

#endif

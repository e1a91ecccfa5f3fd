#include "audit/ladder.h"

#include <math.h>

#include "stat/stat.h"

enum certainty certainty_of(double chance, size_t cases)
{
	if (cases < LADDER_CASES || !(chance < 0.2))
		return CERTAINTY_EARLY;
	if (chance < 0.001)
		return CERTAINTY_NEAR;
	return chance < 0.05 ? CERTAINTY_LIKELY : CERTAINTY_SUGGESTIVE;
}

enum severity severity_at(enum severity s, enum certainty c)
{
	if (c == CERTAINTY_EARLY && s < SEVERITY_WATCH)
		return SEVERITY_WATCH;
	if (c == CERTAINTY_SUGGESTIVE && s < SEVERITY_SERIOUS)
		return SEVERITY_SERIOUS;
	return s;
}

double chance_of_at_least(size_t k, size_t n, double p)
{
	// The tail of a binomial is an incomplete beta function (Abramowitz and Stegun
	// 26.5.24).
	return k ? beta_tails(p, (double)k, (double)(n - k + 1)).below : 1;
}

size_t cases_missing(double share, double reference, size_t n)
{
	static const double Z = NORMAL_975;
	const double gap = fabs(share - reference);
	const double needed = gap > 0 ? Z * Z * share * (1 - share) / (gap * gap) : 1e9;
	if (needed > 1e5)
		return SIZE_MAX;
	size_t total = (size_t)ceil(needed);
	if (total < LADDER_CASES)
		total = LADDER_CASES;
	return total > n ? total - n : 0;
}

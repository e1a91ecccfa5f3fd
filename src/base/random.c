#include "base/random.h"

#include <assert.h>

uint64_t random_next(struct random *r)
{
	uint64_t z = r->state += 0x9e3779b97f4a7c15u;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

double random_unit(struct random *r)
{
	return (double)(random_next(r) >> 11) * 0x1p-53;
}

uint64_t random_below(struct random *r, uint64_t bound)
{
	assert(bound > 0);
	uint64_t x = random_next(r);
	// The limit is above this for every bound: nearly always one division is enough.
	while (x > UINT64_MAX - bound && x >= UINT64_MAX - UINT64_MAX % bound)
		x = random_next(r);
	return x % bound;
}

unsigned random_poisson1(struct random *r)
{
	double u = random_unit(r), p = 0.36787944117144233, cumulative = p; // e^-1
	unsigned k = 0;
	while (u >= cumulative && k < 30) {
		p /= ++k;
		cumulative += p;
	}
	return k;
}

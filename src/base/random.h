// random: numbers that look random and are the same on every machine and every day.
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stdint.h>

// splitmix64 (Steele, Lea, Flood 2014).  The state is the seed; the zero value is a valid
// seed.
struct random {
	uint64_t state;
};

uint64_t random_next(struct random *r);
double random_unit(struct random *r);			 // [0, 1), 53 bits
uint64_t random_below(struct random *r, uint64_t bound); // unbiased; bound > 0
unsigned random_poisson1(struct random *r); // Poisson with mean 1, by inverse CDF

#endif

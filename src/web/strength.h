// strength: how much two functions have with each other, against what traffic predicts.
#ifndef WEB_STRENGTH_H
#define WEB_STRENGTH_H

#include "web/expect.h"
#include "web/ties.h"

// What all ties of a link come to.
struct sum {
	double forth, back; // volume from the lower node to the higher, and back
	double plogp;	    // sum of v log v over pairs
};

// Room for one evaluation; one per thread.
struct strength {
	struct sum *sums; // per link
	struct expectation expected;
	double *counted;  // per link: volume, less where it is one-way or of one pair
	double *observed; // per link, 0 to 1
};

void strength_init(struct strength *s, const struct ties *ties, struct arena *a);

/*
 * Sums the ties, each times the weights of its two people (NULL: all 1), `log_of[k]` the
 * logarithm of k, and evaluates.  O(ties + links).
 */
void strength_measure(struct strength *s, const struct ties *ties,
	const unsigned char *weights, const double *log_of);
/*
 * Evaluates anew after the sums of a few links changed, to the same bytes as all of it
 * would: `was` holds those of all links before.  O(links), without logarithms but for the
 * links that changed, which may stand in `changed` several times in a row.
 */
void strength_adjust(struct strength *s, const struct ties *ties,
	const struct strength *was, const uint32_t *changed, size_t count);

// exp of the entropy of pair volumes: the effective number of pairs (Hill 1973, order 1).
double strength_effective_pairs(const struct sum *sum);
double strength_reciprocity(const struct sum *sum);

// Two weights of a Poisson draw multiply to less than this.
enum { WEIGHT_MAX = 30, WEIGHT_PRODUCTS = WEIGHT_MAX * WEIGHT_MAX + 1 };
const double *strength_logs(struct arena *a); // log 0 (as 0), log 1, ... for log_of

#endif

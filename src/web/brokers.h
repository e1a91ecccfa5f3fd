// brokers: who could carry a link that has no tie, or hardly one.
#ifndef WEB_BROKERS_H
#define WEB_BROKERS_H

#include "web/ties.h"

// Volume between each person and each node, both ways.
struct outreach {
	size_t nodes;
	uint32_t *row_of;  // per person; WEB_NONE: no ties to other nodes
	uint32_t *persons; // per row
	size_t rows;
	double *volume; // rows x nodes
};

void outreach_of(const struct ties *ties, struct arena *a, struct outreach *out);

/*
 * The person of a third node for whom
 *
 *     harmonic mean of the volumes with a and with b, over the root of the load
 *
 * is largest; WEB_NONE if nobody turns to both.  `load` is per person how many others it
 * exchanges with: without it the busiest would be first for every link.  Equal ones: the
 * first in order of persons.  O(persons with ties).
 */
uint32_t broker_find(const struct outreach *o, const uint32_t *person_node,
	const double *load, uint32_t a, uint32_t b, double *score);

#endif

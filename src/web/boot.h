// boot: how far the strengths would move, had other people been looked at.
#ifndef WEB_BOOT_H
#define WEB_BOOT_H

#include "web/strength.h"

/*
 * Node bootstrap (Snijders and Borgatti 1999; weights as in the Poisson bootstrap of
 * Oza and Russell 2001): in replicate r every person, in order, gets a Poisson(1) weight
 * from splitmix64 seeded with seed * 1000003 + r; a tie counts times the weights of both
 * its people, and expectation and strength are computed anew.  Mailboxes and teams keep
 * weight 1.  The same bytes for any number of threads.
 */
struct boot {
	size_t replicates, links;
	double *observed; // replicates x links
};

void boot_run(const struct ties *ties, size_t replicates, uint64_t seed, size_t threads,
	struct arena *a, struct boot *out);
const double *boot_at(const struct boot *b, size_t replicate); // per link

// The q-quantile of a link over replicates, linear between order statistics (Hyndman and
// Fan 1996, type 7).  `room` holds one double a replicate.
double boot_quantile(const struct boot *b, size_t link, double q, double *room);

#endif

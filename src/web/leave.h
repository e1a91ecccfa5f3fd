// leave: what would be left of each tie if one person left; who carries what.
#ifndef WEB_LEAVE_H
#define WEB_LEAVE_H

#include "web/strength.h"

enum { LEAVE_TOP = 3 };

struct leaver {
	uint32_t person;
	double drop; // fall of observed strength; not positive: nobody
};

// Per link.
struct leave {
	struct leaver top[LEAVE_TOP]; // largest fall first, then in order of persons
	double deviation;
};

/*
 * Delete-one-person jackknife (Efron and Stein 1981) over the `counted` persons who are
 * in the web at all; those without ties fall out of the sums but count in them.
 * Everything is computed anew without the person, the expectation included.  Links of
 * `ties->unpaired` have no leavers.  O(ties + persons with ties x links).  The same bytes
 * for any number of threads.
 */
void leave_run(const struct ties *ties, const struct strength *all, size_t counted,
	size_t threads, struct leave *out);

#endif

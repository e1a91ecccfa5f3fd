// near_to: comparing doubles by relative error, saying both values when they differ.
#ifndef TESTS_STAT_NEAR_TO_H
#define TESTS_STAT_NEAR_TO_H

#include "test.h"

#include <math.h>

static inline void near_to(double got, double want, double relative, const char *what)
{
	double room = relative * fmax(fabs(want), 1e-300);
	if (!(fabs(got - want) <= room))
		fail_msg("%s: got %.17g, want %.17g, off by %.3g", what, got, want,
			(got - want) / want);
}

#define NEAR(got, want, relative) near_to((got), (want), (relative), #got)

#endif

// close: two doubles that should be equal up to so much; cmocka 1.1.5 compares floats
// only.
#ifndef TESTS_SWAP_CLOSE_H
#define TESTS_SWAP_CLOSE_H

#include "tests/test.h"

#define assert_close(got, want, most)                                                    \
	do {                                                                             \
		const double g_ = (got), w_ = (want), d_ = g_ > w_ ? g_ - w_ : w_ - g_;  \
		if (!(d_ <= (most)))                                                     \
			fail_msg("got %.15g, want %.15g", g_, w_);                       \
	} while (0)

#endif

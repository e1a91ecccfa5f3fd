// estimate: a number that reaches a reader, with its interval and its denominator.
#ifndef STAT_ESTIMATE_H
#define STAT_ESTIMATE_H

#include <stddef.h>

enum unit { UNIT_SHARE, UNIT_COUNT, UNIT_DAYS, UNIT_MONEY, UNIT_POINTS, UNIT_COUNT_OF };

struct estimate {
	double value;
	double low; // 95 % unless the method says otherwise
	double high;
	size_t n; // the denominator; 0 means there is no estimate
	size_t k; // the numerator where there is one
	enum unit unit;
	const char *method; // "wilson95", "counted", "delta95", "beta95", "bootstrap95"
};

#endif

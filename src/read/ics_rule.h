// ics_rule: when a series repeats (RRULE of RFC 5545, section 3.3.10).
#ifndef READ_ICS_RULE_H
#define READ_ICS_RULE_H

#include "read/ics_time.h"

enum ics_freq {
	ICS_SECONDLY,
	ICS_MINUTELY,
	ICS_HOURLY,
	ICS_DAILY,
	ICS_WEEKLY,
	ICS_MONTHLY,
	ICS_YEARLY,
};

enum { ICS_POSITIONS_MAX = 64 };

/*
 * Sets are bits: bit n of element [0] is the n-th from the front, of [1] the n-th from
 * the end.  An empty set says nothing.
 */
struct ics_rule {
	enum ics_freq freq;
	int64_t interval; // from 1
	int64_t count;	  // 0 for no end by number
	struct ics_time until;
	unsigned week_start; // 0 = Monday
	uint64_t seconds, minutes, hours, months;
	uint64_t month_days[2];
	uint64_t year_days[2][6];
	uint64_t weeks[2];
	uint64_t nth[7][2];		      // by weekday: 2TU, -1SU
	unsigned weekdays;		      // bits: TU
	int16_t positions[ICS_POSITIONS_MAX]; // BYSETPOS
	size_t position_count;
};

// False for what is no rule: it is then as if it were not there.
bool ics_rule_read(struct str value, struct ics_rule *r);

// How much may still be done before the rest of a series is given up.
struct ics_effort {
	uint64_t left;
	bool cut;
};

// What is asked of a series, on one wall clock.
struct ics_series {
	int64_t start;	  // DTSTART
	int64_t from, to; // the window, without its end
	int64_t until;	  // the rule's UNTIL, INT64_MAX if it has none
};

struct ics_walls {
	int64_t *at;
	size_t count, room;
};

/*
 * The wall times of the series which are later than its start and in the window,
 * ascending.  The start itself is the first of COUNT, whether the rule gives it or not.
 * Without COUNT the work begins at the window; every day and time looked at costs one
 * unit of effort, so that no rule can take long.  Sets effort->cut when there is more.
 */
void ics_rule_expand(const struct ics_rule *r, const struct ics_series *series,
	struct ics_walls *out, struct ics_effort *effort);

#endif

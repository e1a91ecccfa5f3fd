// ics_time: days, moments, spans and periods as calendars write them.
#ifndef READ_ICS_TIME_H
#define READ_ICS_TIME_H

#include "base/base.h"

// Seconds of the wall clock since 1970-01-01 00:00, wherever that clock hangs.
struct ics_time {
	int64_t wall;
	bool set;
	bool day;	 // a day, at its midnight
	bool utc;	 // written with Z
	struct str zone; // TZID; empty for UTC and for floating times
};

// "20120801", "20120801T050000", "20120801T050000Z"; a stray Z behind a day is passed
// over.
bool ics_time_read(struct str value, struct str zone, struct ics_time *t);
// "P1D", "-PT1H30M", "P2W" in seconds; spans end at ten years.
bool ics_span_read(struct str value, int64_t *seconds);

// Days since 1970 and back; floor division, for times before that.
int32_t ics_day_of(int64_t wall);
int64_t ics_wall_of(struct date day);
struct date ics_date_of(int32_t days);

#endif

// ics_zone: what the wall clocks of a zone show.
#ifndef READ_ICS_ZONE_H
#define READ_ICS_ZONE_H

#include "read/ics_rule.h"

// At this moment of the old clock, clocks go from one distance to UTC to another.
struct ics_onset {
	int64_t wall;
	int32_t from, to; // seconds east of UTC
};

struct ics_zone {
	struct str name;
	struct ics_onset *at; // sorted
	size_t count, room;
};

enum {
	ICS_ONSETS_MAX = 1000, // of one rule of a zone
	ICS_OBSERVANCE_DATES_MAX = 64,
};

// STANDARD or DAYLIGHT of a VTIMEZONE, as it is read.
struct ics_observance {
	struct ics_time start;
	int32_t from, to;
	bool has_from, has_to, has_rule;
	struct ics_rule rule;
	int64_t dates[ICS_OBSERVANCE_DATES_MAX]; // RDATE, wall times
	size_t date_count;
};

bool ics_offset_read(struct str value, int32_t *seconds); // "+0200", "-053000"
// Adds the onsets of an observance up to the wall time `to`; nothing if it is not whole.
void ics_zone_add(struct ics_zone *z, const struct ics_observance *o, int64_t to,
	struct arena *a, struct ics_effort *effort);
void ics_zone_onset(struct ics_zone *z, struct ics_onset onset, struct arena *a);
void ics_zone_sort(struct ics_zone *z);

/*
 * A zone by the name at the end of `name`: IANA ("/x.org/Europe/Berlin") or Windows
 * ("W. Europe Standard Time"), with the rules of today, which hold since about 2007, from
 * 1970 to the wall time `to`.  False if we do not know it.  The machine's own zone files
 * are not asked, so that the same calendar gives the same times everywhere.
 */
bool ics_zone_named(struct str name, int64_t to, struct ics_zone *z, struct arena *a);

/*
 * A wall time in UTC and back.  A wall time that occurs twice is the first of the two;
 * one that is skipped is read with the distance before the gap (RFC 5545, 3.3.5).
 */
int64_t ics_zone_utc(const struct ics_zone *z, int64_t wall);
int64_t ics_zone_wall(const struct ics_zone *z, int64_t utc);

#endif

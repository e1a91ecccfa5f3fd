// ics_calendar: what an open calendar remembers, for the files that implement it.
#ifndef READ_ICS_CALENDAR_H
#define READ_ICS_CALENDAR_H

#include "read/ics_event.h"
#include "read/meeting.h"

// One start of an event, and its length if it has one of its own.
struct start {
	int64_t utc;
	int64_t span; // -1: the event's
};

struct instance {
	const struct ics_event *event;
	int64_t start, end; // seconds, UTC
	bool repeats;
};

// What is known of all events that share a UID.
struct version {
	int64_t sequence; // the highest
	bool cancelled;	  // at that sequence
};

struct zone_answer {
	const struct ics_zone *zone; // NULL: unknown
};

struct override {
	const struct ics_event *event;
};

struct calendar {
	struct arena *arena;
	struct ics_file file;
	struct calendar_info info;
	int64_t from, to; // seconds, UTC
	struct ics_effort effort;
	struct map zone_names; // asked for so far
	struct zone_answer *zones;
	size_t zone_room;
	struct map uids;
	struct version *versions;
	size_t version_room;
	struct map replaced; // instances that an override stands for
	struct override *overrides;
	size_t override_room;
	struct map seen; // instances that are there already
	char key[2048];
	int64_t walls[MEETINGS_MAX]; // of one series
	struct start *starts;	     // of one event
	size_t start_count, start_room;
	struct instance *at;
	size_t count, room, next;
};

// A time in UTC; floating times are meant in the calendar's own zone.
int64_t ics_calendar_utc(struct calendar *c, const struct ics_time *t);
// The zone a time is meant in; NULL for UTC.
const struct ics_zone *ics_calendar_zone(struct calendar *c, const struct ics_time *t);
// The day of a moment on the clock that the event is written for.
int64_t ics_calendar_day(struct calendar *c, const struct ics_event *e, int64_t utc);

// Which of several events with one UID counts: all must be noted before the first answer.
void ics_version_note(struct calendar *c, const struct ics_event *e);
// Whether an event is cancelled or older than another version of it.
bool ics_version_stale(struct calendar *c, const struct ics_event *e);
/*
 * Whether an override takes the place of this instance.  One that names a day stands for
 * the instance of that day; one that names a time only for that time, unless the event
 * is all day long.
 */
bool ics_version_replaced(struct calendar *c, const struct ics_event *e, int64_t utc);
// Whether this instance is there already, from another copy of the event; notes it.
bool ics_version_seen(struct calendar *c, const struct ics_event *e, int64_t utc);

#endif

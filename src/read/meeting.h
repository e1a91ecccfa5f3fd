// meeting: who met whom and when, from calendars, never about what.
#ifndef READ_MEETING_H
#define READ_MEETING_H

#include "base/base.h"

enum answer { ANSWER_NONE, ANSWER_ACCEPTED, ANSWER_TENTATIVE, ANSWER_DECLINED };

struct attendee {
	struct str address; // in lower case
	enum answer answer;
	bool optional; // invited for information, or may stay away
};

/*
 * One meeting that took place or will: a single event or one instance of a series, with
 * what its override changed.  Rooms and equipment are no attendees, and each person is
 * one once.  Strings live as long as the calendar.
 */
struct meeting {
	struct str uid;
	struct str organizer; // address in lower case; empty if unknown
	const struct attendee *attendees;
	size_t attendee_count;
	int64_t start_ms, end_ms; // since 1970 in UTC; all-day ones from midnight UTC
	bool all_day;
	bool transparent; // does not block time
	bool closed;	  // CLASS is not PUBLIC
	bool repeats;	  // one of a series
	uint32_t line;	  // of the file, where its event begins
};

enum {
	MEETINGS_MAX = 10000, // instances of one calendar
	CALENDAR_EVENTS_MAX = 100 * 1000,
	CALENDAR_ATTENDEES_MAX = 1000, // of one event
};

struct calendar;

struct calendar_info {
	size_t events;	      // in the file
	size_t undated;	      // of them, without a start that can be read
	size_t unknown_zones; // times in a zone that neither the file nor we know: read
			      // as UTC
	bool cut; // there is more than MEETINGS_MAX, or than we care to work out
};

/*
 * Reads all events and works out the instances that start in [from_ms, to_ms).
 * Cancelled ones are left out; overrides and newer versions of an event replace the old.
 * ERROR_FORMAT when the bytes hold no calendar.  Everything allocated lives in `a`; the
 * bytes are not needed afterwards.  The work is bounded whatever the rules say.
 */
bool calendar_open(struct str bytes, int64_t from_ms, int64_t to_ms, struct arena *a,
	struct calendar **out, struct error *err);
const struct calendar_info *calendar_info(const struct calendar *c);
bool meeting_next(struct calendar *c, struct meeting *m); // by start; false at the end

#endif

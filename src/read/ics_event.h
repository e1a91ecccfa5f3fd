// ics_event: the events and zones of a calendar file, as they are written.
#ifndef READ_ICS_EVENT_H
#define READ_ICS_EVENT_H

#include "read/ics_zone.h"
#include "read/meeting.h"

enum { ICS_DATES_MAX = 10000, ICS_RULES_MAX = 8 }; // of one event

struct ics_date {
	struct ics_time time;
	int64_t span;	     // seconds, of a PERIOD; -1 if it has the event's length
	struct ics_time end; // of a PERIOD with an end
};

struct ics_event {
	struct str uid, organizer;
	struct attendee *attendees;
	size_t attendee_count, attendee_room;
	struct ics_time start, end, replaces;  // DTSTART, DTEND, RECURRENCE-ID
	int64_t span;			       // DURATION in seconds, -1 if there is none
	struct ics_rule *rules[ICS_RULES_MAX]; // nearly always one or none
	size_t rule_count;
	struct ics_date *dates, *without; // RDATE, EXDATE
	size_t date_count, date_room, without_count, without_room;
	int64_t sequence;
	bool transparent, cancelled, closed, all_day;
	uint32_t line;
};

struct ics_file {
	struct arena *arena;
	struct ics_event *events;
	size_t event_count, event_room;
	struct ics_zone *zones; // those the file defines
	size_t zone_count, zone_room;
	struct str home; // X-WR-TIMEZONE: where floating times are meant
};

/*
 * Reads VEVENTs and VTIMEZONEs wherever they stand: in one VCALENDAR, in several, or
 * bare.  Of an event only its own properties are taken, not those of its alarms.  Zones
 * are worked out up to the wall time `to`.  ERROR_FORMAT when there is neither a calendar
 * nor an event, ERROR_LIMIT beyond CALENDAR_EVENTS_MAX.
 */
bool ics_file_read(struct ics_file *f, struct str bytes, int64_t to, struct arena *a,
	struct ics_effort *effort, struct error *err);

#endif

// web_counts: what the shared calendars and mailboxes hold, counted by reading the files.
#ifndef TESTS_READ_WEB_COUNTS_H
#define TESTS_READ_WEB_COUNTS_H

/*
 * Calendars of ../shared/data/web/data.  A window is a pair of days, the second not part
 * of it.  `events` are VEVENTs in the file, `meetings` the instances that start inside
 * the window.  Written down before the parser was, from the files and a paper calendar.
 */
struct calendar_count {
	const char *file;
	const char *from, *to;
	size_t events;
	size_t meetings;
	size_t all_day;	  // of the meetings
	size_t attendees; // summed over the meetings
};

static const struct calendar_count CALENDARS[] = {
	// 29 August 2014, 8 to 10 in a zone of the file's own.
	{ "ics-icalendar/america_new_york.ics", "2014-01-01", "2015-01-01", 1, 1, 0, 0 },
	// Twenty events with nothing in them, and no END:VCALENDAR.
	{ "ics-icalendar/big_bad_calendar.ics", "2000-01-01", "2030-01-01", 20, 0, 0, 0 },
	{ "ics-icalendar/bom_calendar.ics", "2000-01-01", "2030-01-01", 0, 0, 0, 0 },
	// A bare VEVENT without a start.
	{ "ics-icalendar/event_with_rsvp.ics", "2000-01-01", "2030-01-01", 1, 0, 0, 0 },
	// Two events that share a UID but not a time; the second has three attendees.
	{ "ics-icalendar/example.ics", "2026-01-01", "2027-01-01", 2, 2, 0, 3 },
	{ "ics-icalendar/example.ics", "2026-03-22", "2027-01-01", 2, 1, 0, 3 },
	{ "ics-icalendar/property_params.ics", "2012-01-01", "2013-01-01", 1, 1, 1, 3 },
	// Two events without a start.
	{ "ics-icalendar/rfc_7256_multi_value_parameters.ics", "2000-01-01", "2030-01-01",
		2, 0, 0, 0 },
	// Every day from 1 August, no end: 31 + 30 + 31 + 30 + 31.  The alarm's ATTENDEE
	// is not one.
	{ "ics-icaljs/daily_recur.ics", "2012-01-01", "2013-01-01", 1, 153, 0, 0 },
	{ "ics-icaljs/daily_recur.ics", "2025-01-01", "2026-01-01", 1, 365, 0, 0 },
	// Weekdays from Friday 3 August: 21 + 20 + 23 + 22 + 21.
	{ "ics-icaljs/day_long_recur_yearly.ics", "2012-01-01", "2013-01-01", 1, 107, 107,
		0 },
	{ "ics-icaljs/duration_instead_of_dtend.ics", "2012-01-01", "2013-01-01", 1, 1, 0,
		0 },
	// One series of COUNT=1 with two RDATEs, and three overrides of a series that is
	// not in the file.
	{ "ics-icaljs/google_birthday.ics", "2012-01-01", "2015-01-01", 4, 6, 6, 6 },
	{ "ics-icaljs/google_birthday.ics", "2013-01-01", "2014-01-01", 4, 2, 2, 2 },
	{ "ics-icaljs/minimal.ics", "2012-01-01", "2013-01-01", 1, 1, 0, 0 },
	// Mondays 26 March to 23 July (18) and Sundays 1 April to 29 July (18).
	{ "ics-icaljs/multiple_rrules.ics", "2012-01-01", "2013-01-01", 1, 36, 0, 36 },
	{ "ics-icaljs/only_dtstart_date.ics", "2012-01-01", "2013-01-01", 1, 1, 1, 0 },
	// Weekdays from Tuesday 11 September: 14 + 23 + 22 + 21, two attendees each.
	{ "ics-icaljs/parserv2.ics", "2012-01-01", "2013-01-01", 1, 80, 0, 160 },
	{ "ics-icaljs/parserv2.ics", "2012-09-01", "2012-10-01", 1, 14, 0, 28 },
	// 9, 10, 12 June: the day of the EXDATE takes the 11th out.
	{ "ics-icaljs/rdate_exdate.ics", "2024-01-01", "2025-01-01", 1, 3, 0, 0 },
	// First Tuesdays 6 Nov, 1 Jan, 5 Mar, 7 May with three attendees, RDATEs 10 and
	// 30 Nov with three; 2 Oct and 5 Nov are replaced by events without attendees.
	// 4 Dec, 5 Feb, 2 Apr are taken out.
	{ "ics-icaljs/recur_instances.ics", "2012-10-01", "2013-06-01", 3, 8, 0, 18 },
	{ "ics-icaljs/recur_instances.ics", "2012-01-01", "2013-01-01", 3, 5, 0, 9 },
	// First Tuesday 7 Nov; RDATEs on 23 and 25 November 2023.
	{ "ics-icaljs/recur_instances.ics", "2023-11-01", "2023-12-01", 3, 3, 0, 9 },
	// 2 Oct, 6 Nov, 4 Dec; 5 and 10 Nov by RDATE; UNTIL ends it with the year.
	{ "ics-icaljs/recur_instances_finite.ics", "2012-01-01", "2014-01-01", 1, 5, 0,
		15 },
};

// Mailboxes of ../shared/data/web/data: messages, and what the first one says.
struct mailbox_count {
	const char *file;
	size_t messages;
	size_t replies; // messages with References or In-Reply-To
	const char *from;
	const char *id;
	const char *time; // of the first message, UTC
	size_t references;
};

static const struct mailbox_count MAILBOXES[] = {
	{ "mbox-james/mbox.rlug", 5, 2, "mmihai@netcompsj.ro",
		"001401c2cec7$4eb5b460$941c10ac@ok6f6gr01ta4hv", "2003-02-07T16:35:25Z",
		0 },
	{ "mbox-james/mbox.rlug-0", 1, 0, "mmihai@netcompsj.ro",
		"001401c2cec7$4eb5b460$941c10ac@ok6f6gr01ta4hv", "2003-02-07T16:35:25Z",
		0 },
	{ "mbox-james/mbox.rlug-1", 1, 1, "wolfy@pcnet.ro", "3E43EB00.7040006@pcnet.ro",
		"2003-02-07T17:21:04Z", 4 },
	{ "mbox-james/mbox.rlug-2", 1, 0, "adrian@dtedu.net",
		"20030207193601.2613a439.adrian@dtedu.net", "2003-02-07T17:36:01Z", 0 },
	{ "mbox-james/mbox.rlug-3", 1, 1, "teo.55@home.ro",
		"20030208014131.00fd30ce.teo.55@home.ro", "2003-02-07T23:41:31Z", 1 },
	{ "mbox-james/mbox.rlug-4", 1, 0, "dragosh@lsd.ro",
		"1044662313.5121.17.camel@snow.lsd.ro", "2003-02-07T23:58:32Z", 0 },
};

#endif

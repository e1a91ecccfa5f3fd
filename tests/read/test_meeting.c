// Who met whom and when, from calendars.
#include "test.h"

#include <string.h>

#include "read/ics_time.h"
#include "read/read.h"
#include "web_counts.h"

static struct arena arena;
static struct error err;

static int64_t ms_of(const char *day)
{
	struct date d = { 0 };
	assert_true(date_parse(str_of(day), DATE_UNSURE, &d));
	return ics_wall_of(d) * 1000;
}

static struct calendar *open_at(struct str bytes, const char *from, const char *to)
{
	struct calendar *c = NULL;
	err = (struct error){ 0 };
	return calendar_open(bytes, ms_of(from), ms_of(to), &arena, &c, &err) ? c : NULL;
}

static const char *time_text(int64_t ms)
{
	int32_t day = ics_day_of(ms / 1000);
	int64_t rest = ms / 1000 - (int64_t)day * 86400;
	return arena_fmt(&arena, "%sT%02d:%02d", date_str(&arena, ics_date_of(day)).at,
		(int)(rest / 3600), (int)(rest / 60 % 60))
		.at;
}

// One line a meeting: start, minutes, then what is special about it and who is there.
static const char *meetings_of(const char *text, const char *from, const char *to)
{
	struct calendar *c = open_at(str_of(text), from, to);
	if (!c)
		return err.text;
	struct buf out = { 0 };
	struct meeting m;
	while (meeting_next(c, &m)) {
		buf_fmt(&out, "%s%s %lld", out.len ? "\n" : "", time_text(m.start_ms),
			(long long)((m.end_ms - m.start_ms) / 60000));
		buf_fmt(&out, "%s%s%s%s", m.all_day ? " day" : "",
			m.transparent ? " free" : "", m.closed ? " closed" : "",
			m.repeats ? " series" : "");
		if (m.organizer.len)
			buf_fmt(&out, " by %" PRI_STR, ARG_STR(m.organizer));
		for (size_t i = 0; i < m.attendee_count; i++)
			buf_fmt(&out, " %" PRI_STR "/%d%s",
				ARG_STR(m.attendees[i].address),
				(int)m.attendees[i].answer,
				m.attendees[i].optional ? "?" : "");
	}
	if (calendar_info(c)->cut)
		buf_add(&out, S("\ncut"));
	const char *got = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return got;
}

// An event in a calendar of 2025.
static void assert_event(const char *lines, const char *want)
{
	struct str text = arena_fmt(&arena,
		"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n%s\r\nEND:VEVENT\r\n"
		"END:VCALENDAR\r\n",
		lines);
	assert_string_equal(meetings_of(text.at, "2025-01-01", "2026-01-01"), want);
}

TEST(an_event_is_a_meeting)
{
	assert_event(
		"DTSTART:20250301T090000Z\nDTEND:20250301T093000Z\nORGANIZER;CN=X:"
		"MAILTO:Dana@X.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:A@x.example\n"
		"ATTENDEE;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:b@x.example\n"
		"ATTENDEE;PARTSTAT=TENTATIVE:mailto:c@x.example",
		"2025-03-01T09:00 30 by dana@x.example a@x.example/1 b@x.example/3? "
		"c@x.example/2");
}

TEST(rooms_repetitions_and_what_is_no_address_are_no_attendees)
{
	assert_event("DTSTART:20250301T090000Z\nDURATION:PT1H\n"
		     "ATTENDEE;CUTYPE=ROOM:mailto:room@x.example\n"
		     "ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@x.example\n"
		     "ATTENDEE:mailto:a@x.example\nATTENDEE:mailto:A@X.example\n"
		     "ATTENDEE:invalid:nomail\nATTENDEE;EMAIL=e@x.example:urn:uuid:1\n"
		     "ATTENDEE;CN=\"x:y;z\":mailto:q@x.example",
		"2025-03-01T09:00 60 a@x.example/0 e@x.example/0 q@x.example/0");
}

TEST(attendees_of_alarms_are_none)
{
	assert_event(
		"DTSTART:20250301T090000Z\nBEGIN:VALARM\nATTENDEE:mailto:a@x.example\n"
		"DTSTART:20250401T090000Z\nEND:VALARM\nTRANSP:TRANSPARENT",
		"2025-03-01T09:00 0 free");
}

TEST(lengths_come_from_end_or_duration_or_day)
{
	assert_event("DTSTART;VALUE=DATE:20250301", "2025-03-01T00:00 1440 day");
	assert_event("DTSTART;VALUE=DATE:20250301\nDTEND;VALUE=DATE:20250304",
		"2025-03-01T00:00 4320 day");
	assert_event(
		"DTSTART:20250301T090000Z\nDTEND:20250301T080000Z", "2025-03-01T09:00 0");
	assert_event(
		"DTSTART:20250301T090000Z\nDURATION:P1DT2H", "2025-03-01T09:00 1560");
	assert_event("DTSTART:20250301T090000Z\nDURATION:-PT2H", "2025-03-01T09:00 0");
	assert_event("DTSTART:20250301T000000\nDTEND:20250302T000000\n"
		     "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
		"2025-03-01T00:00 1440 day");
}

TEST(private_cancelled_and_undated_events)
{
	assert_event(
		"DTSTART:20250301T090000Z\nCLASS:PRIVATE", "2025-03-01T09:00 0 closed");
	assert_event("DTSTART:20250301T090000Z\nSTATUS:CANCELLED", "");
	assert_event("DTSTART:20251301T090000Z", "");
	assert_event("SUMMARY:x", "");
	assert_string_equal(
		meetings_of("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:1\n"
			    "DTSTART:20250301T090000Z\nEND:VEVENT\nEND:VCALENDAR\n",
			"2025-01-01", "2026-01-01"),
		"");
}

TEST(folded_lines_are_put_together)
{
	assert_event("DTSTART:2025\n 0301T09\r\n\t0000Z\nATTENDEE:mailto:a@\n x.example",
		"2025-03-01T09:00 0 a@x.example/0");
	// A fold in the middle of a character.
	assert_event("DTSTART:20250301T090000Z\nATTENDEE:mailto:a\xc3\n \xbc@x.example",
		"2025-03-01T09:00 0 aü@x.example/0");
}

TEST(times_are_in_the_zone_of_the_file)
{
	assert_string_equal(
		meetings_of(
			"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\n"
			"DTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n"
			"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n"
			"BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\n"
			"TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\n"
			"END:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\n"
			"DTSTART;TZID=Ours:20250327T090000\nRRULE:FREQ=DAILY;COUNT=6\n"
			"END:VEVENT\nEND:VCALENDAR\n",
			"2025-01-01", "2026-01-01"),
		"2025-03-27T08:00 0 series\n2025-03-28T08:00 0 series\n"
		"2025-03-29T08:00 0 series\n2025-03-30T07:00 0 series\n"
		"2025-03-31T07:00 0 series\n2025-04-01T07:00 0 series");
}

TEST(known_zones_need_no_definition)
{
	assert_event(
		"DTSTART;TZID=America/New_York:20250701T090000", "2025-07-01T13:00 0");
	assert_event("DTSTART;TZID=/x.org/2024/Europe/Berlin:20250701T090000",
		"2025-07-01T07:00 0");
	assert_event("DTSTART;TZID=\"W. Europe Standard Time\":20250101T090000",
		"2025-01-01T08:00 0");
	assert_string_equal(
		meetings_of("BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Tokyo\nBEGIN:VEVENT\n"
			    "DTSTART:20250101T090000\nEND:VEVENT\nBEGIN:VEVENT\n"
			    "DTSTART:20250102T090000Z\nEND:VEVENT\nEND:VCALENDAR\n",
			"2025-01-01", "2026-01-01"),
		"2025-01-01T00:00 0\n2025-01-02T09:00 0");
	struct calendar *c = open_at(S("BEGIN:VEVENT\nDTSTART;TZID=Mars/Olympus:"
				       "20250101T090000\nEND:VEVENT\n"),
		"2025-01-01", "2026-01-01");
	struct meeting m;
	assert_true(meeting_next(c, &m));
	assert_string_equal(time_text(m.start_ms), "2025-01-01T09:00");
	assert_int_equal(calendar_info(c)->unknown_zones, 1);
}

TEST(hours_that_are_skipped_or_come_twice_are_read_as_the_standard_says)
{
	// RFC 5545, 3.3.5: 2:30 on 11 March 2007 in New York is 3:30, and 1:30 on 4
	// November 2007 is the first of the two.
	static const char SKIPPED[] = "BEGIN:VEVENT\nDTSTART;TZID=America/New_York:"
				      "20070311T023000\nEND:VEVENT\n",
			  TWICE[] = "BEGIN:VEVENT\nDTSTART;TZID=America/New_York:"
				    "20071104T013000\nEND:VEVENT\n";
	assert_string_equal(
		meetings_of(SKIPPED, "2007-01-01", "2008-01-01"), "2007-03-11T07:30 0");
	assert_string_equal(
		meetings_of(TWICE, "2007-01-01", "2008-01-01"), "2007-11-04T05:30 0");
}

TEST(windows_begin_with_their_first_moment_and_end_before_their_last)
{
	static const char DAILY[] = "BEGIN:VEVENT\nUID:1\nDTSTART:20240101T000000Z\n"
				    "RRULE:FREQ=DAILY\nEND:VEVENT\n";
	struct calendar *c = open_at(str_of(DAILY), "2025-01-01", "2026-01-01");
	struct meeting m;
	size_t n = 0;
	while (meeting_next(c, &m))
		n++;
	assert_int_equal(n, 365);
	c = open_at(str_of(DAILY), "2025-01-01", "2025-01-01");
	assert_non_null(c);
	assert_false(meeting_next(c, &m));
}

TEST(exceptions_and_extra_dates)
{
	assert_event("DTSTART:20250301T090000Z\nRRULE:FREQ=DAILY;COUNT=4\n"
		     "EXDATE:20250302T090000Z\nEXDATE;VALUE=DATE:20250303\n"
		     "RDATE:20250310T100000Z,20250301T090000Z\n"
		     "RDATE;VALUE=PERIOD:20250311T100000Z/PT2H",
		"2025-03-01T09:00 0 series\n2025-03-04T09:00 0 series\n"
		"2025-03-10T10:00 0 series\n2025-03-11T10:00 120 series");
	assert_event("DTSTART;VALUE=DATE:20250301\nRRULE:FREQ=DAILY;COUNT=3\n"
		     "EXDATE:20250302T000000",
		"2025-03-01T00:00 1440 day series\n2025-03-03T00:00 1440 day series");
	assert_event(
		"DTSTART;TZID=Europe/Berlin:20250301T003000\nRRULE:FREQ=DAILY;COUNT=3\n"
		"EXDATE;TZID=Europe/Berlin:20250302T003000\nEXDATE;VALUE=DATE:20250303",
		"2025-02-28T23:30 0 series");
}

#define SERIES                                                                           \
	"BEGIN:VEVENT\nUID:1\nDTSTART:20250301T090000Z\nRRULE:FREQ=DAILY;COUNT=3\n"      \
	"END:VEVENT\n"

TEST(overrides_replace_their_instance)
{
	assert_string_equal(
		meetings_of(SERIES
			"BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20250302T090000Z\n"
			"DTSTART:20250302T150000Z\nATTENDEE:mailto:a@x.example\n"
			"END:VEVENT\n",
			"2025-01-01", "2026-01-01"),
		"2025-03-01T09:00 0 series\n2025-03-02T15:00 0 series a@x.example/0\n"
		"2025-03-03T09:00 0 series");
	assert_string_equal(
		meetings_of(SERIES
			"BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;VALUE=DATE:20250302\n"
			"DTSTART:20250302T150000Z\nSTATUS:CANCELLED\nEND:VEVENT\n",
			"2025-01-01", "2026-01-01"),
		"2025-03-01T09:00 0 series\n2025-03-03T09:00 0 series");
	assert_string_equal(
		meetings_of("BEGIN:VEVENT\nUID:1\nSEQUENCE:2\nRECURRENCE-ID:"
			    "20250302T090000Z\n"
			    "DTSTART:20250302T160000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\n"
			    "SEQUENCE:1\nRECURRENCE-ID:20250302T090000Z\n"
			    "DTSTART:20250302T150000Z\nEND:VEVENT\n" SERIES,
			"2025-03-02", "2025-03-03"),
		"2025-03-02T16:00 0 series");
}

TEST(what_is_in_the_file_twice_counts_once)
{
	assert_string_equal(
		meetings_of("BEGIN:VCALENDAR\n" SERIES
			    "END:VCALENDAR\nBEGIN:VCALENDAR\n" SERIES "END:VCALENDAR\n",
			"2025-01-01", "2025-03-03"),
		"2025-03-01T09:00 0 series\n2025-03-02T09:00 0 series");
	assert_string_equal(
		meetings_of("BEGIN:VEVENT\nUID:1\nDTSTART:20250301T090000Z\nEND:VEVENT\n"
			    "BEGIN:VEVENT\nUID:1\nSEQUENCE:1\nDTSTART:20250305T090000Z\n"
			    "END:VEVENT\n",
			"2025-01-01", "2026-01-01"),
		"2025-03-05T09:00 0");
	assert_string_equal(
		meetings_of(SERIES "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:1\n"
				   "SEQUENCE:1\nDTSTART:20250301T090000Z\nEND:VEVENT\n"
				   "END:VCALENDAR\n",
			"2025-01-01", "2026-01-01"),
		"");
}

TEST(files_may_be_bare_broken_or_several)
{
	assert_string_equal(meetings_of("\xef\xbb\xbf"
					"BEGIN:VEVENT\r\nDTSTART:20250301T090000Z"
					"\r\nEND:VEVENT\r\n",
				    "2025-01-01", "2026-01-01"),
		"2025-03-01T09:00 0");
	assert_string_equal(
		meetings_of("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250301T0900"
			    "00Z\nBEGIN:VEVENT\nDTSTART:20250302T090000Z\nBEGIN:"
			    "VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250303T090000Z\n",
			"2025-01-01", "2026-01-01"),
		"2025-03-01T09:00 0\n2025-03-02T09:00 0\n2025-03-03T09:00 0");
	assert_string_equal(meetings_of("Dear all,\n", "2025-01-01", "2026-01-01"),
		"is no calendar: expected BEGIN:VCALENDAR");
	assert_string_equal(meetings_of("", "2025-01-01", "2026-01-01"),
		"is no calendar: expected BEGIN:VCALENDAR");
}

// Each of these makes libical 3.0.16 count for more than 20 seconds, or for ever.
TEST(no_rule_takes_long)
{
	static const char *const RULES[] = { "FREQ=SECONDLY", "FREQ=MINUTELY",
		"FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=SECONDLY;COUNT=2147483647",
		"FREQ=SECONDLY;INTERVAL=2147483647",
		"FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,2TU",
		"FREQ=YEARLY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,"
		"9;"
		"BYSECOND=0,1,2,3,4,5,6,7,8,9;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY="
		"MO,TU" };
	for (size_t i = 0; i < COUNT(RULES); i++) {
		struct str text = arena_fmt(&arena,
			"BEGIN:VEVENT\nUID:1\nDTSTART:19700101T000000Z\nRRULE:%s\n"
			"END:VEVENT\n",
			RULES[i]);
		struct calendar *c = open_at(text, "2025-01-01", "2026-01-01");
		assert_non_null(c);
		struct meeting m;
		size_t n = 0;
		while (meeting_next(c, &m))
			n++;
		assert_true(n <= MEETINGS_MAX);
	}
}

TEST(crowds_and_endless_series_are_cut_and_say_so)
{
	struct calendar *c = open_at(S("BEGIN:VEVENT\nUID:1\nDTSTART:20250101T000000Z\n"
				       "RRULE:FREQ=MINUTELY\nEND:VEVENT\n"),
		"2025-01-01", "2026-01-01");
	struct meeting m;
	size_t n = 0;
	while (meeting_next(c, &m))
		n++;
	assert_int_equal(n, MEETINGS_MAX);
	assert_true(calendar_info(c)->cut);
	struct buf text = { 0 };
	buf_add(&text, S("BEGIN:VEVENT\nDTSTART:20250101T000000Z\n"));
	for (unsigned i = 0; i < 3000; i++)
		buf_fmt(&text, "ATTENDEE:mailto:p%u@x.example\n", i);
	buf_add(&text, S("END:VEVENT\n"));
	c = open_at(buf_str(&text), "2025-01-01", "2026-01-01");
	assert_true(meeting_next(c, &m));
	assert_int_equal(m.attendee_count, CALENDAR_ATTENDEES_MAX);
	buf_clear(&text);
	for (unsigned i = 0; i <= CALENDAR_EVENTS_MAX; i++)
		buf_add(&text, S("BEGIN:VEVENT\nEND:VEVENT\n"));
	assert_null(open_at(buf_str(&text), "2025-01-01", "2026-01-01"));
	assert_int_equal(err.code, ERROR_LIMIT);
	buf_done(&text);
}

TEST(the_shared_calendars_hold_what_was_counted_by_hand)
{
	for (size_t i = 0; i < COUNT(CALENDARS); i++) {
		const struct calendar_count *want = &CALENDARS[i];
		struct str path =
			arena_fmt(&arena, "../shared/data/web/data/%s", want->file);
		struct file file;
		if (!file_open(path.at, 1 << 20, &file, &err)) {
			print_message("skipped: %s is not there\n", path.at);
			continue;
		}
		struct calendar *c = open_at(file.bytes, want->from, want->to);
		assert_non_null(c);
		struct meeting m;
		size_t meetings = 0, all_day = 0, attendees = 0;
		for (; meeting_next(c, &m); meetings++) {
			all_day += m.all_day;
			attendees += m.attendee_count;
		}
		if (meetings != want->meetings || attendees != want->attendees)
			print_message("%s: %zu meetings, %zu attendees\n", want->file,
				meetings, attendees);
		assert_int_equal(calendar_info(c)->events, want->events);
		assert_int_equal(meetings, want->meetings);
		assert_int_equal(all_day, want->all_day);
		assert_int_equal(attendees, want->attendees);
		file_close(&file);
	}
}

MAIN(RUN(an_event_is_a_meeting),
	RUN(rooms_repetitions_and_what_is_no_address_are_no_attendees),
	RUN(attendees_of_alarms_are_none), RUN(lengths_come_from_end_or_duration_or_day),
	RUN(private_cancelled_and_undated_events), RUN(folded_lines_are_put_together),
	RUN(times_are_in_the_zone_of_the_file), RUN(known_zones_need_no_definition),
	RUN(hours_that_are_skipped_or_come_twice_are_read_as_the_standard_says),
	RUN(windows_begin_with_their_first_moment_and_end_before_their_last),
	RUN(exceptions_and_extra_dates), RUN(overrides_replace_their_instance),
	RUN(what_is_in_the_file_twice_counts_once),
	RUN(files_may_be_bare_broken_or_several), RUN(no_rule_takes_long),
	RUN(crowds_and_endless_series_are_cut_and_say_so),
	RUN(the_shared_calendars_hold_what_was_counted_by_hand))

// A calendar as a document.
#include "test.h"

#include "docs.h"

static struct arena arena;

static const char CALENDAR[] = "BEGIN:VCALENDAR\r\n"
			       "X-WR-CALNAME:Dana\r\n"
			       "BEGIN:VEVENT\r\n"
			       "DTSTART;TZID=Europe/Berlin:20250301T090000\r\n"
			       "SUMMARY:Price talks\\, Kestrel\\nsecond\r\n"
			       "ORGANIZER;CN=\"Dana: x\":mailto:Dana@x.example\r\n"
			       "ATTENDEE;CN=A:mailto:a@\r\n"
			       " x.example\r\n"
			       "DESCRIPTION:secret\r\n"
			       "BEGIN:VALARM\r\n"
			       "SUMMARY:alarm\r\n"
			       "ATTENDEE:mailto:alarm@x.example\r\n"
			       "END:VALARM\r\n"
			       "RRULE:FREQ=DAILY\r\n"
			       "END:VEVENT\r\n"
			       "BEGIN:VEVENT\r\n"
			       "DTSTART:20250302T090000Z\r\n"
			       "END:VEVENT\r\n"
			       "END:VCALENDAR\r\n";

TEST(without_leave_titles_stay_unread)
{
	assert_string_equal(docs_text(&arena, "x.ics", str_of(CALENDAR), false),
		"meta 4:1-14:16 Start: 20250301T090000/Organizer: "
		"Dana@x.example/Attendee: "
		"a@x.example/Repeats: FREQ=DAILY\n"
		"meta 17:1-17:24 Start: 20250302T090000Z");
}

TEST(with_leave_titles_are_read)
{
	assert_string_equal(docs_text(&arena, "x.ics", str_of(CALENDAR), true),
		"meta 4:1-4:42 Start: 20250301T090000\n"
		"text 5:9-5:37 Price talks, Kestrel second\n"
		"meta 6:1-14:16 Organizer: Dana@x.example/Attendee: a@x.example/Repeats: "
		"FREQ=DAILY\n"
		"meta 17:1-17:24 Start: 20250302T090000Z");
}

TEST(calendars_are_recognised_by_their_first_line)
{
	assert_string_equal(docs_text(&arena, "invite",
				    S("\xef\xbb\xbf"
				      "BEGIN:VEVENT\n"
				      "DTSTART:20250302\nEND:VEVENT\n"),
				    false),
		"meta 2:1-2:16 Start: 20250302");
	assert_string_equal(docs_text(&arena, "x.ics", S("nothing"), false),
		"refused: is no calendar: expected BEGIN:VCALENDAR");
	assert_string_equal(
		docs_text(&arena, "x.ics", S("BEGIN:VCALENDAR\nEND:VCALENDAR\n"), false),
		"");
}

MAIN(RUN(without_leave_titles_stay_unread), RUN(with_leave_titles_are_read),
	RUN(calendars_are_recognised_by_their_first_line))

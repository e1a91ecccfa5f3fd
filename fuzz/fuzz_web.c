// Every input as a mailbox and as a calendar: the facts, not the documents.
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check(bool ok)
{
	if (!ok)
		abort();
}

static void check_str(struct str s)
{
	check(utf8_valid(s));
}

static void read_mail(struct str in)
{
	struct arena a = { 0 };
	struct mail_file *f = NULL;
	struct error err = { 0 };
	struct mail m;
	uint32_t line = 0;
	if (!mail_open(in, &a, &f, &err))
		check(err.code && err.text[0]);
	else
		while (mail_next(f, &m)) {
			check(m.line > line);
			line = m.line;
			check(m.to_count <= MAIL_TO_MAX);
			check(m.reference_count <= MAIL_REFERENCES_MAX);
			check_str(m.id);
			check_str(m.from);
			check_str(m.sender);
			check_str(m.reply_to);
			check_str(m.list_id);
			for (size_t i = 0; i < m.to_count; i++)
				check_str(m.to[i]);
			for (size_t i = 0; i < m.reference_count; i++)
				check_str(m.references[i]);
		}
	arena_free(&a);
}

static void read_calendar(struct str in)
{
	const int64_t from = INT64_C(1325376000000), to = INT64_C(1356998400000); // 2012
	struct arena a = { 0 };
	struct calendar *c = NULL;
	struct error err = { 0 };
	struct meeting m;
	size_t count = 0;
	int64_t before = from;
	if (!calendar_open(in, from, to, &a, &c, &err))
		check(err.code && err.text[0]);
	else
		for (; meeting_next(c, &m); count++) {
			check(m.start_ms >= before && m.start_ms < to);
			check(m.end_ms >= m.start_ms);
			check(m.attendee_count <= CALENDAR_ATTENDEES_MAX);
			before = m.start_ms;
			check_str(m.uid);
			check_str(m.organizer);
			for (size_t i = 0; i < m.attendee_count; i++)
				check_str(m.attendees[i].address);
		}
	check(count <= MEETINGS_MAX);
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str in = { (const char *)bytes, len };
	read_mail(in);
	read_calendar(in);
	return 0;
}

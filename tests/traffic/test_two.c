// Two windows from one reading are what two readings are.
#include "folder.h"

static struct folder f;

static int make(void **state)
{
	(void)state;
	folder_make(&f);
	return 0;
}

static int drop(void **state)
{
	(void)state;
	folder_remove(&f);
	return 0;
}

#define MAIL(id, from, to, day, more)                                                    \
	"From x Mon Nov  3 10:00:00 2025\nFrom: " from "@acme.example\nTo: " to          \
	"\nDate: " day " 10:00:00 +0100\nMessage-ID: <" id "@acme.example>\n" more       \
	"\nwords\n\n"

// A thread that spans both windows, a message of each that a list passes on, one older.
#define MAILS                                                                            \
	MAIL("1", "ana", "ben@acme.example", "Tue, 1 Apr 2025", "")                      \
	MAIL("2", "ben", "ana@acme.example, bot-noreply@acme.example",                   \
		"Mon, 3 Nov 2025", "References: <1@acme.example>\n")                     \
	MAIL("3", "cem", "team@lists.example", "Wed, 2 Apr 2025",                        \
		"List-Id: <team.lists.example>\nIn-Reply-To: <1@acme.example>\n")        \
	MAIL("4", "dia", "team@lists.example", "Wed, 5 Nov 2025",                        \
		"List-Id: <team.lists.example>\nIn-Reply-To: "                           \
		"<3@acme.example>\n")                                                    \
	MAIL("5", "dia", "zoe@acme.example", "Mon, 1 Jan 2024", "")

// Every week of both windows; a guest by pattern, of the earlier window alone.
static const char CALENDAR[] =
	"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:s\nDTSTART:20241104T100000Z\nDURATION:PT30M\n"
	"RRULE:FREQ=WEEKLY\nORGANIZER:mailto:ana@acme.example\n"
	"ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@acme.example\nEND:VEVENT\n"
	"BEGIN:VEVENT\nUID:once\nDTSTART:20250402T100000Z\nDURATION:PT30M\n"
	"ORGANIZER:mailto:ana@acme.example\nATTENDEE;PARTSTAT=ACCEPTED:"
	"mailto:new@ops.acme.example\nEND:VEVENT\nEND:VCALENDAR\n";

static const char CHAT[] =
	"[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1743500000.000100\"},"
	"{\"type\":\"message\",\"user\":\"U2\",\"ts\":\"1743500003.000100\",\"thread_"
	"ts\":\"1743500000.000100\"},{\"type\":\"message\",\"user\":\"U2\",\"ts\":"
	"\"1762160403.000100\",\"thread_ts\":\"1743500000.000100\"}]";

static const char USERS[] =
	"[{\"id\":\"U1\",\"profile\":{\"email\":\"ana@acme.example\"}},"
	"{\"id\":\"U2\",\"profile\":{\"email\":\"ben@acme.example\"}}]";

static const char JIRA[] =
	"Issue key,Summary,Assignee,Reporter,Created,Comment\n"
	"AB-1,x,dia@acme.example,cem@acme.example,2025-03-03,\"2025-11-04;ana;y\"\n";

static const char COMMENTS[] = "id,ticket_id,user_id,public,created,body\n"
			       "1,7,cem@acme.example,false,2025-03-04,x\n"
			       "2,7,dia@acme.example,false,2025-11-05,x\n";

static const char ROWS[] =
	"date,from,to,channel,topic\n2025-03-03,ana,ben,mail,x\n"
	"2025-11-03,ana,ben,mail,x\n2025-11-05,ana,\"cem;dia\",meeting,x\n"
	"2025-04-05,ana,\"cem;dia\",meeting,x\n2023-11-05,ana,cem,mail,x\n"
	"2025-11-03,ana,ben,mail,x\n";

static const char EDGES[] =
	"source;target;weight\nana@acme.example;ben@acme.example;3\n"
	"cem@acme.example;bot-noreply@acme.example;1\ndia@acme.example;ana@acme.example;"
	"1\n"
	"cem@acme.example;\"dia@acme.example, bot-noreply@acme.example\";2\n";

static void put_all(void)
{
	put(&f, "people.csv", PEOPLE "eva,Eva Lund,sales,eva@acme.example\n");
	put(&f, "candor.yaml",
		"company: Acme\nfunctions:\n  operations: {people: "
		"[\"*@ops.acme.example\"]}\n");
	put(&f, "mail.mbox", MAILS);
	put(&f, "again.mbox",
		MAILS MAIL("6", "eva", "ben@acme.example", "Tue, 4 Nov 2025", ""));
	put(&f, "ana.ics", CALENDAR);
	put(&f, "chat/users.json", USERS);
	put(&f, "chat/general/2025-11-03.json", CHAT);
	put(&f, "jira.csv", JIRA);
	put(&f, "comments.csv", COMMENTS);
	put(&f, "interactions.csv", ROWS);
}

static const char *text_of(const struct web_traffic *t, bool exact)
{
	struct folder shown = f; // all_of looks at its traffic
	shown.t = *t;
	const char *text = exact ? all_of(&shown) : as_text(&shown);
	f.arena = shown.arena;
	return text;
}

static const char *functions_of(const struct web_traffic *t)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < t->function_count; i++)
		buf_fmt(&out, "%" PRI_STR " %u %d\n", ARG_STR(t->functions[i].id),
			t->functions[i].people, t->functions[i].has_rows);
	const char *text = arena_cstr(&f.arena, buf_str(&out));
	buf_done(&out);
	return text;
}

static const char *notes_of(const struct web_traffic *t)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < t->notes.count; i++)
		buf_fmt(&out, "%" PRI_STR "\n", ARG_STR(t->notes.at[i]));
	const char *text = arena_cstr(&f.arena, buf_str(&out));
	buf_done(&out);
	return text;
}

// `exact`: in the same order, with units and persons.
static void same(
	const struct web_traffic *got, const struct web_traffic *want, bool exact)
{
	assert_string_equal(text_of(got, exact), text_of(want, exact));
	assert_string_equal(functions_of(got), functions_of(want));
	assert_int_equal(got->from.days, want->from.days);
	assert_int_equal(got->to.days, want->to.days);
}

static void compare(struct web_options options, bool exact)
{
	struct web_traffic now, before, then;
	web_traffic_of(&f.ws, &options, &f.t);
	web_traffic_two(&f.ws, &options, &now, &f.arena, &before);
	same(&now, &f.t, true);
	assert_string_equal(notes_of(&now), notes_of(&f.t));
	const struct web_options earlier = { .from = before.from, .to = before.to };
	web_traffic_of(&f.ws, &earlier, &then);
	same(&before, &then, exact);
	assert_int_equal(before.to.days + 1, now.from.days);
	assert_int_equal(before.to.days - before.from.days, now.to.days - now.from.days);
}

TEST(one_reading_is_two)
{
	struct web_traffic now, before;
	put_all();
	gather(&f);
	web_traffic_two(&f.ws, &(struct web_options){ 0 }, &now, &f.arena, &before);
	assert_true(now.count >= 30 && before.count >= 30); // most of them meetings
	compare((struct web_options){ 0 }, true);
	compare((struct web_options){ .from = date_of(2025, 11, 4) }, true);
	compare((struct web_options){ .from = date_of(2025, 5, 1) }, true);
}

// Without days, rows count as of the last day of either window.
TEST(rows_without_days_lie_in_both_windows)
{
	struct web_traffic now, before;
	put(&f, "people.csv", PEOPLE);
	put(&f, "edges.csv", EDGES);
	gather(&f);
	web_traffic_two(&f.ws, &(struct web_options){ 0 }, &now, &f.arena, &before);
	assert_int_equal(now.count, 3);
	assert_int_equal(before.count, 3);
	assert_int_equal(before.at[0].day.days, before.to.days);
	compare((struct web_options){ 0 }, false); // ids are of the day, and order a day
}

// A window that would begin before the first year has none before it.
TEST(nothing_lies_before_the_first_day)
{
	struct web_traffic now, before;
	put_all();
	gather(&f);
	web_traffic_two(&f.ws, &(struct web_options){ .from = date_of(100, 1, 1) }, &now,
		&f.arena, &before);
	assert_false(date_set(before.from));
	assert_int_equal(before.count, 0);
	assert_true(now.count > 30);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, make, drop)

MAIN(CASE(one_reading_is_two), CASE(rows_without_days_lie_in_both_windows),
	CASE(nothing_lies_before_the_first_day))

// What must not change the traffic: names and order of files, bodies, copies.
#include "folder.h"

#include <unistd.h>

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

#define HEAD(id, from, to, hour)                                                         \
	"From x Mon Nov  3 10:00:00 2025\nFrom: " from "@acme.example\nTo: " to          \
	"\nDate: Mon, 3 Nov 2025 " hour ":00:00 +0100\nMessage-ID: <" id                 \
	"@acme.example>\n"

#define FIRST HEAD("1", "ana", "ben@acme.example, zoe@acme.example", "10")
#define SECOND HEAD("2", "ben", "ana@acme.example", "11") "References: <1@acme.example>\n"
#define THIRD                                                                            \
	HEAD("3", "cem", "team@lists.example", "12")                                     \
	"List-Id: <team.lists.example>\nIn-Reply-To: <2@acme.example>\n"

static const char CALENDAR[] =
	"BEGIN:VEVENT\nUID:s\nDTSTART:20251103T100000Z\nDURATION:PT30M\n"
	"RRULE:FREQ=WEEKLY\nSUMMARY:%s\nDESCRIPTION:%s\nORGANIZER:mailto:ana@acme."
	"example\n"
	"ATTENDEE;PARTSTAT=%s:mailto:ben@acme.example\nEND:VEVENT\n";

static const char CHAT[] =
	"[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1762160400.000100\",\"text\":\"%"
	"s\"},"
	"{\"type\":\"message\",\"user\":\"U2\",\"ts\":\"1762160403.000100\",\"thread_"
	"ts\":"
	"\"1762160400.000100\",\"text\":\"%s\",\"reactions\":[{\"name\":\"%s\",\"users\":"
	"[\"U1\"]}]}]";

static const char JIRA[] =
	"Issue key,Summary,Assignee,Reporter,Created,Comment\n"
	"AB-1,%s,dia@acme.example,cem@acme.example,2025-11-03,\"2025-11-04;ana;%s\"\n";

static const char COMMENTS[] = "id,ticket_id,user_id,public,created,body\n"
			       "1,7,cem@acme.example,false,2025-11-04,%s\n"
			       "2,7,dia@acme.example,false,2025-11-05,%s\n";

static const char USERS[] =
	"[{\"id\":\"U1\",\"profile\":{\"email\":\"ana@acme.example\"}},"
	"{\"id\":\"U2\",\"profile\":{\"email\":\"ben@acme.example\"}}]";

static const char ROWS[] =
	"date,from,to,channel,topic\n2025-11-03,ana,ben,mail,%s\n"
	"2025-11-03,ana,ben,mail,%s\n2025-11-05,ana,\"cem;dia\",meeting,x\n";

// Everything, with `words` wherever somebody wrote something.
static void put_all(const char *words)
{
	struct arena *a = &f.arena;
	put(&f, "people.csv", PEOPLE);
	put(&f, "a/mail.mbox",
		arena_fmt(a, "%sSubject: %s\n\n%s\n\n%sSubject: %s\n\n%s\n\n", FIRST,
			words, words, SECOND, words, words)
			.at);
	put(&f, "b/list.mbox", arena_fmt(a, "%s\n%s\n\n", THIRD, words).at);
	put(&f, "c/ana.ics", arena_fmt(a, CALENDAR, words, words, "NEEDS-ACTION").at);
	put(&f, "d/ben.ics", arena_fmt(a, CALENDAR, words, words, "ACCEPTED").at);
	put(&f, "e/users.json", USERS);
	put(&f, "e/general/2025-11-03.json", arena_fmt(a, CHAT, words, words, "+1").at);
	put(&f, "f/jira.csv", arena_fmt(a, JIRA, words, words).at);
	put(&f, "g/comments.csv", arena_fmt(a, COMMENTS, words, words).at);
	put(&f, "h/interactions.csv", arena_fmt(a, ROWS, "x", "x").at);
}

static const char *gathered(void)
{
	gather(&f);
	assert_true(f.t.count >= 8);
	return all_of(&f);
}

static void move(const char *from, const char *to)
{
	struct error err = { 0 };
	const char *there = arena_fmt(&f.arena, "%s/%s", f.path, to).at;
	assert_true(
		file_make_folder(arena_cstr(&f.arena, path_folder(str_of(there))), &err));
	assert_int_equal(rename(arena_fmt(&f.arena, "%s/%s", f.path, from).at, there), 0);
}

TEST(files_may_be_called_anything_and_come_in_any_order)
{
	put_all("words");
	const char *before = gathered();
	move("a/mail.mbox", "z/mail.mbox");
	move("b/list.mbox", "0/list.mbox");
	move("c/ana.ics", "y.ics");
	move("e", "x");
	move("f/jira.csv", "1.csv");
	move("h/interactions.csv", "00.csv");
	move("people.csv", "zz.csv");
	assert_string_equal(gathered(), before);
}

// Bodies, subjects and descriptions are noise; so is what looks like structure in them.
TEST(what_was_written_changes_nothing)
{
	static const char *const NOISE[] = { "", "sl\xc3\xb6 \x01\x02 q=3D",
		"To: dia@acme.example", "a@acme.example b@acme.example 7",
		"=?utf-8?q?=41?= ; , |" };
	put_all("words");
	const char *before = gathered();
	for (size_t i = 0; i < COUNT(NOISE); i++) {
		// Control characters are no JSON, and quotes end a cell: not in these.
		put_all(NOISE[i]);
		if (strchr(NOISE[i], '\x01'))
			put(&f, "e/general/2025-11-03.json",
				arena_fmt(&f.arena, CHAT, "x", "y", "+1").at);
		if (strchr(NOISE[i], ',')) {
			put(&f, "f/jira.csv",
				arena_fmt(&f.arena, JIRA, "x", NOISE[i]).at);
			put(&f, "g/comments.csv",
				arena_fmt(&f.arena, COMMENTS, "x", "y").at);
		}
		if (strcmp(gathered(), before))
			fail_msg("noise %zu:\n%s\nbefore:\n%s", i, all_of(&f), before);
	}
}

TEST(a_file_that_is_there_twice_counts_once)
{
	put_all("words");
	const char *before = gathered();
	static const char *const FILES[] = { "a/mail.mbox", "b/list.mbox", "c/ana.ics",
		"f/jira.csv", "g/comments.csv", "h/interactions.csv",
		"e/general/2025-11-03.json" };
	for (size_t i = 0; i < COUNT(FILES); i++) {
		struct str suffix = path_suffix(str_of(FILES[i]));
		const char *copy = arena_fmt(&f.arena,
			"copy/general/2025-11-03-%zu%" PRI_STR, i, ARG_STR(suffix))
					   .at;
		put_file(&f, copy, arena_fmt(&f.arena, "%s/%s", f.path, FILES[i]).at);
	}
	assert_string_equal(gathered(), before);
	assert_true(has_note(&f, "is a copy of"));
	// And a copy that another program wrote, with other line ends.
	put(&f, "copy/general/2025-11-03-5.csv",
		"date;from;to;channel;topic\r\n2025-11-03;ana;ben;mail;x\r\n"
		"2025-11-05;ana;cem,dia;meeting;x\r\n2025-11-03;ana;ben;mail;x\r\n");
	assert_string_equal(gathered(), before);
}

// Two exports of the same weeks: as many of a row as the one with most of them has.
TEST(overlapping_exports_count_what_the_fuller_one_has)
{
	put(&f, "people.csv", PEOPLE);
	put(&f, "1.csv",
		"date,from,to,channel\n2025-11-03,ana,ben,mail\n"
		"2025-11-03,ana,ben,mail\n2025-11-04,ana,ben,mail\n");
	put(&f, "2.csv",
		"date,from,to,channel\n2025-11-03,ana,ben,mail\n"
		"2025-11-03,ana,ben,mail\n2025-11-03,ana,ben,mail\n"
		"2025-11-05,ana,ben,mail\n");
	gather(&f);
	assert_int_equal(f.t.count, 3 + 1 + 1);
}

// Everybody is reached, so that who measures may leave it out; the rest stays as it was.
TEST(a_broadcast_stays_marked_and_changes_nothing_else)
{
	struct buf to = { 0 };
	put_all("words");
	gather(&f);
	size_t before = f.t.count;
	for (int i = 0; i < 300; i++)
		buf_fmt(&to, "%sp%d@acme.example", i ? ", " : "", i);
	put(&f, "all.eml",
		arena_fmt(&f.arena,
			"From: ana@acme.example\nTo: ben@acme.example,\n %s\n"
			"Date: Mon, 3 Nov 2025 10:00:00 +0100\nMessage-ID: <b@x>\n\n",
			buf_str(&to).at)
			.at);
	buf_done(&to);
	gather(&f);
	assert_int_equal(f.t.count, before + 1);
	size_t marked = 0;
	for (size_t i = 0; i < f.t.count; i++)
		marked += f.t.at[i].reached == 301;
	assert_int_equal(marked, 1);
}

TEST(evidence_leads_to_the_file_and_its_row)
{
	put(&f, "people.csv", PEOPLE);
	put(&f, "m.mbox", FIRST "\n\n");
	put(&f, "interactions.csv",
		"date,from,to,channel\n2025-11-01,x,y,mail\n2025-11-02,ana,ben,mail\n");
	gather(&f);
	assert_int_equal(f.t.count, 2);
	assert_string_equal(
		f.ws.sources[f.t.at[0].at.source].path.at, "interactions.csv");
	assert_int_equal(f.t.at[0].at.row, 3);
	assert_string_equal(f.ws.sources[f.t.at[1].at.source].path.at, "m.mbox");
	assert_int_equal(f.t.at[1].at.row, 2); // where the header begins
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, make, drop)

MAIN(CASE(files_may_be_called_anything_and_come_in_any_order),
	CASE(what_was_written_changes_nothing),
	CASE(a_file_that_is_there_twice_counts_once),
	CASE(overlapping_exports_count_what_the_fuller_one_has),
	CASE(a_broadcast_stays_marked_and_changes_nothing_else),
	CASE(evidence_leads_to_the_file_and_its_row))

// Who wrote to whom and when, from headers as mail programs really write them.
#include "test.h"

#include <string.h>

#include "read/mail_address.h"
#include "read/mail_date.h"
#include "read/mail_words.h"
#include "read/read.h"
#include "web_counts.h"

static struct arena arena;
static struct error err;

static const char *addresses_of(const char *list)
{
	struct scratch s = { .arena = &arena };
	struct buf out = { 0 };
	struct str rest = str_of(list), address;
	while (mail_address_next(&rest, &s, &address))
		buf_fmt(&out, "[%" PRI_STR "]", ARG_STR(address));
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

TEST(addresses_come_without_names_in_lower_case)
{
	assert_string_equal(addresses_of("Dana.Cole@Fernhollow.Example"),
		"[dana.cole@fernhollow.example]");
	assert_string_equal(addresses_of("Dana Cole <dana@x.example>, <b@y.example>"),
		"[dana@x.example][b@y.example]");
	assert_string_equal(
		addresses_of("\"Cole, Dana <not@this.one>\" <dana@x.example>"),
		"[dana@x.example]");
	assert_string_equal(addresses_of("dana@x.example (Dana (the \\) second) Cole)"),
		"[dana@x.example]");
	assert_string_equal(addresses_of("=?utf-8?q?M=C3=BCller=2C_A?= <m@x.example>"),
		"[m@x.example]");
	assert_string_equal(addresses_of("a@x.example; b@x.example\r\n\tc@x.example"),
		"[a@x.example][c@x.example]");
	assert_string_equal(
		addresses_of("'q@x.example' <mailto:r@x.example>"), "[r@x.example]");
	assert_string_equal(
		addresses_of("<@relay,@other:dana@x.example>"), "[dana@x.example]");
}

TEST(groups_and_nonsense_give_nothing)
{
	assert_string_equal(addresses_of("undisclosed-recipients:;"), "");
	assert_string_equal(
		addresses_of("Team: a@x.example, B <b@x.example>;, c@y.example"),
		"[a@x.example][b@x.example][c@y.example]");
	assert_string_equal(addresses_of(""), "");
	assert_string_equal(addresses_of(",,;;<>,\"\",()"), "");
	assert_string_equal(addresses_of("/O=ORG/CN=DANA"), "");
	assert_string_equal(addresses_of("dana@"), "");
	assert_string_equal(addresses_of("@x.example"), "");
	assert_string_equal(addresses_of("\"never closed <a@x.example>"), "");
	assert_string_equal(addresses_of("a@x.example (never closed"), "[a@x.example]");
}

TEST(archives_write_at_for_the_sign)
{
	assert_string_equal(
		addresses_of("mmihai at netcompsj.ro (mmihai)"), "[mmihai@netcompsj.ro]");
	assert_string_equal(
		addresses_of("Dana <dana.cole at x.example>"), "[dana.cole@x.example]");
	assert_string_equal(addresses_of("Dana at work <d@x.example>"), "[d@x.example]");
	assert_string_equal(addresses_of("somebody at work"), "");
}

static const char *time_of(const char *value)
{
	int64_t ms = 0;
	if (!mail_date(str_of(value), &ms))
		return "none";
	struct date day = date_of(1970, 1, 1);
	int64_t seconds = ms / 1000;
	day.days += (int32_t)(seconds / 86400);
	int64_t rest = seconds % 86400;
	return arena_fmt(&arena, "%sT%02d:%02d:%02dZ", date_str(&arena, day).at,
		(int)(rest / 3600), (int)(rest / 60 % 60), (int)(rest % 60))
		.at;
}

TEST(dates_are_read_in_every_form)
{
	static const struct {
		const char *value, *want;
	} CASES[] = {
		{ "Fri, 7 Feb 2003 18:35:25 +0200 (EET)", "2003-02-07T16:35:25Z" },
		{ "08 Feb 2003 01:58:32 +0200", "2003-02-07T23:58:32Z" },
		{ "Fri, 21 Nov 1997 09:55:06 -0600",
			"1997-11-21T15:55:06Z" },		      // RFC 5322 A.1
		{ "21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06Z" }, // A.6.2
		{ "Thu,\r\n 13 Feb 1999 23:32 -0330 (Newfoundland Time)",
			"1999-02-14T03:02:00Z" }, // A.5
		{ "Tue, 1 Apr 2025 9:05:00 EDT", "2025-04-01T13:05:00Z" },
		{ "Fri Feb  7 18:35:25 2003", "2003-02-07T18:35:25Z" },
		{ "2003-02-07 18:35:25 +0200", "2003-02-07T16:35:25Z" },
		{ "2003-02-07T18:35:25+02:00", "2003-02-07T16:35:25Z" },
		{ "2003-02-07T18:35:25Z", "2003-02-07T18:35:25Z" },
		{ "7-Feb-2003 18:35:25 -0500", "2003-02-07T23:35:25Z" },
		{ "Fri, 7 Feb 2003 6:35:25 PM +0000", "2003-02-07T18:35:25Z" },
		{ "7 Feb 2003", "2003-02-07T00:00:00Z" },
		{ "29 Feb 2023 10:00:00 +0000", "none" },
		{ "7 Feb 1803 10:00:00 +0000", "none" },
		{ "7 Feb 2003 25:00:00 +0000", "none" },
		{ "yesterday", "none" },
		{ "", "none" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		assert_string_equal(time_of(CASES[i].value), CASES[i].want);
}

// A comment behind a date is read word by word; without one it goes the short way.
TEST(the_usual_form_is_read_as_any_other)
{
	static const char *const HEADS[] = { "", "Fri, ", "fri, ", "Mar, ", "EST, ",
		"12, ", "Fri,  ", " " };
	static const char *const DAYS[] = { "7", "07", "31", "0", "32", "7x", "107" };
	static const char *const MONTHS[] = { "Feb", "DEC", "Foo", "February", "2" };
	static const char *const YEARS[] = { "2003", "1979", "2100", "03", "20031" };
	static const char *const ENDS[] = { "18:35:25 +0200", "23:59:60 -1130",
		"24:00:00 +0000", "00:60:00 +0000", "6:35:25 +0200", "18:35 -0100",
		"18:35:25 +2500", "18:35:25 *0200", "18:35:25 +02", "18:35:25 +02000",
		"18:35:25", "18:35:25 GMT", "18:35:25 +0200 PM" };
	size_t times = 0;
	for (size_t h = 0; h < COUNT(HEADS); h++)
		for (size_t i = 0; i < COUNT(DAYS) * COUNT(MONTHS) * COUNT(YEARS); i++)
			for (size_t e = 0; e < COUNT(ENDS); e++) {
				const char *value = arena_fmt(&arena, "%s%s %s %s %s",
					HEADS[h], DAYS[i % COUNT(DAYS)],
					MONTHS[i / COUNT(DAYS) % COUNT(MONTHS)],
					YEARS[i / COUNT(DAYS) / COUNT(MONTHS)], ENDS[e])
							    .at;
				const char *want = arena_cstr(&arena,
					str_of(time_of(
						arena_fmt(&arena, "%s (x)", value).at)));
				assert_string_equal(time_of(value), want);
				times += strcmp(want, "none") != 0;
			}
	assert_true(times > 500);
}

static void assert_words(const char *value, const char *want)
{
	assert_string_equal(arena_cstr(&arena, mail_words(&arena, str_of(value))), want);
}

TEST(encoded_words_are_decoded)
{
	assert_words("=?utf-8?Q?Gr=C3=BC=C3=9Fe_an?= alle", "Grüße an alle");
	assert_words("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"); // RFC 2047 section 8
	assert_words("=?ISO-8859-1?Q?a?=\r\n =?ISO-8859-1?Q?b?=", "ab");
	assert_words("=?ISO-8859-1?Q?a_b?= c", "a b c");
	assert_words("=?utf-8?B?w7xiZXI=?=", "über");
	assert_words("=?utf-8?B?w7w=?= =?utf-8?B?w58=?=", "üß");
	assert_words(
		"=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=", "ü"); // one character in two words
	assert_words("=?iso-8859-1*de?q?M=FCller?=", "Müller");
	assert_words("=?iso-8859-2?q?=B3?=", "\xef\xbf\xbd"); // a set we cannot read
	assert_words("=?utf-8?q?never ended", "=?utf-8?q?never ended");
	assert_words("a\r\n\tfolded", "a folded");
	assert_words("raw \xfc", "raw ü");
}

static struct mail_file *open_mail(const char *text)
{
	struct mail_file *f = NULL;
	err = (struct error){ 0 };
	return mail_open(str_of(text), &arena, &f, &err) ? f : NULL;
}

// What one message says, in a line.
static const char *facts(const struct mail *m)
{
	struct buf out = { 0 };
	buf_fmt(&out, "%u id=%" PRI_STR " from=%" PRI_STR, m->line, ARG_STR(m->id),
		ARG_STR(m->from));
	for (size_t i = 0; i < m->to_count; i++)
		buf_fmt(&out, " to=%" PRI_STR, ARG_STR(m->to[i]));
	for (size_t i = 0; i < m->reference_count; i++)
		buf_fmt(&out, " re=%" PRI_STR, ARG_STR(m->references[i]));
	if (m->has_time)
		buf_fmt(&out, " at=%lld", (long long)m->time_ms);
	if (m->list)
		buf_fmt(&out, " list=%" PRI_STR, ARG_STR(m->list_id));
	if (m->automatic)
		buf_fmt(&out, " automatic");
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

static void assert_facts(const char *text, const char *want)
{
	struct mail_file *f = open_mail(text);
	struct mail m;
	assert_non_null(f);
	assert_true(mail_next(f, &m));
	assert_string_equal(facts(&m), want);
}

TEST(a_message_is_its_header)
{
	assert_facts("From: Dana <Dana@X.example>\nTo: a@x.example,\n b@x.example\n"
		     "CC: A@x.example, c@x.example\nSubject: From: no@x.example\n"
		     "Date: Thu, 1 Jan 1970 00:00:01 +0000\nDate: Fri, 7 Feb 2003 "
		     "18:35:25 +0000\nMessage-ID: <1@x>\nReferences: <r1@x> <r2@x>\n"
		     " <r3@x>\nIn-Reply-To: <r2@x>\n\nTo: body@x.example\n",
		"1 id=1@x from=dana@x.example to=a@x.example to=b@x.example "
		"to=c@x.example "
		"re=r1@x re=r2@x re=r3@x at=1044642925000");
}

TEST(what_is_missing_is_missing)
{
	assert_facts("Subject: x\n\nbody", "1 id= from=");
	assert_facts("Sender: s@x.example\nDate: soon\nReceived: from a by b;\n"
		     " Fri, 7 Feb 2003 18:40:00 +0000\nReceived: by c; Fri, 7 Feb 2003 "
		     "18:35:25 +0000\n\n",
		"1 id= from=s@x.example at=1044642925000");
	assert_facts("From: a@x.example\nMessage-ID: no id at all\n",
		"1 id= from=a@x.example");
	assert_facts("To: undisclosed-recipients:;\nFrom: a@x.example",
		"1 id= from=a@x.example");
	assert_facts("From: a@x.example\nIn-Reply-To: Your message of Friday <q@x>\n",
		"1 id= from=a@x.example re=q@x");
	assert_facts(
		"From: a@x.example\nIn-Reply-To: q@x\n", "1 id= from=a@x.example re=q@x");
}

TEST(lists_and_programs_are_marked)
{
	assert_facts("From: a@x.example\nList-Id: The List <All.x.example>\n"
		     "X-BeenThere: all@x.example\nPrecedence: bulk\n\n",
		"1 id= from=a@x.example list=all.x.example");
	assert_facts("From: a@x.example\nPrecedence: list\n\n",
		"1 id= from=a@x.example list=");
	assert_facts("From: a@x.example\nPrecedence: bulk\n\n",
		"1 id= from=a@x.example automatic");
	assert_facts("From: a@x.example\nAuto-Submitted: auto-replied\n\n",
		"1 id= from=a@x.example automatic");
	assert_facts(
		"From: a@x.example\nAuto-Submitted: no\n\n", "1 id= from=a@x.example");
	assert_facts("Return-Path: <>\nFrom: a@x.example\n\n",
		"1 id= from=a@x.example automatic");
	assert_facts("From: No-Reply@x.example\n\n",
		"1 id= from=no-reply@x.example automatic");
}

static size_t count(const char *text)
{
	struct mail_file *f = open_mail(text);
	struct mail m;
	size_t n = 0;
	assert_non_null(f);
	while (mail_next(f, &m))
		n++;
	return n;
}

#define FROM_LINE "From a@x.example Fri Feb  7 18:35:25 2003\n"

TEST(mailboxes_are_cut_at_their_from_lines)
{
	assert_int_equal(count(FROM_LINE "From: a@x.example\n\nbody\n\n" FROM_LINE
					 "From: b@x.example\n\nbody\n"),
		2);
	assert_int_equal(count(FROM_LINE "From: a@x.example\n\n" FROM_LINE
					 "From: b@x.example\n\n"),
		2); // the first has no body
	assert_int_equal(count("\xef\xbb\xbf\n\n" FROM_LINE "From: a@x.example\n\n"), 1);
	assert_int_equal(
		count("From - Fri Feb 07 18:35:25 2003\r\nX-Mozilla-Status: "
		      "0001\r\nFrom: "
		      "a@x.example\r\n\r\nbody\r\n\r\nFrom - Fri Feb 07 18:35:25 2003\r\n"
		      "From: b@x.example\r\n\r\n"),
		2);
	assert_int_equal(count("From 123@xxx Fri Feb 07 18:35:25 +0000 2003\n"
			       "X-GM-THRID: 1\nFrom: a@x.example\n\nhi\n"),
		1);
	assert_int_equal(count("From mmihai at netcompsj.ro  Fri Feb  7 18:35:25 2003\n"
			       "From: mmihai at netcompsj.ro (mmihai)\n\nhi\n"),
		1);
}

TEST(from_in_a_body_is_a_word)
{
	assert_int_equal(
		count(FROM_LINE "From: a@x.example\n\nhi\n\nFrom now on: all "
				"is well\nNote: it is 10:30 in 2003\n\n>" FROM_LINE
				">>" FROM_LINE "\nFrom the start 10:00 2003\nno "
				"header here\nline\n" FROM_LINE "Subject: no "
				"empty line above\n"),
		1);
	assert_int_equal(
		count("From: a@x.example\n\nhi\n\n" FROM_LINE "To: b@x.example\n"), 1);
}

TEST(places_of_messages_are_lines_of_the_file)
{
	struct mail_file *f =
		open_mail("\n" FROM_LINE "From: a@x.example\n\none\ntwo\n\n" FROM_LINE
			  ">From nobody\nFrom: b@x.example\n\n");
	struct mail m;
	assert_true(mail_next(f, &m));
	assert_int_equal(m.line, 3);
	assert_true(mail_next(f, &m));
	assert_int_equal(m.line, 9);
	assert_true(str_eq(m.from, S("b@x.example")));
	assert_false(mail_next(f, &m));
	assert_false(mail_next(f, &m));
}

TEST(bodies_make_no_difference)
{
	static const char *const BODIES[] = { "Some words.\n", "To: evil@x.example\n\n\n",
		"--b\nContent-Type: text/plain\n\nFrom: x@y\n--b--\n", "" };
	const char *want = NULL;
	for (size_t i = 0; i < COUNT(BODIES); i++) {
		struct str text = arena_fmt(&arena,
			FROM_LINE "From: a@x.example\nTo: b@x.example\n\n%s\n" FROM_LINE
				  "From: c@x.example\n\n",
			BODIES[i]);
		struct mail_file *f = open_mail(text.at);
		struct mail m;
		assert_true(mail_next(f, &m));
		const char *got = facts(&m);
		assert_string_equal(got, want ? want : got);
		want = got;
		assert_true(mail_next(f, &m));
		assert_true(str_eq(m.from, S("c@x.example")));
		assert_false(mail_next(f, &m));
	}
}

TEST(crowds_are_cut_off)
{
	struct buf text = { 0 };
	buf_add(&text, S("From: a@x.example\nTo: z@x.example"));
	for (unsigned i = 0; i < 5000; i++)
		buf_fmt(&text, ",\n p%u@x.example", i);
	buf_add(&text, S("\nReferences: <z@x>"));
	for (unsigned i = 0; i < 5000; i++)
		buf_fmt(&text, "\n <r%u@x>", i);
	buf_add(&text, S("\n\n"));
	struct mail_file *f = NULL;
	struct mail m;
	assert_true(mail_open(buf_str(&text), &arena, &f, &err));
	assert_true(mail_next(f, &m));
	assert_int_equal(m.to_count, MAIL_TO_MAX);
	assert_int_equal(m.reference_count, MAIL_REFERENCES_MAX);
	buf_done(&text);
}

TEST(what_is_no_mail_is_refused)
{
	static const char *const TEXTS[] = { "", "\n\n", "Hello there\n", "{\"a\": 1}" };
	for (size_t i = 0; i < COUNT(TEXTS); i++) {
		assert_null(open_mail(TEXTS[i]));
		assert_int_equal(err.code, ERROR_FORMAT);
	}
}

// mail_next_time() tells what mail_next() tells.
static void assert_times_alone(struct str bytes)
{
	struct mail_file *whole = NULL, *alone = NULL;
	struct mail m;
	bool has_time = false;
	int64_t time_ms = 0;
	assert_true(mail_open(bytes, &arena, &whole, &err));
	assert_true(mail_open(bytes, &arena, &alone, &err));
	while (mail_next(whole, &m)) {
		assert_true(mail_next_time(alone, &has_time, &time_ms));
		assert_int_equal(has_time, m.has_time);
		assert_true(!has_time || time_ms == m.time_ms);
	}
	assert_false(mail_next_time(alone, &has_time, &time_ms));
}

TEST(times_alone_are_those_of_the_messages)
{
	assert_times_alone(
		S("From a@x.example Fri Feb  7 18:35:25 2003\n"
		  "From: a@x.example\nDate: Fri, 7 Feb 2003 19:00:00 +0000\n"
		  "\nDate: 8 Feb 2004 1:00 +0000\n\n"
		  "From a@x.example Sat Feb  8 18:35:25 2003\nTo: b@x.example\n"
		  "\nwords\n\n"
		  "From a@x.example Sun Feb  9 18:35:25 2003\n"
		  "Received: by x; Mon, 10 Feb 2003 18:35:25 +0100\n"
		  "Date: nothing\nDate: 11 Feb 2003 10:00:00 +0000\n\n\n"
		  "From a@x.example Sun Feb  9 18:35:25 2003\n"
		  "received: by y; Mon, 10 Feb 2003 18:35:25 +0100\n"
		  "received: by x; Mon, 10 Feb 2003 18:35:20 +0100\n\n\n"));
}

TEST(the_shared_mailboxes_hold_what_was_counted_by_hand)
{
	for (size_t i = 0; i < COUNT(MAILBOXES); i++) {
		const struct mailbox_count *want = &MAILBOXES[i];
		struct str path =
			arena_fmt(&arena, "../shared/data/web/data/%s", want->file);
		struct file file;
		if (!file_open(path.at, 1 << 20, &file, &err)) {
			print_message("skipped: %s is not there\n", path.at);
			continue;
		}
		struct mail_file *f = NULL;
		struct mail m;
		assert_true(mail_open(file.bytes, &arena, &f, &err));
		size_t messages = 0, replies = 0;
		for (; mail_next(f, &m); messages++) {
			replies += m.reference_count > 0;
			assert_true(m.list && !m.automatic);
			assert_true(str_eq(m.list_id, S("rlug")));
			assert_true(str_eq(m.sender, S("rlug-bounce@lug.ro")));
			assert_true(str_eq(m.reply_to, S("rlug@lug.ro")));
			assert_int_equal(m.to_count, 1);
			assert_true(str_eq(m.to[0], S("rlug@lug.ro")));
			if (messages)
				continue;
			assert_true(str_eq(m.from, str_of(want->from)));
			assert_true(str_eq(m.id, str_of(want->id)));
			assert_int_equal(m.reference_count, want->references);
			int64_t ms = 0;
			assert_true(mail_date(str_of(want->time), &ms));
			assert_true(m.has_time && m.time_ms == ms);
		}
		assert_int_equal(messages, want->messages);
		assert_int_equal(replies, want->replies);
		assert_times_alone(file.bytes);
		file_close(&file);
	}
}

MAIN(RUN(addresses_come_without_names_in_lower_case),
	RUN(groups_and_nonsense_give_nothing), RUN(archives_write_at_for_the_sign),
	RUN(dates_are_read_in_every_form), RUN(the_usual_form_is_read_as_any_other),
	RUN(times_alone_are_those_of_the_messages), RUN(encoded_words_are_decoded),
	RUN(a_message_is_its_header), RUN(what_is_missing_is_missing),
	RUN(lists_and_programs_are_marked), RUN(mailboxes_are_cut_at_their_from_lines),
	RUN(from_in_a_body_is_a_word), RUN(places_of_messages_are_lines_of_the_file),
	RUN(bodies_make_no_difference), RUN(crowds_are_cut_off),
	RUN(what_is_no_mail_is_refused),
	RUN(the_shared_mailboxes_hold_what_was_counted_by_hand))

// Rows, edge lists, mailboxes, calendars and chats become interactions.
#include "four.h"

TEST(rows_of_interactions_are_mail_meetings_and_tickets)
{
	put(&f, "interactions.csv",
		"date,from,to,channel,topic,initiated_by,minutes\n"
		"2025-11-03,ana,ben,mail,Launch,ana,\n"
		"2025-11-04,ana@acme.example,\"ben; Cem Yilmaz\",mail,,,\n"
		"2025-11-05,ana,dia,meeting,,,30\n"
		"2025-11-06,cem,\"Roy, Dia\",ticket,,,\n"
		"2025-11-07,ben,\"cem, dia\",chat,,,\n");
	must_give("11-03 mail sales > product /1 w1\n"
		  "11-04 mail sales > product support /2 w1\n"
		  "11-05 meeting engineering > sales /1 w0.5\n"
		  "11-05 meeting sales > engineering /1 w0.5\n"
		  "11-06 ticket support > engineering /1 w1\n"
		  "11-07 thread product > engineering support /2 w1\n");
	assert_int_equal(f.t.notes.count, 0);
}

TEST(a_row_may_stand_for_many_and_name_its_thread)
{
	put(&f, "interactions.csv",
		"date,from,to,channel,minutes,weight,thread\n"
		"2025-11-03,ana,ben,mail,,12,T1\n"
		"2025-11-04,ben,ana,mail,,3,T1\n"
		"2025-11-04,cem,ana,mail,,1,T2\n");
	gather(&f);
	assert_int_equal(f.t.count, 3);
	assert_true(f.t.at[0].weight > 11.9 && f.t.at[0].weight < 12.1);
	// One thread over two days is one unit; another is another.
	const struct web_interaction *last = &f.t.at[1];
	if (last->weight < 2)
		last++;
	assert_int_equal(f.t.at[0].unit, last->unit);
	assert_int_not_equal(f.t.at[1].unit, f.t.at[2].unit);
}

TEST(the_window_ends_with_the_day_and_begins_180_days_before)
{
	put(&f, "interactions.csv",
		"date,from,to,channel\n2025-06-03,ana,ben,mail\n" // day 0 of the window
		"2025-06-04,ana,ben,mail\n2025-11-30,ana,ben,mail\n"
		"2025-12-01,ana,ben,mail\n");
	must_give("06-04 mail sales > product /1 w1\n"
		  "11-30 mail sales > product /1 w1\n");
	assert_true(has_note(&f, "2 exchanges lie before 4 June 2025 or after 30 "
				 "November 2025 and are left out"));
}

TEST(an_edge_list_has_any_separator_header_and_mark)
{
	put(&f, "edges.csv", "\xef\xbb\xbfsource;target;weight\nana;ben;3\nben;ben;1\n");
	must_give("11-30 mail sales > product /1 w3\n");
	assert_true(has_note(&f, "has no days"));
	put(&f, "edges.csv", "from\tto\ttime\tmins\nana\tcem\t2025-11-05T10:00\t90\n");
	must_give("11-05 meeting sales > support /1 w1.5\n"
		  "11-05 meeting support > sales /1 w1.5\n");
}

TEST(a_bare_edge_list_and_who_belongs_where)
{
	struct buf pairs = { 0 }, members = { 0 };
	for (int i = 0; i < 30; i++) {
		buf_fmt(&pairs, "%d %d\n", i, (i * 7 + 1) % 30);
		buf_fmt(&pairs, "%d %d\n", i, (i + 1) % 30);
		buf_fmt(&members, "%d %d\n", i, i % 3);
	}
	put_bytes(&f, "net/edges.txt", buf_str(&pairs));
	put_bytes(&f, "net/who.txt", buf_str(&members));
	buf_done(&pairs);
	buf_done(&members);
	gather(&f);
	// i = 5 and 5 * 7 + 1 = 36 = 6 mod 30: both lines of 5 are one pair, twice; a
	// loop would need 6 i = -1 mod 30, which has no solution.
	assert_int_equal(f.t.count, 60);
	assert_int_equal(f.t.function_count, 4 + 3);
	assert_string_equal(f.t.functions[0].id.at, "0");
	assert_int_equal(f.t.functions[0].people, 10);
	assert_true(f.t.unmapped < 1e-12);
}

TEST(edges_with_unix_times_or_weights)
{
	struct buf out = { 0 };
	for (int i = 0; i < 10; i++) // 5 November 2025, and before the window
		buf_add(&out, S("ana@acme.example ben@acme.example 1762300800\n"
				"ana@acme.example ben@acme.example 1577836800\n"));
	put_bytes(&f, "timed.edges", buf_str(&out));
	gather(&f);
	assert_int_equal(f.t.count, 10);
	assert_int_equal(f.t.at[0].day.days, date_of(2025, 11, 5).days);
	buf_clear(&out);
	for (int i = 0; i < 20; i++)
		buf_add(&out, S("ana@acme.example,ben@acme.example,4\n"));
	put_bytes(&f, "timed.edges", buf_str(&out));
	buf_done(&out);
	gather(&f);
	assert_int_equal(f.t.count, 20);
	assert_true(f.t.at[0].weight > 3.9);
}

#define HEAD(id, from, to)                                                               \
	"From: " from "\nTo: " to "\nDate: Mon, 3 Nov 2025 10:00:00 +0100\n"             \
	"Message-ID: <" id "@acme.example>\n"

TEST(a_mail_turns_to_all_it_is_addressed_to)
{
	put(&f, "a.eml",
		HEAD("1", "Ana <ana@acme.example>",
			"ben@acme.example, c@buyer.example") "Cc: \"Yilmaz, Cem\" "
							     "<CEM+x@Acme.Example>"
							     "\n\nDear all,\n");
	must_give("11-03 mail sales > product support /3 w1\n");
	assert_true(f.t.outside > 0.16 && f.t.outside < 0.17); // .5 * 1 / 3
}

TEST(the_copies_of_sender_and_receiver_are_one)
{
	put(&f, "sent.mbox",
		"From ana Mon Nov  3 10:00:00 2025\n" HEAD("1", "ana@acme.example",
			"ben@acme.example") "Bcc: dia@acme.example\n\nx\n\n");
	put(&f, "inbox.mbox",
		"From ana Mon Nov  3 10:00:05 2025\n" HEAD("1", "ana@acme.example",
			"ben@acme.example") "Received: by x; Mon, 3 Nov 2025 10:00:05 "
					    "+0100"
					    "\n\nx\n\n");
	must_give("11-03 mail sales > product /1 w1\n");
	assert_true(has_note(&f, "1 exchange stands in several files and counts once"));
}

TEST(mails_without_an_id_are_one_if_all_is_equal)
{
	static const char MAIL[] = "From: ana@acme.example\nTo: ben@acme.example\n"
				   "Date: Mon, 3 Nov 2025 10:00:00 +0100\n\n";
	put(&f, "1.eml", MAIL);
	put(&f, "2.eml", arena_fmt(&f.arena, "%sother words\n", MAIL).at);
	must_give("11-03 mail sales > product /1 w1\n");
}

TEST(answers_are_threads_and_threads_are_units)
{
	put(&f, "all.mbox",
		"From a Mon Nov  3 10:00:00 2025\n" HEAD("1", "ana@acme.example",
			"ben@acme.example") "\n\n"
					    "From b Mon Nov  3 11:00:00 2025\n" HEAD("2",
						    "ben@acme.example",
						    "ana@acme.example") "In-Reply-To: "
									"<1@acme.example>"
									"\n\n\n"
									"From c Mon Nov  "
									"3 12:00:00 "
									"2025\n" HEAD("3",
										"ana@"
										"acme."
										"example",
										"cem@"
										"acme."
										"example") "References: <0@x> <2@acme.example>\n\n\n"
											   "From d Mon Nov  3 12:00:00 2025\n" HEAD(
												   "4",
												   "ana@acme.example",
												   "dia@acme.example") "\n\n");
	gather(&f);
	assert_int_equal(f.t.count, 4);
	size_t threads = 0, same = 0;
	for (size_t i = 0; i < 4; i++) {
		threads += f.t.at[i].channel == CHANNEL_THREAD;
		same += f.t.at[i].unit == f.t.at[1].unit;
	}
	assert_int_equal(threads, 2);
	assert_true(same == 3 || same == 1); // three of one unit, one of another
	assert_true((f.t.at[0].unit != f.t.at[3].unit) || same == 3);
}

// Mailman writes "user at domain" and no To: who is answered is whom it turns to.
TEST(an_archive_of_a_list_ties_those_who_answer)
{
	put(&f, "2025-November.txt",
		"From ana at acme.example  Mon Nov  3 10:00:00 2025\n"
		"From: ana at acme.example (Ana Ruiz)\n"
		"Date: Mon, 3 Nov 2025 10:00:00 +0100\nSubject: x\n"
		"Message-ID: <1@acme.example>\n\nHello\n\n"
		"From ben at acme.example  Tue Nov  4 10:00:00 2025\n"
		"From: ben at acme.example (Ben Okoro)\n" // no Date
		"Subject: Re: x\nIn-Reply-To: <1@acme.example>\n"
		"References: <1@acme.example>\nMessage-ID: <2@acme.example>\n\n> Hello\n"
		"\n"
		"From nobody Wed Nov  5 10:00:00 2025\n" // no From
		"Date: Wed, 5 Nov 2025 10:00:00 +0100\nTo: ana@acme.example\n"
		"Message-ID: <3@acme.example>\n\nx\n\n");
	must_give("11-04 thread product > sales /1 w1\n");
	assert_true(has_note(&f, "1 message without a sender is left out"));
	assert_true(has_note(&f, "1 message to a list or a channel answers nobody"));
}

TEST(a_list_is_not_a_person)
{
	static const char LIST[] = "List-Id: The team <dev.acme.example>\n"
				   "List-Post: <mailto:dev@acme.example>\n";
	put(&f, "l.mbox",
		arena_fmt(&f.arena,
			"From a Mon Nov  3 10:00:00 2025\n%s%s\n\n"
			"From b Mon Nov  3 11:00:00 2025\n%s%sIn-Reply-To: "
			"<1@acme.example>\n\n\n",
			HEAD("1", "ana@acme.example", "dev@acme.example"), LIST,
			HEAD("2", "ben@acme.example", "dev@acme.example"), LIST)
			.at);
	must_give("11-03 thread product > sales /1 w1\n");
	assert_int_equal(f.t.unknown_count, 0); // dev@ is no unmapped address either
}

TEST(programs_and_groups_of_nobody_are_left_out)
{
	put(&f, "p.mbox",
		"From a Mon Nov  3 10:00:00 2025\n" HEAD("1", "ana@acme.example",
			"ben@acme.example") "Auto-Submitted: auto-replied\n\n\n"
					    "From a Mon Nov  3 10:00:00 2025\n" HEAD("2",
						    "no-reply@acme.example",
						    "ben@acme.example") "\n\n"
									"From a Mon Nov  "
									"3 10:00:00 "
									"2025\n" HEAD("3",
										"jira@"
										"acme."
										"example",
										"ben@"
										"acme."
										"example") "\n\n"
											   "From a Mon Nov  3 10:00:00 2025\n" HEAD(
												   "4",
												   "ana@acme.example",
												   "undisclosed-recipients:;") "\n\n"
															       "From a Mon Nov  3 10:00:00 2025\n" HEAD(
																       "5",
																       "ana@acme.example",
																       "ben@acme.example") "Precedence: bulk\n\n\n"
																			   "From a Mon Nov  3 10:00:00 2025\n" HEAD(
																				   "6",
																				   "ana@acme.example",
																				   "ben@acme.example") "\n>From here on it is a body.\n\n");
	must_give("11-03 mail sales > product /1 w1\n");
	assert_true(has_note(&f, "4 messages of programs"));
}

#define MEETING(rest)                                                                    \
	"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u1\nDTSTART:20251103T100000Z\n"              \
	"DTEND:20251103T110000Z\nORGANIZER:mailto:ana@acme.example\n" rest               \
	"END:VEVENT\nEND:VCALENDAR\n"
#define GUEST(who, how) "ATTENDEE;PARTSTAT=" how ":mailto:" who "@acme.example\n"

TEST(a_meeting_is_mutual_and_answers_count)
{
	put(&f, "ana.ics",
		MEETING(GUEST("ana", "ACCEPTED") GUEST("ben", "ACCEPTED") GUEST(
			"cem", "TENTATIVE") GUEST("dia",
			"DECLINED") "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room@"
				    "acme.example\n"));
	must_give("11-03 meeting product > sales /2 w1\n"
		  "11-03 meeting product > support /2 w0.5\n"
		  "11-03 meeting sales > product /2 w1\n"
		  "11-03 meeting sales > support /2 w0.5\n"
		  "11-03 meeting support > product sales /2 w0.5\n");
}

TEST(a_meeting_in_two_calendars_is_one)
{
	put(&f, "ana.ics", MEETING(GUEST("ben", "NEEDS-ACTION")));
	put(&f, "ben.ics", MEETING(GUEST("ben", "ACCEPTED")));
	must_give("11-03 meeting product > sales /1 w1\n"
		  "11-03 meeting sales > product /1 w1\n");
	assert_true(has_note(&f, "1 exchange stands in several files"));
}

TEST(what_is_no_meeting_is_left_out)
{
	put(&f, "1.ics", MEETING(GUEST("ben", "ACCEPTED") "TRANSP:TRANSPARENT\n"));
	put(&f, "2.ics", MEETING(GUEST("ben", "ACCEPTED") "STATUS:CANCELLED\n"));
	put(&f, "3.ics", MEETING(GUEST("ben", "ACCEPTED") "CLASS:PRIVATE\n"));
	put(&f, "4.ics",
		MEETING("BEGIN:VALARM\nATTENDEE:mailto:ben@acme.example\nEND:VALARM\n"));
	must_give("");
	assert_true(has_note(&f, "1 private event of a calendar is left out"));
	struct buf all = { 0 };
	for (int i = 0; i < 21; i++)
		buf_fmt(&all, "ATTENDEE:mailto:p%d@acme.example\n", i);
	put(&f, "5.ics",
		arena_fmt(&f.arena, "%s%s%s",
			"BEGIN:VEVENT\nUID:u5\nDTSTART:20251103T100000Z"
			"\nDURATION:PT1H\n",
			buf_str(&all).at, "END:VEVENT\n")
			.at);
	buf_done(&all);
	gather(&f);
	assert_int_equal(f.t.count, 0);
	assert_true(has_note(&f, "1 meeting of more than 20 people"));
}

TEST(a_series_is_expanded_and_an_override_not_counted_twice)
{
	put(&f, "s.ics",
		"BEGIN:VEVENT\nUID:s\nDTSTART:20251103T100000Z\nDURATION:PT30M\n"
		"RRULE:FREQ=WEEKLY\nORGANIZER:mailto:ana@acme.example\n"
		"ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@acme.example\nEND:VEVENT\n"
		"BEGIN:VEVENT\nUID:s\nRECURRENCE-ID:20251110T100000Z\n"
		"DTSTART:20251111T100000Z\nDURATION:PT1H\n"
		"ORGANIZER:mailto:ana@acme.example\n"
		"ATTENDEE;PARTSTAT=ACCEPTED:mailto:cem@acme.example\nEND:VEVENT\n");
	must_give("11-03 meeting product > sales /1 w0.5\n"
		  "11-03 meeting sales > product /1 w0.5\n"
		  "11-11 meeting sales > support /1 w1\n"
		  "11-11 meeting support > sales /1 w1\n"
		  "11-17 meeting product > sales /1 w0.5\n"
		  "11-17 meeting sales > product /1 w0.5\n"
		  "11-24 meeting product > sales /1 w0.5\n"
		  "11-24 meeting sales > product /1 w0.5\n");
	assert_int_equal(f.t.at[0].unit, f.t.at[7].unit); // one series, one unit
}

static const char USERS[] =
	"[{\"id\":\"U1\",\"name\":\"ana\",\"is_bot\":false,\"profile\":{\"email\":"
	"\"ana@acme.example\",\"real_name\":\"Ana Ruiz\"}},"
	"{\"id\":\"U2\",\"name\":\"bo\",\"profile\":{\"real_name\":\"Ben Okoro\"}},"
	"{\"id\":\"U3\",\"name\":\"cem\",\"deleted\":true,\"profile\":{\"email\":"
	"\"Cem@acme.example\"}},"
	"{\"id\":\"U9\",\"name\":\"helper\",\"is_bot\":true,\"profile\":{}}]";

TEST(a_chat_ties_by_answers_mentions_and_reactions)
{
	put(&f, "slack/users.json", USERS);
	put(&f, "slack/general/2025-11-03.json",
		"[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1762160400.000100\","
		"\"text\":\"Hi <@U2> and <@U9>\",\"reactions\":[{\"name\":\"+1\","
		"\"users\":[\"U3\",\"U1\"],\"count\":2}]},"
		"{\"type\":\"message\",\"subtype\":\"channel_join\",\"user\":\"U3\","
		"\"ts\":\"1762160401.000100\",\"text\":\"<@U3> joined, <@U1>\"},"
		"{\"type\":\"message\",\"bot_id\":\"B1\",\"user\":\"U9\","
		"\"ts\":\"1762160402.000100\",\"text\":\"<@U1>\"},"
		"{\"type\":\"message\",\"user\":\"U2\",\"ts\":\"1762160403.000100\","
		"\"thread_ts\":\"1762160400.000100\",\"text\":\"yes\",\"blocks\":["
		"{\"type\":\"rich_text\",\"elements\":[{\"type\":\"user\",\"user_id\":"
		"\"U3\"},{\"type\":\"text\",\"text\":\"user_id U1\"}]}]}]");
	// U2 answers a message of the same day that the export does not name as its
	// parent.
	put(&f, "slack/general/2025-11-04.json",
		"[{\"type\":\"message\",\"subtype\":\"file_comment\",\"comment\":{"
		"\"user\":"
		"\"U3\",\"comment\":\"<@U1>\"},\"ts\":\"1762246800.000100\",\"thread_"
		"ts\":"
		"\"1762160400.000100\",\"parent_user_id\":\"U1\",\"text\":\"\"}]");
	gather(&f);
	size_t threads = 0;
	struct buf got = { 0 };
	for (size_t i = 0; i < f.t.count; i++) {
		const struct web_interaction *x = &f.t.at[i];
		threads += x->channel == CHANNEL_THREAD;
		buf_fmt(&got, "%s>%s ", f.t.functions[x->actor.function].id.at,
			f.t.functions[f.t.ends[x->first].function].id.at);
	}
	assert_int_equal(threads, 2); // product and support answer sales
	assert_int_equal(f.t.count, 5);
	assert_true(str_find(buf_str(&got), S("sales>product"), 0) != STR_NONE);
	assert_true(str_find(buf_str(&got), S("support>sales"), 0) != STR_NONE);
	assert_true(str_find(buf_str(&got), S("product>support"), 0) != STR_NONE);
	for (size_t i = 1; i < f.t.count; i++)
		assert_int_equal(f.t.at[i].unit, f.t.at[0].unit);
	buf_done(&got);
	assert_true(has_note(&f, "2 messages of programs"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, make, drop)

MAIN(CASE(rows_of_interactions_are_mail_meetings_and_tickets),
	CASE(a_row_may_stand_for_many_and_name_its_thread),
	CASE(the_window_ends_with_the_day_and_begins_180_days_before),
	CASE(an_edge_list_has_any_separator_header_and_mark),
	CASE(a_bare_edge_list_and_who_belongs_where),
	CASE(edges_with_unix_times_or_weights),
	CASE(a_mail_turns_to_all_it_is_addressed_to),
	CASE(the_copies_of_sender_and_receiver_are_one),
	CASE(mails_without_an_id_are_one_if_all_is_equal),
	CASE(answers_are_threads_and_threads_are_units),
	CASE(an_archive_of_a_list_ties_those_who_answer), CASE(a_list_is_not_a_person),
	CASE(programs_and_groups_of_nobody_are_left_out),
	CASE(a_meeting_is_mutual_and_answers_count),
	CASE(a_meeting_in_two_calendars_is_one), CASE(what_is_no_meeting_is_left_out),
	CASE(a_series_is_expanded_and_an_override_not_counted_twice),
	CASE(a_chat_ties_by_answers_mentions_and_reactions))

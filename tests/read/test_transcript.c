// Written transcripts: told from other plain text, and read as speech.
#include "test.h"

#include "docs.h"
#include "read/turn.h"

static struct arena arena;

static void assert_text(const char *text, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.txt", str_of(text), false), want);
}

static void assert_kind(const char *text, const char *reader)
{
	assert_string_equal(reader_find(S("x.txt"), str_of(text))->name, reader);
}

TEST(names_that_return_are_speakers)
{
	assert_text("Call with Brandt\ndeal: D-1063  us: r.osei, i.duarte\nDate: "
		    "2025-10-21\n\n"
		    "Petra Brandt: We looked at it. Honestly,\n  what is it?\n"
		    "r.osei: We are\nr.osei: a platform: really.\n\nAnd more.\n"
		    "Petra Brandt: Remember: no network.\n",
		"title 1:1-1:16 Call with Brandt\n"
		"speech(Petra Brandt) 5:15-6:13 We looked at it. Honestly, what is it?\n"
		"speech(r.osei) 7:9-8:27 We are a platform: really.\n"
		"speech(r.osei) 10:1-10:9 And more.\n"
		"speech(Petra Brandt) 11:15-11:35 Remember: no network.\n"
		"title=Call with Brandt\ndeal=D-1063\nus=r.osei, "
		"i.duarte\ndate=2025-10-21");
}

TEST(times_make_places)
{
	assert_text(
		"[00:03:10] Dana Cole: Hello?\n[00:03:15] Lea: Yes\n(3:16) Lea: indeed.\n"
		"Dana Cole [1:00:00]: Bye.\n",
		"speech(Dana Cole) 190000:1-190000:1 Hello?\n"
		"speech(Lea) 195000:2-196000:3 Yes indeed.\n"
		"speech(Dana Cole) 3600000:4-3600000:4 Bye.");
	assert_text("Dana Cole 00:03:10\nWe looked\nat it.\n\nAna-Maria O'Neil  "
		    "03:20\nGreat.\n\n"
		    "Dana Cole 03:30\nBye.\n",
		"speech(Dana Cole) 190000:2-190000:3 We looked at it.\n"
		"speech(Ana-Maria O'Neil) 200000:6-200000:6 Great.\n"
		"speech(Dana Cole) 210000:9-210000:9 Bye.");
	assert_text(
		"0:00 | Dana\nThanks.\n\n0:09 | Petra\nWe saw\n\n0:15 | Petra\nit too.\n",
		"speech(Dana) 0:2-0:2 Thanks.\nspeech(Petra) 9000:5-15000:8 We saw it "
		"too.");
	assert_text("14:03:22 From Dana Cole to Everyone: Hello?\n14:03:25 From Lea to "
		    "Everyone: Hi.\n"
		    "14:04:00 From Dana Cole to Everyone: Bye.\n",
		"speech(Dana Cole) 50602000:1-50602000:1 Hello?\n"
		"speech(Lea) 50605000:2-50605000:2 Hi.\n"
		"speech(Dana Cole) 50640000:3-50640000:3 Bye.");
}

TEST(captions_saved_as_text_are_captions)
{
	assert_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>Hi.\n",
		"speech(Dana) 1000:4-1000:4 Hi.");
	assert_text(
		"1\n00:00:01,000 --> 00:00:02,000\nHi.\n", "speech 1000:3-1000:3 Hi.");
}

TEST(other_plain_text_stays_plain_text)
{
	assert_kind(
		"Plan: Pro\nPrice: 9 EUR\nUsers: 50\nPlan: Basic\nPrice: 0\nUsers: 1\n",
		"text");
	assert_kind("Welcome 09:00\nDemo 09:30\nLunch 12:00\nQuestions 13:00\n", "text");
	assert_kind("Shiftly: no offline mode\nOpsGrid: logbook\nShiftly: "
		    "cheap\nOpsGrid: dear\n",
		"text");
	assert_kind("Question: Is it offline?\nAnswer: Yes.\nQuestion: Is it "
		    "cheap?\nAnswer: No.\n",
		"text");
	assert_kind("Dear all,\n\nNote: we ship on Friday.\n\nBest,\nInes\n", "text");
	assert_kind("", "text");
	assert_kind(
		"Dana: Is it offline?\nLea: Yes, for 72 hours.\nDana: Good.\nLea: Bye.\n",
		"transcript");
}

TEST(lines_that_begin_turns)
{
	static const struct {
		const char *line, *name, *words;
		int64_t ms; // -1 for none
	} CASES[] = {
		{ "Dana Cole: yes", "Dana Cole", "yes", -1 },
		{ "J\xc3\xbcrgen van der \xc3\x96z (Brandt): ja",
			"J\xc3\xbcrgen van der \xc3\x96z (Brandt)", "ja", -1 },
		{ "SPEAKER_01: yes", "SPEAKER_01", "yes", -1 },
		{ "Speaker 1: yes", "Speaker 1", "yes", -1 },
		{ "iPhone Awa: yes", "iPhone Awa", "yes", -1 },
		{ "Meeting room Turin: yes", "Meeting room Turin", "yes", -1 },
		{ "[0:05] Dana: yes", "Dana", "yes", 5000 },
		{ "00:00:05.250 - Dana Cole: yes", "Dana Cole", "yes", 5250 },
		{ "(1:00:05) Dana", "Dana", "", 3605000 },
		{ "[Dana Cole] 14:03:22", "Dana Cole", "", 50602000 },
		{ "Dana Cole | 3:10", "Dana Cole", "", 190000 },
		{ "Dana Cole (3:10): yes", "Dana Cole", "yes", 190000 },
		{ "[0:07]", "", "", 7000 },
		{ "[0:07] so we left", "", "so we left", 7000 },
		{ "so we left at 10:30", NULL, NULL, -1 },
		{ "https://x.example", NULL, NULL, -1 },
		{ "Note: careful", NULL, NULL, -1 },
		{ "and then: we left", NULL, NULL, -1 },
		{ "What We Heard From Buyers Is: much", NULL, NULL, -1 },
		{ "e.g.: this", NULL, NULL, -1 },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct turn t;
		bool got = turn_read(str_of(CASES[i].line), &t);
		if (got != (CASES[i].name != NULL))
			print_message("%s\n", CASES[i].line);
		assert_int_equal(got, CASES[i].name != NULL);
		if (!got)
			continue;
		assert_string_equal(arena_cstr(&arena, t.name), CASES[i].name);
		assert_string_equal(arena_cstr(&arena, t.words), CASES[i].words);
		assert_int_equal(t.timed ? (int64_t)t.ms : -1, CASES[i].ms);
	}
}

MAIN(RUN(names_that_return_are_speakers), RUN(times_make_places),
	RUN(captions_saved_as_text_are_captions), RUN(other_plain_text_stays_plain_text),
	RUN(lines_that_begin_turns))

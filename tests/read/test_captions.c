// WebVTT and SubRip: who says what when, in whole sentences.
#include "test.h"

#include "docs.h"

static struct arena arena;

static void assert_vtt(const char *text, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.vtt", str_of(text), false), want);
}

static void assert_srt(const char *text, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.srt", str_of(text), false), want);
}

TEST(voices_speak_in_whole_sentences_with_the_time_of_each_word)
{
	static const char TEXT[] =
		"WEBVTT\n\n00:03:10.000 --> 00:03:19.000\n<v Petra Brandt>We looked at"
		" Shiftly,\n\n00:03:20.500 --> 00:03:31.000\n<v Petra Brandt>and "
		"left.</v> <v.loud r.osei>Why?</v>\n\n04:00.000 --> 04:01.000\n"
		"<v r.osei>So?\n";
	assert_vtt(TEXT,
		"speech(Petra Brandt) 190000:4-200500:7 We looked at Shiftly, and left.\n"
		"speech(r.osei) 200500:7-200500:7 Why?\n"
		"speech(r.osei) 240000:10-240000:10 So?");
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	assert_true(doc_read(S("x.vtt"), str_of(TEXT), NULL, &doc, &err));
	struct place left = doc_place(&doc, 26);
	assert_true(str_eq(str_cut(doc.text, 26, 4), S("left")));
	assert_int_equal(left.kind, PLACE_TIME);
	assert_int_equal(left.major, 200500);
	assert_int_equal(left.minor, 7);
}

TEST(a_long_pause_ends_a_sentence)
{
	assert_vtt("WEBVTT\n\n00:01.000 --> 00:02.000\nand\n\n00:12.000 --> "
		   "00:13.000\nthen\n",
		"speech 1000:4-1000:4 and\nspeech 12000:7-12000:7 then");
}

TEST(notes_and_headers_stand_beside_the_text)
{
	assert_vtt("WEBVTT - Brandt call\nKind: captions\n\nNOTE deal: D-1063  us: "
		   "r.osei\n\n"
		   "NOTE\ntwo\nlines\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nid\n00:01.000 "
		   "--> 00:02.000"
		   " line:0\nHello\n",
		"speech 1000:18-1000:18 Hello\ntitle=Brandt call\nkind=captions\n"
		"note=deal: D-1063  us: r.osei\nnote=two\nlines");
}

TEST(tags_and_entities_are_read)
{
	assert_vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<c.red>1 &lt; 2</c> &amp; "
		   "<00:01.500><i>x</i> < y"
		   "&nbsp;z\n<lang de>ja</lang>\n",
		"speech 1000:4-1000:5 1 < 2 & x < y z ja");
}

TEST(names_in_front_of_colons_are_speakers_when_they_return)
{
	assert_vtt("WEBVTT\n\n1\n00:01.000 --> 00:02.000\nDana Cole: We looked at\n\n2\n"
		   "00:02.000 --> 00:03.000\nDana Cole: Shiftly.\n\n3\n00:04.000 --> "
		   "00:05.000\n"
		   "r.osei: Remember: it works.\n",
		"speech(Dana Cole) 1000:5-2000:9 We looked at Shiftly.\n"
		"speech(r.osei) 4000:13-4000:13 Remember: it works.");
	assert_vtt("WEBVTT\n\n00:01.000 --> 00:02.000\nThe plan:\n\n00:02.000 --> "
		   "00:03.000\n"
		   "Price: nine.\n\n00:04.000 --> 00:05.000\nAnd more.\n",
		"speech 1000:4-2000:7 The plan: Price: nine.\nspeech 4000:10-4000:10 And "
		"more.");
}

TEST(dashes_and_arrows_change_the_speaker)
{
	assert_srt("1\n00:00:01,000 --> 00:00:02,000\n- Yes\n- no\n\n2\n00:00:02,000 --> "
		   "00:00:03,000\n"
		   "- a single dash\n\n3\n00:00:03,000 --> 00:00:04,000\n>> maybe\n",
		"speech 1000:3-1000:3 Yes\nspeech 1000:4-2000:8 no - a single dash\n"
		"speech 3000:12-3000:12 maybe");
}

TEST(captions_that_scroll_are_counted_once)
{
	assert_vtt(
		"WEBVTT\n\n00:01.000 --> 00:02.000\none two<00:01.500><c> three</c>\n\n"
		"00:02.000 --> 00:02.010\none two three\n\n"
		"00:02.010 --> 00:04.000\none two three\nfour<c> five</c>\n\n"
		"00:04.000 --> 00:04.010\nfour five\n\n"
		"00:04.010 --> 00:06.000\nfour five\nsix\n",
		"speech 1000:4-4010:18 one two three four five six");
}

TEST(subrip_needs_no_empty_lines)
{
	assert_srt("1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>one</i>\r\n2\r\n"
		   "00:00:02,000 --> 00:00:03,000\r\n2024\r\n3\r\n00:00:03,5 --> "
		   "00:00:04\r\nthree.\r\n",
		"speech 1000:3-3500:9 one 2024 three.");
}

TEST(times_that_are_none_are_passed_over)
{
	assert_vtt("WEBVTT\n\n99:99:99.000 --> 1\nbad\n\n00:60.000 --> 00:61.000\nbad\n\n"
		   "999:59:59.999 --> 00:00.000\nlate\n",
		"speech 3599999999:10-3599999999:10 late");
	assert_vtt("words\n",
		"refused: has no line such as '00:00:01.000 --> 00:00:04.000'; "
		"captions have one above each cue");
	assert_vtt("WEBVTT\n", "");
	assert_srt("\n\n", "");
}

MAIN(RUN(voices_speak_in_whole_sentences_with_the_time_of_each_word),
	RUN(a_long_pause_ends_a_sentence), RUN(notes_and_headers_stand_beside_the_text),
	RUN(tags_and_entities_are_read),
	RUN(names_in_front_of_colons_are_speakers_when_they_return),
	RUN(dashes_and_arrows_change_the_speaker),
	RUN(captions_that_scroll_are_counted_once), RUN(subrip_needs_no_empty_lines),
	RUN(times_that_are_none_are_passed_over))

// JSON as a document, and Slack's export of a day.
#include "test.h"

#include <string.h>

#include "docs.h"
#include "read/json_scan.h"

static struct arena arena;

static void assert_doc(const char *json, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.json", str_of(json), false), want);
}

TEST(texts_are_blocks_at_their_line_and_column)
{
	assert_doc("{\"id\": \"D-1\",\n  \"note\": \"We need it.\", \"n\": 5,\n"
		   "  \"list\": [\"a b\", null, \"\"]}",
		"meta 1:9-1:11 D-1\ntext 2:12-2:22 We need it.\ntext 3:13-3:15 a b");
}

TEST(columns_count_characters_and_survive_escapes)
{
	assert_doc("[\"ä ö\", \"x \\u00e4 \\\"y\\\" z\"]",
		"text 1:3-1:5 ä ö\ntext 1:10-1:25 x ä \"y\" z");
	assert_doc("[\"one two\\nthree four\"]",
		"text 1:3-1:9 one two\ntext 1:12-1:21 three four");
}

TEST(strict_json_is_asked_for)
{
	static const struct {
		const char *json, *want;
	} CASES[] = {
		{ "", "is empty; expected a JSON value" },
		{ "[1,]", "line 1, column 4: expected a value" },
		{ "{\"a\" 1}", "line 1, column 6: expected a colon" },
		{ "{a: 1}", "line 1, column 2: expected a key in double quotes" },
		{ "[1 2]", "line 1, column 4: expected a comma or ]" },
		{ "[01]", "line 1, column 3: expected a number as JSON writes them" },
		{ "[1.]", "line 1, column 4: expected a number as JSON writes them" },
		{ "[-]", "line 1, column 3: expected a number as JSON writes them" },
		{ "[1e]", "line 1, column 4: expected a number as JSON writes them" },
		{ "[nul]", "line 1, column 2: expected a value" },
		{ "[\"a\nb\"]",
			"line 1, column 4: expected control characters to be escaped" },
		{ "[\"\\x\"]", "line 1, column 3: expected an escape that JSON has" },
		{ "[\"\\u12g4\"]", "line 1, column 3: expected an escape that JSON has" },
		{ "[\n\"abc", "line 2, column 5: expected the end of a string, but the "
			      "file ends" },
		{ "[}", "line 1, column 2: expected a comma or ]" },
		{ "]", "line 1, column 1: expected a value" },
		{ "[1] x", "line 1, column 5: expected a value" },
		{ "// no\n1", "line 1, column 1: expected a value" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct str want = arena_fmt(&arena, "refused: %s", CASES[i].want);
		assert_doc(CASES[i].json, want.at);
	}
}

TEST(nesting_ends_at_64)
{
	struct buf text = { 0 };
	buf_repeat(&text, S("["), 64);
	buf_repeat(&text, S("]"), 64);
	assert_string_equal(docs_text(&arena, "x.json", buf_str(&text), false), "");
	buf_clear(&text);
	buf_repeat(&text, S("["), 65);
	assert_string_equal(docs_text(&arena, "x.json", buf_str(&text), false),
		"refused: line 1: is nested more than 64 deep");
	buf_done(&text);
}

TEST(surrogates_are_paired)
{
	struct scratch s = { .arena = &arena };
	assert_true(str_eq(json_text(&s, S("\\ud83d\\ude00"), true), S("😀")));
	assert_true(str_eq(json_text(&s, S("\\ud83d\\u0041"), true), S("\xef\xbf\xbd"
								       "A")));
	assert_true(str_eq(json_text(&s, S("\\ude00"), true), S("\xef\xbf\xbd")));
	assert_true(str_eq(json_text(&s, S("\\ud83d"), true), S("\xef\xbf\xbd")));
}

TEST(long_lines_take_linear_time)
{
	struct buf text = { 0 };
	buf_add(&text, S("["));
	for (size_t i = 0; i < 300000; i++)
		buf_add(&text, S("\"some words here\","));
	buf_add(&text, S("1]"));
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	assert_true(doc_read(S("x.json"), buf_str(&text), NULL, &doc, &err));
	assert_int_equal(doc.block_count, 300000);
	struct place last = doc_place(&doc, doc.blocks[299999].span.from);
	assert_int_equal(last.minor, 299999 * 18 + 3);
	buf_done(&text);
}

static const char SLACK[] =
	"[\n"
	" {\"type\": \"message\", \"subtype\": \"channel_join\", \"user\": \"U1\", "
	"\"ts\":"
	" \"1733050000.000100\", \"text\": \"<@U1> has joined\"},\n"
	" {\"type\": \"message\", \"user\": \"U1\", \"text\": \"ask <@U2> in <#C3|sales> "
	"&amp; see <https:\\/\\/x.example\\/a|the page>\", \"ts\": "
	"\"1733050010.000200\"},\n"
	" {\"text\": \"beep\", \"type\": \"message\", \"subtype\": \"bot_message\", "
	"\"ts\": "
	"\"1733050020.1\", \"bot_id\": \"B1\"},\n"
	" {\"type\": \"message\", \"subtype\": \"file_comment\", \"ts\": "
	"\"1733050030.1\", "
	"\"comment\": {\"id\": \"Fc1\", \"user\": \"U9\", \"x\": {\"user\": \"U0\"}}, "
	"\"text\": \"1 < 2 && <!here> old\\nnew\"},\n"
	" {\"type\": \"message\", \"subtype\": \"tombstone\", \"user\": \"USLACKBOT\", "
	"\"text\": \"This message was deleted.\", \"ts\": \"1733050040.1\"},\n"
	" {\"type\": \"message\", \"user\": \"U2\", \"text\": \"\", \"ts\": "
	"\"1733050050.1\", \"reactions\": [{\"name\": \"eyes\", \"users\": [\"U1\"]}]}\n"
	"]\n";

TEST(a_day_of_slack_is_speech)
{
	assert_doc(SLACK, "speech(U1) 3:45-3:111 ask @U2 in #sales & see the page\n"
			  "speech(U9) 5:141-5:160 1 < 2 && @here old\n"
			  "speech(U9) 5:163-5:165 new\n"
			  "date=2024-12-01");
}

TEST(other_lists_of_objects_are_no_slack)
{
	assert_doc("[{\"type\": \"message\", \"text\": \"no time here\"}]",
		"meta 1:12-1:18 message\ntext 1:31-1:42 no time here");
}

MAIN(RUN(texts_are_blocks_at_their_line_and_column),
	RUN(columns_count_characters_and_survive_escapes), RUN(strict_json_is_asked_for),
	RUN(nesting_ends_at_64), RUN(surrogates_are_paired),
	RUN(long_lines_take_linear_time), RUN(a_day_of_slack_is_speech),
	RUN(other_lists_of_objects_are_no_slack))

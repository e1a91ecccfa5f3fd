// Lists of JSON objects as tables: API answers, exports, JSON Lines.
#include "test.h"

#include <string.h>

#include "read/read.h"

static struct arena arena;
static struct error err;

static const char *text_of(const char *path, const char *json)
{
	struct table *t = NULL;
	err = (struct error){ 0 };
	if (!table_open(str_of(path), str_of(json), 0, &arena, &t, &err))
		return arena_fmt(&arena, "refused: %s", err.text).at;
	const struct table_info *info = table_info(t);
	struct buf out = { 0 };
	struct row row;
	assert_int_equal(info->kind, TABLE_JSON);
	for (size_t i = 0; i < info->columns; i++)
		buf_fmt(&out, "[%" PRI_STR "]", ARG_STR(info->header[i]));
	while (table_next(t, &row)) {
		buf_fmt(&out, "\n%u:%u ", row.number, row.line);
		for (size_t i = 0; i < info->columns; i++)
			buf_fmt(&out, "[%" PRI_STR "]", ARG_STR(row.cells[i]));
	}
	assert_true(table_whole(t, &err));
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

static void assert_json(const char *json, const char *want)
{
	assert_string_equal(text_of("x.json", json), want);
}

TEST(an_array_of_objects_is_a_table)
{
	assert_json(
		"[{\"id\": 1, \"name\": \"Brandt\"},\n {\"id\": 2.5e1, \"won\": true}]",
		"[id][name][won]\n2:1 [1][Brandt][]\n3:2 [2.5e1][][true]");
}

TEST(nothing_and_null_are_empty_cells)
{
	assert_json("[{\"a\": null, \"b\": \"\", \"c\": false, \"d\": 0}]",
		"[a][b][c][d]\n2:1 [][][false][0]");
}

TEST(json_lines_are_a_table)
{
	assert_string_equal(text_of("x.jsonl", "{\"a\":1}\n{\"b\":2}\n"),
		"[a][b]\n2:1 [1][]\n3:2 [][2]");
	assert_string_equal(
		text_of("x.jsonl", "{\"a\":[{\"b\":1}]}\n"), "[a]\n2:1 [[{\"b\":1}]]");
	assert_json("{\"a\":1}\n\n{\"a\":2}", "[a]\n2:1 [1]\n3:3 [2]");
}

TEST(a_salesforce_answer_is_a_table)
{
	assert_json(
		"{\"totalSize\": 1, \"done\": true, \"records\": [\n{\"attributes\": "
		"{\"type\": \"Opportunity\", \"url\": \"/x\"}, \"Id\": \"006\", "
		"\"Account\":"
		" {\"attributes\": {\"type\": \"Account\", \"url\": \"/y\"}, \"Name\": "
		"\"Kestrel\"}}]}",
		"[Id][Account.Name]\n2:2 [006][Kestrel]");
}

TEST(a_hubspot_answer_is_a_table)
{
	assert_json(
		"{\"results\": [{\"id\": \"7\", \"properties\": {\"amount\": \"100\", "
		"\"dealname\": \"Brandt\"}, \"archived\": false}], \"paging\": {}}",
		"[id][amount][dealname][archived]\n2:1 [7][100][Brandt][false]");
}

TEST(lists_are_joined_and_deeper_things_stay_json)
{
	assert_json("[{\"tags\": [\"a\\u00e4\", 2, true], \"none\": [], \"rows\": "
		    "[{\"x\": 1}, 2]}]",
		"[tags][none][rows]\n2:1 [aä; 2; true][][[{\"x\": 1}, 2]]");
	assert_json("[{\"a\": {\"b\": {\"c\": {\"d\": {\"e\": 1}}}}}]",
		"[a.b.c.d]\n2:1 [{\"e\": 1}]");
}

TEST(escapes_are_decoded_and_keys_too)
{
	assert_json("[{\"n\\u0061me\": \"a\\n\\\"b\\\\ \\ud83d\\ude00 \\ud83d x\"}]",
		"[name]\n2:1 [a\n\"b\\ 😀 \xef\xbf\xbd x]");
}

TEST(the_first_of_two_equal_keys_counts)
{
	assert_json("[{\"a\": 1, \"a\": 2}]", "[a]\n2:1 [1]");
}

TEST(damage_is_named_with_its_place)
{
	assert_json("[{\"a\": 1},\n {\"a\": 2,}]",
		"refused: line 2, column 10: expected a key in double quotes");
	assert_json("[{\"a\": 1}\n",
		"refused: line 2, column 1: expected a comma or ], but "
		"the file ends");
	assert_json("[{\"a\": 1}, 5]",
		"refused: line 1: expected an object, as the rows before it are");
	assert_json("{\"a\": 1}", "refused: holds no list of objects to read rows from");
	assert_json("[]", "refused: holds no list of objects to read rows from");
	assert_json("", "refused: holds no list of objects to read rows from");
	assert_json("[[1]]",
		"refused: line 1: expected an object, as the rows before it are");
}

TEST(more_keys_than_a_table_can_have_are_refused)
{
	struct buf text = { 0 };
	buf_add(&text, S("[{\"k\":0"));
	for (unsigned i = 0; i < 5000; i++)
		buf_fmt(&text, ",\"k%u\":0", i);
	buf_add(&text, S("}]"));
	const char *got = text_of("x.json", arena_str(&arena, buf_str(&text)).at);
	assert_string_equal(
		got, "refused: line 1: the rows have more than 4096 different keys");
	assert_int_equal(err.code, ERROR_LIMIT);
	buf_done(&text);
}

MAIN(RUN(an_array_of_objects_is_a_table), RUN(nothing_and_null_are_empty_cells),
	RUN(json_lines_are_a_table), RUN(a_salesforce_answer_is_a_table),
	RUN(a_hubspot_answer_is_a_table),
	RUN(lists_are_joined_and_deeper_things_stay_json),
	RUN(escapes_are_decoded_and_keys_too), RUN(the_first_of_two_equal_keys_counts),
	RUN(damage_is_named_with_its_place),
	RUN(more_keys_than_a_table_can_have_are_refused))

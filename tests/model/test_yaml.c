// YAML as a tree with places, and what is refused.
#include "test.h"

#include <string.h>
#include <time.h>

#include "model/yaml.h"

static struct arena arena;
static struct error err;

static bool reads(struct str bytes, uint32_t first_line, struct yaml **root)
{
	struct yaml_text in = { S("candor.yaml"), bytes, first_line };
	err = (struct error){ 0 };
	return yaml_read(&in, &arena, root, &err);
}

static struct yaml *tree(struct str bytes, uint32_t first_line)
{
	static struct yaml nothing; // line 0: no test wants that
	struct yaml *root = &nothing;
	assert_true(reads(bytes, first_line, &root));
	return root;
}

static bool refused(struct str bytes)
{
	struct yaml *root = NULL;
	return !reads(bytes, 1, &root);
}

TEST(nodes_know_their_line_and_column)
{
	struct yaml *root = tree(S("# a note\n"
				   "company: Acme\n"
				   "rivals:\n"
				   "  - {id: beta, names: [\"B, Inc\", Ü, x]}\n"),
		1);
	assert_int_equal(root->kind, YAML_MAP);
	assert_int_equal(root->count, 2);
	const struct yaml *company = yaml_find(root, S("company"));
	assert_int_equal(company->line, 2);
	assert_int_equal(company->column, 10);
	assert_int_equal(company->key_line, 2);
	assert_int_equal(company->key_column, 1);
	const struct yaml *names =
		yaml_find(yaml_find(root, S("rivals"))->first, S("names"));
	assert_int_equal(names->kind, YAML_LIST);
	assert_int_equal(names->count, 3);
	assert_true(str_eq(names->first->text, S("B, Inc")));
	assert_true(names->first->quoted);
	assert_int_equal(names->first->line, 4);
	// Columns are characters: the two bytes of U-umlaut are one.
	assert_int_equal(names->first->next->next->column, 37);
	assert_true(str_eq(yaml_find_text(root, S("company")), S("Acme")));
	assert_null(yaml_find(root, S("no")));
	assert_null(yaml_find(names, S("no")));
}

TEST(nothing_is_null_and_words_stay_words)
{
	struct yaml *root =
		tree(S("a:\nb: ~\nc: null\nd: \"null\"\ne: None\nf: 02-01\n"), 1);
	assert_int_equal(yaml_find(root, S("a"))->kind, YAML_NULL);
	assert_int_equal(yaml_find(root, S("b"))->kind, YAML_NULL);
	assert_int_equal(yaml_find(root, S("c"))->kind, YAML_NULL);
	assert_int_equal(yaml_find(root, S("d"))->kind, YAML_TEXT);
	assert_true(str_eq(yaml_find_text(root, S("e")), S("None")));
	assert_true(str_eq(yaml_find_text(root, S("f")), S("02-01")));
	assert_int_equal(tree(S(""), 7)->kind, YAML_NULL);
	assert_int_equal(tree(S("# only a note\n"), 7)->line, 7);
}

TEST(front_matter_counts_lines_of_its_file)
{
	struct yaml *root = tree(S("version: 4\nowner: ines\n"), 2);
	assert_int_equal(yaml_find(root, S("owner"))->line, 3);
	struct yaml *none = NULL;
	assert_false(reads(S("version: 4\nversion: 5\n"), 2, &none));
	assert_string_equal(err.text,
		"candor.yaml:3:1: this key stands here twice; keep one: version");
}

TEST(what_is_refused_says_where_and_why)
{
	static const struct {
		const char *text, *want;
	} CASES[] = {
		{ "a: &x 1\nb: *x\n", "candor.yaml:2:4: aliases are not read; write the "
				      "value out instead of *x" },
		{ "{[a]: b}\n", "candor.yaml:1:2: a key must be a word" },
		{ "a: 1\n---\nb: 2\n", "candor.yaml:2:1: a second document begins" },
		{ "m: no: yes\n", "candor.yaml:1:6: a second ': ' on one line" },
		{ "a: [1, 2\nb: 3\n", "candor.yaml:2:2: the list that begins with [" },
		{ "a:\n\tb: 1\n", "candor.yaml:2:1: a value cannot begin with this" },
		{ "a: \"x\n", "candor.yaml:2:1: the file ends inside a quoted text" },
		{ "a: 1\n b: 2\n", "candor.yaml:2:3: a second ': '" },
		{ "a: \x01\n", "candor.yaml:1:1: control characters are not allowed" },
		{ "%A\n%A\n%A\n%A\n%A\n%A\n%A\n%A\n%A\n",
			"candor.yaml: more than 8 lines" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		assert_true(refused(str_of(CASES[i].text)));
		if (strncmp(err.text, CASES[i].want, strlen(CASES[i].want)) != 0)
			assert_string_equal(err.text, CASES[i].want);
	}
}

TEST(keys_are_compared_in_small_and_large_maps)
{
	struct buf b = { 0 };
	for (int i = 0; i < 30; i++)
		buf_fmt(&b, "k%d: %d\n", i, i);
	assert_int_equal(tree(buf_str(&b), 1)->count, 30);
	for (int i = 0; i < 30; i++) {
		size_t len = b.len;
		buf_fmt(&b, "k%d: again\n", i);
		assert_true(refused(buf_str(&b)));
		assert_non_null(strstr(err.text, "candor.yaml:31:1: this key"));
		b.len = len;
	}
	buf_done(&b);
}

// One megabyte of each of these once took seconds in one YAML library or the other.
TEST(hostile_megabytes_end_soon)
{
	static const char *const UNITS[] = { "[", "{", "[{", "- ", "? ", "a: ", "&a ",
		"!", "a,", "[\"a\": ", "#\n", "\t", "---\n", "\n x",
		"%TAG !a! tag:x,2000:\n", "{a: 1},", "- - -\n", "'", "\"\\n", "|\n" };
	enum { MEGABYTE = 1 << 20 };
	for (size_t i = 0; i < COUNT(UNITS); i++) {
		struct buf b = { 0 };
		struct arena own = { 0 };
		struct yaml *root = NULL;
		while (b.len + strlen(UNITS[i]) <= MEGABYTE)
			buf_add(&b, str_of(UNITS[i]));
		clock_t start = clock();
		struct yaml_text in = { S("candor.yaml"), buf_str(&b), 1 };
		(void)yaml_read(&in, &own, &root, &err); // either answer will do
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (seconds > 1)
			print_message("%s: %.2f s\n", UNITS[i], seconds);
		assert_true(
			seconds < 5); // measured: under 0.1 s; the rest is for sanitizers
		assert_true(own.used < 200u << 20);
		arena_free(&own);
		buf_done(&b);
	}
}

TEST(limits_hold)
{
	struct buf b = { 0 };
	buf_repeat(&b, S("["), YAML_DEPTH_MAX);
	buf_repeat(&b, S("]"), YAML_DEPTH_MAX);
	assert_false(refused(buf_str(&b)));
	buf_clear(&b);
	buf_repeat(&b, S("["), YAML_DEPTH_MAX + 1);
	buf_repeat(&b, S("]"), YAML_DEPTH_MAX + 1);
	assert_true(refused(buf_str(&b)));
	assert_string_equal(err.text,
		"candor.yaml:1:33: nested more than 32 deep; nothing here needs that");
	assert_int_equal(err.code, ERROR_LIMIT);
	buf_clear(&b);
	buf_repeat(&b, S("- a\n"), YAML_NODES_MAX);
	assert_true(refused(buf_str(&b))); // the list itself is one more
	assert_int_equal(err.code, ERROR_LIMIT);
	buf_clear(&b);
	for (int i = 0; i <= YAML_KEYS_MAX; i++)
		buf_fmt(&b, "k%d: 1\n", i);
	assert_true(refused(buf_str(&b)));
	assert_non_null(strstr(err.text, "more than 20000 keys"));
	buf_clear(&b);
	buf_repeat(&b, S("#"), YAML_BYTES_MAX + 1);
	assert_true(refused(buf_str(&b)));
	assert_non_null(strstr(err.text, "larger than 1 MB"));
	buf_done(&b);
}

MAIN(RUN(nodes_know_their_line_and_column), RUN(nothing_is_null_and_words_stay_words),
	RUN(front_matter_counts_lines_of_its_file),
	RUN(what_is_refused_says_where_and_why),
	RUN(keys_are_compared_in_small_and_large_maps), RUN(hostile_megabytes_end_soon),
	RUN(limits_hold))

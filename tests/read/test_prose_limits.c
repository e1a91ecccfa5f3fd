/*
 * Hostile shapes, repeated until they fill half a megabyte: reading stays linear.  A
 * shape that took quadratic time would need minutes; two seconds of processor time are
 * allowed, ten under a sanitizer.
 */
#include "test.h"

#include <string.h>
#include <time.h>

#include "read/markdown.h"
#include "read/prose.h"
#include "read/read.h"

#if defined(__SANITIZE_ADDRESS__)
#define SLOW 5
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLOW 5
#endif
#endif
#ifndef SLOW
#define SLOW 1
#endif

enum { SIZE = 512 * 1024, SECONDS_MAX = 2 * SLOW };

struct shape {
	const char *head, *part, *tail;
};

static double cpu_seconds(void)
{
	struct timespec now;
	assert_int_equal(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now), 0);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Reads it; whether it was taken or refused, in time and with bounded memory.
static bool read_in_time(const char *path, struct str bytes, const char *shape)
{
	struct arena a = { 0 };
	struct doc doc = { .arena = &a };
	struct error err = { 0 };
	double start = cpu_seconds();
	bool taken = doc_read(str_of(path), bytes, NULL, &doc, &err);
	double spent = cpu_seconds() - start;
	if (spent > SECONDS_MAX)
		print_message("%s of '%s': %.1f s\n", path, shape, spent);
	assert_true(spent <= SECONDS_MAX);
	assert_true(taken || err.text[0]);
	if (a.used > (64u << 20) + 200 * bytes.len)
		print_message("%s of '%s': %zu MB\n", path, shape, a.used >> 20);
	assert_true(a.used <= (64u << 20) + 200 * bytes.len);
	arena_free(&a);
	return taken;
}

static void read_shapes(const char *path, const struct shape *shapes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buf bytes = { 0 };
		struct str part = str_of(shapes[i].part);
		buf_add(&bytes, str_of(shapes[i].head));
		buf_repeat(&bytes, part, SIZE / part.len);
		buf_add(&bytes, str_of(shapes[i].tail));
		(void)read_in_time(
			path, buf_str(&bytes), shapes[i].part); // either is fine
		buf_done(&bytes);
	}
}

TEST(pages_are_read_in_linear_time)
{
	static const struct shape SHAPES[] = {
		{ "", "<div>", "x" },
		{ "", "<div>x", "" },
		{ "", "</div>", "" },
		{ "<table><td>", "</div>", "" },
		{ "", "<b><p>", "x" },
		{ "<p>", "<b>", "x" },
		{ "", "<p>x<b>", "" },
		{ "", "<a href=#>x", "" },
		{ "", "<a ", "" },
		{ "", "<a b='", "" },
		{ "", "<a b=\"'", "" },
		{ "<p ", "class=btn ", ">x" },
		{ "<p class='", "btn cookie cta ", "'>x" },
		{ "<p style='", "display:x;", "'>x" },
		{ "", "<", "" },
		{ "", "&", "" },
		{ "", "&am", "" },
		{ "", "&#x", "" },
		{ "&#", "9", "" },
		{ "", "<!--", "" },
		{ "", "<!-", "" },
		{ "<!--", "--x", "" },
		{ "", "<header><h2>x</h2>", "" },
		{ "", "<header>x", "" },
		{ "", "<div class=menu>x", "" },
		{ "", "<ul><li><a href=x>y</a>", "" },
		{ "", "<ul><li>x</ul>", "" },
		{ "", "<table><tr><td>x", "" },
		{ "", "<h1>x<p>", "" },
		{ "<h1><i><i><i><i>", "<p></p>", "" },
		{ "", "<span hidden>x", "" },
		{ "", "<img alt=x>", "" },
		{ "<p>", "<img alt='a b'>x ", "" },
		{ "", "<svg>", "<p>x" },
		{ "", "<svg><p>x", "" },
		{ "", "<script>", "" },
		{ "", "<title>x</title>", "" },
		{ "", "<meta name=description content=x>", "" },
		{ "", "<select><option>x", "" },
		{ "<pre>", "\n", "x" },
		{ "<pre>", "\n x", "" },
		{ "", "<br>", "x" },
		{ "", "x<br>", "" },
		{ "", "<x-y>x", "" },
		{ "", "<blockquote>x", "" },
		{ "", "x ", "" },
		{ "", "\xc3\xa4", "" },
		{ "",
			"\xc2\xad"
			"x",
			"" },
	};
	read_shapes("x.html", SHAPES, COUNT(SHAPES));
}

TEST(markdown_is_read_in_linear_time_or_refused)
{
	static const struct shape SHAPES[] = {
		{ "", ">", "a" },
		{ "", "[", "a" },
		{ "", "*a", "" },
		{ "", "*a **a ", "" },
		{ "", "a**b", "c* " },
		{ "", "_a ", "" },
		{ "", "![", "" },
		{ "", "](", "" },
		{ "", "[a](", "" },
		{ "", "`a``b", "" },
		{ "", "- ", "a" },
		{ "", "1. ", "a" },
		{ "", "> - ", "a" },
		{ "", "a\n", "" },
		{ "", "[a]\n", "" },
		{ "", "[x] \n", "" },
		{ "[a]: b\n\n", "[a]\n", "" },
		{ "", "[^a", "" },
		{ "", "[^a]", "" },
		{ "", "<a ", "" },
		{ "", "<!--", "" },
		{ "", "<?", "" },
		{ "", "<![CDATA[", "" },
		{ "", "<b>", "" },
		{ "", "x <b>\n", "" },
		{ "", "&amp", "" },
		{ "", "\\", "" },
		{ "", "~~a", "" },
		{ "", "|", "\n|-|\n" },
		{ "", "# ", "" },
		{ "", "#\n", "" },
		{ "", "    a\n", "" },
		{ "", "```\n", "" },
		{ "", "<div>\n\n", "" },
		{ "", "<p>x\n\n", "" },
		{ "", "http://a.", "" },
		{ "", "_www.", "" },
		{ "---\n", "a: b\n", "" },
		{ "", "- a\n\n", "" },
		{ "", "\n", "" },
		{ "", "[a]: b\n", "[a]" },
		{ "", "a\\\n", "" },
		{ "", "![a](b) ", "" },
		{ "- [", "a](b)\n- [", "" },
		{ "", "#[a]\n", "" },
		{ "", "# [a]\n", "" },
		{ "", "    - [a]\n", "" },
		{ "x\n", "-[a]\n", "" },
	};
	read_shapes("x.md", SHAPES, COUNT(SHAPES));
}

TEST(mdx_is_read_in_linear_time)
{
	static const struct shape SHAPES[] = {
		{ "", "{", "" },
		{ "", "{a} ", "" },
		{ "", "{`", "" },
		{ "", "{'\n", "" },
		{ "", "<A ", "" },
		{ "", "<A b='", "" },
		{ "", "<A b={", "" },
		{ "", "<a b={c}>", "" },
		{ "", "`a``b", "" },
		{ "", "export const a = {\n", "" },
		{ "", "import a\n\n", "" },
		{ "", "<>", "" },
		{ "", "{/*", "" },
		{ "", "```\n", "" },
	};
	read_shapes("x.mdx", SHAPES, COUNT(SHAPES));
}

TEST(captions_are_read_in_linear_time)
{
	static const struct shape SHAPES[] = {
		{ "WEBVTT\n\n", "00:01.000 --> 00:02.000\nx\n\n", "" },
		{ "WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v a>x", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n", "1 < 2 {", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n", "- x\n", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n", "Aa: x\n", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n", "1\n", "" },
		{ "WEBVTT\n\n00:01.000 --> 00:02.000\n<v ", "x", ">y" },
		{ "WEBVTT\n", "a: b\n", "" },
		{ "WEBVTT\n\n", "NOTE x\n\n", "" },
		{ "WEBVTT\n\n", "NOTE\n", "" },
		{ "WEBVTT\n\n", "STYLE\n", "" },
		{ "WEBVTT\n\n", "id\n", "" },
		{ "WEBVTT\n\n", "\n", "" },
	};
	read_shapes("x.vtt", SHAPES, COUNT(SHAPES));
	read_shapes("x.srt", SHAPES, COUNT(SHAPES));
}

TEST(transcripts_are_read_in_linear_time)
{
	static const struct shape SHAPES[] = {
		{ "A B: c?\nA B: d.\n", "A B: e.\n", "" },
		{ "[0:01] A B: c?\n", "[0:02] A B: x\n", "" },
		{ "[0:01] A B: c?\n[0:02] A B: c?\n[0:03] A B: c?\n", "x: ", "" },
		{ "[0:01] A B: c?\n[0:02] A B: c?\n[0:03] A B: c?\n", "x  y: z  ", "" },
		{ "", "a: b  ", "\n[0:01] A B: c?\n[0:02] A B: c?\n[0:03] A B: c?\n" },
		{ "[0:01] A B: c?\n[0:02] A B: c?\n[0:03] A B: c?\n", "A B C D E F G ",
			"" },
	};
	read_shapes("x.txt", SHAPES, COUNT(SHAPES));
}

TEST(names_that_never_return_do_not_slow_a_transcript)
{
	struct buf bytes = { 0 };
	buf_add(&bytes, S("[0:01] A B: c?\n[0:02] A B: c?\n[0:03] A B: c?\n"));
	for (unsigned i = 0; bytes.len < SIZE; i++)
		buf_fmt(&bytes, "Name %u: x\n", i);
	assert_true(read_in_time("x.txt", buf_str(&bytes), "names"));
	buf_done(&bytes);
}

// Output grows with rows times columns, or with uses times length: md4c 0.4.8 allows
// both.
TEST(markdown_that_explodes_is_refused)
{
	struct buf bytes = { 0 };
	buf_repeat(&bytes, S("|a"), 20000);
	buf_byte(&bytes, '\n');
	buf_repeat(&bytes, S("|---"), 20000);
	buf_byte(&bytes, '\n');
	buf_repeat(&bytes, S("|b\n"), 50000);
	assert_false(read_in_time("x.md", buf_str(&bytes), "table"));
	buf_clear(&bytes);
	buf_add(&bytes, S("[a]: <"));
	buf_repeat(&bytes, S("x&amp;"), 40000);
	buf_add(&bytes, S(">\n\n"));
	buf_repeat(&bytes, S("[a] "), 60000);
	assert_false(read_in_time("x.md", buf_str(&bytes), "address"));
	buf_clear(&bytes);
	buf_repeat(&bytes, S("[a] b\n"), 100000);
	assert_false(read_in_time("x.md", buf_str(&bytes), "lines"));
	buf_done(&bytes);
}

TEST(what_is_too_large_is_refused_with_its_limit)
{
	struct arena a = { 0 };
	struct doc doc = { .arena = &a };
	struct error err = { 0 };
	size_t len = (size_t)PROSE_SOURCE_MAX + 1;
	char *bytes = heap_resize(NULL, len);
	memset(bytes, 'x', len);
	assert_false(doc_read(S("x.html"), (struct str){ bytes, len }, NULL, &doc, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	assert_non_null(strstr(err.text, "64 MB"));
	err = (struct error){ 0 };
	assert_false(doc_read(S("x.md"), (struct str){ bytes, (size_t)MARKDOWN_MAX + 1 },
		NULL, &doc, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	assert_non_null(strstr(err.text, "16 MB"));
	heap_free(bytes);
	arena_free(&a);
}

MAIN(RUN(pages_are_read_in_linear_time), RUN(markdown_is_read_in_linear_time_or_refused),
	RUN(mdx_is_read_in_linear_time), RUN(captions_are_read_in_linear_time),
	RUN(transcripts_are_read_in_linear_time),
	RUN(names_that_never_return_do_not_slow_a_transcript),
	RUN(markdown_that_explodes_is_refused),
	RUN(what_is_too_large_is_refused_with_its_limit))

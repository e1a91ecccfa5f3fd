#include "tests/test.h"

#include "report/report.h"
#include "tests/report/hostile.h"

#include <stdlib.h>
#include <string.h>

static const struct brief_options ALL = { 0 };

static void make(struct world *w, struct brief *b)
{
	struct findings all;
	audits_run(&w->facts, &all);
	brief_make(&w->facts, &all, &ALL, b);
}

// Compares with tests/report/golden/<name>; BLESS=1 writes it instead.
static void golden(const char *name, struct buf *got)
{
	struct arena a = { 0 };
	struct file file = { 0 };
	struct error err = { 0 };
	const char *path = arena_fmt(&a, "tests/report/golden/%s", name).at;
	if (getenv("BLESS"))
		assert_true(file_write(path, buf_str(got), &err));
	if (!file_open(path, 1 << 20, &file, &err))
		fail_msg("%s", err.text);
	if (!str_eq(file.bytes, buf_str(got)))
		fail_msg("%s differs; BLESS=1 writes the new one:\n%.*s", path,
			(int)got->len, got->at);
	file_close(&file);
	buf_done(got);
	arena_free(&a);
}

static void text(const char *name, struct look look)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	world_tallyworks(&w);
	make(&w, &b);
	brief_text(&b, &look, &out);
	golden(name, &out);
	world_close(&w);
}

TEST(text_at_96_columns)
{
	text("brief-96.txt", (struct look){ .width = 96, .utf8 = true });
}

TEST(text_at_60_columns)
{
	text("brief-60.txt", (struct look){ .width = 60, .utf8 = true });
}

TEST(text_in_ascii)
{
	text("brief-ascii.txt", (struct look){ .width = 80 });
}

TEST(text_in_colour_with_links)
{
	text("brief-colour.txt", (struct look){ .width = 96,
					 .utf8 = true,
					 .colour = true,
					 .links = true,
					 .root = S("/home/ines/tally works") });
}

static void empty_world(struct world *w, struct brief *b)
{
	world_open(w, "", "2026-03-01");
	world_finish(w);
	make(w, b);
}

TEST(text_of_an_empty_folder)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	empty_world(&w, &b);
	brief_text(&b, &(struct look){ .width = 80, .utf8 = true }, &out);
	golden("brief-empty.txt", &out);
	world_close(&w);
}

TEST(json_of_tallyworks)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	world_tallyworks(&w);
	make(&w, &b);
	brief_json(&b, &out);
	golden("brief.json", &out);
	world_close(&w);
}

TEST(json_of_an_empty_folder)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	empty_world(&w, &b);
	brief_json(&b, &out);
	golden("brief-empty.json", &out);
	world_close(&w);
}

static void hostile(struct world *w, struct brief *b)
{
	world_hostile(w);
	make(w, b);
	assert_true(b->truths.count >= 3);
}

static bool has(const struct buf *out, const char *words)
{
	return str_find(buf_str(out), str_of(words), 0) != STR_NONE;
}

TEST(hostile_words_stay_words_in_the_terminal)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	hostile(&w, &b);
	brief_text(&b, &(struct look){ .width = 60, .utf8 = true }, &out);
	assert_true(out.len < 256 * 1024);
	for (size_t i = 0; i < out.len; i++)
		assert_true((unsigned char)out.at[i] >= ' ' || out.at[i] == '\n');
	assert_false(has(&out, "\xe2\x80\xae"));
	assert_true(has(&out, "<U+202E>"));
	assert_true(utf8_valid(buf_str(&out)));
	buf_done(&out);
	world_close(&w);
}

TEST(hostile_words_stay_words_in_json)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	hostile(&w, &b);
	brief_json(&b, &out);
	assert_true(out.len < 256 * 1024);
	assert_false(has(&out, "<"));
	assert_false(has(&out, "\033"));
	assert_true(has(&out, "\\u003cscript"));
	buf_done(&out);
	world_close(&w);
}

TEST(hostile_words_stay_words_in_the_page)
{
	struct world w;
	struct brief b;
	struct buf out = { 0 };
	hostile(&w, &b);
	brief_html(&b, &out);
	assert_true(out.len < 300 * 1024);
	assert_false(has(&out, "<script>window"));
	assert_false(has(&out, "<img"));
	assert_false(has(&out, "<a href=\"http"));
	assert_true(has(&out, "&lt;img src=x onerror=&quot;"));
	buf_done(&out);
	world_close(&w);
}

MAIN(RUN(hostile_words_stay_words_in_the_terminal), RUN(hostile_words_stay_words_in_json),
	RUN(hostile_words_stay_words_in_the_page), RUN(text_at_96_columns),
	RUN(text_at_60_columns), RUN(text_in_ascii), RUN(text_in_colour_with_links),
	RUN(text_of_an_empty_folder), RUN(json_of_tallyworks),
	RUN(json_of_an_empty_folder))

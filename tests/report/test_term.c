#include "tests/test.h"

#include "report/term.h"

#include <string.h>

struct page {
	struct buf out;
	struct arena arena;
	struct term term;
};

static void page_open(struct page *p, const struct look *look)
{
	*p = (struct page){ 0 };
	term_init(&p->term, &p->out, &p->arena, look);
}

static void page_close(struct page *p, const char *want)
{
	term_end(&p->term);
	buf_byte(&p->out, '\0');
	assert_string_equal(p->out.at, want);
	buf_done(&p->out);
	arena_free(&p->arena);
}

static const struct look NARROW = { .width = 40, .utf8 = true };

TEST(words_break_before_the_limit_and_hang)
{
	struct page p;
	page_open(&p, &NARROW);
	term_labelled(&p.term, 2, "Do next", INK_STRONG, 12, INK_PLAIN,
		S("Prove the four claims or drop them from the home page"));
	page_close(&p, "  Do next   Prove the four claims or\n"
		       "            drop them from the home page\n");
}

TEST(a_word_longer_than_the_line_is_cut)
{
	struct page p;
	page_open(&p, &NARROW);
	term_to(&p.term, 30);
	term_wrap(&p.term, INK_PLAIN, 30, S("abcdefghijklmnopqrstuvwxyz"));
	page_close(&p, "                              abcdefghij\n"
		       "                              klmnopqrst\n"
		       "                              uvwxyz\n");
}

TEST(a_figure_stands_at_the_right_of_the_first_line)
{
	struct page p;
	page_open(&p, &NARROW);
	term_put(&p.term, INK_SERIOUS, S("▲ "));
	term_with_figure(&p.term, INK_STRONG, 2,
		S("Four of nine claims stand with a competitor's name."), INK_STRONG,
		S("4 of 9"));
	page_close(&p, "▲ Four of nine claims stand with  4 of 9\n"
		       "  a competitor's name.\n");
}

TEST(wide_and_combining_characters_count_their_columns)
{
	struct page p;
	page_open(&p, &NARROW);
	term_right(&p.term, INK_PLAIN, 10, S("日本"));
	term_right(&p.term, INK_PLAIN, 10, S("e\xcc\x81t\xc3\xa9"));
	page_close(&p, "      日本       e\xcc\x81té\n");
}

TEST(escapes_and_overrides_never_reach_the_terminal)
{
	struct page p;
	page_open(&p, &NARROW);
	term_put(&p.term, INK_PLAIN,
		S("a\033[31mb\a\xc2\x9b"
		  "c\xe2\x80\xae"
		  "d"));
	page_close(&p, "a[31mbc<U+202E>d\n");
}

TEST(ascii_look_writes_ascii_only)
{
	struct page p;
	page_open(&p, &(struct look){ .width = 60 });
	term_put(&p.term, INK_PLAIN, S("“Über” – 12 €… 日"));
	page_close(&p, "\"Ueber\" - 12 EUR... ?\n");
}

TEST(colour_wraps_text_and_not_indents)
{
	struct page p;
	struct look look = { .width = 40, .utf8 = true, .colour = true };
	page_open(&p, &look);
	term_labelled(&p.term, 2, "x", INK_PLAIN, 4, INK_DIM, S("y"));
	page_close(&p, "  x \033[2my\033[0m\n");
}

TEST(links_carry_escaped_paths)
{
	struct page p;
	struct look look = {
		.width = 40, .utf8 = true, .links = true, .root = S("/tmp/a b")
	};
	page_open(&p, &look);
	term_place(&p.term, INK_PLAIN, S("x\033;y.md"), S("x;y.md:3"));
	page_close(&p,
		"\033]8;;file:///tmp/a%20b/x%1B%3By.md\033\\x;y.md:3\033]8;;\033\\\n");
}

TEST(bars_show_eighths_and_the_target)
{
	struct page p;
	page_open(&p, &NARROW);
	term_bar(&p.term, INK_OURS, 10, 0.45, 0.8);
	page_close(&p, "████▌···│·\n");
	page_open(&p, &(struct look){ .width = 40 });
	term_bar(&p.term, INK_OURS, 10, 0.45, -1);
	page_close(&p, "#####.....\n");
}

TEST(intervals_show_the_range_the_value_and_the_reference)
{
	struct page p;
	const struct estimate e = { .value = 0.35, .low = 0.2, .high = 0.5, .n = 40 };
	page_open(&p, &NARROW);
	term_interval(&p.term, INK_OURS, 20, &e, 0.8);
	term_put(&p.term, INK_PLAIN, S("."));
	page_close(&p, "    ───●───     │   .\n");
}

TEST(an_interval_of_few_cases_has_no_dot_and_of_none_nothing)
{
	struct page p;
	struct estimate e = { .value = 0.5, .low = 0.1, .high = 0.9, .n = 4 };
	page_open(&p, &NARROW);
	term_interval(&p.term, INK_OURS, 10, &e, -1);
	e.n = 0;
	term_interval(&p.term, INK_OURS, 10, &e, -1);
	term_put(&p.term, INK_PLAIN, S("."));
	page_close(&p, " ─────────          .\n");
}

MAIN(RUN(words_break_before_the_limit_and_hang), RUN(a_word_longer_than_the_line_is_cut),
	RUN(a_figure_stands_at_the_right_of_the_first_line),
	RUN(wide_and_combining_characters_count_their_columns),
	RUN(escapes_and_overrides_never_reach_the_terminal),
	RUN(ascii_look_writes_ascii_only), RUN(colour_wraps_text_and_not_indents),
	RUN(links_carry_escaped_paths), RUN(bars_show_eighths_and_the_target),
	RUN(intervals_show_the_range_the_value_and_the_reference),
	RUN(an_interval_of_few_cases_has_no_dot_and_of_none_nothing))

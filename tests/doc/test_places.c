// Places of every kind are found again from an offset, and said the way people say them.
#include "test.h"

#include "doc/doc.h"

static struct arena arena;

static void assert_place(const struct doc *doc, uint32_t offset, struct place want)
{
	struct place got = doc_place(doc, offset);
	assert_int_equal(got.kind, want.kind);
	assert_int_equal(got.major, want.major);
	assert_int_equal(got.minor, want.minor);
}

static void assert_said(struct place p, const char *want)
{
	assert_string_equal(arena_cstr(&arena, place_str(&arena, p)), want);
}

TEST(a_place_in_a_paragraph_counts_characters)
{
	struct doc doc = { .arena = &arena };
	struct buf draft;
	struct error err = { 0 };
	doc_begin(&doc, &draft);
	doc_block(&doc, BLOCK_TEXT, 0, S(""));
	doc_text(&doc, S("caf\xc3\xa9 au"), (struct place){ PLACE_PARAGRAPH, 3, 2 });
	doc_text(&doc, S(" lait"), (struct place){ PLACE_PARAGRAPH, 3, 9 });
	doc_block(&doc, BLOCK_NOTE, 0, S(""));
	doc_text(&doc, S("really?"), (struct place){ PLACE_PARAGRAPH, 3, 0 });
	assert_true(doc_finish(&doc, &err));
	assert_true(str_eq(doc.text, S("caf\xc3\xa9 au lait\nreally?")));
	assert_place(&doc, 0, (struct place){ PLACE_PARAGRAPH, 3, 2 });
	assert_place(&doc, 6, (struct place){ PLACE_PARAGRAPH, 3, 7 });
	assert_place(&doc, 9, (struct place){ PLACE_PARAGRAPH, 3, 10 });
	assert_place(&doc, 17, (struct place){ PLACE_PARAGRAPH, 3, 0 });
}

TEST(places_of_other_kinds_hold_for_the_whole_stretch)
{
	struct doc doc = { .arena = &arena };
	struct buf draft;
	struct error err = { 0 };
	doc_begin(&doc, &draft);
	doc_block(&doc, BLOCK_TEXT, 0, S(""));
	doc_text(&doc, S("two words"), (struct place){ PLACE_SLIDE, 4, 2 });
	doc_text(&doc, S(" more"), (struct place){ PLACE_SLIDE, 4, 2 });
	assert_true(doc_finish(&doc, &err));
	assert_int_equal(doc.origin_count, 1);
	assert_place(&doc, 8, (struct place){ PLACE_SLIDE, 4, 2 });
}

TEST(an_endless_line_keeps_exact_places_in_short_origins)
{
	struct arena scratch = { 0 };
	struct doc doc = { .arena = &scratch };
	struct buf draft, line = { 0 };
	struct error err = { 0 };
	buf_repeat(&line,
		S("abc d\xc3\xa9"
		  "f "),
		20000);
	doc_begin(&doc, &draft);
	doc_block(&doc, BLOCK_TEXT, 0, S(""));
	doc_text(&doc, buf_str(&line), (struct place){ PLACE_LINE, 1, 5 });
	for (uint32_t i = 0; i < 100000; i++)
		doc_text(&doc, S("x "), (struct place){ PLACE_LINE, 1, 160005 + 2 * i });
	assert_true(doc_finish(&doc, &err));
	for (size_t i = 0; i < doc.origin_count; i++)
		assert_in_range(
			doc.origins[i].span.to - doc.origins[i].span.from, 1, 8192);
	assert_place(&doc, 9 * 19999, (struct place){ PLACE_LINE, 1, 5 + 8 * 19999 });
	assert_place(&doc, 9 * 20000 + 2 * 99999,
		(struct place){ PLACE_LINE, 1, 160005 + 2 * 99999 });
	buf_done(&line);
	arena_free(&scratch);
}

TEST(places_read_as_people_say_them)
{
	assert_said((struct place){ PLACE_LINE, 12, 3 }, "12:3");
	assert_said((struct place){ PLACE_SLIDE, 4, 1 }, "slide 4");
	assert_said((struct place){ PLACE_SLIDE, 4, 0 }, "slide 4 notes");
	assert_said((struct place){ PLACE_PAGE, 2, 9 }, "page 2");
	assert_said((struct place){ PLACE_TIME, 849000, 1 }, "00:14:09");
	assert_said((struct place){ PLACE_ROW, 7, 2 }, "row 7");
	assert_said((struct place){ PLACE_PARAGRAPH, 12, 5 }, "paragraph 12");
	assert_said((struct place){ PLACE_PARAGRAPH, 12, 0 }, "paragraph 12 note");
	assert_said((struct place){ PLACE_PARAGRAPH, 0, 0 }, "page header or footer");
	assert_string_equal(place_name(PLACE_PARAGRAPH), "paragraph");
	assert_string_equal(place_name(PLACE_ROW), "row");
}

MAIN(RUN(a_place_in_a_paragraph_counts_characters),
	RUN(places_of_other_kinds_hold_for_the_whole_stretch),
	RUN(an_endless_line_keeps_exact_places_in_short_origins),
	RUN(places_read_as_people_say_them))

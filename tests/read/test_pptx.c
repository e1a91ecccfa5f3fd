// Slide decks, slide by slide, and what is wrong with damaged ones.
#include "test.h"

#include "seeds.h"

static struct arena arena;

// tools/seeds_office.py says what each of these is in the file.
TEST(every_shape_has_its_kind_and_its_place)
{
	assert_string_equal(seed_text(&arena, "pptx/full.pptx"),
		"heading1 1:2-1:2 Nothing gets lost between shifts\n"
		"text 1:1-1:1 a subtitle\n"
		"chrome 1:3-1:3 Fernhollow\n"
		"heading1 2:1-2:1 Why now\n"
		"item1 2:2-2:2 from machine events\n"
		"item2 2:2-2:2 not typed\n"
		"text 2:2-2:2 no bullet here\n"
		"text 2:3-2:3 a plain box & more\n"
		"item1 2:3-2:3 a list by hand\n"
		"text 2:4-2:4 in a group\n"
		"action 2:6-2:6 Book a demo\n"
		"text 2:7-2:7 one version\n"
		"note 2:0-2:0 Say it slowly.\n"
		"note 2:0-2:0 Then wait.\n"
		"heading1 4:1-4:1 Numbers\n"
		"cell1 4:2-4:2 Plan\n"
		"cell 4:2-4:2 Team\n"
		"cell 4:2-4:2 9 EUR\n"
		"text 4:3-4:3 Hours saved\n"
		"item1 4:4-4:4 Collect\n"
		"item1 4:4-4:4 Decide\n"
		"item1 4:6-4:6 own bullets\n"
		"text 4:7-4:7 two lines\n"
		"heading1 5:1-5:1 A section\n"
		"text 5:2-5:2 no list in this layout\n"
		"title=Nothing gets lost between shifts\n"
		"hidden-slides=1\n"
		"author=Tom\n"
		"modified=2025-07-14");
}

TEST(nothing_of_layouts_hidden_slides_or_hidden_shapes_is_read)
{
	const char *text = seed_text(&arena, "pptx/full.pptx");
	static const char *const NEVER[] = { "Click", "Secret", "not to be seen", "stale",
		"axis", "arrow", "pres\n", "the other", "PowerPoint Presentation" };
	for (size_t i = 0; i < COUNT(NEVER); i++)
		assert_null(strstr(text, NEVER[i]));
}

TEST(damage_has_one_clear_reason)
{
	assert_string_equal(seed_text(&arena, "pptx/no-slide.pptx"),
		"refused: slide 4: ppt/slides/slide4.xml is missing from it; open and "
		"save "
		"the file again");
	assert_string_equal(seed_text(&arena, "pptx/broken-slide.pptx"),
		"refused: slide 4: ppt/slides/slide4.xml: is damaged: its XML breaks off "
		"or "
		"is wrong in line 2; save the file again");
	assert_string_equal(
		docs_text(&arena, "x.pptx", seed(&arena, "docx/full.docx"), false),
		"refused: word/document.xml: is not a slide deck, whatever its name "
		"says");
	assert_string_equal(seed_text(&arena, "pptx/protected.pptx"),
		"refused: is protected by a password; save a copy without one");
}

TEST(parts_that_point_at_each_other_come_to_an_end)
{
	const char *text = seed_text(&arena, "pptx/cycle.pptx");
	assert_non_null(strstr(text, "heading1 2:1-2:1 Why now\n"));
	assert_non_null(strstr(text, "heading1 5:1-5:1 A section\n"));
}

MAIN(RUN(every_shape_has_its_kind_and_its_place),
	RUN(nothing_of_layouts_hidden_slides_or_hidden_shapes_is_read),
	RUN(damage_has_one_clear_reason),
	RUN(parts_that_point_at_each_other_come_to_an_end))

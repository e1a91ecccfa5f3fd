// A table as a document.
#include "test.h"

#include "docs.h"

static struct arena arena;

TEST(cells_are_blocks_at_their_row_and_column)
{
	assert_string_equal(
		docs_text(&arena, "x.csv",
			S("id,note\n1,\" two\nlines \"\n\n2,,\n3,end\n"), false),
		"cell1 1:1-1:1 id\ncell1 1:2-1:2 note\ncell 2:1-2:1 1\n"
		"cell 2:2-2:2 two/lines\ncell 4:1-4:1 2\ncell 5:1-5:1 3\n"
		"cell 5:2-5:2 end");
}

TEST(titles_and_notices_are_no_cells)
{
	assert_string_equal(
		docs_text(&arena, "x.tsv",
			S("Report\na\tb\tc\n1\t2\t3\nTotal\t\t3\nCopyright (c)\n"),
			false),
		"cell1 2:1-2:1 a\ncell1 2:2-2:2 b\ncell1 2:3-2:3 c\n"
		"cell 3:1-3:1 1\ncell 3:2-3:2 2\ncell 3:3-3:3 3");
}

TEST(what_cannot_be_read_to_its_end_is_refused)
{
	assert_string_equal(docs_text(&arena, "x.csv", S("a,b\n1,\"2\n"), false),
		"refused: line 2: a quote opens here and is not closed; double it if it "
		"is "
		"meant as a character");
	struct buf text = { 0 };
	buf_add(&text, S("a,b\n"));
	buf_repeat(&text, S("x,y\n"), 600000);
	assert_string_equal(docs_text(&arena, "x.csv", buf_str(&text), false),
		"refused: has more than a million cells, too many to read as words; as a "
		"table it may be of any length");
	buf_done(&text);
}

MAIN(RUN(cells_are_blocks_at_their_row_and_column), RUN(titles_and_notices_are_no_cells),
	RUN(what_cannot_be_read_to_its_end_is_refused))

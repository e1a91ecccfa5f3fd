// Word documents, word by word, and what is wrong with damaged ones.
#include "test.h"

#include "seeds.h"

static struct arena arena;

// tools/seeds_office.py says what each of these is in the file.
TEST(every_paragraph_has_its_kind_and_its_place)
{
	assert_string_equal(seed_text(&arena, "docx/full.docx"),
		"title 1:1-1:20 Handover in one page\n"
		"heading1 2:1-2:14 Why it matters\n"
		"text 3:3-3:40 Nothing is r\xc3\xa9"
		"ally lost between shifts.\n"
		"item1 4:1-4:8 One page\n"
		"item2 5:1-5:19 from machine events\n"
		"item2 6:1-6:8 by style\n"
		"text 7:1-7:7 no item\n"
		"heading1 8:1-8:21 A chapter by its base\n"
		"heading3 9:1-9:16 A direct outline\n"
		"heading2 10:1-10:24 A style nobody describes\n"
		"text 12:1-12:18 Styles in a circle\n"
		"quote 13:1-13:26 It saves us an hour & more\n"
		"chrome 14:1-14:16 Why it matters 2\n"
		"action 15:1-15:11 Book a demo\n"
		"text 16:1-16:12 See the page\n"
		"text 17:1-17:22 Seen shown trimmed end\n"
		"text 18:1-18:9 Filled in\n"
		"text 19:1-20:13 First half, second half\n"
		"text 21:1-21:13 Was a heading\n"
		"text 22:1-22:7 Outside\n"
		"text 23:1-23:10 Only once.\n"
		"cell1 24:1-24:4 Plan\n"
		"cell1 25:1-25:5 Price\n"
		"cell 26:1-26:4 Team\n"
		"cell 27:1-27:7 for ten\n"
		"cell 28:1-28:5 9 EUR\n"
		"heading1 29:1-29:17 Heading in a cell\n"
		"text 30:1-30:12 Field result\n"
		"text 31:1-31:7 The end\n"
		"note 3:0-3:0 Median of six plants\n"
		"note 31:0-31:0 Last words\n"
		"note(Ines Duarte) 3:0-3:0 Can we prove it?\n"
		"chrome 0:0-0:0 Fernhollow\n"
		"chrome 0:0-0:0 Confidential\n"
		"title=Handover in one page\n"
		"author=Ines Duarte\n"
		"modified=2025-09-05");
}

TEST(the_strict_dialect_and_utf16_read_the_same)
{
	const char *want = seed_text(&arena, "docx/full.docx");
	assert_string_equal(seed_text(&arena, "docx/strict.docx"), want);
	assert_string_equal(seed_text(&arena, "docx/utf16.docx"), want);
	assert_string_equal(seed_text(&arena, "docx/nested.docx"), want);
}

TEST(a_place_counts_characters_and_not_bytes)
{
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	assert_true(
		doc_read(S("x.docx"), seed(&arena, "docx/full.docx"), NULL, &doc, &err));
	size_t at = str_find(doc.text, S("lost"), 0);
	struct place place = doc_place(&doc, (uint32_t)at);
	assert_int_equal(place.kind, PLACE_PARAGRAPH);
	assert_int_equal(place.major, 3);
	assert_int_equal(place.minor, 21); // "  Nothing is r\u00e9ally " is 20 characters
	assert_int_equal(at - doc.blocks[2].span.from, 19);
}

TEST(a_document_without_styles_and_notes_is_read)
{
	const char *text = seed_text(&arena, "docx/few-parts.docx");
	assert_non_null(strstr(text, "heading1 2:1-2:14 Why it matters\n"));
	assert_non_null(strstr(text, "text 31:1-31:7 The end"));
	assert_null(strstr(text, "note"));
}

TEST(damage_has_one_clear_reason)
{
	assert_string_equal(seed_text(&arena, "docx/broken.docx"),
		"refused: word/document.xml: is damaged: its XML breaks off or is wrong "
		"in "
		"line 2; save the file again");
	assert_string_equal(seed_text(&arena, "docx/no-main.docx"),
		"refused: word/document.xml is missing from it; open and save the file "
		"again");
	assert_string_equal(seed_text(&arena, "docx/no-rels.docx"),
		"refused: is a zip archive, but not an office file: nothing in it says "
		"which part is the document");
	assert_string_equal(seed_text(&arena, "docx/encrypted.docx"),
		"refused: is protected by a password; save a copy without one");
	assert_string_equal(
		docs_text(&arena, "x.docx", seed(&arena, "xlsx/full.xlsx"), false),
		"refused: xl/workbook.xml: is not a Word document, whatever its name "
		"says");
	assert_string_equal(seed_text(&arena, "docx/boxes.docx"),
		"refused: word/document.xml: nests text boxes more than 8 deep");
	assert_string_equal(seed_text(&arena, "docx/tables.docx"),
		"refused: word/document.xml: nests tables more than 32 deep");
}

TEST(parts_that_point_at_each_other_come_to_an_end)
{
	const char *text = seed_text(&arena, "docx/cycle.docx");
	assert_non_null(strstr(text, "text 31:1-31:7 The end"));
}

static const char *read_body(const char *body)
{
	static const char *const HEAD = "<w:document xmlns:w=\"http://schemas."
					"openxmlformats.org/wordprocessingml/2006/main\">"
					"<w:body>",
				 *const TAIL = "</w:body></w:document>";
	static const char RELS[] =
		"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
		"relationships\"><Relationship Id=\"a\" Type=\"x/officeDocument\" "
		"Target=\"d.xml\"/></Relationships>";
	const struct seed_part parts[] = {
		{ "_rels/.rels", { RELS, sizeof RELS - 1 }, true },
		{ "d.xml", arena_fmt(&arena, "%s%s%s", HEAD, body, TAIL), true },
	};
	return docs_text(&arena, "x.docx", seed_zip(&arena, parts, COUNT(parts)), false);
}

TEST(a_deleted_paragraph_mark_joins_at_the_end_too)
{
	assert_string_equal(read_body("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r>"
				      "<w:t>last</w:t></w:r></w:p>"),
		"text 1:1-1:4 last");
}

TEST(only_the_first_row_of_a_real_table_is_a_header)
{
	assert_string_equal(
		read_body(
			"<w:tbl><w:tblPr><w:tblLook "
			"w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
			"<w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>box</w:t></"
			"w:r>"
			"</w:p></w:tc></w:tr></w:tbl><w:tbl><w:tr><w:trPr><w:tblHeader/>"
			"</w:trPr><w:tc><w:p><w:r><w:t>head</w:t></w:r></w:p></w:tc></"
			"w:tr>"
			"</w:tbl>"),
		"cell 1:1-1:3 box\ncell1 2:1-2:4 head");
}

TEST(a_document_without_words_is_empty_and_fine)
{
	assert_string_equal(read_body("<w:p/><w:p><w:r><w:t>  </w:t></w:r></w:p>"), "");
}

MAIN(RUN(every_paragraph_has_its_kind_and_its_place),
	RUN(the_strict_dialect_and_utf16_read_the_same),
	RUN(a_place_counts_characters_and_not_bytes),
	RUN(a_document_without_styles_and_notes_is_read),
	RUN(damage_has_one_clear_reason),
	RUN(parts_that_point_at_each_other_come_to_an_end),
	RUN(a_deleted_paragraph_mark_joins_at_the_end_too),
	RUN(only_the_first_row_of_a_real_table_is_a_header),
	RUN(a_document_without_words_is_empty_and_fine))

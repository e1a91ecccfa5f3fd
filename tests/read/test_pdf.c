// PDF files, line by line, and what is wrong with damaged ones.
#include "test.h"

#include <signal.h>

#include "read/pdf_text.h"
#include "seeds.h"

static struct arena arena;

// tools/seeds_pdf.py says where each of these lines stands.
TEST(every_paragraph_has_its_page_and_line)
{
	assert_string_equal(seed_text(&arena, "pdf/full.pdf"),
		"heading1 1:2-1:2 Handover in one page\n"
		"text 1:3-1:6 Nothing is lost between shifts, because every handover "
		"is written from machine events and not typed by hand. It is "
		"self-service, and it finds events in a state-of-the-art plant. We "
		"have self-service terminals on every line, for each\n"
		"item1 1:7-1:7 works without a network\n"
		"item1 1:8-1:9 finds any event of the last five years while the "
		"auditor waits\n"
		"item1 1:10-1:10 1. Collect\n"
		"item1 1:11-1:11 2. Decide\n"
		"heading2 1:12-1:12 Why it matters\n"
		"text 1:13-1:14 Auditors ask and we look through binders for hours, "
		"says a plant manager. That is over. A second sentence ends early.\n"
		"text 1:15-2:2 A new paragraph begins here, and it goes on to the next "
		"page, on which the sentence that was begun is not quite finished, but "
		"now it is.\n"
		"chrome 1:1-1:1 Fernhollow - internal\n"
		"chrome 1:17-1:17 Page 1 of 4\n"
		"item1 2:3-2:3 a bullet that stands alone\n"
		"chrome 2:1-2:1 Fernhollow - internal\n"
		"chrome 2:4-2:4 Page 2 of 4\n"
		"text 3:2-3:3 The left column is the first one that people read.\n"
		"text 3:4-3:5 The right column comes after it, as anybody would expect.\n"
		"chrome 3:1-3:1 Fernhollow - internal\n"
		"chrome 3:6-3:6 Page 3 of 4\n"
		"text 4:2-4:2 Plan\n"
		"text 4:3-4:3 Team\n"
		"text 4:4-4:4 Price\n"
		"text 4:5-4:5 9 EUR\n"
		"chrome 4:1-4:1 Fernhollow - internal\n"
		"chrome 4:6-4:6 Page 4 of 4\n"
		"title=Handover one-pager\n"
		"author=Ines Duarte\n"
		"modified=2025-09-05");
}

TEST(each_line_of_a_paragraph_keeps_its_place)
{
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	assert_true(doc_read(S("x.pdf"), seed(&arena, "pdf/full.pdf"), NULL, &doc, &err));
	static const struct {
		const char *words;
		uint32_t page, line;
	} CASES[] = { { "Nothing is lost", 1, 3 }, { "ten from machine", 1, 4 },
		{ "events in a", 1, 5 }, { "-art plant", 1, 5 }, { "art plant", 1, 6 },
		{ "which the", 1, 15 }, { "the sentence", 1, 16 },
		{ "finished, but", 2, 2 }, { "9 EUR", 4, 5 } };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		size_t at = str_find(doc.text, str_of(CASES[i].words), 0);
		assert_true(at != STR_NONE);
		struct place place = doc_place(&doc, (uint32_t)at);
		assert_int_equal(place.kind, PLACE_PAGE);
		assert_int_equal(place.major, CASES[i].page);
		assert_int_equal(place.minor, CASES[i].line);
	}
}

TEST(damage_has_one_clear_reason)
{
	static const struct {
		const char *name, *want;
	} CASES[] = {
		{ "pdf/encrypted.pdf",
			"refused: is protected by a password; save a copy without one" },
		{ "pdf/scanned.pdf",
			"refused: has no text: 2 scanned pages; export it with "
			"text" },
		{ "pdf/truncated.pdf", "refused: is damaged (Syntax Error: Couldn't find "
				       "trailer dictionary); export it again or copy it "
				       "again" },
		{ "pdf/not.pdf",
			"refused: is no PDF, whatever its name says; export it again" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++)
		assert_string_equal(seed_text(&arena, CASES[i].name), CASES[i].want);
}

static const char *reason(enum child_end end, int code, const char *said)
{
	struct child_result r = { .end = end, .code = code };
	struct error *err = ARENA_NEW(&arena, struct error);
	memcpy(r.said, said, strlen(said));
	assert_false(pdf_explain(&r, err));
	return arena_fmt(&arena, "%d: %s", err->code, err->text).at;
}

TEST(every_end_of_pdftotext_has_its_reason)
{
	assert_string_equal(reason(CHILD_MISSING, 0, ""),
		"5: needs the program pdftotext; install the package poppler-utils");
	assert_string_equal(reason(CHILD_LATE, SIGKILL, ""),
		"4: takes more than 20 seconds to read; export it again, in parts if it "
		"is "
		"long");
	assert_string_equal(
		reason(CHILD_KILLED, SIGXCPU, ""), reason(CHILD_LATE, SIGKILL, ""));
	assert_string_equal(reason(CHILD_KILLED, SIGSEGV, "Syntax Error"),
		"3: is damaged: pdftotext broke down on it (signal 11); export it again");
	assert_string_equal(reason(CHILD_LOUD, SIGKILL, ""),
		"4: holds more text than is read of one file; split it");
	assert_string_equal(reason(CHILD_EXITED, 3, "Permission Error"),
		"3: does not allow its text to be copied; export a copy that does");
	assert_string_equal(reason(CHILD_EXITED, 1, "Out of memory"),
		"4: needs more than 1 GB of memory to read; export it again");
	assert_string_equal(reason(CHILD_EXITED, 99, ""),
		"3: is damaged: pdftotext gave it up with status 99; export it again");
	// What it says comes from the file: no escapes, no overlong text.
	assert_string_equal(reason(CHILD_EXITED, 1, "Bad \x1b[31m\xe2\x80\xaename\xff"),
		"3: is damaged (Bad [31m<U+202E>name\xef\xbf\xbd); export it again or "
		"copy "
		"it again");
}

// Rows as pdftotext prints them: a page, a block, a line, its words.
#define PAGE "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n"
#define BLOCK "3\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t###FLOW###\n"
#define LINE "4\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t###LINE###\n"
#define WORD(left, top, width, height, word)                                             \
	"5\t1\t0\t0\t0\t0\t" left "\t" top "\t" width "\t" height "\t100\t" word "\n"

static const char *paragraphs(const char *table)
{
	struct doc doc = { .arena = &arena };
	struct buf draft, out = { 0 };
	struct error err = { 0 };
	uint32_t pages = 0;
	bool words = false;
	doc_begin(&doc, &draft);
	pdf_text_read(str_of(table), &doc, &pages, &words);
	assert_true(doc_finish(&doc, &err));
	assert_int_equal(words, doc.block_count > 0);
	for (size_t i = 0; i < doc.block_count; i++)
		buf_fmt(&out, "%s%s|%" PRI_STR, i ? "\n" : "",
			block_name(doc.blocks[i].kind),
			ARG_STR(doc_cut(&doc, doc.blocks[i].span)));
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

TEST(a_word_whose_font_changes_is_one_word)
{
	assert_string_equal(paragraphs(PAGE BLOCK LINE WORD("10", "10", "20", "10",
				    "Shift") WORD("30.2", "10", "10", "10", "ly")
					    WORD("43", "10", "9", "10", "is")),
		"text|Shiftly is");
}

TEST(letters_that_were_joined_are_parted_and_marks_vanish)
{
	assert_string_equal(paragraphs(PAGE BLOCK LINE WORD("10", "10", "50", "10",
				    "o\xef\xac\x83"
				    "ce\xe2\x80\x8b\xe2\x80\xae")),
		"text|office");
}

TEST(a_break_counts_when_there_was_room)
{
	static const char *const WRAPPED = PAGE BLOCK LINE WORD(
		"10", "10", "60", "10", "Nothing is lost between all")
		LINE WORD("10", "22", "50", "10", "Shifts of the plant in this year");
	static const char *const WANTED = PAGE BLOCK LINE WORD("10", "10", "60", "10",
		"Nothing is lost between all") LINE WORD("10", "22", "30", "10", "Shifts")
		WORD("42", "22", "100", "10", "of the plant in this year");
	assert_string_equal(paragraphs(WRAPPED),
		"text|Nothing is lost between all Shifts of the plant in this year");
	assert_string_equal(paragraphs(WANTED),
		"text|Nothing is lost between all\ntext|Shifts of "
		"the plant in this year");
}

TEST(what_is_no_table_has_no_words)
{
	assert_string_equal(paragraphs(""), "");
	assert_string_equal(paragraphs("hello\n\n5\t\t\t\n"), "");
	assert_string_equal(paragraphs("5\tx\tx\tx\tx\tx\tnan\tinf\t1e999\t-\tx\tword\n"),
		"text|word");
}

TEST(a_heading_is_clearly_larger_and_short)
{
#define BODY                                                                             \
	WORD("10", "50", "90", "10", "This is the body of the page, in its usual size.")
	assert_string_equal(paragraphs(PAGE BLOCK LINE WORD(
				    "10", "10", "50", "11", "Almost") BLOCK LINE BODY),
		"text|Almost\ntext|This is the body of the page, in its usual size.");
	assert_string_equal(paragraphs(PAGE BLOCK LINE WORD(
				    "10", "10", "50", "13", "Large") BLOCK LINE BODY),
		"heading|Large\ntext|This is the body of the page, in its usual size.");
	assert_string_equal(paragraphs(PAGE BLOCK LINE WORD(
				    "10", "10", "50", "13", "A claim.") BLOCK LINE BODY),
		"text|A claim.\ntext|This is the body of the page, in its usual size.");
}

MAIN(RUN(every_paragraph_has_its_page_and_line),
	RUN(each_line_of_a_paragraph_keeps_its_place), RUN(damage_has_one_clear_reason),
	RUN(every_end_of_pdftotext_has_its_reason),
	RUN(a_word_whose_font_changes_is_one_word),
	RUN(letters_that_were_joined_are_parted_and_marks_vanish),
	RUN(a_break_counts_when_there_was_room), RUN(what_is_no_table_has_no_words),
	RUN(a_heading_is_clearly_larger_and_short))

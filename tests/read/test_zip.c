// What a zip archive may not do to us.
#include "test.h"

#include "read/zip.h"
#include "seeds.h"

static struct arena arena;

// The error of reading one part, "" when it can be read.
static const char *told(struct str bytes, const char *name, enum error_code code)
{
	struct archive z;
	struct error *err = ARENA_NEW(&arena, struct error);
	struct str part;
	if (archive_open(bytes, &arena, &z, err)) {
		(void)archive_read(&z, str_of(name), &part, err); // the error says it
		archive_close(&z);
	}
	assert_int_equal(err->code, code);
	return err->text;
}

TEST(parts_are_found_whatever_the_case_and_the_slash)
{
	const struct seed_part parts[] = { { "word\\Document.XML", S("hello"), false },
		{ "a/b.xml", S(""), true } };
	struct archive z;
	struct error err = { 0 };
	struct str bytes = seed_zip(&arena, parts, COUNT(parts)), part;
	assert_true(archive_open(bytes, &arena, &z, &err));
	assert_true(archive_read(&z, S("/word/document.xml"), &part, &err));
	assert_true(str_eq(part, S("hello")));
	assert_true(archive_read(&z, S("A/B.xml"), &part, &err));
	assert_int_equal(part.len, 0);
	assert_int_equal(archive_find(&z, S("a/c.xml")), ARCHIVE_NONE);
	archive_close(&z);
	assert_string_equal(told(bytes, "a/c\x1b[1m.xml", ERROR_FORMAT),
		"a/c[1m.xml is missing from it; open and save the file again");
}

TEST(what_is_no_archive_is_explained)
{
	assert_non_null(
		strstr(told(seed(&arena, "docx/protected.docx"), "x", ERROR_FORMAT),
			"is protected by a password; save a copy without one"));
	assert_non_null(strstr(told(seed(&arena, "docx/old.docx"), "x", ERROR_FORMAT),
		"is in the format of Office 97 to 2003; save it in today's format"));
	assert_non_null(
		strstr(told(seed(&arena, "docx/truncated.docx"), "x", ERROR_FORMAT),
			"is cut short or damaged"));
	assert_non_null(strstr(told(seed(&arena, "docx/cut.docx"), "x", ERROR_FORMAT),
		"is cut short or damaged"));
	assert_non_null(
		strstr(told(S("hello"), "x", ERROR_FORMAT), "is not the zip archive"));
	assert_string_equal(told(S(""), "x", ERROR_FORMAT), "is empty; copy it again");
}

TEST(parts_that_cannot_be_trusted_are_refused)
{
	assert_string_equal(told(seed(&arena, "docx/encrypted.docx"), "word/document.xml",
				    ERROR_FORMAT),
		"is protected by a password; save a copy without one");
	assert_string_equal(
		told(seed(&arena, "docx/twice.docx"), "word/document.xml", ERROR_FORMAT),
		"word/document.xml is in it twice, so nobody can tell which one counts; "
		"save the file again");
	assert_string_equal(
		told(seed(&arena, "docx/crc.docx"), "[Content_Types].xml", ERROR_NONE),
		"");
	assert_string_equal(
		told(seed(&arena, "docx/crc.docx"), "_rels/.rels", ERROR_FORMAT),
		"_rels/.rels is damaged; copy or save the file again");
}

TEST(a_bomb_is_stopped_by_what_comes_out)
{
	assert_string_equal(
		told(seed(&arena, "docx/bomb.docx"), "word/document.xml", ERROR_LIMIT),
		"word/document.xml unpacks to more than 200 times its size, as a zip "
		"bomb "
		"does");
}

TEST(parts_are_not_read_for_ever)
{
	const struct seed_part one = { "a", S("x"), true };
	struct archive z;
	struct error err = { 0 };
	struct str part;
	assert_true(archive_open(seed_zip(&arena, &one, 1), &arena, &z, &err));
	for (size_t i = 0; i < ARCHIVE_READS_MAX; i++)
		assert_true(archive_read(&z, S("a"), &part, &err));
	assert_false(archive_read(&z, S("a"), &part, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	archive_close(&z);
}

MAIN(RUN(parts_are_found_whatever_the_case_and_the_slash),
	RUN(what_is_no_archive_is_explained),
	RUN(parts_that_cannot_be_trusted_are_refused),
	RUN(a_bomb_is_stopped_by_what_comes_out), RUN(parts_are_not_read_for_ever))

// How much may come out of a zip archive.
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

// What packs well, but not too well: a counter between runs of one letter.
static struct str filler(size_t len)
{
	char *at = arena_alloc(&arena, len, 1);
	memset(at, 'x', len);
	for (size_t i = 0; i + 16 < len; i += 512)
		memcpy(at + i, &(uint32_t){ (uint32_t)(i * 2654435761u) }, 4);
	return (struct str){ at, len };
}

TEST(a_part_ends_at_64_megabytes_and_all_of_them_at_256)
{
	struct str most = filler(ARCHIVE_PART_MAX + 1);
	struct seed_part parts[6] = { { "large", most, false } };
	char names[6][2] = { "a", "b", "c", "d", "e", "f" };
	for (size_t i = 1; i < COUNT(parts); i++)
		parts[i] =
			(struct seed_part){ names[i], str_cut(most, 0, 60 << 20), false };
	struct str bytes = seed_zip(&arena, parts, COUNT(parts)), part;
	assert_string_equal(
		told(bytes, "large", ERROR_LIMIT), "large unpacks to more than 64 MB");
	struct archive z;
	struct error err = { 0 };
	assert_true(archive_open(bytes, &arena, &z, &err));
	for (size_t i = 1; i < 5; i++) {
		assert_true(archive_read(&z, str_of(names[i]), &part, &err));
		assert_int_equal(part.len, 60 << 20);
	}
	assert_false(archive_read(&z, S("f"), &part, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	assert_string_equal(err.text, "unpacks to more than 256 MB");
	archive_close(&z);
}

TEST(an_archive_has_at_most_ten_thousand_parts)
{
	struct seed_part *parts =
		ARENA_ARRAY(&arena, struct seed_part, ARCHIVE_PARTS_MAX + 1);
	for (size_t i = 0; i <= ARCHIVE_PARTS_MAX; i++)
		parts[i] = (struct seed_part){ arena_fmt(&arena, "%zu", i).at, S("x"),
			true };
	struct str bytes = seed_zip(&arena, parts, ARCHIVE_PARTS_MAX);
	assert_string_equal(told(bytes, "9999", ERROR_NONE), "");
	bytes = seed_zip(&arena, parts, ARCHIVE_PARTS_MAX + 1);
	assert_non_null(
		strstr(told(bytes, "0", ERROR_LIMIT), "holds more than 10000 parts"));
}

MAIN(RUN(a_part_ends_at_64_megabytes_and_all_of_them_at_256),
	RUN(an_archive_has_at_most_ten_thousand_parts))

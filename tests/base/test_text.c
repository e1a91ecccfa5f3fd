// Bytes from anywhere become text that is safe to keep and to print.
#include "test.h"

#include "base/base.h"

#include <math.h>

static struct arena arena;

static void assert_text(struct str got, const char *want)
{
	assert_string_equal(arena_cstr(&arena, got), want);
}

TEST(utf16_and_windows_1252_become_utf8)
{
	const char *name = NULL;
	assert_text(
		utf8_from_bytes(&arena, (struct str){ "\xff\xfeH\0\xe4\0", 6 }, &name),
		"Hä");
	assert_string_equal(name, "UTF-16");
	assert_text(utf8_from_bytes(&arena, S("Gr\xfc\xdf \x80"), &name), "Grüß €");
	assert_string_equal(name, "Windows-1252");
	assert_text(utf8_from_bytes(&arena,
			    S("Gr\xc3\xbc\xc3\x9f"
			      "e, Gr\xfc\xdf"
			      "e"),
			    &name),
		"Grüße, Grüße"); // two exports in one file
	assert_text(utf8_from_bytes(&arena, S("\xef\xbb\xbfok"), &name), "ok");
	assert_string_equal(name, "UTF-8");
	assert_text(utf8_from_bytes(
			    &arena, (struct str){ "\xfe\xff\xd8\x3d\xde\x00", 6 }, &name),
		"😀");
}

TEST(bad_bytes_are_seen)
{
	assert_true(utf8_valid(S("für")));
	assert_false(utf8_valid(S("\xc3")));
	assert_false(utf8_valid(S("\xed\xa0\x80"))); // a surrogate
	assert_false(utf8_valid(S("\xc0\xaf")));     // overlong
	char text[] = "abcdefghijklmnopqrstuvwxyz";
	for (size_t i = 0; i < sizeof text - 1; i++) { // wherever in a run of ASCII it is
		text[i] = '\xff';
		assert_false(utf8_valid(str_of(text)));
		text[i] = 'x';
	}
	assert_true(utf8_valid(str_of(text)));
}

TEST(safe_text_has_no_escapes_and_no_overrides)
{
	assert_text(utf8_safe(&arena, S("a\x1b[31mb\n\n c\x07"), 0), "a[31mb c");
	assert_text(utf8_safe(&arena, S("x\xe2\x80\xaey"), 0), "x<U+202E>y");
	assert_text(utf8_safe(&arena, S("abcdef"), 3), "abc…");
	assert_text(utf8_safe(&arena, S("\xff"), 0), "\xef\xbf\xbd");
}

TEST(width_counts_columns)
{
	assert_int_equal(utf8_columns(S("abc")), 3);
	assert_int_equal(utf8_columns(S("für")), 3);
	assert_int_equal(utf8_columns(S("日本")), 4);
	assert_int_equal(utf8_cut(S("日本x"), 3), 3);
}

TEST(folding_knows_more_than_ascii)
{
	assert_text(utf8_lower(&arena, S("ÄÖÜ ÉLAN ŁÓDŹ ΑΒΓ МОСКВА")),
		"äöü élan łódź αβγ москва");
}

TEST(json_is_well_formed_and_safe_in_html)
{
	struct buf out = { 0 };
	struct json j = { .out = &out };
	json_object(&j);
	json_put_str(&j, "a", S("</script> \"q\" \\ \n"));
	json_key(&j, "b");
	json_array(&j);
	json_int(&j, -3);
	json_double(&j, 0.1);
	json_double(&j, 1.0 / 3);
	json_bool(&j, true);
	json_null(&j);
	json_end(&j);
	json_key(&j, "c");
	json_object(&j);
	json_end(&j);
	json_end(&j);
	assert_text(buf_str(&out),
		"{\"a\":\"\\u003c/script\\u003e \\\"q\\\" \\\\ \\n\",\"b\":[-3,0.1,"
		"0.3333333333333333,true,null],\"c\":{}}");
	buf_done(&out);
}

TEST(json_numbers_are_short_and_read_back)
{
	static const struct {
		double value;
		const char *want;
	} CASES[] = { { 84000, "84000" }, { 0, "0" }, { -0.0, "0" }, { -2.5, "-2.5" },
		{ 0.1, "0.1" }, { 1.0 / 3, "0.3333333333333333" }, { 100, "100" },
		{ 123456789012345, "123456789012345" }, { 1e-5, "0.00001" },
		{ 0.00012, "0.00012" }, { 9.5e-6, "9.5e-06" },
		{ 1e14, "100000000000000" }, { 1e15, "1e+15" }, { 1e300, "1e+300" },
		{ 5e-324, "5e-324" }, { 1234.5678, "1234.5678" },
		{ (double)INFINITY, "null" } };
	struct random random = { 4 };
	struct buf out = { 0 };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		buf_clear(&out);
		json_number(&out, CASES[i].value);
		assert_text(buf_str(&out), CASES[i].want);
	}
	for (size_t i = 0; i < 20000; i++) {
		const double value = (random_unit(&random) - 0.5) *
				     pow(10, (double)random_below(&random, 40) - 15);
		double back = 0;
		buf_clear(&out);
		json_number(&out, value);
		assert_true(str_to_double(buf_str(&out), &back) && back == value);
		const bool plain = fabs(value) >= 1e-5 && fabs(value) < 1e15;
		assert_true(!plain || str_find(buf_str(&out), S("e"), 0) == STR_NONE);
	}
	buf_done(&out);
}

TEST(buffers_stop_at_their_limit)
{
	struct buf b = { .max = 5 };
	buf_add(&b, S("abc"));
	buf_add(&b, S("def"));
	assert_true(b.full);
	assert_text(buf_str(&b), "abc");
	buf_done(&b);
}

MAIN(RUN(utf16_and_windows_1252_become_utf8), RUN(bad_bytes_are_seen),
	RUN(safe_text_has_no_escapes_and_no_overrides), RUN(width_counts_columns),
	RUN(folding_knows_more_than_ascii), RUN(json_is_well_formed_and_safe_in_html),
	RUN(json_numbers_are_short_and_read_back), RUN(buffers_stop_at_their_limit))

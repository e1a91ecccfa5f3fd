// Sitemaps in their three forms, and what must not be taken for one.
#include <string.h>
#include <zlib.h>

#include "net/net.h"
#include "tests/test.h"

static struct sitemap read_as(struct arena *a, const char *text, size_t max)
{
	struct sitemap s;
	struct error err = { 0 };
	assert_true(sitemap_read(str_of(text), max, a, &s, &err));
	return s;
}

TEST(addresses_are_taken_and_pictures_are_not)
{
	struct arena a = { 0 };
	struct sitemap s = read_as(&a,
		"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <loc>no</loc> -->\n"
		"<urlset xmlns='x' xmlns:image='y'><url><loc>\n https://a.example/1 "
		"</loc>"
		"<image:image><image:loc>https://a.example/p.png</image:loc></"
		"image:image>"
		"</url><url><loc>https://a.example/?a=1&amp;b=&#50;&#x33;&z;</loc></url>"
		"<url><loc><![CDATA[https://a.example/?a&b]]></loc></url></urlset>",
		10);
	assert_false(s.is_index);
	assert_int_equal(s.count, 3);
	assert_string_equal(s.pages[0].at, "https://a.example/1");
	assert_string_equal(s.pages[1].at, "https://a.example/?a=1&b=23&z;");
	assert_string_equal(s.pages[2].at, "https://a.example/?a&b");
	arena_free(&a);
}

TEST(an_index_and_a_prefix_and_a_list)
{
	struct arena a = { 0 };
	struct sitemap s = read_as(&a,
		"<s:sitemapindex><s:sitemap><s:loc>https://a.example/a.xml</s:loc>"
		"</s:sitemap></s:sitemapindex>",
		10);
	assert_true(s.is_index);
	assert_int_equal(s.count, 1);
	s = read_as(&a, "https://a.example/1\r\n\r\nhttps://a.example/2\n", 10);
	assert_int_equal(s.count, 2);
	assert_string_equal(s.pages[1].at, "https://a.example/2");
	s = read_as(&a, "https://a.example/1\nhttps://a.example/2\n", 1);
	assert_int_equal(s.count, 1);
	assert_true(s.cut);
	arena_free(&a);
}

TEST(damage_and_other_files)
{
	struct arena a = { 0 };
	struct sitemap s = read_as(&a, "<urlset><url><loc>https://a.example/1", 10);
	assert_int_equal(s.count, 1); // as far as it goes
	s = read_as(&a, "<urlset><url><lo", 10);
	assert_int_equal(s.count, 0);
	static const char *const NONE[] = { "", "<html><loc>x</loc></html>", "hello", "<",
		"<!DOCTYPE html><html>", "<?xml", "\x1f\x8b" };
	for (size_t i = 0; i < COUNT(NONE); i++) {
		struct error err = { 0 };
		assert_false(sitemap_read(str_of(NONE[i]), 10, &a, &s, &err));
		assert_int_equal(err.code, ERROR_FORMAT);
	}
	arena_free(&a);
}

TEST(nothing_expands)
{
	struct arena a = { 0 };
	struct buf text = { 0 };
	buf_add(&text, S("<!DOCTYPE x [<!ENTITY a \"lol\">"));
	for (int i = 0; i < 20; i++)
		buf_fmt(&text, "<!ENTITY %c \"&%c;&%c;\">", 'b' + i, 'a' + i, 'a' + i);
	buf_add(&text, S("]><urlset><url><loc>&u;</loc></url></urlset>"));
	buf_byte(&text, '\0');
	struct sitemap s = read_as(&a, text.at, 10);
	assert_int_equal(s.count, 1);
	assert_string_equal(s.pages[0].at, "&u;");
	buf_done(&text);
	arena_free(&a);
}

static struct str packed(struct arena *a, size_t zeros)
{
	z_stream z = { 0 };
	char *in = arena_alloc(a, zeros + 1, 1);
	char *out = arena_alloc(a, zeros + 1000, 1);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 31, 9, 0), Z_OK);
	z.next_in = (unsigned char *)in;
	z.avail_in = (uInt)zeros;
	z.next_out = (unsigned char *)out;
	z.avail_out = (uInt)zeros + 1000;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	const struct str bytes = { out, z.total_out };
	(void)deflateEnd(&z);
	return bytes;
}

TEST(gzip_ends_at_its_limit)
{
	struct arena a = { 0 };
	struct str bytes = packed(&a, 1 << 20), out;
	struct error err = { 0 };
	assert_true(gzip_is(bytes));
	assert_true(gzip_read(bytes, 1 << 20, &a, &out, &err));
	assert_int_equal(out.len, 1 << 20);
	assert_false(gzip_read(bytes, (1 << 20) - 1, &a, &out, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	assert_false(
		gzip_read(str_cut(bytes, 0, bytes.len / 2), 1 << 20, &a, &out, &err));
	assert_int_equal(err.code, ERROR_FORMAT);
	assert_false(gzip_read(S("\x1f\x8bnothing"), 1 << 20, &a, &out, &err));
	arena_free(&a);
}

MAIN(RUN(addresses_are_taken_and_pictures_are_not), RUN(an_index_and_a_prefix_and_a_list),
	RUN(damage_and_other_files), RUN(nothing_expands), RUN(gzip_ends_at_its_limit))

// robots.txt by the words and the examples of RFC 9309.
#include "net/net.h"
#include "tests/test.h"

#include <stdio.h>

static bool allows(const char *text, const char *path)
{
	struct arena a = { 0 };
	struct robots r;
	robots_read(str_of(text), S("Candor"), &a, &r);
	const bool ok = robots_allows(&r, str_of(path));
	arena_free(&a);
	return ok;
}

TEST(nothing_said_allows_everything)
{
	assert_true(allows("", "/"));
	assert_true(allows("User-agent: *\nDisallow:\n", "/a"));
	assert_true(allows("Disallow: /\n", "/a")); // a rule before any group
	assert_true(allows("User-agent: Other\nDisallow: /\n", "/a"));
	assert_true(allows("User-agent: *\nDisallow: /\n", "/robots.txt"));
}

// Section 5.1, "Simple Example".
TEST(simple_example_of_the_rfc)
{
	static const char TEXT[] = "User-Agent: *\nDisallow: *.gif$\n"
				   "Disallow: /example/\nAllow: /publications/\n"
				   "User-Agent: foobot\nDisallow:/\n"
				   "Allow:/example/page.html\n"
				   "Allow:/example/allowed.gif\n"
				   "User-Agent: barbot\nUser-Agent: bazbot\n"
				   "Disallow: /example/page.html\n"
				   "User-Agent: quxbot\n";
	assert_false(allows(TEXT, "/a/picture.gif"));
	assert_true(allows(TEXT, "/a/picture.gif?x"));
	assert_false(allows(TEXT, "/example/page.html"));
	assert_true(allows(TEXT, "/publications/1"));
	struct arena a = { 0 };
	struct robots r;
	robots_read(str_of(TEXT), S("foobot"), &a, &r);
	assert_true(robots_allows(&r, S("/example/page.html")));
	assert_true(robots_allows(&r, S("/example/allowed.gif")));
	assert_false(robots_allows(&r, S("/")));
	robots_read(str_of(TEXT), S("BAZBOT"), &a, &r);
	assert_false(robots_allows(&r, S("/example/page.html")));
	assert_true(robots_allows(&r, S("/example/other.html")));
	robots_read(str_of(TEXT), S("quxbot"), &a, &r); // a group without a rule
	assert_true(robots_allows(&r, S("/example/page.html")));
	arena_free(&a);
}

// Section 5.2, "Longest Match".
TEST(longest_match_decides)
{
	static const char TEXT[] = "User-Agent: *\nAllow: /example/page/\n"
				   "Disallow: /example/page/disallowed.gif\n";
	assert_true(allows(TEXT, "/example/page/"));
	assert_false(allows(TEXT, "/example/page/disallowed.gif"));
	static const char TIE[] = "User-agent: *\nDisallow: /page\nAllow: /page\n";
	assert_true(allows(TIE, "/page")); // section 2.2.2: allow should be used
}

// Section 2.2.2: the table of encodings; a rule in one form meets a path in the other.
TEST(encodings_meet)
{
	static const struct {
		const char *rule, *path;
	} SAME[] = {
		{ "/foo/bar?baz=quz", "/foo/bar?baz=quz" },
		{ "/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar" },
		{ "/foo/bar?baz=http%3A%2F%2Ffoo.bar", "/foo/bar?baz=http://foo.bar" },
		{ "/foo/bar/\xe3\x83\x84", "/foo/bar/%E3%83%84" },
		{ "/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84" },
		{ "/foo/bar/%62%61%7A", "/foo/bar/baz" },
		{ "/foo/bar/baz", "/foo/bar/%62%61%7A" },
		{ "/path/file-with-a-%2A.html", "/path/file-with-a-*.html" },
		{ "/path/foo-%24", "/path/foo-$" },
	};
	for (size_t i = 0; i < COUNT(SAME); i++) {
		char text[200];
		(void)snprintf(
			text, sizeof text, "User-agent: *\nDisallow: %s\n", SAME[i].rule);
		assert_false(allows(text, SAME[i].path));
	}
	// A slash that is encoded in a path is another path.
	assert_true(allows("User-agent: *\nDisallow: /a/b\n", "/a%2Fb"));
}

// Section 2.2.3: special characters.
TEST(stars_and_ends)
{
	static const struct {
		const char *rule, *path;
		bool allowed;
	} CASES[] = {
		{ "/*.php$", "/a/index.php", false },
		{ "/*.php$", "/a/index.php5", true },
		{ "/*.php", "/a/index.php?x", false },
		{ "/fish*", "/fishheads/yummy.html", false },
		{ "/fish", "/fish.html", false },
		{ "/fish", "/Fish.asp", true },
		{ "/fish/", "/fish", true },
		{ "/a*b*c", "/axxbyyc", false },
		{ "/a*b*c$", "/axxbyycz", true },
		{ "/a*bc$", "/abcbc", false },
		{ "*", "/anything", false },
		{ "/$", "/", false },
		{ "/$", "/a", true },
		{ "/**x", "/aax", false },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		char text[200];
		(void)snprintf(text, sizeof text, "User-agent: *\nDisallow: %s\n",
			CASES[i].rule);
		assert_int_equal(allows(text, CASES[i].path), CASES[i].allowed);
	}
}

TEST(groups_that_name_us_are_one)
{
	static const char TEXT[] =
		"User-agent: candor\nDisallow: /a\n\n"
		"User-agent: *\nDisallow: /\n\n"
		"User-agent: CANDOR/2.0\nDisallow: /b\nCrawl-delay: 2.5\n";
	assert_false(allows(TEXT, "/a"));
	assert_false(allows(TEXT, "/b"));
	assert_true(allows(TEXT, "/c"));
	assert_true(allows("User-agent: Candorous\nDisallow: /\n", "/c"));
	struct arena a = { 0 };
	struct robots r;
	robots_read(str_of(TEXT), S("Candor"), &a, &r);
	assert_int_equal(r.delay_ms, 2500);
	arena_free(&a);
}

TEST(lines_in_any_dress)
{
	assert_false(
		allows("\xef\xbb\xbfUSER-AGENT : *\r\ndisAllow : /x # why\r\n", "/x"));
	assert_false(allows("user-agent: *\rdisallow: /x\r", "/x"));
	assert_false(allows("User-agent: *\nSitemap: http://a.example/s.xml\n"
			    "Unknown: y\nDisallow: /x\n",
		"/x"));
	assert_true(allows("User-agent *\nDisallow /x\n<html>", "/x"));
}

TEST(hostile_rules_end)
{
	struct buf text = { 0 };
	struct arena a = { 0 };
	struct robots r;
	buf_add(&text, S("User-agent: *\nSitemap: https://s.example/map.xml\n"));
	while (text.len < (size_t)ROBOTS_MAX - 64)
		buf_add(&text, S("Disallow: /*a*a*a*a*a*a*a*a*a*b$\n"));
	buf_repeat(&text, S("Disallow: /late\n"), 1000); // mostly beyond the limit
	robots_read(buf_str(&text), S("Candor"), &a, &r);
	assert_true(r.count <= ROBOTS_RULES_MAX);
	assert_int_equal(r.sitemap_count, 1);
	struct buf path = { 0 };
	buf_byte(&path, '/');
	buf_repeat(&path, S("a"), 4000);
	assert_true(robots_allows(&r, buf_str(&path)));
	buf_done(&path);
	buf_done(&text);
	arena_free(&a);
}

MAIN(RUN(nothing_said_allows_everything), RUN(simple_example_of_the_rfc),
	RUN(longest_match_decides), RUN(encodings_meet), RUN(stars_and_ends),
	RUN(groups_that_name_us_are_one), RUN(lines_in_any_dress), RUN(hostile_rules_end))

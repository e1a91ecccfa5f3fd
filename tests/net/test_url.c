// Addresses: what is read, what is refused, what a link means, and who is private.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "net/address.h"
#include "net/net.h"
#include "tests/test.h"

static void reads(const char *said, const char *want)
{
	struct arena a = { 0 };
	struct url u;
	struct error err = { 0 };
	if (!want) {
		assert_false(url_read(str_of(said), &a, &u, &err));
		assert_int_not_equal(err.code, ERROR_NONE);
	} else {
		assert_true(url_read(str_of(said), &a, &u, &err));
		assert_string_equal(u.whole.at, want);
	}
	arena_free(&a);
}

TEST(addresses_are_written_one_way)
{
	reads("https://Shiftly.Example", "https://shiftly.example/");
	reads("HTTP://shiftly.example:80/A?b#c", "http://shiftly.example/A?b");
	reads(" https://shiftly.example:8443/ ", "https://shiftly.example:8443/");
	reads("https://x.example?q=1", "https://x.example/?q=1");
	reads("https://x.example/a b\"<>", "https://x.example/a%20b%22%3C%3E");
	reads("https://x.example/\xc3\xbc", "https://x.example/%C3%BC");
	reads("http://[::1]:81/", "http://[::1]:81/");
}

TEST(others_are_refused)
{
	static const char *const WRONG[] = { "file:///etc/passwd", "ftp://x.example/",
		"gopher://x.example/", "javascript:alert(1)", "//x.example", "x.example",
		"http://", "http:///x", "https://user@x.example/",
		"http://u:p@x.example/", "http://x.example@evil.example/",
		"http://x.example:0/", "http://x.example:99999/", "http://x.example:8a/",
		"http://x y/", "http://x%2eexample/", "http://x.example\\@evil.example/",
		"http://x.example/a\nb", "http://x.example/a\x7f", "http://-x/",
		"http://[::1/", "http://[zz]/", "http://x.example/\xff", "" };
	for (size_t i = 0; i < COUNT(WRONG); i++)
		if (strcmp(WRONG[i], "http://x.example\\@evil.example/") != 0)
			reads(WRONG[i], NULL);
	// A backslash ends the host here as in browsers, so nothing is smuggled behind
	// it.
	reads("http://x.example\\@evil.example/", "http://x.example/%5C@evil.example/");
	struct buf whole = { 0 };
	buf_add(&whole, S("http://x.example/"));
	buf_repeat(&whole, S("a"), URL_MAX);
	buf_byte(&whole, '\0');
	reads(whole.at, NULL);
	buf_done(&whole);
}

// RFC 3986, section 5.4, as far as it is about http: the base is http://a/b/c/d;p?q.
TEST(links_resolve_as_the_rfc_says)
{
	static const char *const CASES[][2] = { { "g", "http://a/b/c/g" },
		{ "./g", "http://a/b/c/g" }, { "g/", "http://a/b/c/g/" },
		{ "/g", "http://a/g" }, { "//g", "http://g/" },
		{ "?y", "http://a/b/c/d;p?y" }, { "g?y", "http://a/b/c/g?y" },
		{ "#s", "http://a/b/c/d;p?q" }, { "g#s", "http://a/b/c/g" },
		{ ";x", "http://a/b/c/;x" }, { "", "http://a/b/c/d;p?q" },
		{ ".", "http://a/b/c/" }, { "./", "http://a/b/c/" },
		{ "..", "http://a/b/" }, { "../", "http://a/b/" },
		{ "../g", "http://a/b/g" }, { "../..", "http://a/" },
		{ "../../g", "http://a/g" }, { "../../../g", "http://a/g" },
		{ "/./g", "http://a/g" }, { "/../g", "http://a/g" },
		{ "g.", "http://a/b/c/g." }, { "..g", "http://a/b/c/..g" },
		{ "./../g", "http://a/b/g" }, { "g/./h", "http://a/b/c/g/h" },
		{ "g/../h", "http://a/b/c/h" }, { "g?y/./x", "http://a/b/c/g?y/./x" },
		{ "https://b/x", "https://b/x" } };
	struct arena a = { 0 };
	struct error err = { 0 };
	struct url base, u;
	assert_true(url_read(S("http://a/b/c/d;p?q"), &a, &base, &err));
	for (size_t i = 0; i < COUNT(CASES); i++) {
		assert_true(url_resolve(&base, str_of(CASES[i][0]), &a, &u, &err));
		assert_string_equal(u.whole.at, CASES[i][1]);
	}
	assert_false(url_resolve(&base, S("file:///etc/passwd"), &a, &u, &err));
	assert_false(url_resolve(&base, S("javascript:x"), &a, &u, &err));
	arena_free(&a);
}

static bool is_public(const char *text)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
	if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
		return address_is_public((const struct sockaddr *)&v4);
	assert_int_equal(inet_pton(AF_INET6, text, &v6.sin6_addr), 1);
	return address_is_public((const struct sockaddr *)&v6);
}

TEST(private_addresses_are_known)
{
	static const char *const PRIVATE[] = { "0.0.0.0", "10.1.2.3", "100.64.0.1",
		"100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
		"172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1",
		"198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
		"224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
		"fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "2001::1",
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1",
		"2002:7f00:1::1", "2002:a00:1::", "::127.0.0.1" };
	static const char *const PUBLIC[] = { "8.8.8.8", "100.63.255.255", "100.128.0.1",
		"172.15.0.1", "172.32.0.1", "192.0.1.1", "198.17.0.1", "198.20.0.1",
		"223.255.255.255", "2606:4700::1", "2a00:1450::1", "::ffff:8.8.8.8",
		"64:ff9b::8.8.8.8", "2002:808:808::1" };
	for (size_t i = 0; i < COUNT(PRIVATE); i++)
		assert_false(is_public(PRIVATE[i]));
	for (size_t i = 0; i < COUNT(PUBLIC); i++)
		assert_true(is_public(PUBLIC[i]));
}

TEST(local_names_are_known_before_they_are_looked_up)
{
	static const char *const LOCAL[] = { "http://localhost/", "http://LOCALHOST./",
		"http://a.localhost:81/", "http://127.0.0.1/", "http://127.1/",
		"http://2130706433/", "http://0x7f000001/", "http://0/", "http://[::1]/",
		"http://[::ffff:127.0.0.1]/", "http://192.168.0.1/" };
	static const char *const OTHER[] = { "http://x.example/", "http://8.8.8.8/",
		"http://[2606:4700::1]/", "http://localhost.example/" };
	struct arena a = { 0 };
	struct error err = { 0 };
	struct url u;
	for (size_t i = 0; i < COUNT(LOCAL); i++) {
		assert_true(url_read(str_of(LOCAL[i]), &a, &u, &err));
		assert_true(url_is_local(&u));
	}
	for (size_t i = 0; i < COUNT(OTHER); i++) {
		assert_true(url_read(str_of(OTHER[i]), &a, &u, &err));
		assert_false(url_is_local(&u));
	}
	arena_free(&a);
}

MAIN(RUN(addresses_are_written_one_way), RUN(others_are_refused),
	RUN(links_resolve_as_the_rfc_says), RUN(private_addresses_are_known),
	RUN(local_names_are_known_before_they_are_looked_up))

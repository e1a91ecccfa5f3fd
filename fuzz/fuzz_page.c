// Pages from outside, cleaned and marked: what is kept is strict markup of known tags and
// attributes only, reads the same when it is marked, and does not change when it is
// cleaned again.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const struct page_origin ORIGIN = { STR_INIT("iso-8859-2"),
	STR_INIT("https://x.example"), STR_INIT("/a/b") };

static void fail(const char *why, struct str text)
{
	fprintf(stderr, "%s: %" PRI_STR "\n", why, ARG_STR(str_cut(text, 0, 200)));
	abort();
}

static bool is_listed(const char *const *list, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(str_of(list[i]), name))
			return true;
	return false;
}

static bool may_stand(struct str tag, struct str name)
{
	static const char *const ANY[] = { "class", "id", "role", "hidden", "aria-hidden",
		"aria-level", "lang", "datetime", "open", "style" };
	static const char *const META[] = { "name", "property", "itemprop", "content" };
	static const char *const INPUT[] = { "type", "value", "alt" };
	static const char *const LINK[] = { "rel", "href" };
	return is_listed(ANY, COUNT(ANY), name) ||
	       (str_eq(tag, S("meta")) && is_listed(META, COUNT(META), name)) ||
	       (str_eq(tag, S("input")) && is_listed(INPUT, COUNT(INPUT), name)) ||
	       (str_eq(tag, S("link")) && is_listed(LINK, COUNT(LINK), name)) ||
	       (str_eq(tag, S("a")) && str_eq(name, S("href"))) ||
	       (str_eq(tag, S("img")) && str_eq(name, S("alt")));
}

static void check_value(struct str tag, struct str name, struct str value)
{
	static const char *const NONE[] = { "<", ">" };
	for (size_t i = 0; i < COUNT(NONE); i++)
		if (str_find(value, str_of(NONE[i]), 0) != STR_NONE)
			fail("a value holds a tag", value);
	if (str_eq(name, S("href")) && value.len && !str_starts(value, S("#")) &&
		!str_starts_nocase(value, S("http://")) &&
		!str_starts_nocase(value, S("https://")))
		fail("a link leads elsewhere", value);
	if (str_eq(name, S("style")))
		for (size_t i = 0; i < value.len; i++)
			if (!byte_is_alpha(value.at[i]) && !strchr(":;-", value.at[i]))
				fail("a style says more than whether", value);
	if (str_eq(tag, S("meta")) && str_starts_nocase(value, S("candor:")) &&
		str_eq(name, S("name")))
		fail("a page speaks in our name", value);
}

static void check_tag(struct str tag)
{
	static const char *const NEVER[] = { "script", "style", "iframe", "frame",
		"frameset", "object", "embed", "applet", "base", "audio", "video",
		"source", "noscript", "textarea", "xmp", "plaintext", "noembed",
		"noframes", "image" };
	const struct str whole = tag;
	const bool ends = str_starts(tag, S("/"));
	size_t at = ends;
	while (at < tag.len && (byte_is_alpha(tag.at[at]) || byte_is_digit(tag.at[at]) ||
				       tag.at[at] == '-'))
		at++;
	const struct str name = str_cut(tag, ends, at - ends);
	tag = str_from(tag, at);
	if (!name.len || is_listed(NEVER, COUNT(NEVER), name))
		fail("a tag that may not be there", whole);
	while (!ends && str_starts(tag, S(" ")) && !str_eq(tag, S(" /"))) {
		const size_t equals = str_find(tag, S("=\""), 1);
		const size_t end = equals == STR_NONE
					   ? STR_NONE
					   : str_find_byte(tag, '"', equals + 2);
		if (end == STR_NONE)
			fail("an attribute without its quotes", whole);
		const struct str key = str_cut(tag, 1, equals - 1);
		if (!may_stand(name, key))
			fail("an attribute that may not be there", whole);
		check_value(name, key, str_cut(tag, equals + 2, end - equals - 2));
		tag = str_from(tag, end + 1);
	}
	if (tag.len && !str_eq(tag, S(" /")))
		fail("a tag that is not strict", whole);
}

static void check_markup(struct str page)
{
	if (!utf8_valid(page))
		fail("not UTF-8", page);
	for (size_t at = 0; (at = str_find_byte(page, '<', at)) != STR_NONE; at++) {
		const size_t end = str_find_byte(page, '>', at);
		if (end == STR_NONE)
			fail("a tag does not end", str_from(page, at));
		check_tag(str_cut(page, at + 1, end - at - 1));
	}
}

static struct str own_words(struct str page, struct arena *a)
{
	struct doc doc = { .arena = a };
	struct error err = { 0 };
	struct buf text = { 0 };
	if (!doc_read(S("x.html"), page, NULL, &doc, &err))
		return S("");
	for (size_t i = 0; i < doc.block_count; i++) {
		const enum block_kind kind = doc.blocks[i].kind;
		if (kind == BLOCK_CHROME || kind == BLOCK_META || kind == BLOCK_ACTION ||
			kind == BLOCK_TITLE)
			continue;
		buf_fmt(&text, "%d ", (int)kind);
		buf_add(&text, doc_cut(&doc, doc.blocks[i].span));
		buf_byte(&text, '\n');
	}
	const struct str all = arena_str(a, buf_str(&text));
	buf_done(&text);
	return all;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct buf once = { .max = 1 << 24 }, twice = { .max = 1 << 24 };
	struct str marked;
	(void)page_forbids_keeping((struct str){ (const char *)bytes, len });
	if (page_clean(
		    (struct str){ (const char *)bytes, len }, &ORIGIN, &a, &once, &err)) {
		check_markup(buf_str(&once));
		if (page_mark(buf_str(&once), &a, &marked, &err) &&
			!str_eq(own_words(buf_str(&once), &a), own_words(marked, &a)))
			fail("reads differently when it is marked", marked);
		if (page_clean(buf_str(&once), &ORIGIN, &a, &twice, &err) &&
			!str_eq(own_words(buf_str(&once), &a),
				own_words(buf_str(&twice), &a)))
			fail("cleaned again, it reads differently", buf_str(&once));
	}
	buf_done(&once);
	buf_done(&twice);
	arena_free(&a);
	return 0;
}

// A kept page reads as the page did; the mark decides what is the page; names and order.
#include "capture/keep.h"
#include "capture/list.h"
#include "read/read.h"
#include "tests/test.h"

static bool is_own(enum block_kind kind)
{
	return kind != BLOCK_CHROME && kind != BLOCK_ACTION && kind != BLOCK_META;
}

// What is read, block by block, with its kind: all of it, or only the page's own.
static struct str read_as(struct arena *a, struct str page, bool own)
{
	struct doc doc = { .arena = a };
	struct error err = { 0 };
	struct buf text = { 0 };
	assert_true(doc_read(S("page.html"), page, NULL, &doc, &err));
	for (size_t i = 0; i < doc.block_count; i++)
		if (!own || is_own(doc.blocks[i].kind))
			buf_fmt(&text, "%d.%u %" PRI_STR "\n", (int)doc.blocks[i].kind,
				doc.blocks[i].level,
				ARG_STR(doc_cut(&doc, doc.blocks[i].span)));
	const struct str all = arena_str(a, buf_str(&text));
	buf_done(&text);
	return all;
}

static struct str words_of(struct arena *a, struct str page)
{
	return read_as(a, page, false);
}

static struct str kept(struct arena *a, struct str page)
{
	const struct page_origin origin = { .site = S("https://x.example"),
		.path = S("/a/") };
	struct error err = { 0 };
	struct buf clean = { 0 };
	struct str marked;
	assert_true(page_clean(page, &origin, a, &clean, &err));
	assert_true(page_mark(buf_str(&clean), a, &marked, &err));
	marked = arena_str(a, marked);
	buf_done(&clean);
	return marked;
}

TEST(pages_read_as_before)
{
	static const char *const FILES[] = { "examples/fernhollow/site/index.html",
		"fuzz/corpus/page/xhtml.html", "examples/fernhollow/site/pricing.html",
		"examples/fernhollow/site/product-insights.html" };
	for (size_t i = 0; i < COUNT(FILES); i++) {
		struct arena a = { 0 };
		struct file file;
		struct error err = { 0 };
		assert_true(file_open(FILES[i], 1 << 20, &file, &err));
		const struct str before = read_as(&a, file.bytes, true);
		const struct str after = read_as(&a, kept(&a, file.bytes), true);
		assert_true(before.len > 0);
		assert_string_equal(before.at, after.at);
		file_close(&file);
		arena_free(&a);
	}
}

TEST(odd_pages_read_exactly_as_before)
{
	static const char *const PAGES[] = {
		"<body><header><h1>A claim of 3 words</h1></header><p>Body</p></body>",
		"<nav>Menu</nav><div "
		"class=hero><h1>One</h1></div><main><p>Two</p></main>",
		"<p>No body at all",
		"<div><p>Unclosed <b>bold<div>next",
		"",
		"<ul><li>One<li>Two</ul><table><tr><td>a<td>b</table>",
		"<pre>\n a\n  b</pre><svg><title>icon</title></svg><p>after</p>",
		"<p hidden>hidden</p><p style='display : none "
		"!important'>gone</p><p>x</p>",
		"<div class='cookie-banner'>We use "
		"cookies</div><article><h1>T</h1></article>",
		"<title>a &lt; b</title><p>a &lt; b &amp; c &#60;script&#62;</p>",
		"<button>Go</button><a href='/x'>Book a demo</a><input type=submit "
		"value=Go>",
	};
	for (size_t i = 0; i < COUNT(PAGES); i++) {
		struct arena a = { 0 };
		const struct str page = str_of(PAGES[i]);
		assert_string_equal(
			words_of(&a, page).at, words_of(&a, kept(&a, page)).at);
		arena_free(&a);
	}
}

static bool has(struct str text, const char *part)
{
	return str_find(text, str_of(part), 0) != STR_NONE;
}

TEST(smallest_element_with_all_of_it_is_marked)
{
	struct arena a = { 0 };
	assert_true(
		has(kept(&a, S("<body><nav><a href=/>x</a></nav><main><h1>A</h1><p>B is "
			       "longer</p></main><footer>f</footer></body>")),
			"<main data-candor-main>"));
	assert_true(has(kept(&a, S("<body><div id=a><h1>A</h1></div><div><p>B</p></div>"
				   "</body>")),
		"<body data-candor-main>"));
	assert_false(has(kept(&a, S("<p>A</p><p>B</p>")), "data-candor-main"));
	arena_free(&a);
}

TEST(mark_decides_what_is_the_page)
{
	struct arena a = { 0 };
	const struct str text = words_of(&a, S("<body><h1>Sale today only</h1><nav "
					       "data-candor-main><p>We are quick</p>"
					       "</nav><p>And so on</p></body>"));
	assert_true(has(text, "0.0 We are quick"));
	struct str other = words_of(&a, S("<body><h1>data-candor-main</h1></body>"));
	assert_true(has(other, "2.1 data-candor-main")); // the word alone marks nothing
	assert_true(has(text, "10.0 Sale today only"));
	assert_true(has(text, "10.0 And so on"));
	arena_free(&a);
}

static void slug_is(const char *path, const char *want)
{
	struct arena a = { 0 };
	assert_string_equal(keep_slug(&a, str_of(path)).at, want);
	arena_free(&a);
}

TEST(names_come_from_addresses)
{
	slug_is("/", "home");
	slug_is("/index.html", "home");
	slug_is("/de/index.php", "de");
	slug_is("/Product/Automation/", "product-automation");
	slug_is("/pricing?plan=pro&x=../../etc", "pricing-plan-pro-x-etc");
	slug_is("/%E3%83%84", "home");
	slug_is("/vs/battlecard", "vs-battle-card");
	slug_is("/../../..", "home");
	slug_is("/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaaaa",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
}

TEST(telling_pages_come_first)
{
	static const char *const ORDER[] = { "/", "/pricing", "/product",
		"/acme-vs-shiftly", "/solutions", "/product/automation", "/other",
		"/other/deeper", "/blog/pricing-news", "/docs/pricing", "/legal",
		"/pricing?ref=2" };
	for (size_t i = 1; i < COUNT(ORDER); i++)
		assert_true(
			list_rank(str_of(ORDER[i - 1])) <= list_rank(str_of(ORDER[i])));
	assert_true(list_rank(S("/pricing")) < list_rank(S("/blog/pricing")));
	assert_true(list_rank(S("/evs")) > list_rank(S("/vs"))); // whole words only
}

MAIN(RUN(pages_read_as_before), RUN(odd_pages_read_exactly_as_before),
	RUN(smallest_element_with_all_of_it_is_marked),
	RUN(mark_decides_what_is_the_page), RUN(names_come_from_addresses),
	RUN(telling_pages_come_first))

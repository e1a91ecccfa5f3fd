// Pages: what is text, where it stands, and what only stands around it.
#include "test.h"

#include <string.h>

#include "docs.h"
#include "read/entity.h"

static struct arena arena;

static void assert_page(const char *html, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.html", str_of(html), false), want);
}

TEST(blocks_have_their_kinds_and_places)
{
	assert_page("<h1>One  page</h1>\n<p>Written <b>from</b> machines.</p>\n"
		    "<ul><li>Works offline<ul><li>for 72 hours</ul><li>cheap</ul>\n"
		    "<blockquote><p>We carried binders.</p></blockquote>",
		"heading1 1:5-1:13 One page\n"
		"text 2:4-2:32 Written from machines.\n"
		"item1 3:9-3:21 Works offline\nitem2 3:30-3:41 for 72 hours\n"
		"item1 3:51-3:55 cheap\n"
		"quote 4:16-4:34 We carried binders.");
}

TEST(columns_stay_exact_behind_entities_and_inside_words)
{
	assert_page("<p>R&amp;D in 40&nbsp;% &ndash; f&uuml;r&hellip; al<b>l</b></p>",
		"text 1:4-1:55 R&D in 40 % \xe2\x80\x93 f\xc3\xbcr\xe2\x80\xa6 all");
	assert_page("<p>Gr\xc3\xb6\xc3\x9f"
		    "e &amp; Ruhe</p>",
		"text 1:4-1:19 Gr\xc3\xb6\xc3\x9f"
		"e & Ruhe");
	assert_page("<p>a &lt; b &copy 2024 &nosuch; A&B &#8364; &#x80;</p>",
		"text 1:4-1:45 a < b \xc2\xa9 2024 &nosuch; A&B \xe2\x82\xac "
		"\xe2\x82\xac");
	assert_page("<p>soft&shy;ware log<wbr>book zero&#8203;width</p>",
		"text 1:4-1:46 software logbook zerowidth");
}

TEST(white_space_is_one_space_and_breaks_are_breaks)
{
	assert_page("<p>Nothing gets lost<br>between\n   shifts</p>",
		"text 1:4-2:9 Nothing gets lost between shifts");
	assert_page("<p>one<br><br/>two<br> <br>three</p>",
		"text 1:4-1:6 one\ntext 1:16-1:18 two\ntext 1:28-1:32 three");
	assert_page("<pre>\n$ go\n  -x &lt;f&gt;\n\n\nend\n</pre>",
		"code 2:1-6:3 $ go/  -x <f>///end");
}

TEST(scripts_styles_drawings_and_comments_are_not_text)
{
	assert_page("<script>if (a<b) '</p>'</script><style>p{}</style><p>x</p>"
		    "<svg><title>t</title><text>u</text></svg><!-- <p>no</p> -->"
		    "<template><p>v</p></template><noscript><p>w</p></noscript>y"
		    "<?php echo '<p>' ?><![CDATA[z]]>",
		"text 1:54-1:54 x\ntext 1:176-1:195 y' ?>");
	assert_page("<p>before</p><!-- never ends <p>after</p>", "text 1:4-1:9 before");
	assert_page("<svg><path><p>A page goes on after a drawing nobody closed.</p>",
		"text 1:15-1:59 A page goes on after a drawing nobody closed.");
}

TEST(the_head_speaks_about_the_page)
{
	assert_page("<!DOCTYPE html><html lang=en><title>A &amp; B\n | C</title>\n"
		    "<meta content='D &lt; E' name=description>\n"
		    "<meta property=og:description content='D &lt; E'>\n"
		    "<meta property=og:title content=A>\n"
		    "<meta property=article:published_time content=2025-11-03>\n"
		    "<meta name=author content='Ines Duarte'>\n"
		    "<link rel=canonical href='https://x.example/?a=1&copy=2'>\n"
		    "<body><time datetime=2024-01-01>then</time>",
		"title 1:37-2:4 A & B | C\nmeta 3:16-3:23 D < E\ntext 9:33-9:36 then\n"
		"language=en\ntitle=A & B | C\ndescription=D < E\n"
		"og:description=D < E\nog:title=A\ndate=2025-11-03\n"
		"author=Ines Duarte\nurl=https://x.example/?a=1&copy=2");
	assert_page("<p>On <time datetime='2025-10-02'>2 October</time></p>"
		    "<time datetime='2026-01-01'></time>",
		"text 1:4-1:43 On 2 October\ndate=2025-10-02");
}

TEST(what_stands_around_a_page_is_chrome)
{
	assert_page("<nav><a href=/>Home</a></nav><footer><h2>About</h2></footer>"
		    "<aside>More</aside><div role=navigation>Links</div>"
		    "<div role='dialog'>Subscribe</div><p>Page</p>",
		"chrome 1:16-1:19 Home\nchrome 1:42-1:46 About\nchrome 1:68-1:71 More\n"
		"chrome 1:101-1:105 Links\nchrome 1:131-1:139 Subscribe\n"
		"text 1:149-1:152 Page");
	assert_page("<div id=onetrust-consent-sdk><p>We value</p></div>"
		    "<div class='CookieBar'>ok</div><section class=gdpr>law</section>",
		"chrome 1:33-1:40 We value\nchrome 1:74-1:75 ok\nchrome 1:102-1:104 law");
	assert_page("<div hidden>a</div><div style='color:red; DISPLAY : none'>b</div>"
		    "<p style='visibility:hidden!important'>c</p><details "
		    "hidden=until-found>d"
		    "</details><div class='site-footer x'>e</div>",
		"chrome 1:13-1:13 a\nchrome 1:59-1:59 b\nchrome 1:105-1:105 c\n"
		"text 1:138-1:138 d\nchrome 1:176-1:176 e");
}

TEST(classes_on_the_page_itself_say_nothing)
{
	assert_page("<body class='cookies-not-set has-cta menu' aria-hidden=true>"
		    "<main class=sidebar><p>Page</p></main>",
		"text 1:84-1:87 Page");
	assert_page("<div class='cookie-policy'><h1>How we use cookies</h1><p>Rarely.</p>"
		    "</div>",
		"heading1 1:32-1:49 How we use cookies\ntext 1:58-1:64 Rarely.");
	struct buf page = { 0 };
	buf_add(&page, S("<div class=has-cookie-banner>"));
	buf_repeat(&page, S("<p>A page without any heading, but with much to say.</p>"),
		100);
	buf_add(&page, S("</div>"));
	const char *text = docs_text(&arena, "x.html", buf_str(&page), false);
	assert_int_equal(strncmp(text, "text 1:33-1:81 A page", 21), 0);
	buf_done(&page);
	assert_page("<div class=rectangle>octagon, nectar</div>",
		"text 1:22-1:36 octagon, nectar");
}

TEST(a_header_with_the_heading_is_the_opening_of_the_page)
{
	assert_page("<header><nav><a href=/>Home</a></nav><h1>Nothing gets lost</h1>"
		    "<p>One page.</p></header>",
		"chrome 1:24-1:27 Home\nheading1 1:42-1:58 Nothing gets lost\n"
		"text 1:67-1:75 One page.");
	assert_page(
		"<header><h1><a href=/>OpsGrid</a></h1><p>Login</p></header><h2>x</h2>",
		"chrome 1:23-1:29 OpsGrid\nchrome 1:42-1:46 Login\nheading2 1:64-1:64 x");
	assert_page("<article><header><h2>Why</h2><p>By Ines</p></header></article>",
		"heading2 1:22-1:24 Why\ntext 1:33-1:39 By Ines");
	assert_page("<section><header><a href=/>Logo</a> Login</header></section>",
		"chrome 1:28-1:41 Logo Login");
	assert_page("<header class=hero><p>Nothing gets lost.</p></header>",
		"text 1:23-1:40 Nothing gets lost.");
	assert_page("<header><img alt='OpsGrid logo'></header>",
		"chrome 1:19-1:30 OpsGrid logo");
}

TEST(sections_count_only_headings_that_stay)
{
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	struct str page = S("<header><h2>Menu</h2></header><h1>A</h1><p>b</p>");
	assert_true(doc_read(S("x.html"), page, NULL, &doc, &err));
	assert_int_equal(doc.block_count, 3);
	assert_int_equal(doc.blocks[0].section, 0);
	assert_int_equal(doc.blocks[1].section, 1);
	assert_int_equal(doc.blocks[2].section, 1);
}

TEST(calls_to_action_are_actions)
{
	assert_page(
		"<p>Ready? <a class='btn btn-primary' href=x>Start <b>now</b></a> or not."
		"</p><button>Buy</button><input type=submit value='Get &quot;it&quot;'>"
		"<a role=button>Go</a>",
		"text 1:4-1:9 Ready?\naction 1:45-1:56 Start now\ntext 1:66-1:72 or "
		"not.\n"
		"action 1:85-1:87 Buy\naction 1:123-1:135 Get \"it\"\n"
		"action 1:158-1:159 Go");
	assert_page("<p><a href=/case>Read the case study</a></p><p>See <a "
		    "href=x>this</a>.</p>",
		"action 1:18-1:36 Read the case study\ntext 1:48-1:70 See this.");
	assert_page("<section class=cta><h2>Ready?</h2><p>No card needed.</p>"
		    "<div class=heroCta>Start</div></section>",
		"heading2 1:24-1:29 Ready?\ntext 1:38-1:52 No card needed.\n"
		"action 1:76-1:80 Start");
	assert_page("<div class=btn-group><a class=button href=a>One</a>"
		    "<a class=button href=b>Two</a></div>",
		"action 1:45-1:47 One\naction 1:75-1:77 Two");
	assert_page("<a class=card-button href=x>This is a card with a whole long "
		    "sentence in "
		    "it, and nobody would press all of that.</a>",
		"text 1:29-1:112 This is a card with a whole long sentence in it, and "
		"nobody "
		"would press all of that.");
}

TEST(cards_and_menus_are_told_apart)
{
	assert_page(
		"<a href=/case><h3>Kestrel cut audits</h3><p>Its plants answer auditors "
		"in minutes.</p><p>Read the story</p></a>",
		"heading3 1:19-1:36 Kestrel cut audits\n"
		"text 1:45-1:82 Its plants answer auditors in minutes.\n"
		"action 1:90-1:103 Read the story");
	assert_page("<ul><li><a href=a>Product</a><li><a href=b>Pricing</a></ul>"
		    "<ul><li><a href=a>Audit answers in minutes</a>"
		    "<li><a href=b>Works without any network</a></ul>",
		"chrome 1:19-1:25 Product\nchrome 1:44-1:50 Pricing\n"
		"item1 1:78-1:101 Audit answers in minutes\n"
		"item1 1:120-1:144 Works without any network");
	assert_page("<p><a href=a>Docs</a> | <a href=b>Blog</a></p>",
		"chrome 1:14-1:38 Docs | Blog");
}

TEST(signs_that_link_to_a_heading_are_not_part_of_it)
{
	assert_page("<h2>Install<a class=headerlink href='#install'>\xc2\xb6</a></h2>",
		"heading2 1:5-1:11 Install\nchrome 1:48-1:48 \xc2\xb6");
}

TEST(forms_are_around_the_page)
{
	assert_page(
		"<form><label>Work email <input></label><select><option>One<option>Two"
		"</select><textarea>hi</textarea></form>",
		"chrome 1:14-1:23 Work email\nchrome 1:56-1:58 One\nchrome 1:67-1:69 "
		"Two");
}

TEST(words_hidden_within_a_line_leave_the_sentence_whole)
{
	assert_page(
		"<p>Read <span class=sr-only>the <b>full</b> one</span>more today.</p>",
		"text 1:4-1:65 Read more today.\nchrome 1:29-1:47 the full one");
	assert_page("<p>See <img alt='our R&amp;D lab'> here.</p><p><img alt=''></p>",
		"text 1:4-1:40 See here.\nmeta 1:18-1:32 our R&D lab");
}

TEST(quotes_keep_the_name_below_them)
{
	assert_page(
		"<blockquote>We carried binders.<footer>Petra Brandt</footer><ul><li>x"
		"</ul></blockquote>",
		"quote 1:13-1:31 We carried binders.\nquote 1:40-1:51 Petra Brandt\n"
		"quote 1:69-1:69 x");
}

TEST(tables_have_cells_and_layout_tables_have_none)
{
	assert_page("<table><tr><th>Plan<th>Price<tr><td>Small<td><p>9 &euro;</table>",
		"cell1 1:16-1:19 Plan\ncell1 1:24-1:28 Price\ncell 1:37-1:41 Small\n"
		"cell 1:49-1:51 9 \xe2\x82\xac");
	assert_page("<table role=presentation><tr><td>Text<table><td>in</table></table>",
		"text 1:34-1:37 Text\ncell 1:49-1:50 in");
}

TEST(tags_that_nobody_closed_do_no_harm)
{
	assert_page("<h1>Title<p>One <b>two<p>three<ul><li>a<li>b</ul>c</div></span>",
		"heading1 1:5-1:9 Title\ntext 1:13-1:22 One two\ntext 1:26-1:30 three\n"
		"item1 1:39-1:39 a\nitem1 1:44-1:44 b\ntext 1:50-1:50 c");
	assert_page("<h2><p>Why</p></h2><p>Because.</p>",
		"heading2 1:8-1:10 Why\ntext 1:23-1:30 Because.");
	assert_page("<footer><div>a</footer>b", "chrome 1:14-1:14 a\ntext 1:24-1:24 b");
	assert_page("<div class=menu><table><td></div>a</table></div>b",
		"chrome 1:34-1:34 a\ntext 1:49-1:49 b");
	assert_page("<p>a</p><a href=\"never ends>b</a>", "text 1:4-1:4 a");
}

TEST(encodings_are_named_by_marks_bytes_or_meta)
{
	struct str utf16 = { "\xff\xfe<\0p\0>\0\xe4\0", 10 };
	assert_string_equal(
		docs_text(&arena, "x.html", utf16, false), "text 1:4-1:4 \xc3\xa4");
	assert_page("<meta charset=iso-8859-1><p>f\xfcr 5 \x80",
		"text 1:29-1:35 f\xc3\xbcr 5 \xe2\x82\xac");
	assert_page("<meta http-equiv=Content-Type content='text/html; "
		    "charset=koi8-r'><p>\xd3",
		"text 1:70-1:70 \xd1\x81");
	assert_page(
		"<meta charset=\"Shift_JIS\"><p>\x88\xf8", "text 1:30-1:30 \xe5\xbc\x95");
	assert_page("<?xml version='1.0' encoding='windows-1251'?><p>\xe6",
		"text 1:49-1:49 \xd0\xb6");
}

TEST(xhtml_closes_empty_elements)
{
	assert_page("<?xml version='1.0'?><html><div class='footer'/><p>a</p></html>",
		"text 1:52-1:52 a");
}

TEST(pages_are_recognised_by_their_beginning)
{
	assert_string_equal(
		reader_find(S("saved"), S("\n<!-- x -->\n<!DOCTYPE HTML>"))->name,
		"html");
	assert_string_equal(
		reader_find(S("saved"), S("\xef\xbb\xbf<html>"))->name, "html");
	assert_null(reader_find(S("saved"), S("<note>x</note>")));
}

TEST(entities_follow_the_standard)
{
	static const struct {
		const char *text;
		size_t len, len_in_attribute;
		uint32_t code;
	} CASES[] = {
		{ "&amp;x", 5, 5, '&' },
		{ "&ampx", 4, 0, '&' },
		{ "&notit;", 4, 0, 0xac },
		{ "&notin;", 7, 7, 0x2209 },
		{ "&copy=2", 0, 0, 0 },
		{ "&hellip", 0, 0, 0 },
		{ "&#x20AC;", 8, 8, 0x20ac },
		{ "&#8364", 6, 6, 0x20ac },
		{ "&#0;", 4, 4, 0xfffd },
		{ "&#xD800;", 8, 8, 0xfffd },
		{ "&#99999999999999999999;", 23, 23, 0xfffd },
		{ "&#150;", 6, 6, 0x2013 },
		{ "&#;", 0, 0, 0 },
		{ "&", 0, 0, 0 },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		uint32_t code = 0;
		size_t len = entity_read(str_of(CASES[i].text), true, &code);
		assert_int_equal(len, CASES[i].len_in_attribute);
		len = entity_read(str_of(CASES[i].text), false, &code);
		if (strcmp(CASES[i].text, "&copy=2")) // in text it is a sign
			assert_int_equal(len, CASES[i].len);
		if (CASES[i].len)
			assert_int_equal(code, CASES[i].code);
	}
}

MAIN(RUN(blocks_have_their_kinds_and_places),
	RUN(columns_stay_exact_behind_entities_and_inside_words),
	RUN(white_space_is_one_space_and_breaks_are_breaks),
	RUN(scripts_styles_drawings_and_comments_are_not_text),
	RUN(the_head_speaks_about_the_page), RUN(what_stands_around_a_page_is_chrome),
	RUN(classes_on_the_page_itself_say_nothing),
	RUN(a_header_with_the_heading_is_the_opening_of_the_page),
	RUN(sections_count_only_headings_that_stay), RUN(calls_to_action_are_actions),
	RUN(cards_and_menus_are_told_apart),
	RUN(signs_that_link_to_a_heading_are_not_part_of_it),
	RUN(forms_are_around_the_page),
	RUN(words_hidden_within_a_line_leave_the_sentence_whole),
	RUN(quotes_keep_the_name_below_them),
	RUN(tables_have_cells_and_layout_tables_have_none),
	RUN(tags_that_nobody_closed_do_no_harm),
	RUN(encodings_are_named_by_marks_bytes_or_meta), RUN(xhtml_closes_empty_elements),
	RUN(pages_are_recognised_by_their_beginning), RUN(entities_follow_the_standard))

// Markdown: blocks, exact places, front matter, HTML inside, links that are no sentences.
#include "test.h"

#include <md4c.h>
#include <string.h>

#include "docs.h"

static struct arena arena;

static void assert_doc(const char *text, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.md", str_of(text), false), want);
}

TEST(blocks_have_their_kinds_and_places)
{
	assert_doc("# One *two* #\n\nA `b c` d\n  e\\*f\n\n- x\n  - y\n\n    more\n1. "
		   "z\n\n> q\nlazy\n",
		"heading1 1:3-1:10 One two\ntext 3:1-4:6 A b c d e*f\nitem1 6:3-6:3 x\n"
		"item2 7:5-7:5 y\nitem2 9:5-9:8 more\nitem1 10:4-10:4 z\n"
		"quote 12:3-13:4 q lazy");
	assert_doc("Title\n=====\n\n    code\n      more\n\n```c\nint  x;\n\n\ty;\n```\n",
		"heading1 1:1-1:5 Title\ncode 4:5-5:10 code/  more\n"
		"code 8:1-10:3 int  x;//    y;");
	assert_doc("| a | b\\|c |\n|:--|--:|\n| **1** | `2` |\n",
		"cell1 1:3-1:3 a\ncell1 1:7-1:10 b|c\ncell 3:5-3:5 1\ncell 3:12-3:12 2");
}

TEST(columns_count_characters)
{
	assert_doc("F\xc3\xbcr *Gr\xc3\xb6\xc3\x9f"
		   "e* &amp; &euro;5 &nosuch;",
		"text 1:1-1:34 F\xc3\xbcr Gr\xc3\xb6\xc3\x9f"
		"e & \xe2\x82\xac"
		"5 &nosuch;");
	assert_doc("\xef\xbb\xbf# T", "heading1 1:3-1:3 T");
	assert_doc("a\r\n\r\nb\\\r\nc  \r\nd\r\n", "text 1:1-1:1 a\ntext 3:1-5:1 b c d");
}

TEST(front_matter_is_kept_whole)
{
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	struct str text = S("---\ndeal_id: D-1\ndate: 2025-10-03\n---\n# T\n");
	assert_true(doc_read(S("a.md"), text, NULL, &doc, &err));
	assert_true(str_eq(doc.front, S("deal_id: D-1\ndate: 2025-10-03\n")));
	assert_int_equal(doc.front_line, 2);
	assert_int_equal(doc_place(&doc, 0).major, 5);
	assert_doc("---\na: 1\n", "text 2:1-2:4 a: 1");
	assert_doc("+++\na = 1\n+++\nb", "text 4:1-4:1 b");
	assert_doc("---\nwords\n\n---\nb", "text 2:1-2:5 words\ntext 5:1-5:1 b");
}

TEST(readme_html_is_markup_not_text)
{
	assert_doc("<p align=\"center\">\n  <img src=x alt=\"The logo\">\n  <b>Shift</b> "
		   "handover\n"
		   "</p>\n<h1>Hello &amp; go</h1>\n\n<!-- no\n\nno -->\n\nA "
		   "<sub>b</sub><br>c\n",
		"text 3:6-3:23 Shift handover\nmeta 2:19-2:26 The logo\n"
		"heading1 5:5-5:18 Hello & go\ntext 11:1-11:19 A b c");
	assert_doc("> <div\n> class=\"a\">b</div>\n\nx <b\nclass=\"y\">z</b>\n",
		"quote 2:13-2:13 b\ntext 4:1-5:11 x z");
	assert_doc("[![Build](b.svg)](b) [![License](l.svg)](l)\n",
		"meta 1:4-1:8 Build\nmeta 1:25-1:31 License");
	assert_doc("<details><summary>More</summary>\n\nInside **it**.\n\n</details>\n",
		"text 1:19-1:22 More\ntext 3:1-3:14 Inside it.");
}

TEST(links_that_stand_alone_are_actions_and_rows_of_them_navigation)
{
	assert_doc("[Start free](x)\n\nSee [it](x) now.\n\n[Docs](d) | [Blog](b) "
		   "\xe2\x80\xa2 [Chat](c)\n",
		"action 1:2-1:11 Start free\ntext 3:1-3:16 See it now.\n"
		"chrome 5:2-5:29 Docs | Blog \xe2\x80\xa2 Chat");
	assert_doc("- [Install on Debian and its kin](#i)\n- [Use it](u)\n\nText\n\n"
		   "- [Works without any network](x)\n- [Audit answers in minutes](y)\n",
		"chrome 1:4-1:32 Install on Debian and its kin\nchrome 2:4-2:9 Use it\n"
		"text 4:1-4:4 Text\nitem1 6:4-6:28 Works without any network\n"
		"item1 7:4-7:27 Audit answers in minutes");
	assert_doc("[We cut audits by 40 % at Kestrel](x) and [a longer second link here "
		   "that says something](y)\n",
		"text 1:2-1:88 We cut audits by 40 % at Kestrel and a longer second link "
		"here "
		"that says something");
}

TEST(pictures_say_their_words_beside_the_text)
{
	assert_doc("Look ![a *red* &lt; b](x.png \"t\") here.\n",
		"text 1:1-1:39 Look here.\nmeta 1:8-1:21 a red < b");
}

TEST(notes_and_alerts)
{
	assert_doc("Fast[^1] and `[^x]`.\n\n[^1]: Median of *six*.\n",
		"text 1:1-1:20 Fast and [^x].\nnote 3:7-3:22 Median of six.");
	assert_doc("> [!NOTE]\n> Ours.\n\n> [!Quote]\n> Theirs.\n",
		"text 2:3-2:7 Ours.\nquote 4:3-5:9 [!Quote] Theirs.");
}

TEST(mdx_loses_its_program_and_keeps_its_words)
{
	static const char TEXT[] =
		"import A from './a'\nexport const m = {\n\n  t: \"}\",\n}\n\n"
		"# Fast <B c=\"x>y\" /> {v}\n\nImport your data.\n\n<Tabs a={['x', "
		"`${y}`]}>\n"
		"    Works **here** {/* no */}now.\n\n- one <m.d>two</m.d>\n</Tabs>\n\n"
		"```js\nimport x\n<A>{b}</A>\n```\n\n<p className={s.x}>a < b "
		"`{c}`</p>\n";
	assert_string_equal(docs_text(&arena, "x.mdx", str_of(TEXT), false),
		"heading1 7:3-7:6 Fast\ntext 9:1-9:17 Import your data.\n"
		"text 12:5-12:33 Works here now.\nitem1 14:3-14:14 one two\n"
		"code 18:1-19:10 import x/<A>{b}</A>\ntext 22:20-22:30 a < b `{c}`");
}

static const char *given;
static size_t given_len, copies;

static bool is_given(const char *at, size_t len)
{
	return at >= given && at + len <= given + given_len;
}

static int no_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user; // only text is looked at
	return 0;
}

static int no_span(MD_SPANTYPE type, void *detail, void *user)
{
	(void)type, (void)detail, (void)user; // only text is looked at
	return 0;
}

static int text_seen(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user)
{
	const char **last = user;
	if (is_given(at, size)) {
		assert_true(at >= *last); // in order
		*last = at + size;
		return 0;
	}
	copies++;
	for (MD_SIZE i = 0; i < size && type != MD_TEXT_NULLCHAR; i++)
		assert_true(at[i] == '\n' || at[i] == ' ');
	return 0;
}

// What markdown_walk.c relies on and md4c.h does not promise; md4c 0.4.8.
TEST(md4c_hands_out_pointers_into_its_input_in_order)
{
	static const char TEXT[] = "# a *b*\n\n> q\n> &amp; `c\n> d` \\*\n\n\tcode\n\t  "
				   "x\n\n<p\n  a=b>\n\n- [ ] t <b\nc>\n\n"
				   "| a | b |\n|---|---|\n| [l](u \"t\") | ![i *j*](k) "
				   "|\n\n[r]\\\nz\x01 ~~s~~ <http://x.y>"
				   "\n\n[r]: /u\n";
	const char *last = TEXT;
	MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
		.enter_block = no_block,
		.leave_block = no_block,
		.enter_span = no_span,
		.leave_span = no_span,
		.text = text_seen,
	};
	given = TEXT;
	given_len = sizeof TEXT - 1;
	copies = 0;
	assert_int_equal(md_parse(TEXT, sizeof TEXT - 1, &parser, &last), 0);
	assert_in_range(copies, 5, 20);
}

MAIN(RUN(blocks_have_their_kinds_and_places), RUN(columns_count_characters),
	RUN(front_matter_is_kept_whole), RUN(readme_html_is_markup_not_text),
	RUN(links_that_stand_alone_are_actions_and_rows_of_them_navigation),
	RUN(pictures_say_their_words_beside_the_text), RUN(notes_and_alerts),
	RUN(mdx_loses_its_program_and_keeps_its_words),
	RUN(md4c_hands_out_pointers_into_its_input_in_order))

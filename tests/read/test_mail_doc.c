// Mail as documents: headers always, words only where they are allowed.
#include "test.h"

#include <string.h>

#include "docs.h"
#include "read/mail_html.h"
#include "read/mail_reply.h"

static struct arena arena;

static void assert_doc(const char *text, bool bodies, const char *want)
{
	assert_string_equal(docs_text(&arena, "x.eml", str_of(text), bodies), want);
}

static const char SIMPLE[] = "From: Dana Cole <dana@x.example>\n"
			     "To: a@x.example,\n\tb@x.example\n"
			     "Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n"
			     "Date: Fri, 7 Feb 2003 18:35:25 +0200\n"
			     "X-Secret: x\n"
			     "\n"
			     "First line\n"
			     "  second line\n"
			     "\n"
			     "Third.\n";

TEST(without_leave_only_headers_are_read)
{
	assert_doc(SIMPLE, false,
		"meta 1:1-5:36 From: Dana Cole <dana@x.example>/To: a@x.example, "
		"b@x.example/Date: Fri, 7 Feb 2003 18:35:25 +0200\n"
		"from=dana@x.example\ndate=2003-02-07");
}

TEST(with_leave_subject_and_words_are_read)
{
	assert_doc(SIMPLE, true,
		"meta 1:1-5:36 From: Dana Cole <dana@x.example>/To: a@x.example, "
		"b@x.example/Subject: Grüße/Date: Fri, 7 Feb 2003 18:35:25 +0200\n"
		"text(dana@x.example) 8:1-9:13 First line second line\n"
		"text(dana@x.example) 11:1-11:6 Third.\n"
		"from=dana@x.example\ntitle=Grüße\ndate=2003-02-07");
}

TEST(every_line_of_a_header_has_its_place)
{
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	assert_true(doc_read(S("x.eml"), str_of(SIMPLE), NULL, &doc, &err));
	size_t at = str_find(doc.text, S("b@x.example"), 0);
	struct place p = doc_place(&doc, (uint32_t)at);
	assert_int_equal(p.major, 3);
	assert_int_equal(p.minor, 2);
	p = doc_place(&doc, (uint32_t)str_find(doc.text, S("Date"), 0));
	assert_int_equal(p.major, 5);
	assert_int_equal(p.minor, 1);
}

TEST(a_mailbox_is_a_block_for_each_message)
{
	assert_string_equal(docs_text(&arena, "2003-February.txt",
				    S("From a at x.example  Fri Feb  7 18:35:25 "
				      "2003\nFrom: a at x.example "
				      "(A)\nDate: Fri, 7 Feb 2003 18:35:25 "
				      "+0200\n\nSecret\n\nFrom b at "
				      "x.example  Fri Feb  7 18:35:25 2003\nFrom: b at "
				      "x.example (B)\n\n"),
				    false),
		"meta 2:1-3:36 From: a at x.example (A)/Date: Fri, 7 Feb 2003 18:35:25 "
		"+0200\n"
		"meta 8:1-8:24 From: b at x.example (B)");
	assert_string_equal(docs_text(&arena, "x.txt", S("Just a note."), false),
		"text 1:1-1:12 Just a note.");
}

#define HEAD "From: d@x.example\n"

TEST(encodings_are_decoded)
{
	assert_doc(HEAD "Content-Type: text/plain; charset=\"iso-8859-1\"\n"
			"Content-Transfer-Encoding: quoted-printable\n\n"
			"Gr=FC=DFe an =\nalle\n\nEnde =3D 1 \n",
		true,
		"meta 1:1-1:17 From: d@x.example\ntext(d@x.example) 5:1-5:13 Grüße an "
		"alle\n"
		"text(d@x.example) 8:1-8:8 Ende = 1\nfrom=d@x.example");
	// "Hello\n\nWorld and more\n" in two lines of base64
	assert_doc(HEAD "Content-Transfer-Encoding: "
			"BASE64\n\nSGVsbG8KCldv\ncmxkIGFuZCBtb3JlCg==\n",
		true,
		"meta 1:1-1:17 From: d@x.example\ntext(d@x.example) 4:1-4:5 Hello\n"
		"text(d@x.example) 4:1-4:14 World and more\nfrom=d@x.example");
	assert_doc(HEAD "\nMixed \xfc and more\n", true,
		"meta 1:1-1:17 From: d@x.example\ntext(d@x.example) 3:1-3:16 Mixed ü and "
		"more\nfrom=d@x.example");
}

static const char PARTS[] =
	HEAD "MIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary=\"out\"\n\n"
	     "Preamble\n"
	     "--out\n"
	     "Content-Type: multipart/alternative; boundary=in\n\n"
	     "--in\nContent-Type: text/plain\n\nPlain words.\n"
	     "--in\nContent-Type: text/html\n\n<p>HTML words.</p>\n"
	     "--in--\n"
	     "--out\n"
	     "Content-Type: text/plain\nContent-Disposition: attachment\n\nAttached.\n"
	     "--out\n"
	     "Content-Type: text/html\n\n<p>Only&nbsp;HTML &lt;here&gt;</p>\n"
	     "--out--\n"
	     "Epilogue\n";

TEST(parts_are_found_wherever_they_are)
{
	assert_doc(PARTS, true,
		"meta 1:1-1:17 From: d@x.example\n"
		"text(d@x.example) 13:1-13:12 Plain words.\n"
		"text(d@x.example) 27:1-27:16 Only HTML <here>\nfrom=d@x.example");
}

TEST(html_alone_is_stripped)
{
	assert_doc(HEAD
		"Content-Type: text/html\n\n"
		"<html><head><title>T</title><style>p > a { x: y }</style>\n"
		"<script>if (a < b) alert('</p>')</script></head>\n"
		"<body><!-- no <p>no --><p class='a > b'>One\n"
		"two</p><div>Three<br>Four &#8364;&#x41;&bogus;</div>\n"
		"<blockquote>Old</blockquote>\n"
		"<p>5 < 6</p><div class=\"gmail_quote\">Older</div></body></html>\n",
		true,
		"meta 1:1-1:17 From: d@x.example\n"
		"text(d@x.example) 6:1-6:7 One two\n"
		"text(d@x.example) 7:1-7:14 Three Four €A&bogus;\n"
		"text(d@x.example) 9:1-9:5 5 < 6\nfrom=d@x.example");
}

static void assert_reply(const char *body, const char *want)
{
	struct str text = arena_fmt(&arena, HEAD "\n%s", body);
	struct doc doc = { .arena = &arena };
	struct error err = { 0 };
	struct read_how how = { .mail_bodies = true };
	assert_true(doc_read(S("x.eml"), text, &how, &doc, &err));
	struct str words = doc_cut(&doc, doc.blocks[0].span);
	words = str_from(doc.text, words.len);
	assert_string_equal(arena_cstr(&arena, str_trim(words)), want);
}

TEST(quoted_replies_and_signatures_are_cut)
{
	assert_reply(
		"Yes.\n\nOn Fri, 7 Feb 2003 18:35:25 +0200\n\"mmihai\" <m@x.example> "
		"wrote:\n\n> Old\n>> older\nAnd no.\n-- \nDana\n",
		"Yes.\nAnd no.");
	assert_reply("Nicu Buculei wrote:\n> Old\n\nNew\n", "New");
	assert_reply("New\n\n-----Original Message-----\nFrom: x\nOld\n", "New");
	assert_reply("New\n\n________________________________\nFrom: x\nOld\n", "New");
	assert_reply("New\n\nFrom: Dana Cole\nSent: Friday\nTo: x\n\nOld\n", "New");
	assert_reply("Neu\n\nAm 07.02.2003 um 18:35 schrieb Dana Cole:\n> Alt\n", "Neu");
	assert_reply("New\n\nSent from my iPhone\n", "New");
	assert_reply("New\n\n---------- Forwarded message ---------\nOld\n", "New");
	assert_reply("He wrote:\nI like it.\n", "He wrote: I like it.");
	assert_reply("On the way to work.\nFrom: here to there.\n",
		"On the way to work. From: here to there.");
}

static const char *nested(unsigned depth)
{
	struct buf out = { 0 };
	buf_add(&out, S(HEAD));
	for (unsigned i = 0; i < depth; i++)
		buf_fmt(&out, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i,
			i);
	buf_add(&out, S("Content-Type: text/plain\n\nDeep.\n"));
	const char *text = arena_str(&arena, buf_str(&out)).at;
	buf_done(&out);
	return text;
}

TEST(depth_and_number_of_parts_are_bounded)
{
	assert_non_null(
		strstr(docs_text(&arena, "x.eml", str_of(nested(8)), true), "Deep."));
	assert_null(strstr(docs_text(&arena, "x.eml", str_of(nested(9)), true), "Deep."));
	struct buf out = { 0 };
	buf_add(&out, S(HEAD "Content-Type: multipart/mixed; boundary=b\n\n"));
	for (unsigned i = 0; i < 150; i++)
		buf_fmt(&out, "--b\nContent-Type: text/plain\n\npart %u.\n", i);
	const char *got = docs_text(&arena, "x.eml", buf_str(&out), true);
	assert_non_null(strstr(got, "part 98."));
	assert_null(strstr(got, "part 99."));
	buf_done(&out);
}

MAIN(RUN(without_leave_only_headers_are_read), RUN(with_leave_subject_and_words_are_read),
	RUN(every_line_of_a_header_has_its_place),
	RUN(a_mailbox_is_a_block_for_each_message), RUN(encodings_are_decoded),
	RUN(parts_are_found_wherever_they_are), RUN(html_alone_is_stripped),
	RUN(quoted_replies_and_signatures_are_cut),
	RUN(depth_and_number_of_parts_are_bounded))

/*
 * Text that makes careless readers look back again and again, eight megabytes of each.
 * Nothing is timed here: a reader that is not linear does not come to an end before the
 * test is stopped.
 */
#include "test.h"

#include "read/read.h"

enum { BYTES = 8 << 20 };

static const struct {
	const char *path;
	struct str head, unit, tail;
} TEXTS[] = {
	{ "quotes.csv", STR_INIT("a,b\n"), STR_INIT("\""), STR_INIT("") },
	{ "open quotes.csv", STR_INIT("a,b\n"), STR_INIT("\"a\n"), STR_INIT("") },
	{ "odd quotes.csv", STR_INIT("a,b\n"), STR_INIT("\"\"\"a\n"), STR_INIT("") },
	{ "returns.csv", STR_INIT("a,b\n"), STR_INIT("\r"), STR_INIT("") },
	{ "lonely.csv", STR_INIT("a,b,c\n"), STR_INIT("x\n"), STR_INIT("") },
	{ "half lonely.csv", STR_INIT("a,b,c\n"), STR_INIT("x\n1,2,3\n"), STR_INIT("") },
	{ "totals.csv", STR_INIT("a,b\n"), STR_INIT("Total,1\n"), STR_INIT("") },
	{ "headers.csv", STR_INIT("a,b\n"), STR_INIT("a,b\n"), STR_INIT("") },
	{ "cp1252.csv", STR_INIT("a,b\n"), STR_INIT("\xfc,\xe4\n"), STR_INIT("") },
	{ "nested.json", STR_INIT("["), STR_INIT("[[[[]]]],"), STR_INIT("1]") },
	{ "keys.json", STR_INIT("[{"), STR_INIT("\"a\":1,"), STR_INIT("\"b\":1}]") },
	{ "escapes.json", STR_INIT("[\""), STR_INIT("\\u00e4"), STR_INIT("\"]") },
	{ "objects.json", STR_INIT("["), STR_INIT("{\"a\":{\"b\":[1,{\"c\":3}]}},"),
		STR_INIT("{}]") },
	{ "envelopes.json", STR_INIT("[{\"b\":1},"),
		STR_INIT("{\"attributes\":{\"type\":\"x\",\"url\":\"y\"}},"),
		STR_INIT("{}]") },
#define MESSAGE "[{\"type\":\"message\",\"ts\":\"1.0\",\"text\":\""
	{ "brackets.json", STR_INIT(MESSAGE), STR_INIT("<"), STR_INIT("\"}]") },
	{ "ampersands.json", STR_INIT(MESSAGE), STR_INIT("&"), STR_INIT("\"}]") },
	{ "messages.json", STR_INIT("["),
		STR_INIT("{\"type\":\"message\",\"ts\":\"1.0\",\"text\":\"hi <@U1>\"},"),
		STR_INIT("{}]") },
#define FROM_LINE "From a@b Fri Feb  7 18:35:25 2003\n"
	{ "from.mbox", STR_INIT(FROM_LINE "From: a@b.c\n\n"), STR_INIT("\nFrom "),
		STR_INIT("") },
	{ "messages.mbox", STR_INIT(""), STR_INIT(FROM_LINE "From: a@b.c\n\n"),
		STR_INIT("") },
	{ "colons.eml", STR_INIT("From: a@b.c\n"), STR_INIT(":"), STR_INIT("") },
	{ "fields.eml", STR_INIT("From: a@b.c\n"), STR_INIT("To: x@y\n"), STR_INIT("") },
	{ "comments.eml", STR_INIT("From: a@b.c\nTo: "), STR_INIT("("), STR_INIT("\n") },
	{ "words.eml", STR_INIT("From: a@b.c\nSubject: "), STR_INIT("=?utf-8?q?"),
		STR_INIT("\n\n") },
	{ "parameters.eml", STR_INIT("From: a@b.c\nContent-Type: text/plain"),
		STR_INIT(";"), STR_INIT("\n\nhi") },
#define PARTS "Content-Type: multipart/alternative; boundary=b\n\n"
	{ "parts.eml", STR_INIT("From: a@b.c\n" PARTS), STR_INIT("--b\n" PARTS),
		STR_INIT("") },
	{ "wrote.eml", STR_INIT("From: a@b.c\n\n"), STR_INIT("x wrote:\n\n\n\n\n"),
		STR_INIT("") },
#define HTML "From: a@b.c\nContent-Type: text/html\n\n"
	{ "tags.eml", STR_INIT(HTML), STR_INIT("<"), STR_INIT("") },
	{ "scripts.eml", STR_INIT(HTML), STR_INIT("<script>"), STR_INIT("") },
	{ "paragraphs.eml", STR_INIT(HTML), STR_INIT("<p>"), STR_INIT("") },
	{ "numbers.eml", STR_INIT(HTML), STR_INIT("&#"), STR_INIT("") },
	{ "folds.ics", STR_INIT("BEGIN:VEVENT\nDTSTART:20250101\n"), STR_INIT(" x\n"),
		STR_INIT("") },
	{ "parameters.ics", STR_INIT("BEGIN:VEVENT\nATTENDEE"), STR_INIT(";"),
		STR_INIT(":x\n") },
	{ "components.ics", STR_INIT(""), STR_INIT("BEGIN:X\n"), STR_INIT("") },
	{ "dates.ics", STR_INIT("BEGIN:VEVENT\nDTSTART:20250101\nRDATE:"),
		STR_INIT("20250101,"), STR_INIT("\nEND:VEVENT\n") },
	{ "zones.ics", STR_INIT("BEGIN:VEVENT\nEND:VEVENT\n"),
		STR_INIT("BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:"
			 "16010101T000000\n"
			 "TZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY\n"
			 "END:STANDARD\nEND:VTIMEZONE\n"),
		STR_INIT("") },
};

static void read_rows(struct str path, struct str bytes, struct arena *a)
{
	struct table *t = NULL;
	struct row row;
	struct error err = { 0 };
	if (!table_open(path, bytes, 0, a, &t, &err))
		return;
	while (table_next(t, &row))
		;
}

static void read_facts(struct str path, struct str bytes, struct arena *a)
{
	struct mail_file *f = NULL;
	struct calendar *c = NULL;
	struct error err = { 0 };
	struct mail mail;
	struct meeting meeting;
	if (!str_ends(path, S(".ics")) && mail_open(bytes, a, &f, &err))
		while (mail_next(f, &mail))
			;
	if (str_ends(path, S(".ics")) &&
		calendar_open(bytes, 0, INT64_C(2000000000000), a, &c, &err))
		while (meeting_next(c, &meeting))
			;
}

TEST(every_reader_comes_to_an_end)
{
	for (size_t i = 0; i < COUNT(TEXTS); i++) {
		struct buf text = { 0 };
		struct arena a = { 0 };
		struct doc doc = { .arena = &a };
		struct error err = { 0 };
		struct read_how how = { .mail_bodies = true };
		struct str path = str_of(TEXTS[i].path);
		buf_add(&text, TEXTS[i].head);
		buf_repeat(&text, TEXTS[i].unit, BYTES / TEXTS[i].unit.len);
		buf_add(&text, TEXTS[i].tail);
		if (!doc_read(path, buf_str(&text), &how, &doc, &err))
			assert_true(err.code == ERROR_FORMAT || err.code == ERROR_LIMIT);
		arena_free(&a);
		if (table_may_open(path))
			read_rows(path, buf_str(&text), &a);
		else
			read_facts(path, buf_str(&text), &a);
		arena_free(&a);
		buf_done(&text);
	}
}

MAIN(RUN(every_reader_comes_to_an_end))

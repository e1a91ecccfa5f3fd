// PDF files, read by pdftotext in a process of its own.
#include <signal.h>

#include "read/child.h"
#include "read/list.h"
#include "read/pdf_text.h"

/*
 * Poppler is GPL and has had its share of memory errors: it runs apart, in a cage, and
 * never in this process.
 */
static const struct child CAGE = {
	.cpu_seconds = 20,
	.seconds = 30,
	.memory_bytes = (size_t)1 << 30,
	.output_bytes = (size_t)64 << 20,
};

static bool explain_said(int status, struct str said, struct error *err)
{
	if (str_find(said, S("Incorrect password"), 0) != STR_NONE)
		return error_set(err, ERROR_FORMAT,
			"is protected by a password; save a copy without one");
	if (status == 3)
		return error_set(err, ERROR_FORMAT,
			"does not allow its text to be copied; export a copy that does");
	if (str_find(said, S("Out of memory"), 0) != STR_NONE)
		return error_set(err, ERROR_LIMIT,
			"needs more than 1 GB of memory to read; export it again");
	if (!said.len)
		return error_set(err, ERROR_FORMAT,
			"is damaged: pdftotext gave it up with status %d; export it "
			"again",
			status);
	return error_set(err, ERROR_FORMAT,
		"is damaged (%" PRI_STR "); export it again or copy it again",
		ARG_STR(said));
}

bool pdf_explain(const struct child_result *r, struct error *err)
{
	switch (r->end) {
	case CHILD_MISSING:
		return error_set(err, ERROR_SYSTEM,
			"needs the program pdftotext; install the package "
			"poppler-utils");
	case CHILD_LOUD:
		return error_set(err, ERROR_LIMIT,
			"holds more text than is read of one file; split it");
	case CHILD_KILLED:
		if (r->code != SIGXCPU && r->code != SIGKILL)
			return error_set(err, ERROR_FORMAT,
				"is damaged: pdftotext broke down on it (signal %d); "
				"export it again",
				r->code);
		__attribute__((fallthrough)); // out of processor time
	case CHILD_LATE:
		return error_set(err, ERROR_LIMIT,
			"takes more than %u seconds to read; export it again, in parts "
			"if it is long",
			CAGE.cpu_seconds);
	case CHILD_EXITED:
		break;
	}
	struct arena scratch = { 0 };
	(void)explain_said(r->code, utf8_safe(&scratch, str_of(r->said), 100), err);
	arena_free(&scratch);
	return false;
}

static bool run(const char *const *program, const char *const *args, struct str bytes,
	struct buf *out, struct child_result *result, struct error *err)
{
	struct child child = CAGE;
	child.program = program;
	child.args = args;
	child.input = bytes;
	if (!child_run(&child, out, result, err))
		return false;
	return (result->end == CHILD_EXITED && !result->code) || pdf_explain(result, err);
}

static bool read_text(struct str bytes, struct doc *doc, struct error *err)
{
	static const char *const PROGRAM[] = { "/usr/bin/pdftotext",
		"/usr/local/bin/pdftotext", NULL };
	static const char *const ARGS[] = { "pdftotext", "-tsv", "-enc", "UTF-8", "-",
		"-", NULL };
	struct buf table = { 0 };
	uint32_t pages = 0;
	struct child_result result;
	bool words = false, ok = run(PROGRAM, ARGS, bytes, &table, &result, err);
	if (ok)
		pdf_text_read(buf_str(&table), doc, &pages, &words);
	buf_done(&table);
	if (!ok || words)
		return ok;
	if (result.said[0])
		return pdf_explain(&result, err);
	return error_set(err, ERROR_FORMAT,
		"has no text: %u scanned page%s; export it with text", pages,
		pages == 1 ? "" : "s");
}

static void add_meta(struct doc *doc, const char *key, struct str value)
{
	struct place top = { PLACE_PAGE, 1, 1 };
	struct date day = { 0 };
	value = str_trim(value);
	if (str_eq(str_of(key), S("modified")))
		value = date_parse(value, DATE_UNSURE, &day) ? date_str(doc->arena, day)
							     : S("");
	if (value.len)
		doc_meta(doc, str_of(key), utf8_safe(doc->arena, value, 500), top);
}

/*
 * Ten milliseconds more for the title, the author and the day.  Whatever is wrong with
 * them is not worth refusing the file.
 */
static void read_metas(struct str bytes, struct doc *doc)
{
	static const char *const PROGRAM[] = { "/usr/bin/pdfinfo",
		"/usr/local/bin/pdfinfo", NULL };
	static const char *const ARGS[] = { "pdfinfo", "-isodates", "-enc", "UTF-8", "-",
		NULL };
	static const struct {
		struct str label;
		const char *key;
	} METAS[] = {
		{ STR_INIT("Title:"), "title" },
		{ STR_INIT("Author:"), "author" },
		{ STR_INIT("ModDate:"), "modified" },
	};
	struct buf out = { 0 };
	struct child_result result;
	struct str rest, line;
	if (run(PROGRAM, ARGS, bytes, &out, &result, NULL)) {
		rest = utf8_from_bytes(doc->arena, buf_str(&out), NULL);
		while (str_line(&rest, &line))
			for (size_t i = 0; i < COUNT(METAS); i++)
				if (str_starts(line, METAS[i].label))
					add_meta(doc, METAS[i].key,
						str_from(line, METAS[i].label.len));
	}
	buf_done(&out);
}

static bool pdf_sniff(struct str bytes)
{
	return str_starts(bytes, S("%PDF-"));
}

static bool pdf_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how;	      // nothing to decide for PDF
	enum { HEAD = 1024 }; // where readers look for the mark
	struct buf draft;
	if (str_find(str_cut(bytes, 0, HEAD), S("%PDF-"), 0) == STR_NONE)
		return error_set(err, ERROR_FORMAT,
			"is no PDF, whatever its name says; export it again");
	doc_begin(doc, &draft);
	bool ok = read_text(bytes, doc, err);
	if (ok)
		read_metas(bytes, doc);
	return doc_finish(doc, ok ? err : NULL) && ok;
}

const struct reader reader_pdf = {
	.name = "pdf",
	.title = "PDF",
	.suffixes = ".pdf",
	.gives = "paragraphs put together from the lines of each page, with page and "
		 "line; "
		 "list items; headings where the type is clearly larger; lines repeated "
		 "at "
		 "the edge of three pages or more apart; title, author, day of the last "
		 "change. Needs pdftotext (poppler-utils). Pictures, forms and notes are "
		 "left "
		 "out; scanned pages have no text",
	.sniff = pdf_sniff,
	.read = pdf_read,
};

// Workbooks as documents: every cell that holds something, sheet after sheet.
#include "read/list.h"
#include "read/xlsx_book.h"

enum { CELLS_MAX = 1000 * 1000 };

struct reading {
	struct book *book;
	struct doc *doc;
	struct buf line; // one cell on one line
	size_t cells;
};

// The first row is a header when it holds nothing but words and stands above others.
static bool has_header(const struct sheet *s)
{
	if (s->row_count < 2)
		return false;
	for (size_t i = 0; i < s->rows[0].count; i++)
		if (!s->cells[s->rows[0].first + i].is_text)
			return false;
	return true;
}

static void write_row(struct reading *r, const struct sheet *s, size_t n, uint8_t level)
{
	const struct cell_row *row = &s->rows[n];
	// A text that many cells share is copied until the doc is full, and not beyond.
	for (size_t i = 0; i < row->count && !r->doc->draft->full; i++) {
		const struct cell *c = &s->cells[row->first + i];
		struct place place = { PLACE_ROW, row->number, c->column + 1u };
		buf_clear(&r->line);
		ooxml_words(&r->line, (struct str){ c->at, c->len });
		doc_block(r->doc, BLOCK_CELL, level, S(""));
		doc_text(r->doc, str_trim(buf_str(&r->line)), place);
	}
}

static bool read_sheet(struct reading *r, size_t number, struct error *err)
{
	struct arena scratch = { 0 };
	struct sheet sheet;
	struct str name = r->book->sheets[number].name;
	struct place top = { PLACE_ROW, 1, 1 };
	bool ok = sheet_read(r->book, number, &scratch, &sheet, err);
	r->cells += ok ? sheet.cell_count : 0;
	if (ok && r->cells > CELLS_MAX)
		ok = error_set(err, ERROR_LIMIT,
			"has more than a million cells, too many to read as words; as a "
			"table it may have %d million",
			XLSX_CELLS_MAX / 1000000);
	if (ok) {
		doc_meta(r->doc, S("sheet"), name, top);
		doc_block(r->doc, BLOCK_META, 0, S(""));
		doc_text(r->doc, utf8_safe(&scratch, name, 0), top);
		for (size_t i = 0; i < sheet.row_count; i++)
			write_row(r, &sheet, i, !i && has_header(&sheet));
	}
	arena_free(&scratch);
	return ok;
}

static bool read_sheets(struct reading *r, struct error *err)
{
	struct place top = { PLACE_ROW, 1, 1 };
	for (size_t i = 0; i < r->book->sheet_count; i++)
		if (!read_sheet(r, i, err))
			return false;
	if (r->book->hidden)
		doc_meta(r->doc, S("hidden-sheets"),
			arena_fmt(r->book->arena, "%zu", r->book->hidden), top);
	package_properties(&r->book->package, r->doc, top);
	return true;
}

static bool xlsx_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for workbooks
	struct arena scratch = { 0 };
	struct book book;
	struct reading reading = { .book = &book, .doc = doc };
	struct buf draft;
	if (!book_open(bytes, &scratch, &book, err)) {
		arena_free(&scratch);
		return false;
	}
	doc_begin(doc, &draft);
	bool ok = read_sheets(&reading, err);
	ok = doc_finish(doc, ok ? err : NULL) && ok;
	buf_done(&reading.line);
	book_close(&book);
	arena_free(&scratch);
	return ok;
}

static bool xlsx_sniff(struct str bytes)
{
	return package_has(bytes, S("xl/workbook"));
}

const struct reader reader_xlsx = {
	.name = "xlsx",
	.title = "workbook",
	.suffixes = ".xlsx .xlsm .xltx",
	.gives =
		"every cell of the worksheets that are shown, each with row and column: "
		"texts, numbers in their shortest form, dates as days, formulas by their "
		"last result; names of the sheets; title, author, day of the last "
		"change. "
		"Hidden sheets are only counted; errors, comments, charts and pictures "
		"are "
		"left out",
	.sniff = xlsx_sniff,
	.read = xlsx_read,
};

// pdf_text: the words on the pages of a PDF, put back into lines and paragraphs.
#ifndef READ_PDF_TEXT_H
#define READ_PDF_TEXT_H

#include "doc/doc.h"
#include "read/child.h"

// One line as it stands on the page; lengths in points, from the top left corner.
struct pdf_line {
	struct str text;
	uint32_t page;
	uint32_t number; // on its page, in the order of reading, from 1
	uint32_t block;	 // lines that stand together
	float left, right, top;
	float first_word; // its width
	float height;	  // of most of its characters
	bool margin;	  // repeated at the top or the bottom of pages
	bool bullet;	  // one stands before it, on its own
};

struct pdf_text {
	struct arena *arena;
	struct pdf_line *lines; // in the order of reading
	size_t count, room;
	uint32_t pages;
	float body; // height of most of the text
};

// A run of lines that are one block of the doc.
struct pdf_paragraph {
	enum block_kind kind;
	uint8_t level;
	size_t first, count; // of the lines that are no margin
};

/*
 * What `pdftotext -tsv` prints, as paragraphs in doc, which is open.  Takes any bytes:
 * what is no such table has no words.  *pages is how many there are, with or without
 * words; *words whether any were found.
 */
void pdf_text_read(struct str table, struct doc *doc, uint32_t *pages, bool *words);

// Why pdftotext gave no text, in words for the person who wanted it; false.
bool pdf_explain(const struct child_result *r, struct error *err);

// The steps of pdf_text_read.
void pdf_lines_read(struct str table, struct pdf_text *t);
/*
 * Marks the lines that stand apart at the top or the bottom of three pages or more, at
 * the same height; page numbers and other digits may differ.
 */
void pdf_mark_margins(struct pdf_text *t);
// Where a paragraph begins, by layout; what it is, by its first sign and its size.
struct pdf_paragraph *pdf_paragraphs_of(const struct pdf_text *t,
	struct pdf_line *const *body, size_t lines, size_t *count);

// A bullet at the start of a line: its bytes with the space behind it, or 0; all of the
// line when it is nothing else.
size_t pdf_bullet(struct str line);

#endif

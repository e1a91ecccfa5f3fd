// read: turns the bytes of any file we know into a doc, or into rows.
#ifndef READ_READ_H
#define READ_READ_H

#include "doc/doc.h"
#include "read/chat.h"
#include "read/mail.h"
#include "read/meeting.h"
#include "read/page.h"
#include "read/vectors.h"

// What the workspace allows and expects of one file.
struct read_how {
	bool mail_bodies; // read the bodies of mails; without it they never leave the
			  // parser's window
};

/*
 * One entry per format; the table in read.c is the only list of formats.
 * `read` fills doc (doc->arena is set; use doc_begin ... doc_finish).  It must accept any
 * bytes at all: damaged input is ERROR_FORMAT, input beyond a limit is ERROR_LIMIT, never
 * a crash, a hang or unbounded memory. `bytes` are the file's own bytes, in any encoding;
 * they outlive the doc only until read returns.
 */
struct reader {
	const char *name;     // "vtt", shown by `candor help formats`
	const char *title;    // "WebVTT transcript"
	const char *suffixes; // space-separated, with dots: ".vtt .srt"
	const char *gives;    // one line for docs: what is read, what is left out
	bool (*sniff)(struct str bytes); // whether the content looks like it; NULL if
					 // only the suffix decides
	bool (*read)(struct str bytes, const struct read_how *how, struct doc *doc,
		struct error *err);
};

extern const struct reader *const readers[]; // NULL-terminated

// The reader for a path by its suffix, then by content among readers that can sniff; NULL
// if none.
const struct reader *reader_find(struct str path, struct str bytes);
bool doc_read(struct str path, struct str bytes, const struct read_how *how,
	struct doc *doc, struct error *err);

/*
 * Rows.  A table is read front to back; cells are borrowed until the next call and are
 * UTF-8, trimmed of nothing.  Rows shorter than the header are filled with empty cells,
 * the surplus of longer ones is dropped, and both are counted in table_uneven; empty
 * cells at the end of a longer row are no surplus.  Records that are no rows (all cells
 * empty, sums, notices of a report export, the header once more) are left out.
 */
struct table;

struct row {
	uint32_t number; // row in the file as a spreadsheet counts it: the header is 1
	uint32_t line;	 // line in the file where it begins; equals number unless cells
			 // hold line breaks
	const struct str *cells; // `columns` of them
};

enum table_kind { TABLE_CSV, TABLE_SHEET, TABLE_JSON };

struct table_info {
	enum table_kind kind;
	char separator;		  // ',' ';' '\t' '|' for TABLE_CSV
	const char *encoding;	  // "UTF-8", "UTF-16", "Windows-1252"
	const struct str *header; // trimmed, on one line; unique names are not guaranteed
	size_t columns;
	uint32_t header_row; // 1 unless title lines stand above it
	struct str sheet;    // name of the sheet; empty for CSV
	size_t rows_most;    // no more rows than this will come; 0: nobody knows
};

// Whether a path may hold rows: .csv .tsv .txt with separators, .xlsx, .json with an
// array of objects.
bool table_may_open(struct str path);
/*
 * Opens sheet number `sheet` (0 for the first; CSV has one).  ERROR_USAGE when there is
 * no such sheet.  The bytes must stay valid while the table is open.  Everything
 * allocated lives in `a`.
 */
bool table_open(struct str path, struct str bytes, size_t sheet, struct arena *a,
	struct table **out, struct error *err);
size_t table_sheets(const struct table *t);
const struct table_info *table_info(const struct table *t);
bool table_next(struct table *t, struct row *row); // false at the end and at damage
/*
 * Once table_next gave false: true at the end of the file.  Otherwise a damaged place
 * (an open quote, broken JSON) ended the rows early, and the error names its line.
 */
bool table_whole(const struct table *t, struct error *err);
size_t table_uneven(const struct table *t);  // rows so far with a wrong number of cells
size_t table_footers(const struct table *t); // records so far that were left out as sums,
					     // notices or a repeated header

#endif

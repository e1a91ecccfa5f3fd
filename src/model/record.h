// record: the kinds of tables a company keeps, and one loader for all of them.
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "model/config.h"
#include "model/header.h"
#include "model/records.h"
#include "model/source.h"
#include "read/read.h"

enum cell_type {
	CELL_TEXT,   // struct str; uint32_t of records_word() where a kind has many rows
	CELL_WORD,   // struct str: a known word where `words` knows it, else as written
	CELL_STATUS, // an enum: place of the word in `words`, from 0
	CELL_YESNO,  // int: 1, 0 or -1
	CELL_DATE,   // struct date; "2025-11" and "Q4 2025" mean the first day
	CELL_UNTIL,  // struct date; there they mean the last day
	CELL_MONEY,  // int64_t cents or -1
	CELL_COUNT,  // double, whole, 0 or more; -1
	CELL_NUMBER, // double, 0 or more; -1
	CELL_SCORE,  // double, 0 or more; -1: "4", "4/5", "4 out of 5", "80%" as 80
	CELL_SIGNED, // double; not-a-number
	CELL_FIGURE, // struct figure: a number, and how it is written; not-a-number
	CELL_TYPES,
};

// A word we use, and the others that mean it, ';' between.
struct cell_word {
	const char *word;
	const char *also;
};

struct record_field {
	const char *name;    // "deal_id": the header of our own files
	const char *aliases; // what exports call it in English and German, ';' between
	enum cell_type type;
	bool required; // a row without it is skipped
	bool distinct; // a table that has it is likely of this kind
	bool key;      // rows that are equal in these are one record
	bool part;     // and in these, blank or not, if the key is there
	size_t offset, width;
	const struct cell_word *words; // CELL_WORD, CELL_STATUS; ended by NULL
	const char *doc;	       // one line
};

// What a row's check says: NULL, or what is odd about it; `drop` leaves the row out.
typedef const char *record_check(const struct records *records, void *row, bool *drop);

struct record_kind {
	const char *name;  // "touches": of the role, of candor.yaml's sources, of help
	const char *title; // "Assets used with deals"
	const char *file;  // "touches.csv": where convention puts it
	const char *gives; // one line: what it is and where it comes from
	const struct record_field *fields; // ended by a field without name
	size_t size;			   // of the struct
	size_t list;			   // offset of its list in struct records
	const char *unlocks;		   // "F18 F21"
	const char *template_rows; // header and three rows, '\n' between and behind
	const char *like;    // other columns that speak for it, ';' between; NULL: none
	const char *unlike;  // columns that speak against it
	record_check *check; // NULL: none
};

#define RECORD_FIELD(type, member)                                                       \
	.offset = offsetof(struct type, member),                                         \
	.width = sizeof(((struct type *)0)->member)

enum { RECORD_FIELDS_MAX = 24 };

extern const struct record_kind *const record_kinds[]; // NULL-terminated

const struct record_kind *record_find(struct str name);
// A field by its own name or any of its aliases, or NULL.
const struct record_field *record_field_find(
	const struct record_kind *kind, struct str name);

/*
 * The kind whose required columns are all there and that scores best, or NULL.  The score
 * is the share of its required and distinctive columns that the header has, 0 to 1, where
 * a name that any table could have counts half; a column of `like` adds a quarter, one of
 * `unlike` takes a fifth.  Below RECORD_SCORE_MIN only a file that is called as
 * convention has it is taken.  Ties go to the kind that uses more columns, then to the
 * one the file is called after, then to the earlier one in the table.
 */
#define RECORD_SCORE_MIN 0.6
const struct record_kind *record_recognise(
	struct str path, const struct str *header, size_t columns, double *score);
// The score of one kind for a header; 0 when a required column is missing.
double record_score(
	const struct record_kind *kind, const struct str *header, size_t columns);

// Loading one table.  The caller owns it; everything it keeps lives in `a`.
struct record_load;

struct record_how {
	const struct record_kind *kind;
	const struct source_rule *rule; // of candor.yaml, or NULL
	uint32_t source;		// index into workspace.sources, for struct at
	struct str path;		// for notes
};

/*
 * Columns are found by name; candor.yaml's come first.  Each row is added to `out`; text
 * is copied into `a`.  Dates of a column are read one way: what a row proves (25/11/2025)
 * counts for the column, else for the file, else candor.yaml's `dates`; what stays open
 * is left blank at record_end and noted with the line that would settle it.  A cell that
 * does not fit its column is left blank; the first three are named, the rest counted.
 */
struct record_load *record_begin(const struct record_how *how, const struct str *header,
	size_t columns, struct arena *a, struct records *out);
// At most so many rows will come: makes room for them.
void record_reserve(struct record_load *load, size_t rows);
void record_row(struct record_load *load, uint32_t number, const struct str *cells);
// Adds rows, rows_skipped and notes to those of the source.
void record_end(struct record_load *load, struct source *source);
// All of that for an open table.
void record_load_table(const struct record_how *how, struct table *table, struct arena *a,
	struct records *out, struct source *source);

/*
 * Once all tables are loaded: the same record in two exports counts once, the newer
 * file's (the later date, then the later path); what was left out is noted at its source.
 * Then snapshots become stage changes.  Order of rows is kept otherwise.
 */
void record_settle(struct records *r, struct source *sources, struct arena *a);

#endif

// exports: files of other programs that say who turned to whom, known by their columns.
#ifndef MODEL_EXPORTS_H
#define MODEL_EXPORTS_H

#include "base/base.h"

enum { EXPORT_COLUMNS_MAX = 16 };

/*
 * One kind of table that the web of functions reads, row by row, when it is asked for;
 * src/traffic/intake_<reader>.c knows how.  A column is its names, ';' between, as
 * headers_find() takes them.
 */
struct export_kind {
	const char *name;   // of source.kind and of candor.yaml's sources
	const char *reader; // "zendesk"
	const char *title;  // "Exchange message traces", for status
	const char *gives;  // one line for docs: what is read, what is left out
	const char *needs[EXPORT_COLUMNS_MAX]; // columns without which it is not this
	const char *also[EXPORT_COLUMNS_MAX];  // others that are read
	const char *sign; // one column more that no other table has; NULL: none needed
	bool only;   // every column must be known, because the needed ones are common
	bool beside; // it may be a table of another kind as well: issues are a roadmap
};

extern const struct export_kind export_kinds[]; // ended by one without name

// NULL if the header is of none.  The first one that fits, in the table's order.
const struct export_kind *export_recognise(const struct str *header, size_t columns);
const struct export_kind *export_find(struct str name);

/*
 * Network data as it is published, words with blanks, commas or semicolons between: two
 * columns of numbers or of addresses, then a time or a weight, or a weight and a time.  A
 * header is not needed; where it names all columns as "edges" does they may stand in any
 * order.  Where every name of the first column stands there once, the second column is
 * the function each belongs to.
 */
const struct export_kind *bare_recognise(struct str bytes); // "pairs", "members", NULL

enum { BARE_WORDS = 4 };

struct bare_row {
	struct str words[BARE_WORDS];
	size_t count; // of words; what is beyond four is left out
	uint32_t line;
};

// The next line that has words; comments (#, %) are passed over.  False at the end.
bool bare_next(struct str *rest, struct bare_row *row);

// Where in a row what stands; -1: nowhere.
enum bare_column { BARE_FROM, BARE_TO, BARE_DATE, BARE_WEIGHT, BARE_COLUMNS };

struct bare_head {
	bool named; // by a header
	int8_t at[BARE_COLUMNS];
};

// Takes the BOM and the header, if there is one, off the text.  Without one, columns from
// the third on are what their words look like: `at` of date and weight is -1.
struct bare_head bare_head_of(struct str *rest, struct bare_row *row);
struct str bare_word(const struct bare_row *row, const struct bare_head *head,
	enum bare_column column); // empty if it is not there

// Seconds, milliseconds or microseconds since 1970, later than 1980.  No other number.
bool stamp_parse(struct str word, struct date *day);

#endif

// exports: files of other programs that say who turned to whom, known by their columns.
#ifndef MODEL_EXPORTS_H
#define MODEL_EXPORTS_H

#include "base/base.h"

enum { EXPORT_COLUMNS_MAX = 16 };

/*
 * One kind of table that the web of functions reads, row by row, when it is asked for;
 * src/web/intake_<reader>.c knows how.  A column is its names, ';' between, as
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
 * Rows without a header: two columns of numbers or of addresses, three with a time or a
 * weight, as network data is published.  Where every name of the first column stands
 * there once, the second column is the function each belongs to.
 */
const struct export_kind *bare_recognise(struct str bytes); // "pairs", "members", NULL

struct bare_row {
	struct str words[4];
	size_t count; // of words; what is beyond four is left out
	uint32_t line;
};

// The next line that has words; comments (#, %) are passed over.  False at the end.
bool bare_next(struct str *rest, struct bare_row *row);

#endif

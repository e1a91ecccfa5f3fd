// csv_sniff: which separator a file uses, from how well its first records agree.
#ifndef READ_CSV_SNIFF_H
#define READ_CSV_SNIFF_H

#include "read/csv_rows.h"

enum { CSV_SNIFF_RECORDS = 100, CSV_SNIFF_BYTES = 256 * 1024 };

struct csv_guess {
	struct csv_dialect dialect;
	size_t columns;	 // cells of most records; 1 if no separator was found
	size_t records;	 // looked at
	size_t agreeing; // of them, those with `columns` cells
};

/*
 * Reads the first records once with each of , ; tab | and takes the separator under which
 * most records have the same number of cells and the fewest cells hold another one
 * outside of quotes.  `favourite` wins where two are nearly as good; 0 if there is none.
 */
struct csv_guess csv_sniff(struct str text, char favourite);

// Takes a first line "sep=;" off the text: the separator, or 0 if there is none.
char csv_sep_line(struct str *text);

#endif

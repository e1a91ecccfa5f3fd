// table: what an open table remembers, for the files that implement it.
#ifndef READ_TABLE_H
#define READ_TABLE_H

#include "read/csv_rows.h"
#include "read/json_rows.h"
#include "read/read.h"
#include "read/xlsx_rows.h"

struct format;

enum { TABLE_HELD_MAX = 9 };

struct table {
	struct arena *arena;
	const struct format *format;
	struct table_info info;
	union {
		struct csv_rows csv;
		struct json_rows json;
		struct xlsx *xlsx;
	};
	size_t sheets;	       // 0 where the format has no sheets
	struct record *sample; // the first records, read to find the header
	size_t sample_count, sample_at;
	struct record held[TABLE_HELD_MAX]; // read ahead, to see what comes behind one
	size_t held_count, held_at;
	size_t released;	 // of the held ones: rows, as is known by now
	struct scratch ahead[2]; // of what is held now, and of what was before
	struct str *padded;	 // a short row with its empty cells
	bool noticed;		 // a notice was seen: lonely records are no rows any more
	size_t uneven, footers;
};

/*
 * One entry per format.  `open` sets info and whatever `next` needs; it does not look for
 * the header.  A format whose header is not a record sets info.header itself, and all its
 * records are rows.
 */
struct format {
	const char *suffixes;
	bool (*open)(struct table *t, struct str path, struct str bytes, size_t sheet,
		struct error *err);
	bool (*next)(struct table *t, struct record *r);
	const struct error *(*damage)(const struct table *t);
};

// The next record of the file, whether it was already read for the header or not.
bool table_record(struct table *t, struct record *r);

#endif

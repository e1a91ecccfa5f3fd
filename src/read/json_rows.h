// json_rows: a list of JSON objects as rows, one column for every key that occurs.
#ifndef READ_JSON_ROWS_H
#define READ_JSON_ROWS_H

#include "read/json_scan.h"
#include "read/rows.h"

enum { JSON_COLUMNS_MAX = 4096, JSON_NEST_MAX = 3 };

/*
 * Finds the list: an array of objects, the first such array among the members of one
 * object ({"results": [...]}), or one object after the other (JSON Lines).  Columns come
 * in the order in which their keys first occur.  Objects inside objects become columns
 * with dots ("owner.email"); "properties", "fields" and "attributes" are envelopes and
 * leave no dot.  A list of plain values becomes "a; b"; deeper things stay JSON.  null
 * is an empty cell.
 */
struct json_rows {
	struct json_scan scan; // before the next object
	bool lines;	       // objects stand at the top, not in an array
	struct map names;
	struct str *cells;
	size_t room;
	struct scratch scratch;
	uint32_t number;
};

// Reads the text once to learn the columns: ERROR_FORMAT with its line when any of it is
// damaged.  A single object counts as a list only if `lines`.
bool json_rows_open(struct json_rows *j, struct str text, bool lines, struct arena *a,
	struct error *err);
bool json_rows_next(struct json_rows *j, struct record *r);

#endif

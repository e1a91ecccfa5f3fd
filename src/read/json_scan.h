// json_scan: reading JSON one token at a time, with the exact place of each.
#ifndef READ_JSON_SCAN_H
#define READ_JSON_SCAN_H

#include "read/scratch.h"

enum json_token {
	JSON_STOP, // the end of the text, or damage: json_scan.damage tells which
	JSON_OPEN_OBJECT,
	JSON_OPEN_ARRAY,
	JSON_CLOSE, // of the innermost object or array
	JSON_KEY,
	JSON_STRING,
	JSON_NUMBER,
	JSON_WORD, // true, false, null
};

enum { JSON_DEPTH_MAX = 64 };

/*
 * RFC 8259, strictly: no comments, no trailing commas, no bare control characters.  Any
 * number of values may follow each other at the top, as in JSON Lines.  cJSON is not used
 * because it keeps no offsets, and places are what we read for.  Set `text`, which must
 * be UTF-8, and `line` = 1.  May be copied, to look ahead or to come back.
 */
struct json_scan {
	struct str text;
	size_t at;
	uint32_t line;	  // of `at`
	size_t line_from; // offset at which that line begins
	struct str raw;	  // the token as written; keys and strings without quotes
	bool escaped;	  // raw has escapes
	uint32_t token_line;
	size_t token_from; // offset at which the token's line begins
	unsigned depth;
	uint64_t objects; // bit d: the container at depth d is an object
	enum {
		JSON_WANT_VALUE,
		JSON_WANT_FIRST,
		JSON_WANT_KEY,
		JSON_WANT_FIRST_KEY,
		JSON_WANT_COMMA
	} want;
	struct error damage;
	size_t column_at; // the last offset whose column was asked for, and the answer
	uint32_t column_line, column;
};

enum json_token json_scan_next(struct json_scan *j);
// Behind the value whose token was just read; false at damage.  O(its length).
bool json_scan_skip(struct json_scan *j, enum json_token token);
bool json_scan_ended(const struct json_scan *j); // nothing but white space is left
// Column of an offset in the token's line, in characters from 1.  Amortised O(1) when
// asked for offsets in order.
uint32_t json_scan_column(struct json_scan *j, const char *at);
// Takes over what a copy has learned of columns.
void json_scan_resume(struct json_scan *j, const struct json_scan *copy);

// Takes the next run of plain characters, or one escape decoded into `out`, off *raw.
struct str json_piece(struct str *raw, char out[4]);
// A string with its escapes decoded: `raw` itself when it has none.
struct str json_text(struct scratch *s, struct str raw, bool escaped);

#endif

// ics_lines: the content lines of a calendar, unfolded.
#ifndef READ_ICS_LINES_H
#define READ_ICS_LINES_H

#include "read/scratch.h"

enum { ICS_LINE_MAX = 64 * 1024 }; // what a longer one has beyond is left out

struct ics_lines {
	struct str rest;
	uint32_t line; // where rest begins
	struct scratch scratch;
};

// In UTF-8: where a fold splits a character, it is whole again.
// NAME;PARAM=x;PARAM="y":value.  Borrowed until the next line.
struct ics_line {
	struct str name, params, value;
	uint32_t line;
	bool folded;
};

void ics_lines_open(struct ics_lines *l, struct str bytes, struct arena *a);
bool ics_lines_next(struct ics_lines *l, struct ics_line *out);
// The value of a parameter, without quotes; empty if there is none.
struct str ics_param(const struct ics_line *l, struct str name);
// An address from "mailto:x@y" or, failing that, from the parameter EMAIL; empty if none.
struct str ics_address(const struct ics_line *l);

#endif

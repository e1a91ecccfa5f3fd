// notes: sentences about a file that its owner should know, in the order they came up.
#ifndef MODEL_NOTES_H
#define MODEL_NOTES_H

#include "base/base.h"

struct notes {
	struct arena *arena; // owns the sentences; set before the first one
	struct str *at;
	size_t count, room;
	size_t dropped; // beyond NOTES_MAX
};

enum { NOTES_MAX = 100 }; // one file cannot fill the report

void notes_add(struct notes *n, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif

// child: another program, run on bytes in a cage, and what it prints.
#ifndef READ_CHILD_H
#define READ_CHILD_H

#include "base/base.h"

// The program gets no environment but LC_ALL=C.UTF-8, no files but the three it is given,
// and no more than these.
struct child {
	const char *const *program; // paths, NULL-terminated: the first that is there
	const char *const *args;    // NULL-terminated; args[0] is its name
	struct str input;	    // what it reads
	unsigned cpu_seconds;
	unsigned seconds; // on the wall
	size_t memory_bytes;
	size_t output_bytes;
};

enum child_end {
	CHILD_EXITED,  // code = status
	CHILD_KILLED,  // code = signal; a cage it ran into looks like this
	CHILD_LATE,    // beyond `seconds`
	CHILD_LOUD,    // beyond `output_bytes`
	CHILD_MISSING, // no such program
};

struct child_result {
	enum child_end end;
	int code;
	char said[120]; // first line of its standard error, NUL-terminated, still unsafe
};

/*
 * Runs the program and waits for it; what it printed is appended to `out`.  Whatever it
 * did, it and its children are gone afterwards.  ERROR_SYSTEM only when it could not be
 * started at all.  Safe from any thread.
 */
bool child_run(const struct child *c, struct buf *out, struct child_result *result,
	struct error *err);

#endif

// turn: the line of a written transcript that says who speaks, and when.
#ifndef READ_TURN_H
#define READ_TURN_H

#include "read/speech.h"

struct turn {
	struct str name;  // empty when the line has only a time
	struct str words; // behind name and time; empty when they stand on later lines
	bool timed;
	uint32_t ms;
};

/*
 * "Dana Cole: yes", "[00:03:10] Dana Cole: yes", "Dana Cole (3:10): yes", "00:03:10 -
 * Dana Cole: yes", and the name with a time on a line of its own: "Dana Cole 00:03:10",
 * "0:03 | Dana Cole", "[Dana Cole] 14:03:22", "14:03:22 From Dana Cole to Everyone: yes".
 * False for any other line.  O(length of a name).
 */
bool turn_read(struct str line, struct turn *t);

#endif

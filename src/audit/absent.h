// absent: functions that an objective runs through and that exchanged nothing for ninety
// days.
#ifndef AUDIT_ABSENT_H
#define AUDIT_ABSENT_H

#include "audit/web_facts.h"

struct absent {
	uint32_t node;
	uint32_t aim;	  // of web.aims, the first that runs through it
	bool has_rows;	  // somewhere in the window, so that the last exchange is known
	struct date last; // its day; unset without rows
	size_t texts;	  // requests, calls and documents of it that are here
};

struct absents {
	struct absent *at; // in order of nodes
	size_t count;
};

void absents_of(const struct web_facts *w, struct arena *a, struct absents *out);

/*
 * "Support is on the way to “X” and has no exchange in 90 days and no file of theirs is
 * here", with what that means: no row at all is a missing file, not a missing
 * relationship.
 */
struct str absent_words(
	const struct web_facts *w, const struct absent *absent, struct arena *a);

#endif

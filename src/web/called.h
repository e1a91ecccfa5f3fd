// called: which function somebody means by a name, a part of it, or its shorthand.
#ifndef WEB_CALLED_H
#define WEB_CALLED_H

#include "base/base.h"

struct called_name {
	struct str id, name;
};

// How a name was found, surest first; only the first way that finds any counts.
enum called_how {
	CALLED_NAME,	 // its id or name: "Customer success", "customer_success"
	CALLED_SHORT,	 // what the trade calls it: "cs", "csm", "dev"
	CALLED_BEGIN,	 // how it begins: "prod"
	CALLED_INITIALS, // "fo" for "Field operations"
	CALLED_NOT
};

enum { CALLED_MAX = 64 };

struct called {
	enum called_how how;
	size_t at[CALLED_MAX]; // places in the list, in its order
	size_t count;	       // more than one: it could be any of these
};

/*
 * Case, '-', '_' and spaces make no difference.  Shorthand is that of the checklist
 * (usual_of).  `a` holds scratch text.  O(count x length).
 */
void called_find(const struct called_name *names, size_t count, struct str said,
	struct arena *a, struct called *out);

static inline bool called_one(const struct called *c)
{
	return c->count == 1;
}

/*
 * Two functions named by `count` words of which nobody says where the first name ends:
 * every cut is tried, and the surest counts.
 */
struct called_pair {
	struct str said[2];
	struct called ends[2];
	bool found;    // both ends are one function each, and not the same
	bool two_ways; // another cut gives two other functions, as surely
};

void called_pair_find(const struct called_name *names, size_t count,
	const struct str *words, size_t word_count, struct arena *a,
	struct called_pair *out);

#endif

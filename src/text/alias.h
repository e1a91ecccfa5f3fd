// alias: finding the names of companies and products in a text, whoever wrote them.
#ifndef TEXT_ALIAS_H
#define TEXT_ALIAS_H

#include "base/base.h"

enum alias_case {
	ALIAS_ANY,     // Shiftly, SHIFTLY, shiftly
	ALIAS_WRITTEN, // only as written, or all in capitals: Plausible, PLAUSIBLE
};

// One place where a name stands.
struct mention {
	struct span span;  // with its possessive: "Shiftly's"
	uint32_t name_end; // where the name itself ends
	uint32_t owner;	   // as given to aliases_add
};

struct mentions {
	struct arena *arena;
	struct mention *at; // in order, no overlap
	size_t count, room;
	struct span *spans; // the same ranges, for features_of
	size_t spans_room;
};

struct aliases; // immutable once built: any number of threads may search it

// Names to look for; grows in the arena given to aliases_build.
struct alias {
	struct str name;
	uint32_t owner;
	enum alias_case policy;
};

/*
 * Builds the automaton (Aho and Corasick 1975) over the folded bytes of all names.
 * Names of fewer than two characters are left out.  O(total length x distinct bytes).
 */
struct aliases *aliases_build(struct arena *a, const struct alias *names, size_t count);

/*
 * All names in `text`: leftmost first, of those that begin together the longest; only
 * whole words, by the letters of any script; with 's or a bare s behind it.  Spaces in a
 * name match exactly one space, so give text with its white space folded.  O(text).
 */
void aliases_find(const struct aliases *s, struct str text, struct mentions *out);

/*
 * How a name should be matched: as written if it is also a common word of English or
 * German ("Plausible", "Notion", "Monday"), else in any case.
 */
enum alias_case alias_case_of(struct str name);

#endif

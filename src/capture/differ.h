// differ: what a page says now that its older copy did not.
#ifndef CAPTURE_DIFFER_H
#define CAPTURE_DIFFER_H

#include "base/base.h"

struct difference {
	struct arena *arena;
	size_t quotes; // claims quoted of each kind, at most
	bool same;     // the page's own words are the same; false without an older copy
	size_t words, claims; // of the new one
	size_t came, went;    // claims, by their words
	struct str *coming, *going;
};

// Compares two saved pages; `old` may be empty.  An old copy that cannot be read counts
// as another text.  O(text).
bool differ(struct str old, struct str new, struct difference *out, struct error *err);

#endif

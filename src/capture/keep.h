// keep: saved pages as files: what each is called, which one is the same page, what
// changed.
#ifndef CAPTURE_KEEP_H
#define CAPTURE_KEEP_H

#include "capture/fetch.h"

// A page saved before, as its own head tells.
struct kept {
	struct str path; // from the workspace
	struct str asked, url;
	struct date captured, seen; // first and last day on which it said this
};

struct keep {
	struct arena *arena;
	const char *root;
	struct str folder; // "competitors/shiftly"
	struct kept *at;   // sorted by path
	size_t count, room;
	struct map names; // of all files in the folder
};

// What is in the folder already; it is made if it is not there.
bool keep_open(struct keep *s, struct error *err);
/*
 * Saves a page, or notes on the newest copy that it still says the same, and fills state,
 * path, words, claims and what changed.  A copy of the same day is replaced by its newer
 * state; the file of another page never is.
 */
bool keep_page(struct keep *s, struct str asked, const struct fetched *page,
	struct date today, struct captured *out, struct error *err);
// "/product/automation?x=1" -> "product-automation-x-1"; "/" -> "home".
struct str keep_slug(struct arena *a, struct str path);

#endif

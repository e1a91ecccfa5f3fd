// page: a page of the web made safe to keep: its words and their order, nothing that runs
// or loads.
#ifndef READ_PAGE_H
#define READ_PAGE_H

#include "base/base.h"

// Where a page came from, so that its links still lead there.
struct page_origin {
	struct str charset; // what the server called its encoding; empty if it did not
	struct str site;    // "https://shiftly.example"
	struct str path;    // of the page, without its query: "/product/"
};

/*
 * Appends the page as UTF-8 markup that reads as before and holds nothing else: scripts,
 * styles, frames, plug-ins, comments, forms' targets, event handlers and every address
 * that would be loaded are gone; of attributes only those stay that say what words are.
 * Each tag is written anew from parts that are known to be harmless, so how a browser
 * mends broken markup does not matter.  A block begins on a line of its own.  O(bytes).
 */
bool page_clean(struct str bytes, const struct page_origin *origin, struct arena *a,
	struct buf *out, struct error *err);

/*
 * Marks the smallest element that holds all of the page's own text with the attribute
 * data-candor-main, so that a person sees what counts and may move the mark; readers take
 * everything outside of it for navigation.  Returns the page unchanged when no element
 * holds all of it.  ERROR_LIMIT and ERROR_FORMAT as for reading it.
 */
bool page_mark(struct str page, struct arena *a, struct str *out, struct error *err);

// What <meta name="robots"> and X-Robots-Tag say: the page is not to be kept.
bool page_forbids_keeping(struct str bytes);

#endif

// capture: competitors' pages, saved as they are today, politely and safe to keep.
#ifndef CAPTURE_CAPTURE_H
#define CAPTURE_CAPTURE_H

#include "model/model.h"
#include "net/net.h"

enum {
	CAPTURE_PAGE_MAX = 8 << 20,	// bytes of one page, after decompression
	CAPTURE_SITEMAP_MAX = 16 << 20, // of one sitemap
	CAPTURE_REDIRECTS = 5,
	CAPTURE_PAUSE_MS = 1000,      // between two requests
	CAPTURE_PAUSE_MAX_MS = 10000, // however long robots.txt asks for
	CAPTURE_PAGES = 20,	      // of a sitemap, unless said otherwise
	CAPTURE_PAGES_MAX = 200,
	CAPTURE_QUOTES = 3, // claims quoted of those that came or went
};

#define CAPTURE_AGENT "Candor" // in robots.txt

enum captured_state {
	CAPTURED_NEW,	  // the first copy of this page
	CAPTURED_CHANGED, // says something else than the copy before it
	CAPTURED_SAME,	  // says the same: no new copy, but it is noted that it was seen
	CAPTURED_REFUSED, // the site or a rule of ours forbids it
	CAPTURED_FAILED,
	CAPTURED_LEFT, // interrupted before its turn
	CAPTURED_STATES
};

// What became of one address.
struct captured {
	enum captured_state state;
	struct str asked; // as it was given, or stood in the sitemap
	struct str url;	  // where the page was in the end; empty if nowhere
	struct str path;  // of the copy, from the workspace; empty if there is none
	struct str reason, repair;
	size_t words, claims;
	bool thin;	    // hardly any words without scripts
	struct date before; // the day of the copy before it; unset if there is none
	size_t came, went;  // claims that copy did not have, and those only it had
	struct str *coming, *going; // the first CAPTURE_QUOTES of each
};

// Called before each page; `total` may still grow.
typedef void capture_progress(
	void *context, size_t done, size_t total, struct str address);

struct capture_options {
	const char *root;  // of the workspace
	struct str folder; // "competitors/shiftly", from there
	struct str *addresses;
	size_t address_count;
	bool sitemap; // the pages that the sites of the addresses list, too
	size_t pages; // of all sites together
	struct date today;
	int64_t timeout_ms; // of one request
	struct http_options http;
	capture_progress *progress; // may be NULL
	void *context;		    // of progress
};

struct capture_result {
	struct captured *at; // in the order in which they were asked for
	size_t count, room;
	size_t kept, same, not_kept; // new and changed; the same; all others
	bool interrupted;
	struct notes notes; // "robots.txt of x asks for 30 seconds between requests"
};

/*
 * Saves each page; one that cannot be had never stops the others.  Everything lives in
 * `a`.  False only when nothing could begin: no libcurl, or no folder to write to.
 */
bool capture_run(const struct capture_options *options, struct arena *a,
	struct capture_result *out, struct error *err);
const char *captured_state_name(enum captured_state s); // "new", "changed", ...

#endif

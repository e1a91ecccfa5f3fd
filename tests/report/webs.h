// webs: made-up companies for the pictures of a web.
#ifndef TESTS_REPORT_WEBS_H
#define TESTS_REPORT_WEBS_H

#include "report/report.h"
#include "tests/web/world.h"

struct webs {
	struct world world;
	struct workspace ws;
	struct web_page page;
	struct web_order order;
};

/*
 * `names` of `count` functions, traffic and objectives by `seed`; from the sixth function
 * on, one has no rows.  Everything settled: the page is ready to be drawn.
 */
void webs_make(struct webs *w, const char *const *names, size_t count, uint64_t seed);
void webs_done(struct webs *w);

extern const char *const WEBS_USUAL[14]; // as most companies call them
extern const char *const WEBS_LONG[14];	 // up to forty letters, umlauts, one word
extern const char *const WEBS_HOSTILE[9];

// Names of `length` letters, with spaces at places that `seed` decides.
const char *const *webs_names(
	struct arena *a, size_t count, size_t length, uint64_t seed);

#endif

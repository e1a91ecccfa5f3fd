// market_say: the parts of sentences about what buyers say.
#ifndef AUDIT_MARKET_SAY_H
#define AUDIT_MARKET_SAY_H

#include "audit/audit.h"

// "none of 108", "one of 108"
struct str market_say_of(struct arena *a, size_t buyers, size_t all);
// "What they do voice: “...” (13 buyers), “...” (9) and “...” (7)." Empty if nothing.
struct str market_say_top(struct arena *a, const struct market *m);
// "60 calls, 14 interviews and 62 reviews"
struct str market_say_heard(struct arena *a, const struct market *m);
// A line that we say: the canvas, a pillar, a pain.  NULL when there is no more room.
struct evidence *market_cite(
	struct finding *f, struct arena *a, const struct evidence *at, struct str note);
// A buyer's sentence.
void market_cite_quote(struct finding *f, struct arena *a, const struct backing_quote *q,
	struct str note);

#endif

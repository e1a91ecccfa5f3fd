// settle: exchanges between accounts become interactions between people of functions.
#ifndef TRAFFIC_SETTLE_H
#define TRAFFIC_SETTLE_H

#include "traffic/intake.h"

/*
 * Takes copies together, finds out whose the accounts are, sorts, and fills everything
 * of `out` but the window and notes, with exchanges of the window alone.  What `out`
 * keeps lives in `a`.
 */
void settle(struct intake *in, struct arena *a, struct web_traffic *out);

// settle_copies: `keep` becomes the places of exchanges of the window that count, in
// order of day, then unit, then id; their targets are united.  Returns how many.
size_t settle_copies(struct intake *in, uint32_t *keep, size_t *copies);

#endif

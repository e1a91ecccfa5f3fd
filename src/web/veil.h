// veil: which links of a web may not be told, and what would tell them.
#ifndef WEB_VEIL_H
#define WEB_VEIL_H

#include "web/weave.h"

// Whether the volume of a withheld link follows from the sums of functions and from
// what is not withheld.  O(nodes^2).
bool withhold_is_told(const struct web *web, const struct web_link *link);
/*
 * Withholds the fewest further links (then the fewest pairs of people) that make a ring
 * of four with `link`: two ways to share what is missing.  False if there is none.
 * O(nodes^2).
 */
bool withhold_ring(struct web *web, const struct web_link *link);

#endif

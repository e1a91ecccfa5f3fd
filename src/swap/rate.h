// rate: how many claims work with another name on them, and how sure that is.
#ifndef SWAP_RATE_H
#define SWAP_RATE_H

#include "swap/material.h"

/*
 * Marks claims that are said more than once (the same content words and numbers, names
 * aside): all but the loudest, of equals the first, are copied_elsewhere.  O(n).
 */
void rate_mark_copies(const struct material *m, struct swap_result *out);

// Counts of the whole, of every competitor and of every document, with intervals.
void rate_all(const struct material *m, struct swap_result *out);

#endif

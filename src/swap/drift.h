// drift: do our words come nearer to the competitors' from version to version?
#ifndef SWAP_DRIFT_H
#define SWAP_DRIFT_H

#include "swap/material.h"

/*
 * The dated versions of our home page and of the positioning canvas beside what the
 * competitors' dated pages said then: of each page the newest that is not younger.
 * Similarity is the cosine of two vocabularies (Hoberg and Phillips 2016, section 3),
 * names masked, and without words that more than one sentence in twenty has, counted
 * over everybody's claims and the background's.  A longer text has more words in common
 * with anything, so that each draw takes equally many claims on every date.  Lives in
 * `a`; `x` tells common words.  Drafts have no versions: nothing is filled then.
 */
void drift_of(const struct material *m, const struct index *x, struct arena *a,
	struct swap_result *out);

#endif

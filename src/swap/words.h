// words: the vocabulary you own, they own, and all share.
#ifndef SWAP_WORDS_H
#define SWAP_WORDS_H

#include "swap/material.h"

/*
 * Log-odds ratio of a word's share of our claims against theirs with an informative
 * Dirichlet prior, over its standard deviation (Monroe, Colaresi and Quinn 2008); the
 * prior is the background and both sides together.  A word counts once a claim.  Shown
 * are words beyond 1.96 in at least three claims; shared are those that every side uses
 * and that are not beyond it.
 */
void words_compare(const struct material *m, struct arena *a, struct swap_words *out);

#endif

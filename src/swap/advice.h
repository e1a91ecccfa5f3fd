// advice: what would make a claim ours that works with anybody's name.
#ifndef SWAP_ADVICE_H
#define SWAP_ADVICE_H

#include "swap/compare.h"

/*
 * Fills asks and better of every claim that swaps.  Asks are questions about the claim's
 * own vague words, in their order, at most two.  `better` is the claim of ours that
 * shares the most of its weight, at least 60 %, does not swap itself, and holds more that
 * can be checked.  O(claims x words), and the pairs that share a word.
 */
void advice_all(const struct comparison *c, struct swap_result *out);

#endif

// kin: words of one field, so that "binders" answers to "paper" when buyers say it their
// way.
#ifndef MARKET_KIN_H
#define MARKET_KIN_H

#include "text/text.h"

/*
 * Groups of everyday words of work that stand for one another in complaints: losing and
 * missing, typing and writing, paper and binders.  Wider than the near-synonyms of
 * text/concept.h, so a match counts for less.  English and German in the same groups; no
 * trade's vocabulary.  A few words are in no group at all: they are general.
 */
struct kin;

enum { KIN_NONE, KIN_MAX = 64 };

const struct kin *kin_build(struct arena *a); // immutable once built
// The group of a stem's concept, KIN_NONE if it is in none.  O(1).
unsigned kin_of(const struct kin *kin, struct str concept);

#endif

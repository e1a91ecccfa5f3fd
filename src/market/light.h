// light: words that are in every conversation and say little of what it is about.
#ifndef MARKET_LIGHT_H
#define MARKET_LIGHT_H

#include "text/text.h"

/*
 * Beyond the stop words of text/stop.h: units of time, ordinals, the general verbs, nouns
 * and adjectives of talk.  Two sentences that share only such words are not about the
 * same thing.  Nothing to set up.
 */
struct light;

const struct light *light_build(struct arena *a);	       // immutable once built
bool light_has(const struct light *light, struct str concept); // O(1)

#endif

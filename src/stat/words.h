// words: figures as sentences say them.
#ifndef STAT_WORDS_H
#define STAT_WORDS_H

#include "base/base.h"
#include "stat/estimate.h"

// A share in whole percent, half up.
int words_percent(double share);
// "no", "four", up to twelve in words, then "13", "1,284"
struct str words_count(struct arena *a, size_t n);
// "1,284"
struct str words_number(struct arena *a, size_t n);
// "between 21% and 43%"
struct str words_range(struct arena *a, const struct estimate *e);
// "about 1 chance in 80"; two figures at most, "less than 1 chance in 10,000" beyond.
struct str words_chance(struct arena *a, double chance);

#endif

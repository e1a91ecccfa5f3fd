// common: words that everybody uses, and that some companies took for a name.
#ifndef TEXT_COMMON_H
#define TEXT_COMMON_H

#include "base/base.h"

// Whether a folded word is a common word of English or German, or a stop word.
bool common_word(struct str folded);
// Its own words, each list in the order of list_has_sorted(); ended by NULL.
extern const char *const common_lists[];

#endif

// common: words that everybody uses, and that some companies took for a name.
#ifndef TEXT_COMMON_H
#define TEXT_COMMON_H

#include "base/base.h"

// Whether a folded word is a common word of English or German, or a stop word.
bool common_word(struct str folded);

#endif

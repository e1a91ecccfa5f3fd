// stem: words without their endings, so that "signing documents" meets "document signed".
#ifndef TEXT_STEM_H
#define TEXT_STEM_H

#include "text/stop.h"
#include "text/word.h"

/*
 * Cuts a folded word to its stem in place and returns it.  Light on purpose: two words
 * with one stem should mean the same, and a missed pair costs little because features
 * also look at the letters.
 *   English: plurals; -ing, -ed, -ly, -ment, -ness; -ation, -ate and -ability meet their
 *   verbs; -ise is -ize; final e and y.  Never -less or -un: they turn the meaning.
 *   German: umlauts and sharp s folded; -ung, -heit, -keit; up to two endings of
 *   inflection, in the order of Weissweiler and Fraser 2017 (CISTEM) without its prefix
 *   rule.
 * Words with digits stay as they are.
 */
struct str stem_of(char room[WORD_MAX], struct str folded, enum tongue tongue);

#endif

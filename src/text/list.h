// list: short lists of words, written as people write them.
#ifndef TEXT_LIST_H
#define TEXT_LIST_H

#include "base/base.h"

/*
 * Whether `word` stands in `list`, whose words are separated by single spaces:
 *     list_has("add book buy", folded)
 * Compares bytes, so both sides are in lower case.  O(list): for lists of a few hundred
 * words that are asked a few times a sentence; stop words have a table of their own.
 */
bool list_has(const char *list, struct str word);
// The same for a list in bytewise order of its words: O(log list).
bool list_has_sorted(const char *list, struct str word);

/*
 * The longest entry of `list`, whose entries are separated by '|' and may have several
 * words, that stands in `text` at or behind `from` between two word boundaries, in any
 * (ASCII) case.  *at is its offset.  Returns its length, 0 if none stands there.
 */
size_t list_find(const char *list, struct str text, size_t from, size_t *at);

#endif

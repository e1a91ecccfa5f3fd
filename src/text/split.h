// split: where sentences end.
#ifndef TEXT_SPLIT_H
#define TEXT_SPLIT_H

#include "text/stop.h"

/*
 * Takes the next sentence of a paragraph at or behind *at and moves *at behind it; false
 * at the end.  The span has no white space at its ends, and every character that is not
 * white space lies in exactly one span, so nothing is lost.
 *
 * A sentence ends at . ! ? or an ellipsis, with the quotes and brackets that close behind
 * it, if white space follows and what comes next can begin a sentence.  Abbreviations,
 * initials, ordinals, section numbers, decimals and addresses do not end one.  A bullet,
 * an empty line, a line that begins like a list item, and a short line without a stop
 * (a heading that lost its markup) end one, too.  English and German; `tongue` decides
 * what "3. Q..." is.  O(sentence).
 */
bool split_next(struct str text, enum tongue tongue, size_t *at, struct span *out);

#endif

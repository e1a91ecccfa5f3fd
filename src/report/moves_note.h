// moves_note: the first page of a move, with the line behind every entry.
#ifndef REPORT_MOVES_NOTE_H
#define REPORT_MOVES_NOTE_H

#include "value/value.h"

/*
 * One page of Markdown, to be sent as it is: what, for which objective, every entry with
 * its file and place, what was searched for an answer.  Names nobody of ours.  Its last
 * line is a mark of the text above it, by which moves_note_is_untouched knows that nobody
 * has worked on it.
 */
void moves_note(const struct ground *g, const struct move *m, struct buf *out);
bool moves_note_is_untouched(struct str bytes);

#endif

// manual: sections that tell how to install or use something; they claim nothing.
#ifndef CLAIM_MANUAL_H
#define CLAIM_MANUAL_H

#include "claim/claim.h"

/*
 * A README says what a product is and then how to run it.  Sentences of the second part
 * read like claims one by one ("The data is stored in volumes."); the section gives them
 * away: it has commands or instructions, or stands below a heading such as "Installation"
 * of a document that shows commands.  Turns claims of such sections into NOT_SETUP; what
 * the document says first is left alone.  O(blocks + sentences).
 */
void manual_mark(const struct doc *doc, struct sentences *all);

#endif

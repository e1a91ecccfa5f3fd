// concept: one word for the few that mean the same in how companies write.
#ifndef TEXT_CONCEPT_H
#define TEXT_CONCEPT_H

#include "text/stop.h"

/*
 * The word that stands for a stem: irregular forms go to their verb ("lost" to "lose"),
 * near-synonyms of business prose to one of them ("quick", "rapid" and "schnell" to
 * "fast"), German words to the English one, so that a German page can echo an English
 * claim.  A stem without an entry stands for itself.  General words only: no trade's
 * vocabulary.  O(log entries).
 */
struct str concept_of(struct str stem, enum tongue tongue);

#endif

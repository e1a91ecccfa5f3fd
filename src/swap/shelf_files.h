// shelf_files: which segments lie in the folder, which are merged, which go; for shelf.c.
#ifndef SWAP_SHELF_FILES_H
#define SWAP_SHELF_FILES_H

#include "swap/shelf.h"

// Segments are of one sort: searched or only context; kept or of drafts.
struct shelf_sort {
	bool searched, passing;
};

// Maps every segment of the folder that is whole and ours; `whole`: deletes the others.
void shelf_load(struct shelf *s, struct str folder, uint64_t made, bool whole);
/*
 * Marks the segments of one sort that are to be written anew: those without a living
 * text, those half dead, and the smallest eight where there are more than eight small
 * ones, so that adding documents one by one rewrites each a few times, not every time.
 */
void shelf_choose(const struct shelf *s, bool searched, bool adding, bool *merging);
// Takes the bytes over; writes them into the folder, unless that is empty.  Its number.
size_t shelf_add(struct shelf *s, struct str bytes, struct str folder, uint64_t made);
// Closes and deletes what was merged, if what replaced it is safely in the folder.
void shelf_drop(struct shelf *s, const bool *merging, size_t before);

#endif

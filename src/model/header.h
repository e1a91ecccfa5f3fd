// header: what a column is called, whatever the export calls it.
#ifndef MODEL_HEADER_H
#define MODEL_HEADER_H

#include "base/base.h"

/*
 * The letters and digits of a column's name in lower case, without what exports put
 * around it: BOM, quotes, "__c", "property_", "hs_", "Deal - ", "Opportunity: ",
 * "Opportunity.", "Custom field (...)".  "Deal - Lost reason", "lost_reason__c" and
 * "LostReason" all give "lostreason".  Empty when nothing is left.  Lives in `a`.
 */
struct str header_key(struct arena *a, struct str name);

// One of several names in a list separated by ';'.  A name that begins with '~' is too
// common to know a table by.
struct header_name {
	struct str words;
	bool common;
	size_t rank; // 0 for the first
};

// Takes the next name off a list; false at its end.  Start with a zero `name`.
bool header_next(struct str *list, struct header_name *name);

#endif

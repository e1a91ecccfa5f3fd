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

// Whether a key is one that any table could have: "id", "name", "date", "status", ...
bool header_is_common(struct str key);

/*
 * The columns of one table by key, for many questions.  `at` answers with the first
 * column of a name from a list separated by ';' ("deal_id;Opportunity ID;what do you
 * like*"), trying the names in order; a name that ends in '*' is the beginning of a key.
 */
struct headers {
	struct arena *arena;
	struct map keys;  // of the columns
	uint32_t *column; // of each key, the first that has it
	size_t columns;
};

enum { HEADERS_MAX = 4096 }; // columns beyond are not looked at

void headers_of(
	struct arena *a, const struct str *header, size_t columns, struct headers *out);
// The column, or -1.  *rank says which name it was, if wanted.
int64_t headers_find(const struct headers *h, struct str names, size_t *rank);

#endif

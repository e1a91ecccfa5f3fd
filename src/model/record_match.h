// record_match: which column of a table holds which field.
#ifndef MODEL_RECORD_MATCH_H
#define MODEL_RECORD_MATCH_H

#include "model/record.h"

struct record_columns {
	size_t count;			   // fields of the kind
	int64_t column[RECORD_FIELDS_MAX]; // -1: no such column
	size_t rank[RECORD_FIELDS_MAX];	   // 0: called by its own name
};

void record_match(const struct record_kind *kind, const struct headers *headers,
	struct record_columns *out);

#endif

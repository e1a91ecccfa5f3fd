// deals_field: the columns a deals export can have, under all the names exports give
// them; private to model.
#ifndef MODEL_DEALS_FIELD_H
#define MODEL_DEALS_FIELD_H

#include "base/base.h"

enum deals_field {
	FIELD_ID,
	FIELD_NAME,
	FIELD_ACCOUNT,
	FIELD_SEGMENT,
	FIELD_EMPLOYEES, // a number: becomes a segment where there is none
	FIELD_OWNER,
	FIELD_STAGE,
	FIELD_OUTCOME,
	FIELD_IS_WON,
	FIELD_IS_CLOSED,
	FIELD_AMOUNT,
	FIELD_CURRENCY,
	FIELD_CREATED,
	FIELD_CLOSED,
	FIELD_WON_ON,
	FIELD_LOST_ON,
	FIELD_EXPECTED,
	FIELD_MODIFIED,
	FIELD_DELETED,
	FIELD_LOSS_REASON,
	FIELD_VENDORS,
	FIELD_TYPE,
	FIELD_ORIGIN,
	FIELD_PRODUCT,
	FIELD_REGION,
	FIELDS
};

// What the cells of a field must look like before its name is believed.
enum field_shape {
	SHAPE_WORDS,
	SHAPE_DATE,
	SHAPE_MONEY,
	SHAPE_YESNO,
	SHAPE_NAMES, // words, but not yes and no
};

enum { FIELD_RANKS = 4 };

/*
 * `names[rank]` are header keys (see header_key), ' ' between; a lower rank is the surer
 * name: "amount" before "acv".  Two columns of equal rank are asked about.
 */
struct deals_column_names {
	const char *name;  // as candor.yaml and messages write it: "loss_reason"
	const char *words; // in a sentence: "loss reason"
	enum field_shape shape;
	const char *names[FIELD_RANKS];
};

extern const struct deals_column_names deals_columns[FIELDS];

// The rank at which a header key names a field, or FIELD_RANKS if it does not.
unsigned field_rank(enum deals_field field, struct str key);
// A field by what candor.yaml calls it (any of its names), or FIELDS.
enum deals_field field_find(struct str key);
// Written as the deal moves on, so that grouping by it would explain a win with itself:
// probability, forecast, stage dates, counters.
bool field_leaks(struct str key);
// Names a person: manager, SDR, created by.
bool field_is_people(struct str key);

// The columns as a section of docs/formats.md.
void deals_columns_write(struct buf *out);

#endif

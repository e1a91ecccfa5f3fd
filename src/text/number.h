// number: quantities in prose, so that "72 hours" and "3 days" are the same and "72" and
// "48" are not.
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "text/stop.h"

enum measure {
	MEASURE_COUNT, // of something: 200,000 users; see noun
	MEASURE_PERCENT,
	MEASURE_TIMES,	 // 10x, tenfold, zehnmal
	MEASURE_SECONDS, // any time: 72 hours
	MEASURE_BYTES,	 // any storage: 5 TB
	MEASURE_MONEY,	 // units of the currency, not cents
	MEASURE_YEAR,	 // since 2019
	MEASURE_RANK,	 // #1, No. 1
};

/*
 * One number with what it counts.  Numbers that belong to a name are none of it: v6.2,
 * SOC 2, S3, Fortune 500, 24/7.
 */
struct quantity {
	struct span span; // from the first sign to the unit: "EUR 9", "150-2,000 staff"
	struct span noun; // MEASURE_COUNT: up to three words behind it; else empty
	double low, high; // equal unless it is a range
	enum measure measure;
	char currency[4]; // MEASURE_MONEY
	bool vague;	  // "hundreds", "dozens", "millions"
};

struct quantities {
	struct arena *arena;
	struct quantity *at; // in order
	size_t count, room;
};

/*
 * All quantities in `text`, in digits ("1.2M", "150-2,000", "10x", "EUR 9", "40 %") or in
 * words ("twelve", "hundreds", "drei Tage").  "One" is no number: it is an article more
 * often than not.  `tongue` decides what "2.000" is.  O(text).
 */
void quantities_of(struct str text, enum tongue tongue, struct quantities *out);

// Whether two quantities count the same kind of thing: measure, currency, and for counts
// a word of the noun in common.
bool quantity_comparable(struct str text_a, const struct quantity *a, struct str text_b,
	const struct quantity *b);
bool quantity_equal(const struct quantity *a, const struct quantity *b);
// Whether some number is meant by both: "80" and "5 to 80".
bool quantity_overlap(const struct quantity *a, const struct quantity *b);
// The words of a quantity as they stand: "72 hours", "200,000 active users".
struct str quantity_words(struct str text, const struct quantity *q);

#endif

// evidence: the line behind a sentence: file, place, words, date, and who said it.
#ifndef MODEL_EVIDENCE_H
#define MODEL_EVIDENCE_H

#include "doc/doc.h"

// Whose testimony it is, strongest first.
enum witness {
	WITNESS_BUYER,
	WITNESS_THIRD_PARTY,
	WITNESS_SELLER,
	WITNESS_US,
	WITNESS_COUNT
};

struct evidence {
	struct str path; // relative to the workspace
	struct place place;
	struct str column; // for PLACE_ROW: the column's name, or empty for the whole row
	struct str quote;  // verbatim, made safe and at most 280 characters when shown
	struct str note;   // what it shows, where the quote alone does not: "they say",
			   // "newest price"
	struct date date;  // when it was said; no date if unknown
	struct date captured; // when it was saved, for a competitor's page
	enum witness witness;
};

const char *witness_name(enum witness w); // "buyer", "third-party", "seller", "us"

// "path:12:3", "decks/q3.pptx:slide 6", "deals.csv:row 14 amount": the way reports print
// it.
struct str evidence_where(struct arena *a, const struct evidence *e);

#endif

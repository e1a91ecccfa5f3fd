// number_unit: words that are numbers, scales and units.
#ifndef TEXT_NUMBER_UNIT_H
#define TEXT_NUMBER_UNIT_H

#include "text/number.h"

// What a folded word does to the number before it.
struct unit {
	const char *words; // separated by spaces
	enum measure measure;
	double scale; // to seconds, bytes, units of money
};

const struct unit *unit_of(struct str folded); // NULL if it is none
double scale_of(struct str folded);	       // 1e6 for "million"; 0 if it is none
// The value of a number word; 0 if it is none.  *vague for "hundreds" and its like.
double number_word(struct str folded, bool *vague);
// ISO code of a currency word or sign: "$", "eur", "euro"; NULL if it is none.
const char *currency_of(struct str folded);

#endif

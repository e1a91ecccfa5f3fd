// money: amounts as whole cents, and the ways in which exports write them.
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/arena.h"

struct money {
	int64_t cents;
	char currency[4]; // ISO 4217 with its NUL; empty when the text names none
};

/*
 * Reads "$86400", "84.000,00", "1.200,50 €", "EUR 1 200", "1.2M", "12k", "(300)", "-5",
 * "1'200.50", "0".  Where a single separator could be thousands or decimals ("1.200",
 * "1,200"), three digits behind it mean thousands.  Rounds half a cent away from zero.
 * False for anything that is not an amount, and for amounts beyond 90 trillion.
 */
bool money_parse(struct str s, struct money *out);
// "84,000 EUR" to two figures as the reports write it: "84k EUR", "1.9M EUR", "640 EUR".
struct str money_short(struct arena *a, int64_t cents, const char *currency);
struct str money_full(
	struct arena *a, int64_t cents, const char *currency); // "84,000 EUR"

#endif

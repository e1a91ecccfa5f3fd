// say: the parts of sentences: numbers in words, shares with their counts, days, chances,
// quotations.
#ifndef AUDIT_SAY_H
#define AUDIT_SAY_H

#include "audit/audit.h"

// "four" up to twelve, then "13", "1,284".
struct str say_number(struct arena *a, size_t n);
// "four of your nine" where both are at most twelve, else "14 of your 31"; `between` is
// "of", "of your".
struct str say_of(struct arena *a, size_t k, const char *between, size_t n);
struct str say_of_first(struct arena *a, size_t k, const char *between, size_t n);
// "deal" or "deals"
const char *say_plural(size_t n, const char *one, const char *many);
// "1,160 of 2,300 deals"; `what` begins with a space or is empty.
struct str say_ratio(struct arena *a, size_t k, size_t n, const char *what);
// "22 of 71 deals (31%)", and no rate below 30 cases; `what` is " deals" or empty.
struct str say_counts(struct arena *a, const struct estimate *e, const char *what);
// "between 21% and 43% (22 of 71)"
struct str say_between(struct arena *a, const struct estimate *e);
// "8 December", with the year unless it is that of `as_of`.
struct str say_day(struct arena *a, struct date d, struct date as_of);
// A name or an id from a file, safe to print and at most 60 characters.
struct str say_name(struct arena *a, struct str name);
// “words”, safe to print, at most `max` characters; with the mark that ends them outside.
struct str say_quote(struct arena *a, struct str words, size_t max);
// "a", "a and b", "a, b and c", "a, b, c and 4 more"
struct str say_list(struct arena *a, const struct str *words, size_t count, size_t most);
struct str say_money(struct arena *a, const struct facts *f, int64_t cents);

// How sure, in words: "Likely: " and the reason.
struct str say_doubt(struct arena *a, enum certainty c, struct str reason);

// Adding to a list of findings, all in `a`.
struct finding *finding_add(
	struct findings *list, struct arena *a, const struct audit *audit);
// The group of a competitor in the deal table, NULL if no deal names it.
const struct deal_group *group_of_vendor(const struct facts *facts, size_t vendor);

// A truth that cannot speak, and what would let it.
void finding_silent(struct findings *list, struct arena *a, const struct audit *audit,
	struct str why, const struct unlock *unlock);
enum { EVIDENCE_SHOWN = 5 };
// At most EVIDENCE_SHOWN are kept; returns NULL when there is no more room.
struct evidence *finding_cite(struct finding *f, struct arena *a);
// A sentence of our own copy as evidence.
struct evidence *finding_cite_claim(
	struct finding *f, struct arena *a, const struct swapped_claim *claim);
// The oldest day of the evidence becomes `since`.
void finding_date(struct finding *f);
// A row of a table as evidence.
struct evidence *finding_cite_row(
	struct finding *f, const struct facts *facts, struct at at, struct str column);

#endif

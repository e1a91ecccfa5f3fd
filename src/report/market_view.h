// market_view: the sentences of what buyers say, the same in every form.
#ifndef REPORT_MARKET_VIEW_H
#define REPORT_MARKET_VIEW_H

#include "report/market_page.h"

enum { MARKET_HEADLINES = 3, MARKET_NOTES = 8 };

// "130 buyers in 58 calls, 14 interviews and 62 reviews, 108 of them in the last 12
// months"
struct str market_dateline(const struct market_page *p, struct arena *a);
// The result in at most three sentences; returns how many.
size_t market_headlines(
	const struct market_page *p, struct arena *a, struct str out[MARKET_HEADLINES]);
// What could not be seen, one sentence each; returns how many.
size_t market_notes(
	const struct market_page *p, struct arena *a, struct str out[MARKET_NOTES]);
// "“handover” (31), “binder” (12 of 130; 1 of 25 pages)"
struct str market_words_theirs(
	const struct market_gap *gap, size_t most, struct arena *a);
struct str market_words_ours(const struct market_gap *gap, size_t most, struct arena *a);

// Groups of backings under one heading, in the order in which they are shown.
struct market_group {
	const char *title;
	enum backing_kind kind;
	int part; // enum element; -1: any
};
extern const struct market_group market_groups[]; // ended by a NULL title
bool market_in_group(const struct market_group *group, const struct backing *b);
// "20 buyers", "one buyer", "nobody", and of these none in the last 12 months: "nobody
// now"
struct str market_figure(const struct backing *b, struct arena *a);
// "23 in all, newest 24 November; one named in the file"
struct str market_since(
	const struct market_page *p, const struct backing *b, struct arena *a);

#endif

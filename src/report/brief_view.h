// brief_view: what the forms of the brief share: the dateline, groups of the silent,
// counts in words.
#ifndef REPORT_BRIEF_VIEW_H
#define REPORT_BRIEF_VIEW_H

#include "audit/audit.h"
#include "report/report.h"

enum { DATELINE_MAX = 8 };

// "Tallyworks", "22 November 2026", "40 claims in 14 files", ...; returns how many parts.
size_t view_dateline(const struct brief *b, struct str parts[DATELINE_MAX]);

// The silent truths that one file would let speak; first the file that brings most of
// those that this version judges.
struct unlock_group {
	const struct unlock *unlock;
	const char *title; // of the fact: "the roadmap"
	const struct finding *const *findings;
	size_t count, judged;
};
size_t view_unlocks(
	const struct brief *b, struct unlock_group *groups); // FACT_COUNT long

// "1 blocker, 3 serious, 1 to watch"; "No hard truth" when there is none.
struct str view_tally(const struct brief *b);
// "Product and legal"
struct str view_bring_to(struct arena *a, const struct audit *audit);
// The headline, or what stands there when nothing is sure enough, wrong, or readable.
struct str view_headline(const struct brief *b);
// What to do when there is no finding at all: the one file to begin with.
struct str view_empty(const struct brief *b);
// How many truths were asked in all, and how many of them could be answered.
size_t view_asked(const struct brief *b);
size_t view_answered(const struct brief *b);
// How much of the table this version judges: "This version judges 6 of 21 truths; ..."
struct str view_judged(const struct brief *b);
// Which of the silent ones have all their files: "2 of them have ..."
struct str view_unjudged(const struct brief *b);

// Where the evidence stands: "site/home.md" and ":41:3"; the date and note in words.
struct str view_when(const struct brief *b, const struct evidence *e);

#endif

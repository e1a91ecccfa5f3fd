// status: what was read, skipped, stale and missing; private to report and its commands.
#ifndef REPORT_STATUS_H
#define REPORT_STATUS_H

#include "audit/audit.h"
#include "report/report.h"

// Files of one role, or tables of one kind.
struct status_group {
	struct str title; // "our own copy", "Usage of features"
	size_t files;
	size_t rows;		  // of tables
	size_t sentences, claims; // of text; 0 where none is kept
	struct date newest;	  // unset if only file times are known
};

enum freshness { FRESH, FRESH_WARN, FRESH_ERROR, FRESH_UNKNOWN };

struct stale_source {
	const struct source *source;
	enum freshness freshness;
	int days, limit;
};

// A fact that the files do not give yet.
struct status_missing {
	const struct fact_kind *kind;
	struct str unlocks; // "F15, F17": the truths that need it
	const char *first;  // the question of the first of them
};

struct status {
	const struct workspace *ws;
	struct status_group *groups;
	size_t group_count;
	struct stale_source *stale;
	size_t stale_count;
	struct status_missing *missing;
	size_t missing_count;
	size_t read, skipped, unused;
};

void status_make(const struct workspace *ws, struct status *out);
void status_text(const struct status *status, const struct look *look, struct buf *out);
void status_json(const struct status *status, struct buf *out);
// How old the source is by the limits of candor.yaml; FRESH_UNKNOWN where no limit
// applies or no date is known.
enum freshness freshness_of(
	const struct workspace *ws, const struct source *s, int *days, int *limit);
const char *freshness_name(enum freshness f); // "fresh", "old", "too old", "unknown"

#endif

// standing: whether an objective is on the way that its plan would have it on.
#ifndef WEB_STANDING_H
#define WEB_STANDING_H

#include "model/model.h"

enum standing_kind {
	STANDING_NO_VALUE,  // metrics.csv has none up to the day
	STANDING_OLD,	    // the newest is older than STANDING_DAYS: too old to say
	STANDING_NO_ENDS,   // no baseline, no target, or both the same
	STANDING_UNLIKE,    // it looks like 31 where .31 is meant, or the other way round
	STANDING_REACHED,   // the target or beyond
	STANDING_NO_PERIOD, // no period, or one that cannot be read: no plan
	STANDING_EARLY,	    // the value is from before the period
	STANDING_ON,	    // as far along as the time, or farther
	STANDING_BEHIND,
	STANDING_KINDS
};

enum { STANDING_DAYS = 120 };

// Values of one objective up to a day, oldest first, one a day: of several the last row.
struct readings {
	const struct metric *const *at;
	size_t count;
};

struct standing {
	enum standing_kind kind;
	const struct objective *objective;
	const struct metric *newest; // NULL without any
	struct readings values;	     // up to the workspace's day
	struct period period;	     // unset where there is none; ends at `until`
	double plan;	   // at the newest value's day; not-a-number without plan
	double way, time;  // share of the way come and of the time passed, likewise
	struct figure how; // how the numbers are written
	/*
	 * "1.07 on 31 October 2025, where the straight way from 1.04 to 1.12 stands at
	 * 1.10: behind plan".  No point at the end.
	 */
	struct str words;
};

/*
 * The newest value on or before the workspace's day against a straight line from the
 * baseline at the start of the period to the target at its end.  The direction is that
 * from baseline to target: churn falls.  Behind means that less of the way has been come
 * than of the time has passed, by at least what the printed numbers show.  A straight
 * line is an assumption and must be called one where this is printed: STANDING_ASSUMED.
 */
void standing_of(const struct workspace *ws, const struct objective *o, struct arena *a,
	struct standing *out);
extern const char *const STANDING_ASSUMED;

// The metric's name as a sentence begins with it: "NRR", "First-year churn".
struct str standing_measure(struct arena *a, const struct objective *o);

// The row of objectives.csv that a web's aim stands for, by id or words; or NULL.
const struct objective *standing_objective(const struct workspace *ws, struct str aim);

const char *standing_name(enum standing_kind kind); // "behind plan", "reached", ...

#endif

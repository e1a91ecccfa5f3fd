// gift: value given to other functions, and what came of it, looked up by id.
#ifndef VALUE_GIFT_H
#define VALUE_GIFT_H

#include "stat/stat.h"
#include "value/topics.h"
#include "web/web.h"

enum gift_kind {
	GIFT_NONE,     // no id of it leads to an outcome yet
	GIFT_RELEASED, // a roadmap item came out after it
	GIFT_PLANNED,  // the item is on the roadmap, not out
	GIFT_THEME,    // tickets on the same theme, before and after
	GIFT_DEALS,    // deals in which it was used after it was given
	GIFT_KINDS
};

// What one id of a gift led to: after it, never because of it.
struct gift_outcome {
	enum gift_kind kind;
	struct str id;
	struct str sentence;
	struct estimate
		size; // of GIFT_DEALS the share won; of GIFT_THEME the share after
	struct evidence evidence;
};

enum { GIFT_OUTCOMES = 6, GIFT_METRICS = 3 };

struct gift_line {
	const struct gift *gift;
	uint32_t from, to;	   // nodes, or WEB_NONE
	struct str from_id, to_id; // as written; empty where the function is too small
	bool asked;		   // it answers a request of theirs
	struct gift_outcome outcomes[GIFT_OUTCOMES];
	size_t outcome_count;
	struct str sentence;
	struct evidence evidence; // the row itself
};

/*
 * A measure of the other function's own before and after the first thing given to it:
 * after, never because.  Fewer than four values after are too early to say.
 */
struct gift_measure {
	const struct objective *objective;
	struct standing standing;
	struct date given;		     // the first thing; unset: nothing yet
	const struct metric *before, *since; // the newest of each; NULL without any
	size_t before_count, since_count;    // days with a value
	struct str aim;			     // "NRR FY26: baseline 1.04, target 1.12"
	struct str sentence;
	struct evidence evidence[2]; // the rows of `before` and of the newest value
	size_t evidence_count;
};

// What one function was given and had asked for.
struct gift_tally {
	uint32_t node;
	struct str name;
	size_t given, asked, answered, declined, open;
	size_t with_outcome;			   // gifts
	struct date first;			   // day of the first gift; unset: none
	struct gift_measure metrics[GIFT_METRICS]; // of the objectives it owns
	size_t metric_count;
	struct str sentence;
};

struct gifts {
	struct gift_line *lines; // newest first
	size_t count;
	struct gift_tally
		*tallies; // in order of nodes; only those that gave, got or asked
	size_t tally_count;
};

void gifts_of(struct topics *topics, struct gifts *out);

// Private: one measure, and the outcomes of one gift.
void gift_measure_of(const struct ground *g, const struct objective *o, struct date given,
	struct gift_measure *out);
void gift_outcomes(struct topics *topics, struct gift_line *line);

/*
 * The row that `candor web give` adds, and the file with it: all that is there stays
 * byte for byte; a file whose columns are others is ERROR_FORMAT.  `bytes` is empty for
 * a new file.
 */
bool gift_append(struct str bytes, const struct gift *gift, struct arena *a,
	struct buf *out, struct error *err);

#endif

// audit: one hard truth each: what it needs, when it speaks, what it says, and to whom it
// belongs.
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "deals/deals.h"
#include "model/model.h"
#include "swap/swap.h"

enum severity {
	SEVERITY_BLOCKER,
	SEVERITY_SERIOUS,
	SEVERITY_WATCH,
	SEVERITY_GOOD,
	SEVERITY_COUNT
};
// Computed, never chosen by hand: the ladder of ui.md.
enum certainty {
	CERTAINTY_FIRM,
	CERTAINTY_NEAR,
	CERTAINTY_LIKELY,
	CERTAINTY_SUGGESTIVE,
	CERTAINTY_EARLY,
	CERTAINTY_COUNT
};
enum outcome { OUTCOME_SILENT, OUTCOME_QUIET, OUTCOME_FIRES };

// What an audit may ask for.  Each is computed at most once a run, in this order.
enum fact {
	FACT_COPY,
	FACT_RIVALS,
	FACT_LEDGER,
	FACT_DEALS,
	FACT_OPEN_DEALS,
	FACT_SEGMENT_RULE,
	FACT_INTERVIEWS,
	FACT_BATTLECARDS,
	FACT_CALLS,
	FACT_CANVAS,
	FACT_VERSIONS,
	FACT_MESSAGES,
	FACT_ROADMAP,
	FACT_USAGE,
	FACT_LAUNCHES,
	FACT_ASSETS,
	FACT_TOUCHES,
	FACT_REQUESTS,
	FACT_PEOPLE,
	FACT_INTERACTIONS,
	FACT_OBJECTIVES,
	FACT_DECISIONS,
	FACT_REVIEWS,
	FACT_SURVEY,
	FACT_HISTORY,
	FACT_COUNT
};
#define NEEDS(f) (UINT64_C(1) << (f))

struct facts {
	const struct workspace *ws;
	uint64_t have;			     // bit set of enum fact
	const struct swap_result *swap;	     // NULL unless FACT_COPY
	const struct deals_overall *overall; // NULL unless FACT_DEALS
	const struct deals_by *by_rival;     // NULL unless some deal names a vendor
};

// The one file that would let a silent truth speak.
struct unlock {
	const char *file;	   // "deals.csv"
	const char *columns;	   // "deal_id, outcome, amount, competitors"
	const char *template_rows; // header and three rows, '\n' between
};

struct finding {
	const struct audit *audit;
	enum outcome outcome;
	enum severity severity;
	enum certainty certainty;
	struct str subject; // what it is about, stable between runs: a competitor's id, a
			    // claim's id; ages are kept by it
	struct str sentence; // the truth: full sentence with its counts
	struct str detail;   // one or two sentences more
	struct str next;  // begins with a verb and names a file, a deal, a role or a date
	struct str doubt; // how sure, in words
	struct str figure;	   // shown at the right: "7 of 12"
	struct str figure_unit;	   // below it: "claims fail"
	struct str they_say, then; // the likely objection and its answer
	struct estimate size;
	int64_t stake_cents; // money at stake, 0 if none can be said; orders the brief
	struct date since;   // oldest date of the evidence; orders the brief
	const char *root; // findings with the same root cause are one line in the brief;
			  // NULL: its own
	struct evidence *evidence;
	size_t evidence_count;
	struct str why_silent; // "needs 8 decided deals against one competitor, has 3"
};

struct findings {
	struct finding *at;
	size_t count;
	size_t room;
};

struct audit {
	const char *id; // kebab-case, never reused, never renamed: "not-differentiated"
	const char *number; // "F01"
	const char
		*group; // differentiation, voices, deals, roadmap, launch, requests, web
	const char *title;   // the question in words, for `candor help truths`
	const char *why;     // why the reader should care; one sentence
	const char *minimum; // minimum evidence in words
	uint64_t needs;	     // NEEDS(...) | NEEDS(...)
	enum severity severity;
	const char *bring_to; // function names, ';' between
	const int *demands;   // ends with 0
	struct unlock unlock;
	const char *fires_on;  // folder below tests/audit/cases on which it must fire
	const char *silent_on; // the nearest one on which it must not
	// Adds none, one or several findings.  Pure: facts in, findings out.  NULL: not
	// yet computed, always silent.
	void (*run)(const struct facts *facts, const struct audit *audit,
		struct findings *out);
};

extern const struct audit *const audits[]; // NULL-terminated, by number

void facts_of(const struct workspace *ws, size_t threads, struct facts *out);
// Runs all audits: every audit gives at least one finding, silent if it could not speak.
void audits_run(const struct facts *facts, struct findings *out);

/*
 * The brief: at most seven truths, one per root cause, ordered by severity, then money at
 * stake x certainty x age; what works; what is silent and what would unlock it.
 */
struct sign {
	struct str name;
	struct estimate now;
	struct str sentence;
};

struct brief {
	const struct workspace *ws;
	struct findings truths, working, silent, quiet,
		silenced; // silenced: suppressed with reason, owner and end
	size_t more;	  // truths that fired beyond the shown ones
	struct sign signs[8];
	size_t sign_count;
	struct str headline,
		cost; // the worst true thing, and what it costs; empty when nothing fires
	size_t files, skipped, claims, decided, calls; // what was read
};

struct brief_options {
	const char *for_function;
	size_t items;
	struct date since;
};

void brief_make(const struct facts *facts, const struct findings *all,
	const struct brief_options *options, struct brief *out);

const char *severity_name(enum severity s);    // "blocker", ...
const char *certainty_name(enum certainty c);  // the contract's "sure", "likely", "hint"
const char *certainty_words(enum certainty c); // "Near certain", ...

#endif

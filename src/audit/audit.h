// audit: one hard truth each: what it needs, when it speaks, what it says, and to whom it
// belongs.
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "deals/deals.h"
#include "market/market.h"
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
	FACT_METRICS,
	FACT_COUNT
};
#define NEEDS(f) (UINT64_C(1) << (f))

struct web_facts;

struct facts {
	const struct workspace *ws;
	uint64_t have;			// bit set of enum fact
	const struct swap_result *swap; // NULL unless FACT_COPY
	const bool *rivals; // beside ws->vendors: a competitor with a page, met often
			    // enough; NULL unless FACT_COPY
	const struct deals_overall *overall; // NULL unless FACT_DEALS
	const struct deals_by *by_rival;     // NULL unless some deal names a vendor
	const struct deals_by *by_segment;   // NULL unless the deals have segments
	const struct deals_by *by_fit; // by the field of candor.yaml's segment rule; NULL
				       // unless the deals have it
	struct estimate competitive;   // won where a competitor was named
	const struct market *market;   // NULL unless buyers are heard and there is
				       // something for them to back
	const struct web_facts *web;   // audit/web_facts.h; NULL unless there are people,
				       // interactions and objectives
	struct arena *aside;	       // what `web` lives in; it is made beside the rest
};

// The one file that would let a silent truth speak.
struct unlock {
	const char *file;	   // "deals.csv"
	const char *columns;	   // "deal_id, outcome, amount, competitors"
	const char *template_rows; // header and three rows, '\n' between
};

// A fact in words, and the file that brings it.  The unlock belongs to the fact, so that
// the truths that need the same file show the same template.
struct fact_kind {
	const char *name;  // "deals"
	const char *title; // "decided deals": completes "needs ..."
	struct unlock unlock;
};
extern const struct fact_kind fact_kinds[FACT_COUNT];

struct finding {
	const struct audit *audit;
	enum outcome outcome;
	enum severity severity;
	enum certainty certainty;
	struct str subject; // what it is about, stable between runs: a competitor's id, a
			    // claim's id; ages are kept by it
	struct str sentence; // the truth: full sentence with its counts
	struct str headline; // the same in at most 20 words; empty: the sentence is short
			     // enough
	struct str detail;   // one or two sentences more
	struct str cost;     // what it costs, with counts; empty if no file can say it
	struct str next;  // begins with a verb and names a file, a deal, a role or a date
	struct str doubt; // how sure, in words
	struct str figure;	   // shown at the right: "7 of 12"
	struct str figure_unit;	   // below it: "claims fail"
	struct str they_say, then; // the likely objection and its answer
	struct estimate size;
	int64_t stake_cents; // money at stake, 0 if none can be said; orders the brief
	struct date since;   // oldest date of the evidence; orders the brief
	struct str root; // findings with the same root cause are one line in the brief;
			 // empty: its own
	struct evidence *evidence;
	size_t evidence_count;
	struct str why_silent; // "needs 8 decided deals against one competitor, has 3"
	const struct unlock *unlock;   // of a silent one; NULL when no file would help
	const struct silence *silence; // who asked not to hear it, until when; else NULL
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
	const char *bring_to;  // function names, ';' between
	const int *demands;    // ends with 0
	const char *fires_on;  // folder below tests/audit/cases on which it must fire
	const char *silent_on; // the nearest one on which it must not
	// Adds none, one or several findings, in the arena of the workspace.  Pure: facts
	// in, findings out.  NULL: this version does not judge it yet, always silent.
	void (*run)(const struct facts *facts, const struct audit *audit,
		struct findings *out);
};

extern const struct audit *const audits[];     // NULL-terminated, by number
const struct audit *audit_find(struct str id); // by id or number, NULL if there is none

// Which facts the files give, without computing any.
uint64_t facts_have(const struct workspace *ws);
// Runs the swap test, the deal tables, what buyers say and the web once each, where there
// is something to run them on.  On two threads the web is made beside the rest.  Lives in
// ws->arena and, until facts_done, in facts->aside.
void facts_of(const struct workspace *ws, size_t threads, struct facts *out);
void facts_done(struct facts *facts);
// The web, and what to bring to its chosen links, for those who draw them; NULL where
// facts->web is.
const struct web *facts_web(const struct facts *facts);
const struct moves *facts_moves(const struct facts *facts);
// The unlock of the first fact that the audit needs and the workspace lacks; NULL if none
// is missing.
const struct unlock *audit_unlock(const struct audit *audit, uint64_t have);
// Runs all audits: every audit gives at least one finding, silent if it could not speak.
void audits_run(const struct facts *facts, struct findings *out);

/*
 * The brief: at most seven truths, one per root cause, ordered by severity, then money at
 * stake x certainty x age; what works; what is silent and what would unlock it.
 */
struct sign {
	struct str name;
	const char *group; // of the truths it belongs to
	struct estimate now;
	struct str sentence;
};

struct credit;
struct web;
struct web_order;
struct moves;

struct brief {
	const struct workspace *ws;
	const struct facts *facts;
	struct findings truths, working, silent, quiet,
		silenced; // silenced: suppressed with reason, owner and end
	size_t more;	  // truths that fired beyond the shown ones
	size_t unjudged;  // silent ones whose files are all there, but that this version
			  // does not judge yet
	struct sign signs[8];
	size_t sign_count;
	struct str headline,
		cost; // the worst true thing, and what it costs; empty when nothing fires
	const struct finding *headline_from; // the truth it says; NULL when nothing fires
	struct str *stale; // what was read but is old: "Competitor pages are 41 days old
			   // (limit 30)"
	size_t stale_count;
	const struct credit *credits; // audit/credit.h: standing lines, no truths
	size_t credit_count;
	const struct web_order *ring; // web/order.txt, for the picture; NULL: any order
	size_t files, skipped, claims, decided, calls; // what was read
};

enum { BRIEF_TRUTHS = 7 };
// The roles whose sentences the truths read; see ingest_options.wants.
#define BRIEF_WANTS                                                                      \
	((UINT64_C(1) << ROLE_COPY) | (UINT64_C(1) << ROLE_RIVAL) |                      \
		(UINT64_C(1) << ROLE_CALL))

struct brief_options {
	const char *for_function; // only truths to bring to it; NULL: all
	size_t items;		  // at most this many; 0 and more than BRIEF_TRUTHS: that
	struct date since; // only truths with evidence of that day or later; unset: all
};

void brief_make(const struct facts *facts, const struct findings *all,
	const struct brief_options *options, struct brief *out);

// docs/truths.md, printed from the table.
void truths_write(struct buf *out);

const char *severity_name(enum severity s);    // "blocker", ...
const char *severity_words(enum severity s);   // "Blocker", "Serious", "Watch", "Working"
const char *certainty_name(enum certainty c);  // the contract's "sure", "likely", "hint"
const char *certainty_words(enum certainty c); // "Near certain", ...

// They read facts, so they need the structs above.
#include "audit/credit.h"

#endif

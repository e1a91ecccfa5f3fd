// deals: what the deals say: win rates by anything, money once, with intervals and doubt.
#ifndef DEALS_DEALS_H
#define DEALS_DEALS_H

#include "model/model.h"
#include "stat/stat.h"

enum group_verdict { GROUP_TOO_FEW, GROUP_LIKE_REST, GROUP_BELOW, GROUP_ABOVE };

// Below this many decided deals a group is counts only.
enum { GROUP_DECIDED_MIN = 5 };

struct deal_group {
	struct str key; // "Shiftly", "enterprise", "(blank)"
	size_t counts[DEAL_OUTCOMES];
	int64_t cents[DEAL_OUTCOMES];
	struct estimate rate; // won of won + lost, by count, Wilson 95 %; of a loss
			      // reason: its share of all losses
	struct estimate
		value; // by amount, delta 95 %; n = 0 where refused, see value_refused
	bool value_refused;	    // one deal holds more than a quarter of the money
	struct estimate rest;	    // the same rate of all other deals
	struct estimate difference; // group minus rest, Newcombe 95 %
	struct estimate shrunk;	    // empirical Bayes; n = 0 where nothing was fitted
	double p, q; // two-sided test of the difference (exact where an expected count is
		     // below 5); Benjamini-Hochberg over the groups with enough deals
	enum group_verdict verdict; // BELOW and ABOVE: groups differ at all, q is at most
				    // 0.1, and the difference excludes 0
	bool partial; // a period that the record holds only in part, or a cohort whose
		      // deals have had no time to end: not compared
	struct evidence *examples; // up to three deals, largest lost first
	size_t example_count;
	struct str sentence; // what this group says, in words
};

// What the rates of a table are.
enum deals_kind {
	DEALS_RATES,   // win rates
	DEALS_REASONS, // shares of the lost deals
};

struct deals_by {
	struct str field;	// "competitor", "segment", "owner", ...
	struct str noun, nouns; // "competitor", "competitors"
	enum deals_kind kind;
	struct deal_group *groups; // by decided deals, then key
	bool in_order;		   // periods and bands: in their own order instead
	size_t group_count;
	size_t hidden;	     // groups that are people and are not shown
	double chi2, df, p;  // homogeneity; df = 0 when nothing is compared
	double mu, strength; // EB prior mean and M; strength is infinite when groups are
			     // indistinguishable, mu 0 when nothing was fitted
	double detectable;   // the rate from which on a group of usual size would have
			     // stood out; 0 unless groups look alike
	size_t usual;	     // that size: decided deals of the middle group
			     // out; 0 unless groups look alike
	// Months differ, and it is the quarter's rhythm that does it: the rates of last
	// months of a quarter and of the others.  n = 0 otherwise.
	struct estimate season, between;
	bool many_to_one;    // deals may stand in several groups (competitors)
	struct str refused;  // why groups are not compared; empty if they are
	struct str rule;     // how deals are counted into groups, in words
	struct str sentence; // what this says, in words
};

struct deals_overall {
	size_t counts[DEAL_OUTCOMES];
	int64_t cents[DEAL_OUTCOMES];
	size_t apart; // renewals and expansions, which are in none of the above
	struct estimate rate, value; // n = 0 where none can be said
	bool value_refused;	     // one deal holds more than a quarter of the money
	struct estimate no_decision; // share of decided deals (won + lost + no decision)
				     // that ended in nothing
	struct date from, to; // close dates that were counted
	struct str rule;      // the denominator in words
	struct str sentence;  // the rate in words
};

struct deals_overall deals_overall(const struct workspace *ws);
// Won of those among them in which at least one competitor was named; n = 0 if none.
struct estimate deals_competitive(const struct workspace *ws);

/*
 * Groups by a field name as the user writes it ("competitor", "segment", "loss reason",
 * "quarter", "created-quarter", "amount", any other column of the export), or by two at
 * once ("segment,product").  Each group is compared with the REST, never with the total
 * that contains it; homogeneity comes first.  Groups that are people are counted and not
 * shown unless candor.yaml names people.  ERROR_USAGE with the list of fields that this
 * export has when there is none such.  O(deals) and little; results live in the
 * workspace's arena.
 */
bool deals_by(const struct workspace *ws, struct str field, struct deals_by *out,
	struct error *err);

// The fields this workspace can be grouped by, for help and pages.
size_t deals_fields(const struct workspace *ws, struct arena *a, struct str **out);

#endif

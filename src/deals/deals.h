// deals: what the deals say: win rates by anything, money once, with intervals and doubt.
#ifndef DEALS_DEALS_H
#define DEALS_DEALS_H

#include "model/model.h"
#include "stat/stat.h"

enum group_verdict { GROUP_TOO_FEW, GROUP_LIKE_REST, GROUP_BELOW, GROUP_ABOVE };

struct deal_group {
	struct str key; // "Shiftly", "enterprise", "(blank)"
	size_t counts[DEAL_OUTCOMES];
	int64_t cents[DEAL_OUTCOMES];
	struct estimate rate; // won of won + lost, by count, Wilson 95 %
	struct estimate
		value; // by amount, delta 95 %; n = 0 where refused, see value_refused
	bool value_refused;	    // one deal holds more than a quarter of the money
	struct estimate rest;	    // the same rate of all other deals
	struct estimate difference; // group minus rest, Newcombe 95 %
	struct estimate shrunk;	    // empirical Bayes
	double p, q; // two-sided z test of the difference; Benjamini-Hochberg over the
		     // groups shown
	enum group_verdict verdict;
	struct evidence *examples; // up to three deals, largest lost first
	size_t example_count;
};

struct deals_by {
	struct str field;	   // "competitor", "segment", "owner", ...
	struct deal_group *groups; // by decided deals, then key
	size_t group_count;
	double chi2, df, p;  // homogeneity
	double mu, strength; // EB prior mean and M; strength is infinite when groups are
			     // indistinguishable
	bool many_to_one;    // deals may stand in several groups (competitors)
	struct str sentence; // what this says, in words
};

struct deals_overall {
	size_t counts[DEAL_OUTCOMES];
	int64_t cents[DEAL_OUTCOMES];
	struct estimate rate, value;
	struct estimate no_decision; // share of decided deals (won + lost + no decision)
				     // that ended in nothing
	struct date from, to; // close dates that were counted
	struct str rule;      // the denominator in words
};

struct deals_overall deals_overall(const struct workspace *ws);
/*
 * Groups by a field name as the user writes it ("competitor", "segment", "loss reason",
 * "quarter", "created-quarter", "amount").  ERROR_USAGE with the list of fields that this
 * export has when there is none such.
 */
bool deals_by(const struct workspace *ws, struct str field, struct deals_by *out,
	struct error *err);

#endif

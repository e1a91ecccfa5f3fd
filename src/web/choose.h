// choose: the two or three links whose mending lifts the objectives most, exactly.
#ifndef WEB_CHOOSE_H
#define WEB_CHOOSE_H

#include "web/result.h"

// A link that something needs.
struct candidate {
	size_t link;	// in the web
	uint32_t a, b;	// its nodes
	double needed;	// highest level asked for
	double cost;	// 1, or 2 if nobody bridges yet
	bool open;	// may be chosen
	double gap;	// with everybody as they are: decides between equal lifts
	size_t *aims;	// aims that have it
	double *levels; // what each of them needs
	size_t aim_count;
};

struct stakes {
	struct candidate *at; // in order of link
	size_t count;
	double *weights; // per aim, share of all value
	size_t *lengths; // per aim: links on it
	size_t aim_count;
	size_t focus;
	double budget; // 0: none
};

enum { RANKED = 3 };

// Sets of stakes (indices into stakes.at, ascending) in order of lift.  Lifts nearer than
// 1e-12 of all value are one; then fewer links come first, then the larger sum of gaps
// (so that names decide nothing), then the order of links.
struct ranking {
	struct {
		size_t stakes[WEB_FOCUS_MAX];
		size_t count;
		double lift, gaps;
	} at[RANKED];
	size_t count;	// sets kept
	size_t subsets; // looked at
};

// Room for one thread.
struct chooser {
	double *health; // per aim: geometric mean of its links' health
	double *factor; // per number of links taken and aim: what they multiply it by
	double *gains;	// per stake and aim of it, laid out as in `first`
	size_t *first;	// per stake
	size_t *candidates;
};

#define STAKE_NONE ((size_t)-1)

void chooser_init(struct chooser *c, const struct stakes *stakes, struct arena *a);

// clamp(observed / level, .05, 1)
double choose_link_health(double observed, double level);

/*
 * Every set of at most `focus` open links below their need, without stake `without`, no
 * node in more than two of them, not above the budget: its lift is
 *
 *     sum over aims of weight x (health with these links as needed - health now).
 *
 * `observed` is per link of the web.  A set ranks only if it lifts at all, and
 * before those that lift less.
 * O(candidates^focus x aims of a link); no greedy steps, since lift is not submodular.
 */
void choose_sets(const struct stakes *stakes, const double *observed, size_t without,
	struct chooser *c, struct ranking *out);

// Whether the first set of a ranking has the stake.
bool ranking_has(const struct ranking *r, size_t stake);

#endif

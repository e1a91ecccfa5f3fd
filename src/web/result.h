// result: which functions work together, which should, and which two or three to work on.
#ifndef WEB_RESULT_H
#define WEB_RESULT_H

#include "model/model.h"
#include "traffic/traffic.h"
#include "web/needs.h"

/*
 * How to use it:
 *
 *     struct web_traffic traffic;   who turned to whom        (traffic.h)
 *     struct web_needs needs;       what the objectives need  (needs.h)
 *     struct web_settings settings; web_settings_of(ws, &traffic, threads)
 *     web_run(&traffic, &needs, &options, arena, &web);
 *
 * Everything below is in terms of nodes: functions of at least `k` people, and one node
 * "other functions" for the smaller ones together.  People appear nowhere: who carries
 * something is said as the node that person belongs to.  Numbers are not-a-number where
 * there is nothing to say.  Methods and sources: docs/methods.md, "The web of functions".
 */

#define WEB_NONE UINT32_MAX

enum {
	WEB_FOCUS_MAX = 3,
	WEB_NODES_MAX = 64,
	WEB_TOP = 3,
	WEB_CANDIDATES_MAX = 128,
	WEB_AIMS_MAX = 100,
	WEB_CLASSIC = 3,
	WEB_FEWEST = 30 // exchanges between functions, for a verdict
};

struct web_settings {
	double weights[CHANNEL_COUNT];	 // what a channel counts, all in all; 0 leaves it
					 // out
	size_t broadcast[CHANNEL_COUNT]; // more addressees than this: an announcement,
					 // out
	double half_life_days;		 // 0: age does not matter
	uint32_t k;			 // fewest people whose function is shown
	size_t focus;			 // links to choose, at most WEB_FOCUS_MAX
	double budget;			 // cost of all chosen links at most; 0: no limit
	size_t replicates;		 // of the bootstrap
	uint64_t seed;
	size_t threads;
	uint32_t own; // function of the reader in traffic.functions, or WEB_NONE
};

// Defaults of docs/methods.md; `own` is WEB_NONE, one thread.
struct web_settings web_settings_default(void);
// What candor.yaml says below `web`, defaults for the rest; `own` is the function called
// product marketing, if there is one.
struct web_settings web_settings_of(
	const struct workspace *ws, const struct web_traffic *traffic, size_t threads);

// What the figures rest on.
enum web_basis {
	WEB_BASIS_STRENGTH, // observed strength against expectation
	WEB_BASIS_FEW,	    // under four functions with traffic: only shares of attention
	WEB_BASIS_ONE_LOG,  // every row has one function on it, as in one person's
			    // mailbox: only shares of attention
	WEB_BASIS_UNMAPPED, // over 30 % of the volume is of nobody's function: no
			    // verdicts
	WEB_BASIS_THIN,	    // under WEB_FEWEST exchanges between functions: no verdicts
	WEB_BASIS_EMPTY,    // nothing between functions in the window
};

enum web_verdict {
	WEB_NOT_NEEDED,	  // no live objective and no drawing asks for it
	WEB_GAP,	  // even the upper end of the interval is below what is needed
	WEB_POSSIBLE_GAP, // observed below needed, but the interval reaches it
	WEB_ENOUGH,
	WEB_NO_DATA,	 // one of both has no row in the window: not the same as no tie
	WEB_CANNOT_TELL, // the basis is not WEB_BASIS_STRENGTH
	WEB_VERDICTS
};

// The roles of Gould and Fernandez 1989: a turns to the broker, the broker to c, a never
// to c.
enum web_role {
	WEB_COORDINATOR,    // all three in one function
	WEB_ITINERANT,	    // a and c in one, the broker in another
	WEB_GATEKEEPER,	    // from outside into the broker's function
	WEB_REPRESENTATIVE, // from the broker's function to the outside
	WEB_LIAISON,	    // three functions
	WEB_ROLES
};

// What is said of functions together, because it is the same of each.
enum web_alike {
	WEB_ALIKE_BLIND,   // needed, and not one row
	WEB_ALIKE_SILENT,  // not one row
	WEB_ALIKE_UNOWNED, // no live objective runs through it
	WEB_ALIKE
};

struct web_node {
	struct str id, name;
	uint32_t function; // in traffic.functions; WEB_NONE for "other functions"
	uint32_t people;
	bool has_rows;
	bool on_path; // a live objective or a drawing runs through it
	bool ignored; // on a path, has rows, and all it needs there is a gap at the upper
		      // end
	bool unowned; // no live objective runs through it: a question, not a fault
	bool blind;   // on a path, and not one row
	double given, received; // volume to and from other nodes; veiled: not-a-number
				// where a link of it is withheld
	uint32_t needs, met;	// links needed of it; those that are enough
	double needs_met;	// mean of min(1, observed / needed) over those measured
	double ei;    // (ties outside - ties inside) / all (Krackhardt and Stern 1988)
	double reach; // effective number of nodes it works with (Hill number of order 1)
	double top_share;	   // of its volume, with the at most three of `top`
	uint32_t top[WEB_TOP];	   // nodes, most volume first; WEB_NONE beyond
	double constraint;	   // Burt 1992, on volumes
	double betweenness;	   // on lengths 1/observed (Brandes 2001), all ties
	double between_strong;	   // the same with ties below .2 left out
	uint32_t between_rank;	   // 1 is the most; equal values share the better place
	uint64_t roles[WEB_ROLES]; // of all its people together
	double role_share;	   // of them held by its busiest person
	uint32_t only_way[2];	   // two nodes that ties of .2 connect only through it
	struct str state;	   // how it stands
	struct str way;	     // "the only way between A and B ..."; empty if it is not
	struct str with;     // whom it exchanges with
	struct str sentence; // all of these
};

// Somebody, as the node that person belongs to.
struct web_somebody {
	uint32_t node; // WEB_NONE: nobody
	double amount; // see where it is used
};

struct web_link {
	uint32_t a, b; // nodes, a < b
	double volume_ab, volume_ba, expected_ab, expected_ba;
	double share_ab, share_ba; // of the attention a gives to others, what goes to b
	uint32_t turned_ab,
		turned_ba; // both ends' counts: times somebody of a turned to b
	uint32_t pairs;	   // of people, in either direction
	double reciprocity, effective_pairs;
	double ratio;		    // volume both ways over expected
	double observed, low, high; // strength 0 to 1, 5 to 95 % of the bootstrap; low
				    // and high not-a-number when the rows name no people
	double deviation;	    // jackknife standard error
	double needed;		    // 0: not needed
	double gap;		    // max(0, needed - observed)
	enum web_verdict verdict;
	struct web_somebody
		carrier;   // whose leaving costs most; amount = share of observed
	bool hangs_on_one; // that share is over a third
	struct web_somebody broker; // for a link without a tie: in a third node, turns to
				    // both
	double picked;		    // share of resamples that choose it
	uint32_t *objectives;	    // in web.aims, live ones that need it
	size_t objective_count;
	struct str why;	     // what the drawing says of it, if it is drawn
	struct str own_move; // what the drawing means to bring to it
	// Veiled.  `under_five`: 1 to 4 pairs.  `withheld`: that, or one that would give
	// such a link away by subtraction; strengths are rounded to .1, volumes, shares
	// and ratios are not-a-number, counts 0.
	bool under_five, withheld;
	struct str sentence;
};

struct web_aim_link {
	size_t link;
	double needed;
	double health; // clamp(observed / needed, .05, 1)
};

// A live objective as the web sees it.
struct web_aim {
	struct str id, name;
	double value;  // as given; not-a-number if not said
	double weight; // in the choice, share of all; 0 without value
	struct date until;
	uint32_t owner; // node or WEB_NONE
	double health;	// geometric mean of its links' health
	struct web_aim_link *links;
	size_t link_count;
	// From settings.own to the owner over ties of .2 and more, shortest by
	// 1/observed.
	uint32_t *way;
	size_t way_count;		 // nodes with both ends; 0: no way, or not asked
	double way_weakest;		 // weakest tie on it
	bool way_hangs;			 // some tie of it hangs on one person
	const struct standing *standing; // NULL where no file has a value of it
	struct str sentence;
};

enum web_firmness {
	WEB_FIRM, // chosen in 80 % of resamples or more
	WEB_OPEN, // in 40 to 80 %
};

struct web_pick {
	size_t link;
	double picked;
	enum web_firmness firmness;
	size_t aim;	   // the live objective it lifts most
	double from, to;   // that objective's health now, and with this link as needed
	double lift_alone; // of all value, 0 to 1
	size_t instead;	   // link that would take its place, SIZE_MAX if none
	double threshold;  // observed strength from which on it would not be chosen
	struct str sentence;
	struct str gain; // its end alone: what mending it brings, and how sure that is
};

struct web_set {
	size_t links[WEB_FOCUS_MAX];
	size_t count;
	double lift; // gain in health, weighted by value, 0 to 1
};

struct web_choice {
	struct web_set best, second, third; // exact; in order of lift
	double same;	// share of resamples that choose exactly `best`
	size_t draws;	// resamples of the people
	size_t subsets; // looked at
	// Of `best`, those chosen in 40 % of resamples or more, surest first.
	struct web_pick picks[WEB_FOCUS_MAX];
	size_t pick_count;
	struct str sentence;	   // "Two are clear, the third is close."
	struct str draws_sentence; // what a draw is; empty where nothing could be drawn
};

// How far our own exchanges stay with product, sales and marketing: the circle in which
// product marketing is usually drawn.
struct web_circle {
	uint32_t three[WEB_CLASSIC]; // those of them there are, as nodes
	size_t three_count;
	uint64_t exchanges;	       // times we turned to others and they to us
	uint64_t with_three;	       // of these, with the three
	bool withheld, three_withheld; // ... because it would tell of a few
	double reach;  // effective number of functions (Hill number of order 1)
	size_t others; // functions with rows
	int32_t days;  // from the first day with a row to the last of the window
};

struct web {
	enum web_basis basis;
	struct web_node *nodes; // in order of id, "other functions" last
	size_t node_count;
	struct web_link *links; // every two nodes: see web_link_at
	size_t link_count;
	struct web_aim *aims;
	size_t aim_count;
	struct web_choice choice;
	struct date from, to;
	double mapped, unmapped, outside; // volume of rows, see traffic.h
	struct str unmapped_with;	  // see traffic.h
	size_t interactions, broadcasts;  // used; left out as announcements
	size_t people;			  // with a function
	double total_value;		  // of live objectives
	uint32_t own;			  // node of settings.own
	double answered;     // share of people's ties between nodes that go both ways
	struct str sentence; // what the figures rest on
	struct web_circle circle;	 // without exchanges if `own` has none
	struct web_circle circle_before; // see web_before; without exchanges else
	struct str circle_sentence;
	struct str alike[WEB_ALIKE]; // functions that stand alike, all in one sentence
	// Filled by web_say_seen: what was looked through, and how it was weighed.
	struct str seen, weighing;
	size_t by_channel[CHANNEL_COUNT]; // exchanges that count
	struct str *missing; // functions most companies have and this one does not name
	size_t missing_count;
	struct str *notes; // what this could not see
	size_t note_count, note_room;
};

/*
 * Measures, chooses, veils and says it: what commands, pictures and audits use.
 * Allocates in `a`; needs and traffic must outlive it.  The same bytes for any number of
 * threads and any order of rows.  Never fails.
 */
void web_run(const struct web_traffic *traffic, const struct web_needs *needs,
	const struct web_settings *settings, struct arena *a, struct web *out);

/*
 * Compares our own circle with that of the window before, and says it again: our own
 * function only, without draws.  Nothing changes where we have no function, or no
 * exchange there.  `settings` belong to `before`.
 */
void web_before(const struct web_traffic *before, const struct web_settings *settings,
	struct arena *a, struct web *web);

/*
 * Which channels and files the web was seen through, to which day, which channels had
 * nothing, and which functions may look emptier than they are; and what each channel
 * counts.  After web_run, with the same traffic and settings.  O(interactions).
 */
void web_say_seen(const struct workspace *ws, const struct web_traffic *traffic,
	const struct web_settings *settings, struct arena *a, struct web *web);

// The link of two different nodes, in either order.
struct web_link *web_link_at(const struct web *web, uint32_t a, uint32_t b);
size_t web_link_index(const struct web *web, uint32_t a, uint32_t b);
uint32_t web_node_find(const struct web *web, struct str id); // or WEB_NONE

const char *web_verdict_name(enum web_verdict verdict); // "gap", "possible gap", ...
// Which sentence of web.alike a node is in; WEB_ALIKE if it stands for itself.
enum web_alike web_alike_of(const struct web_node *node);
const char *web_basis_name(enum web_basis basis); // "strength", "few-functions", ...

// What every rendering of a web says below it.
extern const char *const WEB_NOTICE;

#endif

// weave: what the parts of one measurement share, in the order in which they run.
#ifndef WEB_WEAVE_H
#define WEB_WEAVE_H

#include "stat/stat.h"
#include "web/boot.h"
#include "web/leave.h"
#include "web/result.h"

struct weave {
	const struct web_traffic *traffic;
	const struct web_needs *needs;
	const struct web_settings *settings;
	struct arena *arena;   // of the result
	struct arena *scratch; // of this measurement
	struct web *web;
	uint32_t *node_of;     // per function: its node or WEB_NONE
	uint32_t *person_node; // per person, at the end of the window
	struct ties ties;
	struct strength all; // everybody as they are
	struct boot boot;
	struct leave *leave; // per link
};

void weave_note(struct weave *m, struct str note);

void weave_nodes(struct weave *m);   // functions to nodes, small ones merged
void weave_volumes(struct weave *m); // what was exchanged
void weave_links(struct weave *m);   // ties, strengths, intervals, who carries them
void weave_basis(struct weave *m);   // what the figures allow to be said
void weave_demand(struct weave *m);  // aims, needed strength, verdicts, who is left out
void weave_roles(struct weave *m);   // brokers and places of nodes
void weave_picks(struct weave *m);   // the choice
void weave_circle(struct weave *m);  // whom we exchange with ourselves
void weave_ways(struct weave *m);    // from us to the owners of objectives

/*
 * All of them: the exact figures, before anything is rounded, hidden or said.  For tests
 * and for web_run only; whatever reaches a reader goes through web_veil first.
 */
void web_measure(const struct web_traffic *traffic, const struct web_needs *needs,
	const struct web_settings *settings, struct arena *a, struct web *out);

/*
 * What may be shown (docs/methods.md): a link of 1 to 4 pairs, and fewer than k, becomes
 * "under five"; with it as many others are withheld as it takes that no sums tell it.
 * Strengths of all these are rounded to .1.  Strings are made afterwards, from what is
 * left.
 */
void web_veil(struct web *web, uint32_t k);

// The part of it for web->circle, once links are veiled.
void circle_veil(struct web *web);

// The sentences of links, nodes, aims, picks and the choice.
void web_say(struct web *web, struct arena *a);

#endif

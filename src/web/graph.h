// graph: who turns to whom, without how much; what can be said of places in it.
#ifndef WEB_GRAPH_H
#define WEB_GRAPH_H

#include "web/result.h"

// Neighbours of v: to[first[v]] .. to[first[v + 1]], ascending, each once, never v.
struct graph {
	size_t count;
	size_t *first;
	uint32_t *to;
	double *weight; // beside `to`; NULL: all 1
};

struct arc {
	uint32_t from, to;
};

// Sorts `arcs`, drops doubles and loops.  O(arcs + count).
void graph_of(struct arc *arcs, size_t arc_count, size_t count, struct arena *a,
	struct graph *out);
// An arc each way wherever there is one either way.
void graph_undirected(const struct graph *g, struct arena *a, struct graph *out);
bool graph_has(const struct graph *g, uint32_t from, uint32_t to);

/*
 * Burt 1992: c_i = sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2, p_ij the
 * share of i's weight that goes to j.  For an undirected graph.  Not-a-number where
 * somebody has no contact.
 */
void graph_constraint(const struct graph *g, double *out);

/*
 * Brandes 2001: for every v the shortest paths between two others that run through it,
 * each pair shared among its paths.  Unweighted; for an undirected graph halve it.
 * O(nodes x arcs), in parallel over sources; the same bytes for any number of threads.
 */
void graph_betweenness(const struct graph *g, size_t threads, double *out);
// The same with weights as lengths > 0; lengths that differ by less than 1e-12 are one.
// For small graphs: O(nodes^3).
void graph_betweenness_weighted(const struct graph *g, double *out);

/*
 * Gould and Fernandez 1989, raw counts: two others a and c with a -> v -> c and not
 * a -> c, by what classes the three are of; see enum web_role.  `roles` is per vertex.
 * In parallel.  Returns the ends looked at: for each arc a -> v those of v, or where v
 * has many times more, those of a, so that hubs do not cost their square.
 */
uint64_t graph_brokers(const struct graph *g, const uint32_t *class_of, size_t threads,
	uint64_t (*roles)[WEB_ROLES]);

#endif

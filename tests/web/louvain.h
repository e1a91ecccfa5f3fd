// louvain: communities of an undirected graph, for tests only: the model has none.
#ifndef TESTS_WEB_LOUVAIN_H
#define TESTS_WEB_LOUVAIN_H

#include "base/base.h"
#include "web/graph.h"

/*
 * Greedy modularity in levels (Blondel and others 2008): vertices, in an order drawn at
 * random, move to the neighbouring community that raises modularity most until none does;
 * communities become vertices, and so on.  `of` is each vertex's community.  Returns the
 * modularity (Newman and Girvan 2004), counted anew from the graph.
 */
double louvain(const struct graph *g, uint64_t seed, uint32_t *of);
double louvain_modularity(const struct graph *g, const uint32_t *of);

#endif

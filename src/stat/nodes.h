// nodes: long sums of a smooth function over 0, 1, 2, ... by few weighted terms; private
// to stat.
#ifndef STAT_NODES_H
#define STAT_NODES_H

#include "base/base.h"

/*
 * For groups with counts v_i: sum over i of sum over k < v_i of f(k), as sum of weight[j]
 * * f(at[j]).  Exact when all counts are small; else by discrete Gauss quadrature of 16
 * points (Gautschi 2004, section 2.1: the discrete Chebyshev weight) on runs [s, 2s),
 * where the terms of a beta-binomial likelihood are smooth to far beyond double
 * precision.
 */
struct nodes {
	double *at;
	double *weight;
	size_t count, room, weight_room;
};

// Values may come in any order; `values` is sorted in place.
void nodes_make(struct nodes *n, uint64_t *values, size_t count, struct arena *a);

#endif

// ties: how much went between which two people of different nodes, each way.
#ifndef WEB_TIES_H
#define WEB_TIES_H

#include "web/result.h"

/*
 * Links of n nodes are numbered like the cells above the diagonal of a table, row by row:
 * 0-1, 0-2, ..., 1-2, ...
 */
static inline size_t link_of(size_t nodes, size_t a, size_t b)
{
	const size_t low = a < b ? a : b, high = a < b ? b : a;
	return low * (2 * nodes - low - 1) / 2 + (high - low - 1);
}

struct tie {
	uint32_t p, q;	    // persons; p belongs to the link's lower node
	double forth, back; // volume from p to q, and from q to p; not both 0
	double plogp;	    // v log v of both together
};

struct ties {
	size_t nodes, links, persons;
	struct tie *at; // in order of link, then p, then q
	size_t count;
	size_t *first;	// per link and one more: where its ties begin
	bool *steady;	// per person: not resampled, because it is nobody
	uint8_t *ends;	// per link, two: its nodes
	bool *unpaired; // per link: some ends are whole teams, so that pairs cannot be
			// counted
	size_t interactions, broadcasts; // used; left out as announcements
	uint32_t *turned;		 // per link, two: a to b and b to a, contacts
};

/*
 * Volume of one interaction for each target: weight * 2^(-age/half life) / addressed.
 * Each channel is then divided by all it has between nodes and multiplied by what it
 * counts; at the end everything is scaled back to the total there was, so that one
 * channel alone keeps its own units.  Sums do not depend on the order of rows.
 * `node_of` maps functions of the traffic to nodes or WEB_NONE.  O(targets log targets).
 */
void ties_of(const struct web_traffic *traffic, const uint32_t *node_of, size_t nodes,
	const struct web_settings *settings, struct arena *a, struct ties *out);

// Addressed to more than the channel allows.
bool ties_is_broadcast(
	const struct web_interaction *x, const struct web_settings *settings);

#endif

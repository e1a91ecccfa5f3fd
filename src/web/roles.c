#include <math.h>
#include <stdlib.h>

#include "web/brokers.h"
#include "web/graph.h"
#include "web/weave.h"

static const double STRONG = .2;

// Links of at least `least`, both ways; lengths are weights, or 1 over them.
static void graph_of_links(struct weave *m, double least, bool lengths, struct graph *g)
{
	const struct web *w = m->web;
	const size_t n = w->node_count;
	*g = (struct graph){ .count = n };
	g->first = ARENA_ARRAY(m->scratch, size_t, n + 1);
	g->to = ARENA_ARRAY(m->scratch, uint32_t, n * n + 1);
	g->weight = ARENA_ARRAY(m->scratch, double, n *n + 1);
	size_t count = 0;
	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t j = 0; j < n; j++) {
			if (i == j)
				continue;
			const struct web_link *l = web_link_at(w, i, j);
			const double volume = l->volume_ab + l->volume_ba;
			const double size = lengths ? l->observed : volume;
			if (size <= 0 || size < least)
				continue;
			g->to[count] = j;
			g->weight[count++] = lengths ? 1 / size : size;
		}
		g->first[i + 1] = count;
	}
}

// What a node reaches over strong ties, without one node.
static void flood(const struct graph *g, uint32_t from, uint32_t without, bool *reached)
{
	reached[from] = true;
	for (size_t i = g->first[from]; i < g->first[from + 1]; i++)
		if (g->to[i] != without && !reached[g->to[i]])
			flood(g, g->to[i], without, reached);
}

/*
 * The first two neighbours of a node that are apart without it: it is then the only way
 * between what lies behind them.
 */
static void find_only_way(struct weave *m, const struct graph *g, uint32_t v)
{
	bool *reached = ARENA_ARRAY(m->scratch, bool, g->count + 1);
	const size_t first = g->first[v], end = g->first[v + 1];
	if (first == end)
		return;
	flood(g, g->to[first], v, reached);
	for (size_t i = first + 1; i < end; i++)
		if (!reached[g->to[i]]) {
			m->web->nodes[v].only_way[0] = g->to[first];
			m->web->nodes[v].only_way[1] = g->to[i];
			return;
		}
}

static void place_nodes(struct weave *m)
{
	struct web *w = m->web;
	struct graph volumes, lengths, strong;
	double *room = ARENA_ARRAY(m->scratch, double, 3 * w->node_count + 1);
	double *constraint = room, *all = room + w->node_count,
	       *high = room + 2 * w->node_count;
	graph_of_links(m, 0, false, &volumes);
	graph_of_links(m, 0, true, &lengths);
	graph_of_links(m, STRONG, true, &strong);
	graph_constraint(&volumes, constraint);
	graph_betweenness_weighted(&lengths, all);
	graph_betweenness_weighted(&strong, high);
	for (size_t i = 0; i < w->node_count; i++) {
		w->nodes[i].constraint = constraint[i];
		w->nodes[i].betweenness = all[i] / 2;
		w->nodes[i].between_strong = high[i] / 2;
	}
	for (uint32_t i = 0; i < w->node_count; i++)
		find_only_way(m, &strong, i);
	for (size_t i = 0; i < w->node_count; i++) {
		uint32_t rank = 1;
		for (size_t j = 0; j < w->node_count; j++)
			rank += w->nodes[j].betweenness > w->nodes[i].betweenness;
		w->nodes[i].between_rank = rank;
	}
}

static double volume_with(const struct web *w, uint32_t i, uint32_t j)
{
	if (i == j)
		return 0;
	const struct web_link *l = web_link_at(w, i, j);
	return l->volume_ab + l->volume_ba;
}

static void find_top(struct web *w, uint32_t i)
{
	struct web_node *n = &w->nodes[i];
	double sum = 0;
	for (size_t place = 0; place < WEB_TOP; place++) {
		uint32_t best = WEB_NONE;
		for (uint32_t j = 0; j < w->node_count; j++) {
			bool taken = volume_with(w, i, j) <= 0;
			for (size_t k = 0; k < place; k++)
				taken |= n->top[k] == j;
			if (!taken &&
				(best == WEB_NONE ||
					volume_with(w, i, j) > volume_with(w, i, best)))
				best = j;
		}
		n->top[place] = best;
		sum += best == WEB_NONE ? 0 : volume_with(w, i, best);
	}
	n->top_share = sum / (n->given + n->received);
}

static void find_reach(struct web *w)
{
	for (uint32_t i = 0; i < w->node_count; i++) {
		struct web_node *n = &w->nodes[i];
		const double all = n->given + n->received;
		double entropy = 0;
		if (all <= 0)
			continue;
		for (uint32_t j = 0; j < w->node_count; j++) {
			const double share = volume_with(w, i, j) / all;
			entropy -= share > 0 ? share * log(share) : 0;
		}
		n->reach = exp(entropy);
		find_top(w, i);
	}
}

// Everybody with a node, and whom they turned to at all; no mailboxes, no teams.
static void people_graph(struct weave *m, struct graph *out)
{
	const struct web_traffic *t = m->traffic;
	size_t count = 0;
	for (size_t i = 0; i < t->count; i++)
		count += t->at[i].count;
	struct arc *arcs = ARENA_ARRAY(m->scratch, struct arc, count + 1);
	count = 0;
	for (size_t i = 0; i < t->count; i++) {
		const struct web_interaction *x = &t->at[i];
		if (x->channel >= CHANNEL_COUNT || ties_is_broadcast(x, m->settings) ||
			m->settings->weights[x->channel] <= 0)
			continue;
		for (uint32_t k = 0; k < x->count; k++) {
			const uint32_t from = x->actor.person;
			const uint32_t to = t->ends[x->first + k].person;
			if (from >= m->ties.persons || to >= m->ties.persons ||
				m->ties.steady[from] || m->ties.steady[to] ||
				m->person_node[from] == WEB_NONE ||
				m->person_node[to] == WEB_NONE)
				continue;
			arcs[count++] = (struct arc){ from, to };
		}
	}
	graph_of(arcs, count, m->ties.persons, m->scratch, out);
}

// E-I of each node over undirected ties, and how many ties between nodes are answered.
static void look_outside(struct weave *m, const struct graph *g, const struct graph *both)
{
	struct web *w = m->web;
	uint64_t *out = ARENA_ARRAY(m->scratch, uint64_t, w->node_count + 1);
	uint64_t *in = ARENA_ARRAY(m->scratch, uint64_t, w->node_count + 1);
	uint64_t arcs = 0, answered = 0;
	for (uint32_t v = 0; v < g->count; v++) {
		for (size_t i = g->first[v]; i < g->first[v + 1]; i++) {
			if (m->person_node[v] == m->person_node[g->to[i]])
				continue;
			arcs++;
			answered += graph_has(g, g->to[i], v);
		}
		for (size_t i = both->first[v]; i < both->first[v + 1]; i++) {
			const uint32_t node = m->person_node[v];
			const bool same = node == m->person_node[both->to[i]];
			out[node] += !same;
			in[node] += same && v < both->to[i]; // an inner tie once
		}
	}
	w->answered = arcs ? (double)answered / (double)arcs : NAN;
	for (size_t i = 0; i < w->node_count; i++)
		if (out[i] + in[i])
			w->nodes[i].ei = ((double)out[i] - (double)in[i]) /
					 (double)(out[i] + in[i]);
}

static void count_roles(struct weave *m, const struct graph *g)
{
	struct web *w = m->web;
	uint64_t(*roles)[WEB_ROLES] =
		arena_alloc(m->scratch, g->count + 1, sizeof *roles);
	uint64_t *most = ARENA_ARRAY(m->scratch, uint64_t, w->node_count + 1);
	uint64_t *all = ARENA_ARRAY(m->scratch, uint64_t, w->node_count + 1);
	(void)graph_brokers(g, m->person_node, m->settings->threads, roles);
	for (size_t p = 0; p < g->count; p++) {
		const uint32_t node = m->person_node[p];
		uint64_t sum = 0;
		if (node == WEB_NONE)
			continue;
		for (size_t r = 0; r < WEB_ROLES; r++) {
			w->nodes[node].roles[r] += roles[p][r];
			sum += roles[p][r];
		}
		all[node] += sum;
		most[node] = sum > most[node] ? sum : most[node];
	}
	for (size_t i = 0; i < w->node_count; i++)
		if (all[i])
			w->nodes[i].role_share = (double)most[i] / (double)all[i];
}

// Who could carry what is needed and hardly there.
static void find_brokers(struct weave *m, const struct graph *both)
{
	struct web *w = m->web;
	struct outreach outreach;
	double *load = ARENA_ARRAY(m->scratch, double, both->count + 1);
	for (size_t p = 0; p < both->count; p++)
		load[p] = fmax(1, (double)(both->first[p + 1] - both->first[p]));
	outreach_of(&m->ties, m->scratch, &outreach);
	for (size_t l = 0; l < w->link_count; l++) {
		struct web_link *link = &w->links[l];
		if (link->needed <= link->observed || link->verdict == WEB_NO_DATA)
			continue;
		const uint32_t p = broker_find(&outreach, m->person_node, load, link->a,
			link->b, &link->broker.amount);
		if (p != WEB_NONE && !m->ties.steady[p])
			link->broker.node = m->person_node[p];
	}
}

void weave_roles(struct weave *m)
{
	struct graph people, both;
	place_nodes(m);
	find_reach(m->web);
	people_graph(m, &people);
	graph_undirected(&people, m->scratch, &both);
	look_outside(m, &people, &both);
	find_brokers(m, &both);
	count_roles(m, &people);
}

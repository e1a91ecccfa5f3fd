#include <math.h>

#include "web/weave.h"

static const double HANGS = 1.0 / 3;
static const double LOW = .05, HIGH = .95;

static void name_ends(struct web *w)
{
	size_t link = 0;
	for (uint32_t i = 0; i < w->node_count; i++)
		for (uint32_t j = i + 1; j < w->node_count; j++, link++) {
			w->links[link].a = i;
			w->links[link].b = j;
		}
}

// Pairs of persons: one that changed function may stand twice, and is two.
static void fill_volumes(struct weave *m, size_t l)
{
	struct web_link *link = &m->web->links[l];
	const struct sum *sum = &m->all.sums[l];
	link->volume_ab = sum->forth;
	link->volume_ba = sum->back;
	link->expected_ab = expect_one(&m->all.expected, link->a, link->b);
	link->expected_ba = expect_one(&m->all.expected, link->b, link->a);
	link->turned_ab = m->ties.turned[2 * l];
	link->turned_ba = m->ties.turned[2 * l + 1];
	link->pairs = (uint32_t)(m->ties.first[l + 1] - m->ties.first[l]);
	link->reciprocity = strength_reciprocity(sum);
	link->effective_pairs = m->ties.unpaired[l] ? NAN : strength_effective_pairs(sum);
	const double expected = link->expected_ab + link->expected_ba;
	link->ratio = expected > 0 ? (sum->forth + sum->back) / expected : 0;
	link->observed = m->all.observed[l];
}

static void fill_interval(struct weave *m, size_t l, double *room)
{
	struct web_link *link = &m->web->links[l];
	link->low = link->high = link->deviation = NAN;
	if (m->ties.unpaired[l] || !m->boot.replicates)
		return;
	link->low = boot_quantile(&m->boot, l, LOW, room);
	link->high = boot_quantile(&m->boot, l, HIGH, room);
	link->deviation = m->leave[l].deviation;
}

static void fill_carrier(struct weave *m, size_t l)
{
	struct web_link *link = &m->web->links[l];
	const struct leaver *first = &m->leave[l].top[0];
	link->carrier.node = link->broker.node = WEB_NONE;
	if (first->drop <= 0 || link->observed <= 0)
		return;
	link->carrier.node = m->person_node[first->person];
	link->carrier.amount = first->drop / link->observed;
	link->hangs_on_one = first->drop > HANGS * link->observed;
}

static void fill_attention(struct web *w)
{
	for (size_t l = 0; l < w->link_count; l++) {
		const struct web_link *link = &w->links[l];
		w->nodes[link->a].given += link->volume_ab;
		w->nodes[link->b].given += link->volume_ba;
		w->nodes[link->a].received += link->volume_ba;
		w->nodes[link->b].received += link->volume_ab;
	}
	for (size_t l = 0; l < w->link_count; l++) {
		struct web_link *link = &w->links[l];
		const double a = w->nodes[link->a].given, b = w->nodes[link->b].given;
		link->share_ab = a > 0 ? link->volume_ab / a : 0;
		link->share_ba = b > 0 ? link->volume_ba / b : 0;
	}
}

void weave_volumes(struct weave *m)
{
	struct web *w = m->web;
	ties_of(m->traffic, m->node_of, w->node_count, m->settings, m->scratch, &m->ties);
	w->interactions = m->ties.interactions;
	w->broadcasts = m->ties.broadcasts;
	w->link_count = m->ties.links;
	w->links = ARENA_ARRAY(m->arena, struct web_link, w->link_count + 1);
	strength_init(&m->all, &m->ties, m->scratch);
	strength_measure(&m->all, &m->ties, NULL, NULL);
	name_ends(w);
	for (size_t l = 0; l < w->link_count; l++)
		fill_volumes(m, l);
	fill_attention(w);
}

void weave_links(struct weave *m)
{
	struct web *w = m->web;
	const struct web_settings *s = m->settings;
	weave_volumes(m);
	boot_run(&m->ties, s->replicates, s->seed, s->threads, m->scratch, &m->boot);
	m->leave = ARENA_ARRAY(m->scratch, struct leave, w->link_count + 1);
	leave_run(&m->ties, &m->all, w->people, s->threads, m->leave);
	double *room = ARENA_ARRAY(m->scratch, double, s->replicates + 1);
	for (size_t l = 0; l < w->link_count; l++) {
		fill_interval(m, l, room);
		fill_carrier(m, l);
	}
}

static size_t nodes_with_traffic(const struct web *w)
{
	size_t count = 0;
	for (size_t i = 0; i < w->node_count; i++)
		count += w->nodes[i].given + w->nodes[i].received > 0;
	return count;
}

// Times somebody of one turned to another.  Rows of whole teams are sums of many.
static uint64_t exchanges_between(const struct web *w)
{
	uint64_t count = 0;
	for (size_t l = 0; l < w->link_count; l++) {
		const struct web_link *link = &w->links[l];
		if (isnan(link->effective_pairs))
			return WEB_FEWEST;
		count += (uint64_t)link->turned_ab + link->turned_ba;
	}
	return count;
}

/*
 * With two or three functions, and where one is on everything, the sums of rows and
 * columns fix every volume, so that observed is expected whatever happened.
 */
void weave_basis(struct weave *m)
{
	enum { FEWEST = 4 };
	struct web *w = m->web;
	const size_t active = nodes_with_traffic(w);
	const double ours = w->mapped + w->unmapped;
	if (!active)
		w->basis = WEB_BASIS_EMPTY;
	else if (ours > 0 && w->unmapped / ours > WEB_UNMAPPED_MAX)
		w->basis = WEB_BASIS_UNMAPPED;
	else if (active < FEWEST)
		w->basis = WEB_BASIS_FEW;
	else if (m->all.expected.hub != EXPECT_NO_HUB)
		w->basis = WEB_BASIS_ONE_LOG;
	else if (exchanges_between(w) < WEB_FEWEST)
		w->basis = WEB_BASIS_THIN;
	else
		w->basis = WEB_BASIS_STRENGTH;
}

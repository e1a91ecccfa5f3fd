#include <math.h>

#include "web/veil.h"

enum { FEW_PAIRS = 4 }; // 1 to 4 are "under five"

static double to_tenth(double x)
{
	return round(x * 10) / 10;
}

static double to_hundredth(double x)
{
	return round(x * 100) / 100;
}

// Whether a link is small enough to be "under five".  Teams that stand for themselves
// have no pairs to give away; a smaller k shows more.
static bool is_few(const struct web_link *l, uint32_t k)
{
	return l->pairs >= 1 && l->pairs <= FEW_PAIRS && l->pairs < k &&
	       !isnan(l->effective_pairs);
}

static size_t withheld_of(const struct web *w, uint32_t node)
{
	size_t count = 0;
	for (uint32_t j = 0; j < w->node_count; j++)
		count += j != node && web_link_at(w, node, j)->withheld;
	return count;
}

// The smallest link of a node that is shown and not nothing; NULL if there is none.
static struct web_link *next_smallest(const struct web *w, uint32_t node)
{
	struct web_link *best = NULL;
	for (uint32_t j = 0; j < w->node_count; j++) {
		struct web_link *l = j == node ? NULL : web_link_at(w, node, j);
		if (!l || l->withheld || !l->pairs)
			continue;
		const double volume = l->volume_ab + l->volume_ba;
		if (!best || l->pairs < best->pairs ||
			(l->pairs == best->pairs &&
				volume < best->volume_ab + best->volume_ba))
			best = l;
	}
	return best;
}

/*
 * Complementary suppression: where one link of a node is withheld, its sum less the
 * others would tell.  Withholding a second may leave another node with one, so this goes
 * on until nothing changes; each round withholds a link, so it ends.
 */
static void withhold_neighbours(struct web *w)
{
	for (bool changed = true; changed;) {
		changed = false;
		for (uint32_t i = 0; i < w->node_count; i++) {
			struct web_link *next =
				withheld_of(w, i) == 1 ? next_smallest(w, i) : NULL;
			if (next)
				next->withheld = changed = true;
		}
	}
}

// Of three functions that share what is withheld the sums still tell each link, so that
// it takes a ring of an even number.
static void withhold_rings(struct web *w)
{
	for (size_t l = 0; l < w->link_count; l++) {
		const struct web_link *link = &w->links[l];
		if (link->under_five && withhold_is_told(w, link) &&
			withhold_ring(w, link))
			withhold_neighbours(w);
	}
}

static void hide_figures(struct web_link *l)
{
	l->volume_ab = l->volume_ba = l->expected_ab = l->expected_ba = NAN;
	l->share_ab = l->share_ba = l->ratio = NAN;
	l->reciprocity = l->effective_pairs = l->deviation = NAN;
	l->turned_ab = l->turned_ba = l->pairs = 0;
	l->broker.amount = NAN;
	l->carrier.amount = NAN;
}

static void blur_link(struct web_link *l)
{
	l->observed = to_tenth(l->observed);
	l->low = floor(l->low * 10) / 10;
	l->high = ceil(l->high * 10) / 10;
	l->gap = to_tenth(l->gap);
}

static bool any_withheld(const struct web *w, const struct web_aim *aim)
{
	for (size_t i = 0; i < aim->link_count; i++)
		if (w->links[aim->links[i].link].withheld)
			return true;
	return false;
}

// From the health of an aim and its other links the strength of one could be told.
static void blur_aim(const struct web *w, struct web_aim *aim)
{
	if (!any_withheld(w, aim))
		return;
	aim->health = to_tenth(aim->health);
	for (size_t i = 0; i < aim->link_count; i++)
		aim->links[i].health = to_tenth(aim->links[i].health);
}

static void blur_way(const struct web *w, struct web_aim *aim)
{
	for (size_t i = 1; i < aim->way_count; i++)
		if (web_link_at(w, aim->way[i - 1], aim->way[i])->withheld)
			aim->way_weakest = to_tenth(aim->way_weakest);
}

// Constraint looks at what the others do among themselves, a little.
static void blur_node(const struct web *w, uint32_t node)
{
	struct web_node *n = &w->nodes[node];
	n->constraint = to_hundredth(n->constraint);
	if (!withheld_of(w, node))
		return;
	n->given = n->received = NAN;
	n->needs_met = to_tenth(n->needs_met);
	n->top_share = to_tenth(n->top_share);
	n->reach = to_tenth(n->reach);
	n->constraint = to_tenth(n->constraint);
}

// A pick is held against all that is needed, and lifts aims with other links on them.
static void blur_pick(const struct web *w, struct web_pick *p)
{
	bool lifts = false, held = false;
	const struct web_link *link = &w->links[p->link];
	for (size_t i = 0; i < link->objective_count; i++)
		lifts |= any_withheld(w, &w->aims[link->objectives[i]]);
	for (size_t l = 0; l < w->link_count; l++)
		held |= w->links[l].needed > 0 && w->links[l].withheld;
	if (held)
		p->threshold = to_tenth(p->threshold);
	if (!lifts)
		return;
	p->from = to_tenth(p->from);
	p->to = to_tenth(p->to);
	p->lift_alone = to_tenth(p->lift_alone);
}

static void blur_choice(struct web *w)
{
	struct web_choice *c = &w->choice;
	c->best.lift = to_hundredth(c->best.lift);
	c->second.lift = to_hundredth(c->second.lift);
	c->third.lift = to_hundredth(c->third.lift);
	for (size_t i = 0; i < c->pick_count; i++)
		blur_pick(w, &c->picks[i]);
}

static bool mark_few(struct web *w, uint32_t k)
{
	bool any = false;
	for (size_t l = 0; l < w->link_count; l++) {
		struct web_link *link = &w->links[l];
		link->under_five = link->withheld = is_few(link, k);
		any |= link->withheld;
	}
	return any;
}

void web_veil(struct web *w, uint32_t k)
{
	if (!mark_few(w, k))
		return;
	withhold_neighbours(w);
	withhold_rings(w);
	for (size_t l = 0; l < w->link_count; l++)
		if (w->links[l].withheld) {
			hide_figures(&w->links[l]);
			blur_link(&w->links[l]);
		}
	for (size_t o = 0; o < w->aim_count; o++) {
		blur_aim(w, &w->aims[o]);
		blur_way(w, &w->aims[o]);
	}
	for (uint32_t i = 0; i < w->node_count; i++)
		blur_node(w, i);
	blur_choice(w);
	circle_veil(w);
}

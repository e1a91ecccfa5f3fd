#include <math.h>
#include <string.h>

#include "web/choose.h"
#include "web/weave.h"

// The node of a function that stands for itself, else WEB_NONE: "other functions" are on
// no path.
static uint32_t own_node(const struct weave *m, uint32_t function)
{
	if (function >= m->traffic->function_count)
		return WEB_NONE;
	const uint32_t node = m->node_of[function];
	return node != WEB_NONE && m->web->nodes[node].function == function ? node
									    : WEB_NONE;
}

static bool is_live(const struct weave *m, const struct web_objective *o)
{
	return !date_set(o->until) || !date_set(m->needs->as_of) ||
	       o->until.days >= m->needs->as_of.days;
}

// Adds the need to an aim, if both its ends are shown.  Returns whether they are.
static bool aim_link(struct weave *m, struct web_aim *aim, const struct web_need *need)
{
	struct web *w = m->web;
	const uint32_t a = own_node(m, need->a), b = own_node(m, need->b);
	if (a == WEB_NONE || b == WEB_NONE || a == b)
		return false;
	aim->links[aim->link_count++] = (struct web_aim_link){
		.link = web_link_index(w, a, b),
		.needed = web_level_strength(need->level),
	};
	return true;
}

static size_t add_objectives(struct weave *m)
{
	struct web *w = m->web;
	size_t lost = 0, live = 0;
	for (size_t i = 0; i < m->needs->objective_count; i++) {
		const struct web_objective *o = &m->needs->objectives[i];
		if (!is_live(m, o) || live++ >= WEB_AIMS_MAX)
			continue;
		struct web_aim *aim = &w->aims[w->aim_count++];
		*aim = (struct web_aim){ .id = o->id,
			.name = o->name,
			.value = o->value,
			.until = o->until,
			.health = NAN,
			.way_weakest = NAN,
			.standing = o->standing,
			.owner = own_node(m, o->owner) };
		aim->links =
			ARENA_ARRAY(m->arena, struct web_aim_link, o->link_count + 1);
		for (size_t l = 0; l < o->link_count; l++)
			lost += !aim_link(m, aim, &o->links[l]);
	}
	if (live > WEB_AIMS_MAX)
		weave_note(m,
			arena_fmt(m->arena,
				"%" PRI_STR " objectives are live; the web looks at the "
				"first %d.",
				ARG_STR(words_number(m->arena, live)), WEB_AIMS_MAX));
	return lost;
}

// A plan rests on an assumption, which is said once.
static void note_plans(struct weave *m)
{
	const struct web *w = m->web;
	for (size_t o = 0; o < w->aim_count; o++)
		if (w->aims[o].standing && !isnan(w->aims[o].standing->plan)) {
			weave_note(m, str_of(STANDING_ASSUMED));
			return;
		}
}

static bool any_link(const struct web *w)
{
	for (size_t o = 0; o < w->aim_count; o++)
		if (w->aims[o].link_count)
			return true;
	return false;
}

// Without any objective that runs anywhere, what is drawn counts the same, each.
static void add_drawing(struct weave *m)
{
	struct web *w = m->web;
	for (size_t i = 0; i < m->needs->drawn_count && w->aim_count < WEB_AIMS_MAX;
		i++) {
		const struct web_drawn *d = &m->needs->drawn[i];
		struct web_aim aim = { .id = S("drawing"),
			.name = d->why.len ? d->why : S("your own drawing"),
			.value = NAN,
			.owner = WEB_NONE,
			.health = NAN,
			.way_weakest = NAN };
		aim.links = ARENA_ARRAY(m->arena, struct web_aim_link, 1);
		if (aim_link(m, &aim, &d->need))
			w->aims[w->aim_count++] = aim;
	}
}

static void weigh_aims(struct weave *m)
{
	struct web *w = m->web;
	size_t unsaid = 0;
	for (size_t o = 0; o < w->aim_count; o++) {
		unsaid += isnan(w->aims[o].value) ? 1 : 0;
		w->total_value += isnan(w->aims[o].value) ? 0 : fmax(0, w->aims[o].value);
	}
	for (size_t o = 0; o < w->aim_count; o++) {
		struct web_aim *aim = &w->aims[o];
		if (unsaid == w->aim_count)
			aim->weight = 1.0 / (double)w->aim_count;
		else if (aim->value > 0)
			aim->weight = aim->value / w->total_value;
	}
	if (unsaid && unsaid == w->aim_count)
		weave_note(m, S("No objective has a value: each counts the same. Add a "
				"column `value` to objectives.csv."));
	else if (unsaid)
		weave_note(m, arena_fmt(m->arena,
				      "%" PRI_STR " of %" PRI_STR
				      " objectives have no value and draw no "
				      "relationship into the choice.",
				      ARG_STR(words_number(m->arena, unsaid)),
				      ARG_STR(words_number(m->arena, w->aim_count))));
}

static void need_links(struct weave *m)
{
	struct web *w = m->web;
	for (size_t l = 0; l < w->link_count; l++)
		w->links[l].objectives =
			ARENA_ARRAY(m->arena, uint32_t, w->aim_count + 1);
	for (size_t o = 0; o < w->aim_count; o++)
		for (size_t i = 0; i < w->aims[o].link_count; i++) {
			const struct web_aim_link *need = &w->aims[o].links[i];
			struct web_link *link = &w->links[need->link];
			link->needed = fmax(link->needed, need->needed);
			link->objectives[link->objective_count++] = (uint32_t)o;
		}
	for (size_t i = 0; i < m->needs->drawn_count; i++) {
		const struct web_drawn *d = &m->needs->drawn[i];
		const uint32_t a = own_node(m, d->need.a), b = own_node(m, d->need.b);
		if (a == WEB_NONE || b == WEB_NONE || a == b)
			continue;
		struct web_link *link = web_link_at(w, a, b);
		link->needed = fmax(link->needed, web_level_strength(d->need.level));
		link->why = d->why;
		link->own_move = d->move;
	}
}

static enum web_verdict verdict_of(const struct web *w, const struct web_link *link)
{
	if (link->needed <= 0)
		return WEB_NOT_NEEDED;
	if (!w->nodes[link->a].has_rows || !w->nodes[link->b].has_rows)
		return WEB_NO_DATA;
	if (w->basis != WEB_BASIS_STRENGTH)
		return WEB_CANNOT_TELL;
	if (link->observed >= link->needed)
		return WEB_ENOUGH;
	return link->high < link->needed ? WEB_GAP : WEB_POSSIBLE_GAP;
}

static void judge_links(struct web *w)
{
	for (size_t l = 0; l < w->link_count; l++) {
		struct web_link *link = &w->links[l];
		link->gap = fmax(0, link->needed - link->observed);
		link->verdict = verdict_of(w, link);
		if (link->needed <= 0)
			continue;
		const uint32_t ends[2] = { link->a, link->b };
		const bool measured = link->verdict == WEB_GAP ||
				      link->verdict == WEB_POSSIBLE_GAP ||
				      link->verdict == WEB_ENOUGH;
		for (size_t e = 0; e < 2; e++) {
			struct web_node *n = &w->nodes[ends[e]];
			n->on_path = true;
			n->blind = !n->has_rows;
			n->needs++;
			n->met += link->verdict == WEB_ENOUGH;
			if (measured) {
				const double met = fmin(1, link->observed / link->needed);
				n->needs_met =
					isnan(n->needs_met) ? met : n->needs_met + met;
			}
		}
	}
}

static void average_needs(struct web *w)
{
	for (uint32_t i = 0; i < w->node_count; i++) {
		size_t measured = 0;
		for (uint32_t j = 0; j < w->node_count; j++) {
			if (i == j)
				continue;
			const enum web_verdict v = web_link_at(w, i, j)->verdict;
			measured +=
				v == WEB_GAP || v == WEB_POSSIBLE_GAP || v == WEB_ENOUGH;
		}
		if (measured)
			w->nodes[i].needs_met /= (double)measured;
	}
}

// The least each node is needed at on an aim; 0 if the aim does not run through it.
static void least_needed(const struct web *w, const struct web_aim *aim, double *least)
{
	memset(least, 0, w->node_count * sizeof *least);
	for (size_t i = 0; i < aim->link_count; i++) {
		const struct web_link *link = &w->links[aim->links[i].link];
		const uint32_t ends[2] = { link->a, link->b };
		for (size_t e = 0; e < 2; e++)
			if (least[ends[e]] <= 0 || aim->links[i].needed < least[ends[e]])
				least[ends[e]] = aim->links[i].needed;
	}
}

enum reach {
	REACH_ALONE, // nobody else on the aim has rows
	REACH_GAPS,  // even the upper end of every link to them is below what is needed
	REACH_MET,
};

static enum reach reach_on(const struct web *w, const double *least, uint32_t node)
{
	enum reach reach = REACH_ALONE;
	for (uint32_t other = 0; other < w->node_count; other++) {
		if (other == node || !w->nodes[other].has_rows || least[other] <= 0)
			continue;
		const struct web_link *link = web_link_at(w, node, other);
		const double needed = link->needed > 0 ? link->needed : least[node];
		if (!(link->high < needed))
			return REACH_MET;
		reach = REACH_GAPS;
	}
	return reach;
}

static void find_left_out(struct weave *m)
{
	struct web *w = m->web;
	const bool paths = any_link(w);
	double *least = ARENA_ARRAY(m->scratch, double, w->node_count + 1);
	bool *met = ARENA_ARRAY(m->scratch, bool, w->node_count + 1);
	for (uint32_t i = 0; i < w->node_count; i++)
		w->nodes[i].unowned = paths && w->nodes[i].function != WEB_NONE;
	for (size_t o = 0; o < w->aim_count; o++) {
		least_needed(w, &w->aims[o], least);
		for (uint32_t i = 0; i < w->node_count; i++) {
			if (least[i] <= 0)
				continue;
			const enum reach reach = reach_on(w, least, i);
			w->nodes[i].unowned = false;
			w->nodes[i].ignored |= reach == REACH_GAPS;
			met[i] |= reach == REACH_MET;
		}
	}
	for (uint32_t i = 0; i < w->node_count; i++)
		w->nodes[i].ignored &=
			w->basis == WEB_BASIS_STRENGTH && !met[i] && w->nodes[i].has_rows;
}

static void find_health(struct web *w)
{
	for (size_t o = 0; o < w->aim_count; o++) {
		struct web_aim *aim = &w->aims[o];
		double logs = 0;
		for (size_t i = 0; i < aim->link_count; i++) {
			struct web_aim_link *l = &aim->links[i];
			l->health =
				choose_link_health(w->links[l->link].observed, l->needed);
			logs += log(l->health);
		}
		if (aim->link_count && w->basis == WEB_BASIS_STRENGTH)
			aim->health = exp(logs / (double)aim->link_count);
	}
}

void weave_demand(struct weave *m)
{
	struct web *w = m->web;
	w->aims = ARENA_ARRAY(m->arena, struct web_aim, WEB_AIMS_MAX);
	const size_t lost = add_objectives(m);
	if (lost)
		weave_note(
			m, arena_fmt(m->arena,
				   "%" PRI_STR
				   " %s of objectives %s a function too small to show, "
				   "and %s left out.",
				   ARG_STR(words_number(m->arena, lost)),
				   lost == 1 ? "link" : "links",
				   lost == 1 ? "concerns" : "concern",
				   lost == 1 ? "is" : "are"));
	if (!any_link(w))
		add_drawing(m);
	weigh_aims(m);
	note_plans(m);
	need_links(m);
	judge_links(w);
	average_needs(w);
	find_left_out(m);
	find_health(w);
}

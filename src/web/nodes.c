#include <math.h>
#include <stdlib.h>

#include "web/weave.h"

struct sized {
	uint32_t function, people;
};

// Most people first, then in order of functions.
static int by_people(const void *left, const void *right)
{
	const struct sized *a = left, *b = right;
	if (a->people != b->people)
		return (a->people < b->people) - (a->people > b->people);
	return (a->function > b->function) - (a->function < b->function);
}

/*
 * A function with people, but fewer than k, is not shown.  One of which nobody is known
 * and no row speaks has nobody to protect: it is a blind spot, and shown as one.
 */
static bool is_small(const struct web_function *f, uint32_t k)
{
	return f->people < k && (f->people || f->has_rows);
}

// Marks which functions stand for themselves: no small ones, and at most WEB_NODES_MAX
// with the one for all others.
static void choose_shown(struct weave *m, bool *shown)
{
	const struct web_traffic *t = m->traffic;
	struct sized *sizes =
		ARENA_ARRAY(m->scratch, struct sized, t->function_count + 1);
	size_t count = 0;
	for (uint32_t i = 0; i < t->function_count; i++)
		if (!is_small(&t->functions[i], m->settings->k))
			sizes[count++] = (struct sized){ i, t->functions[i].people };
	qsort(sizes, count, sizeof *sizes, by_people);
	for (size_t i = 0; i < count && i < WEB_NODES_MAX - 1; i++)
		shown[sizes[i].function] = true;
}

static uint32_t add_node(struct weave *m, struct web_node node)
{
	node.ei = node.reach = node.top_share = node.constraint = NAN;
	node.betweenness = node.between_strong = node.role_share = node.needs_met = NAN;
	for (size_t i = 0; i < WEB_TOP; i++)
		node.top[i] = WEB_NONE;
	node.only_way[0] = node.only_way[1] = WEB_NONE;
	m->web->nodes[m->web->node_count] = node;
	return (uint32_t)m->web->node_count++;
}

static void add_shown(struct weave *m, const bool *shown)
{
	const struct web_traffic *t = m->traffic;
	for (uint32_t i = 0; i < t->function_count; i++) {
		const struct web_function *f = &t->functions[i];
		m->node_of[i] = WEB_NONE;
		if (shown[i])
			m->node_of[i] =
				add_node(m, (struct web_node){
						    .id = f->id,
						    .name = f->name.len ? f->name : f->id,
						    .function = i,
						    .people = f->people,
						    .has_rows = f->has_rows,
					    });
	}
}

// The others together, if together they are enough people to hide in.
static void add_others(struct weave *m, const bool *shown)
{
	const struct web_traffic *t = m->traffic;
	struct web_node others = {
		.id = S("other"), .name = S("Other functions"), .function = WEB_NONE
	};
	size_t count = 0;
	for (uint32_t i = 0; i < t->function_count; i++)
		if (!shown[i]) {
			others.people += t->functions[i].people;
			others.has_rows |= t->functions[i].has_rows;
			count++;
		}
	if (!count)
		return;
	const bool drawn = others.people >= m->settings->k && count > 1;
	weave_note(
		m, arena_fmt(m->arena, "%zu %s fewer than %u people and %s by name; %s.",
			   count, count == 1 ? "function has" : "functions have",
			   m->settings->k, count == 1 ? "is not shown" : "are not shown",
			   drawn ? "together they are \"Other functions\""
				 : "what they exchange with others is left out"));
	if (!drawn)
		return;
	const uint32_t node = add_node(m, others);
	for (uint32_t i = 0; i < t->function_count; i++)
		if (!shown[i])
			m->node_of[i] = node;
}

static void place_persons(struct weave *m)
{
	const struct web_traffic *t = m->traffic;
	for (size_t p = 0; p < t->person_count; p++) {
		const uint32_t f = t->persons[p].function;
		m->person_node[p] = f < t->function_count ? m->node_of[f] : WEB_NONE;
		m->web->people += m->person_node[p] != WEB_NONE &&
				  !t->persons[p].shared && !t->persons[p].group;
	}
}

void weave_nodes(struct weave *m)
{
	const struct web_traffic *t = m->traffic;
	bool *shown = ARENA_ARRAY(m->scratch, bool, t->function_count + 1);
	m->node_of = ARENA_ARRAY(m->scratch, uint32_t, t->function_count + 1);
	m->person_node = ARENA_ARRAY(m->scratch, uint32_t, t->person_count + 1);
	m->web->nodes = ARENA_ARRAY(m->arena, struct web_node, WEB_NODES_MAX);
	choose_shown(m, shown);
	add_shown(m, shown);
	add_others(m, shown);
	place_persons(m);
	if (m->settings->own < t->function_count)
		m->web->own = m->node_of[m->settings->own];
}

// Any two: what both write about, with the deals and customers that stand behind it.
#include "value/move_list.h"

// What the giver holds, and what deals were lost for, whoever noted it.  Exchanges say
// that a thing is spoken of, not by whom.
static bool holds(const struct move_ask *ask, const struct said *s)
{
	if (s->kind == SAID_EXCHANGE || s->kind == SAID_ITEM)
		return false;
	return s->kind == SAID_LOSS || s->node == ask->from;
}

static void find(const struct move_ask *ask, struct move_found *out)
{
	const struct ground *g = ask->ground;
	const struct web_link *l;
	struct told_topics told;
	if (!ask->bridge)
		return;
	told_topics_of(ask->topics, ask->told, &told);
	l = &g->web->links[ask->bridge->link];
	// One way is enough: from the end that says it more often.
	uint32_t counts[2] = { 0 };
	for (size_t k = 0; k < SAID_KINDS; k++) {
		counts[0] += ask->bridge->counts[0][k];
		counts[1] += ask->bridge->counts[1][k];
	}
	if (ask->from != (counts[1] > counts[0] ? l->b : l->a))
		return;
	out->subject = ask->topics->at[ask->bridge->topic].name;
	out->searched = S("roadmap.csv");
	struct arena scratch = { 0 };
	const struct date until = roadmap_answered(ask, &scratch)[ask->bridge->topic];
	for (size_t i = 0; i < g->count; i++) {
		const struct said *s = &g->at[i];
		if (!holds(ask, s) || told_has(&told, ask->topics, i) ||
			!topics_has(ask->topics, i, ask->bridge->topic))
			continue;
		if (is_answered(until, s->date))
			out->held++;
		else
			found_add(ask, out, item_of(ask, s, ask->bridge->topic));
	}
	found_spoken(ask, ask->bridge->topic, out);
	if (ground_usual(g, ask->to) == USUAL_PRODUCT)
		out->asks = "A day on the roadmap that these accounts can be told, or a "
			    "no with its reason.";
	roadmap_nearest(ask, ask->bridge->topic, out);
	arena_free(&scratch);
}

// Only looked for where a bridge is: no file would make one.
static struct str lacks(const struct move_ask *ask)
{
	(void)ask;
	return S("");
}

const struct move_rule move_rule_shared = {
	.id = "shared-topic",
	.from = USUAL_ANY,
	.to = USUAL_ANY,
	.held = "what both write about",
	.wants = "Both write about it, and hardly with each other",
	.asks = "What is known of it there and what is planned, so that both tell "
		"accounts the same.",
	.nearest = "The nearest on the roadmap",
	.lacks = lacks,
	.find = find,
};

// Customer success or support to product: what customers ask for, and nothing is planned.
#include "value/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from &&
	       (s->kind == SAID_REQUEST || s->kind == SAID_CALL ||
		       s->kind == SAID_REVIEW || s->kind == SAID_DOCUMENT);
}

static const struct move_theme THEME = { .holds = holds,
	.answered = roadmap_answered,
	.nearest = roadmap_nearest,
	.searched = "roadmap.csv" };

static struct str lacks(const struct move_ask *ask)
{
	const struct ground *g = ask->ground;
	if (!g->ws->records.roadmap.count)
		return S("roadmap.csv (item_id, item, status, target, released)");
	for (size_t i = 0; i < g->count; i++)
		if (holds(ask, &g->at[i]) && g->at[i].account != SAID_NOBODY)
			return S("");
	return lacks_tickets(ask);
}

const struct move_rule move_rule_themes = {
	.id = "themes-without-item",
	.from = USUAL(SUCCESS) | USUAL(SUPPORT),
	.to = USUAL(PRODUCT),
	.held = "what customers ask for and nothing plans",
	.wants = "Nothing on the roadmap names it within half a year",
	.asks = "A day on the roadmap that these accounts can be told, or a no with its "
		"reason.",
	.nearest = "The nearest on the roadmap",
	.lacks = lacks,
	.theme = &THEME,
};

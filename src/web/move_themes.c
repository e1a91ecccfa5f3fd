// Customer success or support to product: what customers ask for, and nothing is planned.
#include "web/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && (s->kind == SAID_REQUEST || s->kind == SAID_CALL ||
					       s->kind == SAID_DOCUMENT);
}

static const struct move_theme THEME = { .holds = holds,
	.answered = roadmap_answered,
	.nearest = roadmap_nearest,
	.searched = "roadmap.csv" };

static void find(const struct move_ask *ask, struct move_found *out)
{
	theme_find(ask, &THEME, out);
}

static bool can(const struct ground *g)
{
	return g->ws->records.requests.count && g->ws->records.roadmap.count;
}

const struct move_rule move_rule_themes = {
	.id = "themes-without-item",
	.from = USUAL(SUCCESS) | USUAL(SUPPORT),
	.to = USUAL(PRODUCT),
	.held = "what customers ask for in tickets and calls",
	.wants = "nothing on the roadmap names it within half a year",
	.bring = "what customers ask for",
	.files = "tickets with their accounts (requests.csv: function, account), "
		 "roadmap.csv",
	.can = can,
	.find = find,
};

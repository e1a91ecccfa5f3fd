// Sales to product: what deals were lost for, and nothing is planned.
#include "web/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && s->kind == SAID_LOSS;
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
	return g->ws->deals.loss_reason.code && g->ws->records.roadmap.count;
}

const struct move_rule move_rule_losses = {
	.id = "losses-without-item",
	.from = USUAL(SALES),
	.to = USUAL(PRODUCT),
	.held = "what deals were lost for",
	.wants = "nothing on the roadmap names it within half a year",
	.bring = "the deals that were lost",
	.files = "deals.csv with loss_reason, roadmap.csv",
	.can = can,
	.find = find,
};

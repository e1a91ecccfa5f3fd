// Sales to product: what deals were lost for, and nothing is planned.
#include "value/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && s->kind == SAID_LOSS;
}

static const struct move_theme THEME = { .holds = holds,
	.answered = roadmap_answered,
	.nearest = roadmap_nearest,
	.searched = "roadmap.csv" };

static struct str lacks(const struct move_ask *ask)
{
	const struct workspace *ws = ask->ground->ws;
	if (!ws->deals.loss_reason.code)
		return S("deals.csv (deal_id, account, outcome, amount, loss_reason)");
	return ws->records.roadmap.count
		       ? S("")
		       : S("roadmap.csv (item_id, item, status, target, released)");
}

const struct move_rule move_rule_losses = {
	.id = "losses-without-item",
	.from = USUAL(SALES),
	.to = USUAL(PRODUCT),
	.held = "what deals are lost for and nothing plans",
	.wants = "Nothing on the roadmap names it within half a year",
	.asks = "A day on the roadmap that sales can name, or a no with its reason.",
	.nearest = "The nearest on the roadmap",
	.lacks = lacks,
	.theme = &THEME,
};

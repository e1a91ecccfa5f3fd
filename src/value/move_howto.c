// Support to content: what customers ask how to do, and no page says it.
#include <string.h>

#include "value/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && s->kind == SAID_REQUEST;
}

struct pages {
	struct topics *topics;
	struct date *until;
	uint8_t *seen; // by topic: of the page at hand
	size_t count;
};

// A page answers what two of its sentences, or a heading, have.
static void read_page(struct pages *p, const struct copy *copy)
{
	memset(p->seen, 0, p->count);
	for (size_t i = 0; i < copy->sentences.count; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		uint32_t *ids;
		const size_t count = topics_read(p->topics, s->text, &ids);
		for (size_t k = 0; k < count; k++) {
			if (ids[k] >= p->count || p->seen[ids[k]] >= 2)
				continue;
			p->seen[ids[k]] = (uint8_t)(p->seen[ids[k]] +
						    (s->level == LEVEL_BODY ? 1 : 2));
			if (p->seen[ids[k]] >= 2)
				p->until[ids[k]] = MOVE_ALWAYS;
		}
	}
}

static bool is_page(const struct copy *copy)
{
	return copy->source->role == ROLE_COPY && !copy->source->earlier;
}

static struct date *answered(const struct move_ask *ask, struct arena *a)
{
	const struct workspace *ws = ask->ground->ws;
	const size_t count = ask->topics->count;
	struct pages p = { .topics = ask->topics,
		.until = ARENA_ARRAY(a, struct date, count + 1),
		.seen = ARENA_ARRAY(a, uint8_t, count + 1),
		.count = count };
	for (size_t i = 0; i < ws->copy_count; i++)
		if (is_page(&ws->copies[i]))
			read_page(&p, &ws->copies[i]);
	return p.until;
}

static const struct move_theme THEME = { .holds = holds,
	.answered = answered,
	.searched = "every page and document of ours" };

static struct str lacks(const struct move_ask *ask)
{
	const struct ground *g = ask->ground;
	bool pages = false;
	for (size_t i = 0; i < g->ws->copy_count && !pages; i++)
		pages = is_page(&g->ws->copies[i]);
	if (!pages)
		return S("A copy of your pages (below site/)");
	for (size_t i = 0; i < g->count; i++)
		if (holds(ask, &g->at[i]) && g->at[i].account != SAID_NOBODY)
			return S("");
	return lacks_tickets(ask);
}

const struct move_rule move_rule_howto = {
	.id = "questions-without-page",
	.from = USUAL(SUPPORT),
	.to = USUAL(CONTENT) | USUAL(MARKETING) | USUAL(PMM),
	.held = "what customers ask again and again and no page answers",
	.wants = "No page of ours says it",
	.asks = "One page that answers it, in the words below.",
	.nearest = "The nearest page",
	.lacks = lacks,
	.theme = &THEME,
};

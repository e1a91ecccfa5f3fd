// Support to content: what customers ask how to do, and no page says it.
#include "web/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && s->kind == SAID_REQUEST;
}

// A page answers when two of its sentences, or a heading, have the topic.
static bool page_has(const struct move_ask *ask, const struct copy *copy, uint32_t topic)
{
	size_t sentences = 0;
	for (size_t i = 0; i < copy->sentences.count && sentences < 2; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		uint32_t *ids;
		const size_t count = topics_read(ask->topics, s->text, &ids);
		for (size_t k = 0; k < count; k++)
			if (ids[k] == topic)
				sentences += s->level == LEVEL_BODY ? 1 : 2;
	}
	return sentences >= 2;
}

static bool answers(const struct move_ask *ask, uint32_t topic, struct date day,
	struct move_found *near)
{
	const struct workspace *ws = ask->ground->ws;
	(void)day; // a page that is there answers whenever it was asked
	if (near->fit < 0 || near->fit > 0)
		return near->fit > 0;
	near->fit = -1; // looked for once a subject
	for (size_t i = 0; i < ws->copy_count; i++)
		if (ws->copies[i].source->role == ROLE_COPY &&
			!ws->copies[i].source->earlier &&
			page_has(ask, &ws->copies[i], topic))
			near->fit = 1;
	return near->fit > 0;
}

static const struct move_theme THEME = {
	.holds = holds, .answers = answers, .searched = "every page and document of ours"
};

static void find(const struct move_ask *ask, struct move_found *out)
{
	theme_find(ask, &THEME, out);
}

static bool can(const struct ground *g)
{
	for (size_t i = 0; i < g->count; i++)
		if (g->at[i].kind == SAID_REQUEST && g->at[i].account != SAID_NOBODY &&
			ground_usual(g, g->at[i].node) == USUAL_SUPPORT)
			return true;
	return false;
}

const struct move_rule move_rule_howto = {
	.id = "questions-without-page",
	.from = USUAL(SUPPORT),
	.to = USUAL(CONTENT) | USUAL(MARKETING) | USUAL(PMM),
	.held = "what customers ask support again and again",
	.wants = "no page of ours says it",
	.bring = "the page customers ask for",
	.files =
		"support's tickets with their accounts (requests.csv: function, account)",
	.can = can,
	.find = find,
};

// Sales to product marketing: what deals are lost for, and no current card says a word.
#include "web/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && (s->kind == SAID_LOSS || s->kind == SAID_CALL);
}

static bool part_has(const struct move_ask *ask, const struct paper_lines *lines,
	uint32_t topic, struct place *place)
{
	for (size_t i = 0; i < lines->count; i++) {
		uint32_t *ids;
		const size_t count = topics_read(ask->topics, lines->at[i].text, &ids);
		for (size_t k = 0; k < count; k++)
			if (ids[k] == topic) {
				*place = lines->at[i].place;
				return true;
			}
	}
	return false;
}

static bool card_has(const struct move_ask *ask, const struct battlecard *card,
	uint32_t topic, struct place *place)
{
	for (size_t p = 0; p < CARD_PARTS; p++)
		if (part_has(ask, &card->parts[p], topic, place))
			return true;
	return false;
}

// A card answers what came up before it was last reviewed.
static bool answers(const struct move_ask *ask, uint32_t topic, struct date day,
	struct move_found *near)
{
	const struct workspace *ws = ask->ground->ws;
	for (size_t i = 0; i < ws->papers.battlecard_count; i++) {
		const struct battlecard *card = &ws->papers.battlecards[i];
		struct place place;
		if (date_set(card->reviewed) && card->reviewed.days >= day.days &&
			card_has(ask, card, topic, &place))
			return true;
		if (near->answer.path.len || !card_has(ask, card, topic, &place))
			continue;
		near->answer = (struct evidence){ .path = ws->sources[card->source].path,
			.place = place,
			.date = card->reviewed,
			.witness = WITNESS_US };
		near->answer_note =
			date_set(card->reviewed)
				? arena_fmt(ask->arena, "last reviewed on %" PRI_STR,
					  ARG_STR(date_words(ask->arena, card->reviewed)))
				: S("no day of review");
	}
	return false;
}

static const struct move_theme THEME = {
	.holds = holds, .answers = answers, .searched = "competitors/*/battlecard.md"
};

static void find(const struct move_ask *ask, struct move_found *out)
{
	theme_find(ask, &THEME, out);
}

static bool can(const struct ground *g)
{
	return g->ws->deals.loss_reason.code && g->ws->papers.battlecard_count;
}

const struct move_rule move_rule_objections = {
	.id = "objections-without-card",
	.from = USUAL(SALES) | USUAL(SDR),
	.to = USUAL(PMM),
	.held = "what deals are lost for and buyers object",
	.wants = "no battlecard reviewed since then names it",
	.bring = "the objection with its deals",
	.files = "deals.csv with loss_reason, competitors/<id>/battlecard.md",
	.can = can,
	.find = find,
};

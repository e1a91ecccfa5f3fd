// Sales to product marketing: what deals are lost for, and no current card says a word.
#include "value/move_list.h"

static bool holds(const struct move_ask *ask, const struct said *s)
{
	return s->node == ask->from && (s->kind == SAID_LOSS || s->kind == SAID_CALL);
}

// A card answers what came up before it was last reviewed.
static struct date *answered(const struct move_ask *ask, struct arena *a)
{
	const struct papers *papers = &ask->ground->ws->papers;
	const size_t topics = ask->topics->count;
	struct date *until = ARENA_ARRAY(a, struct date, topics + 1);
	for (size_t i = 0; i < papers->battlecard_count; i++) {
		const struct battlecard *card = &papers->battlecards[i];
		for (size_t p = 0; p < CARD_PARTS; p++)
			for (size_t l = 0; l < card->parts[p].count; l++) {
				uint32_t *ids;
				const size_t count = topics_read(
					ask->topics, card->parts[p].at[l].text, &ids);
				answer_until(until, topics, ids, count, card->reviewed);
			}
	}
	return until;
}

static bool line_has(
	const struct move_ask *ask, const struct paper_line *line, uint32_t topic)
{
	uint32_t *ids;
	const size_t count = topics_read(ask->topics, line->text, &ids);
	for (size_t k = 0; k < count; k++)
		if (ids[k] == topic)
			return true;
	return false;
}

static const struct paper_line *card_line(
	const struct move_ask *ask, const struct battlecard *card, uint32_t topic)
{
	for (size_t p = 0; p < CARD_PARTS; p++)
		for (size_t l = 0; l < card->parts[p].count; l++)
			if (line_has(ask, &card->parts[p].at[l], topic))
				return &card->parts[p].at[l];
	return NULL;
}

// The card that names it, reviewed too early.
static void nearest(const struct move_ask *ask, uint32_t topic, struct move_found *out)
{
	const struct workspace *ws = ask->ground->ws;
	for (size_t i = 0; i < ws->papers.battlecard_count && !out->answer.path.len;
		i++) {
		const struct battlecard *card = &ws->papers.battlecards[i];
		const struct paper_line *line = card_line(ask, card, topic);
		if (!line)
			continue;
		out->answer = (struct evidence){ .path = ws->sources[card->source].path,
			.place = line->place,
			.quote = utf8_safe(
				ask->arena, ground_veil(ask->ground, line->text), 280),
			.date = card->reviewed,
			.witness = WITNESS_US };
		out->answer_note =
			date_set(card->reviewed)
				? arena_fmt(ask->arena, "last reviewed on %" PRI_STR,
					  ARG_STR(date_words(ask->arena, card->reviewed)))
				: S("no day of review");
	}
}

static const struct move_theme THEME = { .holds = holds,
	.answered = answered,
	.nearest = nearest,
	.searched = "competitors/*/battlecard.md" };

static struct str lacks(const struct move_ask *ask)
{
	const struct workspace *ws = ask->ground->ws;
	if (!ws->deals.loss_reason.code)
		return S("deals.csv (deal_id, account, outcome, amount, loss_reason)");
	return ws->papers.battlecard_count
		       ? S("")
		       : S("A battlecard (competitors/<id>/battlecard.md, with "
			   "reviewed)");
}

const struct move_rule move_rule_objections = {
	.id = "objections-without-card",
	.from = USUAL(SALES) | USUAL(SDR),
	.to = USUAL(PMM),
	.held = "what deals are lost for and no current battlecard names",
	.wants = "No battlecard reviewed since then names it",
	.asks = "A line on the battlecard that answers it, and the day it was reviewed.",
	.nearest = "The nearest card",
	.lacks = lacks,
	.theme = &THEME,
};

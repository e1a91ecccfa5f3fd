// The subject of which most is unanswered, and the answers there could be.
#include <math.h>
#include <string.h>

#include "web/move.h"
#include "web/say.h"

// Per topic what would speak for it.
struct tally {
	uint32_t held;
	uint32_t first; // thing that had it last, plus one: each counts once
};

static void count_topics(
	const struct move_ask *ask, const struct move_theme *theme, struct tally *tallies)
{
	const struct ground *g = ask->ground;
	for (size_t i = 0; i < g->count; i++) {
		if (!theme->holds(ask, &g->at[i]))
			continue;
		const struct topic_span span = ask->topics->of[i];
		for (uint32_t k = 0; k < span.count; k++)
			tallies[ask->topics->ids[span.from + k]].held++;
	}
}

// The words of a subject stand in few of all texts, or they would be in every answer.
static double weight_of(const struct topics *t, uint32_t topic)
{
	return log((double)(t->ground->count + 1) / (double)(t->at[topic].said + 1)) + 1;
}

static void gather(const struct move_ask *ask, const struct move_theme *theme,
	uint32_t topic, struct move_found *out)
{
	const struct ground *g = ask->ground;
	*out = (struct move_found){ .subject = ask->topics->at[topic].name,
		.searched = str_of(theme->searched) };
	size_t answered = 0;
	for (size_t i = 0; i < g->count; i++) {
		const struct said *s = &g->at[i];
		if (!theme->holds(ask, s) || !topics_has(ask->topics, i, topic))
			continue;
		if (theme->answers(ask, topic, s->date, out))
			answered++;
		else
			found_add(ask, out, item_of(g, s));
	}
	out->held += answered;
	out->fit = weight_of(ask->topics, topic);
}

void theme_find(const struct move_ask *ask, const struct move_theme *theme,
	struct move_found *out)
{
	struct arena scratch = { 0 };
	const size_t count = ask->topics->count;
	struct tally *tallies = ARENA_ARRAY(&scratch, struct tally, count + 1);
	double most = 0;
	count_topics(ask, theme, tallies);
	for (uint32_t t = 0; t < count; t++) {
		struct move_found found;
		if (tallies[t].held < MOVE_ITEMS || ask->topics->at[t].common)
			continue;
		gather(ask, theme, t, &found);
		const double score = move_score(ask, &found) * found.fit;
		if (found.count >= MOVE_ITEMS && found.accounts >= MOVE_ACCOUNTS &&
			score > most) {
			most = score;
			*out = found;
		}
	}
	arena_free(&scratch);
}

static bool item_has(const struct topics *t, size_t item, uint32_t topic)
{
	const struct ground *g = t->ground;
	for (size_t i = g->count; i-- > 0 && g->at[i].kind == SAID_ITEM;)
		if (g->at[i].record == item && topics_has(t, i, topic))
			return true;
	return false;
}

bool roadmap_answers(const struct move_ask *ask, uint32_t topic, struct date day,
	struct move_found *near)
{
	const struct workspace *ws = ask->ground->ws;
	const struct records *r = &ws->records;
	for (size_t i = 0; i < r->roadmap.count; i++) {
		const struct roadmap_item *item = &r->roadmap.at[i];
		if (!item_has(ask->topics, i, topic))
			continue;
		// What came out before it was said does not answer it.
		if (date_set(item->released) && item->released.days <= ws->as_of.days) {
			if (item->released.days >= day.days)
				return true;
			continue;
		}
		if (date_set(item->target) &&
			item->target.days <= ws->as_of.days + MOVE_FAR_DAYS)
			return true;
		near->answer =
			(struct evidence){ .path = ws->sources[item->at.source].path,
				.place = { .kind = PLACE_ROW, .major = item->at.row },
				.column = S("item"),
				.quote = utf8_safe(ask->arena, item->item, 280),
				.date = item->target,
				.witness = WITNESS_US };
		near->answer_note =
			date_set(item->target)
				? arena_fmt(ask->arena, "planned for %" PRI_STR,
					  ARG_STR(date_words(ask->arena, item->target)))
				: S("planned without a date");
	}
	return false;
}

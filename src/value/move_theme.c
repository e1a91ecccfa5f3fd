// The subject of which most is unanswered, and the answers a roadmap could be.
#include <math.h>
#include <string.h>

#include "value/move.h"

bool is_answered(struct date until, struct date said)
{
	return date_set(until) && said.days <= until.days;
}

// What `holds` lets through, by topic: said[from[t]] to said[from[t + 1]].
struct held {
	uint32_t *from, *said;
	size_t topics;
};

static void hold(const struct move_ask *ask, const struct move_theme *theme,
	struct arena *a, struct held *out)
{
	const struct ground *g = ask->ground;
	const struct topics *t = ask->topics;
	out->topics = t->count;
	out->from = ARENA_ARRAY(a, uint32_t, t->count + 2);
	size_t all = 0;
	struct told_topics told;
	told_topics_of(ask->topics, ask->told, &told);
	bool *holds = ARENA_ARRAY(a, bool, g->count + 1);
	for (size_t i = 0; i < g->count; i++) {
		holds[i] = theme->holds(ask, &g->at[i]) && !told_has(&told, t, i);
		for (uint32_t k = 0; holds[i] && k < t->of[i].count; k++, all++)
			out->from[t->ids[t->of[i].from + k] + 2]++;
	}
	for (size_t i = 2; i < t->count + 2; i++)
		out->from[i] += out->from[i - 1];
	out->said = ARENA_ARRAY(a, uint32_t, all + 1);
	for (uint32_t i = 0; i < g->count; i++)
		for (uint32_t k = 0; holds[i] && k < t->of[i].count; k++)
			out->said[out->from[t->ids[t->of[i].from + k] + 1]++] = i;
}

// The words of a subject stand in few of all texts, or they would be in every answer.
static double weight_of(const struct topics *t, uint32_t topic)
{
	return log((double)(t->ground->count + 1) / (double)(t->at[topic].said + 1)) + 1;
}

// Counts only, so that every subject can be tried.
static void count(const struct move_ask *ask, const struct held *held, struct date until,
	uint32_t topic, struct move_found *out)
{
	*out = (struct move_found){ 0 };
	for (uint32_t k = held->from[topic]; k < held->from[topic + 1]; k++) {
		const struct said *s = &ask->ground->at[held->said[k]];
		if (is_answered(until, s->date))
			out->held++;
		else
			found_count(ask, out, s->account, s->deal, s->date);
	}
}

static void gather(const struct move_ask *ask, const struct held *held, struct date until,
	uint32_t topic, struct move_found *out)
{
	for (uint32_t k = held->from[topic]; k < held->from[topic + 1]; k++) {
		const struct said *s = &ask->ground->at[held->said[k]];
		if (is_answered(until, s->date))
			out->held++;
		else
			found_add(ask, out, item_of(ask, s, topic));
	}
}

void theme_find(const struct move_ask *ask, const struct move_theme *theme,
	struct move_found *out)
{
	struct arena scratch = { 0 };
	struct held held;
	double most = 0;
	uint32_t best = TOPIC_NONE;
	hold(ask, theme, &scratch, &held);
	// Reading cards and pages may bring topics nobody has said: those come behind.
	struct date *until = theme->answered(ask, &scratch);
	for (uint32_t t = 0; t < held.topics; t++) {
		struct move_found found;
		if (held.from[t + 1] == held.from[t] || ask->topics->at[t].common)
			continue;
		count(ask, &held, until[t], t, &found);
		const double score = move_score(ask, &found) * weight_of(ask->topics, t);
		if (found_speaks(&found) && score > most) {
			most = score;
			best = t;
		} else if (best == TOPIC_NONE && found_is_fuller(&found, out)) {
			*out = found;
		}
	}
	if (best != TOPIC_NONE) {
		*out = (struct move_found){ .subject = ask->topics->at[best].name,
			.searched = str_of(theme->searched) };
		gather(ask, &held, until[best], best, out);
		found_spoken(ask, best, out);
		if (theme->nearest)
			theme->nearest(ask, best, out);
	}
	arena_free(&scratch);
}

void answer_until(struct date *until, size_t topics, const uint32_t *ids, size_t count,
	struct date day)
{
	for (size_t k = 0; k < count; k++)
		if (ids[k] < topics && day.days > until[ids[k]].days)
			until[ids[k]] = day;
}

static bool is_near(const struct workspace *ws, const struct roadmap_item *item)
{
	return !date_set(item->released) && date_set(item->target) &&
	       item->target.days <= ws->as_of.days + MOVE_FAR_DAYS;
}

static bool is_out(const struct workspace *ws, const struct roadmap_item *item)
{
	return date_set(item->released) && item->released.days <= ws->as_of.days;
}

// What came out answers what was said before; what comes soon answers everything.
struct date *roadmap_answered(const struct move_ask *ask, struct arena *a)
{
	const struct ground *g = ask->ground;
	const struct topics *t = ask->topics;
	const size_t topics = t->count;
	struct date *until = ARENA_ARRAY(a, struct date, topics + 1);
	for (size_t i = g->count; i-- > 0 && g->at[i].kind == SAID_ITEM;) {
		const struct roadmap_item *item =
			&g->ws->records.roadmap.at[g->at[i].record];
		struct date day = { 0 };
		if (is_near(g->ws, item))
			day = MOVE_ALWAYS;
		else if (is_out(g->ws, item))
			day = item->released;
		answer_until(until, topics, t->ids + t->of[i].from, t->of[i].count, day);
	}
	return until;
}

// The item that comes too late, for the page to name.
void roadmap_nearest(const struct move_ask *ask, uint32_t topic, struct move_found *out)
{
	const struct ground *g = ask->ground;
	for (size_t i = g->count; i-- > 0 && g->at[i].kind == SAID_ITEM;) {
		const struct roadmap_item *item =
			&g->ws->records.roadmap.at[g->at[i].record];
		if (!topics_has(ask->topics, i, topic) || is_out(g->ws, item))
			continue;
		out->answer = said_evidence(g, &g->at[i]);
		out->answer.date = item->target;
		out->answer_note =
			date_set(item->target)
				? arena_fmt(ask->arena, "planned for %" PRI_STR,
					  ARG_STR(date_words(ask->arena, item->target)))
				: S("planned without a date");
	}
}

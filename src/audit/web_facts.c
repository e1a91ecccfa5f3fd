#include "audit/web_facts.h"

#include <stdlib.h>

const struct web_facts *web_facts_of(const struct workspace *ws, size_t threads)
{
	struct arena *a = ws->arena;
	struct web_facts *w = ARENA_NEW(a, struct web_facts);
	web_traffic_of(ws, &(struct web_options){ 0 }, &w->traffic);
	web_needs_of(ws, &w->traffic, a, &w->needs);
	const struct web_settings settings = web_settings_of(ws, &w->traffic, threads);
	web_run(&w->traffic, &w->needs, &settings, a, &w->web);
	web_say_seen(ws, &w->traffic, &settings, a, &w->web);
	ground_of(ws, &w->traffic, &w->web, a, &w->ground);
	topics_of(&w->ground, &w->topics);
	bridges_of(&w->topics, &settings, &w->bridges);
	moves_of(&w->topics, &w->bridges, &w->moves);
	return w;
}

const struct web *facts_web(const struct facts *facts)
{
	return facts->web ? &facts->web->web : NULL;
}

const struct moves *facts_moves(const struct facts *facts)
{
	return facts->web ? &facts->web->moves : NULL;
}

static bool is_of(const struct web_facts *w, struct web_end end, uint32_t node)
{
	return end.function != UINT32_MAX && end.function == w->web.nodes[node].function;
}

static int by_number(const void *left, const void *right)
{
	const uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
	return a < b ? -1 : a > b;
}

static size_t distinct(uint64_t *at, size_t count)
{
	size_t kept = 0;
	if (count > 1)
		qsort(at, count, sizeof *at, by_number);
	for (size_t i = 0; i < count; i++)
		kept += !i || at[i] != at[i - 1];
	return kept;
}

struct talk_between talk_between(const struct web_facts *w, uint32_t a, uint32_t b)
{
	const struct web_traffic *t = &w->traffic;
	struct arena scratch = { 0 };
	uint64_t *units = ARENA_ARRAY(&scratch, uint64_t, t->end_count + 1);
	uint64_t *pairs = ARENA_ARRAY(&scratch, uint64_t, t->end_count + 1);
	struct at newest = { 0 };
	size_t count = 0;
	for (size_t i = 0; i < t->count; i++) {
		const struct web_interaction *x = &t->at[i];
		if (x->day.days <= t->to.days - TALK_DAYS)
			continue;
		for (uint32_t k = 0; k < x->count; k++) {
			const struct web_end to = t->ends[x->first + k];
			if (!(is_of(w, x->actor, a) && is_of(w, to, b)) &&
				!(is_of(w, x->actor, b) && is_of(w, to, a)))
				continue;
			const uint32_t low =
				x->actor.person < to.person ? x->actor.person : to.person;
			const uint32_t high = x->actor.person ^ to.person ^ low;
			newest = x->at;
			units[count] = x->unit;
			pairs[count++] = (uint64_t)low << 32 | high;
		}
	}
	const struct talk_between talk = { distinct(units, count), distinct(pairs, count),
		newest };
	arena_free(&scratch);
	return talk;
}

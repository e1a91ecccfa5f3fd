// What a function speaks of with all but the one that it should tell.
#include <stdlib.h>

#include "value/move.h"

// A tie that is veiled tells nothing here either.
static bool is_told(const struct move_ask *ask, const struct said *s)
{
	const struct web *web = ask->ground->web;
	return s->kind == SAID_EXCHANGE && s->node == ask->from &&
	       s->partner != ask->to && s->partner != WEB_NONE &&
	       !web_link_at(web, s->node, s->partner)->withheld;
}

struct topics_spoken {
	struct map words;
	struct move_spoken *at;
	size_t *newest; // in ground.at
	size_t room, newest_room;
};

static void add(
	struct topics_spoken *t, struct arena *a, const struct ground *g, size_t said)
{
	const struct said *s = &g->at[said];
	const size_t before = t->words.count;
	const size_t at = map_add(&t->words, utf8_lower(a, str_trim(s->text)));
	if (t->words.count != before) {
		t->at = arena_more(a, t->at, at, &t->room, sizeof *t->at);
		t->newest =
			arena_more(a, t->newest, at, &t->newest_room, sizeof *t->newest);
		t->at[at] = (struct move_spoken){ .since = s->date };
		t->newest[at] = said;
	}
	t->at[at].count++;
	if (s->date.days < t->at[at].since.days)
		t->at[at].since = s->date;
	if (s->date.days > g->at[t->newest[at]].date.days)
		t->newest[at] = said;
}

static void keep(
	const struct move_ask *ask, const struct topics_spoken *t, struct move_found *f)
{
	for (f->spoken_count = 0; f->spoken_count < MOVE_SPOKEN; f->spoken_count++) {
		size_t best = SIZE_MAX;
		for (size_t i = 0; i < t->words.count; i++)
			if (t->at[i].count &&
				(best == SIZE_MAX || t->at[i].count > t->at[best].count))
				best = i;
		if (best == SIZE_MAX)
			return;
		f->spoken[f->spoken_count] = t->at[best];
		f->spoken[f->spoken_count].evidence =
			said_evidence(ask->ground, &ask->ground->at[t->newest[best]]);
		t->at[best].count = 0;
	}
}

void found_spoken(const struct move_ask *ask, uint32_t topic, struct move_found *f)
{
	const struct ground *g = ask->ground;
	struct arena scratch = { 0 };
	struct topics_spoken t = { .words.arena = &scratch };
	f->spoken_all = 0;
	for (size_t i = 0; i < g->count; i++)
		if (is_told(ask, &g->at[i]) && topics_has(ask->topics, i, topic)) {
			add(&t, &scratch, g, i);
			f->spoken_all++;
		}
	if (f->spoken_all < MOVE_SPOKEN_LEAST)
		f->spoken_all = 0;
	else
		keep(ask, &t, f);
	arena_free(&scratch);
}

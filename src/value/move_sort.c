// The lines of a move in the order in which a reader wants them.
#include <stdlib.h>

#include "value/move.h"

bool move_is_money(const struct move_item *item)
{
	return item->kind == SAID_LOSS || item->kind >= MOVE_DEAL;
}

struct sorted {
	struct move_item item;
	bool customer; // the giver looks after it
};

static int by_file(const struct evidence *a, const struct evidence *b)
{
	const int path = str_cmp(a->path, b->path);
	if (path)
		return path;
	if (a->place.major != b->place.major)
		return a->place.major < b->place.major ? -1 : 1;
	return a->place.minor < b->place.minor ? -1 : a->place.minor > b->place.minor;
}

static int by_interest(const void *left, const void *right)
{
	const struct sorted *a = left, *b = right;
	const bool a_money = move_is_money(&a->item), b_money = move_is_money(&b->item);
	if (a_money != b_money)
		return a_money ? 1 : -1;
	if (a->customer != b->customer)
		return a->customer ? -1 : 1;
	if (a->item.date.days != b->item.date.days)
		return a->item.date.days > b->item.date.days ? -1 : 1;
	return by_file(&a->item.evidence, &b->item.evidence);
}

// Which line has these words already; a map by words, since lines may be many.
static size_t line_of(struct map *words, struct arena *a, const struct move_item *item)
{
	const struct str key = arena_fmt(a, "%u %u %u %" PRI_STR, item->kind,
		item->account, item->deal, ARG_STR(utf8_lower(a, item->evidence.quote)));
	return map_add(words, key);
}

static void fold(struct move_found *f)
{
	struct arena scratch = { 0 };
	struct map words = { .arena = &scratch };
	f->lines = 0;
	for (size_t i = 0; i < f->count; i++) {
		const size_t at = line_of(&words, &scratch, &f->items[i]);
		if (at == f->lines)
			f->items[f->lines++] = f->items[i];
		else
			f->items[at].times++;
	}
	arena_free(&scratch);
}

void move_sort(const struct move_ask *ask, struct move_found *f)
{
	const struct ground *g = ask->ground;
	const unsigned giver = ground_usual(g, ask->from);
	const bool looks_after = giver == USUAL_SUCCESS || giver == USUAL_SUPPORT;
	struct arena scratch = { 0 };
	struct sorted *all = ARENA_ARRAY(&scratch, struct sorted, f->count + 1);
	for (size_t i = 0; i < f->count; i++) {
		const uint32_t account = f->items[i].account;
		all[i] = (struct sorted){ f->items[i],
			looks_after && account != SAID_NOBODY && g->customer[account] };
	}
	qsort(all, f->count, sizeof *all, by_interest);
	for (size_t i = 0; i < f->count; i++)
		f->items[i] = all[i].item;
	arena_free(&scratch);
	fold(f);
}

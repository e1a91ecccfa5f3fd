// A subject that an earlier chosen move already brings: said once, with its money.
#include "value/move.h"

bool move_is_told(const struct move_ask *ask, struct str subject)
{
	for (size_t i = 0; ask->told && i < ask->told->count; i++)
		if (ask->told->at[i].speaks &&
			str_eq_nocase(ask->told->at[i].found.subject, subject))
			return true;
	return false;
}

void told_topics_of(
	struct topics *topics, const struct moves *told, struct told_topics *out)
{
	*out = (struct told_topics){ 0 };
	for (size_t i = 0; told && i < told->count && i < WEB_FOCUS_MAX; i++)
		if (told->at[i].speaks)
			out->counts[i] = topics_read(
				topics, told->at[i].found.subject, &out->ids[i]);
}

bool told_has(const struct told_topics *told, const struct topics *t, size_t said)
{
	for (size_t i = 0; i < WEB_FOCUS_MAX; i++) {
		size_t has = 0;
		while (has < told->counts[i] && topics_has(t, said, told->ids[i][has]))
			has++;
		if (has && has == told->counts[i])
			return true;
	}
	return false;
}

static bool holds_all(const uint32_t *ids, size_t count, const uint32_t *of, size_t all)
{
	for (size_t i = 0; i < count; i++) {
		size_t k = 0;
		while (k < all && of[k] != ids[i])
			k++;
		if (k == all)
			return false;
	}
	return count > 0;
}

// The earlier move that has this subject, or whose subject most of its lines name.
static size_t told_at(
	const struct move_ask *ask, const struct moves *told, const struct move_found *f)
{
	struct told_topics words;
	size_t lines[WEB_FOCUS_MAX] = { 0 }, best = SIZE_MAX;
	told_topics_of(ask->topics, told, &words);
	for (size_t i = 0; i < f->lines; i++) {
		uint32_t *ids;
		const size_t count =
			topics_read(ask->topics, f->items[i].evidence.quote, &ids);
		for (size_t k = 0; k < WEB_FOCUS_MAX; k++)
			lines[k] += holds_all(words.ids[k], words.counts[k], ids, count);
	}
	for (size_t i = 0; i < told->count && i < WEB_FOCUS_MAX; i++) {
		if (!told->at[i].speaks)
			continue;
		if (str_eq_nocase(told->at[i].found.subject, f->subject))
			return i;
		if (lines[i] && (best == SIZE_MAX || lines[i] > lines[best]))
			best = i;
	}
	return best;
}

// The place of a line: the same words said to somebody else are another line.
static struct str key_of(struct arena *a, const struct move_item *item)
{
	const struct place *at = &item->evidence.place;
	return arena_fmt(a, "%d %u %u %" PRI_STR, (int)at->kind, at->major, at->minor,
		ARG_STR(item->evidence.path));
}

// Leaves the lines that the earlier move has not; what they weigh is in that one.
static void drop_told(const struct move_found *earlier, struct move_found *f)
{
	struct arena scratch = { 0 };
	struct map told = { .arena = &scratch };
	size_t lines = 0, count = 0;
	for (size_t i = 0; i < earlier->lines; i++)
		(void)map_add(&told, key_of(&scratch, &earlier->items[i]));
	for (size_t i = 0; i < f->lines; i++) {
		const size_t known = told.count;
		(void)map_add(&told, key_of(&scratch, &f->items[i]));
		if (told.count == known)
			continue;
		count += f->items[i].times;
		f->items[lines++] = f->items[i];
	}
	f->lines = lines;
	f->count = count;
	f->accounts = 0;
	f->stake = (struct stake){ 0 };
	arena_free(&scratch);
}

bool move_repeat(const struct move_ask *ask, const struct moves *told, struct move *m)
{
	const size_t at = told_at(ask, told, &m->found);
	if (at == SIZE_MAX)
		return false;
	const struct move *first = &told->at[at];
	m->same = at + 1;
	drop_told(&first->found, &m->found);
	// What a giver spoke of with others is said of it already.
	if (first->from == m->from)
		m->found.spoken_all = m->found.spoken_count = 0;
	m->path = first->path;
	move_say_same(ask, first, m);
	return true;
}

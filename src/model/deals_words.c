#include "model/deals_words.h"

#include <string.h>

static size_t slot_of(struct str cell)
{
	const unsigned char *at = (const unsigned char *)cell.at;
	size_t first = at[0], last = at[cell.len - 1], middle = at[cell.len / 2];
	return (first * 31 + last * 17 + middle * 7 + cell.len * 131) % WORDS_CACHE;
}

uint32_t words_code(struct words *w, struct str cell)
{
	if (!cell.len)
		return 0;
	uint32_t *slot = &w->cache[slot_of(cell)];
	if (*slot && str_eq(w->map.keys[*slot - 1], cell))
		return *slot;
	*slot = (uint32_t)map_add(&w->map, cell) + 1;
	return *slot;
}

struct str words_of(const struct words *w, uint32_t code)
{
	return code ? w->map.keys[code - 1] : (struct str){ 0 };
}

// A word without what people type differently.
static struct str folded(struct arena *a, struct str word)
{
	struct str lower = utf8_lower(a, word);
	char *out = arena_alloc(a, lower.len + 1, 1);
	size_t len = 0;
	for (size_t i = 0; i < lower.len; i++)
		if (!strchr(" -_.\t", lower.at[i]))
			out[len++] = lower.at[i];
	return (struct str){ out, len };
}

// The most used word of each group.
static uint32_t *most_used(const struct words *w, const uint32_t *rows, size_t count,
	const size_t *group, size_t groups, struct arena *a)
{
	uint32_t *uses = ARENA_ARRAY(a, uint32_t, w->map.count + 1);
	uint32_t *best = ARENA_ARRAY(a, uint32_t, groups);
	for (size_t i = 0; i < count; i++)
		uses[rows[i]]++;
	for (size_t i = 0; i < w->map.count; i++) {
		uint32_t *top = &best[group[i]];
		if (!*top || uses[i + 1] > uses[*top])
			*top = (uint32_t)i + 1;
	}
	return best;
}

uint32_t *words_same(
	const struct words *w, const uint32_t *rows, size_t count, struct arena *a)
{
	const size_t words = w->map.count;
	if (words < 2 || words > WORDS_MERGE_MAX)
		return NULL;
	struct map folds = { .arena = a };
	size_t *group = ARENA_ARRAY(a, size_t, words);
	for (size_t i = 0; i < words; i++)
		group[i] = map_add(&folds, folded(a, w->map.keys[i]));
	if (folds.count == words)
		return NULL;
	uint32_t *best = most_used(w, rows, count, group, folds.count, a);
	uint32_t *same = ARENA_ARRAY(a, uint32_t, words + 1);
	for (size_t i = 0; i < words; i++)
		same[i + 1] = best[group[i]];
	return same;
}

void words_rebuild(struct words *w, const struct str *labels, const uint32_t *same,
	uint32_t *rows, size_t count, struct arena *a)
{
	const size_t words = w->map.count;
	struct words anew = { .map = { .arena = w->map.arena } };
	uint32_t *to = ARENA_ARRAY(a, uint32_t, words + 1);
	for (size_t i = 1; i <= words; i++) {
		size_t word = (same ? same[i] : i) - 1;
		struct str label = labels ? labels[word] : (struct str){ 0 };
		to[i] = words_code(&anew, label.len ? label : w->map.keys[word]);
	}
	for (size_t i = 0; i < count; i++)
		rows[i] = to[rows[i]];
	*w = anew;
}

#include "text/list.h"

#include <string.h>

bool list_has(const char *list, struct str word)
{
	if (!word.len)
		return false;
	const char *at = list;
	while ((at = strchr(at, word.at[0]))) {
		const bool begins = at == list || at[-1] == ' ';
		if (begins && (word.len == 1 || at[1] == word.at[1]) &&
			!strncmp(at, word.at, word.len) &&
			(at[word.len] == ' ' || !at[word.len]))
			return true;
		at++;
	}
	return false;
}

bool list_has_sorted(const char *list, struct str word)
{
	size_t low = 0, high = strlen(list);
	while (word.len && low < high) {
		size_t from = low + (high - low) / 2;
		while (from > low && list[from - 1] != ' ')
			from--;
		const char *space = memchr(list + from, ' ', high - from);
		const size_t end = space ? (size_t)(space - list) : high;
		const int order = str_cmp((struct str){ list + from, end - from }, word);
		if (!order)
			return true;
		if (order < 0)
			low = end + 1;
		else
			high = from ? from - 1 : 0;
	}
	return false;
}

// Whether a word could go on across `at`.
static bool inside_word(struct str text, size_t at)
{
	return at > 0 && at < text.len && byte_is_word(text.at[at - 1]) &&
	       byte_is_word(text.at[at]);
}

size_t list_find(const char *list, struct str text, size_t from, size_t *at)
{
	size_t best = 0, best_at = STR_NONE;
	struct str rest = str_of(list), entry;
	while (str_split(&rest, '|', &entry)) {
		size_t hit = str_find_nocase(text, entry, from);
		while (hit != STR_NONE &&
			(inside_word(text, hit) || inside_word(text, hit + entry.len)))
			hit = str_find_nocase(text, entry, hit + 1);
		if (hit == STR_NONE || hit > best_at ||
			(hit == best_at && entry.len <= best))
			continue;
		best = entry.len;
		best_at = hit;
	}
	*at = best_at;
	return best;
}

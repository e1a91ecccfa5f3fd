#include "text/lexicon.h"

#include "text/word.h"

struct entry {
	struct str rest; // the words behind the first, with spaces between
	unsigned tags;
	uint32_t next; // index + 1 of the next entry with this first word
};

struct lexicon {
	struct map first;  // first words
	uint32_t *entries; // by first word: index + 1 of its first entry
	size_t first_room;
	struct entry *at;
	size_t count, room;
};

static struct str take_word(struct str *phrase)
{
	struct str word = { 0 };
	(void)str_split(phrase, ' ', &word); // an empty phrase gives an empty word
	return word;
}

static struct entry *find_entry(const struct lexicon *x, size_t first, struct str rest)
{
	for (uint32_t i = x->entries[first]; i; i = x->at[i - 1].next)
		if (str_eq(x->at[i - 1].rest, rest))
			return &x->at[i - 1];
	return NULL;
}

static void add_phrase(
	struct lexicon *x, struct arena *a, struct str phrase, unsigned tags)
{
	struct str rest = phrase;
	const struct str word = take_word(&rest);
	if (!word.len)
		return;
	const size_t first = map_add(&x->first, word);
	while (x->first_room <= first)
		x->entries = arena_more(
			a, x->entries, x->first_room, &x->first_room, sizeof *x->entries);
	struct entry *known = find_entry(x, first, rest);
	if (known) {
		known->tags |= tags;
		return;
	}
	x->at = arena_more(a, x->at, x->count, &x->room, sizeof *x->at);
	x->at[x->count++] = (struct entry){ rest, tags, x->entries[first] };
	x->entries[first] = (uint32_t)x->count;
}

struct lexicon *lexicon_build(
	struct arena *a, const struct lexicon_list *lists, size_t count)
{
	struct lexicon *x = ARENA_NEW(a, struct lexicon);
	x->first.arena = a;
	for (size_t i = 0; i < count; i++) {
		struct str rest = str_of(lists[i].phrases), phrase;
		while (str_split(&rest, '|', &phrase))
			add_phrase(x, a, phrase, lists[i].tags);
	}
	return x;
}

// How many words of `rest` there are if they all stand in text behind *at, which moves
// behind them; SIZE_MAX if they do not.
static size_t follow(struct str rest, struct str text, size_t *at)
{
	size_t words = 0, here = *at;
	struct str want;
	struct word w;
	char room[WORD_MAX];
	while (str_split(&rest, ' ', &want)) {
		if (!word_next(text, &here, &w) ||
			!str_eq(word_fold(word_cut(text, w), room), want))
			return SIZE_MAX;
		words++;
	}
	*at = here;
	return words;
}

bool lexicon_next(const struct lexicon *x, struct str text, struct lexicon_walk *walk,
	struct lexicon_hit *out)
{
	struct word w;
	char room[WORD_MAX];
	while (word_next(text, &walk->at, &w)) {
		const size_t first =
			map_find(&x->first, word_fold(word_cut(text, w), room));
		const struct entry *best = NULL;
		size_t best_end = 0, best_words = 0;
		for (uint32_t i = first == MAP_NONE ? 0 : x->entries[first]; i;
			i = x->at[i - 1].next) {
			size_t end = w.span.to;
			const size_t words = follow(x->at[i - 1].rest, text, &end);
			if (words == SIZE_MAX || (best && words <= best_words))
				continue;
			best = &x->at[i - 1];
			best_end = end;
			best_words = words;
		}
		walk->word++;
		if (!best)
			continue;
		*out = (struct lexicon_hit){ { w.span.from, (uint32_t)best_end },
			best->tags, walk->word - 1 };
		walk->at = best_end;
		walk->word += best_words;
		return true;
	}
	return false;
}

unsigned lexicon_find(const struct lexicon *x, struct str folded)
{
	struct str rest = folded;
	const size_t first = map_find(&x->first, take_word(&rest));
	const struct entry *found = first == MAP_NONE ? NULL : find_entry(x, first, rest);
	return found ? found->tags : 0;
}

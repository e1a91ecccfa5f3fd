#include "market/answers.h"

#include <stdlib.h>

// As claim_part_match has them: stems that begin alike this far may be one word, and a
// stem this long may be found inside a compound.
enum { PREFIX_BYTES = 5, COMPOUND_BYTES = 6 };

// A list of small numbers behind each key of a map.
struct lists {
	struct map keys;
	struct arena *arena;
	uint32_t *first, *next,
		*value; // value and next: by link; first: by key, plus one
	size_t first_room, next_room, value_room, links;
};

static void lists_add(struct lists *l, struct str key, uint32_t value)
{
	const size_t before = l->keys.count;
	const size_t at = map_add(&l->keys, key);
	while (l->first_room <= at)
		l->first = arena_more(l->arena, l->first, l->first_room, &l->first_room,
			sizeof *l->first);
	if (at == before)
		l->first[at] = 0;
	l->next = arena_more(l->arena, l->next, l->links, &l->next_room, sizeof *l->next);
	l->value = arena_more(
		l->arena, l->value, l->links, &l->value_room, sizeof *l->value);
	l->value[l->links] = value;
	l->next[l->links] = l->first[at];
	l->first[at] = (uint32_t)++l->links;
}

// The first link of a key, plus one; 0 if it has none.
static uint32_t lists_first(const struct lists *l, struct str key)
{
	const size_t at = map_find(&l->keys, key);
	return at == MAP_NONE || !l->first ? 0 : l->first[at];
}

struct matching {
	const struct terms *terms;
	const struct need *needs;
	struct arena *arena;
	struct answers *out;
	struct lists same, heads; // concept, first bytes -> number of a need's word
	struct lists long_words;  // longer concepts by the terms inside them
	uint32_t kin[KIN_MAX];	  // by group: its first word, plus one
	uint32_t *kin_next;	  // by word
	struct {
		uint32_t need, word;
	} * words; // of all needs
	size_t count;
	uint32_t *tried; // by word: the term tried last, plus one
};

static const struct need_word *word_at(const struct matching *m, uint32_t i)
{
	return &m->needs[m->words[i].need].at[m->words[i].word];
}

static void try(struct matching *m, uint32_t term, uint32_t i)
{
	const struct term *t = &m->terms->at[term];
	if (m->tried[i] == term + 1)
		return;
	m->tried[i] = term + 1;
	const float match = need_match(word_at(m, i), t->concept, t->kin);
	if (match <= 0)
		return;
	struct answers *out = m->out;
	out->at = arena_more(m->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] =
		(struct answer){ term, m->words[i].need, m->words[i].word, match };
}

static void try_list(
	struct matching *m, uint32_t term, const struct lists *l, struct str key)
{
	for (uint32_t k = lists_first(l, key); k; k = l->next[k - 1])
		try(m, term, l->value[k - 1]);
}

// Every piece of a long word that could be a word by itself.
static void each_piece(struct matching *m, struct str word, uint32_t number,
	void (*found)(struct matching *, struct str, uint32_t))
{
	for (size_t from = 0; from + COMPOUND_BYTES <= word.len; from++)
		for (size_t len = COMPOUND_BYTES; from + len <= word.len; len++)
			if (len < word.len)
				found(m, str_cut(word, from, len), number);
}

static void piece_of_term(struct matching *m, struct str piece, uint32_t term)
{
	try_list(m, term, &m->same, piece);
}

static void piece_of_need(struct matching *m, struct str piece, uint32_t word)
{
	if (terms_find(m->terms, piece) != TERM_NONE)
		lists_add(&m->long_words, piece, word);
}

static void take_word(struct matching *m, uint32_t need, uint32_t word)
{
	const uint32_t i = (uint32_t)m->count++;
	const struct need_word *w = &m->needs[need].at[word];
	m->words[i].need = need;
	m->words[i].word = word;
	lists_add(&m->same, w->concept, i);
	if (w->concept.len >= PREFIX_BYTES)
		lists_add(&m->heads, str_cut(w->concept, 0, PREFIX_BYTES), i);
	each_piece(m, w->concept, i, piece_of_need);
	if (w->kin != KIN_NONE) {
		m->kin_next[i] = m->kin[w->kin];
		m->kin[w->kin] = i + 1;
	}
}

static void match_term(struct matching *m, uint32_t term)
{
	const struct term *t = &m->terms->at[term];
	try_list(m, term, &m->same, t->concept);
	if (t->concept.len >= PREFIX_BYTES)
		try_list(m, term, &m->heads, str_cut(t->concept, 0, PREFIX_BYTES));
	try_list(m, term, &m->long_words, t->concept);
	each_piece(m, t->concept, term, piece_of_term);
	for (uint32_t i = t->kin == KIN_NONE ? 0 : m->kin[t->kin]; i;
		i = m->kin_next[i - 1])
		try(m, term, i - 1);
}

static int by_term(const void *left, const void *right)
{
	const struct answer *a = left, *b = right;
	if (a->term != b->term)
		return a->term < b->term ? -1 : 1;
	if (a->need != b->need)
		return a->need < b->need ? -1 : 1;
	return a->word < b->word ? -1 : a->word > b->word;
}

static void settle(struct answers *all, size_t terms, struct arena *a)
{
	size_t next = 0;
	if (all->count)
		qsort(all->at, all->count, sizeof *all->at, by_term);
	all->from = ARENA_ARRAY(a, uint32_t, terms + 1);
	for (uint32_t t = 0; t <= terms; t++) {
		while (next < all->count && all->at[next].term < t)
			next++;
		all->from[t] = (uint32_t)next;
	}
}

void answers_of(const struct terms *terms, const struct need *needs, size_t need_count,
	struct arena *a, struct answers *out)
{
	struct arena scratch = { 0 };
	struct matching m = { .terms = terms, .needs = needs, .arena = a, .out = out };
	size_t words = 0;
	*out = (struct answers){ 0 };
	for (size_t n = 0; n < need_count; n++)
		words += needs[n].count;
	struct lists *const lists[] = { &m.same, &m.heads, &m.long_words };
	for (size_t i = 0; i < COUNT(lists); i++)
		lists[i]->arena = lists[i]->keys.arena = &scratch;
	m.words = arena_alloc(&scratch, words + 1, sizeof *m.words);
	m.kin_next = ARENA_ARRAY(&scratch, uint32_t, words + 1);
	m.tried = ARENA_ARRAY(&scratch, uint32_t, words + 1);
	for (uint32_t n = 0; n < need_count; n++)
		for (uint32_t w = 0; w < needs[n].count; w++)
			take_word(&m, n, w);
	for (uint32_t t = 0; t < terms->term_map.count; t++)
		match_term(&m, t);
	settle(out, terms->term_map.count, a);
	arena_free(&scratch);
}

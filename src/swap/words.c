#include "swap/words.h"

#include <math.h>
#include <stdlib.h>

#include "swap/null.h"

enum { SHOWN = 10, FEWEST = 3, TEXTS_MAX = 30000 };
static const double SURE = 1.96, PRIOR_SIZE = 500;

// One concept and how many claims of each corpus have it.
struct word_tally {
	struct str word; // as it was first written, folded
	size_t ours, theirs, background;
	size_t last; // the claim that counted it last, plus one
};

struct counting {
	struct map known; // concepts
	struct word_tally *at;
	size_t room, claim;
	size_t ours, theirs, background; // sums over all words
	const struct material *material;
	struct arena *arena;
};

static struct word_tally *word_tally_of(
	struct counting *c, struct str concept, struct str word)
{
	const size_t before = c->known.count;
	const size_t i = map_add(&c->known, concept);
	while (c->room <= i)
		c->at = arena_more(c->arena, c->at, c->room, &c->room, sizeof *c->at);
	if (c->known.count > before)
		c->at[i] = (struct word_tally){ .word = utf8_lower(c->arena, word) };
	return &c->at[i];
}

enum corpus_side { SIDE_OURS, SIDE_THEIRS, SIDE_BACKGROUND };

static void count_text(struct counting *c, struct str text, enum corpus_side side)
{
	struct arena scratch = { 0 };
	struct mentions names = { .arena = &scratch };
	struct claim_parts parts;
	aliases_find(c->material->names, text, &names);
	claim_parts_of(text, names.spans, names.count, &scratch, &parts);
	c->claim++;
	for (size_t i = 0; i < parts.count; i++) {
		const struct span span = parts.at[i].span;
		struct word_tally *t = word_tally_of(c, parts.at[i].stem,
			str_cut(text, span.from, span.to - span.from));
		if (t->last == c->claim)
			continue;
		t->last = c->claim;
		t->ours += side == SIDE_OURS;
		t->theirs += side == SIDE_THEIRS;
		t->background += side == SIDE_BACKGROUND;
		c->ours += side == SIDE_OURS;
		c->theirs += side == SIDE_THEIRS;
		c->background += side == SIDE_BACKGROUND;
	}
	arena_free(&scratch);
}

static void count_all(struct counting *c)
{
	const struct material *m = c->material;
	struct index_text *background = NULL;
	const size_t count = null_context(c->arena, &background);
	// Of very many every so many-th, from first to last: nobody is left out.
	const size_t ours = 1 + m->our_count / TEXTS_MAX;
	const size_t theirs = 1 + m->their_count / TEXTS_MAX;
	for (size_t i = 0; i < m->our_count; i += ours)
		count_text(c, m->ours[i].sentence->text, SIDE_OURS);
	for (size_t i = 0; i < m->their_count; i += theirs)
		count_text(c, m->texts[i].text, SIDE_THEIRS);
	for (size_t i = 0; i < count; i++)
		count_text(c, background[i].text, SIDE_BACKGROUND);
}

static double log_odds(double k, double n, double prior, double prior_all)
{
	return log((k + prior) / (n + prior_all - k - prior));
}

static double z_of(const struct counting *c, const struct word_tally *t)
{
	const double all = (double)(c->ours + c->theirs + c->background);
	const double prior =
		PRIOR_SIZE * (double)(t->ours + t->theirs + t->background) / all;
	const double ours = (double)t->ours, theirs = (double)t->theirs;
	const double delta = log_odds(ours, (double)c->ours, prior, PRIOR_SIZE) -
			     log_odds(theirs, (double)c->theirs, prior, PRIOR_SIZE);
	return delta / sqrt(1 / (ours + prior) + 1 / (theirs + prior));
}

static int by_strength(const void *a, const void *b)
{
	const struct swap_word *x = a, *y = b;
	const double m = fabs(x->z), n = fabs(y->z);
	if (m != n) // NOLINT: equal only when computed from the same counts
		return m < n ? 1 : -1;
	return str_cmp(x->word, y->word);
}

static int by_count(const void *a, const void *b)
{
	const struct swap_word *x = a, *y = b;
	const size_t m = x->ours < x->theirs ? x->ours : x->theirs;
	const size_t n = y->ours < y->theirs ? y->ours : y->theirs;
	if (m != n)
		return m < n ? 1 : -1;
	return str_cmp(x->word, y->word);
}

// Sorted, and cut to what is shown.
static size_t settle(
	struct swap_word *words, size_t count, int (*order)(const void *, const void *))
{
	if (count)
		qsort(words, count, sizeof *words, order);
	return count < SHOWN ? count : SHOWN;
}

void words_compare(const struct material *m, struct arena *a, struct swap_words *out)
{
	struct arena scratch = { 0 };
	struct counting c = { .known.arena = &scratch, .material = m, .arena = &scratch };
	*out = (struct swap_words){ 0 };
	if (!m->our_count || !m->their_count)
		return;
	count_all(&c);
	const size_t most = c.known.count + 1;
	out->ours = ARENA_ARRAY(a, struct swap_word, most);
	out->theirs = ARENA_ARRAY(a, struct swap_word, most);
	out->shared = ARENA_ARRAY(a, struct swap_word, most);
	for (size_t i = 0; i < c.known.count; i++) {
		const struct word_tally *t = &c.at[i];
		const struct swap_word word = { arena_str(a, t->word), t->ours, t->theirs,
			z_of(&c, t) };
		if (word.z > SURE && t->ours >= FEWEST)
			out->ours[out->ours_count++] = word;
		else if (word.z < -SURE && t->theirs >= FEWEST)
			out->theirs[out->theirs_count++] = word;
		else if (t->ours >= FEWEST && t->theirs >= FEWEST)
			out->shared[out->shared_count++] = word;
	}
	out->ours_count = settle(out->ours, out->ours_count, by_strength);
	out->theirs_count = settle(out->theirs, out->theirs_count, by_strength);
	out->shared_count = settle(out->shared, out->shared_count, by_count);
	arena_free(&scratch);
}

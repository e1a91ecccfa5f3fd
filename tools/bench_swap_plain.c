// Z without any list of praise or business words: what is everybody's is counted.
#include "tools/bench_swap_gold.h"

#include "swap/check.h"
#include "swap/check_words.h"
#include "swap/material.h"
#include "swap/null.h"
#include "swap/side.h"

/*
 * A word is everybody's when more than one sentence in COMMON has it, over the vendors of
 * a category and the compiled-in background; set before it was measured.
 */
enum { COMMON = 100, LISTS = 16 };

struct plain {
	const struct material *material;
	struct lexicon *words;
	struct map known;
	size_t *sentences; // by word
	size_t *last;	   // by word: the sentence that counted it, plus one
	size_t room, last_room, count;
};

static void count_text(struct plain *p, struct str text)
{
	struct arena scratch = { 0 };
	struct claim_parts parts;
	claim_parts_of(text, NULL, 0, &scratch, &parts);
	p->count++;
	for (size_t i = 0; i < parts.count; i++) {
		const size_t w = map_add(&p->known, parts.at[i].stem);
		while (p->room <= w)
			p->sentences = arena_more(p->known.arena, p->sentences, p->room,
				&p->room, sizeof *p->sentences);
		while (p->last_room <= w)
			p->last = arena_more(p->known.arena, p->last, p->last_room,
				&p->last_room, sizeof *p->last);
		p->sentences[w] += p->last[w] != p->count;
		p->last[w] = p->count;
	}
	arena_free(&scratch);
}

static bool is_common(const void *context, struct str concept)
{
	const struct plain *p = context;
	const size_t w = map_find(&p->known, concept);
	return w != MAP_NONE && p->sentences[w] * COMMON > p->count;
}

struct plain *plain_open(const struct material *m, struct arena *a)
{
	struct plain *p = ARENA_NEW(a, struct plain);
	struct lexicon_list lists[LISTS];
	struct index_text *background = NULL;
	size_t n = 0;
	*p = (struct plain){ .material = m };
	p->known.arena = a;
	for (size_t i = 0; i < check_list_count && n < LISTS; i++)
		if (!(check_lists[i].tags & (SAYS_PRAISE | SAYS_EVERYBODY)))
			lists[n++] = check_lists[i];
	p->words = lexicon_build(a, lists, n);
	const size_t lines = null_context(a, &background);
	for (size_t i = 0; i < lines; i++)
		count_text(p, background[i].text);
	for (size_t i = 0; i < m->our_count; i++)
		count_text(p, m->ours[i].sentence->text);
	for (size_t i = 0; i < m->their_count; i++)
		count_text(p, m->texts[i].text);
	return p;
}

double plain_check(const struct plain *p, struct str text)
{
	struct arena scratch = { 0 };
	struct side side;
	struct check check;
	side_of(text, p->material->names, p->material->seen, &scratch, &side);
	check_claim(p->words, &side, is_common, p, &check);
	arena_free(&scratch);
	return check.z;
}

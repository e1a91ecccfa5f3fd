#include "market/listen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PREFIX_BYTES = 5, COMPOUND_BYTES = 6 }; // as claim_part_match has them

// A word of a need that a term answers to.
struct answer {
	uint32_t term, need;
	uint32_t word;
	float match;
};

struct answers {
	struct answer *at; // by term
	size_t count, room;
	uint32_t *from; // by term: its first answer; terms + 1 entries
};

void needs_weigh(struct need *needs, size_t count, const struct terms *terms)
{
	const double all = (double)terms->lines + 1;
	for (size_t n = 0; n < count; n++) {
		struct need *need = &needs[n];
		need->total = 0;
		for (size_t i = 0; i < need->count; i++) {
			const uint32_t term = terms_find(terms, need->at[i].concept);
			const double with =
				term == TERM_NONE ? 0 : (double)terms->at[term].lines;
			need->at[i].weight = (float)log(1 + all / (with + 1));
			need->total += need->at[i].weight;
		}
	}
}

static void add_answer(struct answers *all, struct arena *a, const struct answer *one)
{
	all->at = arena_more(a, all->at, all->count, &all->room, sizeof *all->at);
	all->at[all->count++] = *one;
}

// Whether claim_part_match or kin could be more than 0; cheap.
static bool may_match(const struct need_word *w, const struct term *t)
{
	if (w->kin != KIN_NONE && w->kin == t->kin)
		return true;
	const size_t shorter =
		w->concept.len < t->concept.len ? w->concept.len : t->concept.len;
	if (shorter >= PREFIX_BYTES && !memcmp(w->concept.at, t->concept.at, PREFIX_BYTES))
		return true;
	return shorter >= COMPOUND_BYTES && w->concept.len != t->concept.len;
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

static void find_answers(const struct terms *terms, const struct need *needs,
	size_t need_count, struct arena *a, struct answers *all)
{
	const size_t count = terms->term_map.count;
	for (uint32_t n = 0; n < need_count; n++)
		for (uint32_t w = 0; w < needs[n].count; w++) {
			const struct need_word *word = &needs[n].at[w];
			const uint32_t same = terms_find(terms, word->concept);
			for (uint32_t t = 0; t < count; t++) {
				const struct term *term = &terms->at[t];
				if (t != same && !may_match(word, term))
					continue;
				const float match =
					need_match(word, term->concept, term->kin);
				if (match > 0)
					add_answer(all, a,
						&(struct answer){ t, n, w, match });
			}
		}
	if (all->count)
		qsort(all->at, all->count, sizeof *all->at, by_term);
	all->from = ARENA_ARRAY(a, uint32_t, count + 2);
	size_t next = 0;
	for (uint32_t t = 0; t <= count; t++) {
		while (next < all->count && all->at[next].term < t)
			next++;
		all->from[t] = (uint32_t)next;
	}
	all->from[count] = (uint32_t)all->count;
}

// The best answer to each word of each need so far, of one sentence or two.
struct board {
	float (*best)[NEED_WORDS_MAX]; // by need
	uint32_t *touched;
	bool *is_touched;
	size_t touched_count;
};

static void board_add(
	struct board *b, const struct answers *all, const uint32_t *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (uint32_t k = all->from[ids[i]]; k < all->from[ids[i] + 1]; k++) {
			const struct answer *x = &all->at[k];
			if (!b->is_touched[x->need])
				b->touched[b->touched_count++] = x->need;
			b->is_touched[x->need] = true;
			if (x->match > b->best[x->need][x->word])
				b->best[x->need][x->word] = x->match;
		}
}

static void board_clear(struct board *b)
{
	for (size_t i = 0; i < b->touched_count; i++) {
		b->is_touched[b->touched[i]] = false;
		memset(b->best[b->touched[i]], 0, sizeof *b->best);
	}
	b->touched_count = 0;
}

static struct need_score score_of(const struct need *need, const float *best)
{
	struct need_score s = { 0 };
	float sum = 0;
	for (size_t i = 0; i < need->count; i++) {
		sum += best[i] * need->at[i].weight;
		s.words += best[i] > 0;
		s.strict += best[i] * 100 > KIN_MATCH_PERCENT + 1;
	}
	s.share = need->total > 0 ? sum / need->total : 0;
	return s;
}

static int by_need(const void *left, const void *right)
{
	const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return a < b ? -1 : a > b;
}

struct listening {
	const struct terms *terms;
	const struct spoken *lines;
	const struct need *needs;
	struct answers answers;
	struct board board;
	double share;
	struct arena *arena;
	struct echoes_of_needs *out;
	size_t *last_line; // by need: the line that said it last, plus one
};

static void note_echoes(struct listening *l, size_t line, bool two)
{
	struct board *b = &l->board;
	if (b->touched_count)
		qsort(b->touched, b->touched_count, sizeof *b->touched, by_need);
	for (size_t i = 0; i < b->touched_count; i++) {
		const uint32_t need = b->touched[i];
		const struct need_score score =
			score_of(&l->needs[need], b->best[need]);
		const bool said = l->last_line[need] + 1 > line; // already, by one of them
		if ((two && said) || !need_passes(&l->needs[need], &score, l->share))
			continue;
		l->last_line[need] = line + 1;
		struct echoes_of_needs *out = l->out;
		out->at = arena_more(
			l->arena, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = (struct echo_of_need){ (uint32_t)line, need,
			score.share, two };
	}
	board_clear(b);
}

static void listen_to(struct listening *l, size_t line)
{
	const struct spoken *s = &l->lines[line];
	const uint32_t *ids = l->terms->ids;
	board_add(&l->board, &l->answers, ids + s->terms.from, s->terms.count);
	note_echoes(l, line, false);
	if (!s->goes_on || !line)
		return;
	const struct spoken *before = s - 1;
	board_add(&l->board, &l->answers, ids + s->terms.from, s->terms.count);
	board_add(&l->board, &l->answers, ids + before->terms.from, before->terms.count);
	note_echoes(l, line, true);
}

void listen(const struct terms *terms, const struct spoken *lines, size_t line_count,
	const struct need *needs, size_t need_count, double share, struct arena *a,
	struct echoes_of_needs *out)
{
	struct arena scratch = { 0 };
	struct listening l = { .terms = terms,
		.lines = lines,
		.needs = needs,
		.share = share,
		.arena = a,
		.out = out };
	*out = (struct echoes_of_needs){ 0 };
	find_answers(terms, needs, need_count, &scratch, &l.answers);
	l.board.best = arena_alloc(&scratch, need_count + 1, sizeof *l.board.best);
	l.board.touched = ARENA_ARRAY(&scratch, uint32_t, need_count + 1);
	l.board.is_touched = ARENA_ARRAY(&scratch, bool, need_count + 1);
	l.last_line = ARENA_ARRAY(&scratch, size_t, need_count + 1);
	for (size_t i = 0; i < line_count; i++)
		listen_to(&l, i);
	arena_free(&scratch);
}

bool listen_means(const struct market_words *words, const struct spoken *lines,
	const struct need *needs, const struct echo_of_need *echo)
{
	const struct spoken *s = &lines[echo->line];
	const struct need *need = &needs[echo->need];
	const struct mood mood = mood_of(words->moods, s->text);
	if (!echo->two)
		return need_meant(need, &mood, echo->share, s->praise);
	const struct mood before = mood_of(words->moods, s[-1].text);
	const struct mood both = { .complains = mood.complains || before.complains,
		.denies = mood.denies || before.denies,
		.wishes = mood.wishes || before.wishes,
		.quotes_us = mood.quotes_us || before.quotes_us,
		.asks = mood.asks && before.asks };
	return need_meant(need, &both, echo->share, s->praise);
}

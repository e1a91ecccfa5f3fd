#include "market/listen.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "market/answers.h"

// How many of the sentences of other trades have each concept.
struct tally_of_words {
	struct map concepts;
	uint32_t *count;
	size_t room;
};

static void tally(struct tally_of_words *t, const struct need *needs, size_t count)
{
	for (size_t n = 0; n < count; n++)
		for (size_t i = 0; i < needs[n].count; i++) {
			const size_t at = map_add(&t->concepts, needs[n].at[i].concept);
			while (t->room <= at)
				t->count = arena_more(t->concepts.arena, t->count,
					t->room, &t->room, sizeof *t->count);
			t->count[at]++;
		}
}

static void weigh(struct need *need, const struct terms *terms, double all,
	const struct tally_of_words *others)
{
	need->total = 0;
	need->least_bits = fminf(BITS_MAX, (float)log2(all)) *
			   (need->kind == NEED_PAIN ? PAIN_BITS : 1);
	for (size_t i = 0; i < need->count; i++) {
		struct need_word *w = &need->at[i];
		const uint32_t term = terms_find(terms, w->concept);
		const size_t other = map_find(&others->concepts, w->concept);
		const double with =
			1 + (term == TERM_NONE ? 0 : (double)terms->at[term].lines) +
			(other == MAP_NONE ? 0 : (double)others->count[other]);
		w->weight = (float)log(1 + all / with) * (w->light ? LIGHT_WEIGHT : 1);
		w->bits = (float)log2(all / with);
		need->total += w->weight;
	}
}

void needs_weigh(
	struct need *needs, size_t count, size_t background, const struct terms *terms)
{
	struct arena scratch = { 0 };
	struct tally_of_words others = { .concepts.arena = &scratch };
	tally(&others, needs + count - background, background);
	const double all = (double)terms->lines + (double)background + 1;
	for (size_t n = 0; n < count; n++)
		weigh(&needs[n], terms, all, &others);
	arena_free(&scratch);
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
	for (size_t i = 0; i < count; i++) {
		const uint32_t term = TERM_NUMBER(ids[i]);
		for (uint32_t k = all->from[term]; k < all->from[term + 1]; k++) {
			const struct answer *x = &all->at[k];
			if (!b->is_touched[x->need])
				b->touched[b->touched_count++] = x->need;
			b->is_touched[x->need] = true;
			if (x->match > b->best[x->need][x->word])
				b->best[x->need][x->word] = x->match;
		}
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
			need_score_of(&l->needs[need], b->best[need]);
		const bool said =
			l->last_line[need] + 1 > line; // already, by one of them
		const bool loose =
			two && (score.strict < 2 || score.share * 100 < NEUTRAL_PERCENT);
		const enum pass pass = need_passes(&l->needs[need], &score, l->share);
		if (loose || (two && said) || pass == PASS_NO ||
			(two && pass == PASS_ABSENT))
			continue;
		l->last_line[need] = line + 1;
		struct echoes_of_needs *out = l->out;
		out->at = arena_more(
			l->arena, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = (struct echo_of_need){ (uint32_t)line, need,
			score.share, two, pass == PASS_ABSENT };
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
	answers_of(terms, needs, need_count, &scratch, &l.answers);
	l.board.best = arena_alloc(&scratch, need_count + 1, sizeof *l.board.best);
	l.board.touched = ARENA_ARRAY(&scratch, uint32_t, need_count + 1);
	l.board.is_touched = ARENA_ARRAY(&scratch, bool, need_count + 1);
	l.last_line = ARENA_ARRAY(&scratch, size_t, need_count + 1);
	for (size_t i = 0; i < line_count; i++)
		listen_to(&l, i);
	arena_free(&scratch);
}

// Whether the words of a name stand side by side in a sentence, in their order.
static bool name_stands(
	const struct terms *terms, const struct need *name, const struct spoken *s)
{
	const uint32_t *ids = terms->ids + s->terms.from;
	for (size_t i = 0; i + name->count <= s->terms.count; i++) {
		size_t k = 0;
		while (k < name->count) {
			const struct term *t = &terms->at[TERM_NUMBER(ids[i + k])];
			if (need_match(&name->at[k], t->concept, KIN_NONE) < 1)
				break;
			k++;
		}
		if (k == name->count)
			return true;
	}
	return false;
}

static bool says_absent(
	const struct market_words *words, const struct need *need, const struct spoken *s)
{
	struct arena scratch = { 0 };
	const bool says = need_absent(need, words, s->text, &scratch);
	arena_free(&scratch);
	return says;
}

// Whether a name stands there whole; one that is also a word only as it is written.
static bool is_spelled(const struct need *name, const struct spoken *s)
{
	const bool written = alias_case_of(name->text) == ALIAS_WRITTEN;
	for (size_t at = 0; (at = str_find_nocase(s->text, name->text, at)) != STR_NONE;
		at++) {
		const size_t end = at + name->text.len;
		const bool whole = !(at && byte_is_word(s->text.at[at - 1])) &&
				   !(end < s->text.len && byte_is_word(s->text.at[end]));
		if (whole && (!written || str_eq(str_cut(s->text, at, name->text.len),
						  name->text)))
			return true;
	}
	return false;
}

bool listen_means(const struct market_words *words, const struct terms *terms,
	const struct spoken *lines, const struct need *needs,
	const struct echo_of_need *echo)
{
	const struct spoken *s = &lines[echo->line];
	const struct need *need = &needs[echo->need];
	if (need->kind == NEED_NAME && (echo->two || !name_stands(terms, need, s)))
		return false;
	if (echo->absent && !says_absent(words, need, s))
		return false;
	if (need->kind == NEED_SPELLED &&
		(echo->two || s->praise || !is_spelled(need, s)))
		return false;
	const struct mood mood = mood_of(words->moods, s->text);
	if (!echo->two)
		return need_meant(need, &mood, echo->share, s->praise);
	const struct mood before = mood_of(words->moods, s[-1].text);
	const struct mood both = { .complains = mood.complains || before.complains,
		.by_negation = (!mood.complains || mood.by_negation) &&
			       (!before.complains || before.by_negation),
		.denies = mood.denies || before.denies,
		.wishes = mood.wishes || before.wishes,
		.quotes_us = mood.quotes_us || before.quotes_us,
		.asks = mood.asks && before.asks };
	return need_meant(need, &both, echo->share, s->praise);
}

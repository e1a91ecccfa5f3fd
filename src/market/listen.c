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
		double with = 1;
		if (term != TERM_NONE)
			with += (double)terms->at[term].lines;
		if (other != MAP_NONE && others->count)
			with += (double)others->count[other];
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
	uint8_t *hits; // by need: how many of its words are answered
	size_t touched_count;
};

static void board_add(
	struct board *b, const struct answers *all, const uint32_t *ids, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const uint32_t term = TERM_NUMBER(ids[i]);
		for (uint32_t k = all->from[term]; k < all->from[term + 1]; k++) {
			const struct answer *x = &all->at[k];
			float *best = &b->best[x->need][x->word];
			if (!b->hits[x->need])
				b->touched[b->touched_count++] = x->need;
			if (*best <= 0)
				b->hits[x->need]++;
			*best = x->match > *best ? x->match : *best;
		}
	}
}

static void board_clear(struct board *b)
{
	for (size_t i = 0; i < b->touched_count; i++) {
		b->hits[b->touched[i]] = 0;
		memset(b->best[b->touched[i]], 0, sizeof *b->best);
	}
	b->touched_count = 0;
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

static void note_echo(struct listening *l, size_t line, uint32_t need, bool two)
{
	const struct need_score score =
		need_score_of(&l->needs[need], l->board.best[need]);
	const enum pass pass = need_passes(&l->needs[need], &score, l->share);
	const bool loose = score.strict < 2 || score.share * 100 < NEUTRAL_PERCENT;
	if (pass == PASS_NO || (two && (loose || pass == PASS_ABSENT)))
		return;
	l->last_line[need] = line + 1;
	struct echoes_of_needs *out = l->out;
	out->at = arena_more(l->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = (struct echo_of_need){ (uint32_t)line, need, score.share,
		two, pass == PASS_ABSENT };
}

static int by_need(const void *left, const void *right)
{
	const struct echo_of_need *a = left, *b = right;
	return a->need < b->need ? -1 : a->need > b->need;
}

static void note_echoes(struct listening *l, size_t line, bool two)
{
	const struct board *b = &l->board;
	const size_t before = l->out->count;
	for (size_t i = 0; i < b->touched_count; i++) {
		const uint32_t need = b->touched[i];
		const bool said =
			l->last_line[need] + 1 > line; // already, by one of them
		if (b->hits[need] >= l->needs[need].fewest && !(two && said))
			note_echo(l, line, need, two);
	}
	if (l->out->count > before + 1)
		qsort(l->out->at + before, l->out->count - before, sizeof *l->out->at,
			by_need);
}

static void listen_to(struct listening *l, size_t line)
{
	const struct spoken *s = &l->lines[line];
	const uint32_t *ids = l->terms->ids;
	board_add(&l->board, &l->answers, ids + s->terms.from, s->terms.count);
	note_echoes(l, line, false);
	if (s->goes_on && line && s->terms.count) {
		const struct spoken *before = s - 1;
		board_add(&l->board, &l->answers, ids + before->terms.from,
			before->terms.count);
		note_echoes(l, line, true);
	}
	board_clear(&l->board);
}

// Whether a name stands there whole; one that is also a word only as it is written.
static bool is_spelled(const struct need *name, const struct spoken *s)
{
	for (size_t at = 0; (at = str_find_nocase(s->text, name->text, at)) != STR_NONE;
		at++) {
		const size_t end = at + name->text.len;
		const bool whole = !(at && byte_is_word(s->text.at[at - 1])) &&
				   !(end < s->text.len && byte_is_word(s->text.at[end]));
		if (whole &&
			(!name->written ||
				str_eq(str_cut(s->text, at, name->text.len), name->text)))
			return true;
	}
	return false;
}

// "Doing nothing" has no content word to be found by: such names are read for.
static size_t bare_names(const struct need *needs, size_t count, uint32_t *out)
{
	size_t found = 0;
	for (uint32_t n = 0; n < count; n++)
		if (needs[n].kind == NEED_SPELLED && !needs[n].count)
			out[found++] = n;
	return found;
}

static void find_bare_names(
	struct listening *l, const uint32_t *names, size_t count, size_t line)
{
	for (size_t i = 0; i < count; i++) {
		if (!is_spelled(&l->needs[names[i]], &l->lines[line]))
			continue;
		struct echoes_of_needs *out = l->out;
		out->at = arena_more(
			l->arena, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = (struct echo_of_need){
			.line = (uint32_t)line, .need = names[i], .share = 1
		};
	}
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
	l.board.hits = ARENA_ARRAY(&scratch, uint8_t, need_count + 1);
	l.last_line = ARENA_ARRAY(&scratch, size_t, need_count + 1);
	uint32_t *names = ARENA_ARRAY(&scratch, uint32_t, need_count + 1);
	const size_t name_count = bare_names(needs, need_count, names);
	for (size_t i = 0; i < line_count; i++) {
		listen_to(&l, i);
		find_bare_names(&l, names, name_count, i);
	}
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

#include "market/terms.h"

void terms_init(struct terms *t, struct arena *a, const struct market_words *words)
{
	*t = (struct terms){
		.arena = a, .words = words, .token_map.arena = a, .term_map.arena = a
	};
}

static bool has_german_letter(struct str folded)
{
	for (size_t i = 0; i + 1 < folded.len; i++) {
		const unsigned char c = (unsigned char)folded.at[i],
				    d = (unsigned char)folded.at[i + 1];
		if (c == 0xc3 && (d == 0xa4 || d == 0xb6 || d == 0xbc || d == 0x9f))
			return true; // ä ö ü ß
	}
	return false;
}

static uint32_t token_of(struct terms *t, struct str folded)
{
	const size_t before = t->token_map.count;
	const size_t at = map_add(&t->token_map, folded);
	if (at < before)
		return (uint32_t)at;
	while (t->token_room <= at)
		t->tokens = arena_more(t->arena, t->tokens, t->token_room, &t->token_room,
			sizeof *t->tokens);
	t->tokens[at] = (struct term_token){ .stop = (uint8_t)stop_of(folded),
		.german = has_german_letter(folded) };
	return (uint32_t)at;
}

static uint32_t term_of(struct terms *t, uint32_t token, enum tongue tongue)
{
	char room[WORD_MAX];
	struct term_token *k = &t->tokens[token];
	if (k->term[tongue])
		return k->term[tongue] - 1;
	const struct str folded = t->token_map.keys[token];
	const struct str concept = concept_of(stem_of(room, folded, tongue), tongue);
	const size_t before = t->term_map.count;
	const size_t at = map_add(&t->term_map, concept);
	while (t->room <= at)
		t->at = arena_more(t->arena, t->at, t->room, &t->room, sizeof *t->at);
	if (at == before)
		t->at[at] = (struct term){
			.concept = t->term_map.keys[at],
			.word = folded,
			.kin = market_words_kin(t->words, concept),
		};
	k->term[tongue] = (uint32_t)at + 1;
	return (uint32_t)at;
}

// The parts of "self-hosted" are words of their own, as in claim/parts.c.
static size_t add_tokens(struct terms *t, struct str folded, unsigned flags, size_t count,
	unsigned votes[2])
{
	struct str piece;
	while (str_split(&folded, flags & WORD_HYPHEN ? '-' : '\0', &piece)) {
		if (piece.len < 2 || (flags & WORD_DIGIT))
			continue;
		if (t->scratch_room <= count)
			t->scratch = arena_more(t->arena, t->scratch, t->scratch_room,
				&t->scratch_room, sizeof *t->scratch);
		const uint32_t token = token_of(t, piece);
		const struct term_token *k = &t->tokens[token];
		votes[TONGUE_ENGLISH] += k->stop == STOP_ENGLISH;
		votes[TONGUE_GERMAN] += k->stop == STOP_GERMAN;
		votes[TONGUE_GERMAN] += k->german;
		t->scratch[count++] = token;
	}
	return count;
}

static void count_line(struct terms *t, uint32_t term)
{
	struct term *at = &t->at[term];
	at->lines += at->last != t->lines;
	at->last = t->lines;
}

struct term_span terms_line(
	struct terms *t, struct str text, enum tongue before, enum tongue *tongue)
{
	unsigned votes[2] = { 0, 0 };
	size_t count = 0, at = 0;
	struct word w;
	char room[WORD_MAX];
	while (word_next(text, &at, &w))
		count = add_tokens(
			t, word_fold(word_cut(text, w), room), w.flags, count, votes);
	*tongue = votes[TONGUE_GERMAN] > votes[TONGUE_ENGLISH]	 ? TONGUE_GERMAN
		  : votes[TONGUE_ENGLISH] > votes[TONGUE_GERMAN] ? TONGUE_ENGLISH
								 : before;
	struct term_span span = { .from = (uint32_t)t->id_count };
	t->lines++;
	for (size_t i = 0; i < count; i++) {
		if (t->tokens[t->scratch[i]].stop)
			continue;
		const uint32_t term = term_of(t, t->scratch[i], *tongue);
		t->ids = arena_more(
			t->arena, t->ids, t->id_count, &t->id_room, sizeof *t->ids);
		t->ids[t->id_count++] = term;
		count_line(t, term);
	}
	span.count = (uint32_t)(t->id_count - span.from);
	return span;
}

uint32_t terms_find(const struct terms *t, struct str concept)
{
	const size_t at = map_find(&t->term_map, concept);
	return at == MAP_NONE ? TERM_NONE : (uint32_t)at;
}

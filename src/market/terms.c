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
			.kin = market_words_kin(t->words, concept),
		};
	k->term[tongue] = (uint32_t)at + 1;
	return (uint32_t)at;
}

// One line while it is taken in.
struct lining {
	struct terms *terms;
	size_t count;	   // of scratch
	unsigned votes[2]; // by enum tongue
};

static void add_token(struct lining *l, struct str piece, bool joined)
{
	struct terms *t = l->terms;
	if (t->scratch_room <= l->count)
		t->scratch = arena_more(t->arena, t->scratch, t->scratch_room,
			&t->scratch_room, sizeof *t->scratch);
	const uint32_t token = token_of(t, piece);
	const struct term_token *k = &t->tokens[token];
	l->votes[TONGUE_ENGLISH] += k->stop == STOP_ENGLISH;
	l->votes[TONGUE_GERMAN] += k->stop == STOP_GERMAN;
	l->votes[TONGUE_GERMAN] += k->german;
	t->scratch[l->count++] = token | (joined ? TERM_JOINED : 0);
}

// "plant's" is "plant", "shouldn't" is "should", "I've" is "I".
static struct str without_ending(struct str folded)
{
	enum { ENDING_MAX = 2 };
	const size_t at = str_find_byte(folded, '\'', 0);
	if (at == STR_NONE || folded.len - at - 1 > ENDING_MAX)
		return folded;
	return str_cut(folded, 0, str_ends(folded, S("n't")) ? at - 1 : at);
}

// The parts of "self-hosted" are words of their own, as in claim/parts.c.
static void add_word(struct lining *l, struct str folded, unsigned flags, bool joined)
{
	struct str piece;
	if (flags & WORD_DIGIT)
		return;
	folded = without_ending(folded);
	if (!(flags & WORD_HYPHEN)) {
		if (folded.len > 1)
			add_token(l, folded, joined);
		return;
	}
	while (str_split(&folded, '-', &piece)) {
		if (piece.len > 1)
			add_token(l, piece, joined);
		joined = true;
	}
}

static void count_line(struct terms *t, uint32_t term)
{
	struct term *at = &t->at[term];
	at->lines += at->last != t->lines;
	at->last = t->lines;
}

static bool only_spaces(struct str text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (text.at[i] != ' ')
			return false;
	return true;
}

// What was gathered in scratch, without its stop words; `joined` is broken by them.
static void take_tokens(struct terms *t, size_t count, enum tongue tongue)
{
	bool gap = true;
	for (size_t i = 0; i < count; i++) {
		const uint32_t token = TERM_NUMBER(t->scratch[i]);
		const bool joined = (t->scratch[i] & TERM_JOINED) && !gap;
		gap = t->tokens[token].stop != 0;
		if (gap)
			continue;
		const uint32_t term = term_of(t, token, tongue);
		t->tokens[token].count++;
		t->ids = arena_more(
			t->arena, t->ids, t->id_count, &t->id_room, sizeof *t->ids);
		t->ids[t->id_count++] = term | (joined ? TERM_JOINED : 0);
		count_line(t, term);
	}
}

struct term_span terms_line(
	struct terms *t, struct str text, enum tongue before, enum tongue *tongue)
{
	struct lining l = { .terms = t };
	size_t at = 0, last = 0;
	struct word w;
	char room[WORD_MAX];
	while (word_next(text, &at, &w)) {
		add_word(&l, word_fold(word_cut(text, w), room), w.flags,
			only_spaces(text, last, w.span.from));
		last = w.span.to;
	}
	const unsigned *votes = l.votes;
	*tongue = votes[TONGUE_GERMAN] > votes[TONGUE_ENGLISH]	 ? TONGUE_GERMAN
		  : votes[TONGUE_ENGLISH] > votes[TONGUE_GERMAN] ? TONGUE_ENGLISH
								 : before;
	struct term_span span = { .from = (uint32_t)t->id_count };
	t->lines++;
	take_tokens(t, l.count, *tongue);
	span.count = (uint32_t)(t->id_count - span.from);
	return span;
}

const struct str *terms_words(const struct terms *t, struct arena *a)
{
	struct str *words = ARENA_ARRAY(a, struct str, t->term_map.count + 1);
	uint32_t *most = ARENA_ARRAY(a, uint32_t, t->term_map.count + 1);
	for (size_t i = 0; i < t->token_map.count; i++)
		for (int tongue = 0; tongue < 2; tongue++) {
			const struct term_token *k = &t->tokens[i];
			if (!k->term[tongue] || k->count <= most[k->term[tongue] - 1])
				continue;
			most[k->term[tongue] - 1] = k->count;
			words[k->term[tongue] - 1] = t->token_map.keys[i];
		}
	return words;
}

uint32_t terms_find(const struct terms *t, struct str concept)
{
	const size_t at = map_find(&t->term_map, concept);
	return at == MAP_NONE ? TERM_NONE : (uint32_t)at;
}

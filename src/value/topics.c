#include "value/topics.h"

#include <stdlib.h>
#include <string.h>

enum { LETTERS_MIN = 3, ACRONYM_MAX = 5, LONGEST_WORD = 40, SAMPLE = 2000 };

// A written word and what it stands for in either language; looked up once.
struct token {
	uint32_t topic[2]; // by enum tongue, plus one; 0 not asked yet
	uint32_t written;  // how often, in small letters or with a capital
	bool skip;
};

struct topic_reader {
	struct map tokens, names, acronyms;
	uint32_t acronym_ends; // bits of the letters that some acronym ends in
	struct token *token;
	size_t token_room;
	uint32_t *stamp; // by topic: the reading that had it last
	size_t stamp_room;
	uint32_t reading;
	uint32_t copy_known; // the copy whose language is known, plus one
	enum tongue copy_tongue;
	uint32_t *best; // by topic: how often its name is written
	size_t best_room;
	uint32_t *newest; // by topic: the token it is named after, plus one
	size_t newest_room;
	struct map texts; // short texts that repeat
	struct topic_span *text_span;
	size_t text_room;
};

static void *beside(struct arena *a, void *at, size_t count, size_t *room, size_t size)
{
	while (*room <= count)
		at = arena_more(a, at, *room, room, size);
	return at;
}

static void know_name(struct topics *t, struct str name)
{
	char room[WORD_MAX];
	struct word w;
	size_t at = 0;
	while (word_next(name, &at, &w))
		map_add(&t->reader->names, word_fold(word_cut(name, w), room));
}

// Words of names say who, not what.
static void know_names(struct topics *t)
{
	const struct workspace *ws = t->ground->ws;
	know_name(t, ws->config.company);
	for (size_t i = 0; i < ws->config.alias_count; i++)
		know_name(t, ws->config.aliases[i]);
	for (size_t i = 0; i < ws->vendors.count; i++)
		if (ws->vendors.at[i].kind == VENDOR_RIVAL)
			know_name(t, ws->vendors.at[i].name);
	for (size_t i = 0; i < ws->records.people.count; i++) {
		know_name(t, ws->records.people.at[i].name);
		know_name(t, ws->records.people.at[i].id);
	}
}

static uint32_t bit_of(char letter)
{
	return UINT32_C(1) << ((unsigned char)letter & 31);
}

static void know_acronyms(struct topics *t, struct str text)
{
	struct word w;
	size_t at = 0;
	while (word_next(text, &at, &w)) {
		const struct str word = word_cut(text, w);
		if (!(w.flags & WORD_SHOUT) || (w.flags & WORD_DIGIT) ||
			word.len < LETTERS_MIN || word.len > ACRONYM_MAX)
			continue;
		char room[WORD_MAX];
		const struct str acronym = word_fold(word, room);
		(void)map_add(&t->reader->acronyms, acronym); // as a set
		t->reader->acronym_ends |= bit_of(acronym.at[acronym.len - 1]);
	}
}

// How one asks is not what one asks for.
static bool is_courtesy(struct str concept)
{
	static const struct str WORDS[] = { STR_INIT("please"), STR_INIT("pleas"),
		STR_INIT("thank"), STR_INIT("hello"), STR_INIT("hallo"), STR_INIT("bitt"),
		STR_INIT("dank"), STR_INIT("gruss"), STR_INIT("regard") };
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_eq(concept, WORDS[i]))
			return true;
	return false;
}

static uint32_t topic_add(struct topics *t, struct str concept)
{
	const size_t before = t->concepts.count;
	const size_t at = map_add(&t->concepts, concept);
	if (t->concepts.count == before)
		return (uint32_t)at;
	t->at = arena_more(t->ground->arena, t->at, t->count, &t->room, sizeof *t->at);
	t->at[t->count++] = (struct topic){ .concept = t->concepts.keys[at],
		.common = common_word(concept) || is_courtesy(concept) };
	return (uint32_t)at;
}

static bool says_nothing(const struct topics *t, struct str folded, unsigned flags)
{
	return folded.len < LETTERS_MIN || folded.len > LONGEST_WORD ||
	       !(flags & WORD_ALPHA) || (flags & WORD_DIGIT) || stop_of(folded) ||
	       map_find(&t->reader->names, folded) != MAP_NONE;
}

// As files write it: in capitals if it is an abbreviation.
static struct str name_of(const struct topics *t, size_t token)
{
	const struct str key = t->reader->tokens.keys[token];
	if (map_find(&t->reader->acronyms, key) == MAP_NONE)
		return key;
	char *upper = arena_alloc(t->ground->arena, key.len + 1, 1);
	for (size_t i = 0; i < key.len; i++)
		upper[i] =
			(char)(byte_is_alpha(key.at[i]) ? key.at[i] & ~0x20 : key.at[i]);
	return (struct str){ upper, key.len };
}

// The topic of a written word, plus one; 0 if it is none.
static uint32_t topic_of_word(
	struct topics *t, struct str word, unsigned flags, enum tongue tongue)
{
	struct topic_reader *r = t->reader;
	char room[WORD_MAX], stemmed[WORD_MAX];
	const struct str folded = word_fold(word, room);
	const size_t before = r->tokens.count;
	const size_t at = map_add(&r->tokens, folded);
	r->token =
		beside(t->ground->arena, r->token, at, &r->token_room, sizeof *r->token);
	struct token *token = &r->token[at];
	if (r->tokens.count != before)
		token->skip = says_nothing(t, folded, flags);
	if (token->skip)
		return 0;
	if (!token->topic[tongue]) {
		const struct str concept =
			concept_of(stem_of(stemmed, folded, tongue), tongue);
		token->topic[tongue] = topic_add(t, concept) + 1;
	}
	const uint32_t topic = token->topic[tongue] - 1;
	r->best =
		beside(t->ground->arena, r->best, topic, &r->best_room, sizeof *r->best);
	r->newest = beside(
		t->ground->arena, r->newest, topic, &r->newest_room, sizeof *r->newest);
	if (++token->written > r->best[topic]) {
		r->best[topic] = token->written;
		if (r->newest[topic] != at + 1)
			t->at[topic].name = name_of(t, at);
		r->newest[topic] = (uint32_t)at + 1;
	}
	return topic + 1;
}

static void take(struct topics *t, uint32_t topic)
{
	struct topic_reader *r = t->reader;
	r->stamp = beside(
		t->ground->arena, r->stamp, topic, &r->stamp_room, sizeof *r->stamp);
	if (r->stamp[topic] == r->reading)
		return;
	r->stamp[topic] = r->reading;
	t->ids = arena_more(
		t->ground->arena, t->ids, t->id_count, &t->id_room, sizeof *t->ids);
	t->ids[t->id_count++] = topic;
}

// First letters of the latest words, parts of hyphened ones by themselves.
struct initials {
	char at[ACRONYM_MAX + 1];
	size_t count;
};

static void add_initial(struct initials *in, char letter)
{
	if (in->count == ACRONYM_MAX) {
		memmove(in->at, in->at + 1, ACRONYM_MAX - 1);
		in->count--;
	}
	in->at[in->count++] = byte_lower(letter);
}

static void take_spelled(struct topics *t, const struct initials *in, enum tongue tongue)
{
	if (!(t->reader->acronym_ends & bit_of(in->at[in->count - 1])))
		return; // most words: nothing ends in their initial
	for (size_t n = LETTERS_MIN; n <= in->count; n++) {
		const struct str spelled = { in->at + in->count - n, n };
		const size_t at = map_find(&t->reader->acronyms, spelled);
		if (at == MAP_NONE)
			continue;
		const uint32_t topic = topic_of_word(
			t, t->reader->acronyms.keys[at], WORD_ALPHA, tongue);
		if (topic)
			take(t, topic - 1);
	}
}

static void read_word(struct topics *t, struct str word, unsigned flags,
	enum tongue tongue, struct initials *in)
{
	struct str rest = word, part;
	const uint32_t topic = topic_of_word(t, word, flags, tongue);
	if (topic)
		take(t, topic - 1);
	while (t->reader->acronyms.count && str_split(&rest, '-', &part))
		if (part.len && byte_is_alpha(part.at[0])) {
			add_initial(in, part.at[0]);
			take_spelled(t, in, tongue);
		}
}

static struct topic_span read_text(struct topics *t, struct str text, enum tongue tongue)
{
	const uint32_t from = (uint32_t)t->id_count;
	struct initials in = { .count = 0 };
	struct word w;
	size_t at = 0;
	t->reader->reading++;
	while (word_next(text, &at, &w))
		read_word(t, word_cut(text, w), w.flags, tongue, &in);
	return (struct topic_span){ from, (uint32_t)(t->id_count - from) };
}

// Topics of exchanges and reasons of losses repeat thousands of times.
static struct topic_span read_repeated(struct topics *t, struct str text)
{
	struct topic_reader *r = t->reader;
	const size_t before = r->texts.count;
	const size_t at = map_add(&r->texts, text);
	r->text_span = beside(
		t->ground->arena, r->text_span, at, &r->text_room, sizeof *r->text_span);
	if (r->texts.count != before)
		r->text_span[at] = read_text(t, text, tongue_of(text));
	return r->text_span[at];
}

static bool repeats(const struct said *s)
{
	return s->kind == SAID_EXCHANGE || s->kind == SAID_LOSS;
}

// Calls and documents have one language, told by their beginning.
static enum tongue tongue_at(struct topics *t, size_t i)
{
	const struct said *s = &t->ground->at[i];
	struct topic_reader *r = t->reader;
	if (s->kind != SAID_CALL && s->kind != SAID_DOCUMENT)
		return tongue_of(s->text);
	if (r->copy_known == s->record + 1)
		return r->copy_tongue;
	const struct sentences *all = &t->ground->ws->copies[s->record].sentences;
	struct buf sample = { 0 };
	for (size_t k = 0; k < all->count && sample.len < SAMPLE; k++) {
		buf_add(&sample, all->at[k].text);
		buf_byte(&sample, ' ');
	}
	r->copy_known = s->record + 1;
	r->copy_tongue = tongue_of(buf_str(&sample));
	buf_done(&sample);
	return r->copy_tongue;
}

void topics_of(const struct ground *g, struct topics *out)
{
	*out = (struct topics){ .ground = g, .concepts.arena = g->arena };
	out->reader = ARENA_NEW(g->arena, struct topic_reader);
	out->reader->tokens.arena = out->reader->names.arena = g->arena;
	out->reader->acronyms.arena = out->reader->texts.arena = g->arena;
	know_names(out);
	for (size_t i = 0; i < g->count; i++)
		if (g->at[i].kind != SAID_CALL && g->at[i].kind != SAID_DOCUMENT)
			know_acronyms(out, g->at[i].text);
	out->of = ARENA_ARRAY(g->arena, struct topic_span, g->count + 1);
	for (size_t i = 0; i < g->count; i++) {
		const struct said *s = &g->at[i];
		out->of[i] = repeats(s) ? read_repeated(out, s->text)
					: read_text(out, s->text, tongue_at(out, i));
		for (uint32_t k = 0; k < out->of[i].count; k++)
			out->at[out->ids[out->of[i].from + k]].said++;
	}
}

size_t topics_read(struct topics *t, struct str text, uint32_t **ids)
{
	const struct topic_span span = read_text(t, text, tongue_of(text));
	*ids = t->ids + span.from;
	return span.count;
}

bool topics_has(const struct topics *t, size_t said, uint32_t topic)
{
	for (uint32_t k = 0; k < t->of[said].count; k++)
		if (t->ids[t->of[said].from + k] == topic)
			return true;
	return false;
}

#include "web/kind.h"

#include <string.h>

#include "text/text.h"

enum { PHRASE = 2, TOPIC_WORDS = 16, NAME_WORDS = 8, KEY = 160 };
enum { SUFFIX_LEAST = 5, PREFIX_LEAST = 3 };
// Part of a name: stands for it only where it is all that a topic says.
enum { PART = 0x80 };

// The words of a text in lower case, hyphens between them gone.
struct pieces {
	char room[TOPIC_WORDS][WORD_MAX];
	struct str at[TOPIC_WORDS];
	size_t count;
};

static void cut_pieces(struct str text, struct pieces *out)
{
	struct word w;
	size_t at = 0;
	out->count = 0;
	while (out->count < TOPIC_WORDS && word_next(text, &at, &w)) {
		struct str rest = word_cut(text, w), part;
		while (out->count < TOPIC_WORDS && str_split(&rest, '-', &part)) {
			if (!part.len)
				continue;
			out->at[out->count] = word_fold(part, out->room[out->count]);
			out->count++;
		}
	}
}

// Some of the words, a space between; stems of them if a tongue is given.
static struct str join(const struct pieces *p, size_t from, size_t count,
	const enum tongue *tongue, char key[KEY])
{
	size_t used = 0;
	for (size_t i = from; i < from + count; i++) {
		char stem[WORD_MAX];
		const struct str word =
			tongue ? stem_of(stem, p->at[i], *tongue) : p->at[i];
		if (used + word.len + 1 > KEY)
			break;
		if (i > from)
			key[used++] = ' ';
		memcpy(key + used, word.at, word.len);
		used += word.len;
	}
	return (struct str){ key, used };
}

static void know_words(struct kinds *k, struct arena *a, enum tongue tongue,
	enum kind kind, struct str list)
{
	struct str phrase;
	while (str_split(&list, ';', &phrase)) {
		struct pieces p;
		char key[KEY];
		cut_pieces(phrase, &p);
		const size_t before = k->words[tongue].count;
		const size_t at =
			map_add(&k->words[tongue], join(&p, 0, p.count, &tongue, key));
		if (at != before)
			continue; // the first kind that has it
		k->kind_of_word[tongue] = arena_more(a, k->kind_of_word[tongue], at,
			&k->room[tongue], sizeof *k->kind_of_word[tongue]);
		k->kind_of_word[tongue][at] = (uint8_t)kind;
	}
}

static void know_id(struct kinds *k, struct arena *a, struct str id, unsigned kind)
{
	struct pieces p;
	char key[KEY];
	cut_pieces(id, &p);
	if (!p.count)
		return;
	(void)map_add(&k->heads, p.at[0]); // a set
	const size_t before = k->ids.count;
	const size_t at = map_add(&k->ids, join(&p, 0, p.count, NULL, key));
	if (at != before)
		return;
	k->kind_of_id =
		arena_more(a, k->kind_of_id, at, &k->id_room, sizeof *k->kind_of_id);
	k->kind_of_id[at] = (uint8_t)kind;
}

// "Edge gateway 2" is also called "gateway 2"; one word of a name is not the name.
static void know_name(struct kinds *k, struct arena *a, struct str name)
{
	struct pieces p;
	cut_pieces(name, &p);
	if (p.count > NAME_WORDS)
		p.count = NAME_WORDS;
	for (size_t from = 0; from < p.count; from++)
		for (size_t count = PHRASE; from + count <= p.count; count++) {
			char key[KEY];
			know_id(k, a, join(&p, from, count, NULL, key),
				count == p.count ? KIND_LAUNCH
						 : (unsigned)KIND_LAUNCH | PART);
		}
}

static void know_records(struct kinds *k, const struct workspace *ws, struct arena *a)
{
	const struct records *r = &ws->records;
	for (size_t i = 0; i < r->requests.count; i++)
		know_id(k, a, r->requests.at[i].id, KIND_ASK);
	for (size_t i = 0; i < r->roadmap.count; i++) {
		know_id(k, a, r->roadmap.at[i].id, KIND_LAUNCH);
		know_name(k, a, r->roadmap.at[i].item);
	}
	for (size_t i = 0; i < ws->papers.launch_count; i++) {
		know_id(k, a, ws->papers.launches[i].id, KIND_LAUNCH);
		know_name(k, a, ws->papers.launches[i].name);
	}
	for (size_t i = 0; ws->deals.id && i < ws->deals.count; i++)
		know_id(k, a, ws->deals.id[i], KIND_RUN);
}

void kinds_open(struct kinds *k, const struct workspace *ws, struct arena *a)
{
	*k = (struct kinds){ .ids.arena = a, .heads.arena = a };
	for (size_t t = 0; t < COUNT(k->words); t++)
		k->words[t].arena = a;
	for (size_t i = KIND_ASK; i < KIND_COUNT; i++) {
		know_words(k, a, TONGUE_ENGLISH, (enum kind)i,
			str_of(KIND_WORDS[i].english));
		know_words(
			k, a, TONGUE_GERMAN, (enum kind)i, str_of(KIND_WORDS[i].german));
	}
	if (ws)
		know_records(k, ws, a);
}

static enum kind word_kind(const struct kinds *k, enum tongue tongue, struct str key)
{
	const size_t at = map_find(&k->words[tongue], key);
	return at == MAP_NONE ? KIND_UNKNOWN : (enum kind)k->kind_of_word[tongue][at];
}

static enum kind first_of(enum kind a, enum kind b)
{
	return a == KIND_UNKNOWN || (b != KIND_UNKNOWN && b < a) ? b : a;
}

// The longest known word that ends this one: "Wettbewerbsvergleich".
static enum kind compound_kind(const struct kinds *k, struct str word)
{
	for (size_t from = PREFIX_LEAST; from + SUFFIX_LEAST <= word.len; from++) {
		char stem[WORD_MAX];
		if (((unsigned char)word.at[from] & 0xc0) == 0x80)
			continue; // inside a letter
		const enum kind kind = word_kind(k, TONGUE_GERMAN,
			stem_of(stem, str_from(word, from), TONGUE_GERMAN));
		if (kind != KIND_UNKNOWN)
			return kind;
	}
	return KIND_UNKNOWN;
}

// A pair says more than its words, so it is asked first, and then its words are spent.
static enum kind kind_in(
	const struct kinds *k, const struct pieces *p, enum tongue tongue)
{
	enum kind found = KIND_UNKNOWN;
	bool spent[TOPIC_WORDS + 1] = { false };
	char key[KEY];
	for (size_t i = 0; i + PHRASE <= p->count; i++) {
		const enum kind pair =
			word_kind(k, tongue, join(p, i, PHRASE, &tongue, key));
		if (pair != KIND_UNKNOWN)
			spent[i] = spent[i + 1] = true;
		found = first_of(found, pair);
	}
	for (size_t i = 0; i < p->count; i++) {
		if (spent[i])
			continue;
		enum kind one = word_kind(k, tongue, join(p, i, 1, &tongue, key));
		if (one == KIND_UNKNOWN && tongue == TONGUE_GERMAN)
			one = compound_kind(k, p->at[i]);
		found = first_of(found, one);
	}
	return found;
}

// The longest that begins at this word, for "RM-1" is no "RM-1 2".
static enum kind id_kind_at(const struct kinds *k, const struct pieces *p, size_t from)
{
	const size_t rest = p->count - from;
	for (size_t count = rest < NAME_WORDS ? rest : NAME_WORDS; count; count--) {
		char key[KEY];
		const size_t at = map_find(&k->ids, join(p, from, count, NULL, key));
		if (at == MAP_NONE)
			continue;
		const unsigned kind = k->kind_of_id[at];
		if (!(kind & PART) || count == p->count)
			return (enum kind)(kind & ~(unsigned)PART);
	}
	return KIND_UNKNOWN;
}

static enum kind kind_by_id(const struct kinds *k, const struct pieces *p)
{
	enum kind kind = KIND_UNKNOWN;
	for (size_t from = 0; from < p->count && kind == KIND_UNKNOWN; from++)
		if (map_find(&k->heads, p->at[from]) != MAP_NONE)
			kind = id_kind_at(k, p, from);
	return kind;
}

enum kind kind_of_topic(const struct kinds *k, struct str topic)
{
	struct pieces p;
	cut_pieces(topic, &p);
	enum kind kind = kind_by_id(k, &p);
	if (kind == KIND_UNKNOWN)
		kind = kind_in(k, &p, TONGUE_ENGLISH);
	if (kind == KIND_UNKNOWN)
		kind = kind_in(k, &p, TONGUE_GERMAN);
	return kind;
}

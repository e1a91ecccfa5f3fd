#include "swap/book.h"

#include <stdlib.h>

#include "swap/book_place.h"
#include "swap/headline.h"
#include "swap/ledger.h"
#include "swap/saying.h"

enum { FEW_PARTS = 3 };

const char *reach_name(enum reach r)
{
	static const char *const NAMES[REACH_COUNT] = { "customers", "inside", "heard",
		"past" };
	return NAMES[r];
}

// Which rows have a word, so that a sentence meets only rows it could say.
struct rows {
	size_t *at;
	size_t count, room;
};

struct search {
	const struct workspace *ws;
	struct arena *arena; // of the result
	const struct aliases *names;
	const struct seen_words *seen;
	const struct book_places *places;
	struct book *book;
	struct saying_claim *claims; // beside book->at
	struct map concepts;
	struct rows *rows; // beside concepts
	size_t rows_room;
	size_t *shared; // by row: words in common with the sentence
	struct rows met;
};

static void push(struct arena *a, struct rows *rows, size_t row)
{
	if (rows->count && rows->at[rows->count - 1] == row)
		return;
	rows->at = arena_more(a, rows->at, rows->count, &rows->room, sizeof *rows->at);
	rows->at[rows->count++] = row;
}

static void index_row(struct search *s, size_t row)
{
	const struct claim_parts *p = &s->claims[row].side.parts;
	for (size_t i = 0; i < p->count; i++) {
		const size_t k = map_add(&s->concepts, p->at[i].stem);
		s->rows =
			arena_more(s->arena, s->rows, k, &s->rows_room, sizeof *s->rows);
		push(s->arena, &s->rows[k], row);
	}
}

static void add_row(struct search *s, const struct claim_entry *entry, struct str text,
	struct str qualifier, const struct lexicon *words)
{
	struct book *b = s->book;
	const size_t row = b->count++;
	b->at[row] = (struct booked){ .entry = entry, .text = text };
	b->at[row].proof = entry ? ledger_proof(entry, s->ws->as_of) : PROOF_UNLISTED;
	saying_claim_of(text, qualifier, s->names, words, s->arena, &s->claims[row]);
	index_row(s, row);
}

static void add_rows(struct search *s, const struct book_question *asked)
{
	const struct records *r = &s->ws->records;
	const struct lexicon *words = check_words(s->arena);
	const size_t count = r->claims.count + 1;
	s->book->at = ARENA_ARRAY(s->arena, struct booked, count);
	s->claims = ARENA_ARRAY(s->arena, struct saying_claim, count);
	s->shared = ARENA_ARRAY(s->arena, size_t, count);
	if (asked->text.len)
		add_row(s, NULL, asked->text, (struct str){ 0 }, words);
	for (size_t i = 0; !asked->text.len && i < r->claims.count; i++) {
		const struct claim_entry *e = &r->claims.at[i];
		if (!asked->entry || asked->entry == e)
			add_row(s, e, e->claim, e->qualifier, words);
	}
}

// Rows that share enough words with a sentence to be worth comparing.
static void meet(struct search *s, const struct claim_parts *said)
{
	s->met.count = 0;
	for (size_t i = 0; i < said->count; i++) {
		const size_t k = map_find(&s->concepts, said->at[i].stem);
		const struct rows *rows = k != MAP_NONE ? &s->rows[k] : NULL;
		for (size_t j = 0; rows && rows->at && j < rows->count; j++) {
			const size_t row = rows->at[j];
			if (!s->shared[row]++) {
				s->met.at = arena_more(s->arena, s->met.at, s->met.count,
					&s->met.room, sizeof *s->met.at);
				s->met.at[s->met.count++] = row;
			}
		}
	}
}

static bool is_enough(const struct search *s, size_t row)
{
	return s->shared[row] > 1 || s->claims[row].side.parts.count <= FEW_PARTS;
}

// The text around a sentence in which its qualifier may stand: the same slide or page,
// or the section and a few sentences on both sides.
static struct str around(const struct copy *copy, size_t at, struct arena *a)
{
	enum { REACH = 8 };
	struct buf out = { .max = 8192 };
	const struct sentence *s = &copy->sentences.at[at];
	const bool paged = s->place.kind == PLACE_SLIDE || s->place.kind == PLACE_PAGE;
	for (size_t i = at > REACH ? at - REACH : 0;
		i < copy->sentences.count && i <= at + REACH; i++) {
		const struct sentence *other = &copy->sentences.at[i];
		const bool near = paged ? other->place.major == s->place.major
					: other->section == s->section;
		if (!near)
			continue;
		buf_add(&out, other->text);
		buf_add(&out, S(". "));
	}
	const struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

static void count(struct booked *b, const struct said_at *said)
{
	if (said->saying != SAID_SO) {
		b->differently += said->reach != REACH_PAST;
		return;
	}
	b->so[said->reach]++;
	b->unqualified += said->reach == REACH_CUSTOMERS && !said->qualified;
}

static void book_it(struct search *s, size_t row, struct said_at *said,
	struct arena *scratch, size_t at)
{
	struct booked *b = &s->book->at[row];
	said->qualified = saying_qualified(
		&s->claims[row], around(said->copy, at, scratch), s->names);
	if (said->saying == SAID_SO && !said->qualified)
		said->change = arena_fmt(s->arena, "without “%" PRI_STR "”",
			ARG_STR(utf8_safe(s->arena, s->claims[row].qualifier, 120)));
	b->at = arena_more(s->arena, b->at, b->count, &b->room, sizeof *b->at);
	b->at[b->count++] = *said;
	count(b, said);
}

// Of words that somebody looks for, other numbers and the opposite are worth telling;
// they are no approved claim that could be strengthened.
static void only_numbers(struct said_at *said)
{
	if (said->saying == SAID_OTHERWISE || str_starts(said->change, S("says ")))
		return;
	said->saying = SAID_SO;
	said->change = (struct str){ 0 };
}

// Books the sentence with every row that it says.
static void look_at(
	struct search *s, const struct copy *copy, size_t at, const struct said_at *place)
{
	struct arena scratch = { 0 };
	struct side side;
	side_of(copy->sentences.at[at].text, s->names, s->seen, &scratch, &side);
	meet(s, &side.parts);
	for (size_t i = 0; i < s->met.count; i++) {
		const size_t row = s->met.at[i];
		struct said_at said = *place;
		const bool enough = is_enough(s, row);
		s->shared[row] = 0;
		if (enough)
			said.saying =
				saying_of(&s->claims[row], &side, s->arena, &said.change);
		if (said.saying == SAID_NOT)
			continue;
		if (!s->book->at[row].entry)
			only_numbers(&said);
		book_it(s, row, &said, &scratch, at);
	}
	arena_free(&scratch);
}

static void look_through(struct search *s, const struct copy *copy)
{
	struct book_voices voices = { 0 };
	book_voices_of(s->places, copy, s->arena, &voices);
	for (size_t i = 0; i < copy->sentences.count; i++) {
		struct said_at place = { .copy = copy,
			.sentence = &copy->sentences.at[i] };
		const enum book_says says =
			book_place_of(s->places, &voices, s->arena, &place);
		s->book->unknown_speakers += says == BOOK_UNKNOWN;
		if (says != BOOK_OURS)
			continue;
		s->book->sentences++;
		look_at(s, copy, i, &place);
	}
	s->book->documents++;
	s->book->calls += copy->source->role == ROLE_CALL;
}

struct ordered {
	struct said_at said;
	size_t at;
};

static int newest_first(const void *x, const void *y)
{
	const struct ordered *a = x, *b = y;
	const int32_t da = a->said.date.days, db = b->said.date.days;
	const bool has_a = date_set(a->said.date), has_b = date_set(b->said.date);
	if (has_a != has_b)
		return has_a ? -1 : 1;
	if (has_a && da != db)
		return da > db ? -1 : 1;
	return a->at < b->at ? -1 : 1;
}

static void sort(struct booked *b)
{
	struct arena a = { 0 };
	struct ordered *all = ARENA_ARRAY(&a, struct ordered, b->count + 1);
	for (size_t i = 0; i < b->count; i++)
		all[i] = (struct ordered){ b->at[i], i };
	if (b->count)
		qsort(all, b->count, sizeof *all, newest_first);
	for (size_t i = 0; i < b->count; i++)
		b->at[i] = all[i].said;
	arena_free(&a);
}

// A headline said twice is one headline.
static bool is_known(const struct book *b, struct str text)
{
	for (size_t i = 0; i < b->unlisted_count; i++)
		if (str_eq_nocase(b->unlisted[i].sentence->text, text))
			return true;
	return false;
}

// What a reader sees first: the headline claims of the swap test, and whatever stands
// largest on a page or a slide that customers see.
static bool is_headline(const struct search *s, const struct our_claim *c)
{
	const struct str suffix = path_suffix(c->copy->source->path);
	const bool shown = str_starts_nocase(suffix, S(".htm")) ||
			   str_starts_nocase(suffix, S(".ppt"));
	struct said_at place = { .copy = c->copy, .sentence = c->sentence };
	const struct book_voices nobody = { 0 };
	if (c->headline)
		return true;
	return shown && c->sentence->level == LEVEL_HEADLINE &&
	       book_place_of(s->places, &nobody, s->arena, &place) == BOOK_OURS &&
	       place.reach == REACH_CUSTOMERS;
}

static void find_unlisted(struct search *s)
{
	struct material m;
	const struct swap_options all = { 0 };
	material_of(s->ws, &all, s->arena, &m);
	s->book->unlisted = ARENA_ARRAY(s->arena, struct unlisted, m.our_count + 1);
	for (size_t i = 0; i < m.our_count; i++) {
		const struct our_claim *c = &m.ours[i];
		struct side side;
		struct str ignored;
		bool listed = false;
		if (!is_headline(s, c) || is_known(s->book, c->sentence->text))
			continue;
		side_of(c->sentence->text, s->names, s->seen, s->arena, &side);
		for (size_t row = 0; row < s->book->count && !listed; row++)
			listed = saying_of(&s->claims[row], &side, s->arena, &ignored) !=
				 SAID_NOT;
		if (!listed)
			s->book->unlisted[s->book->unlisted_count++] =
				(struct unlisted){ c->copy, c->sentence };
	}
}

static void note(struct book *b, struct arena *a, struct str text)
{
	b->notes =
		arena_more(a, b->notes, b->note_count, &b->note_room, sizeof *b->notes);
	b->notes[b->note_count++] = text;
}

static void note_all(const struct search *s)
{
	struct book *b = s->book;
	size_t mails = 0;
	for (size_t i = 0; i < s->ws->source_count; i++)
		mails += s->ws->sources[i].role == ROLE_MAIL;
	if (!b->ledger)
		note(b, s->arena,
			S("There is no claims ledger: `candor help files claims.csv` "
			  "shows what it holds."));
	if (b->unknown_speakers)
		note(b, s->arena,
			arena_fmt(s->arena,
				"%zu sentences in calls are by speakers that nobody "
				"lists "
				"as ours or theirs: not searched. calls/index.csv or "
				"people.csv would tell.",
				b->unknown_speakers));
	if (mails)
		note(b, s->arena,
			arena_fmt(s->arena,
				"%zu %s of mail was not searched: its bodies are not "
				"kept.",
				mails, mails == 1 ? "file" : "files"));
	note(b, s->arena,
		S("Pictures, videos and what is on servers elsewhere were not read."));
}

void book_of(
	const struct workspace *ws, const struct book_question *asked, struct book *out)
{
	struct search s = { .ws = ws, .arena = ws->arena, .book = out };
	*out = (struct book){ .ledger = ws->records.claims.count > 0 };
	s.names = material_names(ws, ws->arena);
	s.seen = ARENA_NEW(ws->arena, struct seen_words);
	s.concepts.arena = ws->arena;
	s.places = book_places_of(ws, ws->arena);
	add_rows(&s, asked);
	for (size_t i = 0; i < ws->copy_count; i++)
		if (book_is_ours(ws->copies[i].source->role))
			look_through(&s, &ws->copies[i]);
	const struct copy *pillars = headline_pillars(ws, ws->arena);
	if (pillars)
		look_through(&s, pillars);
	for (size_t i = 0; i < out->count; i++)
		sort(&out->at[i]);
	if (!asked->text.len && !asked->entry)
		find_unlisted(&s);
	note_all(&s);
}

const struct claim_entry *book_find(const struct workspace *ws, struct str said)
{
	const struct records *r = &ws->records;
	for (size_t i = 0; i < r->claims.count; i++)
		if (str_eq_nocase(r->claims.at[i].id, said))
			return &r->claims.at[i];
	struct search s = { .ws = ws, .arena = ws->arena };
	struct side side;
	struct str ignored;
	const struct lexicon *words = check_words(ws->arena);
	s.names = material_names(ws, ws->arena);
	s.seen = ARENA_NEW(ws->arena, struct seen_words);
	side_of(said, s.names, s.seen, ws->arena, &side);
	for (size_t i = 0; i < r->claims.count; i++) {
		struct saying_claim claim;
		const struct claim_entry *e = &r->claims.at[i];
		saying_claim_of(
			e->claim, e->qualifier, s.names, words, ws->arena, &claim);
		if (saying_of(&claim, &side, ws->arena, &ignored) == SAID_SO)
			return e;
	}
	return NULL;
}

#include <stdlib.h>

#include "market/market.h"
#include "market/users.h"

enum { ROLES_MAX = 4, ROLE_BUYERS = 8, PAGES_FEW = 2 };
/*
 * A word is theirs when its share of our pages is at most a quarter of its share of the
 * buyers, and ours when its share of the buyers is at most a tenth of that of our pages.
 */
static const double SURE = 0.1, THEIRS = 0.25, OURS = 0.1, LEAST_SHARE = 0.03,
		    LEAST_PAGES = 0.1;

// Both sides, counted.
struct gap_counting {
	const struct workspace *ws;
	const struct heard *heard;
	struct arena *arena;
	struct terms our_terms;
	struct users ours, theirs;
	const bool *their_heavy, *our_heavy; // by term of each side
	const struct str *their_words, *our_words;
	struct map names; // folded words of names: ours, competitors', people's
	struct market_gap *gap;
};

// One word under test.
struct candidate {
	struct market_word word;
	double p;
};

struct candidates {
	struct arena *arena;
	struct candidate *at;
	size_t count, room;
};

static void add_names(struct gap_counting *g, struct str text)
{
	struct word w;
	char room[WORD_MAX];
	for (size_t at = 0; word_next(text, &at, &w);) {
		struct str folded = word_fold(word_cut(text, w), room), piece;
		while (str_split(&folded, '-', &piece))
			if (piece.len > 1)
				(void)map_add(&g->names, piece); // a set
	}
}

static void know_names(struct gap_counting *g)
{
	const struct workspace *ws = g->ws;
	add_names(g, ws->config.company);
	for (size_t i = 0; i < ws->config.alias_count; i++)
		add_names(g, ws->config.aliases[i]);
	for (size_t i = 0; i < ws->vendors.count; i++)
		if (ws->vendors.at[i].kind != VENDOR_ALTERNATIVE)
			add_names(g, ws->vendors.at[i].name);
	for (size_t i = 0; i < ws->records.people.count; i++)
		add_names(g, ws->records.people.at[i].name);
	for (size_t i = 0; i < ws->records.calls.count; i++) {
		struct str rest = ws->records.calls.at[i].them, name;
		while (str_split(&rest, ';', &name))
			add_names(g, str_cut(name, 0, str_find_byte(name, '(', 0)));
	}
}

// Worth comparing: not of every conversation, no name, no fragment.
static const bool *heavy_of(
	const struct gap_counting *g, const struct terms *t, const struct str *words)
{
	enum { LETTERS_MIN = 3 };
	bool *heavy = ARENA_ARRAY(g->arena, bool, t->term_map.count + 1);
	for (size_t i = 0; i < t->term_map.count; i++)
		heavy[i] = words[i].len >= LETTERS_MIN &&
			   !light_has(t->words->light, t->at[i].concept) &&
			   map_find(&g->names, words[i]) == MAP_NONE;
	return heavy;
}

static bool is_shown(const struct sentence *s)
{
	return s->sort == IS_CLAIM || s->sort == NOT_HEADING || s->sort == NOT_ACTION ||
	       s->sort == NOT_QUESTION || s->sort == NOT_SENTENCE;
}

// What we say: the sentences of our own copy, by document.
static void count_ours(struct gap_counting *g)
{
	const struct workspace *ws = g->ws;
	struct owned lines = { .terms = &g->our_terms, .owners = ws->copy_count };
	size_t all = 0;
	for (size_t i = 0; i < ws->copy_count; i++)
		all += ws->copies[i].source->role == ROLE_COPY
			       ? ws->copies[i].sentences.count
			       : 0;
	struct term_span *spans = ARENA_ARRAY(g->arena, struct term_span, all + 1);
	uint32_t *owner = ARENA_ARRAY(g->arena, uint32_t, all + 1);
	terms_init(&g->our_terms, g->arena, g->heard->words);
	for (size_t i = 0; i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		enum tongue tongue = TONGUE_ENGLISH;
		for (size_t k = 0;
			copy->source->role == ROLE_COPY && k < copy->sentences.count;
			k++) {
			if (!is_shown(&copy->sentences.at[k]))
				continue;
			spans[lines.count] = terms_line(&g->our_terms,
				copy->sentences.at[k].text, tongue, &tongue);
			owner[lines.count++] = (uint32_t)i;
		}
	}
	lines.lines = spans;
	lines.owner = owner;
	g->our_words = terms_words(&g->our_terms, g->arena);
	g->our_heavy = heavy_of(g, &g->our_terms, g->our_words);
	users_of(&lines, 1, g->our_heavy, g->arena, &g->ours);
}

// The count that the other side has of a word or a pair of this side.
static size_t other_term(const struct terms *from, uint32_t term, const struct terms *to,
	const struct users *u)
{
	const uint32_t same = terms_find(to, from->at[term].concept);
	return same == TERM_NONE ? 0 : u->of_term[same];
}

static size_t other_pair(const struct terms *from, struct str key, const struct terms *to,
	const struct users *u)
{
	uint32_t pair[2];
	users_pair_of(key, &pair[0], &pair[1]);
	for (int i = 0; i < 2; i++) {
		pair[i] = terms_find(to, from->at[pair[i]].concept);
		if (pair[i] == TERM_NONE)
			return 0;
	}
	const struct str same = { (const char *)pair, sizeof pair };
	const size_t at = map_find(&u->pairs, same);
	return at == MAP_NONE ? 0 : u->of_pair[at];
}

static void add_candidate(struct gap_counting *g, struct candidates *c, struct str word,
	size_t buyers, size_t pages)
{
	const size_t n = g->gap->buyers, m = g->gap->pages;
	c->at = arena_more(c->arena, c->at, c->count, &c->room, sizeof *c->at);
	struct candidate *x = &c->at[c->count++];
	*x = (struct candidate){ .word = { .word = word,
					 .buyers = buyers,
					 .pages = pages,
					 .share = share_wilson(buyers, n),
					 .difference =
						 share_difference(buyers, n, pages, m) },
		.p = compare_p((struct tally){ buyers, n }, (struct tally){ pages, m }) };
}

static struct str pair_word(
	struct gap_counting *g, struct str key, const struct str *words)
{
	uint32_t one, two;
	users_pair_of(key, &one, &two);
	return arena_fmt(g->arena, "%" PRI_STR " %" PRI_STR, ARG_STR(words[one]),
		ARG_STR(words[two]));
}

static size_t at_least(double share, size_t n, size_t fewest)
{
	const size_t wanted = (size_t)(share * (double)n + 0.999);
	return wanted > fewest ? wanted : fewest;
}

// Words of the buyers that enough of them use.
static void their_candidates(struct gap_counting *g, struct candidates *c)
{
	const struct terms *t = &g->heard->terms;
	const size_t least = at_least(LEAST_SHARE, g->gap->buyers, MARKET_FEW);
	for (uint32_t i = 0; i < t->term_map.count; i++)
		if (g->theirs.of_term[i] >= least && g->their_heavy[i])
			add_candidate(g, c, g->their_words[i], g->theirs.of_term[i],
				other_term(t, i, &g->our_terms, &g->ours));
	for (size_t i = 0; i < g->theirs.pairs.count; i++)
		if (g->theirs.of_pair[i] >= least)
			add_candidate(g, c,
				pair_word(g, g->theirs.pairs.keys[i], g->their_words),
				g->theirs.of_pair[i],
				other_pair(t, g->theirs.pairs.keys[i], &g->our_terms,
					&g->ours));
}

// Words of our pages that buyers hardly use; those that enough of them do were taken.
static void our_candidates(struct gap_counting *g, struct candidates *c)
{
	const struct terms *t = &g->heard->terms;
	const size_t least = at_least(LEAST_PAGES, g->gap->pages, PAGES_FEW);
	const size_t taken = at_least(LEAST_SHARE, g->gap->buyers, MARKET_FEW);
	for (uint32_t i = 0; i < g->our_terms.term_map.count; i++) {
		const size_t buyers = other_term(&g->our_terms, i, t, &g->theirs);
		if (g->ours.of_term[i] >= least && g->our_heavy[i] && buyers < taken)
			add_candidate(g, c, g->our_words[i], buyers, g->ours.of_term[i]);
	}
	for (size_t i = 0; i < g->ours.pairs.count; i++) {
		const struct str key = g->ours.pairs.keys[i];
		const size_t buyers = other_pair(&g->our_terms, key, t, &g->theirs);
		if (g->ours.of_pair[i] >= least && buyers < taken)
			add_candidate(g, c, pair_word(g, key, g->our_words), buyers,
				g->ours.of_pair[i]);
	}
}

static void adjust(struct candidates *c)
{
	double *p = ARENA_ARRAY(c->arena, double, c->count + 1);
	double *q = ARENA_ARRAY(c->arena, double, c->count + 1);
	for (size_t i = 0; i < c->count; i++)
		p[i] = c->at[i].p;
	compare_adjust(p, c->count, q, c->arena);
	for (size_t i = 0; i < c->count; i++)
		c->at[i].word.q = q[i];
}

static int by_buyers(const void *left, const void *right)
{
	const struct market_word *a = &((const struct candidate *)left)->word,
				 *b = &((const struct candidate *)right)->word;
	if (a->buyers != b->buyers)
		return a->buyers > b->buyers ? -1 : 1;
	if (a->pages != b->pages)
		return a->pages < b->pages ? -1 : 1;
	return str_cmp(a->word, b->word);
}

static int by_pages(const void *left, const void *right)
{
	const struct market_word *a = &((const struct candidate *)left)->word,
				 *b = &((const struct candidate *)right)->word;
	if (a->pages != b->pages)
		return a->pages > b->pages ? -1 : 1;
	if (a->buyers != b->buyers)
		return a->buyers < b->buyers ? -1 : 1;
	return str_cmp(a->word, b->word);
}

// "night shift" makes "night" superfluous, and the other way round.
static bool is_told(const struct market_word *words, size_t count, struct str word)
{
	for (size_t i = 0; i < count; i++) {
		struct str rest = words[i].word, part;
		while (str_split(&rest, ' ', &part))
			if (str_eq(part, word))
				return true;
		rest = word;
		while (str_split(&rest, ' ', &part))
			if (str_eq(part, words[i].word))
				return true;
	}
	return false;
}

static size_t pick(
	const struct candidates *c, bool theirs, double q_most, struct market_word *out)
{
	size_t count = 0;
	for (size_t i = 0; i < c->count && count < MARKET_WORDS; i++) {
		const struct market_word *w = &c->at[i].word;
		const double buyers = w->share.value,
			     pages = buyers - w->difference.value;
		const bool one_sided =
			theirs ? pages <= THEIRS * buyers : buyers <= OURS * pages;
		if (one_sided && w->q <= q_most && !is_told(out, count, w->word))
			out[count++] = *w;
	}
	return count;
}

static void compare(struct gap_counting *g, uint8_t persona, struct market_gap *out)
{
	struct owned lines;
	struct candidates c = { .arena = g->arena };
	owned_of_heard(g->heard, persona, g->arena, &lines);
	users_of(&lines, MARKET_FEW, g->their_heavy, g->arena, &g->theirs);
	*out = (struct market_gap){ .buyers = g->theirs.owners, .pages = g->ours.owners };
	if (persona)
		out->persona = g->heard->personas.keys[persona - 1];
	g->gap = out;
	if (!out->buyers || !out->pages)
		return;
	their_candidates(g, &c);
	our_candidates(g, &c);
	out->tried = c.count;
	if (!c.count)
		return;
	// Of the few buyers of one role, luck would fill a list by itself.
	const double q_most = persona ? SURE : 1;
	adjust(&c);
	qsort(c.at, c.count, sizeof *c.at, by_buyers);
	out->their_count = pick(&c, true, q_most, out->theirs);
	qsort(c.at, c.count, sizeof *c.at, by_pages);
	out->our_count = pick(&c, false, q_most, out->ours);
}

static size_t count_role(const struct heard *h, size_t role, struct arena *a)
{
	bool *seen = ARENA_ARRAY(a, bool, h->accounts.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < h->line_count; i++) {
		const uint32_t account = h->talks[h->lines[i].talk].account;
		if (h->lines[i].persona != role)
			continue;
		count += !seen[account];
		seen[account] = true;
	}
	return count;
}

// Distinct buyers of the roles that say most; of the others 0.
static size_t *buyers_by_role(const struct heard *h, struct arena *a)
{
	enum { ASKED = 16 };
	const size_t roles = h->personas.count + 1;
	size_t *lines = ARENA_ARRAY(a, size_t, roles);
	size_t *buyers = ARENA_ARRAY(a, size_t, roles);
	for (size_t i = 0; i < h->line_count; i++)
		lines[h->lines[i].persona]++;
	lines[0] = 0; // no role is known
	for (size_t n = 0; n < ASKED; n++) {
		size_t most = 0;
		for (size_t r = 1; r < roles; r++)
			if (lines[r] > lines[most])
				most = r;
		if (!most)
			break;
		lines[most] = 0;
		buyers[most] = count_role(h, most, a);
	}
	return buyers;
}

void market_gaps_of(
	const struct workspace *ws, const struct market *m, struct market_gaps *out)
{
	struct arena scratch = { 0 };
	struct gap_counting g = {
		.ws = ws, .heard = m->heard, .arena = ws->arena, .names.arena = ws->arena
	};
	*out = (struct market_gaps){ .at = ARENA_ARRAY(ws->arena, struct market_gap,
					     ROLES_MAX + 1) };
	know_names(&g);
	count_ours(&g);
	g.their_words = terms_words(&m->heard->terms, ws->arena);
	g.their_heavy = heavy_of(&g, &m->heard->terms, g.their_words);
	compare(&g, 0, &out->at[out->count++]);
	size_t *buyers = buyers_by_role(m->heard, &scratch);
	while (out->count <= ROLES_MAX) {
		size_t best = 0;
		for (size_t r = 1; r <= m->heard->personas.count; r++)
			if (buyers[r] > buyers[best])
				best = r;
		if (buyers[best] < ROLE_BUYERS)
			break;
		buyers[best] = 0;
		compare(&g, (uint8_t)best, &out->at[out->count++]);
	}
	arena_free(&scratch);
}

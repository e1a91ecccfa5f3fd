// What the exchanges of each two functions were about.
#include <string.h>

#include "web/kind.h"
#include "web/say.h"
#include "web/ties.h"

enum { UNTOLD = KIND_COUNT }; // no topic

struct counting {
	const struct web_traffic *traffic;
	const struct web *web;
	const struct web_settings *settings;
	struct arena *arena;
	uint32_t *node_of;	// by function
	uint8_t **kind_of_row;	// by source, then row; NULL where no row has a topic
	uint32_t *rows;		// by source
	uint64_t *last;		// by link: day and unit of the last contact
	struct link_kinds *out; // by link
};

static void know_nodes(struct counting *c)
{
	c->node_of = ARENA_ARRAY(c->arena, uint32_t, c->traffic->function_count + 1);
	for (size_t i = 0; i < c->traffic->function_count; i++)
		c->node_of[i] = WEB_NONE;
	for (uint32_t i = 0; i < c->web->node_count; i++)
		if (c->web->nodes[i].function != WEB_NONE)
			c->node_of[c->web->nodes[i].function] = i;
}

// Topics repeat thousands of times; each is read once.
static void know_rows(struct counting *c, const struct workspace *ws)
{
	const struct records *r = &ws->records;
	struct arena scratch = { 0 };
	struct kinds kinds;
	uint8_t *kind = ARENA_ARRAY(&scratch, uint8_t, r->words.count + 1); // by word
	bool *seen = ARENA_ARRAY(&scratch, bool, r->words.count + 1);
	kinds_open(&kinds, ws, &scratch);
	c->kind_of_row = ARENA_ARRAY(c->arena, uint8_t *, ws->source_count + 1);
	c->rows = ARENA_ARRAY(c->arena, uint32_t, ws->source_count + 1);
	for (size_t i = 0; i < r->interactions.count; i++) {
		const struct at at = r->interactions.at[i].at;
		if (c->rows[at.source] <= at.row)
			c->rows[at.source] = at.row + 1;
	}
	for (size_t i = 0; i < ws->source_count; i++)
		if (c->rows[i]) {
			c->kind_of_row[i] = ARENA_ARRAY(c->arena, uint8_t, c->rows[i]);
			memset(c->kind_of_row[i], UNTOLD, c->rows[i]);
		}
	for (size_t i = 0; i < r->interactions.count; i++) {
		const struct interaction *x = &r->interactions.at[i];
		const struct str topic = str_trim(records_word(r, x->topic));
		if (!topic.len)
			continue;
		if (!seen[x->topic])
			kind[x->topic] = (uint8_t)kind_of_topic(&kinds, topic);
		seen[x->topic] = true;
		c->kind_of_row[x->at.source][x->at.row] = kind[x->topic];
	}
	arena_free(&scratch);
}

static uint8_t kind_at(const struct counting *c, struct at at)
{
	return at.row < c->rows[at.source] ? c->kind_of_row[at.source][at.row] : UNTOLD;
}

static uint32_t node_at(const struct counting *c, struct web_end end)
{
	return end.function < c->traffic->function_count ? c->node_of[end.function]
							 : WEB_NONE;
}

// Contacts of one unit on one day are one, as where they are counted each way.
static void count_one(struct counting *c, const struct web_interaction *x)
{
	const uint64_t contact = (uint64_t)(uint32_t)x->day.days << 32 | x->unit;
	const uint32_t from = node_at(c, x->actor);
	for (uint32_t i = 0; from != WEB_NONE && i < x->count; i++) {
		const uint32_t to = node_at(c, c->traffic->ends[x->first + i]);
		if (to == WEB_NONE || to == from)
			continue;
		const size_t link = web_link_index(c->web, from, to);
		struct link_kinds *k = &c->out[link];
		if (k->all && c->last[link] == contact)
			continue;
		c->last[link] = contact;
		const uint8_t kind = kind_at(c, x->at);
		k->all++;
		if (kind == UNTOLD)
			k->silent++;
		else
			k->counts[kind]++;
	}
}

static void count_all(struct counting *c)
{
	for (size_t i = 0; i < c->traffic->count; i++) {
		const struct web_interaction *x = &c->traffic->at[i];
		if (x->channel < CHANNEL_COUNT && c->settings->weights[x->channel] > 0 &&
			!ties_is_broadcast(x, c->settings))
			count_one(c, x);
	}
}

static bool is_few(uint32_t count)
{
	return count && count < KIND_FEW;
}

// Most first; equal counts in order of kinds.
static size_t by_count(const struct link_kinds *k, enum kind order[KIND_COUNT])
{
	size_t count = 0;
	for (size_t i = 1; i <= KIND_COUNT; i++) {
		const enum kind kind = (enum kind)(i % KIND_COUNT); // the unknown last
		size_t at = count;
		if (!k->counts[kind])
			continue;
		for (; at && k->counts[order[at - 1]] < k->counts[kind]; at--)
			order[at] = order[at - 1];
		order[at] = kind;
		count++;
	}
	return count;
}

static void add_count(struct counting *c, struct buf *out, uint32_t count,
	const char *words, bool *begun)
{
	if (!count)
		return;
	buf_fmt(out, "%s", *begun ? ", " : "");
	if (is_few(count))
		buf_fmt(out, "under %d", KIND_FEW);
	else
		buf_add(out, words_number(c->arena, count));
	buf_fmt(out, " %s%s", *begun ? "" : count == 1 ? "was " : "were ", words);
	*begun = true;
}

static void say(struct counting *c, struct link_kinds *k)
{
	struct buf out = { 0 };
	enum kind order[KIND_COUNT];
	const size_t kinds = by_count(k, order);
	bool begun = false;
	if (k->some_few)
		buf_fmt(&out, "Of the exchanges in the window ");
	else
		buf_fmt(&out, "Of %" PRI_STR " exchange%s ",
			ARG_STR(words_number(c->arena, k->all)),
			k->all == 1 ? "" : "s, each counted once,");
	for (size_t i = 0; i < kinds; i++)
		add_count(
			c, &out, k->counts[order[i]], KIND_WORDS[order[i]].title, &begun);
	add_count(c, &out, k->silent, "without a topic", &begun);
	buf_byte(&out, '.');
	k->sentence = arena_str(c->arena, buf_str(&out));
	buf_done(&out);
}

// Only of our own ties that an objective needs: nothing can be changed about the others.
static void say_lopsided(struct counting *c, size_t link, struct link_kinds *k)
{
	const struct web_link *l = &c->web->links[link];
	const uint32_t own = c->web->own, told = k->all - k->silent;
	if (own == WEB_NONE || (l->a != own && l->b != own) || !(l->needed > 0) ||
		told < KIND_LOPSIDED_LEAST)
		return;
	for (enum kind kind = KIND_ASK; kind < KIND_COUNT; kind++) {
		if (k->counts[kind] < KIND_LOPSIDED * told)
			continue;
		const uint32_t other = l->a == own ? l->b : l->a;
		const bool rest = told > k->counts[kind];
		k->lopsided = arena_fmt(c->arena,
			"With %" PRI_STR " it is one thing: %" PRI_STR
			" exchanges were %s, %s.",
			ARG_STR(say_node(c->arena, c->web, other)),
			ARG_STR(words_number(c->arena, k->counts[kind])),
			KIND_WORDS[kind].title,
			rest ? "at most one in ten anything else" : "and nothing else");
	}
}

struct link_kinds *kinds_of_links(const struct workspace *ws,
	const struct web_traffic *traffic, const struct web *web,
	const struct web_settings *settings, struct arena *a)
{
	struct counting c = {
		.traffic = traffic, .web = web, .settings = settings, .arena = a
	};
	c.out = ARENA_ARRAY(a, struct link_kinds, web->link_count + 1);
	c.last = ARENA_ARRAY(a, uint64_t, web->link_count + 1);
	know_nodes(&c);
	know_rows(&c, ws);
	count_all(&c);
	for (size_t i = 0; i < web->link_count; i++) {
		struct link_kinds *k = &c.out[i];
		const struct web_link *l = &web->links[i];
		k->shown = k->all && !l->withheld && !l->under_five;
		if (!k->shown) {
			*k = (struct link_kinds){ 0 };
			continue;
		}
		k->some_few = is_few(k->silent);
		for (size_t n = 0; n < KIND_COUNT; n++)
			k->some_few |= is_few(k->counts[n]);
		say(&c, k);
		say_lopsided(&c, i, k);
	}
	return c.out;
}

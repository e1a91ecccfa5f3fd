#include "market/users.h"

#include <string.h>

// Lines by owner, so that a word meets its users one after the other.
static uint32_t *by_owner(const struct owned *l, struct arena *a, size_t *count)
{
	uint32_t *from = ARENA_ARRAY(a, uint32_t, l->owners + 2);
	uint32_t *order = ARENA_ARRAY(a, uint32_t, l->count + 1);
	for (size_t i = 0; i < l->count; i++)
		if (l->owner[i] != OWNER_NONE)
			from[l->owner[i] + 2]++;
	for (size_t o = 0; o < l->owners; o++)
		from[o + 2] += from[o + 1];
	for (size_t i = 0; i < l->count; i++)
		if (l->owner[i] != OWNER_NONE)
			order[from[l->owner[i] + 1]++] = (uint32_t)i;
	*count = from[l->owners];
	return order;
}

struct counting {
	const struct owned *lines;
	struct arena *arena;
	const uint32_t *order;
	size_t count;
	struct users *out;
	uint32_t *last; // by term: its last owner plus one
	uint32_t *last_pair;
	size_t last_room;
};

static void count_terms(struct counting *c)
{
	const struct owned *l = c->lines;
	uint32_t before = OWNER_NONE;
	for (size_t i = 0; i < c->count; i++) {
		const uint32_t line = c->order[i], owner = l->owner[line];
		const uint32_t *ids = l->terms->ids + l->lines[line].from;
		c->out->owners += owner != before;
		before = owner;
		for (uint32_t k = 0; k < l->lines[line].count; k++) {
			const uint32_t term = TERM_NUMBER(ids[k]);
			c->out->of_term[term] += c->last[term] != owner + 1;
			c->last[term] = owner + 1;
		}
	}
}

static void add_pair(struct counting *c, uint32_t one, uint32_t two, uint32_t owner)
{
	char bytes[8];
	struct users *out = c->out;
	memcpy(bytes, &one, 4);
	memcpy(bytes + 4, &two, 4);
	const size_t at = map_add(&out->pairs, (struct str){ bytes, sizeof bytes });
	while (out->pair_room <= at)
		out->of_pair = arena_more(c->arena, out->of_pair, out->pair_room,
			&out->pair_room, sizeof *out->of_pair);
	while (c->last_room <= at)
		c->last_pair = arena_more(c->arena, c->last_pair, c->last_room,
			&c->last_room, sizeof *c->last_pair);
	out->of_pair[at] += c->last_pair[at] != owner + 1;
	c->last_pair[at] = owner + 1;
}

static void count_pairs(struct counting *c, uint32_t fewest, const bool *heavy)
{
	const struct owned *l = c->lines;
	const uint32_t *users = c->out->of_term;
	for (size_t i = 0; i < c->count; i++) {
		const uint32_t line = c->order[i];
		const uint32_t *ids = l->terms->ids + l->lines[line].from;
		for (uint32_t k = 1; k < l->lines[line].count; k++) {
			const uint32_t one = TERM_NUMBER(ids[k - 1]),
				       two = TERM_NUMBER(ids[k]);
			if ((ids[k] & TERM_JOINED) && users[one] >= fewest &&
				users[two] >= fewest && (heavy[one] || heavy[two]))
				add_pair(c, one, two, l->owner[line]);
		}
	}
}

void users_of(const struct owned *lines, uint32_t fewest, const bool *heavy,
	struct arena *a, struct users *out)
{
	const size_t terms = lines->terms->term_map.count;
	struct counting c = { .lines = lines, .arena = a, .out = out };
	*out = (struct users){ .of_term = ARENA_ARRAY(a, uint32_t, terms + 1),
		.pairs.arena = a };
	c.last = ARENA_ARRAY(a, uint32_t, terms + 1);
	c.order = by_owner(lines, a, &c.count);
	count_terms(&c);
	if (heavy)
		count_pairs(&c, fewest, heavy);
}

void users_pair_of(struct str key, uint32_t *one, uint32_t *two)
{
	memcpy(one, key.at, 4);
	memcpy(two, key.at + 4, 4);
}

void owned_of_heard(
	const struct heard *h, uint8_t persona, struct arena *a, struct owned *out)
{
	struct term_span *lines = ARENA_ARRAY(a, struct term_span, h->line_count + 1);
	uint32_t *owner = ARENA_ARRAY(a, uint32_t, h->line_count + 1);
	for (size_t i = 0; i < h->line_count; i++) {
		const struct spoken *s = &h->lines[i];
		lines[i] = s->terms;
		owner[i] = !persona || s->persona == persona ? h->talks[s->talk].account
							     : OWNER_NONE;
	}
	*out = (struct owned){ .terms = &h->terms,
		.lines = lines,
		.owner = owner,
		.count = h->line_count,
		.owners = h->accounts.count };
}

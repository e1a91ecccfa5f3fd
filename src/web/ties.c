#include "web/ties.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// A key is link, p, q, way and channel, from the top down.
enum { CHANNEL_BITS = 3, WAY_BITS = 1, PERSON_BITS = 24, KEY_BYTES = 8 };

_Static_assert(CHANNEL_COUNT <= 1 << CHANNEL_BITS, "a channel fits its bits");
_Static_assert(WEB_NODES_MAX *(WEB_NODES_MAX - 1) / 2 < 1 << 12, "a link fits the rest");

struct share {
	uint64_t key;
	double volume;
};

struct shares {
	struct share *at;
	size_t count;
};

static uint64_t key_of(size_t link, uint32_t p, uint32_t q, bool back, unsigned channel)
{
	uint64_t key = link;
	key = key << PERSON_BITS | p;
	key = key << PERSON_BITS | q;
	key = key << WAY_BITS | back;
	return key << CHANNEL_BITS | channel;
}

bool ties_is_broadcast(
	const struct web_interaction *x, const struct web_settings *settings)
{
	const size_t addressed = x->reached > x->count ? x->reached : x->count;
	return addressed > settings->broadcast[x->channel];
}

static double volume_of(const struct web_traffic *traffic,
	const struct web_interaction *x, const struct web_settings *settings)
{
	const size_t addressed = x->reached > x->count ? x->reached : x->count;
	double age = 0;
	if (settings->half_life_days > 0 && date_set(x->day) && date_set(traffic->to))
		age = fmax(0, traffic->to.days - x->day.days) / settings->half_life_days;
	return x->weight * exp2(-age) / (double)addressed;
}

struct gather {
	const struct web_traffic *traffic;
	const uint32_t *node_of;
	const struct web_settings *settings;
	struct shares shares;
	struct ties *ties;
	uint64_t *last; // per link and way: day and unit of the last contact
};

static uint32_t node_at(const struct gather *g, struct web_end end)
{
	if (end.function >= g->traffic->function_count || end.person >= g->ties->persons)
		return WEB_NONE;
	return g->node_of[end.function];
}

// Contacts of one unit on one day are one; interactions come in that order.
static void count_contact(
	struct gather *g, const struct web_interaction *x, size_t link, bool back)
{
	const size_t way = 2 * link + back;
	const uint64_t contact = (uint64_t)(uint32_t)x->day.days << 32 | x->unit;
	if (g->ties->turned[way] && g->last[way] == contact)
		return;
	g->last[way] = contact;
	g->ties->turned[way]++;
}

static void gather_targets(struct gather *g, const struct web_interaction *x)
{
	const struct web_traffic *t = g->traffic;
	const uint32_t from = node_at(g, x->actor);
	const double volume = volume_of(t, x, g->settings);
	if (from == WEB_NONE || !isfinite(volume) || volume <= 0)
		return;
	for (uint32_t i = 0; i < x->count; i++) {
		const struct web_end end = t->ends[x->first + i];
		const uint32_t to = node_at(g, end);
		if (to == WEB_NONE || to == from || end.person == x->actor.person)
			continue;
		const bool back = to < from;
		const uint32_t p = back ? end.person : x->actor.person;
		const uint32_t q = back ? x->actor.person : end.person;
		const size_t link = link_of(g->ties->nodes, from, to);
		g->shares.at[g->shares.count++] =
			(struct share){ key_of(link, p, q, back, x->channel), volume };
		count_contact(g, x, link, back);
		if (t->persons[p].group || t->persons[q].group ||
			(t->persons[p].shared && t->persons[q].shared))
			g->ties->unpaired[link] = true;
	}
}

static void gather_all(struct gather *g)
{
	const struct web_traffic *t = g->traffic;
	for (size_t i = 0; i < t->count; i++) {
		const struct web_interaction *x = &t->at[i];
		if (!x->count || x->channel >= CHANNEL_COUNT ||
			g->settings->weights[x->channel] <= 0)
			continue;
		if (ties_is_broadcast(x, g->settings)) {
			g->ties->broadcasts++;
			continue;
		}
		g->ties->interactions++;
		gather_targets(g, x);
	}
}

// Least byte first; a byte that is equal everywhere is passed over.
static struct share *sort_by_key(struct share *at, struct share *spare, size_t count)
{
	for (unsigned byte = 0; byte < KEY_BYTES; byte++) {
		size_t starts[257] = { 0 };
		const unsigned shift = byte * 8;
		for (size_t i = 0; i < count; i++)
			starts[(at[i].key >> shift & 0xff) + 1]++;
		if (count && starts[(at[0].key >> shift & 0xff) + 1] == count)
			continue;
		for (size_t b = 0; b < 256; b++)
			starts[b + 1] += starts[b];
		for (size_t i = 0; i < count; i++)
			spare[starts[at[i].key >> shift & 0xff]++] = at[i];
		struct share *other = at;
		at = spare;
		spare = other;
	}
	return at;
}

static int by_volume(const void *left, const void *right)
{
	const struct share *a = left, *b = right;
	return (a->volume > b->volume) - (a->volume < b->volume);
}

// Adds up equal keys, smallest volume first, so that the order of rows leaves no trace.
static void sum_equal_keys(struct shares *s)
{
	size_t kept = 0;
	for (size_t i = 0; i < s->count;) {
		size_t end = i + 1;
		while (end < s->count && s->at[end].key == s->at[i].key)
			end++;
		qsort(s->at + i, end - i, sizeof *s->at, by_volume);
		struct share sum = s->at[i];
		for (size_t k = i + 1; k < end; k++)
			sum.volume += s->at[k].volume;
		s->at[kept++] = sum;
		i = end;
	}
	s->count = kept;
}

static void weigh_channels(struct shares *s, const double *weights)
{
	const unsigned mask = (1u << CHANNEL_BITS) - 1;
	double totals[1 << CHANNEL_BITS] = { 0 }, all = 0, counted = 0;
	for (size_t i = 0; i < s->count; i++)
		totals[s->at[i].key & mask] += s->at[i].volume;
	for (size_t c = 0; c < CHANNEL_COUNT; c++) {
		all += totals[c];
		counted += totals[c] > 0 ? weights[c] : 0;
	}
	for (size_t i = 0; i < s->count; i++) {
		const size_t c = s->at[i].key & mask;
		if (totals[c] < all) // one channel alone needs no scale
			s->at[i].volume *= weights[c] / totals[c] * (all / counted);
	}
}

static void fill_ties(const struct shares *s, struct ties *out)
{
	const uint64_t persons = ((uint64_t)1 << PERSON_BITS) - 1;
	uint64_t last = UINT64_MAX;
	for (size_t i = 0; i < s->count; i++) {
		const uint64_t pair = s->at[i].key >> (WAY_BITS + CHANNEL_BITS);
		const bool back = s->at[i].key >> CHANNEL_BITS & 1;
		if (pair != last) {
			out->at[out->count++] = (struct tie){
				.p = (uint32_t)(pair >> PERSON_BITS & persons),
				.q = (uint32_t)(pair & persons),
			};
			out->first[(pair >> 2 * PERSON_BITS) + 1] = out->count;
		}
		last = pair;
		struct tie *tie = &out->at[out->count - 1];
		*(back ? &tie->back : &tie->forth) += s->at[i].volume;
	}
	for (size_t l = 0; l < out->links; l++) // links without ties begin where they end
		if (out->first[l + 1] < out->first[l])
			out->first[l + 1] = out->first[l];
	for (size_t i = 0; i < out->count; i++) {
		const double both = out->at[i].forth + out->at[i].back;
		out->at[i].plogp = both * log(both);
	}
}

static void name_ends(struct arena *a, struct ties *out)
{
	_Static_assert(WEB_NODES_MAX <= UINT8_MAX, "a node fits a byte");
	uint8_t *end = out->ends = ARENA_ARRAY(a, uint8_t, 2 * out->links + 1);
	for (size_t i = 0; i < out->nodes; i++)
		for (size_t j = i + 1; j < out->nodes; j++) {
			*end++ = (uint8_t)i;
			*end++ = (uint8_t)j;
		}
}

void ties_of(const struct web_traffic *traffic, const uint32_t *node_of, size_t nodes,
	const struct web_settings *settings, struct arena *a, struct ties *out)
{
	assert(nodes <= WEB_NODES_MAX);
	const size_t persons_max = (size_t)1 << PERSON_BITS;
	*out = (struct ties){
		.nodes = nodes,
		.links = nodes ? nodes * (nodes - 1) / 2 : 0,
		.persons = traffic->person_count < persons_max ? traffic->person_count
							       : persons_max,
	};
	out->first = ARENA_ARRAY(a, size_t, out->links + 1);
	out->steady = ARENA_ARRAY(a, bool, out->persons + 1);
	out->unpaired = ARENA_ARRAY(a, bool, out->links + 1);
	out->turned = ARENA_ARRAY(a, uint32_t, 2 * out->links + 1);
	for (size_t p = 0; p < out->persons; p++)
		out->steady[p] = traffic->persons[p].shared || traffic->persons[p].group;
	name_ends(a, out);
	struct arena scratch = { 0 };
	struct gather g = {
		.traffic = traffic, .node_of = node_of, .settings = settings, .ties = out
	};
	size_t targets = 0;
	for (size_t i = 0; i < traffic->count; i++)
		targets += traffic->at[i].count;
	g.shares.at = ARENA_ARRAY(&scratch, struct share, targets + 1);
	g.last = ARENA_ARRAY(&scratch, uint64_t, 2 * out->links + 1);
	gather_all(&g);
	struct share *spare = ARENA_ARRAY(&scratch, struct share, g.shares.count + 1);
	g.shares.at = sort_by_key(g.shares.at, spare, g.shares.count);
	sum_equal_keys(&g.shares);
	weigh_channels(&g.shares, settings->weights);
	out->at = ARENA_ARRAY(a, struct tie, g.shares.count + 1);
	fill_ties(&g.shares, out);
	arena_free(&scratch);
}

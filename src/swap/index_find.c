#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "swap/index.h"
#include "swap/index_inner.h"

enum { BLOCK = 1 << 15 };

// How much of the lowest floor the terms may reach that are looked up instead of summed.
static const double DEFERRED = 0.3;
static const float ROUNDING = 1e-5F; // of sums of floats around one

struct cursor {
	const uint32_t *at, *end;
	float weight; // of the question, times the feature's idf
	float own;    // of the question alone
	size_t part;
};

struct index_room {
	float *sums[2]; // of words and of letters, by text of the block
	float *similar; // both, divided by the text's lengths
	struct cursor *cursors;
	size_t cursor_room;
};

struct index_room *index_room_open(const struct index *x)
{
	struct index_room *r = heap_resize(NULL, sizeof *r);
	*r = (struct index_room){ 0 };
	const size_t texts = x->texts < BLOCK ? x->texts : BLOCK;
	for (size_t part = 0; part < 2; part++)
		r->sums[part] = heap_resize(NULL, (texts + 1) * sizeof(float));
	r->similar = heap_resize(NULL, (texts + 1) * sizeof(float));
	return r;
}

void index_room_close(struct index_room *r)
{
	heap_free(r->sums[0]);
	heap_free(r->sums[1]);
	heap_free(r->similar);
	heap_free(r->cursors);
	heap_free(r);
}

// Longest list first: common features are deferred, rare ones are summed.
static int longer_first(const void *a, const void *b)
{
	const struct cursor *x = a, *y = b;
	const ptrdiff_t m = x->end - x->at, n = y->end - y->at;
	if (m != n)
		return m < n ? 1 : -1;
	return (x->at > y->at) - (x->at < y->at);
}

static size_t open_cursors(
	const struct index *x, struct index_room *r, const struct index_query *q)
{
	if (r->cursor_room < q->count) {
		r->cursor_room = q->count;
		r->cursors = heap_resize(r->cursors, q->count * sizeof *r->cursors);
	}
	size_t n = 0;
	for (size_t i = 0; i < q->count; i++) {
		const uint32_t bucket = q->terms[i].bucket;
		const struct cursor c = { x->postings + x->starts[bucket],
			x->postings + x->starts[bucket + 1],
			q->terms[i].weight * x->idf[bucket], q->terms[i].weight,
			bucket_part(bucket) };
		if (c.at < c.end)
			r->cursors[n++] = c;
	}
	qsort(r->cursors, n, sizeof *r->cursors, longer_first);
	return n;
}

/*
 * How many of the first cursors can be deferred, and at most how much they add: a text's
 * words are of length one and so are its letters, so what they share with a few terms is
 * no more than those terms' own length.
 */
static size_t defer(const struct index_room *r, size_t cursors, float floor, float *bound)
{
	const double limit = DEFERRED * (double)floor;
	double squares[2] = { 0 };
	size_t n = 0;
	for (*bound = 0; n < cursors; n++) {
		const double w = (double)r->cursors[n].own;
		squares[r->cursors[n].part] += w * w;
		const double reach = sqrt(squares[0]) + sqrt(squares[1]);
		if (reach > limit)
			break;
		*bound = (float)reach;
	}
	if (n)
		*bound += ROUNDING;
	return n;
}

// Adds one feature to the texts of a block; lengths come later, once a text.
static void sum_block(
	const struct index *x, struct cursor *c, float *sums, size_t from, size_t to)
{
	const uint32_t *at = c->at;
	const uint32_t base = (uint32_t)from;
	const bool last = to >= x->texts;
	const uint32_t stop = last ? UINT32_MAX : (uint32_t)(to << CODE_BITS);
	float weight[CODES];
	for (size_t code = 0; code < CODES; code++)
		weight[code] = c->weight * x->code_weight[code];
	for (; at < c->end && *at < stop; at++)
		sums[(*at >> CODE_BITS) - base] += weight[*at & (CODES - 1)];
	c->at = at;
}

// What one deferred feature adds to one text.  O(log postings).
static float look_up(const struct index *x, const struct cursor *c, size_t text)
{
	const uint32_t *low = c->at, *high = c->end;
	while (low < high) {
		const uint32_t *middle = low + (high - low) / 2;
		if (*middle >> CODE_BITS < text)
			low = middle + 1;
		else
			high = middle;
	}
	if (low >= c->end || *low >> CODE_BITS != text)
		return 0;
	return c->weight * x->code_weight[*low & (CODES - 1)] * x->lengths[c->part][text];
}

static float need(const struct index_top *top, float floor, size_t keep)
{
	return top->count < keep ? floor : top->at[keep - 1].similarity;
}

// Only what is better than the last kept comes in, so equals stay in order of text.
static void offer(struct index_top *top, struct index_hit hit, size_t keep)
{
	if (top->count == keep && hit.similarity <= top->at[keep - 1].similarity)
		return;
	size_t i = top->count < keep ? top->count++ : keep - 1;
	for (; i > 0 && top->at[i - 1].similarity < hit.similarity; i--)
		top->at[i] = top->at[i - 1];
	top->at[i] = hit;
}

struct search {
	const struct index *x;
	struct index_room *room;
	size_t deferred, cursors, keep;
	float bound;
	const float *floors;
	struct index_top *tops;
};

static void check_text(const struct search *s, size_t text, float sum)
{
	const uint32_t group = s->x->group[text];
	struct index_top *top = &s->tops[group];
	const float least = need(top, s->floors[group], s->keep);
	if (sum + s->bound < least)
		return;
	for (size_t i = 0; i < s->deferred; i++)
		sum += look_up(s->x, &s->room->cursors[i], text);
	if (sum >= least)
		offer(top, (struct index_hit){ sum, (uint32_t)text }, s->keep);
}

static void search_block(const struct search *s, size_t from, size_t to)
{
	const struct index_room *r = s->room;
	const size_t count = to - from;
	for (size_t part = 0; part < 2; part++)
		memset(r->sums[part], 0, count * sizeof(float));
	for (size_t i = s->deferred; i < s->cursors; i++) {
		struct cursor *c = &r->cursors[i];
		sum_block(s->x, c, r->sums[c->part], from, to);
	}
	const float *words = s->x->lengths[0] + from, *letters = s->x->lengths[1] + from;
	for (size_t i = 0; i < count; i++)
		r->similar[i] = r->sums[0][i] * words[i] + r->sums[1][i] * letters[i];
	float lowest = 2;
	for (size_t g = 0; g < s->x->groups; g++) {
		const float least = need(&s->tops[g], s->floors[g], s->keep);
		lowest = least < lowest ? least : lowest;
	}
	for (size_t i = 0; i < count; i++)
		if (r->similar[i] + s->bound >= lowest)
			check_text(s, from + i, r->similar[i]);
}

void index_find(const struct index *x, struct index_room *room,
	const struct index_query *q, const float *floors, size_t keep,
	struct index_top *tops)
{
	assert(keep > 0 && keep <= INDEX_TOP);
	float lowest = 2;
	for (size_t g = 0; g < x->groups; g++) {
		tops[g].count = 0;
		lowest = floors[g] < lowest ? floors[g] : lowest;
	}
	struct search s = {
		.x = x, .room = room, .keep = keep, .floors = floors, .tops = tops
	};
	s.cursors = open_cursors(x, room, q);
	s.deferred = defer(room, s.cursors, lowest, &s.bound);
	for (size_t from = 0; from < x->texts; from += BLOCK)
		search_block(&s, from, from + BLOCK < x->texts ? from + BLOCK : x->texts);
}

float index_idf(const struct index *x, struct str concept)
{
	return x->idf[feature_of_word(concept)];
}

float index_rarest(const struct index *x)
{
	return (float)(log((1.0 + (double)x->all) / 2) + 1);
}

size_t index_spread(const struct index *x, struct str concept, size_t *texts)
{
	const uint32_t bucket = feature_of_word(concept);
	struct arena a = { 0 };
	bool *seen = ARENA_ARRAY(&a, bool, x->groups + 1);
	size_t groups = 0;
	*texts = (size_t)(x->starts[bucket + 1] - x->starts[bucket]);
	for (uint64_t i = x->starts[bucket]; i < x->starts[bucket + 1]; i++) {
		bool *known = &seen[x->group[x->postings[i] >> CODE_BITS]];
		groups += !*known;
		*known = true;
	}
	arena_free(&a);
	return groups;
}

size_t index_says(const struct index *x, struct str concept, uint32_t group)
{
	const uint32_t bucket = feature_of_word(concept);
	size_t texts = 0;
	for (uint64_t i = x->starts[bucket]; i < x->starts[bucket + 1]; i++)
		texts += x->group[x->postings[i] >> CODE_BITS] == group;
	return texts;
}

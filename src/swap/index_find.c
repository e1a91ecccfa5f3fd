#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "swap/index.h"
#include "swap/index_inner.h"

/*
 * A question's common features have most of the postings and little of the weight.  So
 * they are left out of the sums, as many steps of them as are bounded, over a text of the
 * usual make, by DEFERRED of the lowest floor; what they add to a text is at most their
 * own length times the length of that text's features of those steps (Cauchy and
 * Schwarz).  Only what may reach its floor with that is compared feature by feature.
 */
enum { PROBES = 4096, LANES = 64 };
static const double DEFERRED = 0.5;
static const float ROUNDING = 1e-5F; // of sums of floats around one

struct index_room {
	float *sums[2]; // of words and of letters, by text of the block; zero in between
	float *reach;	// the most that a text of the block can be similar
	uint32_t *probes, *next; // terms by the low bits of their bucket; next: by term
	size_t next_room;
};

struct search {
	const struct index *x;
	struct index_room *room;
	const struct index_query *q;
	size_t keep, deferred; // deferred: steps
	float slack[2];	       // length of the deferred terms
	const float *floors;
	struct index_top *tops;
};

struct index_room *index_room_open(const struct index *x)
{
	(void)x; // every index has blocks of one size
	struct index_room *r = heap_resize(NULL, sizeof *r);
	*r = (struct index_room){ 0 };
	for (size_t part = 0; part < 2; part++) {
		r->sums[part] = heap_resize(NULL, SEGMENT_BLOCK * sizeof(float));
		memset(r->sums[part], 0, SEGMENT_BLOCK * sizeof(float));
	}
	r->reach = heap_resize(NULL, SEGMENT_BLOCK * sizeof(float));
	r->probes = heap_resize(NULL, PROBES * sizeof *r->probes);
	memset(r->probes, 0, PROBES * sizeof *r->probes);
	return r;
}

void index_room_close(struct index_room *r)
{
	heap_free(r->sums[0]);
	heap_free(r->sums[1]);
	heap_free(r->reach);
	heap_free(r->probes);
	heap_free(r->next);
	heap_free(r);
}

// Makes the terms findable by bucket; an entry is the term's number plus one.
static void set_probes(struct index_room *r, const struct index_query *q)
{
	if (r->next_room < q->count) {
		r->next_room = q->count * 2;
		r->next = heap_resize(r->next, r->next_room * sizeof *r->next);
	}
	for (size_t i = 0; i < q->count; i++) {
		uint32_t *probe = &r->probes[q->terms[i].bucket & (PROBES - 1)];
		r->next[i] = *probe;
		*probe = (uint32_t)i + 1;
	}
}

static void clear_probes(struct index_room *r, const struct index_query *q)
{
	for (size_t i = 0; i < q->count; i++)
		r->probes[q->terms[i].bucket & (PROBES - 1)] = 0;
}

static float weight_of(const struct search *s, uint32_t bucket)
{
	uint32_t i = s->room->probes[bucket & (PROBES - 1)];
	while (i && s->q->terms[i - 1].bucket != bucket)
		i = s->room->next[i - 1];
	return i ? s->q->terms[i - 1].weight : 0;
}

// The similarity itself: always the same sum in the same order, so always the same bits.
static float similarity(const struct search *s, const struct index_segment *in, size_t t)
{
	double sums[2] = { 0 };
	const struct text_row row = segment_row(in->at, t);
	for (struct row_walk w = row_begin(&row); row_next(&w);) {
		const float weight = weight_of(s, w.bucket);
		if (weight == 0)
			continue;
		sums[bucket_part(w.bucket)] += (double)weight *
					       (double)s->x->code_weight[w.code] *
					       (double)s->x->idf[w.bucket];
	}
	return (float)(sums[0] * (double)in->lengths[0][t] +
		       sums[1] * (double)in->lengths[1][t]);
}

// How many steps can be left out of the sums, and how long they are in the question.
static void defer(struct search *s, float lowest)
{
	double squares[TIERS + 1][2] = { 0 };
	for (size_t i = 0; i < s->q->count; i++) {
		const struct index_term *term = &s->q->terms[i];
		squares[idf_step(s->x->idf[term->bucket])][bucket_part(term->bucket)] +=
			(double)term->weight * (double)term->weight;
	}
	double below[2] = { 0 };
	for (size_t tier = 0; tier < TIERS; tier++) {
		double reach = 0;
		for (size_t part = 0; part < 2; part++) {
			below[part] += squares[tier][part];
			reach += sqrt(below[part]) * s->x->usual[tier][part];
		}
		if (reach > DEFERRED * (double)lowest)
			return;
		s->deferred = tier + 1;
		for (size_t part = 0; part < 2; part++)
			s->slack[part] = (float)sqrt(below[part]);
	}
}

static float need(const struct index_top *top, float floor, size_t keep)
{
	return top->count < keep ? floor : top->at[keep - 1].similarity;
}

static bool is_before(struct index_hit a, struct index_hit b)
{
	return a.similarity > b.similarity ||
	       (a.similarity == b.similarity && a.text < b.text);
}

static void offer(struct index_top *top, struct index_hit hit, size_t keep)
{
	if (top->count == keep && !is_before(hit, top->at[keep - 1]))
		return;
	size_t i = top->count < keep ? top->count++ : keep - 1;
	for (; i > 0 && is_before(hit, top->at[i - 1]); i--)
		top->at[i] = top->at[i - 1];
	top->at[i] = hit;
}

/*
 * What one posting adds, by its two low bits.  Of a feature that stands more than once
 * only that is known, so the most it can add is taken.
 */
static void weigh_postings(const struct search *s, float weight, float out[4])
{
	const float *code = s->x->code_weight;
	for (uint32_t sign = 0; sign < 2; sign++) {
		const float twice = weight * code[2 << 1 | sign];
		const float most = weight * code[ROW_COUNT_MAX << 1 | sign];
		out[sign] = weight * code[1 << 1 | sign];
		out[2 | sign] = twice > most ? twice : most;
	}
}

static void sum_block(const struct search *s, const struct block *b)
{
	for (size_t i = 0; i < s->q->count; i++) {
		const struct index_term *term = &s->q->terms[i];
		const float idf = s->x->idf[term->bucket];
		if (idf_step(idf) < s->deferred)
			continue;
		const struct posting_list list = block_find(b, term->bucket);
		float *const sums = s->room->sums[bucket_part(term->bucket)];
		float weights[4];
		weigh_postings(s, term->weight * idf, weights);
		for (const uint16_t *at = list.at; at < list.end; at++)
			sums[*at >> 2] += weights[*at & 3];
	}
}

// Turns the sums of a block into what each text can reach, and clears them.
static void reach_block(
	const struct search *s, const struct index_segment *in, size_t from, size_t count)
{
	float *const words = s->room->sums[0], *const letters = s->room->sums[1];
	float *const reach = s->room->reach;
	const float *word_length = in->lengths[0] + from;
	const float *letter_length = in->lengths[1] + from;
	for (size_t i = 0; i < count; i++) {
		reach[i] = words[i] * word_length[i] + letters[i] * letter_length[i] +
			   ROUNDING;
		words[i] = letters[i] = 0;
	}
	if (!s->deferred)
		return;
	const uint8_t *word_tier = in->tiers[s->deferred - 1][0] + from;
	const uint8_t *letter_tier = in->tiers[s->deferred - 1][1] + from;
	const float word_slack = s->slack[0] / 255, letter_slack = s->slack[1] / 255;
	for (size_t i = 0; i < count; i++)
		reach[i] += word_slack * (float)word_tier[i] +
			    letter_slack * (float)letter_tier[i];
}

static void check_text(
	const struct search *s, const struct index_segment *in, size_t t, float reach)
{
	const uint32_t number = in->number[t];
	if (number == (uint32_t)NUMBER_NONE)
		return;
	const uint32_t group = s->x->plan.texts[number].group;
	struct index_top *top = &s->tops[group];
	const float least = need(top, s->floors[group], s->keep);
	if (reach < least)
		return;
	const struct index_hit hit = { similarity(s, in, t), number };
	if (hit.similarity >= least)
		offer(top, hit, s->keep);
}

static float lowest_need(const struct search *s)
{
	float lowest = 2;
	for (size_t g = 0; g < s->x->plan.groups; g++) {
		const float least = need(&s->tops[g], s->floors[g], s->keep);
		lowest = least < lowest ? least : lowest;
	}
	return lowest;
}

static bool any_reaches(const float *reach, size_t count, float lowest)
{
	unsigned any = 0;
	for (size_t i = 0; i < count; i++)
		any |= reach[i] >= lowest;
	return any != 0;
}

static void search_block(
	const struct search *s, const struct index_segment *in, size_t block)
{
	const struct block b = segment_block(in->at, block);
	const size_t from = block * SEGMENT_BLOCK;
	const float *reach = s->room->reach;
	const float lowest = lowest_need(s);
	sum_block(s, &b);
	reach_block(s, in, from, b.texts);
	for (size_t i = 0; i < b.texts; i += LANES) {
		const size_t lanes = b.texts - i < LANES ? b.texts - i : LANES;
		if (!any_reaches(reach + i, lanes, lowest))
			continue;
		for (size_t k = i; k < i + lanes; k++)
			if (reach[k] >= lowest)
				check_text(s, in, from + k, reach[k]);
	}
}

void index_find(const struct index *x, struct index_room *room,
	const struct index_query *q, const float *floors, size_t keep,
	struct index_top *tops)
{
	assert(keep > 0 && keep <= INDEX_TOP);
	struct search s = {
		.x = x, .room = room, .q = q, .keep = keep, .floors = floors, .tops = tops
	};
	for (size_t g = 0; g < x->plan.groups; g++)
		tops[g].count = 0;
	defer(&s, lowest_need(&s));
	set_probes(room, q);
	for (size_t i = 0; i < x->segment_count; i++)
		for (size_t b = 0; b < x->segments[i].at->head->blocks; b++)
			if (x->segments[i].live[b])
				search_block(&s, &x->segments[i], b);
	clear_probes(room, q);
}

float index_idf(const struct index *x, struct str concept)
{
	return x->idf[feature_of_word(concept)];
}

float index_rarest(const struct index *x)
{
	return (float)(log((1.0 + (double)x->all) / 2) + 1);
}

// Counts the texts that have a word, by group.
static void count_groups(const struct index *x, struct str concept, size_t *groups)
{
	const uint32_t bucket = feature_of_word(concept);
	for (size_t i = 0; i < x->segment_count; i++) {
		const struct index_segment *in = &x->segments[i];
		for (size_t k = 0; k < in->at->head->blocks; k++) {
			const struct block b = segment_block(in->at, k);
			const struct posting_list list = block_find(&b, bucket);
			for (const uint16_t *at = list.at; at < list.end; at++) {
				const size_t t = k * SEGMENT_BLOCK + (*at >> 2);
				if (t < in->at->head->texts &&
					in->number[t] != (uint32_t)NUMBER_NONE)
					groups[x->plan.texts[in->number[t]].group]++;
			}
		}
	}
}

size_t index_spread(const struct index *x, struct str concept, size_t *texts)
{
	struct arena a = { 0 };
	size_t *counts = ARENA_ARRAY(&a, size_t, x->plan.groups + 1), groups = 0;
	count_groups(x, concept, counts);
	*texts = 0;
	for (size_t g = 0; g < x->plan.groups; g++) {
		groups += counts[g] > 0;
		*texts += counts[g];
	}
	arena_free(&a);
	return groups;
}

size_t index_says(const struct index *x, struct str concept, uint32_t group)
{
	struct arena a = { 0 };
	size_t *counts = ARENA_ARRAY(&a, size_t, x->plan.groups + 1);
	count_groups(x, concept, counts);
	const size_t texts = counts[group];
	arena_free(&a);
	return texts;
}

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "swap/index.h"
#include "swap/index_inner.h"

/*
 * Every text gets a bound first: postings are summed as they are, a feature that stands
 * more than once as if it stood as often as can be, and planes in whole numbers with
 * their rounding error on top.  Only what may reach its floor with that is compared
 * feature by feature.
 */
enum { PROBES = 4096, LANES = 64, SUM_MAX = 32000 };
// How many lists ahead memory is asked for, and how much of each.
enum { AHEAD = 4, FETCH_LINES = 10, LINE_BYTES = 64 };
static const float ROUNDING = 1e-5F; // of sums of floats around one

// The features of a question that are in the planes of one segment, of words or letters.
struct in_planes {
	struct plane_at {
		size_t feature;
		float weight;
	} at[PLANE_FEATURES];
	size_t count;
	float scale, error; // of one in the sums; what rounding makes of all
};

struct index_room {
	float *sums[2];	   // of words and of letters, by text of the block; zero between
	int16_t *whole[2]; // the same of planes
	float *reach;	   // the most that a text of the block can be similar
	uint32_t *probes, *next; // terms by the low bits of their bucket; next: by term
	struct posting_list *lists; // by term
	size_t term_room;
	struct in_planes planes[2];
	planes_add *add;
};

struct search {
	const struct index *x;
	struct index_room *room;
	const struct index_query *q;
	size_t keep;
	const float *floors;
	struct index_top *tops;
};

struct index_room *index_room_open(const struct index *x)
{
	(void)x; // every index has blocks of one size
	struct index_room *r = heap_resize(NULL, sizeof *r);
	*r = (struct index_room){ .add = planes_adder() };
	for (size_t part = 0; part < 2; part++) {
		r->sums[part] = heap_resize(NULL, SEGMENT_BLOCK * sizeof(float));
		memset(r->sums[part], 0, SEGMENT_BLOCK * sizeof(float));
		r->whole[part] = heap_resize(NULL, SEGMENT_BLOCK * sizeof(int16_t));
	}
	r->reach = heap_resize(NULL, SEGMENT_BLOCK * sizeof(float));
	r->probes = heap_resize(NULL, PROBES * sizeof *r->probes);
	memset(r->probes, 0, PROBES * sizeof *r->probes);
	return r;
}

void index_room_close(struct index_room *r)
{
	for (size_t part = 0; part < 2; part++) {
		heap_free(r->sums[part]);
		heap_free(r->whole[part]);
	}
	heap_free(r->reach);
	heap_free(r->probes);
	heap_free(r->next);
	heap_free(r->lists);
	heap_free(r);
}

// Makes the terms findable by bucket; an entry is the term's number plus one.
static void set_probes(struct index_room *r, const struct index_query *q)
{
	if (r->term_room < q->count) {
		r->term_room = q->count * 2;
		r->next = heap_resize(r->next, r->term_room * sizeof *r->next);
		r->lists = heap_resize(r->lists, r->term_room * sizeof *r->lists);
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

// Which terms are in the planes of a segment, and how they are made whole numbers.
static void find_planes(const struct search *s, const struct segment *segment)
{
	for (size_t part = 0; part < 2; part++)
		s->room->planes[part].count = 0;
	for (size_t i = 0; i < s->q->count; i++) {
		const struct index_term *term = &s->q->terms[i];
		const size_t f =
			planes_find(segment->planes, segment->head->planes, term->bucket);
		struct in_planes *in = &s->room->planes[bucket_part(term->bucket)];
		if (f == SIZE_MAX || in->count == PLANE_FEATURES)
			continue;
		const float code = s->x->code_weight[plane_code(segment->planes[f])];
		in->at[in->count++] = (struct plane_at){ f,
			term->weight * s->x->idf[term->bucket] * code };
	}
	for (size_t part = 0; part < 2; part++) {
		struct in_planes *in = &s->room->planes[part];
		float all = 0;
		for (size_t i = 0; i < in->count; i++)
			all += fabsf(in->at[i].weight);
		in->scale = all > 0 ? all / SUM_MAX : 1;
		in->error = (float)in->count * in->scale;
	}
}

static void add_planes(const struct search *s, const struct block *b, size_t part)
{
	const struct in_planes *in = &s->room->planes[part];
	int16_t *sums = s->room->whole[part];
	memset(sums, 0, b->stride * sizeof *sums);
	for (size_t i = 0; i < in->count; i += PLANE_BATCH) {
		struct plane_term terms[PLANE_BATCH];
		for (size_t k = 0; k < PLANE_BATCH; k++) {
			const bool any = i + k < in->count;
			const struct plane_at *at = &in->at[any ? i + k : i];
			terms[k] = (struct plane_term){ block_plane(b, at->feature),
				(uint16_t)(1u << at->feature % PLANE_BITS),
				any ? (int16_t)lrintf(at->weight / in->scale)
				    : (int16_t)0 };
		}
		s->room->add(sums, terms, b->stride);
	}
}

// Asks for the head of a list to be brought near while something else is done.
static void fetch(struct posting_list list)
{
	const char *at = (const char *)list.at, *const end = (const char *)list.end;
	for (size_t line = 0; line < FETCH_LINES && at < end; line++, at += LINE_BYTES)
		__builtin_prefetch(at);
}

static void sum_block(const struct search *s, const struct block *b)
{
	struct posting_list *lists = s->room->lists;
	const size_t count = s->q->count;
	for (size_t i = 0; i < count; i++) {
		lists[i] = block_find(b, s->q->terms[i].bucket);
		__builtin_prefetch(lists[i].at);
	}
	for (size_t part = 0; part < 2; part++)
		add_planes(s, b, part);
	for (size_t i = 0; i < count; i++) {
		const struct index_term *term = &s->q->terms[i];
		float *const sums = s->room->sums[bucket_part(term->bucket)];
		float weights[4];
		if (i + AHEAD < count)
			fetch(lists[i + AHEAD]);
		weigh_postings(s, term->weight * s->x->idf[term->bucket], weights);
		for (const uint16_t *at = lists[i].at; at < lists[i].end; at++)
			sums[*at >> 2] += weights[*at & 3];
	}
}

// Turns the sums of a block into what each text can reach, and clears them.
static void reach_block(
	const struct search *s, const struct index_segment *in, size_t from, size_t count)
{
	struct index_room *r = s->room;
	float *restrict reach = r->reach;
	for (size_t part = 0; part < 2; part++) {
		float *restrict sums = r->sums[part];
		const int16_t *restrict whole = r->whole[part];
		const float *restrict length = in->lengths[part] + from;
		const float scale = r->planes[part].scale, error = r->planes[part].error;
		for (size_t i = 0; i < count; i++) {
			const float sum = sums[i] + scale * (float)whole[i] + error;
			reach[i] = (part ? reach[i] : ROUNDING) + sum * length[i];
			sums[i] = 0;
		}
	}
}

static bool any_reaches(const float *reach, size_t count, float least)
{
	unsigned any = 0;
	for (size_t i = 0; i < count; i++)
		any |= reach[i] >= least;
	return any != 0;
}

// Compares what may reach the floor of its group, of neighbours that all belong to it.
static void check_run(const struct search *s, const struct index_segment *in,
	const float *reach, size_t from, size_t to)
{
	const uint32_t group = s->x->plan.texts[in->number[from]].group;
	struct index_top *top = &s->tops[group];
	float least = need(top, s->floors[group], s->keep);
	for (size_t i = from; i < to; i += LANES) {
		const size_t end = to - i < LANES ? to : i + LANES;
		if (!any_reaches(reach + (i - from), end - i, least))
			continue;
		for (size_t t = i; t < end; t++) {
			if (reach[t - from] < least)
				continue;
			const struct index_hit hit = { similarity(s, in, t),
				in->number[t] };
			if (hit.similarity >= least)
				offer(top, hit, s->keep);
			least = need(top, s->floors[group], s->keep);
		}
	}
}

static void search_block(
	const struct search *s, const struct index_segment *in, size_t block)
{
	const struct block b = segment_block(in->at, block);
	const size_t first = block * SEGMENT_BLOCK, last = first + b.texts;
	const struct index_run *run = &in->runs[in->first_run[block]];
	sum_block(s, &b);
	reach_block(s, in, first, b.texts);
	for (size_t from = first; from < last; from = (run++)->end) {
		const size_t to = run->end < last ? run->end : last;
		if (run->group != (uint32_t)NUMBER_NONE)
			check_run(s, in, s->room->reach + (from - first), from, to);
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
	set_probes(room, q);
	for (size_t i = 0; i < x->segment_count; i++) {
		find_planes(&s, x->segments[i].at);
		for (size_t b = 0; b < x->segments[i].at->head->blocks; b++)
			if (x->segments[i].live[b])
				search_block(&s, &x->segments[i], b);
	}
	clear_probes(room, q);
}

#include <math.h>
#include <string.h>

#include "swap/index_inner.h"

enum { LOGS = 4096 };

struct block_at {
	size_t segment, block;
};

struct measuring {
	struct index *x;
	struct block_at *blocks;
	size_t count;
};

static void count_row(uint32_t *counts, const struct text_row *row, uint32_t one)
{
	for (struct row_walk w = row_begin(row); row_next(&w);)
		counts[w.bucket] += one;
}

static void count_blocks(uint32_t *counts, const struct segment *s)
{
	for (size_t i = 0; i < s->head->blocks; i++) {
		const struct block b = segment_block(s, i);
		uint32_t before = 0;
		for (uint32_t r = 0; r < SEGMENT_RANGES; r++)
			for (uint32_t k = b.ranges[r]; k < b.ranges[r + 1]; k++) {
				counts[r << SEGMENT_RANGE_BITS | b.low[k]] +=
					b.ends[k] - before;
				before = b.ends[k];
			}
		for (size_t k = 0; k < s->head->planes; k++)
			counts[plane_bucket(s->planes[k])] += b.plane_counts[k];
	}
}

// Counts the living, or everybody less the dead, whichever are fewer.
static void count_searched(uint32_t *counts, const struct index_segment *s, size_t live)
{
	const size_t texts = s->at->head->texts;
	const bool all = live * 2 >= texts;
	if (all)
		count_blocks(counts, s->at);
	for (size_t t = 0; t < texts && (!all || live < texts); t++) {
		const bool dead = s->number[t] == (uint32_t)NUMBER_NONE;
		const struct text_row row = segment_row(s->at, t);
		if (dead == all)
			count_row(counts, &row, all ? UINT32_MAX : 1);
	}
}

static uint32_t *count_all(const struct index *x)
{
	uint32_t *counts = heap_resize(NULL, FEATURE_BUCKETS * sizeof *counts);
	memset(counts, 0, FEATURE_BUCKETS * sizeof *counts);
	for (size_t i = 0; i < x->segment_count; i++) {
		size_t live = 0;
		for (size_t b = 0; b < x->segments[i].at->head->blocks; b++)
			live += x->segments[i].live[b];
		count_searched(counts, &x->segments[i], live);
	}
	for (size_t text = x->plan.count; text < x->all; text++) {
		const struct index_place *place = &x->places[text];
		const struct text_row row =
			segment_row(&x->shelf.at[place->segment].segment, place->text);
		count_row(counts, &row, 1);
	}
	return counts;
}

static float idf_of(size_t all, uint32_t count)
{
	return (float)(log((1.0 + (double)all) / (1.0 + (double)count)) + 1);
}

static void find_idf(struct index *x)
{
	uint32_t *counts = count_all(x);
	float known[LOGS];
	for (uint32_t n = 0; n < LOGS; n++)
		known[n] = n <= x->all ? idf_of(x->all, n) : 0;
	for (size_t bucket = 0; bucket < FEATURE_BUCKETS; bucket++) {
		const uint32_t n = counts[bucket];
		x->idf[bucket] = n < LOGS ? known[n] : idf_of(x->all, n);
	}
	heap_free(counts);
}

static void measure_text(const struct index *x, struct index_segment *s, size_t t)
{
	double squares[2] = { 0 };
	const struct text_row row = segment_row(s->at, t);
	for (struct row_walk w = row_begin(&row); row_next(&w);) {
		const double weight =
			(double)x->code_weight[w.code] * (double)x->idf[w.bucket];
		squares[bucket_part(w.bucket)] += weight * weight;
	}
	for (size_t part = 0; part < 2; part++)
		s->lengths[part][t] =
			squares[part] > 0 ? (float)(1 / sqrt(squares[part])) : 0;
}

static void measure_block(void *context, size_t i, size_t worker)
{
	(void)worker; // every job writes its own texts
	const struct measuring *m = context;
	struct index_segment *s = &m->x->segments[m->blocks[i].segment];
	const size_t from = m->blocks[i].block * SEGMENT_BLOCK;
	for (size_t t = from; t < from + SEGMENT_BLOCK && t < s->at->head->texts; t++)
		if (s->number[t] != (uint32_t)NUMBER_NONE)
			measure_text(m->x, s, t);
}

static void take_blocks(struct measuring *m, struct arena *a)
{
	size_t room = 0;
	for (size_t i = 0; i < m->x->segment_count; i++)
		for (size_t b = 0; b < m->x->segments[i].at->head->blocks; b++) {
			if (!m->x->segments[i].live[b])
				continue;
			m->blocks = arena_more(
				a, m->blocks, m->count, &room, sizeof *m->blocks);
			m->blocks[m->count++] = (struct block_at){ i, b };
		}
}

void index_measure(struct index *x)
{
	struct arena scratch = { 0 };
	struct measuring m = { .x = x };
	find_idf(x);
	take_blocks(&m, &scratch);
	const struct work work = { .count = m.count,
		.threads = x->plan.threads ? x->plan.threads : 1,
		.context = &m,
		.job = measure_block };
	(void)work_run(&work); // without a done callback it always finishes
	arena_free(&scratch);
}

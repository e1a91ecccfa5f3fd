#include <math.h>

#include "swap/index_inner.h"

// The texts of a block that have one feature.
struct having {
	struct posting_list list;
	const uint16_t *plane; // or NULL
	uint16_t bit;
};

static struct having having_of(
	const struct segment *s, const struct block *b, uint32_t bucket)
{
	const size_t f = planes_find(s->planes, s->head->planes, bucket);
	struct having h = { .list = block_find(b, bucket) };
	if (f != SIZE_MAX) {
		h.plane = block_plane(b, f);
		h.bit = (uint16_t)(1u << f % PLANE_BITS);
	}
	return h;
}

// How many postings are of texts before `to`; the list goes on behind them.
static size_t take_postings(struct posting_list *list, size_t to)
{
	const uint16_t *low = list->at, *high = list->end;
	while (low < high) {
		const uint16_t *middle = low + (high - low) / 2;
		if ((size_t)(*middle >> 2) < to)
			low = middle + 1;
		else
			high = middle;
	}
	const size_t count = (size_t)(low - list->at);
	list->at = low;
	return count;
}

static size_t count_between(struct having *h, size_t from, size_t to)
{
	size_t count = take_postings(&h->list, to);
	for (size_t t = from; h->plane && t < to; t++)
		count += (h->plane[t] & h->bit) != 0;
	return count;
}

// Counts the texts of one segment that have a feature, by group.
static void count_segment(const struct index_segment *in, uint32_t bucket, size_t *groups)
{
	for (size_t k = 0; k < in->at->head->blocks; k++) {
		const struct block b = segment_block(in->at, k);
		const size_t first = k * SEGMENT_BLOCK;
		struct having h = having_of(in->at, &b, bucket);
		const struct index_run *run = &in->runs[in->first_run[k]];
		if (!h.plane && h.list.at == h.list.end)
			continue;
		for (size_t from = 0; from < b.texts; run++) {
			const size_t end = run->end - first;
			const size_t to = end < b.texts ? end : b.texts;
			const size_t count = count_between(&h, from, to);
			if (run->group != (uint32_t)NUMBER_NONE)
				groups[run->group] += count;
			from = to;
		}
	}
}

static void count_groups(const struct index *x, struct str concept, size_t *groups)
{
	for (size_t i = 0; i < x->segment_count; i++)
		count_segment(&x->segments[i], feature_of_word(concept), groups);
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

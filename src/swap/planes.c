#include "swap/planes.h"

#include <stdlib.h>
#include <string.h>

// A bit for every text beats a posting where one text in so many has the feature; in
// few texts nothing is gained.
enum { ONE_IN = 40, FEWEST_TEXTS = 1024 };

static void *zeroed(size_t count, size_t size)
{
	void *at = heap_resize(NULL, count * size);
	memset(at, 0, count * size);
	return at;
}

void planes_count(struct plane_counts *c, const struct text_row *row)
{
	for (size_t sign = 0; sign < 2 && !c->once[sign]; sign++)
		c->once[sign] = zeroed(FEATURE_BUCKETS, sizeof *c->once[sign]);
	for (struct row_walk w = row_begin(row); row_next(&w);)
		if (w.code >> 1 == 1)
			c->once[w.code & 1][w.bucket]++;
}

struct candidate {
	uint32_t count, feature;
};

static int most_first(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return (x->feature > y->feature) - (x->feature < y->feature);
}

static int by_bucket(const void *a, const void *b)
{
	const uint32_t x = plane_bucket(*(const uint32_t *)a);
	const uint32_t y = plane_bucket(*(const uint32_t *)b);
	return (x > y) - (x < y);
}

static size_t choose(const struct plane_counts *c, size_t texts, uint32_t *out)
{
	struct arena a = { 0 };
	struct candidate *found = NULL;
	size_t count = 0, room = 0;
	for (uint32_t b = 0; b < FEATURE_BUCKETS; b++) {
		const bool negative = c->once[1][b] > c->once[0][b];
		const uint32_t n = c->once[negative][b];
		if ((size_t)n * ONE_IN < texts)
			continue;
		found = arena_more(&a, found, count, &room, sizeof *found);
		found[count++] = (struct candidate){ n, b | (negative ? PLANE_SIGN : 0) };
	}
	if (count)
		qsort(found, count, sizeof *found, most_first);
	count = count < PLANE_FEATURES ? count / PLANE_BITS * PLANE_BITS : PLANE_FEATURES;
	for (size_t i = 0; i < count; i++)
		out[i] = found[i].feature;
	arena_free(&a);
	if (count)
		qsort(out, count, sizeof *out, by_bucket);
	return count;
}

size_t planes_choose(struct plane_counts *c, size_t texts, uint32_t *out)
{
	const size_t count =
		texts < FEWEST_TEXTS || !c->once[1] ? 0 : choose(c, texts, out);
	heap_free(c->once[0]);
	heap_free(c->once[1]);
	*c = (struct plane_counts){ 0 };
	return count;
}

size_t planes_find(const uint32_t *features, size_t count, uint32_t bucket)
{
	size_t low = 0, high = count;
	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (plane_bucket(features[middle]) < bucket)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && plane_bucket(features[low]) == bucket ? low : SIZE_MAX;
}

// Plain enough for every compiler to do several texts at once.
static inline __attribute__((always_inline)) void add_batch(
	int16_t *restrict sums, const struct plane_term t[PLANE_BATCH], size_t texts)
{
	const uint16_t *restrict p0 = t[0].plane, *restrict p1 = t[1].plane;
	const uint16_t *restrict p2 = t[2].plane, *restrict p3 = t[3].plane;
	const uint16_t b0 = t[0].bit, b1 = t[1].bit, b2 = t[2].bit, b3 = t[3].bit;
	const int16_t w0 = t[0].weight, w1 = t[1].weight, w2 = t[2].weight,
		      w3 = t[3].weight;
	for (size_t i = 0; i < texts; i++) {
		const int16_t sum =
			(int16_t)((p0[i] & b0 ? w0 : 0) + (p1[i] & b1 ? w1 : 0) +
				  (p2[i] & b2 ? w2 : 0) + (p3[i] & b3 ? w3 : 0));
		sums[i] = (int16_t)(sums[i] + sum);
	}
}

static void add_plain(
	int16_t *sums, const struct plane_term terms[PLANE_BATCH], size_t texts)
{
	add_batch(sums, terms, texts);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void add_wide(
	int16_t *sums, const struct plane_term terms[PLANE_BATCH], size_t texts)
{
	add_batch(sums, terms, texts);
}

planes_add *planes_adder(void)
{
	return __builtin_cpu_supports("avx2") ? add_wide : add_plain;
}
#else
planes_add *planes_adder(void)
{
	return add_plain;
}
#endif

// Every input as a segment of the index whose sum is right: what opens can be walked.
#include <stdlib.h>
#include <string.h>

#include "swap/segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check(bool ok)
{
	if (!ok)
		abort();
}

static void walk_rows(const struct segment *s)
{
	for (size_t t = 0; t < s->head->texts; t++) {
		const struct text_row row = segment_row(s, t);
		uint64_t notes = 0;
		for (struct row_walk w = row_begin(&row); row_next(&w);)
			check(w.bucket < FEATURE_BUCKETS && w.code < ROW_CODES);
		for (size_t i = 0; i < row.note_count; i++)
			notes ^= row.notes[i];
		check(notes || !notes); // read, whatever it is
	}
}

static void walk_block(const struct segment *s, size_t i)
{
	static int16_t sums[SEGMENT_BLOCK];
	static uint32_t seen[SEGMENT_BLOCK];
	const struct block b = segment_block(s, i);
	check(b.texts <= SEGMENT_BLOCK && b.stride <= SEGMENT_BLOCK);
	for (uint32_t k = 0; k < FEATURE_BUCKETS; k += 7) {
		const struct posting_list list = block_find(&b, k);
		for (const uint16_t *at = list.at; at < list.end; at++)
			seen[*at >> 2]++;
	}
	for (size_t f = 0; f < s->head->planes; f++) {
		struct plane_term terms[PLANE_BATCH];
		for (size_t k = 0; k < PLANE_BATCH; k++)
			terms[k] = (struct plane_term){ block_plane(&b, f),
				(uint16_t)(1u << f % PLANE_BITS), (int16_t)k };
		planes_adder()(sums, terms, b.stride);
		check(plane_bucket(s->planes[f]) < FEATURE_BUCKETS);
		(void)planes_find(s->planes, s->head->planes, (uint32_t)f);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct segment s;
	if (len < sizeof(struct segment_head))
		return 0;
	char *copy = heap_resize(NULL, len); // aligned as a mapped file is
	memcpy(copy, bytes, len);
	struct segment_head *head = (struct segment_head *)copy;
	memcpy(head->magic, segment_magic, sizeof head->magic);
	head->bytes = len;
	head->made = 0;
	head->sum = segment_sum(head);
	if (segment_open((struct str){ copy, len }, 0, &s)) {
		walk_rows(&s);
		for (size_t i = 0; i < s.head->blocks; i++)
			walk_block(&s, i);
	}
	heap_free(copy);
	return 0;
}

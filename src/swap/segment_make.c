#include <string.h>

#include "swap/segment.h"

struct made_block {
	char *at;
	size_t len;
};

struct making {
	const struct segment_source *docs;
	size_t count;
	const struct segment_head *head;
	const struct segment *rows; // of the segment itself, already in place
	struct made_block *blocks;
	uint16_t
		*plane_of; // by bucket: its number among the features of planes, plus one
};

struct text_row segment_source_row(const struct segment_source *d, size_t i)
{
	return d->from ? segment_row(d->from, d->first + i)
		       : rows_at(&d->pieces[i / SEGMENT_PIECE], i % SEGMENT_PIECE);
}

static void count_row(
	struct segment_head *h, struct plane_counts *counts, struct text_row row)
{
	h->steps += row.count;
	h->notes += row.note_count;
	if (h->searched)
		planes_count(counts, &row);
}

static struct segment_head head_of(const struct segment_source *docs, size_t count,
	bool searched, uint64_t made, uint32_t planes[PLANE_FEATURES])
{
	struct segment_head h = { .made = made, .searched = searched };
	struct plane_counts counts = { 0 };
	memcpy(h.magic, segment_magic, sizeof h.magic);
	h.docs = (uint32_t)count;
	for (size_t d = 0; d < count; d++) {
		h.texts += (uint32_t)docs[d].count;
		for (size_t i = 0; i < docs[d].count; i++)
			count_row(&h, &counts, segment_source_row(&docs[d], i));
	}
	if (searched)
		h.blocks = (h.texts + SEGMENT_BLOCK - 1) / SEGMENT_BLOCK;
	h.planes = (uint32_t)planes_choose(&counts, h.texts, planes);
	return h;
}

static void *zeroed(size_t count, size_t size)
{
	void *at = heap_resize(NULL, count * size + 1);
	memset(at, 0, count * size);
	return at;
}

static struct segment parts_in(char *bytes, const struct segment_parts *p)
{
	return (struct segment){ .head = (const struct segment_head *)bytes,
		.ends = (const uint32_t *)(bytes + p->ends),
		.note_ends = (const uint32_t *)(bytes + p->note_ends),
		.marks = (const uint8_t *)bytes + p->marks,
		.german = (const uint8_t *)bytes + p->german,
		.notes = (const uint64_t *)(bytes + p->notes),
		.steps = (const uint16_t *)(bytes + p->steps),
		.planes = (const uint32_t *)(bytes + p->planes) };
}

static void put_rows(const struct making *m, char *bytes, const struct segment_parts *p)
{
	struct segment_doc *doc = (struct segment_doc *)(bytes + p->docs);
	uint32_t *end = (uint32_t *)(bytes + p->ends);
	uint32_t *note_end = (uint32_t *)(bytes + p->note_ends);
	uint16_t *step = (uint16_t *)(bytes + p->steps);
	uint64_t *note = (uint64_t *)(bytes + p->notes);
	uint32_t text = 0, steps = 0, notes = 0;
	for (size_t d = 0; d < m->count; d++) {
		const struct segment_source *source = &m->docs[d];
		doc[d] = (struct segment_doc){ source->key, text,
			(uint32_t)source->count };
		for (size_t i = 0; i < source->count; i++, text++) {
			const struct text_row r = segment_source_row(source, i);
			if (r.count)
				memcpy(step + steps, r.at, r.count * sizeof *step);
			if (r.note_count)
				memcpy(note + notes, r.notes,
					r.note_count * sizeof *note);
			end[text] = steps += (uint32_t)r.count;
			note_end[text] = notes += (uint32_t)r.note_count;
			bytes[p->marks + text] = (char)r.mark;
			bytes[p->german + text] = (char)r.german;
		}
	}
}

// The number of the plane feature that says all of it, plus one; 0 if it is a posting.
static size_t plane_for(const struct making *m, const struct row_walk *w)
{
	const size_t i = m->plane_of[w->bucket];
	return i && plane_code(m->rows->planes[i - 1]) == w->code ? i : 0;
}

// How many postings each bucket has in a block, and how many buckets have any.
static uint32_t *count_block(
	const struct making *m, size_t from, size_t to, struct block_head *h)
{
	uint32_t *next = zeroed(FEATURE_BUCKETS, sizeof *next);
	for (size_t t = from; t < to; t++) {
		const struct text_row r = segment_row(m->rows, t);
		for (struct row_walk w = row_begin(&r); row_next(&w);) {
			if (plane_for(m, &w))
				continue;
			h->buckets += !next[w.bucket]++;
			h->postings++;
		}
	}
	h->texts = (uint32_t)(to - from);
	return next;
}

// Turns counts into where each bucket's postings begin, and writes who is there.
static void put_buckets(uint32_t *next, char *at, const struct block_parts *p)
{
	uint32_t *range = (uint32_t *)(at + p->ranges), *end = (uint32_t *)(at + p->ends);
	uint16_t *low = (uint16_t *)(at + p->low);
	uint32_t buckets = 0, sum = 0;
	for (uint32_t bucket = 0; bucket < FEATURE_BUCKETS; bucket++) {
		if (!(bucket & ((1 << SEGMENT_RANGE_BITS) - 1)))
			range[bucket >> SEGMENT_RANGE_BITS] = buckets;
		if (!next[bucket])
			continue;
		const uint32_t count = next[bucket];
		next[bucket] = sum;
		sum += count;
		low[buckets] = bucket & ((1 << SEGMENT_RANGE_BITS) - 1);
		end[buckets++] = sum;
	}
	range[SEGMENT_RANGES] = buckets;
}

static uint16_t posting_of(size_t text, uint32_t code)
{
	return (uint16_t)(text << 2 | (code >> 1 > 1 ? 2u : 0u) | (code & 1));
}

// Writes one text of a block: a posting or a bit for each of its features.
static void put_text(const struct making *m, size_t t, size_t number, uint32_t *next,
	char *at, const struct block_parts *p, size_t stride)
{
	uint16_t *posting = (uint16_t *)(at + p->postings);
	uint16_t *planes = (uint16_t *)(at + p->planes);
	uint32_t *counts = (uint32_t *)(at + p->counts);
	const struct text_row r = segment_row(m->rows, t);
	for (struct row_walk w = row_begin(&r); row_next(&w);) {
		const size_t plane = plane_for(m, &w);
		if (!plane) {
			posting[next[w.bucket]++] = posting_of(number, w.code);
			continue;
		}
		const size_t i = plane - 1;
		planes[i / PLANE_BITS * stride + number] |=
			(uint16_t)(1u << i % PLANE_BITS);
		counts[i]++;
	}
}

static void make_block(void *context, size_t i, size_t worker)
{
	(void)worker; // every job makes its own block
	const struct making *m = context;
	const size_t from = i * SEGMENT_BLOCK, all = m->head->texts;
	const size_t to = from + SEGMENT_BLOCK < all ? from + SEGMENT_BLOCK : all;
	struct block_head h = { 0 };
	uint32_t *next = count_block(m, from, to, &h);
	const struct block_parts p = block_parts_of(&h, m->head->planes);
	char *at = zeroed(p.end, 1);
	memcpy(at, &h, sizeof h);
	put_buckets(next, at, &p);
	for (size_t t = from; t < to; t++)
		put_text(m, t, t - from, next, at, &p, plane_stride(h.texts));
	heap_free(next);
	m->blocks[i] = (struct made_block){ at, p.end };
}

// The blocks behind the rest, which moves to where there is room for all.
static char *put_blocks(
	const struct making *m, char *bytes, const struct segment_parts *p)
{
	uint64_t all = p->end;
	for (size_t i = 0; i < m->head->blocks; i++)
		all += m->blocks[i].len;
	bytes = heap_resize(bytes, all);
	uint64_t *offset = (uint64_t *)(bytes + p->blocks);
	offset[0] = p->end;
	for (size_t i = 0; i < m->head->blocks; i++) {
		memcpy(bytes + offset[i], m->blocks[i].at, m->blocks[i].len);
		offset[i + 1] = offset[i] + m->blocks[i].len;
		heap_free(m->blocks[i].at);
	}
	return bytes;
}

struct str segment_make(const struct segment_source *docs, size_t count, bool searched,
	uint64_t made, size_t threads)
{
	uint32_t planes[PLANE_FEATURES] = { 0 };
	struct segment_head head = head_of(docs, count, searched, made, planes);
	const struct segment_parts p = segment_parts_of(&head);
	char *bytes = zeroed(p.end, 1);
	const struct segment rows = parts_in(bytes, &p);
	struct making m = { docs, count, &head, &rows,
		zeroed(head.blocks, sizeof(struct made_block)),
		zeroed(FEATURE_BUCKETS, sizeof(uint16_t)) };
	put_rows(&m, bytes, &p);
	memcpy(bytes + p.planes, planes, head.planes * sizeof *planes);
	for (size_t i = 0; i < head.planes; i++)
		m.plane_of[plane_bucket(planes[i])] = (uint16_t)(i + 1);
	const struct work work = {
		.count = head.blocks, .threads = threads, .context = &m, .job = make_block
	};
	(void)work_run(&work); // without a done callback it always finishes
	bytes = put_blocks(&m, bytes, &p);
	heap_free(m.blocks);
	heap_free(m.plane_of);
	head.bytes = ((const uint64_t *)(bytes + p.blocks))[head.blocks];
	memcpy(bytes, &head, sizeof head);
	head.sum = segment_sum((const struct segment_head *)bytes);
	memcpy(bytes, &head, sizeof head);
	return (struct str){ bytes, head.bytes };
}

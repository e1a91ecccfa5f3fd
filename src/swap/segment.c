#include "swap/segment.h"

#include <string.h>

const char segment_magic[8] = "candorE1";

static uint64_t even(uint64_t bytes)
{
	return (bytes + 7) / 8 * 8;
}

struct segment_parts segment_parts_of(const struct segment_head *h)
{
	struct segment_parts p = { .docs = sizeof *h };
	p.ends = p.docs + h->docs * sizeof(struct segment_doc);
	p.note_ends = even(p.ends + h->texts * sizeof(uint32_t));
	p.marks = even(p.note_ends + h->texts * sizeof(uint32_t));
	p.german = even(p.marks + h->texts);
	p.notes = even(p.german + h->texts);
	p.steps = p.notes + h->notes * sizeof(uint64_t);
	p.planes = even(p.steps + h->steps * sizeof(uint16_t));
	p.blocks = even(p.planes + h->planes * sizeof(uint32_t));
	p.end = p.blocks + (h->blocks + UINT64_C(1)) * sizeof(uint64_t);
	return p;
}

struct block_parts block_parts_of(const struct block_head *h, size_t planes)
{
	struct block_parts p = { .ranges = sizeof *h };
	p.ends = even(p.ranges + (SEGMENT_RANGES + 1) * sizeof(uint32_t));
	p.low = even(p.ends + h->buckets * sizeof(uint32_t));
	p.postings = even(p.low + h->buckets * sizeof(uint16_t));
	p.counts = even(p.postings + h->postings * sizeof(uint16_t));
	p.planes = even(p.counts + planes * sizeof(uint32_t));
	p.end = even(p.planes +
		     planes / PLANE_BITS * plane_stride(h->texts) * sizeof(uint16_t));
	return p;
}

// Four sums side by side, so that memory and not the arithmetic sets the pace.
uint64_t segment_sum(const struct segment_head *head)
{
	static const uint64_t ODD = 0x9e3779b97f4a7c15u;
	struct segment_head first = *head;
	uint64_t lanes[4] = { 1, 2, 3, 4 }, words[4] = { 0 };
	first.sum = 0;
	const char *at = (const char *)(head + 1), *const end = (const char *)head +
								head->bytes;
	uint64_t sum = str_hash((struct str){ (const char *)&first, sizeof first }, 5);
	for (; end - at >= (ptrdiff_t)sizeof words; at += sizeof words) {
		memcpy(words, at, sizeof words);
		for (size_t i = 0; i < 4; i++) {
			lanes[i] = (lanes[i] ^ words[i]) * ODD;
			lanes[i] ^= lanes[i] >> 29;
		}
	}
	for (size_t i = 0; i < 4; i++)
		sum = (sum ^ lanes[i]) * ODD ^ sum >> 31;
	return sum ^ str_hash((struct str){ at, (size_t)(end - at) }, 6);
}

static bool rising(const uint32_t *ends, size_t count, uint64_t last)
{
	for (size_t i = 0; i + 1 < count; i++)
		if (ends[i] > ends[i + 1])
			return false;
	return count ? ends[count - 1] == last : last == 0;
}

static bool docs_fit(const struct segment *s)
{
	uint64_t next = 0;
	for (size_t i = 0; i < s->head->docs; i++) {
		if (s->docs[i].first != next)
			return false;
		next += s->docs[i].count;
	}
	return next == s->head->texts;
}

static bool planes_fit(const struct segment *s)
{
	for (size_t i = 0; i < s->head->planes; i++)
		if (plane_bucket(s->planes[i]) >= FEATURE_BUCKETS)
			return false;
	return true;
}

static bool block_fits(const struct segment *s, size_t i)
{
	const uint64_t from = s->blocks[i], to = s->blocks[i + 1];
	const char *bytes = (const char *)s->head;
	if (from % 8 || to < from || to > s->head->bytes ||
		to - from < sizeof(struct block_head))
		return false;
	const struct block_head *h = (const struct block_head *)(bytes + from);
	const size_t left = s->head->texts - i * SEGMENT_BLOCK;
	if (h->texts != (left < SEGMENT_BLOCK ? left : SEGMENT_BLOCK) ||
		block_parts_of(h, s->head->planes).end != to - from)
		return false;
	const struct block b = segment_block(s, i);
	return b.ranges[0] == 0 && rising(b.ranges, SEGMENT_RANGES + 1, h->buckets) &&
	       rising(b.ends, h->buckets, h->postings);
}

static bool blocks_fit(const struct segment *s, uint64_t first)
{
	const size_t blocks = s->head->blocks;
	const size_t wanted = (s->head->texts + SEGMENT_BLOCK - 1) / SEGMENT_BLOCK;
	if (blocks != (s->head->searched ? wanted : 0) || s->blocks[0] != first ||
		s->blocks[blocks] != s->head->bytes)
		return false;
	for (size_t i = 0; i < blocks; i++)
		if (!block_fits(s, i))
			return false;
	return true;
}

bool segment_open(struct str bytes, uint64_t made, struct segment *out)
{
	const struct segment_head *h = (const struct segment_head *)bytes.at;
	*out = (struct segment){ .head = h };
	if (bytes.len < sizeof *h || (uintptr_t)bytes.at % 8 ||
		memcmp(h->magic, segment_magic, sizeof h->magic) != 0 ||
		h->made != made || h->bytes != bytes.len || h->steps > bytes.len ||
		h->notes > bytes.len || h->planes > PLANE_FEATURES ||
		h->planes % PLANE_BITS)
		return false;
	const struct segment_parts p = segment_parts_of(h);
	if (p.end > bytes.len || segment_sum(h) != h->sum)
		return false;
	out->docs = (const struct segment_doc *)(bytes.at + p.docs);
	out->ends = (const uint32_t *)(bytes.at + p.ends);
	out->note_ends = (const uint32_t *)(bytes.at + p.note_ends);
	out->notes = (const uint64_t *)(bytes.at + p.notes);
	out->marks = (const uint8_t *)(bytes.at + p.marks);
	out->german = (const uint8_t *)(bytes.at + p.german);
	out->steps = (const uint16_t *)(bytes.at + p.steps);
	out->planes = (const uint32_t *)(bytes.at + p.planes);
	out->blocks = (const uint64_t *)(bytes.at + p.blocks);
	return rising(out->ends, h->texts, h->steps) &&
	       rising(out->note_ends, h->texts, h->notes) && docs_fit(out) &&
	       planes_fit(out) && blocks_fit(out, p.end);
}

struct text_row segment_row(const struct segment *s, size_t text)
{
	const uint32_t from = text ? s->ends[text - 1] : 0;
	const uint32_t note = text ? s->note_ends[text - 1] : 0;
	return (struct text_row){ s->steps + from, s->ends[text] - from, s->marks[text],
		s->german[text] != 0, s->notes + note, s->note_ends[text] - note };
}

struct block segment_block(const struct segment *s, size_t i)
{
	const char *at = (const char *)s->head + s->blocks[i];
	const struct block_head *h = (const struct block_head *)at;
	const struct block_parts p = block_parts_of(h, s->head->planes);
	return (struct block){ .texts = h->texts,
		.ranges = (const uint32_t *)(at + p.ranges),
		.ends = (const uint32_t *)(at + p.ends),
		.low = (const uint16_t *)(at + p.low),
		.postings = (const uint16_t *)(at + p.postings),
		.plane_counts = (const uint32_t *)(at + p.counts),
		.planes = (const uint16_t *)(at + p.planes),
		.stride = plane_stride(h->texts) };
}

struct posting_list block_find(const struct block *b, uint32_t bucket)
{
	const uint32_t high = bucket >> SEGMENT_RANGE_BITS;
	const uint16_t wanted = bucket & ((1 << SEGMENT_RANGE_BITS) - 1);
	size_t low = b->ranges[high], top = b->ranges[high + 1];
	const size_t last = top;
	while (low < top) {
		const size_t middle = low + (top - low) / 2;
		if (b->low[middle] < wanted)
			low = middle + 1;
		else
			top = middle;
	}
	if (low >= last || b->low[low] != wanted)
		return (struct posting_list){ 0 };
	return (struct posting_list){ b->postings + (low ? b->ends[low - 1] : 0),
		b->postings + b->ends[low] };
}

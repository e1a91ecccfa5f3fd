// segment: the features of some documents as one run of bytes that is mapped, not read.
#ifndef SWAP_SEGMENT_H
#define SWAP_SEGMENT_H

#include "swap/planes.h"

/*
 * A segment never changes once it is written.  It holds its documents' rows and, if it is
 * searched, the same features the other way round: blocks of up to SEGMENT_BLOCK texts,
 * each with its buckets in order and, for each bucket, the texts that have it; the most
 * common features have a bit a text instead (swap/planes.h).
 *
 * Bytes, in the machine's own order (little-endian), every part on a multiple of eight:
 * - segment_head, segment_doc[docs]
 * - by text: end of its steps u32, end of its notes u32, mark u8, german u8
 * - notes u64[notes], steps u16[steps]
 * - features of planes u32[planes], block offsets u64[blocks + 1]
 * - each block: block_head, directory u32[SEGMENT_RANGES + 1]; by bucket: end of its
 *   postings u32, its low part u16; postings u16[postings]; by feature of planes: how
 *   many texts have it u32; planes u16[planes / PLANE_BITS][plane_stride(texts)]
 *
 * A posting is the text's number in the block, then whether the feature stands there more
 * than once, then the sign of its hash.
 */
enum {
	SEGMENT_BLOCK_BITS = 14,
	SEGMENT_BLOCK = 1 << SEGMENT_BLOCK_BITS,
	SEGMENT_RANGE_BITS = 10,
	SEGMENT_RANGES = FEATURE_BUCKETS >> SEGMENT_RANGE_BITS,
	SEGMENT_TEXTS = 1 << 18, // where the next one begins
};

struct segment_head {
	char magic[8];
	uint64_t made;	// by which program, with which names masked
	uint64_t bytes; // of the whole file
	uint64_t sum;	// of all bytes behind the head, and of the head with sum 0
	uint64_t steps, notes;
	uint32_t docs, texts, blocks, searched, planes, unused;
};

// What a document's texts are: two documents with one key have the same texts.
struct segment_key {
	uint64_t half[2];
};

struct segment_doc {
	struct segment_key key;
	uint32_t first, count; // texts
};

struct block_head {
	uint32_t texts, buckets, postings, unused;
};

// Borrows its bytes.
struct segment {
	const struct segment_head *head;
	const struct segment_doc *docs;
	const uint32_t *ends, *note_ends;
	const uint8_t *marks, *german;
	const uint64_t *notes;
	const uint16_t *steps;
	const uint32_t *planes; // features, by bucket
	const uint64_t *blocks; // offsets of the blocks from the head
};

struct block {
	size_t texts;
	const uint32_t *ranges; // by high part of the bucket: its first in `low`
	const uint32_t *ends;	// by bucket: where its postings end
	const uint16_t *low;	// the low part of the bucket
	const uint16_t *postings;
	const uint32_t *plane_counts; // by feature of planes: texts that have it there
	const uint16_t *planes;
	size_t stride;
};

/*
 * Looks at every byte: false if they are damaged, cut short, of another program or with
 * other names.  What passes is safe to walk even if somebody made it to deceive.
 */
bool segment_open(struct str bytes, uint64_t made, struct segment *out);
struct text_row segment_row(const struct segment *s, size_t text);
struct block segment_block(const struct segment *s, size_t i);

// The plane that has a feature of the segment's planes.
static inline const uint16_t *block_plane(const struct block *b, size_t feature)
{
	return b->planes + feature / PLANE_BITS * b->stride;
}

// The postings of one bucket in a block; empty if it has none.
struct posting_list {
	const uint16_t *at, *end;
};
struct posting_list block_find(const struct block *b, uint32_t bucket);

// A document to be written: from pieces just read, or from another segment.
struct segment_source {
	struct segment_key key;
	size_t count;
	const struct text_rows
		*pieces; // of SEGMENT_PIECE texts each but the last; or NULL
	const struct segment *from;
	size_t first; // in `from`
};
enum { SEGMENT_PIECE = 2048 };

struct text_row segment_source_row(const struct segment_source *d, size_t i);
// The bytes of a segment, on the heap: the caller's to free.  Same bytes for any number
// of threads.
struct str segment_make(const struct segment_source *docs, size_t count, bool searched,
	uint64_t made, size_t threads);

// For segment.c and segment_make.c only.
uint64_t segment_sum(const struct segment_head *head);
struct segment_parts {
	uint64_t docs, ends, note_ends, marks, german, notes, steps, planes, blocks, end;
};
struct segment_parts segment_parts_of(const struct segment_head *head);
struct block_parts {
	uint64_t ranges, ends, low, postings, counts, planes, end;
};
struct block_parts block_parts_of(const struct block_head *head, size_t planes);
extern const char segment_magic[8];

#endif

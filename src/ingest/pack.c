#include "ingest/pack.h"

#include <string.h>

// Where a text lies in the heap behind the records.
struct slice {
	uint32_t from;
	uint32_t len;
};

struct packed_sentence {
	struct span span;
	struct place place;
	struct slice text, speaker;
	uint32_t section;
	uint8_t block, sort, level, unused;
};

struct packed_block {
	struct span span;
	struct slice speaker;
	uint32_t section;
	uint8_t kind, level, unused[2];
};

struct packed_meta {
	struct slice key, value;
	struct place place;
};

struct packed_doc {
	uint32_t origins, blocks, metas, front_line;
	struct slice text, front;
};

// Appends text to the heap; the same text as last time is kept once (speakers repeat).
static struct slice keep(
	struct buf *heap, struct str s, struct slice *last, struct str *last_text)
{
	if (last && str_eq(s, *last_text))
		return *last;
	struct slice at = { (uint32_t)heap->len, (uint32_t)s.len };
	buf_add(heap, s);
	if (last) {
		*last = at;
		*last_text = s;
	}
	return at;
}

static void put(struct buf *out, const void *record, size_t size)
{
	buf_add(out, (struct str){ record, size });
}

// Reads records off the front of a blob, never beyond its end.
struct reading {
	struct str left;
	bool bad;
};

static void take(struct reading *r, void *record, size_t size)
{
	if (r->left.len < size) {
		r->bad = true;
		return;
	}
	memcpy(record, r->left.at, size);
	r->left = str_from(r->left, size);
}

static uint32_t take_count(struct reading *r, size_t size)
{
	uint32_t count = 0;
	take(r, &count, sizeof count);
	if (count > r->left.len / size)
		r->bad = true;
	return r->bad ? 0 : count;
}

static struct str cut(struct reading *r, struct str heap, struct slice s)
{
	if (s.from > heap.len || s.len > heap.len - s.from) {
		r->bad = true;
		return (struct str){ 0 };
	}
	return str_cut(heap, s.from, s.len);
}

static bool finished(const struct reading *r, struct error *err)
{
	return !r->bad ||
	       error_set(err, ERROR_FORMAT, "index: a document in it is damaged");
}

void pack_sentences(const struct sentences *sentences, struct buf *out)
{
	struct buf heap = { 0 };
	struct slice last = { 0 };
	struct str last_text = { 0 };
	uint32_t count = (uint32_t)sentences->count;
	put(out, &count, sizeof count);
	for (size_t i = 0; i < count; i++) {
		const struct sentence *s = &sentences->at[i];
		struct packed_sentence p = { .span = s->span,
			.place = s->place,
			.text = keep(&heap, s->text, NULL, NULL),
			.speaker = keep(&heap, s->speaker, &last, &last_text),
			.section = s->section,
			.block = s->block,
			.sort = s->sort,
			.level = s->level };
		put(out, &p, sizeof p);
	}
	buf_add(out, buf_str(&heap));
	buf_done(&heap);
}

bool unpack_sentences(
	struct str blob, struct arena *a, struct sentences *out, struct error *err)
{
	struct reading r = { .left = arena_str(a, blob) };
	uint32_t count = take_count(&r, sizeof(struct packed_sentence));
	struct str heap = str_from(r.left, count * sizeof(struct packed_sentence));
	*out = (struct sentences){ .count = count, .room = count };
	out->at = ARENA_ARRAY(a, struct sentence, count);
	for (size_t i = 0; i < count && !r.bad; i++) {
		struct packed_sentence p = { 0 };
		take(&r, &p, sizeof p);
		r.bad |= p.block >= BLOCK_COUNT || p.sort >= CLAIM_SORT_COUNT ||
			 p.level >= LEVEL_COUNT || p.place.kind >= PLACE_COUNT;
		out->at[i] = (struct sentence){ .span = p.span,
			.place = p.place,
			.text = cut(&r, heap, p.text),
			.speaker = cut(&r, heap, p.speaker),
			.section = p.section,
			.block = p.block,
			.sort = p.sort,
			.level = p.level };
	}
	return finished(&r, err);
}

void pack_doc(const struct doc *doc, struct buf *out)
{
	struct buf heap = { 0 };
	struct slice last = { 0 };
	struct str last_text = { 0 };
	struct packed_doc head = { .origins = (uint32_t)doc->origin_count,
		.blocks = (uint32_t)doc->block_count,
		.metas = (uint32_t)doc->meta_count,
		.front_line = doc->front_line,
		.text = keep(&heap, doc->text, NULL, NULL),
		.front = keep(&heap, doc->front, NULL, NULL) };
	put(out, &head, sizeof head);
	put(out, doc->origins, doc->origin_count * sizeof *doc->origins);
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct block *b = &doc->blocks[i];
		struct packed_block p = { .span = b->span,
			.speaker = keep(&heap, b->speaker, &last, &last_text),
			.section = b->section,
			.kind = (uint8_t)b->kind,
			.level = b->level };
		put(out, &p, sizeof p);
	}
	for (size_t i = 0; i < doc->meta_count; i++) {
		const struct meta *m = &doc->metas[i];
		struct packed_meta p = { keep(&heap, m->key, NULL, NULL),
			keep(&heap, m->value, NULL, NULL), m->place };
		put(out, &p, sizeof p);
	}
	buf_add(out, buf_str(&heap));
	buf_done(&heap);
}

static void unpack_blocks(struct reading *r, struct str heap, struct doc *out)
{
	for (size_t i = 0; i < out->block_count && !r->bad; i++) {
		struct packed_block p = { 0 };
		take(r, &p, sizeof p);
		r->bad |= p.kind >= BLOCK_COUNT || p.span.from > p.span.to ||
			  p.span.to > out->text.len;
		out->blocks[i] = (struct block){ .span = p.span,
			.kind = p.kind,
			.level = p.level,
			.section = p.section,
			.speaker = cut(r, heap, p.speaker) };
	}
}

bool unpack_doc(struct str blob, struct arena *a, struct doc *out, struct error *err)
{
	struct reading r = { .left = arena_str(a, blob) };
	struct packed_doc head = { 0 };
	take(&r, &head, sizeof head);
	uint64_t records = (uint64_t)head.origins * sizeof(struct origin) +
			   (uint64_t)head.blocks * sizeof(struct packed_block) +
			   (uint64_t)head.metas * sizeof(struct packed_meta);
	r.bad |= records > r.left.len;
	if (r.bad)
		return finished(&r, err);
	struct str heap = str_from(r.left, records);
	*out = (struct doc){ .arena = a,
		.text = cut(&r, heap, head.text),
		.front = cut(&r, heap, head.front),
		.front_line = head.front_line,
		.origin_count = head.origins,
		.block_count = head.blocks,
		.meta_count = head.metas };
	out->origins = ARENA_ARRAY(a, struct origin, head.origins);
	out->blocks = ARENA_ARRAY(a, struct block, head.blocks);
	out->metas = ARENA_ARRAY(a, struct meta, head.metas);
	take(&r, out->origins, head.origins * sizeof(struct origin));
	unpack_blocks(&r, heap, out);
	for (size_t i = 0; i < head.metas && !r.bad; i++) {
		struct packed_meta p = { 0 };
		take(&r, &p, sizeof p);
		out->metas[i] = (struct meta){ cut(&r, heap, p.key),
			cut(&r, heap, p.value), p.place };
	}
	return finished(&r, err);
}

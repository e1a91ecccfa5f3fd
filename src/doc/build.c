// Building a doc: readers say what comes from where, and the bookkeeping is done here.
#include "doc/doc.h"

#include <assert.h>

// doc_place counts characters inside one origin: a bound keeps it quick on endless lines.
enum { ORIGIN_MAX = 4096 };

void doc_begin(struct doc *doc, struct buf *draft)
{
	assert(doc->arena);
	*draft = (struct buf){ .max = DOC_TEXT_MAX };
	doc->draft = draft;
}

static uint32_t used(const struct doc *doc)
{
	return (uint32_t)doc->draft->len;
}

// Closes the open block; one that stayed empty is taken back.
static void close_block(struct doc *doc)
{
	if (!doc->block_count)
		return;
	struct block *b = &doc->blocks[doc->block_count - 1];
	b->span.to = used(doc);
	if (b->span.to == b->span.from)
		doc->block_count--;
}

static uint32_t section_before(const struct doc *doc)
{
	return doc->block_count ? doc->blocks[doc->block_count - 1].section : 0;
}

void doc_block(struct doc *doc, enum block_kind kind, uint8_t level, struct str speaker)
{
	close_block(doc);
	uint32_t section = section_before(doc) + (kind == BLOCK_HEADING);
	if (doc->block_count)
		buf_byte(doc->draft, '\n');
	doc->blocks = arena_more(doc->arena, doc->blocks, doc->block_count,
		&doc->block_room, sizeof *doc->blocks);
	doc->blocks[doc->block_count++] = (struct block){
		.span = { used(doc), used(doc) },
		.kind = kind,
		.level = level,
		.section = section,
		.speaker = speaker.len ? arena_str(doc->arena, speaker) : speaker,
	};
}

static bool same_place(struct place a, struct place b)
{
	return a.kind == b.kind && a.major == b.major && a.minor == b.minor;
}

// Whether words from `place` go on where the last origin ended.
static bool continues(const struct doc *doc, struct place place)
{
	const struct origin *o = &doc->origins[doc->origin_count - 1];
	if (o->span.to != used(doc) || o->place.kind != place.kind)
		return false;
	if (!place_advances(place) || !place_advances(o->place))
		return same_place(o->place, place);
	// Columns are characters; for the common ASCII run they are bytes too.
	return o->place.major == place.major &&
	       o->place.minor + (o->span.to - o->span.from) == place.minor;
}

static bool is_ascii(struct str s)
{
	unsigned char all = 0;
	for (size_t i = 0; i < s.len; i++)
		all |= (unsigned char)s.at[i];
	return all < 0x80;
}

static void add_piece(struct doc *doc, struct str words, struct place place)
{
	uint32_t from = used(doc);
	bool join = doc->origin_count && continues(doc, place);
	if (join && place_advances(place)) {
		struct span last = doc->origins[doc->origin_count - 1].span;
		join = doc->origin_ascii && last.to - last.from < ORIGIN_MAX;
	}
	buf_add(doc->draft, words);
	if (doc->draft->full)
		return;
	if (join) {
		doc->origins[doc->origin_count - 1].span.to = used(doc);
		doc->origin_ascii &= is_ascii(words);
		return;
	}
	doc->origins = arena_more(doc->arena, doc->origins, doc->origin_count,
		&doc->origin_room, sizeof *doc->origins);
	doc->origins[doc->origin_count++] =
		(struct origin){ .span = { from, used(doc) }, .place = place };
	doc->origin_ascii = is_ascii(words);
}

// The head of words that one origin takes, cut between characters.
static struct str origin_head(struct str words)
{
	if (words.len <= ORIGIN_MAX)
		return words;
	size_t len = ORIGIN_MAX;
	while (len > ORIGIN_MAX - 4 && ((unsigned char)words.at[len] & 0xc0) == 0x80)
		len--;
	return str_cut(words, 0, len);
}

void doc_text(struct doc *doc, struct str words, struct place place)
{
	assert(doc->draft && doc->block_count);
	while (words.len && !doc->draft->full) {
		struct str head = place_advances(place) ? origin_head(words) : words;
		add_piece(doc, head, place);
		words = str_from(words, head.len);
		if (words.len)
			place.minor += (uint32_t)utf8_count(head);
	}
}

void doc_meta(struct doc *doc, struct str key, struct str value, struct place place)
{
	doc->metas = arena_more(doc->arena, doc->metas, doc->meta_count, &doc->meta_room,
		sizeof *doc->metas);
	doc->metas[doc->meta_count++] = (struct meta){
		.key = utf8_lower(doc->arena, str_trim(key)),
		.value = arena_str(doc->arena, str_trim(value)),
		.place = place,
	};
}

bool doc_finish(struct doc *doc, struct error *err)
{
	close_block(doc);
	bool full = doc->draft->full;
	doc->text = arena_str(doc->arena, buf_str(doc->draft));
	buf_done(doc->draft);
	doc->draft = NULL;
	if (full)
		return error_set(err, ERROR_LIMIT, "holds more than %d MB of text",
			DOC_TEXT_MAX >> 20);
	return true;
}

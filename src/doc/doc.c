#include "doc/doc.h"

#include <assert.h>
#include <inttypes.h>

// Index of the last origin that begins at or before offset; 0 if none does.
static size_t origin_at(const struct doc *doc, uint32_t offset)
{
	size_t low = 0, high = doc->origin_count;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (doc->origins[middle].span.from <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

bool place_advances(struct place p)
{
	return p.kind == PLACE_LINE || (p.kind == PLACE_PARAGRAPH && p.minor);
}

struct place doc_place(const struct doc *doc, uint32_t offset)
{
	if (!doc->origin_count)
		return (struct place){ PLACE_LINE, 1, 1 };
	const struct origin *o = &doc->origins[origin_at(doc, offset)];
	struct place p = o->place;
	if (place_advances(p) && offset > o->span.from)
		p.minor += (uint32_t)utf8_count(str_cut(doc->text, o->span.from,
			(offset < o->span.to ? offset : o->span.to) - o->span.from));
	return p;
}

struct str doc_cut(const struct doc *doc, struct span span)
{
	assert(span.from <= span.to);
	return str_cut(doc->text, span.from, span.to - span.from);
}

struct str doc_meta_find(const struct doc *doc, struct str key)
{
	for (size_t i = 0; i < doc->meta_count; i++)
		if (str_eq(doc->metas[i].key, key))
			return doc->metas[i].value;
	return (struct str){ 0 };
}

struct str place_str(struct arena *a, struct place p)
{
	uint32_t seconds = p.major / 1000;
	switch (p.kind) {
	case PLACE_LINE:
		return arena_fmt(a, "%" PRIu32 ":%" PRIu32, p.major, p.minor);
	case PLACE_SLIDE:
		return arena_fmt(a,
			p.minor ? "slide %" PRIu32 : "slide %" PRIu32 " notes", p.major);
	case PLACE_PAGE:
		return arena_fmt(a, "page %" PRIu32, p.major);
	case PLACE_TIME:
		return arena_fmt(a, "%02" PRIu32 ":%02" PRIu32 ":%02" PRIu32,
			seconds / 3600, seconds / 60 % 60, seconds % 60);
	case PLACE_ROW:
		return arena_fmt(a, "row %" PRIu32, p.major);
	case PLACE_PARAGRAPH:
		if (!p.major)
			return S("page header or footer");
		return arena_fmt(a,
			p.minor ? "paragraph %" PRIu32 : "paragraph %" PRIu32 " note",
			p.major);
	case PLACE_COUNT:
		break;
	}
	return S("?");
}

const char *place_name(enum place_kind kind)
{
	static const char *const NAMES[PLACE_COUNT] = { "line", "slide", "page", "time",
		"row", "paragraph" };
	assert(kind < PLACE_COUNT);
	return NAMES[kind];
}

const char *block_name(enum block_kind kind)
{
	static const char *const NAMES[BLOCK_COUNT] = { "text", "title", "heading",
		"item", "quote", "code", "cell", "note", "speech", "action", "chrome",
		"meta" };
	assert(kind < BLOCK_COUNT);
	return NAMES[kind];
}

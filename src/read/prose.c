#include "read/prose.h"

#include <assert.h>
#include <string.h>

bool prose_source(
	struct arena *a, struct str bytes, struct str *source, struct error *err)
{
	*source = bytes.len <= 2 * (size_t)PROSE_SOURCE_MAX
			  ? utf8_from_bytes(a, bytes, NULL)
			  : bytes;
	if (source->len > PROSE_SOURCE_MAX)
		return error_set(err, ERROR_LIMIT,
			"is larger than %d MB; split it, or leave it out of the folder",
			PROSE_SOURCE_MAX >> 20);
	return true;
}

void prose_begin(struct prose *p, struct doc *doc, struct str source, const char *base,
	struct buf *draft)
{
	*p = (struct prose){
		.doc = doc,
		.base = base,
		.source = source,
		.at = { 0, 1, 1 },
		.kind = BLOCK_TEXT,
	};
	doc_begin(doc, draft);
}

static void cursor_to(struct prose_cursor *c, struct str source, size_t offset)
{
	struct str passed = str_cut(source, c->offset, offset - c->offset);
	for (size_t end = 0; (end = str_find_byte(passed, '\n', 0)) != STR_NONE;) {
		c->line++;
		c->column = 1;
		passed = str_from(passed, end + 1);
	}
	c->column += (uint32_t)utf8_count(passed);
	c->offset = offset;
}

struct place prose_place(struct prose *p, const char *at)
{
	if (p->timed)
		return p->moment;
	size_t offset = (size_t)(at - p->base);
	if (offset > p->at.offset && offset <= p->source.len)
		cursor_to(&p->at, p->source, offset);
	return (struct place){ PLACE_LINE, p->at.line, p->at.column };
}

static void keep_piece(struct prose *p, struct str words, struct place place)
{
	p->pieces = arena_more(p->doc->arena, p->pieces, p->piece_count, &p->piece_room,
		sizeof *p->pieces);
	p->pieces[p->piece_count++] = (struct prose_piece){
		.words = words,
		.place = place,
		.first = p->aside_first,
		.kind = p->aside_kind,
	};
	p->aside_first = false;
}

static void open_block(struct prose *p)
{
	doc_block(p->doc, p->kind, p->level, p->speaker);
	p->open = true;
	p->gap = false;
	p->lines_due = 0;
}

static void count_words(struct prose *p, struct str words, bool after_gap)
{
	size_t n = after_gap || !p->words;
	if (p->kind == BLOCK_SPEECH)
		return; // nobody asks
	for (size_t i = 0; i < words.len; i++)
		n += words.at[i] == ' ';
	p->words += n;
	if (p->in_link) {
		p->links += p->link_is_new;
		p->link_is_new = false;
		p->linked_words += n;
		return;
	}
	for (size_t at = 0; !p->plain && at < words.len;) {
		uint32_t c = utf8_next(words, &at);
		p->plain = utf8_is_letter(c) || (c < 0x80 && byte_is_digit((char)c));
	}
}

static void put_lines(struct prose *p)
{
	static const struct str ENDS = STR_INIT("\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n");
	while (p->lines_due) {
		struct str some = str_cut(ENDS, 0, p->lines_due);
		doc_text(p->doc, some, p->gap_place);
		p->lines_due -= some.len;
	}
}

// Words as they will stand, with the white space that was due before them.
void prose_put(struct prose *p, struct str words, struct place place)
{
	bool gap = p->gap;
	if (p->aside) {
		if (gap && !p->aside_first)
			keep_piece(p, S(" "), p->gap_place);
		p->gap = false;
		keep_piece(p, words, place);
		return;
	}
	if (!p->open) {
		open_block(p);
		gap = false;
	}
	if (p->lines_due)
		put_lines(p);
	else if (gap)
		doc_text(p->doc, S(" "), p->gap_place);
	p->gap = false;
	doc_text(p->doc, words, place);
	count_words(p, words, gap);
}

void prose_due(struct prose *p, struct place place)
{
	if (!p->gap)
		p->gap_place = place;
	p->gap = true;
}

void prose_space(struct prose *p, const char *at)
{
	prose_due(p, prose_place(p, at));
}

void prose_line(struct prose *p, const char *at)
{
	if (!p->verbatim) {
		prose_space(p, at);
		return;
	}
	if (p->open && !p->lines_due++)
		p->gap_place = prose_place(p, at);
}

void prose_link(struct prose *p, bool within)
{
	p->in_link = p->link_is_new = true;
	p->link_within = within;
}

void prose_link_end(struct prose *p)
{
	p->in_link = p->link_is_new = false;
}

void prose_aside_begin(struct prose *p, enum block_kind kind)
{
	p->aside = p->aside_first = true;
	p->aside_kind = kind;
	p->aside_saved_gap = p->gap;
	p->aside_saved_place = p->gap_place;
	p->gap = false;
}

void prose_aside_end(struct prose *p)
{
	p->aside = false;
	p->gap = p->aside_saved_gap;
	p->gap_place = p->aside_saved_place;
}

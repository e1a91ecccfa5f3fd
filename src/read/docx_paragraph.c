#include "read/docx_paragraph.h"

enum { HEADING_MAX = 6 };

void paragraph_begin(struct paragraph *p, struct place place)
{
	if (!p->mark_deleted || p->piece_count == PIECES_MAX) {
		buf_clear(&p->text);
		p->piece_count = 0;
		p->inked = p->linked = 0;
	}
	p->mark_deleted = false;
	p->is = (struct properties){ .outline = OUTLINE_UNSAID };
	p->pieces[p->piece_count++] = (struct piece){ p->text.len, place };
}

void paragraph_add(struct paragraph *p, struct str words, bool linked)
{
	size_t ink = 0;
	for (size_t i = 0; i < words.len; i++)
		ink += !byte_is_space(words.at[i]);
	p->inked += ink;
	p->linked += linked ? ink : 0;
	ooxml_words(&p->text, words);
}

static uint8_t heading_of(const struct properties *is)
{
	uint32_t level = is->style.kind == STYLE_HEADING ? is->style.level : 0;
	if (is->outline != OUTLINE_UNSAID)
		level = is->outline == OUTLINE_BODY ? 0 : is->outline + 1;
	return (uint8_t)(level < HEADING_MAX ? level : HEADING_MAX);
}

static uint8_t list_of(const struct properties *is)
{
	if (!is->list)
		return is->style.list_level;
	return (uint8_t)(is->list == 1 ? 0 : is->list_level + 1);
}

static enum block_kind kind_in_body(
	const struct paragraph *p, const struct standing *where, uint8_t *level)
{
	*level = 0;
	if (p->is.style.kind == STYLE_CONTENTS)
		return BLOCK_CHROME;
	if (p->is.style.kind == STYLE_TITLE)
		return BLOCK_TITLE;
	if ((*level = heading_of(&p->is)))
		return BLOCK_HEADING;
	if (where->in_table) {
		*level = where->in_header_row;
		return BLOCK_CELL;
	}
	if ((*level = list_of(&p->is)))
		return BLOCK_ITEM;
	if (p->is.style.kind == STYLE_QUOTE)
		return BLOCK_QUOTE;
	return p->linked == p->inked ? BLOCK_ACTION : BLOCK_TEXT;
}

struct passage paragraph_passage(const struct paragraph *p, const struct standing *where)
{
	struct passage out = {
		.kind = where->story == STORY_MARGIN ? BLOCK_CHROME : BLOCK_NOTE,
		.speaker = where->speaker,
		.text = buf_str(&p->text),
		.pieces = p->pieces,
		.piece_count = p->piece_count,
	};
	if (where->story == STORY_BODY)
		out.kind = kind_in_body(p, where, &out.level);
	return out;
}

struct passage passage_keep(struct arena *a, struct passage p)
{
	struct piece *pieces = ARENA_ARRAY(a, struct piece, p.piece_count);
	for (size_t i = 0; i < p.piece_count; i++)
		pieces[i] = p.pieces[i];
	p.pieces = pieces;
	p.text = arena_str(a, p.text);
	return p;
}

// Spaces at the ends are no words; the place of what is left moves by those in front.
static void write_piece(struct doc *doc, struct str words, struct place place, bool first)
{
	struct str rest = words;
	while (first && rest.len && byte_is_space(rest.at[0]))
		rest = str_from(rest, 1);
	if (place_advances(place))
		place.minor += (uint32_t)(words.len - rest.len);
	doc_text(doc, rest, place);
}

void passage_write(const struct passage *p, struct doc *doc)
{
	struct str text = p->text;
	while (text.len && byte_is_space(text.at[text.len - 1]))
		text.len--;
	if (!str_trim(text).len)
		return;
	doc_block(doc, p->kind, p->level, p->speaker);
	bool first = true;
	for (size_t i = 0; i < p->piece_count; i++) {
		size_t from = p->pieces[i].from;
		size_t to = i + 1 < p->piece_count ? p->pieces[i + 1].from : text.len;
		struct str words = str_cut(text, from, to > from ? to - from : 0);
		write_piece(doc, words, p->pieces[i].place, first);
		first &= !str_trim(words).len;
	}
}

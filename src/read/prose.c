#include "read/prose.h"

#include <assert.h>
#include <string.h>

#include "read/entity.h"

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
static void put(struct prose *p, struct str words, struct place place)
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

static void due(struct prose *p, struct place place)
{
	if (!p->gap)
		p->gap_place = place;
	p->gap = true;
}

void prose_space(struct prose *p, const char *at)
{
	due(p, prose_place(p, at));
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

/*
 * What a byte may be the beginning of: 0 a plain character, 1 white space, 2 to be looked
 * at: controls, and the first bytes of no-break spaces and soft hyphens (C2), typographic
 * and zero width spaces (E2) and the byte order mark (EF).
 */
static const unsigned char CLASS[256] = {
	[0] = 2,
	[1] = 2,
	[2] = 2,
	[3] = 2,
	[4] = 2,
	[5] = 2,
	[6] = 2,
	[7] = 2,
	[8] = 2,
	[9] = 1,
	[10] = 1,
	[11] = 1,
	[12] = 1,
	[13] = 1,
	[14] = 2,
	[15] = 2,
	[16] = 2,
	[17] = 2,
	[18] = 2,
	[19] = 2,
	[20] = 2,
	[21] = 2,
	[22] = 2,
	[23] = 2,
	[24] = 2,
	[25] = 2,
	[26] = 2,
	[27] = 2,
	[28] = 2,
	[29] = 2,
	[30] = 2,
	[31] = 2,
	[32] = 1,
	[127] = 2,
	[194] = 2,
	[226] = 2,
	[239] = 2,
};

enum fate { KEEP, SPACE, DROP };

static enum fate fate_of(uint32_t c)
{
	if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0)
		return SPACE;
	if ((c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
		c == 0x205f)
		return SPACE;
	if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x200b ||
		c == 0x2060 || c == 0xfeff || c == 0x200e || c == 0x200f)
		return DROP;
	return KEEP;
}

static unsigned class_at(struct str s, size_t at)
{
	return CLASS[(unsigned char)s.at[at]];
}

// The end of the run from `from` on that can be kept as it is: words with one space
// between.
static size_t run_end(struct str s, size_t from)
{
	size_t at = from;
	while (at < s.len) {
		unsigned class = class_at(s, at);
		if (!class) {
			at++;
		} else if (class == 2) {
			size_t next = at;
			if (fate_of(utf8_next(s, &next)) != KEEP)
				break;
			at = next;
		} else if (s.at[at] == ' ' && at > from && at + 1 < s.len &&
			   !class_at(s, at + 1)) {
			at += 2;
		} else {
			break;
		}
	}
	return at;
}

static void words_flowing(struct prose *p, struct str words)
{
	for (size_t at = 0; at < words.len;) {
		size_t end = run_end(words, at);
		if (end > at) {
			struct place place = prose_place(p, words.at + at);
			put(p, str_cut(words, at, end - at), place);
			at = end;
			continue;
		}
		if (fate_of(utf8_next(words, &at)) == SPACE && !p->gap)
			due(p, prose_place(p, words.at + end));
	}
}

// A stretch of a line that is kept as it is; it ends before a word behind several spaces,
// since those may stand for other characters of the source.
static size_t stretch_end(struct str line, size_t *at)
{
	size_t end = *at, spaces = 0;
	while (*at < line.len) {
		uint32_t c = utf8_next(line, at);
		if (c != '\t' && fate_of(c) == DROP)
			break;
		if (c != ' ' && spaces > 1) {
			*at = end;
			break;
		}
		spaces = c == ' ' ? spaces + 1 : 0;
		end = *at;
	}
	return end;
}

static void line_verbatim(struct prose *p, struct str line)
{
	bool blank = !str_trim(line).len;
	for (size_t at = 0; at < line.len && !blank;) {
		size_t from = at, end = stretch_end(line, &at);
		if (end > from)
			put(p, str_cut(line, from, end - from),
				prose_place(p, line.at + from));
	}
}

static void words_verbatim(struct prose *p, struct str words)
{
	for (;;) {
		size_t end = str_find_byte(words, '\n', 0);
		struct str line = str_cut(words, 0, end == STR_NONE ? words.len : end);
		bool carriage = end != STR_NONE && str_ends(line, S("\r"));
		line_verbatim(p, str_cut(line, 0, line.len - carriage));
		if (end == STR_NONE)
			return;
		prose_line(p, words.at + end);
		words = str_from(words, end + 1);
	}
}

void prose_words(struct prose *p, struct str words)
{
	if (p->verbatim && !p->aside)
		words_verbatim(p, words);
	else
		words_flowing(p, words);
}

void prose_char(struct prose *p, uint32_t c, const char *at)
{
	struct place place = prose_place(p, at);
	enum fate fate = fate_of(c);
	if (fate == SPACE && (!p->verbatim || p->aside))
		due(p, place);
	if (fate == SPACE && p->verbatim && !p->aside)
		put(p, S(" "), place);
	if (fate != KEEP)
		return;
	char bytes[4];
	struct str text = { bytes, utf8_put(c, bytes) };
	put(p, p->aside ? arena_str(p->doc->arena, text) : text, place);
}

void prose_encoded(struct prose *p, struct str words, bool attribute)
{
	for (size_t at = 0; at < words.len;) {
		size_t next = str_find_byte(words, '&', at);
		if (next == STR_NONE)
			next = words.len;
		prose_words(p, str_cut(words, at, next - at));
		if (next == words.len)
			return;
		uint32_t code = 0;
		size_t len = entity_read(str_from(words, next), attribute, &code);
		if (len)
			prose_char(p, code, words.at + next);
		else
			prose_words(p, str_cut(words, next, 1));
		at = next + (len ? len : 1);
	}
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

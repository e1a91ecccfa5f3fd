// Words of the source as they will stand: one space between them, nothing invisible in
// them.
#include "read/entity.h"
#include "read/prose.h"

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
			prose_put(p, str_cut(words, at, end - at), place);
			at = end;
			continue;
		}
		if (fate_of(utf8_next(words, &at)) == SPACE && !p->gap)
			prose_due(p, prose_place(p, words.at + end));
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
			prose_put(p, str_cut(line, from, end - from),
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
		prose_due(p, place);
	if (fate == SPACE && p->verbatim && !p->aside)
		prose_put(p, S(" "), place);
	if (fate != KEEP)
		return;
	char bytes[4];
	struct str text = { bytes, utf8_put(c, bytes) };
	prose_put(p, p->aside ? arena_str(p->doc->arena, text) : text, place);
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

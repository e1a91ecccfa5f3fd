#include "text/word.h"

// What one character is to a word.
enum part { PART_NONE, PART_LOWER, PART_UPPER, PART_DIGIT };

static enum part part_of(uint32_t c)
{
	if (c < 0x80)
		return byte_is_digit((char)c)	 ? PART_DIGIT
		       : !byte_is_alpha((char)c) ? PART_NONE
		       : c < 'a'		 ? PART_UPPER
						 : PART_LOWER;
	// Combining marks belong to the letter before them.
	if (c >= 0x300 && c < 0x370)
		return PART_LOWER;
	if (!utf8_is_letter(c))
		return PART_NONE;
	return utf8_is_upper(c) ? PART_UPPER : PART_LOWER;
}

static enum part part_at(struct str text, size_t at, size_t *next)
{
	*next = at;
	if (at >= text.len)
		return PART_NONE;
	return part_of(utf8_next(text, next));
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

// Whether the character c joins a part `before` to a part `after` into one word.
static bool joins(uint32_t c, enum part before, enum part after)
{
	if (before == PART_NONE || after == PART_NONE)
		return false;
	if (is_apostrophe(c))
		return before != PART_DIGIT && after != PART_DIGIT;
	if (c == '-' || c == 0x2010 || c == 0x2011)
		return true;
	if (c == '.')
		return after != PART_UPPER;
	if (c == ',')
		return before == PART_DIGIT && after == PART_DIGIT;
	return c == '&' && before == PART_UPPER && after == PART_UPPER;
}

struct shape {
	size_t letters, capitals;
	unsigned flags;
};

static void add_part(struct shape *s, enum part part, size_t bytes)
{
	if (bytes > 1)
		s->flags |= WORD_FOREIGN;
	if (part == PART_DIGIT) {
		s->flags |= WORD_DIGIT;
		return;
	}
	if (part == PART_UPPER && !s->letters && !(s->flags & WORD_DIGIT))
		s->flags |= WORD_CAPITAL;
	s->flags |= WORD_ALPHA;
	s->letters++;
	s->capitals += part == PART_UPPER;
}

static void settle(struct shape *s)
{
	const size_t first = (s->flags & WORD_CAPITAL) != 0;
	if (s->letters > 1 && s->capitals == s->letters)
		s->flags |= WORD_SHOUT;
	else if (s->capitals > first)
		s->flags |= WORD_CAMEL;
}

// Walks over letters and digits of ASCII, which is most of them; *part becomes the last.
static size_t walk_plain(
	struct str text, size_t end, enum part *part, struct shape *shape)
{
	for (; end < text.len && !(text.at[end] & 0x80); end++) {
		const enum part next = part_of((uint32_t)text.at[end]);
		if (next == PART_NONE)
			break;
		add_part(shape, next, 1);
		*part = next;
	}
	return end;
}

// Walks over the word that begins at `at`; returns where it ends.
static size_t walk(struct str text, size_t at, enum part part, struct shape *shape)
{
	size_t end = at;
	for (;;) {
		size_t next = end, behind = 0;
		(void)utf8_next(text, &next); // part_at already knows what it is
		add_part(shape, part, next - end);
		end = walk_plain(text, next, &part, shape);
		enum part after = part_at(text, end, &next);
		if (after == PART_NONE && end < text.len) {
			next = end;
			const uint32_t c = utf8_next(text, &next);
			after = part_at(text, next, &behind);
			if (!joins(c, part, after))
				break;
			if (c == '-' || c == 0x2010 || c == 0x2011)
				shape->flags |= WORD_HYPHEN;
			end = next;
		} else if (after == PART_NONE) {
			break;
		}
		part = after;
	}
	while (end < text.len && text.at[end] == '+')
		end++;
	if (end < text.len && text.at[end] == '#' && shape->letters == 1 && end == at + 1)
		end++;
	return end;
}

bool word_next(struct str text, size_t *at, struct word *out)
{
	while (*at < text.len) {
		size_t next = *at;
		const enum part part = part_at(text, *at, &next);
		if (part == PART_NONE) {
			*at = next;
			continue;
		}
		struct shape shape = { 0 };
		const size_t end = walk(text, *at, part, &shape);
		settle(&shape);
		*out = (struct word){ { (uint32_t)*at, (uint32_t)end }, shape.flags };
		*at = end;
		return true;
	}
	return false;
}

struct str word_cut(struct str text, struct word w)
{
	return str_cut(text, w.span.from, w.span.to - w.span.from);
}

struct str word_fold(struct str word, char room[WORD_MAX])
{
	size_t used = 0;
	for (size_t at = 0; at < word.len && used + 4 <= WORD_MAX;) {
		if ((unsigned char)word.at[at] < 0x80) {
			room[used++] = byte_lower(word.at[at++]);
			continue;
		}
		const uint32_t c = utf8_next(word, &at);
		used += utf8_put(is_apostrophe(c) ? '\'' : utf8_fold(c), room + used);
	}
	return (struct str){ room, used };
}

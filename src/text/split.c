#include "text/split.h"

#include <string.h>

#include "text/list.h"
#include "text/split_words.h"
#include "text/word.h"

enum { HEADING_BYTES = 48, HEADING_WORDS = 6 };

static uint32_t char_at(struct str text, size_t at)
{
	return at < text.len ? utf8_next(text, &at) : 0;
}

static size_t char_bytes(struct str text, size_t at)
{
	size_t next = at;
	(void)utf8_next(text, &next); // only how far it moved matters
	return next - at;
}

static bool is_space_at(struct str text, size_t at)
{
	const uint32_t c = char_at(text, at);
	return c == 0xa0 || c == 0x202f || (c < 0x80 && byte_is_space((char)c));
}

static size_t skip_space(struct str text, size_t at)
{
	while (at < text.len && is_space_at(text, at))
		at += char_bytes(text, at);
	return at;
}

static bool is_bullet(uint32_t c)
{
	static const uint32_t BULLETS[] = { 0xb7, 0x2022, 0x2023, 0x25aa, 0x25ab, 0x25a0,
		0x25ba, 0x25cf, 0x25e6, 0x2705, 0x2713, 0x2714, 0x27a4 };
	for (size_t i = 0; i < COUNT(BULLETS); i++)
		if (BULLETS[i] == c)
			return true;
	return false;
}

static bool is_dash(uint32_t c)
{
	return c == '-' || c == '*' || c == '+' || c == 0x2013 || c == 0x2014;
}

static bool is_mark(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 ||
	       c == 0xff01 || c == 0xff1f;
}

// Quotes, brackets and emphasis that may close behind a mark.
static bool is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == '*' ||
	       c == '_' || c == 0x2019 || c == 0x201d || c == 0x201c || c == 0x2018 ||
	       c == 0xbb || c == 0xab || c == 0x203a;
}

static bool is_opener(uint32_t c)
{
	return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 ||
	       c == 0x201c || c == 0x201e || c == 0x201a || c == 0xab || c == 0xbb;
}

// The word at `at` or behind the quotes and brackets there; empty if none is near.
static struct str next_word(struct str text, size_t at)
{
	struct word w;
	const size_t near = at + 4;
	text = str_cut(text, 0, near + WORD_MAX);
	return word_next(text, &at, &w) && w.span.from <= near ? word_cut(text, w)
							       : (struct str){ 0 };
}

// A list number: "1. " or "12) " at the beginning of a line; bytes of it, else 0.
static size_t list_number(struct str text, size_t at, enum tongue tongue)
{
	size_t end = at;
	while (end < text.len && end < at + 2 && byte_is_digit(text.at[end]))
		end++;
	if (end == at || end >= text.len || !strchr(".)", text.at[end]))
		return 0;
	end++;
	if (!is_space_at(text, end))
		return 0;
	const bool ordinal = tongue == TONGUE_GERMAN && text.at[end - 1] == '.' &&
			     takes_ordinal(next_word(text, end));
	return ordinal ? 0 : end - at;
}

static bool is_line_start(struct str text, size_t at)
{
	while (at > 0 && (text.at[at - 1] == ' ' || text.at[at - 1] == '\t'))
		at--;
	return at == 0 || text.at[at - 1] == '\n';
}

// Bytes of the list marker that stands at `at`, 0 if none does.
static size_t marker_at(struct str text, size_t at, enum tongue tongue)
{
	const uint32_t c = char_at(text, at);
	const size_t bytes = at < text.len ? char_bytes(text, at) : 0;
	if (is_bullet(c) && (at + bytes == text.len || is_space_at(text, at + bytes)))
		return bytes;
	if (!bytes || !is_line_start(text, at))
		return 0;
	if (is_dash(c) && is_space_at(text, at + bytes))
		return bytes;
	return list_number(text, at, tongue);
}

// Past white space and list markers, to where a sentence begins.
static size_t skip_markers(struct str text, size_t at, enum tongue tongue)
{
	for (;;) {
		at = skip_space(text, at);
		const size_t marker = marker_at(text, at, tongue);
		if (!marker)
			return at;
		at += marker;
	}
}

// Whether a line ends in the middle of something.
static bool ends_openly(struct str line)
{
	static const char CONNECTORS[] =
		"a an and as at by for from in into of on or our that the their to "
		"with your als am an auf aus bei das dem den der des die ein eine für "
		"im in mit oder und unser unsere von zu zum zur";
	if (!line.len || strchr(",;:&/-(", line.at[line.len - 1]))
		return true;
	size_t at = line.len;
	while (at > 0 && !byte_is_space(line.at[at - 1]))
		at--;
	char room[WORD_MAX];
	return list_has(CONNECTORS, word_fold(str_from(line, at), room));
}

static size_t word_count(struct str text)
{
	size_t n = 0, at = 0;
	struct word w;
	while (word_next(text, &at, &w))
		n++;
	return n;
}

static bool begins_high(struct str text, size_t at)
{
	const uint32_t c = char_at(text, at);
	return utf8_is_upper(c) || is_opener(c) || (c < 0x80 && byte_is_digit((char)c));
}

/*
 * Whether the line that ends at `end` is a heading that lost its markup: short, whole
 * since `from`, without a stop, and what follows begins like a sentence.
 */
static bool is_heading_line(struct str text, size_t from, size_t end, size_t next)
{
	const struct str line = str_trim(str_cut(text, from, end - from));
	return is_line_start(text, from) && line.len <= HEADING_BYTES &&
	       !ends_openly(line) && word_count(line) <= HEADING_WORDS &&
	       begins_high(text, next);
}

static bool newline_ends(struct str text, size_t from, size_t end, enum tongue tongue)
{
	const size_t next = skip_space(text, end);
	size_t lines = 0;
	for (size_t i = end; i < next; i++)
		lines += text.at[i] == '\n';
	return lines > 1 || marker_at(text, next, tongue) ||
	       is_heading_line(text, from, end, next);
}

// Where the run of characters without white space that ends at `end` begins.
static size_t token_start(struct str text, size_t from, size_t end)
{
	size_t at = end;
	while (at > from && !byte_is_space(text.at[at - 1]) &&
		(unsigned char)text.at[at - 1] != 0xa0)
		at--;
	while (at < end && is_opener(char_at(text, at)))
		at += char_bytes(text, at);
	return at;
}

// "z. B." and "i. d. R." are looked up whole: the token and up to two short ones before.
static enum abbreviation known_abbreviation(struct str text, size_t from, size_t dot)
{
	enum { PARTS = 3, PART_BYTES = 5 };
	enum abbreviation found = ABBREVIATION_NONE;
	size_t start = dot;
	for (size_t part = 0; part < PARTS; part++) {
		const size_t token = token_start(text, from, start);
		if (part && (start - token > PART_BYTES || text.at[start - 1] != '.'))
			break;
		const enum abbreviation kind =
			abbreviation_of(str_cut(text, token, dot - token));
		found = kind ? kind : found;
		start = token;
		while (start > from && is_space_at(text, start - 1))
			start--;
		if (start == from)
			break;
	}
	return found;
}

static bool is_digits(struct str token)
{
	for (size_t i = 0; i < token.len; i++)
		if (!byte_is_digit(token.at[i]) && token.at[i] != '.')
			return false;
	return token.len > 0;
}

static bool is_letter_and_point(struct str text, size_t at)
{
	const size_t bytes = at < text.len ? char_bytes(text, at) : 0;
	return bytes && utf8_is_letter(char_at(text, at)) &&
	       char_at(text, at + bytes) == '.';
}

// Whether the number before a point is an ordinal or the number of a section.
static bool is_ordinal(
	struct str text, size_t from, struct str token, size_t next, enum tongue tongue)
{
	if (!is_digits(token))
		return false;
	if (token.at == text.at + from)
		return true; // "6.2. The engine"
	if (token.len > 2 || tongue != TONGUE_GERMAN)
		return false;
	const struct str word = next_word(text, next);
	return takes_ordinal(word) || !begins_sentences(word);
}

// Whether a single point at `dot` ends the sentence that began at `from`.
static bool point_ends(
	struct str text, size_t from, size_t dot, size_t next, enum tongue tongue)
{
	const size_t start = token_start(text, from, dot);
	const struct str token = str_cut(text, start, dot - start);
	const struct str word = next_word(text, next);
	const uint32_t c = char_at(text, next);
	switch (known_abbreviation(text, from, dot)) {
	case ABBREVIATION_INNER:
		return false;
	case ABBREVIATION_FINAL:
		return begins_sentences(word);
	case ABBREVIATION_NUMBER:
		return !(c < 0x80 && byte_is_digit((char)c));
	case ABBREVIATION_NONE:
		break;
	}
	const bool single = token.len && char_bytes(token, 0) == token.len;
	if (single && utf8_is_letter(char_at(token, 0))) {
		if (is_letter_and_point(text, next))
			return false;
		if (utf8_is_upper(char_at(token, 0)))
			return begins_sentences(word); // "J. Smith", but "Plan B. It"
	}
	return !is_ordinal(text, from, token, next, tongue);
}

// Whether what stands at `next` can begin a sentence.
static bool can_begin(struct str text, size_t next)
{
	const uint32_t c = char_at(text, next);
	if (is_dash(c) || is_closer(c))
		return is_opener(c);
	if (utf8_is_letter(c) && !utf8_is_upper(c) && c < 0x3000) {
		const uint32_t second = char_at(text, next + char_bytes(text, next));
		return utf8_is_upper(second); // iOS, eBay
	}
	return c != ',' && c != ';' && c != ':' && c != '/';
}

// The end of the marks and closers that begin at `at`.
static size_t marks_end(struct str text, size_t at, size_t *marks)
{
	*marks = 0;
	while (at < text.len && is_mark(char_at(text, at))) {
		(*marks)++;
		at += char_bytes(text, at);
	}
	while (at < text.len && is_closer(char_at(text, at)))
		at += char_bytes(text, at);
	return at;
}

static bool mark_ends(struct str text, size_t from, size_t at, size_t end, size_t marks,
	enum tongue tongue)
{
	const uint32_t c = char_at(text, at);
	if (end < text.len && !is_space_at(text, end))
		return c == 0x3002 || c == 0xff01 || c == 0xff1f; // Chinese has no spaces
	const size_t next = skip_space(text, end);
	if (next == text.len || marker_at(text, next, tongue))
		return true;
	if (!can_begin(text, next))
		return false;
	return c != '.' || marks > 1 || point_ends(text, from, at, next, tongue);
}

// The end of the sentence that begins at `from`.
static size_t sentence_end(struct str text, size_t from, enum tongue tongue)
{
	for (size_t at = from; at < text.len;) {
		const unsigned char byte = (unsigned char)text.at[at];
		if (byte == '\n' && newline_ends(text, from, at, tongue))
			return at;
		if (byte != '.' && byte != '!' && byte != '?' && byte < 0xc2) {
			at++;
			continue;
		}
		const uint32_t c = char_at(text, at);
		if (is_bullet(c) && at > from && is_space_at(text, at - 1) &&
			marker_at(text, at, tongue))
			return at;
		if (!is_mark(c)) {
			at += char_bytes(text, at);
			continue;
		}
		size_t marks = 0;
		const size_t end = marks_end(text, at, &marks);
		if (at > from && mark_ends(text, from, at, end, marks, tongue))
			return end;
		at = end;
	}
	return text.len;
}

bool split_next(struct str text, enum tongue tongue, size_t *at, struct span *out)
{
	const size_t from = skip_markers(text, *at, tongue);
	if (from >= text.len) {
		*at = text.len;
		return false;
	}
	size_t end = sentence_end(text, from, tongue);
	*at = end;
	while (end > from && byte_is_space(text.at[end - 1]))
		end--;
	*out = (struct span){ (uint32_t)from, (uint32_t)end };
	return true;
}

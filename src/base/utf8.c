#include "base/utf8.h"

#include <string.h>

#include "base/buf.h"

static bool is_tail(struct str s, size_t at)
{
	return at < s.len && ((unsigned char)s.at[at] & 0xc0) == 0x80;
}

uint32_t utf8_next(struct str s, size_t *at)
{
	static const uint32_t LOWEST[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char first = (unsigned char)s.at[*at];
	size_t from = (*at)++;
	if (first < 0x80)
		return first;
	size_t len = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
	if (!len || first > 0xf4)
		return UTF8_BAD;
	uint32_t c = first & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (!is_tail(s, from + i))
			return UTF8_BAD;
		c = c << 6 | ((unsigned char)s.at[from + i] & 0x3f);
	}
	if (c < LOWEST[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return UTF8_BAD;
	*at = from + len;
	return c;
}

size_t utf8_put(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(c | (0xf00u >> len & 0xffu));
	return len;
}

// Where the run of ASCII from `at` ends, looked at eight bytes at a time.
static size_t after_ascii(struct str s, size_t at)
{
	for (uint64_t eight = 0; s.len - at >= sizeof eight; at += sizeof eight) {
		memcpy(&eight, s.at + at, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
	}
	return at;
}

bool utf8_valid(struct str s)
{
	for (size_t at = after_ascii(s, 0); at < s.len; at = after_ascii(s, at)) {
		size_t from = at;
		if (utf8_next(s, &at) == UTF8_BAD && at - from == 1)
			return false;
	}
	return true;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += ((unsigned char)s.at[i] & 0xc0) != 0x80;
	return n;
}

static bool is_combining(uint32_t c)
{
	return (c >= 0x300 && c < 0x370) || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff;
}

static bool is_wide(uint32_t c)
{
	return (c >= 0x1100 && c <= 0x115f) ||
	       (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f) ||
	       (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
	       (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
	       (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

static size_t columns_of(uint32_t c)
{
	return is_combining(c) ? 0 : is_wide(c) ? 2 : 1;
}

size_t utf8_columns(struct str s)
{
	size_t columns = 0;
	for (size_t at = 0; at < s.len;)
		columns += columns_of(utf8_next(s, &at));
	return columns;
}

size_t utf8_cut(struct str s, size_t columns)
{
	size_t at = 0, used = 0;
	while (at < s.len) {
		size_t next = at;
		used += columns_of(utf8_next(s, &next));
		if (used > columns)
			break;
		at = next;
	}
	return at;
}

/*
 * Where capitals lie and how far their small letters are.  `step` 1: a run with one
 * distance; 2: capitals and small letters alternate, and capitals have the parity of
 * `from`.
 */
static const struct {
	uint32_t from, to, distance, step;
} CAPITALS[] = {
	{ 'A', 'Z', 0x20, 1 },
	{ 0xc0, 0xd6, 0x20, 1 },
	{ 0xd8, 0xde, 0x20, 1 },
	{ 0x100, 0x137, 1, 2 },
	{ 0x139, 0x148, 1, 2 },
	{ 0x14a, 0x177, 1, 2 },
	{ 0x179, 0x17e, 1, 2 },
	{ 0x391, 0x3a1, 0x20, 1 },
	{ 0x3a3, 0x3a9, 0x20, 1 },
	{ 0x400, 0x40f, 0x50, 1 },
	{ 0x410, 0x42f, 0x20, 1 },
	{ 0x460, 0x481, 1, 2 },
};

uint32_t utf8_fold(uint32_t c)
{
	if (c == 0x178)
		return 0xff;
	for (size_t i = 0;
		i < sizeof CAPITALS / sizeof CAPITALS[0] && c >= CAPITALS[i].from; i++)
		if (c <= CAPITALS[i].to)
			return (c - CAPITALS[i].from) % CAPITALS[i].step
				       ? c
				       : c + CAPITALS[i].distance;
	return c;
}

bool utf8_is_upper(uint32_t c)
{
	return utf8_fold(c) != c;
}

bool utf8_is_letter(uint32_t c)
{
	if (c < 0x80)
		return byte_is_alpha((char)c);
	return c == 0xaa || c == 0xb5 || c == 0xba ||
	       (c >= 0xc0 && c != 0xd7 && c != 0xf7 && !(c >= 0x2000 && c <= 0x2bff) &&
		       !(c >= 0x3000 && c <= 0x303f) && !(c >= 0xe000 && c <= 0xf8ff) &&
		       !(c >= 0xfe00 && c <= 0xfe0f) && c != 0xfeff && c != UTF8_BAD &&
		       !(c >= 0x1f000 && c <= 0x1faff));
}

struct str utf8_lower(struct arena *a, struct str s)
{
	// Folding never makes a character longer: 0x178 shrinks, the rest keep their
	// length.
	char *out = arena_alloc(a, s.len * 3 + 1, 1);
	size_t used = 0;
	for (size_t at = 0; at < s.len;)
		used += utf8_put(utf8_fold(utf8_next(s, &at)), out + used);
	return (struct str){ out, used };
}

static bool is_override(uint32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= 9 && c <= 13) || c == 0xa0 || c == 0x2028 ||
	       c == 0x2029 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x3000;
}

static bool is_invisible(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfeff || c == 0x200b;
}

static void put_safe(struct buf *out, uint32_t c)
{
	char bytes[4];
	if (is_override(c))
		buf_fmt(out, "<U+%04X>", c);
	else
		buf_add(out, (struct str){ bytes, utf8_put(c, bytes) });
}

struct str utf8_safe(struct arena *a, struct str s, size_t max)
{
	struct buf out = { 0 };
	size_t count = 0;
	bool blank = false;
	for (size_t at = 0; at < s.len;) {
		uint32_t c = utf8_next(s, &at);
		if (is_blank(c)) {
			blank = true;
			continue;
		}
		if (is_invisible(c))
			continue;
		if (max && count >= max) {
			buf_add(&out, S("\xe2\x80\xa6"));
			break;
		}
		if (blank && out.len)
			buf_byte(&out, ' '), count++;
		blank = false;
		put_safe(&out, c);
		count++;
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

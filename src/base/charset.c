// Files as UTF-8, whatever they were saved as.
#include "base/buf.h"
#include "base/utf8.h"

// Windows-1252 where it differs from Latin-1: 0x80 to 0x9f.
static const uint16_t CP1252[32] = { 0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020,
	0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018,
	0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
	0x153, 0x9d, 0x17e, 0x178 };

uint32_t utf8_of_cp1252(unsigned char byte)
{
	return byte >= 0x80 && byte < 0xa0 ? CP1252[byte - 0x80] : byte;
}

static uint32_t unit_at(struct str s, size_t at, bool big)
{
	unsigned low = (unsigned char)s.at[at + !!big],
		 high = (unsigned char)s.at[at + !big];
	return low | high << 8;
}

static struct str from_utf16(struct arena *a, struct str s, bool big)
{
	char *out = arena_alloc(a, s.len / 2 * 3 + 4, 1);
	size_t used = 0;
	for (size_t at = 0; at + 1 < s.len; at += 2) {
		uint32_t c = unit_at(s, at, big);
		if (c >= 0xd800 && c < 0xdc00 && at + 3 < s.len) {
			uint32_t low = unit_at(s, at + 2, big);
			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
				at += 2;
			}
		}
		if (c >= 0xd800 && c < 0xe000)
			c = UTF8_BAD;
		if (c != 0xfeff)
			used += utf8_put(c, out + used);
	}
	return (struct str){ out, used };
}

/*
 * What is a character of UTF-8 stays one: exports pasted together from two programs are
 * in both encodings, and real Windows-1252 text has no letters that look like UTF-8.
 */
static struct str from_cp1252(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.len * 3 + 1, 1);
	size_t used = 0;
	for (size_t at = 0; at < s.len;) {
		size_t from = at;
		uint32_t c = utf8_next(s, &at);
		if (at - from == 1)
			c = utf8_of_cp1252((unsigned char)s.at[from]);
		used += utf8_put(c, out + used);
	}
	return (struct str){ out, used };
}

// UTF-16 without BOM: nearly every second byte of Western text is NUL.
static int utf16_pattern(struct str s)
{
	size_t n = s.len < 512 ? s.len & ~(size_t)1 : 512, even = 0, odd = 0;
	for (size_t i = 0; i + 1 < n; i += 2) {
		even += s.at[i] == 0;
		odd += s.at[i + 1] == 0;
	}
	if (n < 8)
		return 0;
	return odd > n / 3 && even < n / 20 ? 1 : even > n / 3 && odd < n / 20 ? 2 : 0;
}

struct str utf8_from_bytes(struct arena *a, struct str bytes, const char **name)
{
	const char *ignored = NULL;
	if (!name)
		name = &ignored;
	*name = "UTF-8";
	if (str_starts(bytes, S("\xef\xbb\xbf")))
		bytes = str_from(bytes, 3);
	bool little = str_starts(bytes, S("\xff\xfe")),
	     big = str_starts(bytes, S("\xfe\xff"));
	int pattern = little || big ? 0 : utf16_pattern(bytes);
	if (little || big || pattern) {
		*name = "UTF-16";
		return from_utf16(a, bytes, big || pattern == 2);
	}
	if (utf8_valid(bytes))
		return bytes;
	*name = "Windows-1252";
	return from_cp1252(a, bytes);
}

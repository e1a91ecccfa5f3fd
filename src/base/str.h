// str: a slice of bytes that somebody else owns.
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Text is UTF-8, is not NUL-terminated, and is never freed through a slice:
 * it lives as long as the arena or the literal it points into.
 * The zero value is the empty slice.
 */
struct str {
	const char *at;
	size_t len;
};

// A literal as a value, S("filler"), and as an initializer in a static table,
// where C17 wants constants: static const struct str X[] = { STR_INIT("a") };
#define STR_INIT(literal)                                                                \
	{                                                                                \
		"" literal, sizeof(literal) - 1                                          \
	}
#define S(literal) ((struct str)STR_INIT(literal))

// For printf: printf("%" PRI_STR "\n", ARG_STR(word));
#define PRI_STR ".*s"
#define ARG_STR(s) (int)(s).len, (s).at

struct str str_of(const char *text); // NULL gives the empty slice

// Clamps to s.  In the header because parsers cut at every step.
static inline struct str str_cut(struct str s, size_t from, size_t len)
{
	if (from > s.len)
		from = s.len;
	if (len > s.len - from)
		len = s.len - from;
	return (struct str){ s.len ? s.at + from : s.at, len };
}

// The rest after `from` bytes.
static inline struct str str_from(struct str s, size_t from)
{
	return str_cut(s, from, s.len);
}

struct str str_trim(struct str s);		     // ASCII space only
struct str str_strip(struct str s, const char *set); // both ends, any byte of set

bool str_eq(struct str a, struct str b);
bool str_eq_nocase(struct str a, struct str b); // folds ASCII only
int str_cmp(struct str a, struct str b);	// bytewise, shorter first: total order
// The same with runs of digits as numbers, so that p9 comes before p10: total order.
int str_cmp_numbers(struct str a, struct str b);
bool str_starts(struct str s, struct str head);
bool str_starts_nocase(struct str s, struct str head);
bool str_ends(struct str s, struct str tail);
bool str_ends_nocase(struct str s, struct str tail);

#define STR_NONE SIZE_MAX
// Offset of the first `needle` at or after `from`, or STR_NONE.  O(n * m) at worst.
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_nocase(struct str s, struct str needle, size_t from);
size_t str_find_byte(struct str s, char byte, size_t from);

/*
 * Takes the next line off *rest into *line, without its end (\n or \r\n).
 * Returns false when nothing is left.
 */
bool str_line(struct str *rest, struct str *line);
// Takes the next piece up to `separator` off *rest.  "a,,b" gives a, "", b; "" gives
// nothing.
bool str_split(struct str *rest, char separator, struct str *piece);

// Whole of s (trimmed) as a decimal number; false when it is anything else or does not
// fit.
bool str_to_int(struct str s, int64_t *out);
// "12", "-3.5", "1e6"; '.' is the decimal point whatever the locale.
bool str_to_double(struct str s, double *out);

// 64 bits that depend on every byte and on the seed; the same on every machine.
uint64_t str_hash(struct str s, uint64_t seed);

// One byte each; inline, because parsers ask them of every byte there is.
static inline char byte_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static inline bool byte_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool byte_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool byte_is_alpha(char c) // ASCII letters only
{
	return byte_lower(c) >= 'a' && byte_lower(c) <= 'z';
}

// ASCII letter, digit, or any byte of a non-ASCII character.
static inline bool byte_is_word(char c)
{
	return byte_is_alpha(c) || byte_is_digit(c) || (unsigned char)c >= 0x80;
}

#endif

// utf8: characters instead of bytes: decoding, case, width, and making foreign text safe.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

#define UTF8_BAD 0xfffdu

// Decodes the character at s.at[*at] and moves *at behind it; a bad byte gives UTF8_BAD
// and moves by one.
uint32_t utf8_next(struct str s, size_t *at);
size_t utf8_put(uint32_t c, char out[4]); // bytes written, 1 to 4
bool utf8_valid(struct str s);
size_t utf8_count(struct str s);   // characters: bytes that begin one
size_t utf8_columns(struct str s); // terminal columns: 0 for combining, 2 for wide
size_t utf8_cut(
	struct str s, size_t columns); // bytes of the longest head that fits in `columns`

// Simple case folding for Latin, Greek and Cyrillic; other characters stay.  Independent
// of locale.
uint32_t utf8_fold(uint32_t c);
struct str utf8_lower(struct arena *a, struct str s);
bool utf8_is_upper(uint32_t c);
bool utf8_is_letter(uint32_t c); // letters of any script, approximated by block

/*
 * Bytes of a file as UTF-8 without BOM.  Knows UTF-8, UTF-16 with BOM (or with the NUL
 * pattern of ASCII text) and falls back to Windows-1252.  Returns `bytes` itself, cut,
 * when nothing must change. *name says which it was.
 */
struct str utf8_from_bytes(struct arena *a, struct str bytes, const char **name);

uint32_t utf8_of_cp1252(unsigned char byte); // the character of a Windows-1252 byte

/*
 * Text that is safe to print: control characters and escape sequences become spaces or
 * vanish, direction overrides become visible as <U+202E>, bad bytes become U+FFFD, runs
 * of white space one space, and what is longer than `max` characters ends in an ellipsis.
 * max 0 means no limit.
 */
struct str utf8_safe(struct arena *a, struct str s, size_t max);

#endif

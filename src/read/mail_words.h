// mail_words: header values as people read them.
#ifndef READ_MAIL_WORDS_H
#define READ_MAIL_WORDS_H

#include "base/base.h"

/*
 * Decodes the encoded words of RFC 2047 (=?utf-8?q?Gr=C3=BC=C3=9Fe?=) and unfolds lines.
 * Characters that are split between two words are put together.
 */
struct str mail_words(struct arena *a, struct str value);

/*
 * Bytes in a named character set as UTF-8.  UTF-8 is believed when it is valid, whatever
 * the name says; Latin-1, Latin-9 and Windows-1252 are read as the last.  Of other sets
 * only the ASCII characters survive, the rest become U+FFFD.
 */
struct str mail_charset(struct arena *a, struct str name, struct str bytes);

// One byte of base64, 0 to 63, or -1.
int mail_sextet(char c);
// The two hexadecimal digits at s.at[at], or -1.
int mail_hex(struct str s, size_t at);

#endif

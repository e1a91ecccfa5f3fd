// mail_lines: the text of one part of a mail as lines that know where they came from.
#ifndef READ_MAIL_LINES_H
#define READ_MAIL_LINES_H

#include "base/base.h"

struct mail_line {
	struct str words;
	uint32_t line; // of the file, where it begins
	bool exact;    // words are as written there: columns can be told
};

struct mail_lines {
	struct mail_line *at;
	size_t count, room;
};

enum { MAIL_LINES_MAX = 100 * 1000 }; // of one part; the rest is left out

enum mail_encoding { MAIL_PLAIN, MAIL_QUOTED, MAIL_BASE64 };

enum mail_encoding mail_encoding_of(struct str name); // Content-Transfer-Encoding
/*
 * Decodes a part that begins in line `line` of the file.  Lines of quoted-printable and
 * base64 begin in the line that holds their first byte.
 */
void mail_lines_read(struct mail_lines *out, struct str part, uint32_t line,
	enum mail_encoding encoding, struct str charset, struct arena *a);

#endif

// buf: growing text with a limit.
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

/*
 * The one growing byte buffer.  Set `max` before the first byte (0 means BUF_MAX); what
 * would pass it is dropped and `full` is set, so a writer checks once at the end.  The
 * zero value is ready; buf_done gives the memory back.
 */
#define BUF_MAX ((size_t)1 << 32)

struct buf {
	char *at;
	size_t len;
	size_t room;
	size_t max;
	bool full;
};

void buf_add(struct buf *b, struct str s);
void buf_byte(struct buf *b, char byte);
void buf_repeat(struct buf *b, struct str s, size_t times);
void buf_fmt(struct buf *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
struct str buf_str(const struct buf *b); // borrowed until the next write
void buf_clear(struct buf *b);		 // keeps the memory
void buf_done(struct buf *b);

#endif

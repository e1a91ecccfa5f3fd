#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

static bool reserve(struct buf *b, size_t more)
{
	size_t max = b->max ? b->max : BUF_MAX;
	if (more > max - b->len) {
		b->full = true;
		return false;
	}
	if (b->room - b->len < more) {
		size_t room = b->room ? b->room * 2 : 256;
		b->room = room < b->len + more ? b->len + more : room;
		b->at = heap_resize(b->at, b->room);
	}
	return true;
}

void buf_add(struct buf *b, struct str s)
{
	if (!s.len || !reserve(b, s.len))
		return;
	memcpy(b->at + b->len, s.at, s.len);
	b->len += s.len;
}

void buf_byte(struct buf *b, char byte)
{
	buf_add(b, (struct str){ &byte, 1 });
}

void buf_repeat(struct buf *b, struct str s, size_t times)
{
	for (size_t i = 0; i < times && !b->full; i++)
		buf_add(b, s);
}

void buf_fmt(struct buf *b, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	// One byte more than the text, for the NUL that vsnprintf insists on.
	if (len > 0 && reserve(b, (size_t)len + 1)) {
		(void)vsnprintf(
			b->at + b->len, (size_t)len + 1, format, again); // it fits
		b->len += (size_t)len;
	}
	va_end(again);
}

struct str buf_str(const struct buf *b)
{
	return (struct str){ b->at, b->len };
}

void buf_clear(struct buf *b)
{
	b->len = 0;
	b->full = false;
}

void buf_done(struct buf *b)
{
	heap_free(b->at);
	*b = (struct buf){ 0 };
}

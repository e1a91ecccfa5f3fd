#include "model/notes.h"

#include <stdarg.h>
#include <stdio.h>

void notes_add(struct notes *n, const char *format, ...)
{
	char text[1000];
	va_list args;
	if (n->count == NOTES_MAX) {
		n->dropped++;
		return;
	}
	va_start(args, format);
	int len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len < 0)
		return;
	size_t used = (size_t)len < sizeof text ? (size_t)len : sizeof text - 1;
	n->at = arena_more(n->arena, n->at, n->count, &n->room, sizeof *n->at);
	n->at[n->count++] = utf8_safe(n->arena, (struct str){ text, used }, 0);
}

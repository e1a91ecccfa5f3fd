#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_FIRST = 4 * 1024, BLOCK_LARGEST = 8 * 1024 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t size;
	size_t used;
	max_align_t data[];
};

// The only place in the program where running out of memory is decided.
static _Noreturn void out_of_memory(void)
{
	fputs("candor: out of memory\n", stderr);
	abort();
}

// Blocks double up to BLOCK_LARGEST, so a large arena is few allocations.
static struct arena_block *block_new(size_t need, struct arena_block *next)
{
	size_t size = next ? next->size * 2 : BLOCK_FIRST;
	if (size > BLOCK_LARGEST)
		size = BLOCK_LARGEST;
	if (size < need)
		size = need;
	struct arena_block *b = calloc(1, sizeof *b + size);
	if (!b)
		out_of_memory();
	b->size = size;
	b->next = next;
	return b;
}

void *arena_alloc(struct arena *a, size_t count, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	size_t need = 0;
	if (__builtin_mul_overflow(count, size, &need) ||
		need > SIZE_MAX - align - sizeof(struct arena_block))
		out_of_memory();
	need = (need + align - 1) / align * align;
	if (!a->last || a->last->size - a->last->used < need)
		a->last = block_new(need, a->last);
	void *at = (char *)a->last->data + a->last->used;
	a->last->used += need;
	a->used += need;
	return at;
}

struct str arena_str(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.len + 1, 1);
	if (s.len)
		memcpy(copy, s.at, s.len);
	return (struct str){ copy, s.len };
}

const char *arena_cstr(struct arena *a, struct str s)
{
	return arena_str(a, s).at;
}

struct str arena_fmt(struct arena *a, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	size_t n = len > 0 ? (size_t)len : 0;
	char *text = arena_alloc(a, n + 1, 1);
	(void)vsnprintf(text, n + 1, format, again); // the length is known to fit
	va_end(again);
	return (struct str){ text, n };
}

void *arena_more(struct arena *a, void *array, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return array;
	size_t next = *room ? *room * 2 : 8;
	void *moved = arena_alloc(a, next, size);
	if (count)
		memcpy(moved, array, count * size);
	*room = next;
	return moved;
}

void arena_free(struct arena *a)
{
	for (struct arena_block *b = a->last, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena){ 0 };
}

void *heap_resize(void *at, size_t bytes)
{
	void *moved = realloc(at, bytes ? bytes : 1);
	if (!moved)
		out_of_memory();
	return moved;
}

void heap_free(void *at)
{
	free(at);
}

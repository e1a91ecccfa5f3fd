// arena: memory that is thrown away all at once.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

struct arena_block;

/*
 * One arena per document and one per run.  Not thread-safe: an arena belongs
 * to the thread that works on its document.  The zero value is ready to use.
 */
struct arena {
	struct arena_block *last;
	size_t used; // bytes handed out so far
};

// Zeroed memory, aligned for any type.  Never NULL: out of memory ends the run.
void *arena_alloc(struct arena *a, size_t count, size_t size);
struct str arena_str(struct arena *a, struct str s); // a copy that a owns, NUL behind it
struct str arena_fmt(struct arena *a, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
const char *arena_cstr(
	struct arena *a, struct str s); // for the system calls that want NUL
void arena_free(struct arena *a);	// back to the zero value

/*
 * Room for element number `count` of a growing array: returns the array, moved to twice
 * the room when it was full.  Amortised O(1); the old copy stays in the arena. v->at =
 * arena_more(a, v->at, v->count, &v->room, sizeof *v->at); v->at[v->count++] = x;
 */
void *arena_more(struct arena *a, void *array, size_t count, size_t *room, size_t size);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), 1, sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), (n), sizeof(type)))

// Plain heap memory for the few owners that must give it back (growing buffers, work
// queues). heap_resize(NULL, n) allocates; never returns NULL for n > 0.
void *heap_resize(void *at, size_t bytes);
void heap_free(void *at);

#endif

#include "read/scratch.h"

#include <assert.h>
#include <string.h>

char *scratch_take(struct scratch *s, size_t len)
{
	const size_t align = _Alignof(max_align_t);
	len = (len + align - 1) / align * align;
	if (!s->at || s->room - s->used < len) {
		// The full piece stays in the arena: what was handed out must not move.
		s->room = len > s->room ? len * 2 : s->room * 2;
		if (s->room < 1024)
			s->room = 1024;
		s->at = arena_alloc(s->arena, s->room, 1);
		s->used = 0;
	}
	char *piece = s->at + s->used;
	s->used += len;
	return piece;
}

struct str scratch_str(struct scratch *s, struct str text)
{
	char *copy = scratch_take(s, text.len);
	if (text.len)
		memcpy(copy, text.at, text.len);
	return (struct str){ copy, text.len };
}

void scratch_trim(struct scratch *s, const char *end)
{
	const size_t align = _Alignof(max_align_t);
	assert(end >= s->at && end <= s->at + s->used);
	s->used = ((size_t)(end - s->at) + align - 1) / align * align;
}

void scratch_clear(struct scratch *s)
{
	s->used = 0;
}

// entity: what &name; and &#number; stand for.
#ifndef READ_ENTITY_H
#define READ_ENTITY_H

#include "base/base.h"

/*
 * Reads the entity at the head of s, which begins with '&': its length in bytes, or 0
 * when it is none and the '&' stands for itself.  Numbers that are no character give
 * U+FFFD; 128 to 159 mean Windows-1252, as browsers have it.  `attribute` is the stricter
 * rule inside attribute values.
 */
size_t entity_read(struct str s, bool attribute, uint32_t *code);
// An attribute's value with its entities replaced; s itself when there are none.
struct str entity_decode(struct arena *a, struct str s);

#endif

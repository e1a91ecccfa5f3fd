// map: words to small numbers, in the order in which they first came.
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

/*
 * A dictionary from text to its index 0, 1, 2, ... in order of first insertion, so that
 * whatever is kept in an array beside it has an order that never depends on hashing. Keys
 * are copied into the arena.  The zero value is an empty map; set `arena` before the
 * first map_add.
 *
 * Keys may come from anybody: when they crowd as they do only on purpose, the map goes on
 * with a keyed hash (SipHash-1-3, Aumasson and Bernstein 2012) that nobody outside this
 * process can aim at.  Its order stays what it is.
 */
struct map {
	struct arena *arena;
	struct str *keys; // keys[index]
	size_t count;
	size_t keys_room;
	uint32_t *slots; // index + 1, 0 is free
	uint64_t *hashes;
	size_t slots_room;  // power of two
	uint64_t secret[2]; // once `careful`
	bool careful;
};

#define MAP_NONE SIZE_MAX

size_t map_add(struct map *m, struct str key);	      // the key's index, old or new; O(1)
size_t map_find(const struct map *m, struct str key); // MAP_NONE if it is not there; O(1)

#endif

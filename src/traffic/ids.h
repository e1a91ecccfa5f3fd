// ids: 64-bit names to small numbers, in the order in which they first came.
#ifndef TRAFFIC_IDS_H
#define TRAFFIC_IDS_H

#include "base/base.h"

/*
 * What struct map is for text: message ids, threads and rows are kept as hashes, because
 * a million of them would not fit as words.  Set `arena` before the first ids_add.
 *
 * Keys may come from anybody: when they crowd as they do only on purpose, they are seated
 * anew under a number that nobody outside this process knows.  Their order stays.
 */
struct ids {
	struct arena *arena;
	uint64_t *keys; // keys[index]
	size_t count, room;
	uint32_t *slots; // index + 1, 0 is free
	size_t slots_room;
	uint64_t secret; // 0 until keys crowd
};

void ids_reserve(struct ids *ids, size_t count); // room for so many; nothing has to move
void ids_expect(const struct ids *ids, uint64_t key); // will be asked for soon

size_t ids_add(struct ids *ids, uint64_t key);	      // its index, old or new; O(1)
size_t ids_find(const struct ids *ids, uint64_t key); // MAP_NONE if it is not there
uint64_t ids_mix(uint64_t a, uint64_t b);	      // one name of two; order matters

#endif

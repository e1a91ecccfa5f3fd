#include "web/ids.h"

#include <assert.h>

// Finalizer of splitmix64 (Steele, Lea, Flood 2014): every bit depends on every other.
static uint64_t scatter(uint64_t x)
{
	x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

uint64_t ids_mix(uint64_t a, uint64_t b)
{
	return scatter(scatter(a + UINT64_C(0x9e3779b97f4a7c15)) ^ b);
}

static size_t slot_of(const struct ids *ids, uint64_t key)
{
	size_t mask = ids->slots_room - 1, at = (size_t)scatter(key) & mask;
	while (ids->slots[at] && ids->keys[ids->slots[at] - 1] != key)
		at = (at + 1) & mask;
	return at;
}

static void grow(struct ids *ids)
{
	enum { FIRST_ROOM = 1024 };
	ids->slots_room = ids->slots_room ? ids->slots_room * 2 : FIRST_ROOM;
	ids->slots = ARENA_ARRAY(ids->arena, uint32_t, ids->slots_room);
	for (size_t i = 0; i < ids->count; i++)
		ids->slots[slot_of(ids, ids->keys[i])] = (uint32_t)i + 1;
}

size_t ids_add(struct ids *ids, uint64_t key)
{
	assert(ids->count < UINT32_MAX);
	if (ids->count * 2 >= ids->slots_room)
		grow(ids);
	size_t slot = slot_of(ids, key);
	if (ids->slots[slot])
		return ids->slots[slot] - 1;
	ids->keys = arena_more(
		ids->arena, ids->keys, ids->count, &ids->room, sizeof *ids->keys);
	ids->keys[ids->count++] = key;
	ids->slots[slot] = (uint32_t)ids->count;
	return ids->count - 1;
}

size_t ids_find(const struct ids *ids, uint64_t key)
{
	if (!ids->slots_room)
		return MAP_NONE;
	size_t slot = slot_of(ids, key);
	return ids->slots[slot] ? ids->slots[slot] - 1 : MAP_NONE;
}

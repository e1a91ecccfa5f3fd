#include "traffic/ids.h"

#include <assert.h>
#include <string.h>

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

// A run of taken slots this long does not happen by chance in a table half full.
enum { CROWD = 256 };

static size_t home_of(const struct ids *ids, uint64_t key)
{
	return (size_t)scatter(key ^ ids->secret) & (ids->slots_room - 1);
}

static size_t slot_of(const struct ids *ids, uint64_t key, size_t *steps)
{
	size_t mask = ids->slots_room - 1, at = home_of(ids, key);
	for (*steps = 0; ids->slots[at] && ids->keys[ids->slots[at] - 1] != key; ++*steps)
		at = (at + 1) & mask;
	return at;
}

// Puts all keys into `room` free slots.
static void seat_all(struct ids *ids, size_t room)
{
	ids->slots_room = room;
	ids->slots = ARENA_ARRAY(ids->arena, uint32_t, room);
	for (size_t i = 0; i < ids->count; i++) {
		size_t at = home_of(ids, ids->keys[i]);
		while (ids->slots[at]) // keys differ: no need to compare
			at = (at + 1) & (room - 1);
		ids->slots[at] = (uint32_t)i + 1;
	}
}

static void grow(struct ids *ids)
{
	enum { FIRST_ROOM = 1024 };
	seat_all(ids, ids->slots_room ? ids->slots_room * 2 : FIRST_ROOM);
}

// The secret is where the system put the table in memory: different in every process.
static void beware(struct ids *ids)
{
	ids->secret = scatter((uint64_t)(uintptr_t)ids->slots) | 1;
	seat_all(ids, ids->slots_room);
}

void ids_reserve(struct ids *ids, size_t count)
{
	size_t room = 1;
	while (room < UINT32_MAX && room <= count * 2)
		room *= 2;
	if (count <= ids->room || room <= ids->slots_room)
		return;
	uint64_t *keys = ARENA_ARRAY(ids->arena, uint64_t, count);
	if (ids->count)
		memcpy(keys, ids->keys, ids->count * sizeof *keys);
	ids->keys = keys;
	ids->room = count;
	seat_all(ids, room);
}

void ids_expect(const struct ids *ids, uint64_t key)
{
	if (ids->slots_room)
		__builtin_prefetch(&ids->slots[home_of(ids, key)]);
}

size_t ids_add(struct ids *ids, uint64_t key)
{
	size_t steps = 0;
	assert(ids->count < UINT32_MAX);
	if (ids->count * 2 >= ids->slots_room)
		grow(ids);
	size_t slot = slot_of(ids, key, &steps);
	if (ids->slots[slot])
		return ids->slots[slot] - 1;
	if (steps > CROWD && !ids->secret) {
		beware(ids);
		return ids_add(ids, key);
	}
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
	size_t steps = 0, slot = slot_of(ids, key, &steps);
	return ids->slots[slot] ? ids->slots[slot] - 1 : MAP_NONE;
}

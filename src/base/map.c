#include "base/map.h"

#include <string.h>

// A run of taken slots this long does not happen by chance in a table half full.
enum { CROWD = 256 };

static uint64_t turn(uint64_t x, unsigned bits)
{
	return x << bits | x >> (64 - bits);
}

static void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = turn(v[1], 13) ^ v[0];
	v[0] = turn(v[0], 32);
	v[2] += v[3];
	v[3] = turn(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = turn(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = turn(v[1], 17) ^ v[2];
	v[2] = turn(v[2], 32);
}

static uint64_t sip_hash(struct str s, const uint64_t secret[2])
{
	uint64_t v[4] = { secret[0] ^ 0x736f6d6570736575u,
		secret[1] ^ 0x646f72616e646f6du, secret[0] ^ 0x6c7967656e657261u,
		secret[1] ^ 0x7465646279746573u };
	for (size_t i = 0; i <= s.len; i += 8) {
		uint64_t word = s.len - i < 8 ? (uint64_t)s.len << 56 : 0;
		if (s.len > i)
			memcpy(&word, s.at + i, s.len - i < 8 ? s.len - i : 8);
		v[3] ^= word;
		sip_round(v);
		v[0] ^= word;
	}
	v[2] ^= 0xff;
	for (size_t i = 0; i < 3; i++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static uint64_t hash_of(const struct map *m, struct str key)
{
	return m->careful ? sip_hash(key, m->secret) : str_hash(key, 0);
}

// The slot of a key, or the free one where it belongs; *steps says how far that was.
static size_t slot_of(const struct map *m, struct str key, uint64_t hash, size_t *steps)
{
	size_t slot = (size_t)hash & (m->slots_room - 1);
	for (*steps = 0; m->slots[slot]; ++*steps) {
		size_t index = m->slots[slot] - 1;
		if (m->hashes[index] == hash && str_eq(m->keys[index], key))
			break;
		slot = (slot + 1) & (m->slots_room - 1);
	}
	return slot;
}

// Puts all keys into `room` free slots, by the hashes they have.
static void seat_all(struct map *m, size_t room)
{
	m->slots = ARENA_ARRAY(m->arena, uint32_t, room);
	m->slots_room = room;
	for (size_t i = 0; i < m->count; i++) {
		size_t slot = (size_t)m->hashes[i] & (room - 1);
		while (m->slots[slot])
			slot = (slot + 1) & (room - 1);
		m->slots[slot] = (uint32_t)i + 1;
	}
}

static void grow(struct map *m)
{
	size_t room = m->slots_room ? m->slots_room * 2 : 32;
	uint64_t *hashes = ARENA_ARRAY(m->arena, uint64_t, room);
	if (m->count)
		memcpy(hashes, m->hashes, m->count * sizeof *hashes);
	m->hashes = hashes;
	seat_all(m, room);
}

// The secret is where the system put this map in memory: different in every process.
static void beware(struct map *m)
{
	m->careful = true;
	m->secret[0] = (uint64_t)(uintptr_t)m->slots;
	m->secret[1] = (uint64_t)(uintptr_t)&m ^ (uint64_t)(uintptr_t)m->keys << 16;
	for (size_t i = 0; i < m->count; i++)
		m->hashes[i] = hash_of(m, m->keys[i]);
	seat_all(m, m->slots_room);
}

size_t map_find(const struct map *m, struct str key)
{
	size_t steps = 0;
	if (!m->count)
		return MAP_NONE;
	size_t slot = slot_of(m, key, hash_of(m, key), &steps);
	return m->slots[slot] ? m->slots[slot] - 1 : MAP_NONE;
}

size_t map_add(struct map *m, struct str key)
{
	size_t steps = 0;
	if (m->count * 2 >= m->slots_room)
		grow(m);
	uint64_t hash = hash_of(m, key);
	size_t slot = slot_of(m, key, hash, &steps);
	if (m->slots[slot])
		return m->slots[slot] - 1;
	if (steps > CROWD && !m->careful) {
		beware(m);
		return map_add(m, key);
	}
	m->keys = arena_more(m->arena, m->keys, m->count, &m->keys_room, sizeof *m->keys);
	m->keys[m->count] = arena_str(m->arena, key);
	m->hashes[m->count] = hash;
	m->slots[slot] = (uint32_t)m->count + 1;
	return m->count++;
}

#include "base/map.h"

static size_t slot_of(const struct map *m, struct str key, uint64_t hash)
{
	size_t slot = (size_t)hash & (m->slots_room - 1);
	while (m->slots[slot]) {
		size_t index = m->slots[slot] - 1;
		if (m->hashes[index] == hash && str_eq(m->keys[index], key))
			break;
		slot = (slot + 1) & (m->slots_room - 1);
	}
	return slot;
}

static void grow(struct map *m)
{
	size_t room = m->slots_room ? m->slots_room * 2 : 32;
	uint64_t *hashes = ARENA_ARRAY(m->arena, uint64_t, room);
	m->slots = ARENA_ARRAY(m->arena, uint32_t, room);
	m->slots_room = room;
	for (size_t i = 0; i < m->count; i++) {
		hashes[i] = m->hashes[i];
		size_t slot = (size_t)hashes[i] & (room - 1);
		while (m->slots[slot])
			slot = (slot + 1) & (room - 1);
		m->slots[slot] = (uint32_t)i + 1;
	}
	m->hashes = hashes;
}

size_t map_find(const struct map *m, struct str key)
{
	if (!m->count)
		return MAP_NONE;
	size_t slot = slot_of(m, key, str_hash(key, 0));
	return m->slots[slot] ? m->slots[slot] - 1 : MAP_NONE;
}

size_t map_add(struct map *m, struct str key)
{
	if (m->count * 2 >= m->slots_room)
		grow(m);
	uint64_t hash = str_hash(key, 0);
	size_t slot = slot_of(m, key, hash);
	if (m->slots[slot])
		return m->slots[slot] - 1;
	m->keys = arena_more(m->arena, m->keys, m->count, &m->keys_room, sizeof *m->keys);
	m->keys[m->count] = arena_str(m->arena, key);
	m->hashes[m->count] = hash;
	m->slots[slot] = (uint32_t)m->count + 1;
	return m->count++;
}

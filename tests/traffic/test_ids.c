// Names of 64 bits as small numbers, also where somebody chose them to collide.
#include "test.h"

#include "traffic/ids.h"

enum { MANY = 20 * 1000 };

static uint64_t undo_shift(uint64_t x, unsigned by)
{
	uint64_t out = x;
	for (unsigned at = by; at < 64; at += by)
		out = x ^ (out >> by);
	return out;
}

static uint64_t inverse(uint64_t odd) // modulo 2^64, by Newton
{
	uint64_t x = odd;
	for (unsigned i = 0; i < 6; i++)
		x *= 2 - odd * x;
	return x;
}

// The key that splitmix64's finalizer takes to `hash`.
static uint64_t key_for(uint64_t hash)
{
	hash = undo_shift(hash, 31) * inverse(UINT64_C(0x94d049bb133111eb));
	hash = undo_shift(hash, 27) * inverse(UINT64_C(0xbf58476d1ce4e5b9));
	return undo_shift(hash, 30);
}

TEST(numbers_are_in_the_order_in_which_names_came)
{
	struct arena arena = { 0 };
	struct ids ids = { .arena = &arena };
	assert_true(ids_find(&ids, 7) == MAP_NONE);
	for (size_t round = 0; round < 2; round++)
		for (uint64_t i = 0; i < MANY; i++)
			assert_int_equal(ids_add(&ids, i * i), i);
	assert_int_equal(ids.count, MANY);
	assert_true(ids_find(&ids, 2) == MAP_NONE);
	assert_int_equal(ids_find(&ids, 49), 7);
	assert_true(ids.secret == 0);
	arena_free(&arena);
}

TEST(room_made_ahead_changes_nothing)
{
	struct arena arena = { 0 };
	struct ids ids = { .arena = &arena };
	(void)ids_add(&ids, 5);
	ids_reserve(&ids, MANY);
	const uint32_t *slots = ids.slots;
	for (uint64_t i = 0; i < MANY; i++)
		(void)ids_add(&ids, i);
	assert_true(ids.slots == slots);
	assert_int_equal(ids_find(&ids, 5), 0);
	assert_int_equal(ids_find(&ids, 0), 1);
	assert_int_equal(ids_find(&ids, 6), 6);
	ids_reserve(&ids, 3); // there is more
	assert_int_equal(ids.count, MANY);
	arena_free(&arena);
}

// Equal in the low 40 bits of their hashes, they would all want one slot.
TEST(names_chosen_to_collide_are_seated_anew)
{
	struct arena arena = { 0 };
	struct ids ids = { .arena = &arena };
	for (uint64_t i = 0; i < MANY; i++)
		assert_int_equal(ids_add(&ids, key_for(i << 40)), i);
	assert_true(ids.secret != 0);
	for (uint64_t i = 0; i < MANY; i++)
		assert_int_equal(ids_find(&ids, key_for(i << 40)), i);
	assert_true(ids_find(&ids, key_for(UINT64_C(1) << 39)) == MAP_NONE);
	arena_free(&arena);
}

MAIN(RUN(numbers_are_in_the_order_in_which_names_came),
	RUN(room_made_ahead_changes_nothing),
	RUN(names_chosen_to_collide_are_seated_anew))

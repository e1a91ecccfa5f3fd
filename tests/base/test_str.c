#include "test.h"

#include <stdio.h>
#include <string.h>

#include "base/base.h"

TEST(lines_lose_their_ends)
{
	struct str rest = S("one\r\ntwo\n\nfour"), line;
	static const char *const want[] = { "one", "two", "", "four" };
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(str_line(&rest, &line));
		assert_true(str_eq(line, str_of(want[i])));
	}
	assert_false(str_line(&rest, &line));
}

TEST(cut_clamps)
{
	assert_true(str_eq(str_cut(S("abc"), 1, 99), S("bc")));
	assert_true(str_eq(str_cut(S("abc"), 9, 1), S("")));
	assert_true(str_eq(str_cut((struct str){ 0 }, 3, 3), S("")));
}

TEST(errors_collect_context)
{
	struct error err = { 0 };
	assert_false(error_set(&err, ERROR_FORMAT, "slide %d has no text", 4));
	assert_false(error_add(&err, "%s", "q3.pptx"));
	assert_string_equal(err.text, "q3.pptx: slide 4 has no text");
	for (int i = 0; i < 200; i++)
		error_add(&err, "%s", "deep");
	assert_int_equal(err.code, ERROR_FORMAT);
}

TEST(searching_and_splitting)
{
	assert_int_equal(str_find(S("abcabc"), S("ca"), 0), 2);
	assert_true(str_find(S("abc"), S("x"), 0) == STR_NONE);
	assert_int_equal(str_find_nocase(S("ABC"), S("bc"), 0), 1);
	struct str rest = S("a,,b"), piece;
	static const char *const want[] = { "a", "", "b" };
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(str_split(&rest, ',', &piece));
		assert_true(str_eq(piece, str_of(want[i])));
	}
	assert_false(str_split(&rest, ',', &piece));
}

TEST(numbers_are_whole_or_refused)
{
	int64_t i = 0;
	double d = 0;
	assert_true(str_to_int(S(" -42 "), &i));
	assert_int_equal(i, -42);
	assert_false(str_to_int(S("42x"), &i));
	assert_false(str_to_int(S("9223372036854775808"), &i));
	assert_true(str_to_double(S("1e-3"), &d));
	assert_true(d == 1e-3);
	assert_false(str_to_double(S("nan"), &d));
	assert_false(str_to_double(S("1e999"), &d));
}

TEST(maps_keep_the_order_of_insertion)
{
	struct arena a = { 0 };
	struct map m = { .arena = &a };
	char key[8];
	for (size_t i = 0; i < 5000; i++) {
		int n = snprintf(key, sizeof key, "k%zu", i * 7919 % 5000);
		assert_int_equal(map_add(&m, (struct str){ key, (size_t)n }), i);
	}
	assert_int_equal(map_add(&m, S("k0")), 0);
	assert_int_equal(m.count, 5000);
	assert_true(map_find(&m, S("nothing")) == MAP_NONE);
	assert_true(str_eq(m.keys[1], S("k2919")));
	arena_free(&a);
}

// What str_hash does between two words; undone by the second of them.
static uint64_t stir(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	return h ^ (h >> 32);
}

static struct str colliding(uint64_t i, uint64_t room[2])
{
	const uint64_t odd = 0x9e3779b97f4a7c15u, start = stir(odd) ^ 16;
	room[0] = i;
	room[1] = (stir(start ^ i) + odd) ^ 0x1234567812345678u;
	return (struct str){ (const char *)room, 16 };
}

TEST(keys_made_to_collide_cost_no_more_than_others)
{
	enum { KEYS = 100000 };
	struct arena a = { 0 };
	struct map m = { .arena = &a };
	uint64_t room[2];
	const uint64_t hash = str_hash(colliding(0, room), 0);
	for (uint64_t i = 0; i < KEYS; i++) {
		assert_true(str_hash(colliding(i, room), 0) == hash);
		assert_int_equal(map_add(&m, colliding(i, room)), i);
	}
	size_t longest = 0, run = 0; // slots taken in a row: what a search walks at most
	for (size_t slot = 0; slot < m.slots_room; slot++) {
		run = m.slots[slot] ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	assert_in_range(longest, 1, 256);
	for (uint64_t i = 0; i < KEYS; i++)
		assert_int_equal(map_find(&m, colliding(i, room)), i);
	assert_true(map_find(&m, colliding(KEYS, room)) == MAP_NONE);
	arena_free(&a);
}

TEST(edits_are_counted_with_swaps)
{
	static const struct {
		const char *a, *b;
		size_t want;
	} CASES[] = {
		{ "", "", 0 }, { "", "abc", 3 }, { "competitor", "competitors", 1 },
		{ "freshnses", "freshness", 1 }, // neighbours swapped
		{ "Alias", "aliases", 2 }, { "kitten", "sitting", 3 },
		{ "ca", "abc", 3 }, // optimal string alignment, not full Damerau
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct str a = str_of(CASES[i].a), b = str_of(CASES[i].b);
		assert_int_equal(near_distance(a, b), CASES[i].want);
		assert_int_equal(near_distance(b, a), CASES[i].want);
	}
	char wide[65] = { 0 };
	memset(wide, 'a', 65);
	struct str w = { wide, 65 };
	assert_true(near_distance(w, w) == SIZE_MAX);
}

TEST(only_near_words_are_suggested)
{
	struct near n = { .word = S("competitor") };
	near_try(&n, S("currency"));
	assert_false(near_found(&n));
	near_try(&n, S("competitors"));
	near_try(&n, S("competitorz")); // as close: the first wins
	assert_true(near_found(&n));
	assert_true(str_eq(n.best, S("competitors")));
	struct near none = { .word = S("k") };
	near_try(&none, S("x")); // nothing of the word is left
	assert_false(near_found(&none));
}

TEST(numbers_in_names_are_compared_as_numbers)
{
	static const char *const ORDERED[] = { "", "-3", "0", "01", "1", "1a", "2", "10",
		"10b", "100000000000000000000000001", "p", "p09", "p9", "p10", "p10x2",
		"p10x11", "pa", "\xff" };
	for (size_t i = 0; i < COUNT(ORDERED); i++)
		for (size_t k = 0; k < COUNT(ORDERED); k++) {
			const int order =
				str_cmp_numbers(str_of(ORDERED[i]), str_of(ORDERED[k]));
			assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
		}
}

MAIN(RUN(numbers_in_names_are_compared_as_numbers), RUN(lines_lose_their_ends),
	RUN(cut_clamps), RUN(errors_collect_context), RUN(searching_and_splitting),
	RUN(numbers_are_whole_or_refused), RUN(maps_keep_the_order_of_insertion),
	RUN(keys_made_to_collide_cost_no_more_than_others),
	RUN(edits_are_counted_with_swaps), RUN(only_near_words_are_suggested))

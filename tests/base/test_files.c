// Files, folders, threads and random numbers behave the same every time.
#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/base.h"

static struct arena arena;

TEST(a_written_file_is_whole)
{
	char folder[] = "/tmp/candor-test-XXXXXX";
	assert_non_null(mkdtemp(folder));
	struct error err = { 0 };
	const char *deep = arena_fmt(&arena, "%s/a/b", folder).at;
	assert_true(file_make_folder(deep, &err));
	assert_true(file_make_folder(deep, &err));
	assert_true(file_write(arena_fmt(&arena, "%s/z.txt", deep).at, S("zed"), &err));
	assert_true(file_write(arena_fmt(&arena, "%s/m.txt", folder).at, S(""), &err));
	assert_true(file_write(arena_fmt(&arena, "%s/.hidden", folder).at, S("x"), &err));
	struct file_list list;
	assert_true(file_walk(folder, 100, &arena, &list, &err));
	assert_int_equal(list.count, 2);
	assert_true(str_eq(list.at[0].path, S("a/b/z.txt")));
	assert_true(str_eq(list.at[1].path, S("m.txt")));
	struct file f;
	assert_true(file_open(arena_fmt(&arena, "%s/z.txt", deep).at, 10, &f, &err));
	assert_true(str_eq(f.bytes, S("zed")));
	file_close(&f);
	assert_false(file_open(arena_fmt(&arena, "%s/z.txt", deep).at, 2, &f, &err));
	assert_int_equal(err.code, ERROR_LIMIT);
	assert_false(file_open(folder, 10, &f, &err));
	assert_int_equal(system(arena_fmt(&arena, "rm -r %s", folder).at), 0);
}

TEST(patterns_match_paths)
{
	assert_true(path_match(S("exports/sfdc-*.csv"), S("exports/sfdc-opps.csv")));
	assert_false(path_match(S("exports/*.csv"), S("exports/a/b.csv")));
	assert_true(path_match(S("exports/**/*.csv"), S("exports/a/b.csv")));
	assert_true(path_match(S("**/*.csv"), S("b.csv")));
	assert_false(path_match(S("**/calls/*"), S("recalls/a"))); // whole folders
	assert_true(path_match(S("**/calls/*"), S("x/y/calls/a")));
	assert_true(path_match(S("**/calls/**"), S("calls/a/b")));
	assert_false(path_match(S("a/**/b"), S("a/xb")));
	assert_true(path_match(S("a/**/b"), S("a/x/y/b")));
	assert_true(path_match(S("a/**/b"), S("a/b")));
	assert_true(path_match(S("a?c"), S("abc")));
	assert_false(path_match(S("abc"), S("abcd")));
	assert_true(str_eq(path_suffix(S("a.b/c")), S("")));
	assert_true(str_eq(path_suffix(S("x/.profile")), S("")));
	assert_true(str_eq(path_suffix(S("x/y.tar.gz")), S(".gz")));
}

struct squares {
	size_t value[1000];
	size_t seen;
	bool in_order;
};

static void square(void *context, size_t i, size_t worker)
{
	(void)worker;
	((struct squares *)context)->value[i] = i * i;
}

static bool collect(void *context, size_t i)
{
	struct squares *s = context;
	s->in_order &= s->seen == i && s->value[i] == i * i;
	s->seen++;
	return i != 900;
}

TEST(results_come_in_order_for_any_number_of_threads)
{
	for (size_t threads = 0; threads < 9; threads += 2) {
		struct squares s = { .in_order = true };
		struct work work = { .count = 900,
			.threads = threads,
			.context = &s,
			.job = square,
			.done = collect };
		assert_true(work_run(&work));
		assert_true(s.in_order);
		assert_int_equal(s.seen, 900);
		s.seen = 0;
		work.count = 1000;
		assert_false(work_run(&work)); // collect says stop at 900
		assert_int_equal(s.seen, 901);
	}
}

// Reference values of splitmix64 with seed 1234567 (Vigna,
// prng.di.unimi.it/splitmix64.c).
TEST(splitmix_gives_the_published_numbers)
{
	struct random r = { 1234567 };
	static const uint64_t WANT[] = { 6457827717110365317u, 3203168211198807973u,
		9817491932198370423u, 4593380528125082431u, 16408922859458223821u };
	for (size_t i = 0; i < COUNT(WANT); i++)
		assert_true(random_next(&r) == WANT[i]);
}

MAIN(RUN(a_written_file_is_whole), RUN(patterns_match_paths),
	RUN(results_come_in_order_for_any_number_of_threads),
	RUN(splitmix_gives_the_published_numbers))

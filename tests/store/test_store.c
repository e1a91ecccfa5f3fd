// The index file survives what happens to files.
#include "test.h"

#include <stdlib.h>
#include <unistd.h>

#include "store/store.h"

static struct arena arena;
static char folder[] = "/tmp/candor-store-XXXXXX";

static const char *path_of(const char *name)
{
	return arena_fmt(&arena, "%s/%s", folder, name).at;
}

static int make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
	(void)state;
	int status = system(arena_fmt(&arena, "rm -r %s", folder).at);
	arena_free(&arena);
	return status;
}

static void put(struct store *s, const char *name, const char *value)
{
	struct error err = { 0 };
	struct statement *st = NULL;
	assert_true(store_statement(s,
		"INSERT OR REPLACE INTO state (name, value) VALUES (:name, :value)", &st,
		&err));
	bind_text(st, ":name", str_of(name));
	bind_text(st, ":value", str_of(value));
	assert_true(statement_run(st, &err));
}

static struct str get(struct store *s, const char *name)
{
	struct error err = { 0 };
	struct statement *st = NULL;
	bool row = false;
	assert_true(store_statement(
		s, "SELECT value FROM state WHERE name = :name", &st, &err));
	bind_text(st, ":name", str_of(name));
	assert_true(statement_step(st, &row, &err));
	return row ? arena_str(&arena, column_text(st, 0)) : S("");
}

TEST(what_is_committed_stays_and_what_is_not_goes)
{
	struct store *s = NULL;
	struct error err = { 0 };
	assert_true(store_open(path_of("a.db"), false, &s, &err));
	assert_true(store_begin(s, &err));
	put(s, "kept", "yes");
	assert_true(store_commit(s, &err));
	assert_true(store_begin(s, &err));
	put(s, "lost", "yes");
	store_rollback(s);
	store_close(s);
	assert_true(store_open(path_of("a.db"), false, &s, &err));
	assert_true(str_eq(get(s, "kept"), S("yes")));
	assert_true(str_eq(get(s, "lost"), S("")));
	store_close(s);
}

TEST(a_damaged_file_is_told_and_can_be_removed)
{
	struct store *s = NULL;
	struct error err = { 0 };
	const char *path = path_of("b.db");
	struct buf noise = { 0 };
	buf_repeat(&noise, S("this is not a database. "), 400);
	assert_true(file_write(path, buf_str(&noise), &err));
	buf_done(&noise);
	assert_false(store_open(path, false, &s, &err));
	assert_int_equal(err.code, ERROR_FORMAT);
	assert_true(store_remove(path, &err));
	err = (struct error){ 0 };
	assert_true(store_open(path, false, &s, &err));
	store_close(s);
}

TEST(a_newer_schema_is_refused_in_words)
{
	struct store *s = NULL;
	struct error err = { 0 };
	struct statement *st = NULL;
	assert_true(store_open(path_of("c.db"), false, &s, &err));
	assert_true(store_statement(s, "PRAGMA user_version = 999", &st, &err));
	assert_true(statement_run(st, &err));
	store_close(s);
	assert_false(store_open(path_of("c.db"), false, &s, &err));
	assert_int_equal(err.code, ERROR_FORMAT);
	assert_true(str_find(str_of(err.text), S("newer candor"), 0) != STR_NONE);
}

TEST(readers_cannot_write)
{
	struct store *s = NULL;
	struct error err = { 0 };
	struct statement *st = NULL;
	assert_true(store_open(path_of("a.db"), true, &s, &err));
	assert_true(store_statement(s, "DELETE FROM state", &st, &err));
	assert_false(statement_run(st, &err));
	store_close(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RUN(what_is_committed_stays_and_what_is_not_goes),
		RUN(a_damaged_file_is_told_and_can_be_removed),
		RUN(a_newer_schema_is_refused_in_words),
		RUN(readers_cannot_write),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

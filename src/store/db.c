#include "store/store.h"

#include <assert.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "store/schema.h"

enum { STATEMENTS = 64, BUSY_MS = 2000 };

struct statement {
	sqlite3_stmt *at;
	const char *sql;
	struct store *store;
};

struct store {
	sqlite3 *db;
	struct statement statements[STATEMENTS];
	size_t count;
	bool writing;
};

static bool sql_error(sqlite3 *db, struct error *err)
{
	int code = db ? sqlite3_errcode(db) : SQLITE_NOMEM;
	bool damaged = code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
	return error_set(err, damaged ? ERROR_FORMAT : ERROR_SYSTEM, "index: %s",
		db ? sqlite3_errmsg(db) : "out of memory");
}

static bool run(sqlite3 *db, const char *sql, struct error *err)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return sql_error(db, err);
	return true;
}

static bool version_of(sqlite3 *db, int *version, struct error *err)
{
	sqlite3_stmt *st = NULL;
	if (sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &st, NULL) != SQLITE_OK)
		return sql_error(db, err);
	bool ok = sqlite3_step(st) == SQLITE_ROW;
	*version = ok ? sqlite3_column_int(st, 0) : 0;
	(void)sqlite3_finalize(st); // the step above already told of any error
	return ok || sql_error(db, err);
}

// Each migration is one transaction that ends by raising user_version.
static bool migrate(sqlite3 *db, struct error *err)
{
	int version = 0;
	if (!version_of(db, &version, err))
		return false;
	if (version > schema_version)
		return error_set(err, ERROR_FORMAT,
			"index: was made by a newer candor (schema %d, this one knows "
			"%d)",
			version, schema_version);
	for (; version < schema_version; version++)
		if (!run(db, schema_migrations[version], err)) {
			(void)sqlite3_exec(
				db, "ROLLBACK", NULL, NULL, NULL); // may not be open
			return false;
		}
	return true;
}

static bool prepare(struct store *s, bool read_only, struct error *err)
{
	(void)sqlite3_busy_timeout(s->db, BUSY_MS); // documented to always succeed
	(void)sqlite3_extended_result_codes(s->db, 0);
	if (!run(s->db, "PRAGMA trusted_schema = OFF", err))
		return false;
	if (read_only)
		return run(s->db, "PRAGMA query_only = ON", err);
	return run(s->db, "PRAGMA journal_mode = WAL", err) &&
	       run(s->db, "PRAGMA synchronous = NORMAL", err) && migrate(s->db, err);
}

bool store_open(const char *path, bool read_only, struct store **out, struct error *err)
{
	struct store *s = heap_resize(NULL, sizeof *s);
	*s = (struct store){ 0 };
	int flags = read_only ? SQLITE_OPEN_READONLY
			      : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	bool ok = sqlite3_open_v2(path, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL) ==
		  SQLITE_OK;
	if (!ok)
		(void)sql_error(s->db, err);
	ok = ok && prepare(s, read_only, err);
	if (ok)
		*out = s;
	else
		store_close(s);
	return ok;
}

void store_close(struct store *s)
{
	if (!s)
		return;
	for (size_t i = 0; i < s->count; i++)
		(void)sqlite3_finalize(
			s->statements[i].at); // errors were told when stepping
	(void)sqlite3_close(s->db);	      // nothing is open on it any more
	heap_free(s);
}

bool store_remove(const char *path, struct error *err)
{
	static const char *const BESIDE[] = { "", "-wal", "-shm", "-journal" };
	struct arena a = { 0 };
	bool ok = true;
	for (size_t i = 0; i < COUNT(BESIDE); i++) {
		const char *one = arena_fmt(&a, "%s%s", path, BESIDE[i]).at;
		if (unlink(one) && !access(one, F_OK))
			ok = error_set(err, ERROR_SYSTEM,
				"%s cannot be deleted; delete it by hand", one);
	}
	arena_free(&a);
	return ok;
}

bool store_begin(struct store *s, struct error *err)
{
	assert(!s->writing);
	s->writing = run(s->db, "BEGIN IMMEDIATE", err);
	return s->writing;
}

bool store_commit(struct store *s, struct error *err)
{
	assert(s->writing);
	if (!run(s->db, "COMMIT", err))
		return false;
	s->writing = false;
	return true;
}

void store_rollback(struct store *s)
{
	if (s->writing)
		(void)sqlite3_exec(
			s->db, "ROLLBACK", NULL, NULL, NULL); // nothing to keep
	s->writing = false;
}

bool store_statement(
	struct store *s, const char *sql, struct statement **out, struct error *err)
{
	for (size_t i = 0; i < s->count; i++) {
		struct statement *st = &s->statements[i];
		if (st->sql != sql && strcmp(st->sql, sql) != 0)
			continue;
		(void)sqlite3_reset(st->at); // repeats the error of a step already told
		(void)sqlite3_clear_bindings(st->at);
		*out = st;
		return true;
	}
	assert(s->count < STATEMENTS);
	struct statement *st = &s->statements[s->count];
	*st = (struct statement){ .sql = sql, .store = s };
	if (sqlite3_prepare_v2(s->db, sql, -1, &st->at, NULL) != SQLITE_OK)
		return sql_error(s->db, err);
	s->count++;
	*out = st;
	return true;
}

static int parameter(struct statement *st, const char *name)
{
	int index = sqlite3_bind_parameter_index(st->at, name);
	assert(index > 0);
	return index;
}

void bind_int(struct statement *st, const char *name, int64_t value)
{
	int code = sqlite3_bind_int64(st->at, parameter(st, name), value);
	assert(code == SQLITE_OK);
	(void)code; // only read by the assertion
}

void bind_text(struct statement *st, const char *name, struct str text)
{
	const char *at = text.len ? text.at : "";
	int code = sqlite3_bind_text64(
		st->at, parameter(st, name), at, text.len, SQLITE_STATIC, SQLITE_UTF8);
	assert(code == SQLITE_OK);
	(void)code; // only read by the assertion
}

void bind_blob(struct statement *st, const char *name, struct str bytes)
{
	const char *at = bytes.len ? bytes.at : "";
	int code = sqlite3_bind_blob64(
		st->at, parameter(st, name), at, bytes.len, SQLITE_STATIC);
	assert(code == SQLITE_OK);
	(void)code; // only read by the assertion
}

bool statement_step(struct statement *st, bool *row, struct error *err)
{
	int code = sqlite3_step(st->at);
	*row = code == SQLITE_ROW;
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		return sql_error(st->store->db, err);
	return true;
}

bool statement_run(struct statement *st, struct error *err)
{
	bool row = true;
	while (row)
		if (!statement_step(st, &row, err))
			return false;
	(void)sqlite3_reset(st->at); // the last step succeeded
	return true;
}

int64_t column_int(struct statement *st, int column)
{
	return sqlite3_column_int64(st->at, column);
}

struct str column_text(struct statement *st, int column)
{
	const char *at = (const char *)sqlite3_column_text(st->at, column);
	return (struct str){ at, at ? (size_t)sqlite3_column_bytes(st->at, column) : 0 };
}

struct str column_blob(struct statement *st, int column)
{
	const char *at = sqlite3_column_blob(st->at, column);
	return (struct str){ at, at ? (size_t)sqlite3_column_bytes(st->at, column) : 0 };
}

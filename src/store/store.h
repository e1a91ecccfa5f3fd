// store: SQLite and nothing else: open, statements, transactions, errors in our words.
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/base.h"

struct store;
struct statement;

/*
 * Opens or makes the database at `path` (":memory:" for one that leaves no file) and
 * brings it to the newest schema. A database that is damaged or of a newer version is
 * ERROR_FORMAT: the caller may delete the file and open again, since an index holds
 * nothing that cannot be made anew.  WAL with synchronous NORMAL: a kill or a power cut
 * at any moment leaves the last committed state.  One connection belongs to one thread.
 */
bool store_open(const char *path, bool read_only, struct store **out, struct error *err);
void store_close(struct store *s); // NULL is fine
bool store_remove(
	const char *path, struct error *err); // the file and what SQLite keeps beside it

// Write transactions.  store_begin waits up to two seconds for another process, then
// fails with ERROR_SYSTEM.
bool store_begin(struct store *s, struct error *err);
bool store_commit(struct store *s, struct error *err);
void store_rollback(struct store *s);

/*
 * Prepared statements, kept by the store and closed with it.  `sql` is one whole
 * statement with parameters :name; it is never built from text.  Asking again for the
 * same text gives the same statement, reset and unbound.
 */
bool store_statement(
	struct store *s, const char *sql, struct statement **out, struct error *err);
void bind_int(struct statement *st, const char *name, int64_t value);
void bind_text(struct statement *st, const char *name,
	struct str text); // borrowed until the next step or reset
void bind_blob(struct statement *st, const char *name, struct str bytes);
// Steps once.  *row says whether there is a row to read.
bool statement_step(struct statement *st, bool *row, struct error *err);
bool statement_run(
	struct statement *st, struct error *err); // steps to the end and resets
int64_t column_int(struct statement *st, int column);
struct str column_text(struct statement *st, int column); // borrowed until the next step
struct str column_blob(struct statement *st, int column);

#endif

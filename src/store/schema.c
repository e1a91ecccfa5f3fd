#include "store/schema.h"

#include "base/base.h"

/*
 * file      one row a file of the workspace: what it was when it was last read, and what
 * it was taken for document  its text with the place of every word, and its sentences,
 * each as one packed blob (see ingest/pack.h) state     what the index was made with
 */
const char *const schema_migrations[] = {
	"BEGIN;"
	"CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
	"CREATE TABLE file ("
	"  id INTEGER PRIMARY KEY,"
	"  path TEXT NOT NULL UNIQUE,"
	"  size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, inode INTEGER NOT NULL,"
	"  hash INTEGER NOT NULL,"
	"  seen_ns INTEGER NOT NULL,"
	"  role TEXT NOT NULL, state TEXT NOT NULL, format TEXT NOT NULL, kind TEXT NOT "
	"NULL,"
	"  rival TEXT NOT NULL, witness TEXT NOT NULL,"
	"  date INTEGER NOT NULL, date_is_file_time INTEGER NOT NULL,"
	"  title TEXT NOT NULL, reason TEXT NOT NULL, repair TEXT NOT NULL);"
	"CREATE TABLE document ("
	"  file INTEGER PRIMARY KEY REFERENCES file(id) ON DELETE CASCADE,"
	"  sentences INTEGER NOT NULL, claims INTEGER NOT NULL,"
	"  sentence_blob BLOB NOT NULL, doc_blob BLOB NOT NULL);"
	"PRAGMA user_version = 1;"
	"COMMIT;",
	"BEGIN;"
	"ALTER TABLE file ADD COLUMN last_seen INTEGER NOT NULL DEFAULT 0;"
	"PRAGMA user_version = 2;"
	"COMMIT;",
};

const int schema_version = COUNT(schema_migrations);

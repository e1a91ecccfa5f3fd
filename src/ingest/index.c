#include "ingest/index.h"

#include <string.h>

#include "ingest/pack.h"

static const char SQL_LOAD[] =
	"SELECT file.id, path, size, mtime_ns, inode, hash, seen_ns, role, file.state, "
	"format, kind, rival,"
	" date, date_is_file_time, title, reason, repair, ifnull(sentences, 0), "
	"ifnull(claims, 0), last_seen"
	" FROM file LEFT JOIN document ON document.file = file.id ORDER BY path";

static const char SQL_PUT_FILE[] =
	"INSERT INTO file (path, size, mtime_ns, inode, hash, seen_ns, role, state, "
	"format, kind, rival,"
	" witness, date, last_seen, date_is_file_time, title, reason, repair) VALUES "
	"(:path, :size, "
	":mtime_ns, :inode,"
	" :hash, :seen_ns, :role, :state, :format, :kind, :rival, :witness, :date, "
	":last_seen, :date_is_file_time, :title,"
	" :reason, :repair) ON CONFLICT (path) DO UPDATE SET size = excluded.size,"
	" mtime_ns = excluded.mtime_ns, inode = excluded.inode, hash = excluded.hash,"
	" seen_ns = excluded.seen_ns, role = excluded.role, state = excluded.state,"
	" format = excluded.format, kind = excluded.kind, rival = excluded.rival, "
	"witness = excluded.witness,"
	" date = excluded.date, last_seen = excluded.last_seen, date_is_file_time = "
	"excluded.date_is_file_time, title = "
	"excluded.title,"
	" reason = excluded.reason, repair = excluded.repair RETURNING id";

static const char SQL_PUT_DOCUMENT[] =
	"INSERT OR REPLACE INTO document (file, sentences, claims, sentence_blob, "
	"doc_blob)"
	" VALUES (:file, :sentences, :claims, :sentence_blob, :doc_blob)";

static const char SQL_DROP_DOCUMENT[] = "DELETE FROM document WHERE file = :file";
static const char SQL_DROP_FILE[] = "DELETE FROM file WHERE id = :file";
static const char SQL_SENTENCES[] =
	"SELECT sentence_blob FROM document WHERE file = :file";
static const char SQL_DOC[] = "SELECT doc_blob FROM document WHERE file = :file";
static const char SQL_STATE[] = "SELECT value FROM state WHERE name = :name";
static const char SQL_PUT_STATE[] =
	"INSERT OR REPLACE INTO state (name, value) VALUES (:name, :value)";
static const char SQL_FORGET_DOCUMENTS[] = "DELETE FROM document";
static const char SQL_FORGET_FILES[] = "DELETE FROM file";

static const char *const STATES[] = { "read", "skipped", "unused" };

static enum role role_named(struct str name)
{
	for (int r = 0; r < ROLE_COUNT; r++)
		if (str_eq(name, str_of(role_name((enum role)r))))
			return (enum role)r;
	return ROLE_OTHER;
}

static enum source_state state_named(struct str name)
{
	for (size_t i = 0; i < COUNT(STATES); i++)
		if (str_eq(name, str_of(STATES[i])))
			return (enum source_state)i;
	return SOURCE_UNUSED;
}

// Whose words a file of this role holds; calls hold both, and each sentence's speaker
// decides.
static enum witness witness_of(enum role role)
{
	if (role == ROLE_INTERVIEW || role == ROLE_CALL)
		return WITNESS_BUYER;
	return role == ROLE_RIVAL ? WITNESS_THIRD_PARTY : WITNESS_US;
}

static const char *word_or_null(struct arena *a, struct str s)
{
	return s.len ? arena_cstr(a, s) : NULL;
}

static struct filed read_row(struct statement *st, struct arena *a)
{
	struct filed f = { .id = column_int(st, 0),
		.inode = (uint64_t)column_int(st, 4),
		.seen_ns = column_int(st, 6),
		.title = arena_str(a, column_text(st, 14)),
		.sentences = (size_t)column_int(st, 17),
		.claims = (size_t)column_int(st, 18) };
	f.source = (struct source){
		.path = arena_str(a, column_text(st, 1)),
		.size = column_int(st, 2),
		.mtime_ns = column_int(st, 3),
		.hash = (uint64_t)column_int(st, 5),
		.role = role_named(column_text(st, 7)),
		.state = state_named(column_text(st, 8)),
		.format = word_or_null(a, column_text(st, 9)),
		.kind = word_or_null(a, column_text(st, 10)),
		.rival = arena_str(a, column_text(st, 11)),
		.date = { (int32_t)column_int(st, 12) },
		.seen = { (int32_t)column_int(st, 19) },
		.date_is_file_time = column_int(st, 13) != 0,
		.reason = arena_str(a, column_text(st, 15)),
		.repair = arena_str(a, column_text(st, 16)),
	};
	return f;
}

bool index_load(
	struct store *s, struct arena *a, struct filed_list *out, struct error *err)
{
	struct statement *st = NULL;
	bool row = true;
	if (!store_statement(s, SQL_LOAD, &st, err))
		return false;
	while (true) {
		if (!statement_step(st, &row, err))
			return false;
		if (!row)
			return true;
		out->at = arena_more(a, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = read_row(st, a);
	}
}

static void bind_file(struct statement *st, const struct filed *f)
{
	const struct source *s = &f->source;
	bind_text(st, ":path", f->now.path);
	bind_int(st, ":size", f->now.size);
	bind_int(st, ":mtime_ns", f->now.mtime_ns);
	bind_int(st, ":inode", (int64_t)f->now.inode);
	bind_int(st, ":hash", (int64_t)s->hash);
	bind_int(st, ":seen_ns", f->seen_ns);
	bind_text(st, ":role", str_of(role_name(s->role)));
	bind_text(st, ":state", str_of(STATES[s->state]));
	bind_text(st, ":format", str_of(s->format));
	bind_text(st, ":kind", str_of(s->kind));
	bind_text(st, ":rival", s->rival);
	bind_text(st, ":witness", str_of(witness_name(witness_of(s->role))));
	bind_int(st, ":date", s->date.days);
	bind_int(st, ":last_seen", s->seen.days);
	bind_int(st, ":date_is_file_time", s->date_is_file_time);
	bind_text(st, ":title", f->title);
	bind_text(st, ":reason", s->reason);
	bind_text(st, ":repair", s->repair);
}

static bool put_document(struct store *s, struct filed *f, struct error *err)
{
	struct statement *st = NULL;
	if (!f->doc_blob.len) {
		if (!store_statement(s, SQL_DROP_DOCUMENT, &st, err))
			return false;
		bind_int(st, ":file", f->id);
		return statement_run(st, err);
	}
	if (!store_statement(s, SQL_PUT_DOCUMENT, &st, err))
		return false;
	bind_int(st, ":file", f->id);
	bind_int(st, ":sentences", (int64_t)f->sentences);
	bind_int(st, ":claims", (int64_t)f->claims);
	bind_blob(st, ":sentence_blob", buf_str(&f->sentence_blob));
	bind_blob(st, ":doc_blob", buf_str(&f->doc_blob));
	return statement_run(st, err);
}

bool index_put(struct store *s, struct filed *f, struct error *err)
{
	struct statement *st = NULL;
	bool row = false;
	if (!store_statement(s, SQL_PUT_FILE, &st, err))
		return false;
	bind_file(st, f);
	if (!statement_step(st, &row, err))
		return false;
	f->id = row ? column_int(st, 0) : f->id;
	if (!statement_run(st, err))
		return false;
	return f->change != CHANGE_READ || put_document(s, f, err);
}

bool index_drop(struct store *s, int64_t id, struct error *err)
{
	static const char *const SQL[] = { SQL_DROP_DOCUMENT, SQL_DROP_FILE };
	for (size_t i = 0; i < COUNT(SQL); i++) {
		struct statement *st = NULL;
		if (!store_statement(s, SQL[i], &st, err))
			return false;
		bind_int(st, ":file", id);
		if (!statement_run(st, err))
			return false;
	}
	return true;
}

// The blob of one document; *found is false when the file has none.
static bool blob_of(struct store *s, const char *sql, int64_t id, struct statement **st,
	bool *found, struct error *err)
{
	if (!store_statement(s, sql, st, err))
		return false;
	bind_int(*st, ":file", id);
	return statement_step(*st, found, err);
}

bool index_sentences(struct store *s, int64_t id, struct arena *a, struct sentences *out,
	struct error *err)
{
	struct statement *st = NULL;
	bool found = false;
	*out = (struct sentences){ 0 };
	if (!blob_of(s, SQL_SENTENCES, id, &st, &found, err))
		return false;
	return !found || unpack_sentences(column_blob(st, 0), a, out, err);
}

bool index_doc(
	struct store *s, int64_t id, struct arena *a, struct doc *out, struct error *err)
{
	struct statement *st = NULL;
	bool found = false;
	*out = (struct doc){ .arena = a };
	if (!blob_of(s, SQL_DOC, id, &st, &found, err))
		return false;
	return !found || unpack_doc(column_blob(st, 0), a, out, err);
}

static bool forget_all(struct store *s, struct error *err)
{
	static const char *const SQL[] = { SQL_FORGET_DOCUMENTS, SQL_FORGET_FILES };
	for (size_t i = 0; i < COUNT(SQL); i++) {
		struct statement *st = NULL;
		if (!store_statement(s, SQL[i], &st, err) || !statement_run(st, err))
			return false;
	}
	return true;
}

bool index_expect(struct store *s, struct str name, struct str value, struct error *err)
{
	struct statement *st = NULL;
	bool row = false;
	if (!store_statement(s, SQL_STATE, &st, err))
		return false;
	bind_text(st, ":name", name);
	if (!statement_step(st, &row, err))
		return false;
	bool same = row && str_eq(column_text(st, 0), value);
	if (same || !statement_run(st, err) || !forget_all(s, err) ||
		!store_statement(s, SQL_PUT_STATE, &st, err))
		return same;
	bind_text(st, ":name", name);
	bind_text(st, ":value", value);
	return statement_run(st, err);
}

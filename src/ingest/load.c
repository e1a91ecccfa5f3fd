#include "ingest/load.h"

#include "ingest/load_papers.h"
#include "ingest/load_tables.h"

// One source a file, in path order, so that an index into ws->sources is stable for equal
// folders.
static void fill_sources(const struct filed_list *files, struct workspace *ws)
{
	ws->source_count = files->count;
	ws->sources = ARENA_ARRAY(ws->arena, struct source, files->count);
	for (size_t i = 0; i < files->count; i++) {
		ws->sources[i] = files->at[i].source;
		ws->sources[i].notes.arena = ws->arena;
		if (str_eq(ws->sources[i].path, S("candor.yaml")))
			ws->sources[i].notes = ws->config.warnings;
	}
	roles_settle(ws->sources, ws->source_count, ws->arena);
}

static bool is_copy(const struct filed *f, const struct source *s, uint64_t wants)
{
	return s->state == SOURCE_READ && f->sentences && (wants >> s->role & 1);
}

static bool fill_copies(struct store *store, const struct filed_list *files,
	uint64_t wants, struct workspace *ws, struct error *err)
{
	size_t count = 0;
	for (size_t i = 0; i < files->count; i++)
		count += is_copy(&files->at[i], &ws->sources[i], wants);
	ws->copies = ARENA_ARRAY(ws->arena, struct copy, count);
	for (size_t i = 0; i < files->count; i++) {
		const struct filed *f = &files->at[i];
		if (!is_copy(f, &ws->sources[i], wants))
			continue;
		struct copy *copy = &ws->copies[ws->copy_count++];
		*copy = (struct copy){ .source = &ws->sources[i], .title = f->title };
		if (!index_sentences(store, f->id, ws->arena, &copy->sentences, err))
			return false;
	}
	return true;
}

static void add_call(struct workspace *ws, const struct call_entry *entry)
{
	struct records *r = &ws->records;
	r->calls.at = arena_more(ws->arena, r->calls.at, r->calls.count, &r->calls.room,
		sizeof *r->calls.at);
	r->calls.at[r->calls.count++] = *entry;
}

// What a transcript's own note says of its call.
static bool read_note(struct store *store, const struct filed *f, size_t index,
	struct workspace *ws, struct error *err)
{
	struct arena scratch = { 0 };
	struct doc doc = { 0 };
	struct call_entry entry = { .at = { .source = (uint32_t)index },
		.file = ws->sources[index].path };
	const bool ok = index_doc(store, f->id, &scratch, &doc, err);
	if (ok && call_note_read(doc_meta_find(&doc, S("note")), ws->arena, &entry))
		add_call(ws, &entry);
	arena_free(&scratch);
	return ok;
}

// Calls that no index lists may say themselves which deal they belong to.
static bool fill_notes(struct store *store, const struct filed_list *files,
	struct workspace *ws, struct error *err)
{
	struct arena scratch = { 0 };
	const struct call_cast *cast = call_cast_build(ws, &scratch);
	bool ok = true;
	for (size_t i = 0; i < ws->source_count && ok; i++) {
		const struct source *s = &ws->sources[i];
		const bool call = s->role == ROLE_CALL && s->state == SOURCE_READ;
		if (call && !call_cast_entry(cast, s->path))
			ok = read_note(store, &files->at[i], i, ws, err);
	}
	arena_free(&scratch);
	return ok;
}

bool load_workspace(struct store *store, const struct filed_list *files, uint64_t wants,
	struct loaded *loaded, struct workspace *ws, struct error *err)
{
	fill_sources(files, ws);
	load_vendors(ws);
	if (!fill_copies(store, files, wants, ws, err))
		return false;
	load_tables(loaded, ws);
	if (!fill_notes(store, files, ws, err))
		return false;
	return load_papers(store, files, ws, err);
}

void loaded_close(struct loaded *loaded)
{
	for (size_t i = 0; i < loaded->count; i++)
		file_close(loaded->files[i]);
	loaded->count = 0;
}

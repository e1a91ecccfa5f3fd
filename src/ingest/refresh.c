#include "ingest/refresh.h"

#include "ingest/examine.h"

enum { FILES_MAX = 200000, COMMIT_EVERY = 256 };

// Changes within this time after a file was read may hide behind an equal time stamp.
static const int64_t GRAIN_NS = 2000000000;

struct run {
	const struct refresh *r;
	struct filed_list *files;
	size_t *todo; // indexes into files that must be looked at
	size_t todo_count;
	size_t since_commit;
	struct arena *arenas; // one a job, freed when its result is stored
	struct error error;
};

static bool looks_same(const struct filed *f, const struct file_stat *now)
{
	return f->id && f->source.size == now->size &&
	       f->source.mtime_ns == now->mtime_ns && f->inode == now->inode &&
	       f->seen_ns - now->mtime_ns > GRAIN_NS;
}

static void look(void *context, size_t i, size_t worker)
{
	(void)worker; // arenas belong to jobs
	struct run *run = context;
	struct filed *f = &run->files->at[run->todo[i]];
	struct arena *a = &run->arenas[i];
	struct error err = { 0 };
	struct file file = { 0 };
	uint64_t known = f->id ? f->source.hash : 0;
	const char *path = path_join(a, str_of(run->r->options->root), f->now.path).at;
	f->seen_ns = run->r->options->now_ns;
	if (!file_open(path, EXAMINE_MAX_BYTES, &file, &err)) {
		f->change = CHANGE_READ;
		examine_unreadable(&err, a, f);
		return;
	}
	uint64_t hash = str_hash(file.bytes, 1);
	f->change = known && known == hash ? CHANGE_TOUCHED : CHANGE_READ;
	f->source.hash = hash;
	if (f->change == CHANGE_READ)
		examine(run->r->config, file.bytes, a, f);
	file_close(&file);
}

// Text of a job's result moves from its own arena to the run's before that is freed.
static void adopt(struct arena *a, struct filed *f)
{
	f->source.rival = arena_str(a, f->source.rival);
	f->source.reason = arena_str(a, f->source.reason);
	f->source.repair = arena_str(a, f->source.repair);
	f->title = arena_str(a, f->title);
	f->source.size = f->now.size;
	f->source.mtime_ns = f->now.mtime_ns;
	f->inode = f->now.inode;
}

static bool pause_to_commit(struct run *run)
{
	if (++run->since_commit < COMMIT_EVERY)
		return true;
	run->since_commit = 0;
	return store_commit(run->r->store, &run->error) &&
	       store_begin(run->r->store, &run->error);
}

static bool keep(void *context, size_t i)
{
	struct run *run = context;
	const struct ingest_options *options = run->r->options;
	struct filed *f = &run->files->at[run->todo[i]];
	adopt(run->r->arena, f);
	bool ok = index_put(run->r->store, f, &run->error);
	buf_done(&f->sentence_blob);
	buf_done(&f->doc_blob);
	arena_free(&run->arenas[i]);
	ok = ok && pause_to_commit(run);
	if (ok && options->progress &&
		!options->progress(options->context, i + 1, run->todo_count))
		ok = error_set(&run->error, ERROR_SYSTEM, "interrupted");
	return ok;
}

/*
 * Both lists are sorted by path: one pass pairs them.  Fills `out` with what is there now
 * and `gone` with the ids of what is not there any more.
 */
static void pair(const struct filed_list *known, const struct file_list *now,
	struct arena *a, struct filed_list *out, int64_t *gone, size_t *gone_count)
{
	size_t k = 0;
	out->at = ARENA_ARRAY(a, struct filed, now->count);
	out->count = out->room = now->count;
	for (size_t i = 0; i < now->count; i++) {
		struct filed *f = &out->at[i];
		while (k < known->count &&
			str_cmp(known->at[k].source.path, now->at[i].path) < 0)
			gone[(*gone_count)++] = known->at[k++].id;
		if (k < known->count && str_eq(known->at[k].source.path, now->at[i].path))
			*f = known->at[k++];
		f->now = now->at[i];
		f->source.path = now->at[i].path;
	}
	while (k < known->count)
		gone[(*gone_count)++] = known->at[k++].id;
}

static size_t find_todo(struct run *run)
{
	size_t count = 0;
	run->todo = ARENA_ARRAY(run->r->arena, size_t, run->files->count);
	for (size_t i = 0; i < run->files->count; i++)
		if (!looks_same(&run->files->at[i], &run->files->at[i].now))
			run->todo[count++] = i;
	return count;
}

static bool drop_all(
	struct store *s, const int64_t *gone, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++)
		if (!index_drop(s, gone[i], err))
			return false;
	return true;
}

// What a stop leaves behind must be whole: results that nobody stored are given back.
static void release(struct run *run)
{
	for (size_t i = 0; i < run->todo_count; i++) {
		struct filed *f = &run->files->at[run->todo[i]];
		buf_done(&f->sentence_blob);
		buf_done(&f->doc_blob);
		arena_free(&run->arenas[i]);
	}
}

static bool update(
	struct run *run, const int64_t *gone, size_t gone_count, struct error *err)
{
	const struct refresh *r = run->r;
	if (!store_begin(r->store, err))
		return false;
	run->arenas = ARENA_ARRAY(r->arena, struct arena, run->todo_count);
	struct work work = { .count = run->todo_count,
		.threads = r->options->threads,
		.context = run,
		.job = look,
		.done = keep };
	bool ok = drop_all(r->store, gone, gone_count, err) && work_run(&work);
	if (run->error.code)
		*err = run->error;
	release(run);
	struct error late = { 0 };
	if (!store_commit(r->store, &late)) {
		store_rollback(r->store);
		if (ok)
			*err = late;
		return false;
	}
	return ok;
}

bool refresh_run(const struct refresh *r, struct filed_list *out, struct error *err)
{
	struct file_list now;
	struct filed_list known = { 0 };
	if (!file_walk(r->options->root, FILES_MAX, r->arena, &now, err))
		return false;
	if (now.cut)
		return error_set(err, ERROR_LIMIT,
			"%s holds more than %d files; name a smaller folder with -C",
			r->options->root, FILES_MAX);
	if (!index_load(r->store, r->arena, &known, err))
		return false;
	int64_t *gone = ARENA_ARRAY(r->arena, int64_t, known.count);
	size_t gone_count = 0;
	pair(&known, &now, r->arena, out, gone, &gone_count);
	struct run run = { .r = r, .files = out };
	run.todo_count = find_todo(&run);
	return (!run.todo_count && !gone_count) || update(&run, gone, gone_count, err);
}

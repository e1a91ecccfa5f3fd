#include "ingest/ingest.h"

#include "build_id.h"
#include "ingest/load.h"
#include "ingest/refresh.h"

enum { CONFIG_MAX_BYTES = 1 << 20 };

struct ingest {
	struct store *store;
	struct filed_list files; // in the order of ws->sources
	struct loaded loaded;	 // files that stay mapped while their cells are borrowed
};

static const char *in_root(
	const struct ingest_options *o, struct arena *a, const char *name)
{
	return path_join(a, str_of(o->root), str_of(name)).at;
}

// candor.yaml, or an empty configuration where there is none.
static bool read_config(const struct ingest_options *o, struct arena *a,
	struct workspace *ws, struct str *bytes, struct error *err)
{
	struct file file;
	struct error none = { 0 };
	const char *path = in_root(o, a, "candor.yaml");
	struct file_stat there;
	*bytes = S("");
	if (file_stat_of(path, &there, &none)) {
		if (!file_open(path, CONFIG_MAX_BYTES, &file, err))
			return error_add(err, "candor.yaml");
		*bytes = arena_str(a, file.bytes);
		file_close(&file);
	}
	return config_read(*bytes, S("candor.yaml"), a, &ws->config, err);
}

/*
 * The index on disk if it can be had; one in memory where the folder cannot be written or
 * another process is at work. Either way the answer is the same, only slower.
 */
static bool open_store(const struct ingest_options *o, struct arena *a,
	struct store **out, struct str *kept, struct error *err)
{
	struct error quiet = { 0 };
	const char *path = in_root(o, a, ".candor/index.db");
	if (!o->keep_index || !file_make_folder(in_root(o, a, ".candor"), &quiet))
		return store_open(":memory:", false, out, err);
	*kept = str_of(in_root(o, a, ".candor"));
	if (store_open(path, false, out, &quiet))
		return true;
	if (quiet.code == ERROR_FORMAT && store_remove(path, &quiet) &&
		store_open(path, false, out, &quiet))
		return true; // a damaged index costs time, nothing else
	*kept = S("");
	return store_open(":memory:", false, out, err);
}

// What the index was made with: another program or configuration may judge the same bytes
// differently.
static struct str fingerprint(struct arena *a, struct str config)
{
	return arena_fmt(a, "%s %016llx", CANDOR_VERSION " " CANDOR_BUILD,
		(unsigned long long)str_hash(config, 3));
}

static bool refresh_in(struct ingest *in, const struct ingest_options *o, struct arena *a,
	struct workspace *ws, struct str config, struct filed_list *files,
	struct error *err)
{
	struct refresh refresh = { o, &ws->config, in->store, a };
	return index_expect(in->store, S("made with"), fingerprint(a, config), err) &&
	       refresh_run(&refresh, files, err);
}

static bool refresh_any(struct ingest *in, const struct ingest_options *o,
	struct arena *a, struct workspace *ws, struct str config,
	struct filed_list *files, struct error *err)
{
	if (refresh_in(in, o, a, ws, config, files, err))
		return true;
	if (o->progress && !o->progress(o->context, 0, 0))
		return false; // stopped by the person, not by the index
	// Locked by another process, full disk, damage found late: once more in memory.
	store_close(in->store);
	in->store = NULL;
	*files = (struct filed_list){ 0 };
	*err = (struct error){ 0 };
	return store_open(":memory:", false, &in->store, err) &&
	       refresh_in(in, o, a, ws, config, files, err);
}

bool ingest_open(const struct ingest_options *options, struct arena *a,
	struct ingest **out, struct workspace *ws, struct error *err)
{
	struct ingest *in = ARENA_NEW(a, struct ingest);
	struct str config;
	*out = in;
	*ws = (struct workspace){
		.arena = a, .root = str_of(options->root), .as_of = options->as_of
	};
	in->loaded.arena = a;
	return file_is_folder(options->root, err) &&
	       read_config(options, a, ws, &config, err) &&
	       open_store(options, a, &in->store, &ws->kept, err) &&
	       refresh_any(in, options, a, ws, config, &in->files, err) &&
	       load_workspace(
		       in->store, &in->files, options->wants, &in->loaded, ws, err);
}

void ingest_close(struct ingest *in)
{
	if (!in)
		return;
	loaded_close(&in->loaded);
	store_close(in->store);
	in->store = NULL;
}

bool ingest_doc(struct ingest *in, size_t source, struct arena *a, struct doc *out,
	struct error *err)
{
	return index_doc(in->store, in->files.at[source].id, a, out, err);
}

// load: the refreshed index becomes the workspace that topics read.
#ifndef INGEST_LOAD_H
#define INGEST_LOAD_H

#include "ingest/index.h"

// Files whose cells are borrowed stay open as long as the workspace is used.
struct loaded {
	struct arena *arena;
	struct file **files;
	size_t count, room;
};

/*
 * Sources, sentences of the wanted roles, vendors, tables and papers.  Tables are read
 * from their files each time: parsing a row costs less than fetching it from a database
 * (docs/benchmarks.md).  A table that turns out damaged is skipped with its reason like
 * any other file; only trouble with the index itself is an error.
 */
bool load_workspace(struct store *store, const struct filed_list *files, uint64_t wants,
	struct loaded *loaded, struct workspace *ws, struct error *err);
void loaded_close(struct loaded *loaded);

#endif

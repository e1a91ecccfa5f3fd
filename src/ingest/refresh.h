// refresh: the index made equal to the folder, reading only what changed.
#ifndef INGEST_REFRESH_H
#define INGEST_REFRESH_H

#include "ingest/index.h"
#include "ingest/ingest.h"

struct refresh {
	const struct ingest_options *options;
	const struct config *config;
	struct store *store;
	struct arena *arena;
};

/*
 * Walks the folder and gives one entry a file, sorted by path.  Files whose size, time
 * and inode are those of the index are not opened.  Commits as it goes, so that an
 * interruption keeps what was read.  False with ERROR_SYSTEM when it was stopped by
 * options->progress; then err says nothing more.
 */
bool refresh_run(const struct refresh *r, struct filed_list *out, struct error *err);

#endif

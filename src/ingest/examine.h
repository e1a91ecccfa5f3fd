// examine: one file's bytes become what the index keeps of it.
#ifndef INGEST_EXAMINE_H
#define INGEST_EXAMINE_H

#include "ingest/index.h"

/*
 * Decides what the file is, reads it, and fills f->source, f->title and the two blobs.
 * Never fails: what cannot be read is SOURCE_SKIPPED with its reason and repair.  Depends
 * on path, bytes and configuration alone; runs on any thread.
 */
void examine(
	const struct config *config, struct str bytes, struct arena *a, struct filed *f);
// The same for a file that could not even be opened.
void examine_unreadable(const struct error *why, struct arena *a, struct filed *f);

enum { EXAMINE_MAX_BYTES = 512 * 1024 * 1024 };

#endif

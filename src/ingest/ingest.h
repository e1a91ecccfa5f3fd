// ingest: a folder of files becomes a workspace; what did not change is not read again.
#ifndef INGEST_INGEST_H
#define INGEST_INGEST_H

#include "model/model.h"

#define WANTS(role) (UINT64_C(1) << (role))

// Called on the caller's thread, often; returning false stops the refresh, and what was
// read is kept.
typedef bool ingest_progress(void *context, size_t done, size_t total);

struct ingest_options {
	const char *root;
	struct date as_of;
	int64_t now_ns; // the clock, only to tell files that may still change within one
			// tick
	size_t threads;
	uint64_t wants; // WANTS(...) of the roles whose sentences are needed; records and
			// papers always are
	bool keep_index;	   // false: the index lives in memory and leaves no file
	ingest_progress *progress; // may be NULL
	void *context;
};

struct ingest;

/*
 * Refreshes the index of the workspace below options->root and fills ws.  Damaged files
 * are skipped and told in ws->sources; only a folder or a configuration that cannot be
 * read is an error.  The same files give the same ws for any number of threads.
 * Everything ws points to lives until ingest_close.
 */
bool ingest_open(const struct ingest_options *options, struct arena *a,
	struct ingest **out, struct workspace *ws, struct error *err);
void ingest_close(struct ingest *ingest); // NULL is fine
// The whole document of ws->sources[source], unpacked into `a`; empty if it holds no
// text.
bool ingest_doc(struct ingest *ingest, size_t source, struct arena *a, struct doc *out,
	struct error *err);

#include "ingest/loose.h"

#endif

// index: what .candor/index.db knows of each file, and the few statements that keep it
// true.
#ifndef INGEST_INDEX_H
#define INGEST_INDEX_H

#include "model/model.h"
#include "store/store.h"

enum change {
	CHANGE_NONE,	// size, time and inode are those of the index
	CHANGE_TOUCHED, // looks different, but the content is the same
	CHANGE_READ,	// was read anew
};

// One file of the workspace: what the index knew, and what this run found.
struct filed {
	struct file_stat now;
	struct source source;
	struct str title;
	uint64_t inode;
	int64_t id;	 // in the index; 0 if it is not there yet
	int64_t seen_ns; // when it was read; later changes within the clock's grain are
			 // suspected
	enum change change;
	size_t sentences, claims;
	struct buf sentence_blob,
		doc_blob; // only with CHANGE_READ; given back once stored
};

struct filed_list {
	struct filed *at;
	size_t count, room;
};

// All rows, sorted by path; text lives in `a`.
bool index_load(
	struct store *s, struct arena *a, struct filed_list *out, struct error *err);
bool index_put(struct store *s, struct filed *f, struct error *err);
bool index_drop(struct store *s, int64_t id, struct error *err);
bool index_sentences(struct store *s, int64_t id, struct arena *a, struct sentences *out,
	struct error *err);
bool index_doc(
	struct store *s, int64_t id, struct arena *a, struct doc *out, struct error *err);

/*
 * The state named `name` is `value`, or everything is forgotten: an index that was made
 * by another version or under another configuration is made anew.
 */
bool index_expect(struct store *s, struct str name, struct str value, struct error *err);

#endif

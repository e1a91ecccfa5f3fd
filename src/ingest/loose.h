// loose: documents named by hand, read as they are, without a folder or an index.
#ifndef INGEST_LOOSE_H
#define INGEST_LOOSE_H

#include "model/model.h"

// Documents in the order in which they were named; those of a folder in path order.
struct loose {
	struct arena *arena;
	struct date today;
	struct loose_doc **at;
	size_t count, room;
	// What was left out, and why: "rivals/photo.png is of a kind that is not read".
	struct str *notes;
	size_t note_count, note_room;
};

struct loose_doc {
	struct source source; // first: copy.source points to it
	struct copy copy;
	uint32_t set; // as given to loose_add
};

enum { LOOSE_MAX_BYTES = 64 << 20, LOOSE_MAX_FILES = 2000 };

/*
 * Reads one file, or every document below a folder, as documents of number `set`.  The
 * zero value with `arena` and `today` set is ready.  A file that is named must be there
 * and readable, else the error says what to do; of a folder what cannot be read is noted
 * and at least one document must be left.  The same bytes twice in a set count once.
 * Older versions of ours in a folder become ROLE_COPY_HISTORY; a battlecard among a
 * competitor's pages is refused, because it holds our words.
 */
bool loose_add(struct loose *l, const char *path, uint32_t set, struct error *err);
// The same for bytes without a file; `name` is what the reader is chosen by.
bool loose_add_bytes(struct loose *l, struct str name, struct str bytes, uint32_t set,
	struct error *err);
void loose_note(struct loose *l, struct str note);

/*
 * All documents as a workspace that knows nothing else: sets with number 0 are ours,
 * every other set is the competitor sets[set - 1].  `company` may be empty.  Nothing is
 * written anywhere.
 */
void loose_workspace(struct loose *l, struct str company, const struct str *rivals,
	size_t rival_count, struct workspace *ws);

#endif

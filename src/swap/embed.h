// embed: sentences of competitors that mean much the same as ours, by an endpoint of the
// user's own that turns sentences into vectors.
#ifndef SWAP_EMBED_H
#define SWAP_EMBED_H

#include "swap/material.h"

enum {
	EMBED_TEXTS_MAX = 20000,       // sentences of one run
	EMBED_TEXT_MAX = 2000,	       // bytes of one of them
	EMBED_BATCH = 64,	       // sentences of one request
	EMBED_BATCH_BYTES = 48 * 1024, // of their text
	EMBED_REPLY_MAX = 8 << 20,     // bytes
	EMBED_REPLY_MS = 60 * 1000,    // one request
	EMBED_ALL_MS = 15 * 60 * 1000, // all requests of a run
	EMBED_BACKGROUND = 200,	       // unrelated claims that measure chance
	EMBED_TOP = 3,		       // neighbours of one claim with one competitor
};

struct embed_hit {
	uint32_t text; // number in material.theirs
	float cosine;
};

// Most alike first; of equals the earlier text.
struct embed_top {
	struct embed_hit at[EMBED_TOP];
	size_t count;
};

struct meaning {
	struct embed_top *tops; // by claim of ours, then group
	size_t groups;
	size_t sent, kept; // sentences sent now, and known from before
	size_t left_out;   // of theirs, beyond EMBED_TEXTS_MAX
};

/*
 * Asks for what is not yet known, at most EMBED_BATCH sentences at a time, with the names
 * of vendors masked, and finds the neighbours that are more alike than the best of that
 * competitor's sentences is for 99 of 100 claims of unrelated trades.  Vectors are kept
 * below material.ws->kept by text, model and endpoint, also when a later request fails.
 * The same vectors give the same neighbours on every machine: they are compared as whole
 * numbers.  ERROR_USAGE when the endpoint may not be asked, otherwise what it did wrong.
 */
bool embed_neighbours(const struct material *m, const struct swap_meaning *ask,
	size_t threads, struct arena *a, struct meaning *out, struct error *err);
// NULL when nothing was asked.
const struct embed_top *embed_top_at(const struct meaning *m, size_t claim, size_t group);

#endif

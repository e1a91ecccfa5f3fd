// world: a small workspace made of text, for the tests of swap and its reports.
#ifndef TESTS_SWAP_WORLD_H
#define TESTS_SWAP_WORLD_H

#include "model/model.h"

struct world {
	struct arena arena;
	struct workspace ws;
	size_t source_room, copy_room;
};

void world_open(struct world *w, const char *company);
void world_close(struct world *w);
size_t world_vendor(
	struct world *w, const char *id, const char *name, enum vendor_kind kind);
// A document in Markdown (or by its suffix), ours without `rival`.  Call world_settle
// when all are in.
void world_add(struct world *w, const char *path, struct str text, const char *rival,
	struct date seen);
// The same from bare claims, one a line: every line is a paragraph.
void world_add_claims(struct world *w, const char *path, const struct str *claims,
	size_t count, const char *rival);
void world_claim(struct world *w, const struct claim_entry *entry);

#endif

// embed_inner: sentences and their vectors, between asking, keeping and comparing.
#ifndef SWAP_EMBED_INNER_H
#define SWAP_EMBED_INNER_H

#include "swap/embed.h"

struct embed_key {
	uint64_t a, b; // two hashes of a text
};

// Distinct texts; a vector is whole numbers from -127 to 127.
struct embed_list {
	struct arena *arena;
	const struct swap_meaning *ask;
	struct map texts;
	struct embed_key *keys; // by text
	int8_t *vectors;	// by text; NULL until dims is known
	bool *have;
	size_t dims;
	size_t sent, kept;
};

static inline int8_t *embed_vector(const struct embed_list *l, size_t text)
{
	return l->vectors + text * l->dims;
}

// Sets the number of dimensions; false if there is another one already.
bool embed_dims(struct embed_list *l, size_t dims);
// Takes over what was kept below `folder` (may be empty); a damaged file is as none.
void embed_recall(struct embed_list *l, struct str folder);
// Keeps what is known now, and of what was kept as much as EMBED_KEPT_MAX allows.
bool embed_keep(const struct embed_list *l, struct str folder, struct error *err);
// Asks for every text that has no vector.
bool embed_ask(struct embed_list *l, struct error *err);

#endif

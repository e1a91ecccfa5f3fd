// index: every claim of the competitors, searched exactly for what is most like ours.
#ifndef SWAP_INDEX_H
#define SWAP_INDEX_H

#include "text/text.h"

// Texts end here: a posting keeps 27 bits for them.
enum { INDEX_TEXTS_MAX = (1 << 27) - 1, INDEX_TOP = 4 };

struct index_text {
	struct str text;
	uint32_t group; // whose it is: 0, 1, 2, ...
};

// What to build from.  `context` only makes common words common; it is never found.
struct index_plan {
	const struct index_text *texts;
	size_t count;
	size_t groups;
	const struct index_text *context;
	size_t context_count;
	const struct aliases *names; // masked in texts, context and questions
	size_t threads;
};

struct index;

/*
 * Sublinear tf-idf (Salton and Buckley 1988) over text/feature.h, words and letters each
 * of unit length and half of the whole, so that similarity is between -0 and 1.  Features
 * of a text are kept as postings sorted by text.  O(texts x features); four bytes a
 * posting.  Close it with index_close.
 */
struct index *index_open(const struct index_plan *plan);
void index_close(struct index *x); // NULL is fine
size_t index_texts(const struct index *x);
size_t index_groups(const struct index *x);

// A question: a text as a weighted bag of features.
struct index_term {
	uint32_t bucket;
	float weight;
};
struct index_query {
	struct index_term *terms;
	size_t count;
};
void index_query_of(
	const struct index *x, struct str text, struct arena *a, struct index_query *out);

struct index_hit {
	float similarity;
	uint32_t text; // number in plan.texts
};

// The best texts of one group, most similar first, of equals the earlier text first.
struct index_top {
	struct index_hit at[INDEX_TOP];
	size_t count;
};

// Scratch of one searching thread.
struct index_room;
struct index_room *index_room_open(const struct index *x);
void index_room_close(struct index_room *r);

/*
 * Up to `keep` (at most INDEX_TOP) best texts of every group with a similarity of at
 * least floors[group], which is over 0.  Exact: what is passed over is proven to stay
 * below, by the Cauchy-Schwarz bound on the terms not yet looked at (as in L2AP,
 * Anastasiu and Karypis 2014).
 */
void index_find(const struct index *x, struct index_room *room,
	const struct index_query *q, const float *floors, size_t keep,
	struct index_top *tops);

// The weight of a word by the concept of its stem: its inverse document frequency over
// texts and context.
float index_idf(const struct index *x, struct str concept);
float index_rarest(const struct index *x); // the weight of a word seen once
// How many groups have a text with the word; *texts is how many texts.  O(its postings).
size_t index_spread(const struct index *x, struct str concept, size_t *texts);
// How many texts of one group have it.
size_t index_says(const struct index *x, struct str concept, uint32_t group);

#endif

// index: every claim of the competitors, searched exactly for what is most like ours.
#ifndef SWAP_INDEX_H
#define SWAP_INDEX_H

#include "text/text.h"

enum { INDEX_TEXTS_MAX = (1 << 27) - 1, INDEX_TOP = 4 };

struct index_text {
	struct str text;
	uint32_t group; // whose it is: 0, 1, 2, ...
};

enum index_kind { INDEX_THEIRS, INDEX_OURS, INDEX_BACKGROUND, INDEX_KINDS };

// Texts that come and go together: those of one document.
struct index_part {
	size_t count;
	uint8_t kind; // enum index_kind: what index_plan.mark is told
	bool passing; // a draft: its features are not kept for the next run
};

// Something about a text that is to be known without looking at it again.  Depends on
// nothing but its arguments and the program; runs on any thread.
// Fills *out, which is empty; `names` stand in the text.
struct row_notes;
typedef void index_mark(struct str text, const struct mentions *names,
	enum index_kind kind, struct row_notes *out);

// What to build from.  `context` only makes common words common; it is never found.
struct index_plan {
	const struct index_text *texts;
	size_t count;
	size_t groups;
	const struct index_text *context;
	size_t context_count;
	const struct aliases *names; // masked in texts, context and questions
	size_t threads;

	// The rest may be left out.
	const struct index_part *parts; // of texts, then of context, in order; NULL: one
	size_t part_count;
	index_mark *mark;
	struct str folder; // where features are kept between runs
	uint64_t made;	   // by which program, with which names: a change forgets them
	bool whole;	   // what is not in this plan is no more, and may be forgotten
};

struct index;

/*
 * Sublinear tf-idf (Salton and Buckley 1988) over text/feature.h, words and letters each
 * of unit length and half of the whole, so that similarity is between -0 and 1.  Features
 * are kept as swap/segment.h says.  O(texts x features).  The plan's texts are borrowed
 * until index_close; the answers are the same bytes whether features were kept or not.
 */
struct index *index_open(const struct index_plan *plan);
void index_close(struct index *x); // NULL is fine
size_t index_texts(const struct index *x);
size_t index_groups(const struct index *x);
// How many texts had their features computed when the index was opened.
size_t index_extracted(const struct index *x);

// What the answers depend on: all texts, in order, and how they fall into documents.
uint64_t index_name(const struct index *x);
// How many texts at the head of plan.context are a part of INDEX_BACKGROUND.
size_t index_background(const struct index *x);

// By number in plan.texts, or behind them in plan.context.
uint8_t index_mark_of(const struct index *x, size_t text); // what plan.mark said
bool index_is_german(const struct index *x, size_t text);
const uint64_t *index_notes(const struct index *x, size_t text, size_t *count);

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
// The same for a text the index has, by number in plan.texts, or behind them in context.
void index_query_at(
	const struct index *x, size_t text, struct arena *a, struct index_query *out);

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
 * below, see index_find.c.
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

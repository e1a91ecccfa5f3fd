// bench_swap_gold: the labelled claims, each with what the swap test makes of it.
#ifndef TOOLS_BENCH_SWAP_GOLD_H
#define TOOLS_BENCH_SWAP_GOLD_H

#include "swap/swap.h"
#include "tests/swap/corpus.h"
#include "tests/swap/world.h"

enum gold_label { GOLD_FILLER, GOLD_SHARED, GOLD_DIFFERENT, GOLD_LABELS };

struct gold_row {
	size_t category; // in corpus.categories
	struct str text;
	enum gold_label label;
	enum verdict verdict;
	struct swap_signs signs;
	double voice;  // A whether or not the material check passed
	bool voiced;   // both sides have the claims that A needs
	double length; // in bytes
};

struct gold {
	struct gold_row *rows;
	size_t count;
	struct arena arena;
};

/*
 * Every vendor of the corpus once as us, the others of its category as competitors, one
 * copy a source document, through swap_run; rows are the labelled claims, in their order.
 */
void gold_read(const struct corpus *c, struct gold *out);
void gold_done(struct gold *g);
// One vendor as us and the others of its category as competitors; close the world.
void gold_world(struct world *w, const struct corpus *c, const struct corpus_vendor *us,
	const struct lexicon *words);

#endif

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
	bool first;    // X: a competitor claims the same first place
	double plain;  // Z without any list of praise or business words
	double length; // in bytes
};

// The leave-document-out check of one vendor, measured while it was us.
struct gold_check {
	struct str vendor;
	struct swap_material real;  // its documents held out
	struct swap_material mixed; // its claims dealt out to five invented documents
};

struct gold {
	struct gold_row *rows;
	size_t count;
	struct gold_check *checks; // by vendor of the corpus
	size_t check_count;
	struct arena arena;
};

/*
 * Every vendor of the corpus once as us, the others of its category as competitors, one
 * copy a source document, through swap_run; rows are the labelled claims, in their order.
 */
void gold_read(const struct corpus *c, struct gold *out);
void gold_done(struct gold *g);

// How claims become documents: as they were, or dealt out in turn to five.
enum gold_documents { GOLD_REAL, GOLD_MIXED };

// One vendor as us and the others of its category as competitors; close the world.
void gold_world(struct world *w, const struct corpus *c, const struct corpus_vendor *us,
	const struct lexicon *words, enum gold_documents documents);
// Makes a vendor's names ours.
void gold_name(struct world *w, const struct corpus_vendor *us);
// All claims of a vendor that the filter lets through, in their order.
size_t gold_claims(const struct corpus *c, const struct corpus_vendor *v,
	const struct lexicon *words, struct str *lines);

// Z as if no word were known to be praise or everybody's by itself.
struct material;
struct plain;
struct plain *plain_open(const struct material *m, struct arena *a);
double plain_check(const struct plain *p, struct str text);

#endif

// compare: every claim of ours against the best of every competitor, on all threads.
#ifndef SWAP_COMPARE_H
#define SWAP_COMPARE_H

#include "swap/judge.h"
#include "swap/material.h"
#include "swap/null.h"

#define CHOICE_NONE UINT32_MAX

// The sentence of one competitor that stands beside one claim of ours.
struct choice {
	uint32_t text; // number in material.theirs, or CHOICE_NONE
	float similarity;
	float covered;
	uint8_t sort;	  // enum pair_sort; PAIR_APART below the threshold
	uint8_t conflict; // enum conflict
	bool beyond;	  // similar beyond chance
	bool partly;	  // theirs is only part of ours
	float meaning;	  // how alike in meaning, if it was found by that; else 0
};

struct comparison {
	const struct material *material;
	struct index *index;
	struct chance *chances; // by group
	struct judge_room room;
	struct choice *choices; // by claim of ours, then group
};

/*
 * Opens the index and compares; close with compare_done.  Which competitor's sentence
 * decides: one that says it before one that contests it, the same first place before
 * other conflicts, then the more similar.  Sentences about the same first place are
 * found whatever their similarity.
 */
void compare_all_claims(const struct material *m, size_t threads, struct arena *a,
	struct comparison *out);
void compare_done(struct comparison *c);

const struct choice *choice_at(const struct comparison *c, size_t claim, size_t group);
// Content words and numbers of a claim: what null_threshold wants.
size_t side_length(const struct side *s);

#endif

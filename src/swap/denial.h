// denial: what a competitor says it has not, wherever it says so.
#ifndef SWAP_DENIAL_H
#define SWAP_DENIAL_H

#include "swap/judge.h"
#include "swap/material.h"
#include "swap/row.h"

struct denials; // immutable once built

// Notes what a sentence says is absent, for denials_of.
void denial_note(const struct claim_parts *parts, struct row_notes *out);
// Collects what every competitor's sentences deny, from the notes of the index.
struct denials *denials_of(
	const struct material *m, const struct index *x, struct arena *a);

/*
 * The sentence in which a competitor denies what `ours` (weighed) claims: a word that is
 * a good part of ours, and neither praise nor everybody's, is said to be absent there,
 * and stands nowhere else on its pages.  CHOICE_NONE if there is none.
 */
uint32_t denials_find(const struct denials *d, const struct judge_room *room,
	const struct side *ours, uint32_t group);

#endif

// survive: which claims a competitor could word just so, and whether we may say that.
#ifndef SWAP_SURVIVE_H
#define SWAP_SURVIVE_H

#include "swap/material.h"

/*
 * Evidence L.  Every claim is asked with its whole document out of the models; versions
 * of one page ("2024-10-home.html", "2025-09-home.html") are one document.
 */
struct survivals {
	size_t groups;
	float *voice; // by claim of ours, then group: A, whatever the material check says
	uint8_t *asked;	   // beside voice: A could be computed
	uint8_t *survives; // beside voice: enum survival; unknown unless both passed
	struct swap_material *material; // ours, then by group
};

// Lives in `a`.  Linear in the text of ours and of a bounded sample of theirs.
void survivals_of(const struct material *m, struct arena *a, struct survivals *out);

#endif

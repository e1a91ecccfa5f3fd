// heldout: is a vendor's wording known again on a page that the models never saw?
#ifndef SWAP_HELDOUT_H
#define SWAP_HELDOUT_H

#include "swap/swap.h"

// One claim, asked while its document was out of the models.
struct heldout_case {
	uint32_t vendor, document;
	uint32_t given; // the vendor whose model likes it best
};

/*
 * Fills tested, accuracy, chance, p and passed of every vendor's material.  Accuracy has
 * a percentile bootstrap interval over documents, never
 * narrower than Wilson's over claims.  Chance is what the same answers reach
 * when the documents are dealt out to the vendors anew, 999 times, each vendor getting as
 * many as it has (permutation test, Good 2005): the document is the unit, because
 * sentences of one page stand and fall together.  Passed: p <= .05 and accuracy beyond
 * the mean of chance.  Fixed seeds.  O(cases + 999 documents).
 */
void heldout_check(const struct heldout_case *cases, size_t count, size_t documents,
	struct swap_material *material, size_t vendors);

#endif

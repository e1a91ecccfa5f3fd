// filter: which sentences say something that could be true or false, and how loudly.
#ifndef CLAIM_FILTER_H
#define CLAIM_FILTER_H

#include "claim/claim.h"
#include "text/text.h"

// The words the rules look at, built once a document.
struct lexicon *filter_words(struct arena *a);

/*
 * What a sentence of a block is: IS_CLAIM or the first rule that speaks against it, in
 * the order of enum claim_sort's table in filter.c.  `text` has its white space folded.
 */
enum claim_sort filter_sort(
	const struct lexicon *words, const struct block *block, struct str text);

// How far into the document a claim stands; zero at its beginning.
struct filter_place {
	bool headline;	     // some claim was a headline
	bool past_hero;	     // behind the first section, slide or page
	uint32_t hero_block; // the first paragraph, counted from 1; 0 before it
	size_t hero_claims;  // claims of it so far
};

// Called for every claim of the document in order, with its block's number from 0.
enum claim_level filter_level(struct filter_place *at, const struct block *block,
	uint32_t number, struct place place);

#endif

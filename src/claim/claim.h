// claim: the sentences of a document, and which of them are claims.
#ifndef CLAIM_CLAIM_H
#define CLAIM_CLAIM_H

#include "claim/parts.h"
#include "doc/doc.h"

// How prominently something is said.
enum claim_level { LEVEL_BODY, LEVEL_SUBHEAD, LEVEL_HEADLINE, LEVEL_COUNT };

// Why a sentence is not a claim; IS_CLAIM if it is one.
enum claim_sort {
	IS_CLAIM,
	NOT_HEADING,  // names a topic: "Pricing", "How it works"
	NOT_ACTION,   // a call to action: "Book a demo"
	NOT_SETUP,    // instructions: "Run docker compose up"
	NOT_QUESTION, // asks, does not say
	NOT_LEGAL,    // copyright, terms, cookie notices
	NOT_SHOWN,    // code, chrome, meta, speaker notes
	NOT_SENTENCE, // too short or too broken to say anything
	NOT_OURS,     // somebody else's words: quotations, testimonials, speech
	CLAIM_SORT_COUNT,
};

struct sentence {
	struct span span;   // in doc.text
	struct place place; // of its first byte
	struct str text; // white space folded; lives in the arena given to sentences_of
	struct str speaker;
	uint32_t section; // see struct block
	uint8_t block;	  // enum block_kind
	uint8_t sort;	  // enum claim_sort
	uint8_t level;	  // enum claim_level
};

struct sentences {
	struct sentence *at; // in document order
	size_t count;
	size_t room;
};

/*
 * Cuts every block of the document into sentences and judges each.  Pure: depends on the
 * document only. O(text).  English and German.
 */
void sentences_of(const struct doc *doc, struct arena *a, struct sentences *out);
const char *claim_sort_name(
	enum claim_sort sort); // "claim", "heading", "call to action", ...
const char *claim_level_name(enum claim_level level); // "headline", "subhead", "body"

#endif

// material: what is compared: our claims, the competitors' claims, and everybody's names.
#ifndef SWAP_MATERIAL_H
#define SWAP_MATERIAL_H

#include "swap/index.h"
#include "swap/side.h"
#include "swap/swap.h"

#define OWNER_US UINT32_MAX

struct our_claim {
	const struct copy *copy;
	const struct sentence *sentence;
	bool headline; // what we say first, see headline_mark
};

// Its text is in material.texts.  There may be a million, so it holds no more than it
// must.
struct their_claim {
	const struct copy *copy; // NULL: quoted on a battlecard of ours
	const struct sentence *sentence;
	const struct evidence *card; // where, if it is quoted
};

// Everything one run compares; the order of all arrays is that of paths and documents.
struct material {
	const struct workspace *ws;
	struct arena *arena;
	struct our_claim *ours;
	size_t our_count, our_room;
	struct their_claim *theirs;
	struct index_text *texts; // beside theirs: text and group
	size_t their_count, their_room, text_room;
	size_t *vendor;		   // by group: index into ws->vendors
	struct swap_rival *rivals; // by group: files, dates
	size_t groups;
	size_t sentences_read, not_claims;
	struct aliases *names; // owner: vendor index, or OWNER_US
	uint64_t names_id;     // of what is masked
	bool drafts;	       // ours are drafts
	bool whole;	       // everything of the workspace is here
	struct seen_words *seen;
	const struct meaning *meaning; // neighbours by meaning; NULL if nobody asked
};

// Collects it from the workspace; everything lives in `a`.
void material_of(const struct workspace *ws, const struct swap_options *options,
	struct arena *a, struct material *out);

// Where the sentences of one document, or the quotes of our battlecards, end: `from` is
// the first of them.
size_t material_their_part(const struct material *m, size_t from);
size_t material_our_part(const struct material *m, size_t from);

// The names of ourselves and of all configured competitors, to be masked.
struct aliases *material_names(const struct workspace *ws, struct arena *a);

// Where a competitor says it, with its words.
struct evidence material_evidence(const struct material *m, size_t theirs);

// Whether a document is ours to test: a draft, or copy in force.
bool material_is_ours(const struct copy *copy);

#endif

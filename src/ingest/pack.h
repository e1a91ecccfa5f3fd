// pack: a document and its sentences as one run of bytes each, for the index.
#ifndef INGEST_PACK_H
#define INGEST_PACK_H

#include "claim/claim.h"

/*
 * The layout is ours alone and changes with the schema version: fixed-size records first,
 * then all text in one heap, so that unpacking copies the blob once and points into it.
 * Unpacking checks every count and offset: a damaged index is ERROR_FORMAT, and the
 * caller reads the files anew.
 */
void pack_sentences(const struct sentences *sentences, struct buf *out);
bool unpack_sentences(
	struct str blob, struct arena *a, struct sentences *out, struct error *err);
void pack_doc(const struct doc *doc, struct buf *out);
bool unpack_doc(struct str blob, struct arena *a, struct doc *out, struct error *err);

#endif

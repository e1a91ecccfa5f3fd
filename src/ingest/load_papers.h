// load_papers: canvases, battlecards, interviews, launches and drawn ties, from the
// indexed documents.
#ifndef INGEST_LOAD_PAPERS_H
#define INGEST_LOAD_PAPERS_H

#include "ingest/load.h"

bool load_papers(struct store *store, const struct filed_list *files,
	struct workspace *ws, struct error *err);

#endif

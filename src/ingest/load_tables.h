// load_tables: rows of the workspace's tables become records and deals.
#ifndef INGEST_LOAD_TABLES_H
#define INGEST_LOAD_TABLES_H

#include "ingest/load.h"

// Ourselves, the configured competitors and alternatives, and one competitor a folder
// below competitors/.
void load_vendors(struct workspace *ws);
/*
 * Reads every ROLE_TABLE source.  A table that turns out damaged is SOURCE_SKIPPED with
 * its reason; its rows that were read stay.  Deals borrow cells from their files, which
 * stay open in `loaded`.
 */
void load_tables(struct loaded *loaded, struct workspace *ws);

#endif

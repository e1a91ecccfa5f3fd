// deals_load: the tables of a CRM export become the company's deals.
#ifndef MODEL_DEALS_LOAD_H
#define MODEL_DEALS_LOAD_H

#include "model/deals.h"

struct workspace;

// What a table is for the deals.
enum deals_table {
	DEALS_NO_TABLE,
	DEALS_ROWS,	// one row a deal
	DEALS_LEADS,	// one row a lead; how it ended stands in a table of wins
	DEALS_WINS,	// the leads that were won
	DEALS_STAGES,	// what the ids in the stage column mean
	DEALS_ACCOUNTS, // segment and region of an account
	DEALS_OWNERS,	// region and manager of an owner
	DEALS_TABLES,
};

// "deals", "leads", "wins", "deal-stages", "accounts", "owners": source.kind; NULL for
// none.
const char *deals_table_name(enum deals_table table);
enum deals_table deals_table_find(struct str name);

/*
 * What a table with this header is, and how surely, from 0 to 1 (comparable to the score
 * of record kinds).  Histories, line items, contacts, tickets and tasks are
 * DEALS_NO_TABLE.
 */
enum deals_table deals_recognise(const struct str *header, size_t columns, double *score);

// A table that was recognised.  The file stays open as long as the workspace is used: ids
// are borrowed from its bytes.
struct deals_file {
	uint32_t source; // index into ws->sources
	enum deals_table table;
	const struct file *file;
	size_t sheet;
};

/*
 * Fills ws->deals from all tables, in the order of their sources, and rows, rows_skipped
 * and notes of those sources; competitors go to ws->vendors, which must be initialised. A
 * damaged table is marked SOURCE_SKIPPED with its reason; the rest is loaded.  About 60
 * bytes a deal, and pages of mapped files are given back as they are read.
 */
void deals_load(struct workspace *ws, const struct deals_file *files, size_t count);

#endif

// claim_page: a claim and where it is said, as a terminal page and as JSON.
#ifndef REPORT_CLAIM_PAGE_H
#define REPORT_CLAIM_PAGE_H

#include "report/report.h"

struct claim_page {
	const struct workspace *ws;
	const struct book *book;
	bool all_rows; // no claim was asked for: every row and the unlisted headlines
	// What would become of it: the status somebody thinks of giving it.
	enum claim_status if_status;
	bool asks_if;
};

/*
 * One claim: what the ledger says of it, what falls with it, newest first, and what is
 * said differently.  All rows: those first that are said although they may not be.
 */
void claim_text(const struct claim_page *page, const struct look *look, struct buf *out);
// docs/schema/claim.schema.json: every exposure.
void claim_json(const struct claim_page *page, struct buf *out);

#endif

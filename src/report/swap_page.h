// swap_page: the swap test as text and as JSON.
#ifndef REPORT_SWAP_PAGE_H
#define REPORT_SWAP_PAGE_H

#include "report/report.h"

struct swap_page {
	const struct workspace *ws;
	const struct swap_result *result;
	bool all; // every claim, not only those that work with a competitor's name
};

void swap_text(const struct swap_page *page, const struct look *look, struct buf *out);
// docs/schema/swap.schema.json
void swap_json(const struct swap_page *page, struct buf *out);

#endif

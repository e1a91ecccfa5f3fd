// market_page: what buyers say, as a terminal page, as JSON, and as a part of the brief.
#ifndef REPORT_MARKET_PAGE_H
#define REPORT_MARKET_PAGE_H

#include "report/report.h"

struct market_page {
	const struct workspace *ws;
	const struct market *market;
	const struct market_gaps *gaps;
};

/*
 * Each line of the canvas, each pillar, claim and pain with the distinct buyers who voice
 * it, the newest day and one sentence of theirs; then whose words are used.
 */
void market_text(
	const struct market_page *page, const struct look *look, struct buf *out);
// docs/schema/market.schema.json
void market_json(const struct market_page *page, struct buf *out);

#endif

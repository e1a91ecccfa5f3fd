// deals_page: win rates as a terminal page and as JSON.
#ifndef REPORT_DEALS_PAGE_H
#define REPORT_DEALS_PAGE_H

#include "report/report.h"

// What `candor deals` found: the whole, and one table a field.
struct deals_page {
	const struct workspace *ws;
	const struct deals_overall *overall;
	const struct deals_by *by;
	size_t count;
};

/*
 * Sentence first, then a row a group with its interval drawn against the overall rate,
 * its counts, and what stands out with the deals behind it.  At most twelve rows a table.
 */
void deals_text(const struct deals_page *page, const struct look *look, struct buf *out);
// docs/schema/deals.schema.json
void deals_json(const struct deals_page *page, struct buf *out);

const char *group_verdict_name(
	enum group_verdict v); // "too-few", "like-rest", "below", "above"

#endif

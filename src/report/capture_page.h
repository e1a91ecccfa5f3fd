// capture_page: what `candor capture` saved, as a terminal page and as JSON.
#ifndef REPORT_CAPTURE_PAGE_H
#define REPORT_CAPTURE_PAGE_H

#include "capture/capture.h"
#include "report/report.h"

struct capture_page {
	const struct workspace *ws;
	struct str rival;  // id
	struct str name;   // as reports print it
	struct str folder; // "competitors/shiftly"
	bool known;	   // candor.yaml or a folder named it before
	struct str near;   // the competitor that was perhaps meant; empty if none
	const struct capture_result *result;
};

// One entry an address: the file, its claims and what changed, or why there is none.
void capture_text(
	const struct capture_page *page, const struct look *look, struct buf *out);
// docs/schema/capture.schema.json
void capture_json(const struct capture_page *page, struct buf *out);

#endif

// ledger_page: value given to other functions, and what came after.
#ifndef REPORT_LEDGER_PAGE_H
#define REPORT_LEDGER_PAGE_H

#include "report/report.h"
#include "value/value.h"

struct ledger_page {
	const struct workspace *ws;
	const struct web *web;
	const struct gifts *gifts;
};

void ledger_text(
	const struct ledger_page *page, const struct look *look, struct buf *out);
// docs/schema/ledger.schema.json
void ledger_json(const struct ledger_page *page, struct buf *out);

#endif

#include "audit/list.h"

static const int DEMANDS[] = { 23, 35, 0 };

const struct audit audit_shipped_not_adopted = {
	.id = "shipped-not-adopted",
	.number = "F17",
	.group = "roadmap",
	.title = "What was released and is not used?",
	.why = "A feature without adoption is a cost and a promise at once.",
	.minimum = "an item released ninety days ago, with eligible and active users",
	.needs = NEEDS(FACT_ROADMAP) | NEEDS(FACT_USAGE),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "product;customer-success",
	.demands = DEMANDS,
};

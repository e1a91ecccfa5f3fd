#include "audit/list.h"

static const int DEMANDS[] = { 1, 2, 3, 40, 45, 0 };

const struct audit audit_order_taking = {
	.id = "order-taking",
	.number = "F19",
	.group = "requests",
	.title = "How much of the work began as a request?",
	.why = "Who only answers requests works on other teams’ priorities.",
	.minimum = "two quarters of requests, and the objectives",
	.needs = NEEDS(FACT_REQUESTS) | NEEDS(FACT_OBJECTIVES),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "sales;product",
	.demands = DEMANDS,
};

#include "audit/list.h"

static const int DEMANDS[] = { 22, 38, 0 };

const struct audit audit_roadmap_without_market = {
	.id = "roadmap-without-market",
	.number = "F13",
	.group = "roadmap",
	.title = "Which planned items did no buyer ask for?",
	.why = "What nobody asked for is launched to nobody.",
	.minimum = "fifty calls, tickets or interviews, and the roadmap",
	.needs = NEEDS(FACT_CALLS) | NEEDS(FACT_ROADMAP),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "product",
	.demands = DEMANDS,
};

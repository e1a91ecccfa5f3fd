#include "audit/list.h"

static const int DEMANDS[] = { 15, 16, 0 };

const struct audit audit_gap_not_on_roadmap = {
	.id = "gap-not-on-roadmap",
	.number = "F14",
	.group = "roadmap",
	.title = "Which gap loses money and is planned nowhere?",
	.why = "Money that is lost for the same reason every quarter is a decision "
	       "nobody took.",
	.minimum = "three accounts in two quarters that name the same gap",
	.needs = NEEDS(FACT_DEALS) | NEEDS(FACT_CALLS) | NEEDS(FACT_ROADMAP),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "product",
	.demands = DEMANDS,
};

#include "audit/list.h"

static const int DEMANDS[] = { 11, 25, 0 };

const struct audit audit_assumption_value = {
	.id = "assumption-value",
	.number = "F03",
	.group = "voices",
	.title = "Which pillar answers a pain that buyers never voiced?",
	.why = "Value built on internal assumptions is defended in every meeting and "
	       "bought by nobody.",
	.minimum = "twenty calls or interviews, and pillars with the pain they answer",
	.needs = NEEDS(FACT_MESSAGES) | NEEDS(FACT_CALLS),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "product;leadership",
	.demands = DEMANDS,
};

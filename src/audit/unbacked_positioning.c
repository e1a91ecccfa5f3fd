#include "audit/list.h"

static const int DEMANDS[] = { 6, 14, 0 };

const struct audit audit_unbacked_positioning = {
	.id = "unbacked-positioning",
	.number = "F04",
	.group = "voices",
	.title = "Which parts of the positioning rest on no buyer?",
	.why = "An element without evidence is changed by whoever speaks last.",
	.minimum = "a positioning canvas; its evidence references",
	.needs = NEEDS(FACT_CANVAS),
	.severity = SEVERITY_WATCH,
	.bring_to = "product-marketing",
	.demands = DEMANDS,
};

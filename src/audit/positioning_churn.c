#include "audit/list.h"

static const int DEMANDS[] = { 9, 10, 0 };

const struct audit audit_positioning_churn = {
	.id = "positioning-churn",
	.number = "F05",
	.group = "voices",
	.title = "How often does the positioning change, and on what evidence?",
	.why = "Every change resets what sales, pages and buyers have learned.",
	.minimum = "three dated versions of the canvas",
	.needs = NEEDS(FACT_VERSIONS),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "leadership",
	.demands = DEMANDS,
};

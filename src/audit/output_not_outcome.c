#include "audit/list.h"

static const int DEMANDS[] = { 4, 32, 36, 0 };

const struct audit audit_output_not_outcome = {
	.id = "output-not-outcome",
	.number = "F18",
	.group = "requests",
	.title = "Which pieces were made and never used in a deal?",
	.why = "Output is counted easily; only use changes a deal.",
	.minimum = "ten pieces older than sixty days, and what was used in deals",
	.needs = NEEDS(FACT_ASSETS) | NEEDS(FACT_TOUCHES),
	.severity = SEVERITY_WATCH,
	.bring_to = "product-marketing;marketing",
	.demands = DEMANDS,
};

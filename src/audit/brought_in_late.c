#include "audit/list.h"

static const int DEMANDS[] = { 24, 0 };

const struct audit audit_brought_in_late = {
	.id = "brought-in-late",
	.number = "F16",
	.group = "launch",
	.title = "How long before a launch is product marketing first asked?",
	.why = "Positioning that starts after the build describes the product, not the"
	       " market.",
	.minimum = "three launches or items with the day of the first input",
	.needs = NEEDS(FACT_ROADMAP),
	.severity = SEVERITY_WATCH,
	.bring_to = "product",
	.demands = DEMANDS,
};

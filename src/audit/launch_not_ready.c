#include "audit/list.h"

static const int DEMANDS[] = { 28, 29, 0 };

const struct audit audit_launch_not_ready = {
	.id = "launch-not-ready",
	.number = "F15",
	.group = "launch",
	.title = "Is the next launch ready?",
	.why = "A launch before its proof teaches the market that it does not work.",
	.minimum = "a launch file with gates and a date",
	.needs = NEEDS(FACT_LAUNCHES) | NEEDS(FACT_ROADMAP),
	.severity = SEVERITY_BLOCKER,
	.bring_to = "product;leadership",
	.demands = DEMANDS,
};

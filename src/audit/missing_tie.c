#include "audit/list.h"

static const int DEMANDS[] = { 52, 56, 58, 59, 0 };

const struct audit audit_missing_tie = {
	.id = "missing-tie",
	.number = "F20",
	.group = "web",
	.title = "Which two functions need each other and do not talk?",
	.why = "An objective that hangs on two functions fails between them.",
	.minimum =
		"ninety days of meetings or mail, people with functions, and objectives",
	.needs = NEEDS(FACT_PEOPLE) | NEEDS(FACT_INTERACTIONS) | NEEDS(FACT_OBJECTIVES),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "the two functions",
	.demands = DEMANDS,
};

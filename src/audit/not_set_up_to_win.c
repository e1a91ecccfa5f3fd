#include "audit/list.h"

static const int DEMANDS[] = { 12, 31, 39, 0 };

const struct audit audit_not_set_up_to_win = {
	.id = "not-set-up-to-win",
	.number = "F09",
	.group = "voices",
	.title = "When a buyer names a competitor, do we give a reason that is ours?",
	.why = "The moment a competitor is named is the one in which differentiation "
	       "is used or lost.",
	.minimum = "twelve calls of three reps in which a buyer names a competitor",
	.needs = NEEDS(FACT_CALLS) | NEEDS(FACT_MESSAGES),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "sales;enablement",
	.demands = DEMANDS,
};

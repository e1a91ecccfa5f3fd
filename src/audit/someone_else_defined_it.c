#include "audit/list.h"

static const int DEMANDS[] = { 7, 41, 0 };

const struct audit audit_someone_else_defined_it = {
	.id = "someone-else-defined-it",
	.number = "F08",
	.group = "voices",
	.title = "Who else has named our category for us?",
	.why = "What the field calls the product is what buyers compare it with.",
	.minimum = "thirty calls or ten decks, and a canvas with a category",
	.needs = NEEDS(FACT_CALLS) | NEEDS(FACT_CANVAS),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "sales;leadership",
	.demands = DEMANDS,
};

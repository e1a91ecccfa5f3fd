#include "audit/list.h"

static const int DEMANDS[] = { 18, 41, 0 };

const struct audit audit_many_voices = {
	.id = "many-voices",
	.number = "F07",
	.group = "voices",
	.title = "Do reps, decks and pages tell one story?",
	.why = "A buyer who hears two stories believes neither.",
	.minimum = "five reps and thirty calls, or ten decks",
	.needs = NEEDS(FACT_CALLS) | NEEDS(FACT_MESSAGES) | NEEDS(FACT_CANVAS),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "sales",
	.demands = DEMANDS,
};

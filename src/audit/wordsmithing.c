#include "audit/list.h"

static const int DEMANDS[] = { 19, 46, 0 };

const struct audit audit_wordsmithing = {
	.id = "wordsmithing",
	.number = "F06",
	.group = "voices",
	.title = "Do we change words while claims stay as they are?",
	.why = "Edits feel like progress; only a changed claim, proof or segment "
	       "changes a deal.",
	.minimum = "eight edits within six months",
	.needs = NEEDS(FACT_VERSIONS) | NEEDS(FACT_COPY),
	.severity = SEVERITY_WATCH,
	.bring_to = "product-marketing",
	.demands = DEMANDS,
};

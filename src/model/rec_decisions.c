#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "date",
		.aliases = "told_on;said_on;Datum",
		.type = CELL_DATE,
		.required = true,
		.key = true,
		RECORD_FIELD(decision, date),
		.doc = "when it was told" },
	{ .name = "finding",
		.aliases = "finding_id;truth;truth_id;Befund;Wahrheit",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(decision, finding),
		.doc = "the id of the truth" },
	{ .name = "said_to",
		.aliases = "told_to;told;gesagt_zu",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(decision, said_to),
		.doc = "to whom" },
	{ .name = "sentence",
		.aliases = "what_was_said;statement;Satz;Aussage",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(decision, sentence),
		.doc = "the words" },
	{ .name = "answer",
		.aliases = "reply;response;reaction;Antwort;Reaktion",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(decision, answer),
		.doc = "what they answered" },
	{ .name = "outcome",
		.aliases = "result;what_came_of_it;Ergebnis",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(decision, outcome),
		.doc = "what came of it" },
	{ .name = "checked_on",
		.aliases = "checked;verified_on;geprüft_am",
		.type = CELL_DATE,
		RECORD_FIELD(decision, checked_on),
		.doc = "when that was looked up" },
	{ 0 },
};

const struct record_kind record_decisions = {
	.name = "decisions",
	.title = "Truths that were told",
	.file = "decisions.csv",
	.gives = "which truth was told to whom, what they answered and what came of it",
	.fields = FIELDS,
	.size = sizeof(struct decision),
	.list = offsetof(struct records, decisions),
	.unlocks = "F23",
	.template_rows = "date,finding,said_to,sentence,answer,outcome,checked_on\n"
			 "2025-09-10,launch-not-ready,CPO,2 beta accounts of the 5 "
			 "agreed: not ready for launch,postponed 6 weeks,adoption 34% "
			 "at 30 days,2025-11-28\n"
			 "2025-07-02,not-differentiated,CEO,4 of 6 headline claims also "
			 "stand on a competitor's page,positioning v4,shared claims 4 "
			 "to 2,2025-11-28\n"
			 "2025-03-15,roadmap-without-market,CPO,Voice notes has no "
			 "customer evidence,built anyway,adoption 3% at 90 days,"
			 "2025-10-01\n",
};

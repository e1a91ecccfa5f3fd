#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "pain_id",
		.aliases = "problem_id;Schmerzpunkt-ID;id",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(pain, id),
		.doc = "a short name that other files refer to" },
	{ .name = "pain",
		.aliases = "pain_point;problem;buyer_pain;Schmerzpunkt;Kundenproblem",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(pain, pain),
		.doc = "the problem in a buyer's words" },
	{ .name = "persona",
		.aliases = "buyer_role;role;Rolle;Zielgruppe",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(pain, persona),
		.doc = "who has it" },
	{ .name = "first_heard",
		.aliases = "first_mention;heard_on;zuerst_gehört;erstmals_gehört",
		.type = CELL_DATE,
		.distinct = true,
		RECORD_FIELD(pain, first_heard),
		.doc = "when it was first heard" },
	{ .name = "source",
		.aliases = "heard_in;origin;Quelle",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(pain, source),
		.doc = "where: a call with its time, an interview, or \"internal "
		       "assumption\"" },
	{ 0 },
};

const struct record_kind record_pains = {
	.name = "pains",
	.title = "Pains in buyers' words",
	.file = "messages/pains.csv",
	.gives = "problems as buyers say them, with the first place they were heard",
	.fields = FIELDS,
	.size = sizeof(struct pain),
	.list = offsetof(struct records, pains),
	.unlocks = "F03",
	.template_rows =
		"pain_id,pain,persona,first_heard,source\n"
		"PN-1,Night shift does not know what day shift changed,"
		"plant-manager,2024-11-03,calls/2024-11-03-kestrel.vtt#00:04:12\n"
		"PN-2,The auditor asks and we look through binders,"
		"quality-lead,2025-02-18,interviews/INT-07.md\n"
		"PN-3,Hall 3 has no network,it-manager,,internal assumption\n",
};

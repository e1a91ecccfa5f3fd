#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "date",
		.aliases = "given_on;Datum",
		.type = CELL_DATE,
		.required = true,
		.key = true,
		RECORD_FIELD(gift, date),
		.doc = "when it was given" },
	{ .name = "from",
		.aliases = "giver;given_by;von",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(gift, from),
		.doc = "the function that gave it" },
	{ .name = "to",
		.aliases = "receiver;given_to;an",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(gift, to),
		.doc = "the function that got it" },
	{ .name = "what",
		.aliases = "gift;given;was",
		.type = CELL_TEXT,
		.required = true,
		.distinct = true,
		.key = true,
		RECORD_FIELD(gift, what),
		.doc = "what it was, in a few words" },
	{ .name = "evidence",
		.aliases = "evidence_ids;refs;references;Belege",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(gift, evidence),
		.doc = "ids of other files, ; between: RM-14, R-211, D-1057, an asset" },
	{ .name = "objective",
		.aliases = "objective_id;goal;okr;Ziel",
		.type = CELL_TEXT,
		RECORD_FIELD(gift, objective),
		.doc = "the objective it serves" },
	{ .name = "request",
		.aliases = "request_id;asked;Anfrage",
		.type = CELL_TEXT,
		RECORD_FIELD(gift, request),
		.doc = "the request it answers; blank: nobody asked" },
	{ 0 },
};

const struct record_kind record_ledger = {
	.name = "ledger",
	.title = "Value given to other functions",
	.file = "web/ledger.csv",
	.gives =
		"what was given to which function, and the ids that say what came of it; "
		"`candor web give` adds a row",
	.fields = FIELDS,
	.size = sizeof(struct gift),
	.list = offsetof(struct records, gifts),
	.unlocks = "F24",
	.template_rows =
		"date,from,to,what,evidence,objective,request\n"
		"2025-09-04,product-marketing,product,Nine buyers on badge login,RM-14; "
		"D-1057,O-1,\n"
		"2025-10-02,product-marketing,sales,Battlecard Shiftly rewritten,"
		"competitors/shiftly/battlecard.md,O-1,R-211\n"
		"2025-11-03,product-marketing,customer-success,Renewal sentences on "
		"Insights,R-213,O-3,R-213\n",
};

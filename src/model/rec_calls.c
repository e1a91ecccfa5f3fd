#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "file",
		.aliases = "call;transcript;recording;filename;path;call_file;Datei",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(call_entry, file),
		.doc = "the transcript, relative to calls/" },
	{ .name = "date",
		.aliases = "call_date;started;start_time;Datum",
		.type = CELL_DATE,
		RECORD_FIELD(call_entry, date),
		.doc = "the day of the call" },
	{ .name = "deal_id",
		.aliases = "opportunity_id;opportunity;crm_id;deal;Chancen-ID;Vorgang",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(call_entry, deal),
		.doc = "the deal" },
	{ .name = "us",
		.aliases = "our_side;host;internal_participants;reps;wir;unsere_Seite",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(call_entry, us),
		.doc = "our people, ; between" },
	{ .name = "them",
		.aliases =
			"their_side;external_participants;buyers;customer_participants;"
			"Kunde;Gegenseite",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(call_entry, them),
		.doc = "the buyer's people, ; between" },
	{ .name = "kind",
		.aliases = "call_type;type;Art",
		.type = CELL_TEXT,
		RECORD_FIELD(call_entry, kind),
		.doc = "discovery, demo, negotiation, ..." },
	{ 0 },
};

const struct record_kind record_calls = {
	.name = "calls",
	.title = "Index of calls",
	.file = "calls/index.csv",
	.gives = "which recording belongs to which deal, and who was on which side",
	.fields = FIELDS,
	.size = sizeof(struct call_entry),
	.list = offsetof(struct records, calls),
	.unlocks = "F07 F08 F09",
	.template_rows = "file,date,deal_id,us,them,kind\n"
			 "2025-10-21-brandt.vtt,2025-10-21,D-18,r.osei; i.duarte,Petra "
			 "Brandt,discovery\n"
			 "2025-11-04-brandt.vtt,2025-11-04,D-18,r.osei,Petra Brandt; "
			 "Uwe Kern,demo\n"
			 "2025-11-11-marlow.txt,2025-11-11,D-17,a.lindt,Jo Marlow,"
			 "negotiation\n",
};

#include "model/list.h"

static const struct cell_word DIRECTION[] = {
	{ "to-buyer", "to buyer;external;outbound;buyer;an Kunden;extern" },
	{ "internal", "inside;intern" },
	{ NULL, NULL },
};

static const struct record_field FIELDS[] = {
	{ .name = "touch_id",
		.aliases = "activity_id;engagement_id;id",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(touch, id),
		.doc = "a short name for the row" },
	{ .name = "date",
		.aliases = "activity_date;activity_date_time;used_on;viewed_on;when;"
			   "event_date;timestamp;start_date_time;created_date;due_date;"
			   "Datum",
		.type = CELL_DATE,
		.required = true,
		RECORD_FIELD(touch, date),
		.doc = "the day" },
	{ .name = "deal_id",
		.aliases = "opportunity_id;what_id;related_to_id;related_to;opportunity;"
			   "deal;"
			   "Chancen-ID;Vorgang",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(touch, deal),
		.doc = "the deal" },
	{ .name = "who",
		.aliases =
			"owner;owner_id;assigned_to;assigned;rep;sales_rep;user;Benutzer;"
			"Verkäufer;zugewiesen_an",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(touch, who),
		.doc = "who used it" },
	{ .name = "asset",
		.aliases = "content;content_name;document;document_name;file;material;"
			   "Dokument;Datei;Inhalt",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(touch, asset),
		.doc = "the file or piece that was used" },
	{ .name = "kind",
		.aliases =
			"type;activity_type;task_subtype;event_subtype;engagement_type;"
			"call_type;action;Art;Aktion",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(touch, kind),
		.doc = "presented, sent, opened, call, meeting" },
	{ .name = "direction",
		.aliases = "to_or_from;Richtung",
		.type = CELL_WORD,
		RECORD_FIELD(touch, direction),
		.words = DIRECTION,
		.doc = "to-buyer or internal" },
	{ .name = "about",
		.aliases = "email_subject;subject;Betreff",
		.type = CELL_TEXT,
		RECORD_FIELD(touch, about),
		.doc = "the subject of an activity" },
	{ 0 },
};

const struct record_kind record_touches = {
	.name = "touches",
	.title = "Assets used with deals",
	.file = "touches.csv",
	.gives = "which asset or activity touched which deal: content tools, "
		 "Salesforce Task and Event, HubSpot engagements",
	.fields = FIELDS,
	.size = sizeof(struct touch),
	.list = offsetof(struct records, touches),
	.unlocks = "F18 F21",
	.template_rows = "touch_id,date,deal_id,who,asset,kind,direction\n"
			 "T-1,2025-06-20,D-17,r.osei,assets/handover-deck-v7.pptx,"
			 "presented,to-buyer\n"
			 "T-2,2025-08-02,D-17,a.lindt,competitors/opsgrid/battlecard.md,"
			 "opened,internal\n"
			 "T-3,2025-11-09,D-18,r.osei,assets/one-pager-audit.pdf,sent,"
			 "to-buyer\n",
	.like = "what_id;task_subtype;event_subtype;call_disposition",
};

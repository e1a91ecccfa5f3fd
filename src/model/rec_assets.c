#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "asset",
		.aliases = "asset_path;content_name;content;document;file;path;Dokument;"
			   "Datei;"
			   "Inhalt",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(asset, path),
		.doc = "the file" },
	{ .name = "title",
		.aliases = "name;Titel",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(asset, title),
		.doc = "its title" },
	{ .name = "kind",
		.aliases = "asset_type;content_type;format;type;Art",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(asset, kind),
		.doc = "deck, one-pager, case, page, ..." },
	{ .name = "owner",
		.aliases = "author;created_by;Autor;Verantwortlich",
		.type = CELL_TEXT,
		RECORD_FIELD(asset, owner),
		.doc = "who made it" },
	{ .name = "published",
		.aliases = "published_on;publish_date;created_on;created;erstellt;"
			   "veröffentlicht",
		.type = CELL_DATE,
		.distinct = true,
		RECORD_FIELD(asset, published),
		.doc = "when it came out" },
	{ .name = "expires",
		.aliases = "expires_on;expiry_date;expiration_date;review_by;gültig_bis;"
			   "läuft_ab",
		.type = CELL_UNTIL,
		.distinct = true,
		RECORD_FIELD(asset, expires),
		.doc = "when it should be looked at again" },
	{ .name = "pillar_id",
		.aliases = "pillar;Säule",
		.type = CELL_TEXT,
		RECORD_FIELD(asset, pillar),
		.doc = "the pillar it carries" },
	{ .name = "requested_by",
		.aliases = "request_id;request;requester;angefragt_von",
		.type = CELL_TEXT,
		RECORD_FIELD(asset, requested_by),
		.doc = "the request behind it" },
	{ .name = "objective",
		.aliases = "objective_id;goal;okr;Ziel",
		.type = CELL_TEXT,
		RECORD_FIELD(asset, objective),
		.doc = "the objective it serves" },
	{ 0 },
};

const struct record_kind record_assets = {
	.name = "assets",
	.title = "Index of assets",
	.file = "assets.csv",
	.gives = "what was made, for which pillar and objective; without it, the "
		 "files' own dates are used",
	.fields = FIELDS,
	.size = sizeof(struct asset),
	.list = offsetof(struct records, assets),
	.unlocks = "F18",
	.template_rows = "asset,title,kind,owner,published,expires,pillar_id,"
			 "requested_by,objective\n"
			 "assets/handover-deck-v7.pptx,Handover pitch,deck,ines,"
			 "2025-09-05,2026-03-05,P-1,,O-1\n"
			 "assets/marlow-deck.pptx,Marlow special,deck,tom,2025-11-04,,,"
			 "R-1,\n"
			 "assets/one-pager-audit.pdf,Audit in minutes,one-pager,ines,"
			 "2025-09-20,2026-03-20,P-2,,O-1\n",
	.like = "expires",
};

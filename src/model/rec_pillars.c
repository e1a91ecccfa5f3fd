#include "model/list.h"

static const struct cell_word STATUS[] = {
	{ "proposed", "draft;new;idea;in review;Entwurf;vorgeschlagen;neu" },
	{ "approved", "final;active;live;ok;freigegeben;genehmigt;aktiv" },
	{ "restricted", "limited;conditional;eingeschränkt;bedingt" },
	{ "rejected", "declined;banned;abgelehnt;gesperrt" },
	{ "expired", "outdated;lapsed;retired;abgelaufen;veraltet" },
	{ NULL, NULL },
};

static const struct record_field FIELDS[] = {
	{ .name = "pillar_id",
		.aliases = "theme_id;message_id;Säulen-ID;id",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(pillar, id),
		.doc = "a short name that other files refer to" },
	{ .name = "pillar",
		.aliases = "theme;message_pillar;Säule;Botschaftssäule",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(pillar, pillar),
		.doc = "the pillar in a few words" },
	{ .name = "message",
		.aliases = "key_message;core_message;supporting_message;Botschaft;"
			   "Kernbotschaft",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(pillar, message),
		.doc = "the sentence everybody should say" },
	{ .name = "supports",
		.aliases = "supports_value;value_id;stützt;Nutzen",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(pillar, supports),
		.doc = "the value of the canvas it carries (V-1)" },
	{ .name = "persona",
		.aliases = "audience;Zielgruppe;Rolle",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(pillar, persona),
		.doc = "who it is for" },
	{ .name = "status",
		.aliases = "state;Zustand",
		.type = CELL_WORD,
		RECORD_FIELD(pillar, status),
		.words = STATUS,
		.doc = "proposed, approved, restricted, rejected or expired" },
	{ .name = "owner",
		.aliases = "responsible;Verantwortlich",
		.type = CELL_TEXT,
		RECORD_FIELD(pillar, owner),
		.doc = "who answers for it" },
	{ .name = "since",
		.aliases = "valid_from;effective;seit;gültig_ab",
		.type = CELL_DATE,
		RECORD_FIELD(pillar, since),
		.doc = "since when it is said" },
	{ 0 },
};

const struct record_kind record_pillars = {
	.name = "pillars",
	.title = "Message house",
	.file = "messages/pillars.csv",
	.gives = "the pillars of the message house, each with its message and what it "
		 "supports",
	.fields = FIELDS,
	.size = sizeof(struct pillar),
	.list = offsetof(struct records, pillars),
	.unlocks = "F03 F07 F09",
	.template_rows = "pillar_id,pillar,message,supports,persona,status,owner,since\n"
			 "P-1,Nothing lost between shifts,\"Every handover is one page, "
			 "written by the machines\",V-1,plant-manager,approved,ines,"
			 "2025-09-01\n"
			 "P-2,Audit answers in minutes,Find any event of five years "
			 "while the auditor waits,V-2,quality-lead,approved,ines,"
			 "2025-09-01\n"
			 "P-3,Runs without the network,The line keeps its record "
			 "through 72 hours offline,V-2,it-manager,proposed,tom,"
			 "2025-11-12\n",
};

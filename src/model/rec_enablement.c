#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "person",
		.aliases = "learner;user;rep;employee;name;email;Teilnehmer;Mitarbeiter",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(certificate, person),
		.doc = "who" },
	{ .name = "course",
		.aliases = "course_name;training;module;certification;Kurs;Schulung",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(certificate, course),
		.doc = "which course" },
	{ .name = "launch",
		.aliases = "launch_id;campaign;Einführung",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(certificate, launch),
		.doc = "the launch it is for" },
	{ .name = "completed",
		.aliases = "completed_on;completed_at;completion_date;passed_on;finished;"
			   "abgeschlossen;abgeschlossen_am;bestanden_am",
		.type = CELL_DATE,
		.distinct = true,
		.key = true,
		RECORD_FIELD(certificate, completed),
		.doc = "when it was passed; blank if it was not" },
	{ .name = "score",
		.aliases = "result;grade;points;mark;Ergebnis;Punkte;Note",
		.type = CELL_SCORE,
		.distinct = true,
		RECORD_FIELD(certificate, score),
		.doc = "the result" },
	{ 0 },
};

const struct record_kind record_enablement = {
	.name = "enablement",
	.title = "Who is certified",
	.file = "enablement.csv",
	.gives = "courses and who passed them, from a learning system",
	.fields = FIELDS,
	.size = sizeof(struct certificate),
	.list = offsetof(struct records, enablement),
	.unlocks = "F15 F09",
	.template_rows = "person,course,launch,completed,score\n"
			 "r.osei,Insights pitch,insights-alerts,2025-11-18,86\n"
			 "a.lindt,Insights pitch,insights-alerts,,\n"
			 "k.mora,Insights pitch,insights-alerts,2025-11-20,61\n",
};

#include "model/list.h"

static const struct cell_word CHANNEL[] = {
	{ "meeting", "meet;call;video;calendar;Besprechung;Termin;Treffen" },
	{ "mail", "email;e-mail;message;E-Mail" },
	{ "chat", "slack;teams;dm;im;reply" },
	{ "reaction", "mention;like;Reaktion;Erw\xc3\xa4hnung" },
	{ "ticket", "issue;case;hand-over;handover;Vorgang" },
	{ NULL, NULL },
};

static const struct record_field FIELDS[] = {
	{ .name = "date",
		.aliases = "sent_at;when;day;timestamp;start;time;Datum",
		.type = CELL_DATE,
		.required = true,
		RECORD_FIELD(interaction, date),
		.doc = "the day" },
	{ .name = "from",
		.aliases = "sender;sender_address;organizer;actor;von;Absender",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(interaction, from),
		.doc = "who" },
	{ .name = "to",
		.aliases = "recipient;recipients;recipient_address;attendees;attendee;an;"
			   "Empfänger;Teilnehmer",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(interaction, to),
		.doc = "to or with whom; several with ; between" },
	{ .name = "channel",
		.aliases = "medium;kind;type;Kanal;Art",
		.type = CELL_WORD,
		.distinct = true,
		RECORD_FIELD(interaction, channel),
		.words = CHANNEL,
		.doc = "meeting, mail, chat, ticket, reaction" },
	{ .name = "topic",
		.aliases = "about;theme;Thema",
		.type = CELL_TEXT,
		RECORD_FIELD(interaction, topic),
		.doc = "about what, if the export says so" },
	{ .name = "initiated_by",
		.aliases = "initiator;started_by;initiiert_von",
		.type = CELL_TEXT,
		RECORD_FIELD(interaction, initiated_by),
		.doc = "who began it" },
	{ .name = "minutes",
		.aliases = "duration;duration_minutes;length;Dauer;Minuten",
		.type = CELL_NUMBER,
		.distinct = true,
		RECORD_FIELD(interaction, minutes),
		.doc = "how long" },
	{ .name = "weight",
		.aliases = "count;messages;number;n;Anzahl;Gewicht",
		.type = CELL_NUMBER,
		RECORD_FIELD(interaction, weight),
		.doc = "how many exchanges the row stands for" },
	{ .name = "thread",
		.aliases = "thread_id;conversation_id;conversation;meeting_id;series",
		.type = CELL_TEXT,
		RECORD_FIELD(interaction, thread),
		.doc = "what belongs together: a thread, a series of meetings" },
	{ 0 },
};

static const char *check_interactions(
	const struct records *records, void *row, bool *drop)
{
	const struct interaction *i = row;
	*drop = str_eq_nocase(
		records_word(records, i->from), records_word(records, i->to));
	return *drop ? "from and to are the same person" : NULL;
}

const struct record_kind record_interactions = {
	.name = "interactions",
	.title = "Meetings and mail",
	.file = "interactions.csv",
	.gives = "who met or wrote to whom, and when; no contents",
	.fields = FIELDS,
	.size = sizeof(struct interaction),
	.list = offsetof(struct records, interactions),
	.unlocks = "F20",
	.template_rows = "date,from,to,channel,topic,initiated_by,minutes\n"
			 "2025-11-03,ines,a.lindt,meeting,Marlow deck,a.lindt,30\n"
			 "2025-11-05,ines,j.park,mail,Insights launch,j.park,\n"
			 "2025-11-12,s.nagy,j.park,meeting,SSO escalations,s.nagy,45\n",
	.check = check_interactions,
};

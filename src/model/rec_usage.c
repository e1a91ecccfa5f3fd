#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "date",
		.aliases = "day;week;month;period;Datum;Monat;Woche",
		.type = CELL_DATE,
		.key = true,
		RECORD_FIELD(usage, date),
		.doc = "the last day of the window, or its month" },
	{ .name = "account",
		.aliases = "account_name;account_id;customer;company;organization;Kunde;"
			   "Konto",
		.type = CELL_TEXT,
		.distinct = true,
		.key = true,
		RECORD_FIELD(usage, account),
		.doc = "the customer" },
	{ .name = "feature",
		.aliases =
			"feature_name;feature_id;event_name;event_type;event;page_name;"
			"item_id;Funktion",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(usage, feature),
		.doc = "the feature, best by its roadmap id" },
	{ .name = "eligible_users",
		.aliases =
			"eligible;licensed_users;seats;licenses;total_users;Berechtigte;"
			"Nutzer_gesamt;Lizenzen",
		.type = CELL_COUNT,
		.distinct = true,
		RECORD_FIELD(usage, eligible),
		.doc = "users who could have used it" },
	{ .name = "active_users",
		.aliases =
			"active;active_visitors;number_of_visitors;unique_visitors;"
			"unique_users;visitors;uniques;users;aktive_Nutzer;aktive;Nutzer",
		.type = CELL_COUNT,
		.required = true,
		RECORD_FIELD(usage, active),
		.doc = "users who did" },
	{ .name = "events",
		.aliases = "event_count;number_of_events;total_events;number_of_clicks;"
			   "clicks;"
			   "totals;Ereignisse;Klicks",
		.type = CELL_COUNT,
		.distinct = true,
		RECORD_FIELD(usage, events),
		.doc = "how often" },
	{ 0 },
};

static const char *check_usage(const struct records *records, void *row, bool *drop)
{
	(void)records;
	const struct usage *u = row;
	*drop = false;
	if (u->eligible >= 0 && u->active > u->eligible)
		return "more active users than eligible ones";
	return NULL;
}

const struct record_kind record_usage = {
	.name = "usage",
	.title = "Usage of features",
	.file = "usage.csv",
	.gives = "who could use a feature and who did: exports of Pendo and Amplitude;"
		 " eligible_users makes adoption measurable",
	.fields = FIELDS,
	.size = sizeof(struct usage),
	.list = offsetof(struct records, usage),
	.unlocks = "F15 F17",
	.template_rows = "date,account,feature,eligible_users,active_users,events\n"
			 "2025-11-30,Kestrel Foods,RM-3,120,44,910\n"
			 "2025-11-30,Aster Mills,RM-3,60,2,5\n"
			 "2025-11-30,Holm Pharma,RM-3,300,0,0\n",
	.check = check_usage,
};

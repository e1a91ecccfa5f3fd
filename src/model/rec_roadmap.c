#include "model/list.h"

static const struct cell_word STATUS[] = {
	{ "idea", "new idea;candidate;under consideration;will not plan yet;"
		  "discovery;Idee;Kandidat" },
	{ "planned", "scheduled;next;to do;todo;open;backlog;ready;geplant;offen" },
	{ "in progress",
		"in development;in work;building;doing;started;in review;in Arbeit;"
		"in Bearbeitung;in Entwicklung" },
	{ "released", "done;shipped;launched;live;ga;closed;resolved;delivered;complete;"
		      "completed;veröffentlicht;fertig;erledigt" },
	{ "dropped", "cancelled;canceled;won't do;wont do;rejected;archived;verworfen;"
		     "abgelehnt" },
	{ NULL, NULL },
};

static const struct record_field FIELDS[] = {
	{ .name = "item_id",
		.aliases = "issue_key;feature_id;feature_reference;reference_num;epic_"
			   "key;key;"
			   "Vorgangsschlüssel;id",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(roadmap_item, id),
		.doc = "a short name that other files refer to" },
	{ .name = "item",
		.aliases = "feature_name;feature;summary;epic_name;epic;initiative;title;"
			   "name;"
			   "Zusammenfassung;Vorhaben",
		.type = CELL_TEXT,
		.required = true,
		RECORD_FIELD(roadmap_item, item),
		.doc = "the item in words" },
	{ .name = "status",
		.aliases = "feature_status;workflow_status;state;Zustand",
		.type = CELL_WORD,
		.required = true,
		RECORD_FIELD(roadmap_item, status),
		.words = STATUS,
		.doc = "idea, planned, in progress, released or dropped" },
	{ .name = "target",
		.aliases = "target_date;due_date;due_on;feature_due_on;planned_date;"
			   "release_date;timeframe_end;timeframe;due;Zieltermin;fällig;"
			   "geplant",
		.type = CELL_UNTIL,
		.distinct = true,
		RECORD_FIELD(roadmap_item, target),
		.doc = "when it is planned" },
	{ .name = "released",
		.aliases =
			"released_on;shipped_on;shipped;ga_date;resolved;resolution_date;"
			"completed_on;veröffentlicht;erledigt",
		.type = CELL_DATE,
		.distinct = true,
		RECORD_FIELD(roadmap_item, released),
		.doc = "when it came out" },
	{ .name = "owner",
		.aliases =
			"assignee;assigned_to;product_manager;Bearbeiter;Verantwortlich",
		.type = CELL_TEXT,
		RECORD_FIELD(roadmap_item, owner),
		.doc = "who builds it" },
	{ .name = "objective",
		.aliases = "objective_id;objectives;goal;okr;Ziel",
		.type = CELL_TEXT,
		RECORD_FIELD(roadmap_item, objective),
		.doc = "the objective it serves" },
	{ .name = "market_source",
		.aliases =
			"market_evidence;customer_evidence;insights;evidence;Marktbeleg",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(roadmap_item, market_source),
		.doc = "who asked: calls, tickets, deals, ; between" },
	{ .name = "pmm_input_on",
		.aliases = "pmm_input;pmm_informed_on;first_pmm_contact",
		.type = CELL_DATE,
		RECORD_FIELD(roadmap_item, pmm_input_on),
		.doc = "when product marketing first heard of it" },
	{ .name = "segment",
		.aliases = "customer_segment;segments;Zielsegment",
		.type = CELL_TEXT,
		RECORD_FIELD(roadmap_item, segment),
		.doc = "who it is for" },
	{ 0 },
};

static const char *check_roadmap(const struct records *records, void *row, bool *drop)
{
	(void)records;
	const struct roadmap_item *r = row;
	*drop = false;
	if (date_set(r->released) && str_eq(r->status, S("planned")))
		return "planned, yet with a release date";
	return NULL;
}

const struct record_kind record_roadmap = {
	.name = "roadmap",
	.title = "Roadmap",
	.file = "roadmap.csv",
	.gives = "planned and released items: exports of Productboard, Jira and Aha",
	.fields = FIELDS,
	.size = sizeof(struct roadmap_item),
	.list = offsetof(struct records, roadmap),
	.unlocks = "F13 F14 F16",
	.template_rows = "item_id,item,status,target,released,owner,objective,"
			 "market_source,pmm_input_on,segment\n"
			 "RM-1,SSO with plant badge,planned,2026-06-15,,j.park,O-1,"
			 "tickets; D-17,2025-10-02,enterprise\n"
			 "RM-2,Insights alerts,in progress,2026-01-20,,j.park,O-2,,"
			 "2025-11-20,all\n"
			 "RM-3,Offline mode,released,2025-10-15,2025-10-28,m.ruiz,O-1,"
			 "INT-07,2025-03-11,mid-market\n",
	.like = "issue_key;issue_type;fix_version/s;fix_versions;fix_version;"
		"feature_status;user_impact_score;customer_importance_score;"
		"timeframe;feature_reference_#",
	.check = check_roadmap,
};

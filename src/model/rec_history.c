#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "deal_id",
		.aliases = "opportunity_id;opportunity;parent_id;deal;Chancen-ID;Vorgang",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(stage_change, deal),
		.doc = "the deal" },
	{ .name = "changed",
		.aliases = "changed_on;changed_at;change_date;edit_date;date_entered;"
			   "created_date;date;timestamp;geändert_am;geändert;Datum",
		.type = CELL_DATE,
		.required = true,
		.key = true,
		RECORD_FIELD(stage_change, changed),
		.doc = "the day of the change" },
	{ .name = "field",
		.aliases = "field_name;property;changed_field;Feld",
		.type = CELL_TEXT,
		.distinct = true,
		.key = true,
		RECORD_FIELD(stage_change, field),
		.doc = "what changed: stage, amount, close_date" },
	{ .name = "old",
		.aliases = "old_value;previous_value;from_stage;before;alter_Wert;vorher",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(stage_change, old),
		.doc = "what it was" },
	{ .name = "new",
		.aliases = "new_value;to_stage;after;value;neuer_Wert;nachher",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(stage_change, new),
		.doc = "what it became" },
	{ 0 },
};

// A table of stages alone need not say that it is one.
static const char *check_history(const struct records *records, void *row, bool *drop)
{
	(void)records;
	struct stage_change *c = row;
	*drop = false;
	if (!c->field.len || str_eq_nocase(c->field, S("StageName")) ||
		str_eq_nocase(c->field, S("stage name")))
		c->field = S("stage");
	if (str_eq_nocase(c->field, S("CloseDate")) ||
		str_eq_nocase(c->field, S("close date")))
		c->field = S("close_date");
	return NULL;
}

const struct record_kind record_history = {
	.name = "history",
	.title = "Deal history",
	.file = "deal_history.csv",
	.gives = "what changed in a deal and when: Salesforce field history, HubSpot "
		 "stage history",
	.fields = FIELDS,
	.size = sizeof(struct stage_change),
	.list = offsetof(struct records, history),
	.unlocks = "F12",
	.template_rows = "deal_id,changed,field,old,new\n"
			 "D-17,2025-08-20,stage,Demo,Proposal\n"
			 "D-17,2025-11-28,stage,Proposal,Closed Lost\n"
			 "D-18,2025-11-02,amount,38000,46000\n",
	.like = "date_entered;from_stage;to_stage",
	.check = check_history,
};

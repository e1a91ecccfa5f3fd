#include <inttypes.h>
#include <stdlib.h>

#include "model/list.h"
#include "model/record_snapshots.h"

static const struct record_field FIELDS[] = {
	{ .name = "deal_id",
		.aliases = "opportunity_id;opportunity;deal;id;Chancen-ID;Vorgang",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(deal_snapshot, deal),
		.doc = "the deal" },
	{ .name = "changed",
		.aliases = "_fivetran_start;valid_from;snapshot_date;as_of;last_modified;"
			   "system_modstamp;created_date;created;date;Datum;Stand",
		.type = CELL_DATE,
		.required = true,
		.key = true,
		RECORD_FIELD(deal_snapshot, changed),
		.doc = "since when it stood so" },
	{ .name = "stage",
		.aliases = "stage_name;deal_stage;pipeline_stage;Phase",
		.type = CELL_TEXT,
		.required = true,
		.key = true,
		RECORD_FIELD(deal_snapshot, stage),
		.doc = "the stage it had" },
	{ .name = "amount",
		.aliases = "value;deal_value;Betrag;Wert",
		.type = CELL_MONEY,
		.distinct = true,
		.key = true,
		RECORD_FIELD(deal_snapshot, cents),
		.doc = "the amount it had" },
	{ .name = "close_date",
		.aliases = "closed;expected_close_date;Abschlussdatum",
		.type = CELL_DATE,
		.distinct = true,
		.key = true,
		RECORD_FIELD(deal_snapshot, close_date),
		.doc = "the close date it had" },
	{ .name = "probability",
		.aliases = "Wahrscheinlichkeit",
		.type = CELL_TEXT,
		.distinct = true,
		RECORD_FIELD(deal_snapshot, probability),
		.doc = "the probability it had" },
	{ 0 },
};

const struct record_kind record_snapshots = {
	.name = "snapshots",
	.title = "Deal history, one row a state",
	.file = "deal_snapshots.csv",
	.gives = "Salesforce OpportunityHistory: the whole deal again at every change; "
		 "read as "
		 "deal history",
	.fields = FIELDS,
	.size = sizeof(struct deal_snapshot),
	.list = offsetof(struct records, snapshots),
	.unlocks = "F12",
	.template_rows = "deal_id,changed,stage,amount,close_date,probability\n"
			 "D-17,2025-06-02,Discovery,38000,2025-09-30,10\n"
			 "D-17,2025-07-14,Proposal,46000,2025-09-30,50\n"
			 "D-17,2025-09-19,Closed Won,46000,2025-09-19,100\n",
	.like = "prev_amount;prev_close_date;_fivetran_start;valid_from;snapshot_date",
	.unlike = "account;account_name;account_id;opportunity_name;deal_name;owner;"
		  "opportunity_owner;owner_id;competitor;competitors;primary_competitor;"
		  "loss_reason;lead_source;segment;outcome;source;is_won",
};

static int by_deal_and_day(const void *a, const void *b)
{
	const struct deal_snapshot *x = a, *y = b;
	int order = str_cmp(x->deal, y->deal);
	if (order)
		return order;
	if (x->changed.days != y->changed.days)
		return x->changed.days < y->changed.days ? -1 : 1;
	if (x->at.source != y->at.source)
		return x->at.source < y->at.source ? -1 : 1;
	return (x->at.row > y->at.row) - (x->at.row < y->at.row);
}

static void add_change(struct records *r, struct arena *a,
	const struct deal_snapshot *now, struct str field, struct str old, struct str new)
{
	if (!new.len || str_eq(old, new))
		return;
	r->history.at = arena_more(a, r->history.at, r->history.count, &r->history.room,
		sizeof *r->history.at);
	r->history.at[r->history.count++] = (struct stage_change){
		.at = now->at,
		.deal = now->deal,
		.field = field,
		.old = old,
		.new = new,
		.changed = now->changed,
	};
}

static struct str cents_text(struct arena *a, int64_t cents)
{
	if (cents < 0)
		return S("");
	if (cents % 100)
		return arena_fmt(a, "%" PRId64 ".%02" PRId64, cents / 100, cents % 100);
	return arena_fmt(a, "%" PRId64, cents / 100);
}

void snapshots_to_history(struct records *r, struct arena *a)
{
	static const struct deal_snapshot NOTHING = { .cents = -1 };
	if (r->snapshots.count)
		qsort(r->snapshots.at, r->snapshots.count, sizeof *r->snapshots.at,
			by_deal_and_day);
	for (size_t i = 0; i < r->snapshots.count; i++) {
		const struct deal_snapshot *now = &r->snapshots.at[i];
		const struct deal_snapshot *was =
			i && str_eq(now[-1].deal, now->deal) ? now - 1 : &NOTHING;
		add_change(r, a, now, S("stage"), was->stage, now->stage);
		if (now->cents != was->cents)
			add_change(r, a, now, S("amount"), cents_text(a, was->cents),
				cents_text(a, now->cents));
		if (now->close_date.days != was->close_date.days)
			add_change(r, a, now, S("close_date"),
				date_str(a, was->close_date),
				date_str(a, now->close_date));
	}
	r->snapshots.count = 0;
}

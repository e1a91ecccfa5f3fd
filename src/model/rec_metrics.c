#include "model/list.h"

static const struct record_field FIELDS[] = {
	{ .name = "date",
		.aliases = "day;as_of;measured_on;month;week;Datum;Stichtag;Monat",
		.type = CELL_UNTIL,
		.required = true,
		.key = true,
		RECORD_FIELD(metric, date),
		.doc = "the day on which it stood there; of a month or quarter the last "
		       "day" },
	{ .name = "objective",
		.aliases = "objective_id;goal;goal_id;okr;okr_id;Ziel;Ziel-ID",
		.type = CELL_TEXT,
		.key = true,
		RECORD_FIELD(metric, objective),
		.doc = "the objective, by its id or its words; may be blank where the "
		       "metric says enough" },
	{ .name = "metric",
		.aliases = "metric_name;kpi;key_result;measure;Messgröße;Kennzahl",
		.type = CELL_TEXT,
		.distinct = true,
		.key = true,
		RECORD_FIELD(metric, metric),
		.doc = "the measure, as objectives.csv calls it; may be blank where the "
		       "objective says enough" },
	{ .name = "value",
		.aliases = "metric_value;actual;reading;Wert;Istwert;Ist",
		.type = CELL_FIGURE,
		.required = true,
		RECORD_FIELD(metric, value),
		.doc = "where it stood: 1.04, 104%, 31%, 0.31" },
	{ 0 },
};

static const char *check_metric(const struct records *records, void *row, bool *drop)
{
	(void)records;
	const struct metric *m = row;
	*drop = !m->objective.len && !m->metric.len;
	return *drop ? "neither an objective nor a metric is named" : NULL;
}

const struct record_kind record_metrics = {
	.name = "metrics",
	.title = "Metrics of objectives",
	.file = "metrics.csv",
	.gives = "where the objectives' own measures stood on which day: whether one is "
		 "behind plan, and whether it moved after what you gave",
	.fields = FIELDS,
	.size = sizeof(struct metric),
	.list = offsetof(struct records, metrics),
	.unlocks = "F20 F24",
	.like = "objective",
	.unlike = "target;target_value;baseline;start_value;owner_function;depends_on;"
		  "account;deal_id;respondent",
	.template_rows = "date,objective,metric,value\n"
			 "2025-04-30,O-1,competitive win rate,31%\n"
			 "2025-07-31,O-3,NRR,1.05\n"
			 "2025-10-31,O-3,NRR,1.07\n",
	.check = check_metric,
};

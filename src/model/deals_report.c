// What was decided about one table, and what in it could not be used, in sentences.
#include "model/deals_intake.h"

static const char *order_words(enum date_order order)
{
	return order == DATE_MONTH_FIRST ? "month first" : "day first";
}

static void report_dates(struct intake_table *t)
{
	const struct dates *d = &t->dates;
	struct intake *in = t->in;
	uint32_t source = t->file->source;
	if (d->bad_count)
		intake_note(in, source, "%zu %s; the first is '%" PRI_STR "' in row %u",
			d->bad_count,
			plural(d->bad_count, "date cannot be read and is left blank",
				"dates cannot be read and are left blank"),
			ARG_STR(d->bad), d->bad_row);
	if (!d->unsure_count)
		return;
	if (d->order == DATE_UNSURE)
		intake_note(in, source,
			"%zu %s day first or month first ('%" PRI_STR
			"' in row %u) and left blank; say which in candor.yaml: sources: "
			"{deals: "
			"{dates: day-first}} or month-first",
			d->unsure_count,
			plural(d->unsure_count, "date could be", "dates could be"),
			ARG_STR(d->unsure), d->unsure_row);
	else if (d->told)
		intake_note(in, source, "dates are read %s, as candor.yaml says",
			order_words(d->order));
	else if (d->against.len)
		intake_note(in, source,
			"dates contradict each other ('%" PRI_STR
			"' in row %u, '%" PRI_STR "' in row %u), so %zu that could be "
			"both are left blank; say which in "
			"candor.yaml: sources: {deals: {dates: day-first}} or "
			"month-first",
			ARG_STR(d->proof), d->proof_row, ARG_STR(d->against),
			d->against_row, d->unsure_count);
	else
		intake_note(in, source, "dates are read %s ('%" PRI_STR "' in row %u)",
			order_words(d->order), ARG_STR(d->proof), d->proof_row);
}

static bool has_outcome(const struct intake_table *t)
{
	static const enum deals_field TELLS[] = { FIELD_STAGE, FIELD_OUTCOME,
		FIELD_IS_WON, FIELD_IS_CLOSED, FIELD_WON_ON };
	for (size_t i = 0; i < COUNT(TELLS); i++)
		if (t->plan.column[TELLS[i]] >= 0)
			return true;
	return t->file->table != DEALS_ROWS;
}

static void report_odd(
	struct intake_table *t, const struct odd *odd, const char *one, const char *many)
{
	if (!odd->count)
		return;
	const char *what = plural(odd->count, one, many);
	if (odd->cell.len)
		intake_note(t->in, t->file->source,
			"%zu %s; the first is '%" PRI_STR "' in row %u", odd->count, what,
			ARG_STR(odd->cell), odd->row);
	else
		intake_note(t->in, t->file->source, "%zu %s; the first is row %u",
			odd->count, what, odd->row);
}

void intake_report(struct intake_table *t)
{
	report_dates(t);
	report_odd(t, &t->no_deal, "row names no deal and is left out",
		"rows name no deal and are left out");
	report_odd(t, &t->deleted, "deal is marked as deleted and left out",
		"deals are marked as deleted and left out");
	report_odd(t, &t->bad_amount, "amount is no number and is left blank",
		"amounts are no numbers and are left blank");
	report_odd(t, &t->negative, "amount is below zero and is left blank",
		"amounts are below zero and are left blank");
	report_odd(t, &t->contradiction,
		"deal is won in one column and lost in another; the outcome column "
		"counts",
		"deals are won in one column and lost in another; the outcome column "
		"counts");
	report_odd(t, &t->undecided,
		"deal is closed without saying won or lost, and counts as open",
		"deals are closed without saying won or lost, and count as open");
	if (t->long_rows)
		intake_note(t->in, t->file->source,
			"%zu rows beyond the first %d million are left out", t->long_rows,
			INTAKE_ROWS_MAX / 1000000);
	if (!has_outcome(t))
		intake_note(t->in, t->file->source,
			"no column says how a deal ended, so all count as open; name it "
			"in "
			"candor.yaml: sources: {deals: {columns: {outcome: \"...\"}}}");
}

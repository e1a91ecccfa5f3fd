// Groups that are computed: periods and bands of amount.
#include <stdlib.h>

#include "deals/grouping.h"

struct extent {
	int first, last;
	bool any;
};

// Months by which the fiscal year begins later than the calendar's.
static int shift_of(const struct config *c)
{
	return c->fiscal_starts[0] > 1 ? c->fiscal_starts[0] - 1 : 0;
}

// Months of the fiscal calendar, so that three of them make a quarter.
static int month_index(const struct config *c, struct date d)
{
	int year = 0, month = 0, day = 0;
	date_parts(d, &year, &month, &day);
	return year * 12 + month - 1 - shift_of(c);
}

// The first day of a period.
static struct date start_of(const struct config *c, int index, int step)
{
	int month = index * step + shift_of(c);
	return date_of(month / 12, month % 12 + 1, 1);
}

// The first day on which a deal ended.
static struct date first_ending(const struct deals *d)
{
	struct date first = { 0 };
	for (size_t i = 0; i < d->count; i++)
		if (deal_counts(d, i) && date_set(d->closed[i]) &&
			(!date_set(first) || d->closed[i].days < first.days))
			first = d->closed[i];
	return first;
}

/*
 * Periods of endings that began before the record or end behind it, and cohorts of which
 * nine of ten deals have not had the time to end.  A week more or less is no matter.
 */
static bool *partial_of(const struct workspace *ws, const struct extent *e, bool cohort,
	int step, struct arena *scratch)
{
	enum { WEEK = 7 };
	const struct deals *d = &ws->deals;
	size_t count = (size_t)(e->last - e->first) + 2;
	bool *partial = ARENA_ARRAY(scratch, bool, count);
	struct date first = cohort ? (struct date){ 0 } : first_ending(d);
	int32_t needs = cohort ? d->usual_days : -WEEK;
	for (size_t i = 1; i < count; i++) {
		int index = e->first + (int)i - 1;
		struct date from = start_of(&ws->config, index, step);
		struct date to = start_of(&ws->config, index + 1, step);
		partial[i] = from.days + WEEK < first.days ||
			     to.days + needs > d->extract.days;
	}
	return partial;
}

static struct str name_of(const struct workspace *ws, int index, bool months)
{
	int shift = shift_of(&ws->config);
	if (months) {
		int whole = index + shift;
		return arena_fmt(ws->arena, "%04d-%02d", whole / 12, whole % 12 + 1);
	}
	int year = index / 4, quarter = index % 4 + 1;
	if (!shift)
		return arena_fmt(ws->arena, "%04d-Q%d", year, quarter);
	// A fiscal year is called after the year in which it ends.
	return arena_fmt(ws->arena, "FY%04d-Q%d", year + 1, quarter);
}

static struct extent extent_of(
	const struct workspace *ws, const struct date *days, int step)
{
	struct extent e = { 0 };
	for (size_t i = 0; i < ws->deals.count; i++) {
		if (!date_set(days[i]))
			continue;
		int index = month_index(&ws->config, days[i]) / step;
		e.first = !e.any || index < e.first ? index : e.first;
		e.last = !e.any || index > e.last ? index : e.last;
		e.any = true;
	}
	return e;
}

void grouping_periods(const struct workspace *ws, const struct date *days, bool months,
	struct arena *scratch, struct grouping *out)
{
	enum { PERIODS_MAX = 1200 };
	const int step = months ? 1 : 3;
	struct extent e = extent_of(ws, days, step);
	if (e.last - e.first >= PERIODS_MAX)
		e.first = e.last - PERIODS_MAX + 1;
	size_t count = e.any ? (size_t)(e.last - e.first) + 2 : 1;
	uint32_t *code = ARENA_ARRAY(scratch, uint32_t, ws->deals.count);
	for (size_t i = 0; i < ws->deals.count; i++) {
		if (!date_set(days[i]))
			continue;
		int index = month_index(&ws->config, days[i]) / step;
		code[i] = index < e.first ? 0 : (uint32_t)(index - e.first) + 1;
	}
	out->code = code;
	out->count = count;
	out->keys = ARENA_ARRAY(ws->arena, struct str, count);
	out->keys[0] = S("(no date)");
	out->place = months ? ARENA_ARRAY(scratch, uint8_t, count) : NULL;
	for (size_t i = 1; i < count; i++) {
		int index = e.first + (int)i - 1;
		out->keys[i] = name_of(ws, index, months);
		if (months)
			out->place[i] = (uint8_t)(index % 3);
	}
	bool cohort = days == ws->deals.created;
	if (e.any)
		out->partial = partial_of(ws, &e, cohort, step, scratch);
	out->rule = cohort ? S("A deal counts in the period in which it was entered.")
			   : S("A deal counts in the period in which it was decided.");
	out->counts_only =
		cohort ? date_set(ws->deals.recorded_from) : ws->deals.conversion;
	if (cohort && date_set(ws->deals.recorded_from))
		out->refused = arena_fmt(ws->arena,
			"endings are on record only from %" PRI_STR
			" on, so that what was entered earlier and ended quickly is "
			"missing",
			ARG_STR(date_words(ws->arena, ws->deals.recorded_from)));
	if (!cohort && ws->deals.conversion)
		out->refused = S("leads that did not end belong to no period of endings");
}

static int ascending(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;
	return *a < *b ? -1 : *a > *b;
}

// 1, 2, 5, 10, 20, 50, ... : the largest at or below.
static int64_t round_edge(int64_t cents)
{
	int64_t edge = 100;
	static const int64_t STEP[] = { 1, 2, 5 };
	for (int64_t power = 100; power <= INT64_MAX / 100; power *= 10)
		for (size_t i = 0; i < COUNT(STEP); i++)
			if (STEP[i] * power <= cents)
				edge = STEP[i] * power;
	return edge;
}

// Up to three edges near the quartiles of the amounts of decided deals.
static size_t edges_of(const struct deals *d, struct arena *scratch, int64_t edges[3])
{
	int64_t *amounts = ARENA_ARRAY(scratch, int64_t, d->count);
	size_t count = 0, used = 0;
	for (size_t i = 0; i < d->count; i++)
		if (deal_counts(d, i) && d->cents[i] > 0)
			amounts[count++] = d->cents[i];
	if (count < 4)
		return 0;
	qsort(amounts, count, sizeof *amounts, ascending);
	for (size_t q = 1; q <= 3; q++) {
		int64_t edge = round_edge(amounts[count * q / 4]);
		if (edge > amounts[0] && (!used || edge > edges[used - 1]))
			edges[used++] = edge;
	}
	return used;
}

static struct str band_name(
	const struct workspace *ws, const int64_t *edges, size_t used, size_t band)
{
	struct arena *a = ws->arena;
	const char *currency = ws->deals.currency;
	if (!used)
		return S("any amount");
	if (band == 0)
		return arena_fmt(a, "under %" PRI_STR,
			ARG_STR(money_short(a, edges[0], currency)));
	if (band == used)
		return arena_fmt(a, "%" PRI_STR " and more",
			ARG_STR(money_short(a, edges[used - 1], currency)));
	return arena_fmt(a, "%" PRI_STR " to %" PRI_STR,
		ARG_STR(money_short(a, edges[band - 1], "")),
		ARG_STR(money_short(a, edges[band], currency)));
}

void grouping_amounts(
	const struct workspace *ws, struct arena *scratch, struct grouping *out)
{
	const struct deals *d = &ws->deals;
	int64_t edges[3] = { 0 };
	size_t used = edges_of(d, scratch, edges);
	uint32_t *code = ARENA_ARRAY(scratch, uint32_t, d->count);
	for (size_t i = 0; i < d->count; i++) {
		size_t band = 0;
		while (band < used && d->cents[i] >= edges[band])
			band++;
		code[i] = d->cents[i] > 0 ? (uint32_t)band + 1 : 0;
	}
	out->code = code;
	out->count = used + 2;
	out->keys = ARENA_ARRAY(ws->arena, struct str, out->count);
	out->keys[0] = S("(no amount)");
	for (size_t band = 0; band <= used; band++)
		out->keys[band + 1] = band_name(ws, edges, used, band);
	if (!d->lost_without_money)
		return;
	out->refused = S("most lost deals have no amount");
	out->counts_only = true;
}

// Which way a file writes its days and months.
#include <inttypes.h>
#include <string.h>

#include "model/record_load.h"

void record_date_proof(struct record_load *l, size_t field, struct str cell, uint32_t row)
{
	enum date_order order = date_proves(cell);
	struct proof *p = &l->proof[field];
	if (order == DATE_UNSURE || p->count[order]++)
		return;
	p->row[order] = row;
	p->cell[order] = utf8_safe(l->a, cell, 30);
}

void record_date_open(struct record_load *l, size_t field,
	const struct cell_reading *reading, struct str cell, uint32_t row)
{
	struct proof *p = &l->proof[field];
	l->open =
		arena_more(l->a, l->open, l->open_count, &l->open_room, sizeof *l->open);
	l->open[l->open_count++] = (struct open_date){
		.record = l->list.count,
		.field = (uint8_t)field,
		.day_first = reading->day_first,
		.month_first = reading->month_first,
	};
	if (!p->open++) {
		p->open_cell = utf8_safe(l->a, cell, 30);
		p->open_row = row;
	}
}

// What the dates of this file prove together: one way, or nothing.
static enum date_order file_order(const struct record_load *l)
{
	size_t day = 0, month = 0;
	for (size_t i = 0; i < l->columns.count; i++) {
		day += l->proof[i].count[DATE_DAY_FIRST];
		month += l->proof[i].count[DATE_MONTH_FIRST];
	}
	return day && !month   ? DATE_DAY_FIRST
	       : month && !day ? DATE_MONTH_FIRST
			       : DATE_UNSURE;
}

static enum date_order column_order(const struct record_load *l, size_t field)
{
	const size_t *count = l->proof[field].count;
	if (l->how.rule && l->how.rule->dates)
		return l->how.rule->dates;
	if (count[DATE_DAY_FIRST] && count[DATE_MONTH_FIRST])
		return DATE_UNSURE;
	if (count[DATE_DAY_FIRST])
		return DATE_DAY_FIRST;
	if (count[DATE_MONTH_FIRST])
		return DATE_MONTH_FIRST;
	return file_order(l);
}

static const char *order_words(enum date_order order)
{
	return order == DATE_DAY_FIRST ? "day first" : "month first";
}

// The first cell of the file that proves an order.
static const struct proof *prover(
	const struct record_load *l, size_t field, enum date_order order)
{
	if (l->proof[field].count[order])
		return &l->proof[field];
	for (size_t i = 0; i < l->columns.count; i++)
		if (l->proof[i].count[order])
			return &l->proof[i];
	return NULL;
}

static void note_dates(struct record_load *l, size_t field)
{
	const struct proof *p = &l->proof[field];
	const char *name = l->how.kind->fields[field].name;
	enum date_order order = column_order(l, field);
	if (!p->open)
		return;
	if (order == DATE_UNSURE) {
		notes_add(&l->notes,
			"%s: %zu date%s could be read day or month first ('%" PRI_STR
			"' in row %" PRIu32 "%s); left blank until candor.yaml says "
			"sources: {%s: {path: \"%" PRI_STR
			"\", dates: day-first}} or month-first",
			name, p->open, p->open == 1 ? "" : "s", ARG_STR(p->open_cell),
			p->open_row,
			p->count[DATE_DAY_FIRST]
				? ", and other rows contradict each other"
				: "",
			l->how.kind->name, ARG_STR(utf8_safe(l->a, l->how.path, 80)));
		return;
	}
	const struct proof *by = prover(l, field, order);
	if (!by)
		notes_add(&l->notes, "%s: dates read %s, as candor.yaml says", name,
			order_words(order));
	else
		notes_add(&l->notes,
			"%s: dates read %s ('%" PRI_STR "' in row %" PRIu32 " proves it)",
			name, order_words(order), ARG_STR(by->cell[order]),
			by->row[order]);
}

void record_settle_dates(struct record_load *l)
{
	const struct record_kind *kind = l->how.kind;
	for (size_t i = 0; i < l->open_count; i++) {
		const struct open_date *o = &l->open[i];
		enum date_order order = column_order(l, o->field);
		struct date d = { 0 };
		if (order == DATE_DAY_FIRST)
			d = o->day_first;
		else if (order == DATE_MONTH_FIRST)
			d = o->month_first;
		char *record = (char *)l->list.at + o->record * kind->size;
		memcpy(record + kind->fields[o->field].offset, &d, sizeof d);
	}
	for (size_t i = 0; i < l->columns.count; i++)
		note_dates(l, i);
}

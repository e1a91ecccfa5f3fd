// Rows of one table become records.
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "model/record_cell.h"
#include "model/record_match.h"

enum { NAMED_CELLS = 3 };

// Cells of one column that could not be used: the first few by name, all by number.
struct spoiled {
	uint32_t row[NAMED_CELLS];
	struct str cell[NAMED_CELLS];
	size_t count;
};

// A date that could be two days, until its column has proved one way.
struct open_date {
	size_t record; // index in the list
	uint8_t field;
	struct date day_first, month_first;
};

// What the cells of a date column have proved.
struct proof {
	size_t count[3]; // by enum date_order
	uint32_t row[3]; // the first row that did
	struct str cell[3];
	size_t open;	      // dates that could be either
	struct str open_cell; // the first of them
	uint32_t open_row;
};

struct any_list { // what LIST_OF(type) is for every type
	void *at;
	size_t count, room;
};

struct record_load {
	struct record_how how;
	struct arena *a;
	struct records *out;
	struct any_list list;
	struct record_columns columns;
	struct map words; // text that stands in many rows is kept once
	struct spoiled bad[RECORD_FIELDS_MAX];
	struct proof proof[RECORD_FIELDS_MAX];
	struct open_date *open;
	size_t open_count, open_room;
	struct spoiled incomplete; // rows without a required field
	struct spoiled dropped, odd;
	const char *dropped_why, *odd_why;
	size_t rows;
	struct notes notes;
};

static struct any_list list_of(const struct record_kind *kind, const struct records *r)
{
	struct any_list list;
	memcpy(&list, (const char *)r + kind->list, sizeof list);
	return list;
}

static void list_keep(
	const struct record_kind *kind, struct records *r, const struct any_list *list)
{
	memcpy((char *)r + kind->list, list, sizeof *list);
}

// candor.yaml's columns come before what the header seems to say.
static void apply_rule(struct record_load *l, const struct headers *headers)
{
	const struct source_rule *rule = l->how.rule;
	const struct record_kind *kind = l->how.kind;
	for (size_t i = 0; rule && i < rule->field_count; i++) {
		const struct record_field *f = record_field_find(kind, rule->fields[i]);
		int64_t column = headers_find(headers, rule->columns[i], NULL);
		if (!f)
			continue; // config_read has refused it
		if (column < 0)
			notes_add(&l->notes,
				"candor.yaml says %s is in the column '%" PRI_STR
				"', which this file does not have",
				f->name, ARG_STR(rule->columns[i]));
		l->columns.column[f - kind->fields] = column;
		l->columns.rank[f - kind->fields] = 0;
	}
}

// Says which columns were taken for what, where they are not called by our names.
static void note_columns(struct record_load *l, const struct str *header)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < l->columns.count; i++)
		if (l->columns.column[i] >= 0 && l->columns.rank[i] > 0)
			buf_fmt(&b, "%s%s from '%" PRI_STR "'", b.len ? ", " : "",
				l->how.kind->fields[i].name,
				ARG_STR(utf8_safe(
					l->a, header[l->columns.column[i]], 40)));
	if (b.len)
		notes_add(&l->notes, "columns read: %" PRI_STR, ARG_STR(buf_str(&b)));
	buf_done(&b);
}

struct record_load *record_begin(const struct record_how *how, const struct str *header,
	size_t columns, struct arena *a, struct records *out)
{
	struct record_load *l = ARENA_NEW(a, struct record_load);
	struct headers headers;
	*l = (struct record_load){ .how = *how, .a = a, .out = out };
	l->words.arena = a;
	l->notes.arena = a;
	l->list = list_of(how->kind, out);
	headers_of(a, header, columns, &headers);
	record_match(how->kind, &headers, &l->columns);
	apply_rule(l, &headers);
	note_columns(l, header);
	return l;
}

static void spoil(struct record_load *l, struct spoiled *s, uint32_t row, struct str cell)
{
	if (s->count < NAMED_CELLS) {
		s->row[s->count] = row;
		s->cell[s->count] = utf8_safe(l->a, cell, 30);
	}
	s->count++;
}

// Short text is kept once however often it stands there.
static struct str keep_text(struct record_load *l, struct str s)
{
	enum { SHARED_MAX = 64 };
	if (s.len > SHARED_MAX)
		return arena_str(l->a, s);
	size_t word = map_add(&l->words, s); // may move the keys
	return l->words.keys[word];
}

static void take_proof(struct record_load *l, size_t field, struct str cell, uint32_t row)
{
	enum date_order order = date_proves(cell);
	struct proof *p = &l->proof[field];
	if (order == DATE_UNSURE || p->count[order]++)
		return;
	p->row[order] = row;
	p->cell[order] = utf8_safe(l->a, cell, 30);
}

static void take_open(struct record_load *l, size_t field,
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

static bool is_date(const struct record_field *f)
{
	return f->type == CELL_DATE || f->type == CELL_UNTIL;
}

// Fills one field; true when the row can still be used.
static bool take_cell(
	struct record_load *l, size_t i, struct str cell, uint32_t row, void *record)
{
	const struct record_field *f = &l->how.kind->fields[i];
	struct cell_reading reading = { 0 };
	if (l->how.rule)
		reading.order = l->how.rule->dates;
	if (f->type == CELL_TEXT || f->type == CELL_WORD) {
		struct str text = keep_text(l, record_cell_text(f, cell));
		memcpy((char *)record + f->offset, &text, sizeof text);
		return text.len || !f->required;
	}
	if (is_date(f))
		take_proof(l, i, cell, row);
	switch (record_cell_read(f, cell, &reading, record)) {
	case CELL_FINE:
		return true;
	case CELL_AMBIGUOUS:
		take_open(l, i, &reading, cell, row);
		return true;
	case CELL_BAD:
		spoil(l, &l->bad[i], row, cell);
		return !f->required;
	case CELL_BLANK:
		return !f->required;
	}
	return false;
}

static bool is_empty_row(const struct record_load *l, const struct str *cells)
{
	for (size_t i = 0; i < l->columns.count; i++) {
		int64_t column = l->columns.column[i];
		if (column >= 0 && str_trim(cells[column]).len)
			return false;
	}
	return true;
}

// Fills every field; false when a required one is blank.
static bool fill_record(
	struct record_load *l, uint32_t number, const struct str *cells, void *record)
{
	const struct record_field *fields = l->how.kind->fields;
	struct at at = { .source = l->how.source, .row = number };
	bool complete = true;
	memset(record, 0, l->how.kind->size);
	memcpy(record, &at, sizeof at);
	for (size_t i = 0; i < l->columns.count; i++) {
		int64_t column = l->columns.column[i];
		record_cell_clear(&fields[i], record);
		bool usable = column >= 0 ? take_cell(l, i, cells[column], number, record)
					  : !fields[i].required;
		complete = complete && usable;
	}
	return complete;
}

static bool passes_check(struct record_load *l, uint32_t number, void *record)
{
	bool drop = false;
	const char *why = l->how.kind->check ? l->how.kind->check(record, &drop) : NULL;
	if (!why)
		return true;
	if (drop)
		l->dropped_why = why;
	else
		l->odd_why = why;
	spoil(l, drop ? &l->dropped : &l->odd, number, S(""));
	return !drop;
}

void record_row(struct record_load *l, uint32_t number, const struct str *cells)
{
	size_t size = l->how.kind->size, open = l->open_count;
	if (is_empty_row(l, cells))
		return;
	l->list.at = arena_more(l->a, l->list.at, l->list.count, &l->list.room, size);
	void *record = (char *)l->list.at + l->list.count * size;
	if (!fill_record(l, number, cells, record)) {
		spoil(l, &l->incomplete, number, S(""));
		l->open_count = open;
		return;
	}
	if (!passes_check(l, number, record)) {
		l->open_count = open;
		return;
	}
	l->list.count++;
	l->rows++;
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

static void settle_dates(struct record_load *l)
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

// "'soon' (row 3), 'n.n.' (row 7) and 12 more"; rows only when the cells do not matter.
static struct str spoiled_words(
	struct record_load *l, const struct spoiled *s, bool cells)
{
	struct buf b = { 0 };
	size_t named = s->count < NAMED_CELLS ? s->count : NAMED_CELLS;
	for (size_t i = 0; i < named; i++) {
		bool last = i && i + 1 == s->count;
		buf_fmt(&b, "%s", !i ? "" : last ? " and " : ", ");
		if (cells)
			buf_fmt(&b, "'%" PRI_STR "' (row %" PRIu32 ")",
				ARG_STR(s->cell[i]), s->row[i]);
		else
			buf_fmt(&b, "%" PRIu32, s->row[i]);
	}
	if (s->count > named)
		buf_fmt(&b, " and %zu more", s->count - named);
	struct str words = arena_str(l->a, buf_str(&b));
	buf_done(&b);
	return words;
}

static void note_spoiled(struct record_load *l)
{
	const struct record_kind *kind = l->how.kind;
	for (size_t i = 0; i < l->columns.count; i++)
		if (l->bad[i].count)
			notes_add(&l->notes,
				"%s: %zu cell%s not %s and left blank: %" PRI_STR,
				kind->fields[i].name, l->bad[i].count,
				l->bad[i].count == 1 ? " is" : "s are",
				record_cell_type_words(kind->fields[i].type),
				ARG_STR(spoiled_words(l, &l->bad[i], true)));
	if (l->incomplete.count) {
		struct buf b = { 0 };
		for (const struct record_field *f = kind->fields; f->name; f++)
			if (f->required)
				buf_fmt(&b, "%s%s", b.len ? ", " : "", f->name);
		notes_add(&l->notes,
			"%zu row%s left out for want of %" PRI_STR ": row %" PRI_STR,
			l->incomplete.count, l->incomplete.count == 1 ? "" : "s",
			ARG_STR(buf_str(&b)),
			ARG_STR(spoiled_words(l, &l->incomplete, false)));
		buf_done(&b);
	}
	if (l->dropped.count)
		notes_add(&l->notes, "%zu row%s left out: %s: row %" PRI_STR,
			l->dropped.count, l->dropped.count == 1 ? "" : "s",
			l->dropped_why, ARG_STR(spoiled_words(l, &l->dropped, false)));
	if (l->odd.count)
		notes_add(&l->notes, "%s: row %" PRI_STR, l->odd_why,
			ARG_STR(spoiled_words(l, &l->odd, false)));
}

void record_end(struct record_load *l, struct source *source)
{
	settle_dates(l);
	note_spoiled(l);
	list_keep(l->how.kind, l->out, &l->list);
	source->kind = l->how.kind->name;
	source->rows = l->rows;
	source->rows_skipped = l->incomplete.count + l->dropped.count;
	source->notes = l->notes;
}

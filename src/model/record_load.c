// Rows of one table become records.
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "model/record_load.h"

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
	l->words.arena = out->words.arena = a;
	l->notes.arena = a;
	l->list = list_of(how->kind, out);
	headers_of(a, header, columns, &headers);
	record_match(how->kind, &headers, &l->columns);
	apply_rule(l, &headers);
	note_columns(l, header);
	return l;
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

// A text by its place among the words of all records, or as it stands.
static bool take_text(struct record_load *l, const struct record_field *f,
	struct str cell, void *record)
{
	struct str text = record_cell_text(f, cell);
	if (f->width == sizeof(uint32_t)) {
		uint32_t word =
			text.len ? (uint32_t)map_add(&l->out->words, text) + 1 : 0;
		memcpy((char *)record + f->offset, &word, sizeof word);
	} else {
		text = keep_text(l, text);
		memcpy((char *)record + f->offset, &text, sizeof text);
	}
	return text.len || !f->required;
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
	if (f->type == CELL_TEXT || f->type == CELL_WORD)
		return take_text(l, f, cell, record);
	if (is_date(f))
		record_date_proof(l, i, cell, row);
	switch (record_cell_read(f, cell, &reading, record)) {
	case CELL_FINE:
		return true;
	case CELL_AMBIGUOUS:
		record_date_open(l, i, &reading, cell, row);
		return true;
	case CELL_BAD:
		record_spoil(l, &l->bad[i], row, cell);
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
	const char *why =
		l->how.kind->check ? l->how.kind->check(l->out, record, &drop) : NULL;
	if (!why)
		return true;
	if (drop)
		l->dropped_why = why;
	else
		l->odd_why = why;
	record_spoil(l, drop ? &l->dropped : &l->odd, number, S(""));
	return !drop;
}

void record_reserve(struct record_load *l, size_t rows)
{
	const size_t size = l->how.kind->size, most = (size_t)1 << 30;
	if (rows <= l->list.room - l->list.count || rows > most / size - l->list.count)
		return; // what is larger grows as it comes
	// Exactly for the first table; doubled for more, so that many stay linear.
	const size_t need = l->list.count + rows, twice = 2 * l->list.room;
	const size_t room = need > twice ? need : twice;
	void *at = arena_alloc(l->a, room, size);
	if (l->list.count)
		memcpy(at, l->list.at, l->list.count * size);
	l->list.at = at;
	l->list.room = room;
}

void record_row(struct record_load *l, uint32_t number, const struct str *cells)
{
	size_t size = l->how.kind->size, open = l->open_count;
	if (is_empty_row(l, cells))
		return;
	l->list.at = arena_more(l->a, l->list.at, l->list.count, &l->list.room, size);
	void *record = (char *)l->list.at + l->list.count * size;
	if (!fill_record(l, number, cells, record)) {
		record_spoil(l, &l->incomplete, number, S(""));
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

void record_end(struct record_load *l, struct source *source)
{
	record_settle_dates(l);
	record_note_spoiled(l);
	list_keep(l->how.kind, l->out, &l->list);
	if (!source->kind)
		source->kind = l->how.kind->name;
	source->rows += l->rows; // a workbook may hold several tables
	source->rows_skipped += l->incomplete.count + l->dropped.count;
	source->notes.arena = l->a;
	for (size_t i = 0; i < l->notes.count; i++)
		notes_add(&source->notes, "%" PRI_STR, ARG_STR(l->notes.at[i]));
}

#include "traffic/sheet.h"

#include <math.h>

enum { PROOF_ROWS = 100 * 1000 };

static bool open_table(struct sheet *s, struct error *err)
{
	size_t sheets = 1;
	const struct source *source = s->file->source;
	for (size_t i = 0; i < sheets; i++) {
		if (!table_open(
			    source->path, s->file->bytes, i, &s->arena, &s->table, err))
			return false;
		const struct table_info *info = table_info(s->table);
		sheets = table_sheets(s->table);
		if (sheets == 1 ||
			export_recognise(info->header, info->columns) == s->file->kind)
			return true;
	}
	return error_set(
		err, ERROR_FORMAT, "no sheet of it holds %s", s->file->kind->title);
}

static void find_columns(struct sheet *s)
{
	struct headers headers;
	const struct table_info *info = table_info(s->table);
	headers_of(&s->arena, info->header, info->columns, &headers);
	for (size_t i = 0; i < EXPORT_COLUMNS_MAX; i++) {
		const char *needs = s->file->kind->needs[i];
		const char *also = s->file->kind->also[i];
		s->column[i] = needs ? headers_find(&headers, str_of(needs), NULL) : -1;
		s->column[SHEET_ALSO(i)] =
			also ? headers_find(&headers, str_of(also), NULL) : -1;
	}
}

// What the days of a column prove together; one that is surely ISO ends the search.
static enum date_order order_of(struct sheet *s, unsigned date)
{
	size_t day = 0, month = 0, rows = 0;
	while (table_next(s->table, &s->row) && rows++ < PROOF_ROWS) {
		struct date any;
		enum date_order proof = date_proves(sheet_cell(s, date));
		day += proof == DATE_DAY_FIRST;
		month += proof == DATE_MONTH_FIRST;
		if (rows == 1 && proof == DATE_UNSURE &&
			date_parse(sheet_cell(s, date), DATE_DAY_FIRST, &any) &&
			date_parse(sheet_cell(s, date), DATE_UNSURE, &any) &&
			str_find_byte(sheet_cell(s, date), '/', 0) == STR_NONE)
			break;
	}
	if (day && month)
		return DATE_UNSURE;
	return day ? DATE_DAY_FIRST : month ? DATE_MONTH_FIRST : DATE_UNSURE;
}

bool sheet_open(
	struct sheet *s, struct intake *in, const struct intake_file *f, unsigned date)
{
	struct error err = { 0 };
	const struct source_rule *rule = config_source(&in->ws->config, f->source->path);
	*s = (struct sheet){ .file = f, .in = in };
	bool ok = open_table(s, &err);
	if (ok)
		find_columns(s);
	if (ok && rule && rule->dates) {
		s->order = rule->dates;
	} else if (ok && date < SHEET_NO_DATES && s->column[date] >= 0) {
		s->order = order_of(s, date);
		ok = open_table(s, &err);
	}
	if (!ok) {
		intake_remark(in, f, "%s", err.text);
		arena_free(&s->arena);
	}
	return ok;
}

bool sheet_next(struct sheet *s)
{
	if (!table_next(s->table, &s->row))
		return false;
	s->at = (struct at){ s->file->index, s->row.number };
	return true;
}

bool sheet_has(const struct sheet *s, unsigned column)
{
	return s->column[column] >= 0;
}

struct str sheet_cell(const struct sheet *s, unsigned column)
{
	return s->column[column] < 0 ? (struct str){ 0 }
				     : str_trim(s->row.cells[s->column[column]]);
}

// Jira writes "12/Mar/24 3:45 PM": with a name in it the slashes mean nothing.
bool sheet_day(struct sheet *s, unsigned column, struct date *day)
{
	struct str cell = sheet_cell(s, column);
	if (stamp_parse(cell, day) || date_parse(cell, s->order, day))
		return true;
	s->undated++;
	if (!s->open_date.len && date_parse(cell, DATE_DAY_FIRST, day))
		s->open_date = utf8_safe(s->in->arena, cell, 30);
	return false;
}

double sheet_number(const struct sheet *s, unsigned column, double fallback)
{
	double number = 0;
	if (!str_to_double(sheet_cell(s, column), &number) || !isfinite(number) ||
		number < 0)
		return fallback;
	return number;
}

void sheet_close(struct sheet *s)
{
	struct error err = { 0 };
	if (!table_whole(s->table, &err))
		intake_remark(
			s->in, s->file, "%s; what stands before it is used", err.text);
	if (s->open_date.len)
		intake_remark(s->in, s->file,
			"%zu %s could be read day or month first ('%" PRI_STR
			"'); what they date is left out until candor.yaml says sources: "
			"{%s: "
			"{path: \"%" PRI_STR "\", dates: day-first}} or month-first",
			s->undated, s->undated == 1 ? "date" : "dates",
			ARG_STR(s->open_date), s->file->kind->name,
			ARG_STR(s->file->source->path));
	else if (s->undated)
		s->in->left.undated += s->undated;
	arena_free(&s->arena);
}

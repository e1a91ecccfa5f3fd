// One door to every format that has rows.
#include "read/table.h"

#include "read/csv_sniff.h"
#include "read/table_edges.h"

static size_t line_ends(struct str text)
{
	size_t n = 0;
	for (size_t i = 0; i < text.len; i++)
		n += text.at[i] == '\n' || text.at[i] == '\r';
	return n;
}

static bool csv_open(struct table *t, struct str path, struct str bytes, size_t sheet,
	struct error *err)
{
	(void)sheet; // there is one
	(void)err;   // text can always be cut into records; what it gives is judged later
	struct str suffix = path_suffix(path);
	bool tabs = str_eq_nocase(suffix, S(".tsv")) || str_eq_nocase(suffix, S(".tab"));
	struct str text = utf8_from_bytes(t->arena, bytes, &t->info.encoding),
		   rest = text;
	char named = csv_sep_line(&rest);
	struct csv_guess guess = { .dialect.separator = named };
	if (!named)
		guess = csv_sniff(text, tabs ? '\t' : '\0');
	bool prose = str_eq_nocase(suffix, S(".txt")) && !named &&
		     (guess.columns < 2 || guess.agreeing * 10 < guess.records * 8);
	csv_init(&t->csv, prose ? S("") : rest, guess.dialect, t->arena);
	t->csv.line += named != '\0';
	t->info.kind = TABLE_CSV;
	t->info.separator = guess.dialect.separator;
	t->info.rows_most = line_ends(rest) + 1;
	return true;
}

static bool csv_take(struct table *t, struct record *r)
{
	return csv_next(&t->csv, r);
}

static const struct error *csv_damage(const struct table *t)
{
	return &t->csv.damage;
}

static bool json_open(struct table *t, struct str path, struct str bytes, size_t sheet,
	struct error *err)
{
	(void)sheet; // there is one
	struct str suffix = path_suffix(path);
	bool lines =
		str_eq_nocase(suffix, S(".jsonl")) || str_eq_nocase(suffix, S(".ndjson"));
	struct str text = utf8_from_bytes(t->arena, bytes, &t->info.encoding);
	if (!json_rows_open(&t->json, text, lines, t->arena, err))
		return false;
	t->info.kind = TABLE_JSON;
	t->info.header = t->json.names.keys;
	t->info.columns = t->json.names.count;
	t->info.header_row = 1;
	return true;
}

static bool json_take(struct table *t, struct record *r)
{
	return json_rows_next(&t->json, r);
}

static const struct error *json_damage(const struct table *t)
{
	return &t->json.scan.damage;
}

static bool sheet_open(struct table *t, struct str path, struct str bytes, size_t sheet,
	struct error *err)
{
	(void)path; // a workbook is one whatever it is called
	if (!xlsx_open(bytes, sheet, t->arena, &t->xlsx, err))
		return false;
	t->sheets = xlsx_sheets(t->xlsx);
	t->info.kind = TABLE_SHEET;
	t->info.encoding = "UTF-8";
	t->info.sheet = xlsx_sheet_name(t->xlsx, sheet);
	return true;
}

static bool sheet_take(struct table *t, struct record *r)
{
	if (!xlsx_next(t->xlsx, &r->number, &r->cells, &r->count))
		return false;
	r->line = r->number;
	return true;
}

static const struct error *sheet_damage(const struct table *t)
{
	static const struct error NONE = { 0 }; // damage shows when a workbook is opened
	(void)t;
	return &NONE;
}

static const struct format FORMATS[] = {
	{ ".csv .tsv .tab .txt", csv_open, csv_take, csv_damage },
	{ ".json .jsonl .ndjson", json_open, json_take, json_damage },
	{ ".xlsx .xlsm", sheet_open, sheet_take, sheet_damage },
};

static const struct format *format_of(struct str path)
{
	struct str suffix = path_suffix(path);
	for (size_t i = 0; i < COUNT(FORMATS); i++) {
		struct str rest = str_of(FORMATS[i].suffixes), one;
		while (str_split(&rest, ' ', &one))
			if (str_eq_nocase(suffix, one))
				return &FORMATS[i];
	}
	return NULL;
}

bool table_may_open(struct str path)
{
	return format_of(path) != NULL;
}

static struct record kept(struct arena *a, const struct record *r)
{
	struct str *cells = ARENA_ARRAY(a, struct str, r->count);
	for (size_t i = 0; i < r->count; i++)
		cells[i] = arena_str(a, r->cells[i]);
	struct record copy = *r;
	copy.cells = cells;
	return copy;
}

static void take_sample(struct table *t)
{
	size_t before = t->arena->used;
	struct record r;
	t->sample = ARENA_ARRAY(t->arena, struct record, EDGE_SAMPLE_MAX);
	while (t->sample_count < EDGE_SAMPLE_MAX &&
		t->arena->used - before < CSV_SNIFF_BYTES && t->format->next(t, &r))
		t->sample[t->sample_count++] = kept(t->arena, &r);
}

// The cells of a header: a name that was written on two lines is on one.
static const struct str *header_cells(struct arena *a, const struct record *r)
{
	struct str *names = ARENA_ARRAY(a, struct str, r->count);
	for (size_t i = 0; i < r->count; i++) {
		struct str cell = str_trim(r->cells[i]);
		char *out = arena_alloc(a, cell.len + 1, 1);
		size_t used = 0;
		for (size_t j = 0; j < cell.len; j++)
			if (!byte_is_space(cell.at[j]))
				out[used++] = cell.at[j];
			else if (out[used - 1] != ' ')
				out[used++] = ' ';
		names[i] = (struct str){ out, used };
	}
	return names;
}

static bool find_header(struct table *t, struct error *err)
{
	take_sample(t);
	if (!t->sample_count) {
		if (!table_whole(t, err))
			return false;
		return error_set(err, ERROR_FORMAT, "holds no rows");
	}
	size_t at = edge_header(t->sample, t->sample_count);
	const struct record *r = &t->sample[at];
	t->info.header = header_cells(t->arena, r);
	t->info.columns = r->count;
	t->info.header_row = r->number;
	t->sample_at = at + 1;
	return true;
}

bool table_open(struct str path, struct str bytes, size_t sheet, struct arena *a,
	struct table **out, struct error *err)
{
	const struct format *format = format_of(path);
	if (!format)
		return error_set(err, ERROR_FORMAT,
			"is no table: rows are read from .csv .tsv .txt .json .xlsx");
	struct table *t = ARENA_NEW(a, struct table);
	*t = (struct table){
		.arena = a, .format = format, .ahead = { { .arena = a }, { .arena = a } }
	};
	if (!format->open(t, path, bytes, sheet, err))
		return false;
	if (sheet >= table_sheets(t))
		return error_set(err, ERROR_USAGE, "has no sheet %zu; it has %zu",
			sheet + 1, table_sheets(t));
	if (!t->info.header && !find_header(t, err))
		return false;
	t->padded = ARENA_ARRAY(a, struct str, t->info.columns);
	*out = t;
	return true;
}

size_t table_sheets(const struct table *t)
{
	return t->sheets ? t->sheets : 1;
}

const struct table_info *table_info(const struct table *t)
{
	return &t->info;
}

size_t table_uneven(const struct table *t)
{
	return t->uneven;
}

size_t table_footers(const struct table *t)
{
	return t->footers;
}

bool table_whole(const struct table *t, struct error *err)
{
	const struct error *damage = t->format->damage(t);
	return !damage->code || error_set(err, damage->code, "%s", damage->text);
}

bool table_record(struct table *t, struct record *r)
{
	if (t->sample_at < t->sample_count) {
		*r = t->sample[t->sample_at++];
		return true;
	}
	return t->format->next(t, r);
}

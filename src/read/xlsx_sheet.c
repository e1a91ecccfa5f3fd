// One worksheet: the cells that hold something, and which of them are merged.
#include "read/xlsx_book.h"

#define SHEET_TAGS(X)                                                                    \
	X(ROW, "s:row")                                                                  \
	X(CELL, "s:c")                                                                   \
	X(VALUE, "s:v")                                                                  \
	X(T, "s:t")                                                                      \
	X(RUBY, "s:rPh")                                                                 \
	X(MERGE, "s:mergeCell")

#define X(id, name) TAG_##id,
enum { TAG_NONE, SHEET_TAGS(X) TAGS };
#undef X
#define X(id, name) [TAG_##id] = (name),
static const char *const NAMES[TAGS] = { SHEET_TAGS(X) };
#undef X

enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOL, CELL_ERROR, CELL_DATE };

struct reading {
	struct book *book;
	struct arena *arena;
	struct sheet *sheet;
	struct error *err;
	struct buf value; // of the cell that is open
	struct buf scratch;
	size_t words;	 // where its open s:t began
	uint32_t row;	 // that is open, from 1
	uint32_t next;	 // column of a cell that does not say its own
	uint32_t column; // of the cell that is open
	enum cell_type type;
	enum number_kind kind;
	int skip;
	bool in_cell, in_words, keeps_spaces;
};

bool cell_reference(struct str s, uint32_t *column, uint32_t *row)
{
	size_t i = 0;
	uint32_t c = 0, r = 0;
	for (; i < s.len && byte_is_alpha(s.at[i]) && c <= XLSX_COLUMNS_MAX; i++)
		c = c * 26 + (uint32_t)(byte_lower(s.at[i]) - 'a') + 1;
	for (; i < s.len && byte_is_digit(s.at[i]) && r <= XLSX_ROWS_MAX; i++)
		r = r * 10 + (uint32_t)(s.at[i] - '0');
	*column = c - 1;
	*row = r;
	return i == s.len && c >= 1 && c <= XLSX_COLUMNS_MAX && r <= XLSX_ROWS_MAX;
}

static enum cell_type type_of(struct str t)
{
	static const struct {
		struct str name;
		enum cell_type type;
	} TYPES[] = {
		{ STR_INIT("s"), CELL_SHARED },
		{ STR_INIT("str"), CELL_TEXT },
		{ STR_INIT("inlineStr"), CELL_TEXT },
		{ STR_INIT("b"), CELL_BOOL },
		{ STR_INIT("e"), CELL_ERROR },
		{ STR_INIT("d"), CELL_DATE },
	};
	for (size_t i = 0; i < COUNT(TYPES); i++)
		if (str_eq(t, TYPES[i].name))
			return TYPES[i].type;
	return CELL_NUMBER;
}

static bool open_row(struct reading *r, const struct xml_attributes *a)
{
	uint32_t before = r->row;
	r->row = xml_count(a, "r", UINT32_MAX, before + 1);
	r->next = 0;
	if (r->row > XLSX_ROWS_MAX)
		return error_set(
			r->err, ERROR_LIMIT, "has more than %d rows", XLSX_ROWS_MAX);
	if (r->row <= before)
		return error_set(r->err, ERROR_FORMAT,
			"is damaged: row %u comes after row %u; save the file again",
			r->row, before);
	return true;
}

static bool open_cell(struct reading *r, const struct xml_attributes *a)
{
	struct str at = xml_value(a, "r");
	uint32_t row = r->row;
	r->column = r->next;
	if (!r->row)
		return error_set(r->err, ERROR_FORMAT,
			"is damaged: a cell stands outside of all rows; save the file "
			"again");
	if (at.len && !cell_reference(at, &r->column, &row)) {
		struct str safe = utf8_safe(r->arena, at, 20);
		return error_set(r->err, ERROR_LIMIT,
			"has a cell at \"%" PRI_STR "\", and sheets end at XFD1048576",
			ARG_STR(safe));
	}
	if (r->column >= XLSX_COLUMNS_MAX)
		return error_set(r->err, ERROR_LIMIT, "has more than %d columns",
			XLSX_COLUMNS_MAX);
	uint32_t style = xml_count(a, "s", UINT32_MAX, 0);
	r->kind = style < r->book->kind_count ? r->book->kinds[style] : NUMBER_PLAIN;
	r->type = type_of(xml_value(a, "t"));
	r->next = r->column + 1;
	r->in_cell = true;
	buf_clear(&r->value);
	return true;
}

static void open_merge(struct reading *r, const struct xml_attributes *a)
{
	struct str to = xml_value(a, "ref"), from = { 0 };
	struct sheet *s = r->sheet;
	struct merge m = { 0 };
	if (!str_split(&to, ':', &from) || !cell_reference(from, &m.left, &m.top) ||
		!cell_reference(to, &m.right, &m.bottom) || !m.top || m.right < m.left ||
		m.bottom < m.top)
		return; // what is no range merges nothing
	m.top--, m.bottom--;
	s->merges = arena_more(
		r->arena, s->merges, s->merge_count, &s->merge_room, sizeof *s->merges);
	s->merges[s->merge_count++] = m;
}

static bool on_open(void *context, int tag, int depth, const struct xml_attributes *a)
{
	struct reading *r = context;
	if (tag == TAG_ROW)
		return open_row(r, a);
	if (tag == TAG_CELL)
		return open_cell(r, a);
	if (tag == TAG_MERGE)
		open_merge(r, a);
	if (tag == TAG_RUBY && !r->skip)
		r->skip = depth; // how to pronounce it
	if ((tag == TAG_VALUE || tag == TAG_T) && r->in_cell && !r->skip) {
		r->in_words = true;
		r->words = r->value.len;
		r->keeps_spaces = str_eq(xml_value(a, "xml:space"), S("preserve"));
	}
	return true;
}

static bool shared_text(struct reading *r, struct str raw, struct str *out)
{
	const struct book *b = r->book;
	int64_t n = -1;
	if (!str_to_int(raw, &n) || n < 0 || (uint64_t)n >= b->string_count)
		return error_set(r->err, ERROR_FORMAT,
			"is damaged: a cell in row %u has a text that is not in the "
			"workbook; save the file again",
			r->row);
	*out = b->strings[n];
	return true;
}

static bool text_of(struct reading *r, struct str *out)
{
	struct str raw = buf_str(&r->value);
	*out = (struct str){ 0 };
	if (!raw.len)
		return true;
	switch (r->type) {
	case CELL_SHARED:
		return shared_text(r, raw, out);
	case CELL_TEXT:
		*out = cell_text(r->arena, raw);
		return true;
	case CELL_BOOL:
		*out = str_eq(str_trim(raw), S("1")) ? S("TRUE") : S("FALSE");
		return true;
	case CELL_ERROR:
		return true;
	case CELL_DATE:
		*out = arena_str(r->arena, str_trim(raw));
		return true;
	case CELL_NUMBER:
		*out = number_text(
			r->arena, raw, r->kind, r->book->from_1904, &r->scratch);
		return true;
	}
	return true;
}

// The row that is open; it is added with its first cell.
static struct cell_row *row_of(struct reading *r)
{
	struct sheet *s = r->sheet;
	if (s->row_count && s->rows[s->row_count - 1].number == r->row)
		return &s->rows[s->row_count - 1];
	s->rows = arena_more(
		r->arena, s->rows, s->row_count, &s->row_room, sizeof *s->rows);
	s->rows[s->row_count] =
		(struct cell_row){ .number = r->row, .first = s->cell_count };
	return &s->rows[s->row_count++];
}

static bool close_cell(struct reading *r)
{
	struct sheet *s = r->sheet;
	struct str text = { 0 };
	r->in_cell = r->in_words = false;
	if (!text_of(r, &text))
		return false;
	if (!text.len)
		return true;
	struct cell_row *row = row_of(r);
	uint32_t width = r->column + 1 > row->width ? r->column + 1 : row->width;
	s->area += width - row->width;
	row->width = width;
	row->count++;
	s->width = width > s->width ? width : s->width;
	if (s->area > XLSX_CELLS_MAX)
		return error_set(r->err, ERROR_LIMIT,
			"spreads over more than %d million cells",
			XLSX_CELLS_MAX / 1000000);
	s->cells = arena_more(
		r->arena, s->cells, s->cell_count, &s->cell_room, sizeof *s->cells);
	s->cells[s->cell_count++] = (struct cell){
		.at = text.at,
		.len = (uint32_t)text.len,
		.column = (uint16_t)r->column,
		.is_text = r->type == CELL_SHARED || r->type == CELL_TEXT,
	};
	return true;
}

static bool on_close(void *context, int tag, int depth)
{
	struct reading *r = context;
	if (r->skip == depth)
		r->skip = 0;
	if (tag == TAG_T && r->in_words && !r->keeps_spaces)
		ooxml_trim(&r->value, r->words);
	if (tag == TAG_T || tag == TAG_VALUE)
		r->in_words = false;
	if (tag == TAG_CELL && r->in_cell)
		return close_cell(r);
	return true;
}

static bool on_words(void *context, struct str words)
{
	struct reading *r = context;
	if (r->in_words)
		buf_add(&r->value, words);
	return true;
}

bool sheet_read(struct book *b, size_t number, struct arena *a, struct sheet *out,
	struct error *err)
{
	*out = (struct sheet){ 0 };
	struct reading r = { .book = b, .arena = a, .sheet = out, .err = err };
	const struct xml_names names = { NAMES, TAGS };
	const struct xml_sink sink = { &r, on_open, on_close, on_words };
	bool ok = package_read(&b->package, b->sheets[number].part, &names, &sink, err);
	buf_done(&r.value);
	buf_done(&r.scratch);
	if (ok)
		return true;
	struct str name = utf8_safe(a, b->sheets[number].name, 40);
	return error_add(err, "sheet \"%" PRI_STR "\"", ARG_STR(name));
}

#include "read/csv_rows.h"

#include <string.h>

void csv_init(
	struct csv_rows *c, struct str text, struct csv_dialect dialect, struct arena *a)
{
	*c = (struct csv_rows){
		.text = text,
		.dialect = dialect,
		.scan = csv_scan_best(),
		.base = SIZE_MAX - CSV_BLOCK + 1, // no block yet
		.number = 1,
		.line = 1,
		.arena = a,
		.scratch = { .arena = a },
	};
}

// Marks for the block that holds byte `at`.
static void load(struct csv_rows *c, size_t at)
{
	c->base = at & ~(size_t)(CSV_BLOCK - 1);
	size_t rest = c->text.len - c->base;
	if (rest >= CSV_BLOCK) {
		c->marks = c->scan(c->text.at + c->base, c->dialect.separator);
		return;
	}
	char tail[CSV_BLOCK] = { 0 };
	memcpy(tail, c->text.at + c->base, rest);
	c->marks = c->scan(tail, c->dialect.separator);
}

static uint64_t from_bit(size_t at)
{
	return ~UINT64_C(0) << (at & (CSV_BLOCK - 1));
}

// First separator or line end at or after `from`; the text's length if there is none.
static size_t find_cut(struct csv_rows *c, size_t from)
{
	if (from >= c->text.len)
		return c->text.len;
	if (from - c->base >= CSV_BLOCK)
		load(c, from);
	uint64_t bits = c->marks.cut & from_bit(from);
	while (!bits) {
		if (c->text.len - c->base <= CSV_BLOCK)
			return c->text.len;
		load(c, c->base + CSV_BLOCK);
		bits = c->marks.cut;
	}
	return c->base + (size_t)__builtin_ctzll(bits);
}

// First quote at or after `from`; *cuts says whether separators or line ends come before.
static size_t find_quote(struct csv_rows *c, size_t from, bool *cuts)
{
	if (from >= c->text.len)
		return c->text.len;
	if (from - c->base >= CSV_BLOCK)
		load(c, from);
	uint64_t bits = c->marks.quote & from_bit(from),
		 cut = c->marks.cut & from_bit(from);
	while (!bits) {
		*cuts |= cut != 0;
		if (c->text.len - c->base <= CSV_BLOCK)
			return c->text.len;
		load(c, c->base + CSV_BLOCK);
		bits = c->marks.quote;
		cut = c->marks.cut;
	}
	*cuts |= (cut & (bits - 1) & ~bits) != 0;
	return c->base + (size_t)__builtin_ctzll(bits);
}

static char byte_at(const struct csv_rows *c, size_t at)
{
	return at < c->text.len ? c->text.at[at] : '\n';
}

// Behind the line end at `at`.  "\r\r\n" is one: text mode wrote CRLF as CR CRLF.
static size_t after_line(const struct csv_rows *c, size_t at)
{
	if (c->text.at[at] == '\n')
		return at + 1;
	size_t next = at + 1;
	if (byte_at(c, next) == '\r' && next + 1 < c->text.len)
		next++;
	return next < c->text.len && c->text.at[next] == '\n' ? next + 1 : at + 1;
}

static uint32_t line_ends(struct str s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += s.at[i] == '\n' ||
		     (s.at[i] == '\r' && (i + 1 == s.len || s.at[i + 1] != '\n'));
	return n;
}

static bool add_cell(struct csv_rows *c, struct str cell)
{
	if (cell.len > ROW_CELL_MAX)
		return error_set(&c->damage, ERROR_LIMIT,
			"line %u has a cell of more than %d KB", c->line,
			ROW_CELL_MAX >> 10);
	if (c->count == ROW_COLUMNS_MAX)
		return error_set(&c->damage, ERROR_LIMIT,
			"line %u has more than %d cells", c->line, ROW_COLUMNS_MAX);
	if (c->count == c->room)
		c->cells = arena_more(
			c->arena, c->cells, c->count, &c->room, sizeof *c->cells);
	c->cells[c->count++] = cell;
	return true;
}

// `inside` with its doubled quotes single, and what stood behind the closing quote.
static struct str unescape(struct csv_rows *c, struct str inside, struct str behind)
{
	char *out = scratch_take(&c->scratch, inside.len + behind.len), *end = out;
	for (size_t from = 0; from < inside.len;) {
		size_t quote = str_find_byte(inside, '"', from);
		size_t to = quote == STR_NONE ? inside.len : quote + 1;
		memcpy(end, inside.at + from, to - from);
		end += to - from;
		from = to + 1; // the second of the two quotes
	}
	if (behind.len)
		memcpy(end, behind.at, behind.len);
	end += behind.len;
	scratch_trim(&c->scratch, end);
	return (struct str){ out, (size_t)(end - out) };
}

struct quoted {
	size_t close; // offset of the closing quote
	bool doubled; // has doubled quotes inside
	bool cuts;    // has separators or line ends inside
};

static bool find_close(struct csv_rows *c, size_t open, struct quoted *q)
{
	q->close = find_quote(c, open + 1, &q->cuts);
	while (q->close + 1 < c->text.len && c->text.at[q->close + 1] == '"') {
		q->doubled = true;
		q->close = find_quote(c, q->close + 2, &q->cuts);
	}
	if (q->close < c->text.len && q->close - open <= ROW_CELL_MAX)
		return true;
	return error_set(&c->damage, ERROR_FORMAT,
		"line %u: a quote opens here and is not closed%s; double it if it is "
		"meant "
		"as a character",
		c->line, q->close < c->text.len ? " within 1 MB" : "");
}

// The cell whose quote opens at `open`; *cut is where the next separator or line end is.
static bool take_quoted(struct csv_rows *c, size_t open, size_t *cut)
{
	struct quoted q = { 0 };
	if (!find_close(c, open, &q))
		return false;
	struct str inside = { c->text.at + open + 1, q.close - open - 1 };
	uint32_t lines = q.cuts ? line_ends(inside) : 0;
	*cut = find_cut(c, q.close + 1);
	struct str behind = { c->text.at + q.close + 1, *cut - q.close - 1 };
	bool odd = behind.len && str_trim(behind).len;
	if (odd && lines) {
		*cut = find_cut(c, open);
		return add_cell(c, str_cut(c->text, open, *cut - open));
	}
	if (q.doubled || odd)
		inside = unescape(c, inside, odd ? behind : S(""));
	bool ok = add_cell(c, inside);
	c->line += lines;
	return ok;
}

// Where a quote opens the cell that begins at `from`; the text's length if none does.
static size_t opening(const struct csv_rows *c, size_t from)
{
	if (c->dialect.padded)
		while (from < c->text.len && c->text.at[from] == ' ')
			from++;
	return from < c->text.len && c->text.at[from] == '"' ? from : c->text.len;
}

static bool take_cells(struct csv_rows *c)
{
	for (;;) {
		size_t open = opening(c, c->at), cut = 0;
		if (open < c->text.len) {
			if (!take_quoted(c, open, &cut))
				return false;
		} else {
			cut = find_cut(c, c->at);
			if (!add_cell(c, (struct str){ c->text.at + c->at, cut - c->at }))
				return false;
		}
		if (cut >= c->text.len) {
			c->at = c->text.len;
			return true;
		}
		if (c->text.at[cut] != c->dialect.separator) {
			c->at = after_line(c, cut);
			return true;
		}
		c->at = cut + 1;
	}
}

bool csv_next(struct csv_rows *c, struct record *r)
{
	while (c->at < c->text.len && !c->damage.code) {
		c->count = 0;
		scratch_clear(&c->scratch);
		*r = (struct record){ .number = c->number++, .line = c->line };
		if (!take_cells(c))
			return false;
		c->line++;
		if (c->count == 1 && !c->cells[0].len)
			continue;
		r->cells = c->cells;
		r->count = c->count;
		return true;
	}
	return false;
}

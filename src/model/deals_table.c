// One table of deals: opened, its columns decided, its rows read.
#include "model/deals_intake.h"
#include "model/header.h"

enum { FORGET_BYTES = 4 << 20 };

// Copies the first rows, whole: they are used once more as rows.
static void copy_sample(struct intake_table *t, struct table *table)
{
	enum { SAMPLE_BYTES = 1 << 20 };
	struct deals_sample *s = &t->sample;
	struct arena *a = &t->in->scratch;
	const struct table_info *info = table_info(table);
	struct row row;
	size_t before = a->used;
	s->columns = info->columns < PLAN_COLUMNS_MAX ? info->columns : PLAN_COLUMNS_MAX;
	s->header = info->header;
	s->keys = ARENA_ARRAY(a, struct str, s->columns);
	s->cells = ARENA_ARRAY(a, struct str, s->columns * PLAN_SAMPLE);
	s->numbers = ARENA_ARRAY(a, uint32_t, PLAN_SAMPLE);
	for (size_t c = 0; c < s->columns; c++)
		s->keys[c] = header_key(a, s->header[c]);
	while (s->rows < PLAN_SAMPLE && a->used - before < SAMPLE_BYTES &&
		table_next(table, &row)) {
		s->numbers[s->rows] = row.number;
		for (size_t c = 0; c < s->columns; c++)
			s->cells[s->rows * s->columns + c] = arena_str(a, row.cells[c]);
		s->rows++;
	}
}

bool intake_next(struct intake_table *t, struct row *row)
{
	const struct deals_sample *s = &t->sample;
	if (t->sampled == s->rows)
		return table_next(t->table, row);
	*row = (struct row){ .number = s->numbers[t->sampled],
		.cells = s->cells + t->sampled * s->columns };
	t->sampled++;
	return true;
}

static void skip_source(struct intake_table *t, const struct error *err)
{
	struct source *s = &t->in->ws->sources[t->file->source];
	s->state = SOURCE_SKIPPED;
	s->reason = arena_str(t->in->arena, str_of(err->text));
	s->repair = S("export it again as CSV, with its header in the first row");
}

bool intake_open(struct intake_table *t)
{
	struct error err = { 0 };
	const struct file *file = t->file->file;
	t->path = t->in->ws->sources[t->file->source].path;
	t->dates.arena = t->in->arena;
	if (!table_open(t->path, file->bytes, t->file->sheet, &t->in->scratch, &t->table,
		    &err)) {
		skip_source(t, &err);
		return false;
	}
	// Opening looked at every byte once; they come again one after the other.
	file_forget(file, 0, file->bytes.len);
	copy_sample(t, t->table);
	return true;
}

// How many rows the rest of the file will have, judged by the rows of the sample.
static size_t expected_rows(const struct intake_table *t)
{
	size_t bytes = 1;
	const struct deals_sample *s = &t->sample;
	if (s->rows < PLAN_SAMPLE && t->file->file->bytes.len < 1 << 20)
		return s->rows + 1;
	if (!s->rows)
		return 1;
	for (size_t i = 0; i < s->rows * s->columns; i++)
		bytes += s->cells[i].len + 1;
	size_t rows = t->file->file->bytes.len / (bytes / s->rows + 1);
	rows += rows / 4 + PLAN_SAMPLE;
	return rows < INTAKE_ROWS_MAX ? rows : INTAKE_ROWS_MAX;
}

static void plan_words(struct intake_table *t)
{
	static const struct {
		enum deals_field field;
		enum intake_column column;
	} PAIRS[] = { { FIELD_ACCOUNT, IN_ACCOUNT }, { FIELD_SEGMENT, IN_SEGMENT },
		{ FIELD_OWNER, IN_OWNER }, { FIELD_STAGE, IN_STAGE },
		{ FIELD_LOSS_REASON, IN_LOSS_REASON }, { FIELD_PRODUCT, IN_PRODUCT },
		{ FIELD_ORIGIN, IN_ORIGIN }, { FIELD_TYPE, IN_TYPE },
		{ FIELD_REGION, IN_REGION } };
	struct intake *in = t->in;
	for (size_t i = 0; i < COUNT(PAIRS); i++) {
		int column = t->plan.column[PAIRS[i].field];
		if (column < 0)
			continue;
		struct intake_words *w = &in->words[PAIRS[i].column];
		intake_need_words(in, w);
		t->words[t->words_count].words = w;
		t->words[t->words_count++].column = (size_t)column;
	}
	if (t->plan.column[FIELD_EMPLOYEES] >= 0)
		intake_need_words(in, &in->words[IN_SEGMENT]);
	in->status.words.map.arena = &in->scratch;
	for (size_t k = 0; k < t->plan.vendor_count; k++)
		intake_need_words(in, &in->cells[k]);
	if (in->cell_columns < t->plan.vendor_count)
		in->cell_columns = t->plan.vendor_count;
}

// Extra columns cost four bytes a row each: few of them for very long files.
static void plan_extras(struct intake_table *t)
{
	enum { CODES_MAX = 16 << 20 };
	struct intake *in = t->in;
	size_t allowed = CODES_MAX / (in->room + 1);
	size_t used = 0;
	for (size_t k = 0; k < t->plan.extra_count && used < allowed; k++) {
		const struct plan_extra *want = &t->plan.extras[k];
		size_t at = 0;
		while (at < in->extra_count && !str_eq(in->extras[at].key, want->key))
			at++;
		if (at == PLAN_EXTRAS_MAX)
			continue;
		struct intake_extra *e = &in->extras[at];
		if (at == in->extra_count) {
			in->extra_count++;
			e->name = arena_str(in->arena, want->name);
			e->key = want->key;
			e->people = want->people;
		}
		intake_need_words(in, &e->column);
		t->plan.extras[used] = *want;
		t->extra[used++] = at;
	}
	t->plan.extra_count = used;
}

static void plan_table(struct intake_table *t)
{
	struct intake *in = t->in;
	struct notes asked = { .arena = &in->scratch };
	const struct source_rule *rule = config_source(&in->ws->config, t->path);
	plan_make(&t->sample, rule, &in->scratch, &t->plan, &asked);
	for (size_t i = 0; i < asked.count; i++)
		intake_note(in, t->file->source, "%" PRI_STR, ARG_STR(asked.at[i]));
	if (rule && rule->dates != DATE_UNSURE) {
		t->dates.order = rule->dates;
		t->dates.told = true;
	}
	intake_room(in, in->deals->count + expected_rows(t));
	seats_room(&in->seats, in->deals->id, in->room);
	plan_words(t);
	plan_extras(t);
	const int *column = t->plan.column;
	if (column[FIELD_CREATED] >= 0)
		intake_need_days(in, &in->deals->created);
	if (column[FIELD_CLOSED] >= 0 || column[FIELD_WON_ON] >= 0 ||
		column[FIELD_LOST_ON] >= 0)
		intake_need_days(in, &in->deals->closed);
	if (column[FIELD_MODIFIED] >= 0)
		intake_need_days(in, &in->modified);
	if (column[FIELD_AMOUNT] >= 0)
		intake_need_cents(in);
}

// Pages that were read are given back: an id that is needed later comes from the file
// again.
static void forget_read(struct intake_table *t, const struct row *row)
{
	struct str bytes = t->file->file->bytes;
	uintptr_t at = (uintptr_t)row->cells[0].at, from = (uintptr_t)bytes.at;
	if (at < from || at > from + bytes.len || at - from < t->forgotten + FORGET_BYTES)
		return;
	file_forget(t->file->file, t->forgotten, at - from);
	t->forgotten = at - from;
}

static void settle_days(struct intake_table *t)
{
	struct deals *d = t->in->deals;
	struct date *columns[] = { d->created, d->closed, d->expected, t->in->modified };
	for (size_t i = 0; i < COUNT(columns); i++)
		if (columns[i])
			dates_settle(&t->dates, columns[i] + t->from, d->count - t->from);
}

void intake_read(struct intake_table *t)
{
	struct error err = { 0 };
	struct row row;
	if (!intake_open(t))
		return;
	struct source *source = &t->in->ws->sources[t->file->source];
	t->from = t->in->deals->count;
	plan_table(t);
	while (intake_next(t, &row)) {
		intake_row(t, &row);
		forget_read(t, &row);
	}
	settle_days(t);
	source->rows = t->in->deals->count - t->from;
	if (!table_whole(t->table, &err))
		intake_note(
			t->in, t->file->source, "%s; the rows before are used", err.text);
	size_t uneven = table_uneven(t->table);
	if (uneven)
		intake_note(t->in, t->file->source,
			"%zu %s more or fewer cells than the header", uneven,
			uneven == 1 ? "row has" : "rows have");
	intake_report(t);
}

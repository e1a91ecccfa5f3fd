#include "model/deals_plan.h"

#include "model/deals_outcome.h"
#include "model/header.h"

// What the sample's cells of one column look like.
struct profile {
	size_t filled;
	size_t dates, amounts, yesnos;
	size_t endings, won, lost; // words that tell an outcome, and which
};

struct planner {
	const struct deals_sample *sample;
	const struct source_rule *rule;
	struct profile *profiles;
	bool *used; // columns that are taken
	struct arena *arena;
	struct deals_plan *plan;
	struct notes *notes;
};

static struct str cell_of(const struct deals_sample *s, size_t row, size_t column)
{
	return str_trim(s->cells[row * s->columns + column]);
}

static bool looks_like_date(struct str cell)
{
	struct date d;
	return date_parse(cell, DATE_DAY_FIRST, &d) ||
	       date_parse(cell, DATE_MONTH_FIRST, &d);
}

static void look_at(struct profile *p, struct str cell, size_t count)
{
	struct money m;
	p->filled += count;
	p->dates += looks_like_date(cell) ? count : 0;
	p->amounts += money_parse(cell, &m) ? count : 0;
	p->yesnos += yesno_word(cell) != YESNO_NONE ? count : 0;
	enum meaning meaning = outcome_word(cell);
	p->endings += meaning != MEANS_UNKNOWN ? count : 0;
	p->won += meaning == MEANS_WON ? count : 0;
	p->lost += meaning == MEANS_LOST ? count : 0;
}

// Stages, owners and reasons repeat: what a cell looks like is asked once.
static void look_down(const struct deals_sample *s, size_t column, struct profile *p)
{
	struct arena scratch = { 0 };
	struct map cells = { .arena = &scratch };
	size_t *counts = ARENA_ARRAY(&scratch, size_t, s->rows + 1);
	for (size_t row = 0; row < s->rows; row++) {
		const struct str cell = cell_of(s, row, column);
		if (cell.len)
			counts[map_add(&cells, cell)]++;
	}
	for (size_t i = 0; i < cells.count; i++)
		look_at(p, cells.keys[i], counts[i]);
	arena_free(&scratch);
}

// A sure name is believed when half of the cells look right, any other at four of five.
static bool has_shape(const struct profile *p, enum field_shape shape, unsigned rank)
{
	const size_t parts = rank ? 8 : 5;
	switch (shape) {
	case SHAPE_DATE:
		return p->dates * 10 >= p->filled * parts;
	case SHAPE_MONEY:
		return p->amounts * 10 >= p->filled * parts;
	case SHAPE_YESNO:
		return p->filled && p->yesnos == p->filled;
	case SHAPE_NAMES:
		return !p->filled || p->yesnos < p->filled;
	case SHAPE_WORDS:
		return true;
	}
	return false;
}

// A column called "status" tells the outcome only if its words do.
static bool fits(
	const struct planner *pl, enum deals_field f, size_t column, unsigned rank)
{
	const struct profile *p = &pl->profiles[column];
	if (f == FIELD_OUTCOME && rank > 0 && p->endings * 2 < p->filled)
		return false;
	return has_shape(p, deals_columns[f].shape, rank);
}

static bool same_cells(const struct deals_sample *s, size_t one, size_t other)
{
	for (size_t row = 0; row < s->rows; row++)
		if (!str_eq(cell_of(s, row, one), cell_of(s, row, other)))
			return false;
	return true;
}

static void take(struct planner *pl, enum deals_field f, size_t column)
{
	struct deals_plan *plan = pl->plan;
	pl->used[column] = true;
	if (plan->column[f] < 0)
		plan->column[f] = (int)column;
	if (f == FIELD_VENDORS && plan->vendor_count < COUNT(plan->vendors))
		plan->vendors[plan->vendor_count++] = column;
}

// The line that says which of two columns is meant.
static void ask(struct planner *pl, enum deals_field f, size_t one, size_t other)
{
	const struct deals_column_names *names = &deals_columns[f];
	struct str a = pl->sample->header[one], b = pl->sample->header[other];
	notes_add(pl->notes,
		"'%" PRI_STR "' and '%" PRI_STR
		"' could both be the %s and differ, so neither "
		"is read; say which in candor.yaml: sources: {deals: {columns: {%s: "
		"\"%" PRI_STR "\"}}}",
		ARG_STR(a), ARG_STR(b), names->words, names->name, ARG_STR(a));
}

static void choose(struct planner *pl, enum deals_field f)
{
	const struct deals_sample *s = pl->sample;
	size_t found[FIELD_RANKS] = { 0 }, first[FIELD_RANKS] = { 0 },
	       second[FIELD_RANKS] = { 0 };
	for (size_t c = 0; c < s->columns; c++) {
		unsigned rank = pl->used[c] ? FIELD_RANKS : field_rank(f, s->keys[c]);
		if (rank == FIELD_RANKS || !fits(pl, f, c, rank))
			continue;
		if (f == FIELD_VENDORS) {
			take(pl, f, c);
			continue;
		}
		if (!found[rank])
			first[rank] = c;
		else if (same_cells(s, first[rank], c))
			continue;
		else
			second[rank] = c;
		found[rank]++;
	}
	for (unsigned rank = 0; rank < FIELD_RANKS; rank++) {
		if (found[rank] > 1) {
			ask(pl, f, first[rank], second[rank]);
			pl->used[first[rank]] = pl->used[second[rank]] = true;
			return;
		}
		if (found[rank]) {
			take(pl, f, first[rank]);
			return;
		}
	}
}

static size_t column_named(const struct planner *pl, struct str name)
{
	const struct deals_sample *s = pl->sample;
	for (size_t c = 0; c < s->columns; c++)
		if (str_eq(s->header[c], name))
			return c;
	struct str key = header_key(pl->arena, name);
	for (size_t c = 0; c < s->columns; c++)
		if (key.len && str_eq(s->keys[c], key))
			return c;
	return s->columns;
}

static void say_missing(struct planner *pl, struct str field, struct str column)
{
	struct near near = { .word = column };
	for (size_t c = 0; c < pl->sample->columns; c++)
		near_try(&near, pl->sample->header[c]);
	bool found = near_found(&near);
	notes_add(pl->notes,
		"candor.yaml says the column of '%" PRI_STR "' is '%" PRI_STR
		"', and there is none%s%" PRI_STR "%s",
		ARG_STR(field), ARG_STR(column), found ? "; did you mean '" : "",
		ARG_STR(found ? near.best : S("")), found ? "'?" : "");
}

static void take_said(struct planner *pl)
{
	for (size_t i = 0; pl->rule && i < pl->rule->field_count; i++) {
		struct str name = pl->rule->fields[i];
		enum deals_field f = field_find(header_key(pl->arena, name));
		size_t column = column_named(pl, pl->rule->columns[i]);
		if (f == FIELDS) {
			notes_add(pl->notes,
				"candor.yaml names a column for '%" PRI_STR
				"', which is no field of a deal",
				ARG_STR(name));
			continue;
		}
		if (column == pl->sample->columns)
			say_missing(pl, name, pl->rule->columns[i]);
		else
			take(pl, f, column);
	}
}

// No column has a name that tells the outcome: one whose cells are won and lost does.
static void guess_outcome(struct planner *pl)
{
	static const enum deals_field TELLS[] = { FIELD_STAGE, FIELD_OUTCOME,
		FIELD_IS_WON, FIELD_WON_ON };
	size_t found = 0, column = 0, other = 0;
	for (size_t i = 0; i < COUNT(TELLS); i++)
		if (pl->plan->column[TELLS[i]] >= 0)
			return;
	for (size_t c = 0; c < pl->sample->columns; c++) {
		const struct profile *p = &pl->profiles[c];
		if (pl->used[c] || !p->won || !p->lost || p->endings * 10 < p->filled * 8)
			continue;
		if (found++)
			other = c;
		else
			column = c;
	}
	if (found > 1)
		ask(pl, FIELD_OUTCOME, column, other);
	if (found != 1)
		return;
	take(pl, FIELD_OUTCOME, column);
	notes_add(pl->notes,
		"'%" PRI_STR
		"' is read as the outcome, because its cells say won and lost",
		ARG_STR(pl->sample->header[column]));
}

// Everything else that is not a date, an amount of its own, or written as the deal ends.
static void take_extras(struct planner *pl)
{
	const struct deals_sample *s = pl->sample;
	struct deals_plan *plan = pl->plan;
	for (size_t c = 0; c < s->columns && plan->extra_count < PLAN_EXTRAS_MAX; c++) {
		const struct profile *p = &pl->profiles[c];
		bool dated = p->filled && p->dates * 10 >= p->filled * 8;
		if (pl->used[c] || !s->keys[c].len || dated || field_leaks(s->keys[c]))
			continue;
		plan->extras[plan->extra_count++] = (struct plan_extra){ c, s->header[c],
			s->keys[c], field_is_people(s->keys[c]) };
	}
}

void plan_make(const struct deals_sample *sample, const struct source_rule *rule,
	struct arena *a, struct deals_plan *plan, struct notes *notes)
{
	struct planner pl = { .sample = sample,
		.rule = rule,
		.profiles = ARENA_ARRAY(a, struct profile, sample->columns),
		.used = ARENA_ARRAY(a, bool, sample->columns),
		.arena = a,
		.plan = plan,
		.notes = notes };
	*plan = (struct deals_plan){ 0 };
	for (unsigned f = 0; f < FIELDS; f++)
		plan->column[f] = -1;
	for (size_t c = 0; c < sample->columns; c++)
		look_down(sample, c, &pl.profiles[c]);
	take_said(&pl);
	for (unsigned f = 0; f < FIELDS; f++)
		if (plan->column[f] < 0)
			choose(&pl, (enum deals_field)f);
	guess_outcome(&pl);
	take_extras(&pl);
}

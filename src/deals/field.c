// Which fields there are, and what a person means by one.
#include "deals/grouping.h"

#include <stddef.h>
#include <string.h>

enum column_kind {
	COLUMN_WORDS,
	COLUMN_VENDORS,
	COLUMN_CLOSED,
	COLUMN_CREATED,
	COLUMN_AMOUNT,
};

struct field {
	const char *name;
	const char *noun, *nouns;
	const char *also; // keys of other names, ' ' between
	const char *before;
	enum column_kind kind;
	unsigned traits;
	size_t column; // offset of the words_column in struct deals
};

#define WORDS(member) .column = offsetof(struct deals, member)

static const struct field FIELDS[] = {
	{ "competitor", "competitor", "competitors and alternatives",
		"competitors vendor vendors rival rivals", "Against ", COLUMN_VENDORS, 0,
		0 },
	{ "segment", "segment", "segments", "segments industry sector", "In ",
		COLUMN_WORDS, 0, WORDS(segment) },
	{ "product", "product", "products", "products", "With ", COLUMN_WORDS, 0,
		WORDS(product) },
	{ "origin", "origin", "origins", "source sources leadsource origins channel",
		"From ", COLUMN_WORDS, 0, WORDS(origin) },
	{ "region", "region", "regions", "regions territory country", "In ", COLUMN_WORDS,
		0, WORDS(region) },
	{ "type", "type", "types", "types dealtype", "", COLUMN_WORDS, FIELD_APART,
		WORDS(type) },
	{ "owner", "owner", "owners", "owners rep reps seller sellers salesrep dealowner",
		"", COLUMN_WORDS, FIELD_PEOPLE, WORDS(owner) },
	{ "account", "account", "accounts", "accounts company customer", "With ",
		COLUMN_WORDS, 0, WORDS(account) },
	{ "loss-reason", "loss reason", "loss reasons",
		"lossreason lossreasons reason reasons "
		"lostreason",
		"", COLUMN_WORDS, 0, WORDS(loss_reason) },
	{ "quarter", "quarter", "quarters", "quarters closequarter closedquarter period",
		"In ", COLUMN_CLOSED, FIELD_ORDERED, 0 },
	{ "month", "month", "months", "months closemonth closedmonth", "In ",
		COLUMN_CLOSED, FIELD_ORDERED | FIELD_MONTHS, 0 },
	{ "created-quarter", "quarter of entry", "quarters of entry",
		"createdquarter cohort cohorts", "Of deals entered in ", COLUMN_CREATED,
		FIELD_ORDERED | FIELD_COHORT, 0 },
	{ "created-month", "month of entry", "months of entry", "createdmonth",
		"Of deals entered in ", COLUMN_CREATED,
		FIELD_ORDERED | FIELD_COHORT | FIELD_MONTHS, 0 },
	{ "amount", "amount band", "amount bands",
		"amounts amountband size dealsize band", "At ", COLUMN_AMOUNT,
		FIELD_ORDERED, 0 },
};

static const struct words_column *column_of(const struct deals *d, const struct field *f)
{
	return (const struct words_column *)(const void *)((const char *)d + f->column);
}

static bool is_here(const struct deals *d, const struct field *f)
{
	switch (f->kind) {
	case COLUMN_WORDS:
		return column_of(d, f)->code != NULL;
	case COLUMN_VENDORS:
		return d->has_vendors;
	case COLUMN_CLOSED:
		return d->closed != NULL;
	case COLUMN_CREATED:
		return d->created != NULL;
	case COLUMN_AMOUNT:
		return d->cents != NULL;
	}
	return false;
}

size_t deals_fields(const struct workspace *ws, struct arena *a, struct str **out)
{
	const struct deals *d = &ws->deals;
	size_t count = 0;
	struct str *names = ARENA_ARRAY(a, struct str, COUNT(FIELDS) + d->extra_count);
	for (size_t i = 0; i < COUNT(FIELDS); i++)
		if (is_here(d, &FIELDS[i]))
			names[count++] = str_of(FIELDS[i].name);
	for (size_t i = 0; i < d->extra_count; i++)
		names[count++] = d->extras[i].name;
	*out = names;
	return count;
}

static bool listed(const char *names, struct str key)
{
	struct str rest = str_of(names), one;
	while (str_split(&rest, ' ', &one))
		if (str_eq(one, key))
			return true;
	return false;
}

static const struct field *find_field(struct arena *a, struct str key)
{
	for (size_t i = 0; i < COUNT(FIELDS); i++)
		if (str_eq(header_key(a, str_of(FIELDS[i].name)), key) ||
			listed(FIELDS[i].also, key))
			return &FIELDS[i];
	return NULL;
}

static const struct extra_column *find_extra(
	const struct deals *d, struct arena *a, struct str key)
{
	for (size_t i = 0; i < d->extra_count; i++)
		if (str_eq(header_key(a, d->extras[i].name), key))
			return &d->extras[i];
	return NULL;
}

static bool no_such_field(const struct workspace *ws, struct str name, struct error *err)
{
	struct arena a = { 0 };
	struct buf list = { .max = 240 };
	struct str *fields = NULL;
	struct near near = { .word = name };
	size_t count = deals_fields(ws, &a, &fields);
	for (size_t i = 0; i < count; i++) {
		near_try(&near, fields[i]);
		buf_fmt(&list, "%s%" PRI_STR, i ? ", " : "", ARG_STR(fields[i]));
	}
	if (near_found(&near))
		error_set(err, ERROR_USAGE,
			"the deals have no field '%" PRI_STR "'; did you mean '%" PRI_STR
			"'? They have: %" PRI_STR,
			ARG_STR(name), ARG_STR(near.best), ARG_STR(buf_str(&list)));
	else
		error_set(err, ERROR_USAGE,
			"the deals have no field '%" PRI_STR "'; they have: %" PRI_STR,
			ARG_STR(name), ARG_STR(buf_str(&list)));
	buf_done(&list);
	arena_free(&a);
	return false;
}

static void by_words(const struct workspace *ws, const struct words_column *column,
	struct grouping *out)
{
	out->count = column->words.count + 1;
	out->keys = ARENA_ARRAY(ws->arena, struct str, out->count);
	out->keys[0] = S("(blank)");
	for (size_t i = 1; i < out->count; i++)
		out->keys[i] = utf8_safe(ws->arena, column->words.keys[i - 1], 80);
	out->code = column->code;
	out->counts_only = column->late;
	if (column->late)
		out->refused = S(
			"it is filled on the way to a win, so that it would explain the "
			"win with itself");
}

static void by_vendors(const struct workspace *ws, struct grouping *out)
{
	out->count = ws->vendors.count + 1;
	out->keys = ARENA_ARRAY(ws->arena, struct str, out->count);
	out->keys[0] = S("(none named)");
	for (size_t i = 1; i < out->count; i++)
		out->keys[i] = utf8_safe(ws->arena, ws->vendors.at[i - 1].name, 80);
	out->rule =
		S("A deal counts in the group of each competitor that it names; \"(none "
		  "named)\" are the deals that name nobody.");
}

static void by_field(const struct workspace *ws, const struct field *f,
	struct arena *scratch, struct grouping *out)
{
	const struct deals *d = &ws->deals;
	bool months = (f->traits & FIELD_MONTHS) != 0;
	switch (f->kind) {
	case COLUMN_WORDS:
		by_words(ws, column_of(d, f), out);
		break;
	case COLUMN_VENDORS:
		by_vendors(ws, out);
		break;
	case COLUMN_CLOSED:
		grouping_periods(ws, d->closed, months, scratch, out);
		break;
	case COLUMN_CREATED:
		grouping_periods(ws, d->created, months, scratch, out);
		break;
	case COLUMN_AMOUNT:
		grouping_amounts(ws, scratch, out);
		break;
	}
}

static bool make_one(const struct workspace *ws, struct str name, struct arena *scratch,
	struct grouping *out, struct error *err)
{
	struct str key = header_key(scratch, name);
	const struct field *f = find_field(scratch, key);
	const struct extra_column *extra = find_extra(&ws->deals, scratch, key);
	*out = (struct grouping){ .before = "" };
	if (f && is_here(&ws->deals, f)) {
		out->field = str_of(f->name);
		out->noun = str_of(f->noun);
		out->nouns = str_of(f->nouns);
		out->before = f->before;
		out->traits = f->traits;
		out->kind = !strcmp(f->name, "loss-reason") ? DEALS_REASONS : DEALS_RATES;
		by_field(ws, f, scratch, out);
		return true;
	}
	if (!extra)
		return no_such_field(ws, name, err);
	out->field = extra->name;
	out->noun = utf8_safe(ws->arena, extra->name, 40);
	out->nouns = arena_fmt(ws->arena, "groups by %" PRI_STR, ARG_STR(out->noun));
	out->traits = extra->people ? FIELD_PEOPLE : 0;
	by_words(ws, &extra->words, out);
	return true;
}

// Two fields at once: one group for each pair that some deal has.
static bool make_pair(const struct workspace *ws, struct grouping pair[2],
	struct arena *scratch, struct grouping *out, struct error *err)
{
	const struct deals *d = &ws->deals;
	if (!pair[0].code || !pair[1].code)
		return error_set(err, ERROR_USAGE,
			"competitors stand alone: a deal can name several, and pairs "
			"would count "
			"it more than once");
	struct map keys = { .arena = scratch };
	uint32_t *code = ARENA_ARRAY(scratch, uint32_t, d->count);
	const size_t wide = pair[1].count, cells = pair[0].count * wide;
	const bool dense = cells <= (size_t)1 << 20;
	uint32_t *seen = ARENA_ARRAY(scratch, uint32_t, dense ? cells : 0);
	uint64_t *cell_of = ARENA_ARRAY(scratch, uint64_t, d->count);
	for (size_t i = 0; i < d->count; i++) {
		uint64_t cell = (uint64_t)pair[0].code[i] * wide + pair[1].code[i];
		if (dense && seen[cell]) {
			code[i] = seen[cell] - 1;
			continue;
		}
		struct str key = { (const char *)&cell, sizeof cell };
		code[i] = (uint32_t)map_add(&keys, key);
		cell_of[code[i]] = cell;
		if (dense)
			seen[cell] = code[i] + 1;
	}
	*out = (struct grouping){ .before = "For ", .count = keys.count, .code = code };
	out->keys = ARENA_ARRAY(ws->arena, struct str, keys.count);
	for (size_t i = 0; i < keys.count; i++)
		out->keys[i] = arena_fmt(ws->arena, "%" PRI_STR ", %" PRI_STR,
			ARG_STR(pair[0].keys[cell_of[i] / wide]),
			ARG_STR(pair[1].keys[cell_of[i] % wide]));
	out->field = arena_fmt(ws->arena, "%" PRI_STR ",%" PRI_STR,
		ARG_STR(pair[0].field), ARG_STR(pair[1].field));
	out->noun = arena_fmt(ws->arena, "pair of %" PRI_STR " and %" PRI_STR,
		ARG_STR(pair[0].noun), ARG_STR(pair[1].noun));
	out->nouns = arena_fmt(ws->arena, "pairs of %" PRI_STR " and %" PRI_STR,
		ARG_STR(pair[0].noun), ARG_STR(pair[1].noun));
	out->traits = (pair[0].traits | pair[1].traits) & (FIELD_PEOPLE | FIELD_COHORT);
	out->refused = pair[0].refused.len ? pair[0].refused : pair[1].refused;
	out->counts_only = pair[0].counts_only || pair[1].counts_only;
	return true;
}

bool grouping_make(const struct workspace *ws, struct str field, struct arena *scratch,
	struct grouping *out, struct error *err)
{
	struct str rest = field, name;
	struct grouping pair[2];
	size_t count = 0;
	// A column may have a comma in its name; two fields are tried second.
	if (make_one(ws, field, scratch, out, NULL) || !memchr(field.at, ',', field.len))
		return make_one(ws, field, scratch, out, err);
	while (str_split(&rest, ',', &name)) {
		if (count == 2)
			return error_set(err, ERROR_USAGE, "at most two fields at once");
		if (!make_one(ws, str_trim(name), scratch, &pair[count++], err))
			return false;
	}
	return count == 2 ? make_pair(ws, pair, scratch, out, err)
			  : no_such_field(ws, field, err);
}

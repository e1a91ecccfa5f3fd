// The columns as they will stay: words under one spelling, competitors in one list, one
// currency.
#include <string.h>

#include "model/deals_intake.h"

enum { MERGES_SHOWN = 3, TYPO_WORDS_MAX = 300, TYPO_LENGTH_MIN = 6 };

static void note_same(struct intake *in, const struct intake_words *w,
	const uint32_t *same, const char *column)
{
	size_t merged = 0;
	for (uint32_t code = 1; code <= w->words.map.count; code++) {
		if (same[code] == code || ++merged > MERGES_SHOWN)
			continue;
		notes_add(&in->deals->notes,
			"%s: '%" PRI_STR "' is read as '%" PRI_STR "'", column,
			ARG_STR(words_of(&w->words, code)),
			ARG_STR(words_of(&w->words, same[code])));
	}
	if (merged > MERGES_SHOWN)
		notes_add(&in->deals->notes,
			"%s: %zu more spellings that differ only in case, spaces or "
			"hyphens are "
			"read as one",
			column, merged - MERGES_SHOWN);
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (byte_is_digit(s.at[i]))
			return true;
	return false;
}

// Words one letter apart may be one word; that is not for us to decide.
static void note_typos(
	struct intake *in, const struct intake_words *w, const char *column)
{
	const struct map *map = &w->words.map;
	if (map->count > TYPO_WORDS_MAX)
		return;
	for (size_t i = 0; i < map->count; i++)
		for (size_t j = i + 1; j < map->count; j++) {
			struct str a = map->keys[i], b = map->keys[j];
			if (a.len < TYPO_LENGTH_MIN || b.len < TYPO_LENGTH_MIN ||
				has_digit(a) || has_digit(b) || near_distance(a, b) != 1)
				continue;
			notes_add(&in->deals->notes,
				"%s: '%" PRI_STR "' and '%" PRI_STR
				"' differ by one letter and are kept apart",
				column, ARG_STR(a), ARG_STR(b));
		}
}

static void settle_words(struct intake *in, struct intake_words *w, const char *column,
	struct words_column *out)
{
	const size_t rows = in->deals->count;
	if (!w->code)
		return;
	uint32_t *same = words_same(&w->words, w->code, rows, &in->scratch);
	if (same)
		note_same(in, w, same, column);
	if (same || w->labels)
		words_rebuild(&w->words, w->labels, same, w->code, rows, &in->scratch);
	*out = (struct words_column){ .words = w->words.map, .code = w->code };
}

static void label_stages(struct intake *in)
{
	struct intake_words *w = &in->words[IN_STAGE];
	if (!in->stages.count || !w->code)
		return;
	w->labels = ARENA_ARRAY(&in->scratch, struct str, w->words.map.count);
	for (size_t i = 0; i < w->words.map.count; i++) {
		size_t stage = map_find(&in->stages, w->words.map.keys[i]);
		if (stage != MAP_NONE)
			w->labels[i] = in->stage_entries[stage].label;
	}
}

static void settle_columns(struct intake *in)
{
	struct deals *d = in->deals;
	const struct {
		const char *name;
		struct words_column *out;
		enum intake_column column;
		bool typos;
	} COLUMNS[] = {
		{ "account", &d->account, IN_ACCOUNT, false },
		{ "segment", &d->segment, IN_SEGMENT, true },
		{ "owner", &d->owner, IN_OWNER, false },
		{ "stage", &d->stage, IN_STAGE, false },
		{ "loss reason", &d->loss_reason, IN_LOSS_REASON, false },
		{ "product", &d->product, IN_PRODUCT, true },
		{ "origin", &d->origin, IN_ORIGIN, true },
		{ "type", &d->type, IN_TYPE, true },
		{ "region", &d->region, IN_REGION, true },
	};
	label_stages(in);
	for (size_t i = 0; i < COUNT(COLUMNS); i++) {
		struct intake_words *w = &in->words[COLUMNS[i].column];
		settle_words(in, w, COLUMNS[i].name, COLUMNS[i].out);
		if (w->code && COLUMNS[i].typos)
			note_typos(in, w, COLUMNS[i].name);
	}
}

// Only columns with few words for the number of deals are groups.
static void settle_extras(struct intake *in)
{
	struct deals *d = in->deals;
	d->extras = ARENA_ARRAY(in->arena, struct extra_column, in->extra_count);
	for (size_t i = 0; i < in->extra_count; i++) {
		struct intake_extra *e = &in->extras[i];
		size_t words = e->column.words.map.count;
		if (e->given_up || !words || (words > 20 && words * 4 > d->count))
			continue;
		struct extra_column *out = &d->extras[d->extra_count++];
		out->name = e->name;
		out->people = e->people;
		char name[64] = { 0 };
		memcpy(name, e->name.at, e->name.len < sizeof name ? e->name.len : 63);
		settle_words(in, &e->column, name, &out->words);
	}
}

static void settle_rivals(struct intake *in)
{
	struct deals *d = in->deals;
	if (!in->rivals)
		return;
	size_t total = 0;
	for (size_t i = 0; i < d->count; i++)
		total += in->rival_sets[in->rivals[i]].count;
	d->has_vendors = true;
	d->vendors_from = ARENA_ARRAY(in->arena, uint32_t, d->count + 1);
	d->vendor_list = ARENA_ARRAY(in->arena, uint16_t, total);
	total = 0;
	for (size_t i = 0; i < d->count; i++) {
		const struct rival_set *set = &in->rival_sets[in->rivals[i]];
		d->vendors_from[i] = (uint32_t)total;
		memcpy(d->vendor_list + total, set->at, set->count * sizeof *set->at);
		total += set->count;
	}
	d->vendors_from[d->count] = (uint32_t)total;
	if (in->own_name)
		notes_add(&d->notes,
			"%zu %s ourselves among the competitors; that name is left out",
			in->own_name, plural(in->own_name, "deal names", "deals name"));
}

static bool is_code(struct str s)
{
	return s.len == 3 && byte_is_alpha(s.at[0]) && byte_is_alpha(s.at[1]) &&
	       byte_is_alpha(s.at[2]);
}

static void set_currency(struct deals *d, struct str code)
{
	for (size_t i = 0; i < 3 && is_code(code); i++)
		d->currency[i] = (char)(code.at[i] & ~0x20);
}

// Money of two currencies is not added up: the one most deals have counts.
static void settle_currency(struct intake *in)
{
	struct deals *d = in->deals;
	if (!in->currency) {
		memcpy(d->currency, in->ws->config.currency, sizeof d->currency);
		return;
	}
	size_t uses[UINT8_MAX + 1] = { 0 }, best = 1, other = 0;
	for (size_t i = 0; i < d->count; i++)
		uses[in->currency[i]]++;
	for (size_t c = 1; c <= in->currencies.count; c++)
		best = uses[c] > uses[best] ? c : best;
	set_currency(d, in->currencies.keys[best - 1]);
	for (size_t i = 0; i < d->count; i++)
		if (in->currency[i] && in->currency[i] != best) {
			d->cents[i] = -1;
			other++;
		}
	if (other)
		notes_add(&d->notes,
			"%zu %s not in %s and left out of all sums; export amounts "
			"converted to one "
			"currency",
			other, plural(other, "amount is", "amounts are"), d->currency);
}

void intake_settle(struct intake *in)
{
	settle_columns(in);
	settle_extras(in);
	settle_rivals(in);
	settle_currency(in);
}

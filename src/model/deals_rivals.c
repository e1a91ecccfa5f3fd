// Competitor cells become sets of vendors, one set for all deals that name the same.
#include "model/deals_intake.h"

static uint32_t set_index(struct intake *in, const struct rival_set *set)
{
	struct str key = { (const char *)(const void *)set->at,
		set->count * sizeof *set->at };
	in->rivals_seen.arena = &in->scratch;
	size_t before = in->rivals_seen.count;
	size_t at = map_add(&in->rivals_seen, key);
	if (at == before) {
		in->rival_sets = arena_more(&in->scratch, in->rival_sets, at,
			&in->rival_room, sizeof *in->rival_sets);
		in->rival_sets[at] = *set;
	}
	return (uint32_t)at;
}

static void set_add(struct rival_set *set, uint16_t vendor)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->at[i] == vendor)
			return;
	if (set->count < VENDORS_PER_CELL)
		set->at[set->count++] = vendor;
}

// What one cell names, without ourselves.
struct cell_set {
	uint32_t set;
	bool own;
};

static struct cell_set cell_set(struct intake *in, struct str cell)
{
	uint16_t found[VENDORS_PER_CELL];
	struct rival_set set = { 0 };
	struct vendors *v = &in->ws->vendors;
	size_t count = vendors_in_cell(v, cell, found);
	bool own = false;
	for (size_t i = 0; i < count; i++) {
		bool us = v->at[found[i]].kind == VENDOR_US;
		own |= us;
		if (!us)
			set_add(&set, found[i]);
	}
	return (struct cell_set){ set_index(in, &set), own };
}

static struct cell_set *sets_of_column(
	struct intake *in, const struct intake_words *cells)
{
	size_t words = cells->words.map.count;
	struct cell_set *sets = ARENA_ARRAY(&in->scratch, struct cell_set, words + 1);
	for (size_t code = 1; code <= words; code++)
		sets[code] = cell_set(in, words_of(&cells->words, (uint32_t)code));
	return sets;
}

static uint32_t joined(struct intake *in, uint32_t one, uint32_t other)
{
	if (one == other || !in->rival_sets[other].count)
		return one;
	if (!in->rival_sets[one].count)
		return other;
	struct rival_set set = in->rival_sets[one];
	for (size_t i = 0; i < in->rival_sets[other].count; i++)
		set_add(&set, in->rival_sets[other].at[i]);
	return set_index(in, &set);
}

void intake_rivals_join(struct intake *in, size_t row, size_t other)
{
	in->rivals[row] = joined(in, in->rivals[row], in->rivals[other]);
}

void intake_rivals(struct intake *in)
{
	size_t rows = in->deals->count;
	if (!in->cell_columns)
		return;
	(void)set_index(in, &(struct rival_set){ 0 }); // set 0 names nobody
	in->rivals = ARENA_ARRAY(&in->scratch, uint32_t, rows);
	for (size_t k = 0; k < in->cell_columns; k++) {
		const struct intake_words *cells = &in->cells[k];
		const struct cell_set *sets = sets_of_column(in, cells);
		for (size_t i = 0; i < rows; i++) {
			const struct cell_set *set = &sets[cells->code[i]];
			in->rivals[i] = joined(in, in->rivals[i], set->set);
			in->own_name += set->own;
		}
	}
}

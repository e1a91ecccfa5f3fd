#include "swap/index.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "swap/index_inner.h"

static struct index *index_new(const struct index_plan *plan)
{
	struct index *x = heap_resize(NULL, sizeof *x);
	*x = (struct index){ .plan = *plan, .all = plan->count + plan->context_count };
	x->places = ARENA_ARRAY(&x->arena, struct index_place, x->all + 1);
	x->idf = heap_resize(NULL, FEATURE_BUCKETS * sizeof *x->idf);
	for (size_t code = 2; code < ROW_CODES; code++) {
		const float size = (float)(1 + log((double)(code >> 1)));
		x->code_weight[code] = code & 1 ? -size : size;
	}
	return x;
}

static struct index_segment segment_of(struct arena *a, const struct segment *at)
{
	struct index_segment s = { .at = at };
	const size_t texts = at->head->texts;
	s.number = ARENA_ARRAY(a, uint32_t, texts + 1);
	memset(s.number, 0xFF, texts * sizeof *s.number);
	s.live = ARENA_ARRAY(a, uint32_t, at->head->blocks + 1);
	for (size_t part = 0; part < 2; part++)
		s.lengths[part] = ARENA_ARRAY(a, float, texts + 1);
	return s;
}

// The searched segments that hold a text of this plan; by number on the shelf, where
// each is, or SIZE_MAX.
static size_t *take_segments(struct index *x)
{
	size_t *found = ARENA_ARRAY(&x->arena, size_t, x->shelf.count + 1);
	x->segments = ARENA_ARRAY(&x->arena, struct index_segment, x->shelf.count + 1);
	for (size_t i = 0; i < x->shelf.count; i++) {
		const struct shelved *one = &x->shelf.at[i];
		found[i] = SIZE_MAX;
		if (!one->live || !one->segment.head->searched)
			continue;
		found[i] = x->segment_count;
		x->segments[x->segment_count++] = segment_of(&x->arena, &one->segment);
	}
	return found;
}

static void find_runs(struct index *x, struct index_segment *s)
{
	s->first_run = ARENA_ARRAY(&x->arena, uint32_t, s->at->head->blocks + 1);
	for (uint32_t t = 0; t < s->at->head->texts; t++) {
		const uint32_t number = s->number[t];
		const uint32_t group = number == (uint32_t)NUMBER_NONE
					       ? number
					       : x->plan.texts[number].group;
		if (!s->run_count || s->runs[s->run_count - 1].group != group) {
			s->runs = arena_more(&x->arena, s->runs, s->run_count,
				&s->run_room, sizeof *s->runs);
			s->runs[s->run_count++] = (struct index_run){ t, group };
		}
		s->runs[s->run_count - 1].end = t + 1;
		if (t % SEGMENT_BLOCK == 0)
			s->first_run[t / SEGMENT_BLOCK] = (uint32_t)s->run_count - 1;
	}
}

static void place_texts(struct index *x)
{
	const struct index_part all[2] = { { .count = x->plan.count },
		{ .count = x->plan.context_count } };
	const struct index_part *parts = x->plan.parts ? x->plan.parts : all;
	const size_t part_count = x->plan.parts ? x->plan.part_count : COUNT(all);
	const size_t *found = take_segments(x);
	uint32_t text = 0;
	for (size_t p = 0; p < part_count; p++) {
		const struct shelf_place *place = &x->shelf.places[p];
		for (size_t i = 0; i < parts[p].count; i++, text++) {
			const uint32_t local = place->first + (uint32_t)i;
			x->places[text] =
				(struct index_place){ (uint32_t)place->segment, local };
			if (text >= x->plan.count)
				continue;
			struct index_segment *s = &x->segments[found[place->segment]];
			s->number[local] = text;
			s->live[local >> SEGMENT_BLOCK_BITS]++;
		}
	}
	assert(text == x->all);
	for (size_t i = 0; i < x->segment_count; i++)
		find_runs(x, &x->segments[i]);
}

struct index *index_open(const struct index_plan *plan)
{
	assert(plan->count <= INDEX_TEXTS_MAX);
	struct index *x = index_new(plan);
	shelf_open(plan, &x->arena, &x->shelf);
	place_texts(x);
	index_measure(x);
	return x;
}

void index_close(struct index *x)
{
	if (!x)
		return;
	shelf_close(&x->shelf);
	heap_free(x->idf);
	arena_free(&x->arena);
	heap_free(x);
}

size_t index_texts(const struct index *x)
{
	return x->plan.count;
}

size_t index_groups(const struct index *x)
{
	return x->plan.groups;
}

size_t index_extracted(const struct index *x)
{
	return x->shelf.extracted;
}

uint64_t index_name(const struct index *x)
{
	uint64_t name = x->shelf.name ^ x->plan.made;
	for (size_t i = 0; i < x->plan.count; i++)
		name = (name + x->plan.texts[i].group) * 0x9e3779b97f4a7c15u;
	return name;
}

size_t index_background(const struct index *x)
{
	size_t text = 0, p = 0;
	while (p < x->plan.part_count && text < x->plan.count)
		text += x->plan.parts[p++].count;
	const bool has = p < x->plan.part_count && text == x->plan.count &&
			 x->plan.parts[p].kind == INDEX_BACKGROUND;
	return has ? x->plan.parts[p].count : 0;
}

static struct text_row row_of(const struct index *x, size_t text)
{
	assert(text < x->all);
	const struct index_place *place = &x->places[text];
	return segment_row(&x->shelf.at[place->segment].segment, place->text);
}

uint8_t index_mark_of(const struct index *x, size_t text)
{
	return row_of(x, text).mark;
}

bool index_is_german(const struct index *x, size_t text)
{
	return row_of(x, text).german;
}

const uint64_t *index_notes(const struct index *x, size_t text, size_t *count)
{
	const struct text_row row = row_of(x, text);
	*count = row.note_count;
	return row.notes;
}

// Half for the words and half for the letters, or all for the only one there is.
static void make_even(struct index_query *q)
{
	double squares[2] = { 0 };
	for (size_t i = 0; i < q->count; i++) {
		const double w = (double)q->terms[i].weight;
		squares[bucket_part(q->terms[i].bucket)] += w * w;
	}
	const double share = squares[0] > 0 && squares[1] > 0 ? 0.5 : 1;
	for (size_t i = 0; i < q->count; i++) {
		const size_t part = bucket_part(q->terms[i].bucket);
		q->terms[i].weight *= (float)(share / sqrt(squares[part]));
	}
}

static void add_term(
	const struct index *x, struct index_query *q, uint32_t bucket, uint32_t code)
{
	q->terms[q->count++] =
		(struct index_term){ bucket, x->code_weight[code] * x->idf[bucket] };
}

void index_query_at(
	const struct index *x, size_t text, struct arena *a, struct index_query *out)
{
	const struct text_row row = row_of(x, text);
	*out = (struct index_query){ ARENA_ARRAY(a, struct index_term, row.count + 1),
		0 };
	for (struct row_walk w = row_begin(&row); row_next(&w);)
		add_term(x, out, w.bucket, w.code);
	make_even(out);
}

void index_query_of(
	const struct index *x, struct str text, struct arena *a, struct index_query *out)
{
	struct arena scratch = { 0 };
	struct feature_bag bag = { .arena = &scratch };
	struct mentions names = { .arena = &scratch };
	if (x->plan.names)
		aliases_find(x->plan.names, text, &names);
	features_of(&bag, text, tongue_of(text), names.spans, names.count);
	*out = (struct index_query){ ARENA_ARRAY(a, struct index_term, bag.count + 1),
		0 };
	for (size_t i = 0; i < bag.count; i++)
		add_term(x, out, bag.at[i].bucket, row_code(bag.at[i].count));
	make_even(out);
	arena_free(&scratch);
}

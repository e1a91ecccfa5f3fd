#include "swap/shelf.h"

#include <string.h>

#include "swap/shelf_files.h"

// One part of the plan, on its way to its place.
struct wanted {
	const struct index_text *texts;
	size_t count, kind;
	bool passing, placed;
	struct segment_key key;
};

struct piece {
	size_t part, from; // texts [from, from + SEGMENT_PIECE) of the part
	struct text_rows *rows;
};

struct worker {
	struct arena arena;
	struct feature_bag bag;
	struct mentions names;
};

struct shelving {
	const struct index_plan *plan;
	struct shelf *out;
	struct wanted *parts;
	size_t part_count;
	struct piece *pieces;
	size_t piece_count, piece_room;
	struct worker *workers;
};

static size_t threads_of(const struct index_plan *plan)
{
	return plan->threads ? plan->threads : 1;
}

static void run(struct shelving *s, size_t jobs, work_job *job)
{
	const struct work work = {
		.count = jobs, .threads = threads_of(s->plan), .context = s, .job = job
	};
	(void)work_run(&work); // without a done callback it always finishes
}

static const struct index_text *texts_from(const struct index_plan *plan, size_t text)
{
	const bool ours = text >= plan->count;
	const struct index_text *texts = ours ? plan->context : plan->texts;
	return texts ? texts + (ours ? text - plan->count : text) : NULL;
}

static void take_parts(struct shelving *s, struct arena *a)
{
	const struct index_plan *plan = s->plan;
	const struct index_part all[2] = { { plan->count, INDEX_THEIRS, false },
		{ plan->context_count, INDEX_OURS, false } };
	const struct index_part *parts = plan->parts ? plan->parts : all;
	s->part_count = plan->parts ? plan->part_count : COUNT(all);
	s->parts = ARENA_ARRAY(a, struct wanted, s->part_count + 1);
	size_t text = 0;
	for (size_t p = 0; p < s->part_count; text += parts[p++].count)
		s->parts[p] = (struct wanted){
			.texts = texts_from(plan, text),
			.count = parts[p].count,
			.kind = parts[p].kind,
			.passing = parts[p].passing,
		};
}

/*
 * What the texts of a part are, in 128 bits.  Whoever writes two pages that agree in all
 * of them has one of their own pages searched with the words of the other.
 */
static void name_part(void *context, size_t p, size_t worker)
{
	(void)worker; // every job writes its own part
	const struct shelving *s = context;
	struct wanted *part = &s->parts[p];
	uint64_t *half = part->key.half;
	half[0] = 0x51ed270b9f3a4b1d + part->kind;
	half[1] = 0x2545f4914f6cdd1d + part->count;
	for (size_t i = 0; i < part->count; i++) {
		half[0] = str_hash(part->texts[i].text, half[0]);
		half[1] = str_hash(part->texts[i].text, half[1]);
	}
}

static struct str key_str(const struct segment_key *key)
{
	return (struct str){ (const char *)key->half, sizeof key->half };
}

// Documents with the same texts each have their own place, by which of them they are.
static void tell_apart(struct shelving *s, struct arena *a)
{
	struct map known = { .arena = a };
	uint32_t *times = ARENA_ARRAY(a, uint32_t, s->part_count + 1);
	for (size_t p = 0; p < s->part_count; p++) {
		struct segment_key *key = &s->parts[p].key;
		key->half[1] += times[map_add(&known, key_str(key))]++;
		s->out->name = str_hash(key_str(key), s->out->name);
	}
}

static void place(struct shelving *s, size_t part, size_t segment, uint32_t first)
{
	s->out->places[part] = (struct shelf_place){ segment, first };
	s->out->at[segment].live += s->parts[part].count;
	s->parts[part].placed = true;
}

static void find_known(struct shelving *s, struct arena *a)
{
	struct map wanted = { .arena = a };
	size_t *part_of = ARENA_ARRAY(a, size_t, s->part_count + 1);
	for (size_t p = 0; p < s->part_count; p++)
		part_of[map_add(&wanted, key_str(&s->parts[p].key))] = p;
	for (size_t i = 0; i < s->out->count; i++) {
		const struct segment *segment = &s->out->at[i].segment;
		for (size_t d = 0; d < segment->head->docs; d++) {
			const struct segment_doc *doc = &segment->docs[d];
			const size_t at = map_find(&wanted, key_str(&doc->key));
			if (at == MAP_NONE || s->parts[part_of[at]].placed ||
				s->parts[part_of[at]].count != doc->count)
				continue;
			place(s, part_of[at], i, doc->first);
		}
	}
}

static void read_piece(void *context, size_t i, size_t worker)
{
	const struct shelving *s = context;
	const struct piece *piece = &s->pieces[i];
	const struct wanted *part = &s->parts[piece->part];
	struct worker *w = &s->workers[worker];
	const size_t left = part->count - piece->from;
	w->names.arena = w->bag.arena = &w->arena;
	for (size_t t = 0; t < SEGMENT_PIECE && t < left; t++) {
		const struct str text = part->texts[piece->from + t].text;
		const enum tongue tongue = tongue_of(text);
		w->names.count = 0;
		if (s->plan->names)
			aliases_find(s->plan->names, text, &w->names);
		features_of(&w->bag, text, tongue, w->names.spans, w->names.count);
		struct row_notes notes = { .german = tongue == TONGUE_GERMAN };
		if (s->plan->mark)
			s->plan->mark(
				text, &w->names, (enum index_kind)part->kind, &notes);
		rows_add(piece->rows, &w->bag, &notes);
	}
}

// Where a part comes from: a segment that is merged, or pieces that are to be read.
static struct segment_source source_of(struct shelving *s, size_t p, struct arena *a)
{
	const struct wanted *part = &s->parts[p];
	const struct shelf_place *at = &s->out->places[p];
	struct segment_source source = { .key = part->key, .count = part->count };
	if (part->placed) {
		source.from = &s->out->at[at->segment].segment;
		source.first = at->first;
		return source;
	}
	const size_t pieces = (part->count + SEGMENT_PIECE - 1) / SEGMENT_PIECE;
	struct text_rows *rows = ARENA_ARRAY(a, struct text_rows, pieces + 1);
	source.pieces = rows;
	s->out->extracted += part->count;
	for (size_t i = 0; i < pieces; i++) {
		s->pieces = arena_more(
			a, s->pieces, s->piece_count, &s->piece_room, sizeof *s->pieces);
		s->pieces[s->piece_count++] =
			(struct piece){ p, i * SEGMENT_PIECE, &rows[i] };
	}
	return source;
}

static void forget_pieces(struct shelving *s)
{
	for (size_t i = 0; i < s->piece_count; i++)
		rows_done(s->pieces[i].rows);
	s->pieces = NULL;
	s->piece_count = s->piece_room = 0;
}

// One new segment of these parts.
static void shelve(struct shelving *s, const size_t *parts, size_t count,
	const struct shelf_sort *sort)
{
	struct arena a = { 0 };
	struct segment_source *docs = ARENA_ARRAY(&a, struct segment_source, count);
	for (size_t i = 0; i < count; i++)
		docs[i] = source_of(s, parts[i], &a);
	run(s, s->piece_count, read_piece);
	const struct str bytes = segment_make(
		docs, count, sort->searched, s->plan->made, threads_of(s->plan));
	const size_t segment = shelf_add(
		s->out, bytes, sort->passing ? S("") : s->plan->folder, s->plan->made);
	uint32_t first = 0;
	for (size_t i = 0; i < count; i++) {
		place(s, parts[i], segment, first);
		first += (uint32_t)s->parts[parts[i]].count;
	}
	forget_pieces(s);
	arena_free(&a);
}

static bool is_moving(const struct shelving *s, size_t p, const struct shelf_sort *sort,
	const bool *merging)
{
	const struct wanted *part = &s->parts[p];
	if (!part->count || (part->kind == INDEX_THEIRS) != sort->searched)
		return false;
	return part->placed ? !sort->passing && merging[s->out->places[p].segment]
			    : part->passing == sort->passing;
}

// All parts of one sort that are new or move, in order, SEGMENT_TEXTS texts at a time.
static void shelve_all(struct shelving *s, const struct shelf_sort *sort,
	const bool *merging, struct arena *a)
{
	size_t *parts = ARENA_ARRAY(a, size_t, s->part_count + 1);
	size_t count = 0, texts = 0;
	for (size_t p = 0; p < s->part_count; p++) {
		if (!is_moving(s, p, sort, merging))
			continue;
		parts[count++] = p;
		texts += s->parts[p].count;
		if (texts < SEGMENT_TEXTS)
			continue;
		shelve(s, parts, count, sort);
		count = texts = 0;
	}
	if (count)
		shelve(s, parts, count, sort);
}

static bool anything_new(const struct shelving *s, bool searched)
{
	for (size_t p = 0; p < s->part_count; p++)
		if (s->parts[p].count && !s->parts[p].placed && !s->parts[p].passing &&
			(s->parts[p].kind == INDEX_THEIRS) == searched)
			return true;
	return false;
}

void shelf_open(const struct index_plan *plan, struct arena *a, struct shelf *out)
{
	static const struct shelf_sort SORTS[] = { { true, false }, { false, false },
		{ true, true }, { false, true } };
	struct shelving s = { .plan = plan, .out = out };
	struct arena scratch = { 0 };
	*out = (struct shelf){ .arena = a };
	take_parts(&s, &scratch);
	out->places = ARENA_ARRAY(a, struct shelf_place, s.part_count + 1);
	s.workers = ARENA_ARRAY(&scratch, struct worker, threads_of(plan));
	run(&s, s.part_count, name_part);
	tell_apart(&s, &scratch);
	if (plan->folder.len)
		shelf_load(out, plan->folder, plan->made, plan->whole);
	find_known(&s, &scratch);
	bool *merging = ARENA_ARRAY(&scratch, bool, out->count + 1);
	if (plan->whole)
		for (int searched = 0; searched < 2; searched++)
			shelf_choose(out, searched, anything_new(&s, searched), merging);
	const size_t before = out->count;
	for (size_t i = 0; i < COUNT(SORTS); i++)
		shelve_all(&s, &SORTS[i], merging, &scratch);
	shelf_drop(out, merging, before);
	for (size_t i = 0; i < threads_of(plan); i++)
		arena_free(&s.workers[i].arena);
	arena_free(&scratch);
}

void shelf_close(struct shelf *s)
{
	for (size_t i = 0; i < s->count; i++) {
		file_close(&s->at[i].file);
		heap_free(s->at[i].heap);
	}
	*s = (struct shelf){ 0 };
}

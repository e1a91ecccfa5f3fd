#include "traffic/intake.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "traffic/list.h"

#define X(name) &intake_##name,
const struct web_format *const web_formats[] = { INTAKES(X) NULL };
#undef X

struct date intake_day(int64_t time_ms)
{
	int64_t days = time_ms / 86400000 - (time_ms % 86400000 < 0);
	if (days < -700000 || days > 700000)
		return (struct date){ 0 };
	return (struct date){ (int32_t)days + date_of(1970, 1, 1).days };
}

void intake_remark(
	struct intake *in, const struct intake_file *f, const char *format, ...)
{
	char text[400];
	va_list args;
	va_start(args, format);
	int len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len >= 0)
		notes_add(in->notes, "%" PRI_STR ": %s", ARG_STR(f->source->path), text);
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

// Appends each account once and leaves out `actor`; returns how many there are.
static size_t put_targets(
	struct intake *in, uint32_t actor, const uint32_t *targets, size_t count)
{
	size_t first = in->target_count, kept = 0;
	for (size_t i = 0; i < count; i++) {
		if (targets[i] == actor)
			continue;
		in->targets = arena_more(in->arena, in->targets, in->target_count,
			&in->target_room, sizeof *in->targets);
		in->targets[in->target_count++] = targets[i];
	}
	size_t put = in->target_count - first;
	if (!put)
		return 0;
	uint32_t *at = in->targets + first;
	if (put > 1)
		qsort(at, put, sizeof *at, by_number);
	for (size_t i = 0; i < put; i++)
		if (!kept || at[kept - 1] != at[i])
			at[kept++] = at[i];
	in->target_count =
		first + (kept < INTAKE_TARGETS_KEPT ? kept : INTAKE_TARGETS_KEPT);
	return kept;
}

static bool in_window(const struct intake *in, struct date day)
{
	return day.days >= in->from.days && day.days <= in->to.days;
}

bool intake_keeps(const struct intake *in, struct date day)
{
	const struct date first = date_set(in->earliest) ? in->earliest : in->from;
	return day.days >= first.days && day.days <= in->to.days;
}

static void count_outside(struct intake *in, struct date day)
{
	in->left.outside_window++;
	if (day.days > in->left.newest_outside.days)
		in->left.newest_outside = day;
}

// What lies before the window takes no room from what lies in it.
static bool has_room(struct intake *in, bool inside)
{
	const size_t count = inside ? in->count - in->outside : in->outside;
	const size_t targets = inside ? UINT32_MAX / 2 : UINT32_MAX / 4;
	const bool room = count < INTAKE_EXCHANGES_MAX && in->target_count <= targets;
	in->full |= inside && !room;
	return room;
}

size_t intake_add(
	struct intake *in, struct exchange *x, const uint32_t *targets, size_t count)
{
	if (!date_set(x->day)) {
		in->left.undated++;
		return SIZE_MAX;
	}
	const bool inside = in_window(in, x->day);
	if (!inside)
		count_outside(in, x->day);
	if (!intake_keeps(in, x->day) || !has_room(in, inside))
		return SIZE_MAX;
	in->outside += !inside;
	in->at = arena_more(in->arena, in->at, in->count, &in->room, sizeof *in->at);
	x->weight = x->weight < INTAKE_WEIGHT_MAX ? x->weight : INTAKE_WEIGHT_MAX;
	x->first = (uint32_t)in->target_count;
	x->reached = (uint32_t)put_targets(in, x->actor, targets, count);
	x->count = (uint32_t)in->target_count - x->first;
	in->at[in->count] = *x;
	return in->count++;
}

void intake_reserve(struct intake *in, size_t more)
{
	size_t room = in->count + more;
	if (room <= in->room || room > INTAKE_EXCHANGES_MAX)
		return;
	struct exchange *at = ARENA_ARRAY(in->arena, struct exchange, room);
	uint32_t *targets = ARENA_ARRAY(in->arena, uint32_t, in->target_count + more);
	if (in->count)
		memcpy(at, in->at, in->count * sizeof *at);
	if (in->target_count)
		memcpy(targets, in->targets, in->target_count * sizeof *targets);
	in->at = at;
	in->room = room;
	in->targets = targets;
	in->target_room = in->target_count + more;
}

void intake_target(struct intake *in, struct exchange *x, uint32_t account)
{
	uint32_t all[INTAKE_TARGETS_KEPT + 1];
	uint32_t reached = x->reached;
	if (x->count)
		memcpy(all, in->targets + x->first, x->count * sizeof *all);
	all[x->count] = account;
	size_t count = x->count + 1;
	x->first = (uint32_t)in->target_count;
	x->reached = (uint32_t)put_targets(in, x->actor, all, count);
	x->count = (uint32_t)in->target_count - x->first;
	if (x->reached < reached)
		x->reached = reached;
}

uint64_t mail_id_hash(struct str id)
{
	return ids_mix(str_hash(str_strip(id, "<> \t"), 0), 1);
}

// The kind of a table that ingest took for one of the company's own, if it is both.
static const struct export_kind *look_for_kind(
	const struct source *source, struct str bytes, struct arena *scratch)
{
	struct table *table = NULL;
	struct error err = { 0 };
	if (source->role == ROLE_TRAFFIC)
		return export_find(str_of(source->kind));
	if (source->role != ROLE_TABLE || !source->kind ||
		!strcmp(source->kind, "interactions") ||
		!table_open(source->path, bytes, 0, scratch, &table, &err))
		return NULL;
	return export_recognise(table_info(table)->header, table_info(table)->columns);
}

// Files are passed over twice, but their kind does not change.
static const struct export_kind *kind_of(
	struct intake *in, const struct intake_file *f, struct arena *scratch)
{
	if (!in->kind_known[f->index]) {
		in->kinds[f->index] = look_for_kind(f->source, f->bytes, scratch);
		in->kind_known[f->index] = true;
	}
	return in->kinds[f->index];
}

static bool may_hold(const struct source *source)
{
	return source->state == SOURCE_READ &&
	       (source->role == ROLE_TRAFFIC || source->role == ROLE_TABLE ||
		       source->role == ROLE_MAIL || source->role == ROLE_CALENDAR ||
		       source->role == ROLE_CHAT);
}

// Whether an earlier file has the same content: it would count everything twice.
static const struct source *copy_of(struct intake *in, size_t index)
{
	const struct source *s = &in->ws->sources[index];
	size_t before = in->contents.count;
	if (!s->hash)
		return NULL;
	size_t i = ids_add(&in->contents, ids_mix(s->hash, (uint64_t)s->size));
	if (i == before) {
		in->first_of = arena_more(in->arena, in->first_of, before,
			&in->first_room, sizeof *in->first_of);
		in->first_of[i] = (uint32_t)index;
	}
	return in->first_of[i] == index ? NULL : &in->ws->sources[in->first_of[i]];
}

enum pass { LEARN, READ, READ_WINDOW };

typedef void pass_fn(struct intake *in, void *own, const struct intake_file *f);

// What a format does with the files of a pass; NULL: nothing.
static pass_fn *work_of(const struct web_format *format, enum pass pass)
{
	if (pass == LEARN)
		return format->learn;
	return pass == READ || format->window ? format->read : NULL;
}

static void run_file(struct intake *in, const struct intake_file *f, enum pass pass)
{
	for (size_t i = 0; web_formats[i]; i++) {
		const struct web_format *format = web_formats[i];
		pass_fn *work = work_of(format, pass);
		if (work && format->takes(f->source, f->kind))
			work(in, in->own[i], f);
	}
}

// Whether a file must be opened at all; of a table only its header tells.
static bool is_wanted(const struct intake *in, size_t index, enum pass pass)
{
	const struct source *source = &in->ws->sources[index];
	const struct export_kind *kind =
		source->role == ROLE_TRAFFIC ? export_find(str_of(source->kind)) : NULL;
	if (source->role == ROLE_TABLE && !in->kind_known[index])
		return true;
	if (source->role == ROLE_TABLE)
		kind = in->kinds[index];
	for (size_t i = 0; web_formats[i]; i++)
		if (work_of(web_formats[i], pass) && web_formats[i]->takes(source, kind))
			return true;
	return false;
}

static void open_source(struct intake *in, size_t index, enum pass pass)
{
	struct arena scratch = { 0 };
	struct file file = { 0 };
	struct error err = { 0 };
	struct intake_file f = { .source = &in->ws->sources[index],
		.index = (uint32_t)index };
	const char *path = path_join(&scratch, in->ws->root, f.source->path).at;
	if (file_open(path, INTAKE_FILE_MAX, &file, &err)) {
		f.bytes = file.bytes;
		f.kind = kind_of(in, &f, &scratch);
		run_file(in, &f, pass);
	} else if (pass != LEARN) {
		intake_remark(in, &f, "%s", err.text);
	}
	file_close(&file);
	arena_free(&scratch);
}

static void run_files(struct intake *in, enum pass pass)
{
	for (size_t i = 0; i < in->ws->source_count; i++) {
		const struct source *source = &in->ws->sources[i];
		if (!may_hold(source))
			continue;
		const struct source *copy = copy_of(in, i);
		if (!copy && is_wanted(in, i, pass))
			open_source(in, i, pass);
		else if (!copy)
			continue;
		else if (pass == LEARN)
			notes_add(in->notes,
				"%" PRI_STR " is a copy of %" PRI_STR " and counts once",
				ARG_STR(source->path), ARG_STR(copy->path));
	}
}

void intake_run(struct intake *in)
{
	in->contents.arena = in->arena;
	in->kinds = ARENA_ARRAY(
		in->arena, const struct export_kind *, in->ws->source_count + 1);
	in->dayless = ARENA_ARRAY(in->ws->arena, bool, in->ws->source_count + 1);
	in->kind_known = ARENA_ARRAY(in->arena, bool, in->ws->source_count + 1);
	in->own = ARENA_ARRAY(in->arena, void *, COUNT(web_formats));
	for (size_t i = 0; web_formats[i]; i++)
		in->own[i] = arena_alloc(in->arena, 1, web_formats[i]->own + 1);
	run_files(in, LEARN);
	identity_fix(in->who);
	run_files(in, READ);
	for (size_t i = 0; web_formats[i]; i++)
		if (web_formats[i]->end)
			web_formats[i]->end(in, in->own[i]);
}

void intake_move(struct intake *in, struct notes *notes)
{
	in->to.days = in->from.days - 1;
	in->from = in->earliest;
	in->outside = in->count - in->outside;
	in->notes = notes;
	run_files(in, READ_WINDOW);
	for (size_t i = 0; web_formats[i]; i++)
		if (web_formats[i]->window && web_formats[i]->end)
			web_formats[i]->end(in, in->own[i]);
}

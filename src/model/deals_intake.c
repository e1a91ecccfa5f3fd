// Columns of deals while they grow, cells, and notes about where they came from.
#include "model/deals_intake.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void intake_note(struct intake *in, uint32_t source, const char *format, ...)
{
	char text[700];
	va_list args;
	va_start(args, format);
	int len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len < 0)
		return;
	struct source *s = &in->ws->sources[source];
	s->notes.arena = in->arena;
	notes_add(&s->notes, "%s", text);
	notes_add(&in->deals->notes, "%" PRI_STR ": %s", ARG_STR(s->path), text);
}

struct str intake_trim(struct str cell)
{
	cell = str_trim(cell);
	if (cell.len > 1 && cell.at[0] == '\'' && strchr("=+-@", cell.at[1]))
		cell = str_from(cell, 1);
	return cell;
}

struct str intake_keep(struct intake_table *t, struct str text)
{
	struct str bytes = t->file->file->bytes;
	uintptr_t at = (uintptr_t)text.at, from = (uintptr_t)bytes.at;
	if (text.len && at >= from && at + text.len <= from + bytes.len)
		return text;
	return text.len ? arena_str(t->in->arena, text) : (struct str){ 0 };
}

void intake_remember(struct odd *odd, uint32_t row, struct str cell, struct arena *a)
{
	if (odd->count++)
		return;
	odd->row = row;
	odd->cell = arena_str(a, str_cut(cell, 0, 60));
}

// A stage id means what the stage table says, a word what it says itself.
static enum meaning meaning_of(struct intake *in, struct intake_words *w, struct str word)
{
	if (w == &in->words[IN_LOSS_REASON])
		return outcome_reason(word);
	size_t stage = w == &in->words[IN_STAGE] ? map_find(&in->stages, word) : MAP_NONE;
	return stage == MAP_NONE ? outcome_word(word) : in->stage_entries[stage].meaning;
}

enum meaning intake_meaning(struct intake *in, struct intake_words *w, uint32_t code)
{
	while (w->meanings <= code) {
		w->meaning = arena_more(&in->scratch, w->meaning, w->meanings,
			&w->meaning_room, sizeof *w->meaning);
		struct str word = words_of(&w->words, (uint32_t)w->meanings);
		w->meaning[w->meanings++] =
			word.len ? (uint8_t)meaning_of(in, w, word) : MEANS_UNKNOWN;
	}
	return (enum meaning)w->meaning[code];
}

// The array with room for `room` elements; NULL stays NULL.
static void *widened(struct intake *in, void *array, size_t room, size_t size)
{
	if (!array)
		return NULL;
	void *wide = arena_alloc(in->arena, room, size);
	memcpy(wide, array, in->deals->count * size);
	return wide;
}

void intake_room(struct intake *in, size_t room)
{
	struct deals *d = in->deals;
	if (room <= in->room)
		return;
	if (!in->room) {
		d->source = ARENA_ARRAY(in->arena, uint32_t, room);
		d->row = ARENA_ARRAY(in->arena, uint32_t, room);
		d->id = ARENA_ARRAY(in->arena, struct str, room);
		d->outcome = ARENA_ARRAY(in->arena, uint8_t, room);
		in->room = room;
		return;
	}
	d->source = widened(in, d->source, room, sizeof *d->source);
	d->row = widened(in, d->row, room, sizeof *d->row);
	d->id = widened(in, d->id, room, sizeof *d->id);
	d->outcome = widened(in, d->outcome, room, sizeof *d->outcome);
	d->cents = widened(in, d->cents, room, sizeof *d->cents);
	d->created = widened(in, d->created, room, sizeof *d->created);
	d->closed = widened(in, d->closed, room, sizeof *d->closed);
	d->expected = widened(in, d->expected, room, sizeof *d->expected);
	in->modified = widened(in, in->modified, room, sizeof *in->modified);
	in->currency = widened(in, in->currency, room, sizeof *in->currency);
	for (size_t i = 0; i < IN_COLUMNS; i++)
		in->words[i].code =
			widened(in, in->words[i].code, room, sizeof *in->words[i].code);
	for (size_t i = 0; i < in->cell_columns; i++)
		in->cells[i].code =
			widened(in, in->cells[i].code, room, sizeof *in->cells[i].code);
	for (size_t i = 0; i < in->extra_count; i++)
		in->extras[i].column.code = widened(in, in->extras[i].column.code, room,
			sizeof *in->extras[i].column.code);
	in->room = room;
}

// A column that appears for the first time: earlier rows have nothing in it.
void intake_need_words(struct intake *in, struct intake_words *w)
{
	w->words.map.arena = in->arena;
	if (!w->code)
		w->code = ARENA_ARRAY(in->arena, uint32_t, in->room);
}

void intake_need_days(struct intake *in, struct date **days)
{
	if (!*days)
		*days = ARENA_ARRAY(in->arena, struct date, in->room);
}

void intake_need_cents(struct intake *in)
{
	if (in->deals->cents)
		return;
	in->deals->cents = ARENA_ARRAY(in->arena, int64_t, in->room);
	for (size_t i = 0; i < in->deals->count; i++)
		in->deals->cents[i] = -1;
}

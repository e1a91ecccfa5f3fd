// Deals that stand in several exports, or in several rows of one, become one.
#include <string.h>

#include "model/deals_intake.h"

struct merger {
	struct intake *in;
	size_t across, within; // rows superseded by another file, by their own
	uint32_t older, newer; // sources of the first such pair
};

static void repeat(struct seats *s, size_t first, size_t row)
{
	if (s->repeat_count == s->repeat_room) {
		s->repeat_room = s->repeat_room ? 2 * s->repeat_room : 1024;
		s->repeats = heap_resize(s->repeats, s->repeat_room * sizeof *s->repeats);
	}
	s->repeats[s->repeat_count++] = (struct repeat){ (uint32_t)first, (uint32_t)row };
}

// Where the search for a hash begins: a share of the room, which need not be a power of
// two.
static size_t slot_of(const struct seats *s, uint64_t hash)
{
	return (size_t)((hash & UINT32_MAX) * s->room >> 32);
}

/*
 * Ids are compared only where 32 bits of their hashes agree: the pages of the file that
 * hold the others have been given back.
 */
static void seat(struct seats *s, const struct str *id, size_t row, uint64_t hash)
{
	const uint64_t tag = hash & ~(uint64_t)UINT32_MAX;
	size_t slot = slot_of(s, hash);
	for (; s->at[slot]; slot = slot + 1 == s->room ? 0 : slot + 1) {
		size_t other = (size_t)(s->at[slot] & UINT32_MAX) - 1;
		if ((s->at[slot] & ~(uint64_t)UINT32_MAX) == tag &&
			str_eq(id[other], id[row])) {
			repeat(s, other, row);
			return;
		}
	}
	s->at[slot] = tag | (row + 1);
}

static void seats_flush(struct seats *s, const struct str *id)
{
	for (size_t i = 0; i < s->waiting; i++)
		seat(s, id, s->wait[i].row, s->wait[i].hash);
	s->waiting = 0;
}

void seats_room(struct seats *s, const struct str *id, size_t rows)
{
	const size_t room = rows + rows / 2 + 64;
	if (room <= s->room)
		return;
	struct seats wider = *s;
	wider.room = room;
	wider.at = heap_resize(NULL, room * sizeof *wider.at);
	memset(wider.at, 0, room * sizeof *wider.at);
	for (size_t i = 0; i < s->room; i++) {
		if (!s->at[i])
			continue;
		size_t row = (size_t)(s->at[i] & UINT32_MAX) - 1;
		seat(&wider, id, row, str_hash(id[row], 7));
	}
	heap_free(s->at);
	*s = wider;
}

void seats_take(struct seats *s, const struct str *id, size_t row)
{
	if (!id[row].len)
		return;
	if (row + row / 4 >= s->room)
		seats_room(s, id, 2 * (row + 1));
	uint64_t hash = str_hash(id[row], 7);
	__builtin_prefetch(&s->at[slot_of(s, hash)], 1);
	s->wait[s->waiting++] = (struct seat_waiting){ hash, row };
	if (s->waiting == COUNT(s->wait))
		seats_flush(s, id);
}

void seats_done(struct seats *s)
{
	heap_free(s->at);
	heap_free(s->repeats);
	*s = (struct seats){ 0 };
}

static bool newer(const struct intake *in, size_t a, size_t b)
{
	const struct deals *d = in->deals;
	const struct source *one = &in->ws->sources[d->source[a]];
	const struct source *other = &in->ws->sources[d->source[b]];
	if (in->modified && in->modified[a].days != in->modified[b].days)
		return in->modified[a].days > in->modified[b].days;
	if (d->closed && d->closed[a].days != d->closed[b].days)
		return d->closed[a].days > d->closed[b].days;
	bool dated = !one->date_is_file_time && !other->date_is_file_time;
	if (dated && one->date.days != other->date.days)
		return one->date.days > other->date.days;
	return a > b;
}

// The last of the rows that superseded each other.
static size_t last_of(const struct intake *in, size_t row)
{
	while (in->into[row])
		row = in->into[row] - 1;
	return row;
}

static void supersede(struct merger *m, size_t old, size_t by)
{
	struct intake *in = m->in;
	const uint32_t *source = in->deals->source;
	in->into[old] = (uint32_t)by + 1;
	if (source[old] == source[by]) {
		m->within++;
		return;
	}
	if (!m->across++) {
		m->older = source[old];
		m->newer = source[by];
	}
}

static void keep_rows(void *array, size_t size, const uint32_t *kept, size_t count)
{
	char *at = array;
	for (size_t i = 0; array && i < count; i++)
		memmove(at + i * size, at + (size_t)kept[i] * size, size);
}

static void compact(struct intake *in, const uint32_t *kept, size_t count)
{
	struct deals *d = in->deals;
	keep_rows(d->source, sizeof *d->source, kept, count);
	keep_rows(d->row, sizeof *d->row, kept, count);
	keep_rows(d->id, sizeof *d->id, kept, count);
	keep_rows(d->outcome, sizeof *d->outcome, kept, count);
	keep_rows(d->cents, sizeof *d->cents, kept, count);
	keep_rows(d->created, sizeof *d->created, kept, count);
	keep_rows(d->closed, sizeof *d->closed, kept, count);
	keep_rows(d->expected, sizeof *d->expected, kept, count);
	keep_rows(in->modified, sizeof *in->modified, kept, count);
	keep_rows(in->currency, sizeof *in->currency, kept, count);
	for (size_t i = 0; i < IN_COLUMNS; i++)
		keep_rows(in->words[i].code, sizeof(uint32_t), kept, count);
	for (size_t i = 0; i < in->extra_count; i++)
		keep_rows(in->extras[i].column.code, sizeof(uint32_t), kept, count);
	d->count = count;
}

/*
 * Competitors of all rows of one deal in one file belong to the deal (a report joined
 * with its competitors has a row for each); of superseded files they do not.
 */
static void gather_rivals(struct intake *in)
{
	const struct deals *d = in->deals;
	for (size_t row = 0; row < d->count; row++) {
		if (!in->into[row])
			continue;
		size_t last = last_of(in, row);
		if (d->source[row] == d->source[last])
			intake_rivals_join(in, last, row);
	}
}

static void drop_superseded(struct intake *in)
{
	uint32_t *kept = ARENA_ARRAY(&in->scratch, uint32_t, in->deals->count);
	size_t count = 0;
	for (size_t i = 0; i < in->deals->count; i++) {
		if (in->into[i])
			continue;
		if (in->rivals)
			in->rivals[count] = in->rivals[i];
		kept[count++] = (uint32_t)i;
	}
	compact(in, kept, count);
}

static void report(struct merger *m)
{
	struct intake *in = m->in;
	if (m->across)
		intake_note(in, m->newer,
			"%zu %s in '%" PRI_STR
			"' or another export too; the newest row of "
			"each counts",
			m->across, plural(m->across, "deal stands", "deals stand"),
			ARG_STR(in->ws->sources[m->older].path));
	if (m->within)
		notes_add(&in->deals->notes,
			"%zu %s a deal of the same file; each deal counts once, with the "
			"competitors of all its rows",
			m->within, plural(m->within, "row repeats", "rows repeat"));
}

// Which row of each deal is the newest can be told only once all dates are read.
static void choose_newest(struct merger *m)
{
	struct intake *in = m->in;
	const struct seats *s = &in->seats;
	in->into = ARENA_ARRAY(&in->scratch, uint32_t, in->deals->count);
	for (size_t i = 0; i < s->repeat_count; i++) {
		size_t best = last_of(in, s->repeats[i].first), row = s->repeats[i].row;
		if (newer(in, row, best))
			supersede(m, best, row);
		else
			supersede(m, row, best);
	}
}

void intake_merge(struct intake *in)
{
	struct merger m = { .in = in };
	seats_flush(&in->seats, in->deals->id);
	if (in->seats.repeat_count) {
		choose_newest(&m);
		if (in->rivals)
			gather_rivals(in);
		drop_superseded(in);
		report(&m);
	}
	seats_done(&in->seats);
}

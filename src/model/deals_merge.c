// Deals that stand in several exports, or in several rows of one, become one.
#include <string.h>

#include "model/deals_intake.h"

enum { BATCH = 64 };

// Open addressing over row numbers; 24 bits of the hash stand beside them.
struct seats {
	uint64_t *at; // row + 1 in the low 40 bits, hash above; 0 is free
	size_t mask;
};

#define SEAT_ROW ((UINT64_C(1) << 40) - 1)

struct merger {
	struct intake *in;
	struct seats seats;
	size_t across, within; // rows superseded by another file, by their own
	uint32_t older, newer; // sources of the first such pair
};

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

static void supersede(struct merger *m, size_t old, size_t by)
{
	struct intake *in = m->in;
	const uint32_t *source = in->deals->source;
	if (!in->into)
		in->into = ARENA_ARRAY(&in->scratch, uint32_t, in->deals->count);
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

static void seat(struct merger *m, size_t row, uint64_t hash)
{
	const struct str *id = m->in->deals->id;
	const uint64_t tag = hash & ~SEAT_ROW;
	size_t slot = (size_t)hash & m->seats.mask;
	for (; m->seats.at[slot]; slot = (slot + 1) & m->seats.mask) {
		uint64_t there = m->seats.at[slot];
		size_t other = (size_t)(there & SEAT_ROW) - 1;
		if ((there & ~SEAT_ROW) != tag || !str_eq(id[other], id[row]))
			continue;
		if (newer(m->in, row, other)) {
			supersede(m, other, row);
			m->seats.at[slot] = tag | (row + 1);
		} else {
			supersede(m, row, other);
		}
		return;
	}
	m->seats.at[slot] = tag | (row + 1);
}

// Hashes are taken a batch ahead, so that the seats are in the cache when they are asked.
static void seat_all(struct merger *m)
{
	const struct deals *d = m->in->deals;
	uint64_t hash[BATCH];
	for (size_t from = 0; from < d->count; from += BATCH) {
		size_t n = d->count - from < BATCH ? d->count - from : BATCH;
		for (size_t i = 0; i < n; i++) {
			hash[i] = str_hash(d->id[from + i], 7);
			__builtin_prefetch(&m->seats.at[hash[i] & m->seats.mask], 1);
		}
		for (size_t i = 0; i < n; i++)
			if (d->id[from + i].len)
				seat(m, from + i, hash[i]);
	}
}

// The last of the rows that superseded each other.
static size_t last_of(const struct intake *in, size_t row)
{
	while (in->into[row])
		row = in->into[row] - 1;
	return row;
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
			"%zu deals also stand in '%" PRI_STR
			"' or another export; the newest row "
			"of each counts",
			m->across, ARG_STR(in->ws->sources[m->older].path));
	if (m->within)
		notes_add(&in->deals->notes,
			"%zu rows repeat a deal of the same file; each deal counts once, "
			"with the "
			"competitors of all its rows",
			m->within);
}

void intake_merge(struct intake *in)
{
	struct merger m = { .in = in };
	size_t room = 64;
	while (room < 2 * in->deals->count)
		room *= 2;
	m.seats.mask = room - 1;
	m.seats.at = heap_resize(NULL, room * sizeof *m.seats.at);
	memset(m.seats.at, 0, room * sizeof *m.seats.at);
	seat_all(&m);
	heap_free(m.seats.at);
	if (!in->into)
		return;
	if (in->rivals)
		gather_rivals(in);
	drop_superseded(in);
	report(&m);
}

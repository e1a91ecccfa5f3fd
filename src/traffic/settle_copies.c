// Several files may tell of one exchange; it counts once.
#include <stdlib.h>
#include <string.h>

#include "traffic/settle.h"

// An id, and what is known of it so far.
struct seen {
	uint32_t place;	     // of the exchange that stands for it, among those kept
	uint32_t source;     // the file now counted
	uint32_t here, most; // exchanges in it, and in the file that had most
};

struct copies {
	struct intake *in;
	struct ids ids;
	struct seen *seen;
	size_t room, found;
};

static struct seen *seen_of(struct copies *c, const struct exchange *x, bool *first)
{
	size_t before = c->ids.count, i = ids_add(&c->ids, x->id);
	*first = i == before;
	if (*first) {
		c->seen = arena_more(
			c->ids.arena, c->seen, before, &c->room, sizeof *c->seen);
		c->seen[i] = (struct seen){ .source = UINT32_MAX };
	}
	return &c->seen[i];
}

static int by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static bool has(const struct intake *in, const struct exchange *x, uint32_t account)
{
	return x->count && bsearch(&account, in->targets + x->first, x->count,
				   sizeof account, by_number);
}

// The recipients of two copies of one message: group expansion splits them over rows.
static void unite(struct intake *in, struct exchange *x, const struct exchange *copy)
{
	uint32_t both[2 * INTAKE_TARGETS_KEPT];
	size_t count = x->count;
	if (x->count)
		memcpy(both, in->targets + x->first, x->count * sizeof *both);
	for (uint32_t i = 0; i < copy->count; i++)
		if (!has(in, x, in->targets[copy->first + i]))
			both[count++] = in->targets[copy->first + i];
	uint32_t reached = x->reached > copy->reached ? x->reached : copy->reached;
	x->weight = copy->weight > x->weight ? copy->weight : x->weight;
	x->day = copy->day.days < x->day.days ? copy->day : x->day;
	if (count > x->count) {
		qsort(both, count, sizeof *both, by_number);
		x->count = (uint32_t)(count < INTAKE_TARGETS_KEPT ? count
								  : INTAKE_TARGETS_KEPT);
		x->first = (uint32_t)in->target_count;
		for (uint32_t i = 0; i < x->count; i++) {
			in->targets = arena_more(in->arena, in->targets, in->target_count,
				&in->target_room, sizeof *in->targets);
			in->targets[in->target_count++] = both[i];
		}
	}
	x->reached = reached > count ? reached : (uint32_t)count;
}

// Of equal rows in several files as many count as the file with most of them has.
static bool is_more(struct seen *s, const struct exchange *x)
{
	if (s->source != x->at.source) {
		s->source = x->at.source;
		s->here = 0;
	}
	if (++s->here <= s->most)
		return false;
	s->most = s->here;
	return true;
}

// Rows of one file are never copies of one another.
static bool all_of_one_file(const struct intake *in, const uint32_t *keep, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!in->at[keep[i]].counted ||
			in->at[keep[i]].at.source != in->at[keep[0]].at.source)
			return false;
	return true;
}

// The places of all exchanges of the window.
static size_t find_window(struct intake *in, uint32_t *keep)
{
	size_t count = 0;
	for (size_t i = 0; i < in->count; i++) {
		struct exchange *x = &in->at[i];
		if (x->undated)
			x->day = in->to;
		if (x->day.days >= in->from.days && x->day.days <= in->to.days)
			keep[count++] = (uint32_t)i;
	}
	return count;
}

static size_t take_together(struct copies *c, uint32_t *keep, size_t count)
{
	size_t kept = 0;
	enum { AHEAD = 16 };
	for (size_t i = 0; i < count; i++) {
		const uint32_t place = keep[i];
		const struct exchange *x = &c->in->at[place];
		bool first;
		if (i + AHEAD < count)
			ids_expect(&c->ids, c->in->at[keep[i + AHEAD]].id);
		struct seen *s = seen_of(c, x, &first);
		bool another = x->counted ? is_more(s, x) : first;
		if (another) {
			s->place = place;
			keep[kept++] = place;
			continue;
		}
		if (!x->counted)
			unite(c->in, &c->in->at[s->place], x);
		c->found++;
	}
	return kept;
}

struct order {
	uint64_t unit, id;
	uint32_t place;
};

static int by_unit(const void *a, const void *b)
{
	const struct order *x = a, *y = b;
	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

// Where each day begins among those kept, and one more; nothing lies outside the window.
static uint32_t *days_of(
	const struct intake *in, const uint32_t *keep, size_t kept, struct arena *a)
{
	const size_t days = (size_t)(in->to.days - in->from.days) + 1;
	uint32_t *first = ARENA_ARRAY(a, uint32_t, days + 2);
	for (size_t i = 0; i < kept; i++)
		first[in->at[keep[i]].day.days - in->from.days + 2]++;
	for (size_t d = 0; d < days; d++)
		first[d + 2] += first[d + 1];
	return first + 1; // each entry moves to the end of its day while days are filled
}

// By day first, which leaves small heaps to sort.
static void put_in_order(const struct intake *in, uint32_t *keep, size_t kept)
{
	struct arena scratch = { 0 };
	struct order *order = ARENA_ARRAY(&scratch, struct order, kept);
	uint32_t *next = days_of(in, keep, kept, &scratch);
	for (size_t i = 0; i < kept; i++) {
		const struct exchange *x = &in->at[keep[i]];
		order[next[x->day.days - in->from.days]++] =
			(struct order){ x->unit, x->id, keep[i] };
	}
	for (size_t from = 0, day = 0; from < kept; from = next[day++])
		if (next[day] > from + 1)
			qsort(order + from, next[day] - from, sizeof *order, by_unit);
	for (size_t i = 0; i < kept; i++)
		keep[i] = order[i].place;
	arena_free(&scratch);
}

size_t settle_copies(struct intake *in, uint32_t *keep, size_t *copies)
{
	struct arena scratch = { 0 };
	struct copies c = { .in = in, .ids.arena = &scratch };
	size_t kept = find_window(in, keep);
	if (!all_of_one_file(in, keep, kept)) {
		ids_reserve(&c.ids, kept);
		kept = take_together(&c, keep, kept);
	}
	arena_free(&scratch);
	if (kept)
		put_in_order(in, keep, kept);
	*copies = c.found;
	return kept;
}

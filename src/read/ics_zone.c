#include "read/ics_zone.h"

#include <stdlib.h>

bool ics_offset_read(struct str value, int32_t *seconds)
{
	int64_t n = 0;
	value = str_trim(value);
	bool negative = str_starts(value, S("-"));
	if (negative || str_starts(value, S("+")))
		value = str_from(value, 1);
	if ((value.len != 4 && value.len != 6) || !byte_is_digit(value.at[0]) ||
		!str_to_int(value, &n))
		return false;
	if (value.len == 4)
		n *= 100;
	*seconds = (int32_t)(n / 10000 * 3600 + n / 100 % 100 * 60 + n % 100);
	if (*seconds > 24 * 3600)
		return false;
	if (negative)
		*seconds = -*seconds;
	return true;
}

void ics_zone_onset(struct ics_zone *z, struct ics_onset onset, struct arena *a)
{
	z->at = arena_more(a, z->at, z->count, &z->room, sizeof *z->at);
	z->at[z->count++] = onset;
}

void ics_zone_add(struct ics_zone *z, const struct ics_observance *o, int64_t to,
	struct arena *a, struct ics_effort *effort)
{
	if (!o->start.set || !o->has_from || !o->has_to)
		return;
	struct ics_onset onset = { o->start.wall, o->from, o->to };
	ics_zone_onset(z, onset, a);
	for (size_t i = 0; i < o->date_count; i++) {
		onset.wall = o->dates[i];
		ics_zone_onset(z, onset, a);
	}
	if (!o->has_rule)
		return;
	int64_t at[ICS_ONSETS_MAX];
	struct ics_walls walls = { at, 0, COUNT(at) };
	struct ics_series series = { o->start.wall, o->start.wall, to, INT64_MAX };
	if (o->rule.until.set)
		series.until = o->rule.until.wall + (o->rule.until.utc ? o->from : 0);
	bool cut = effort->cut; // more onsets than we keep say nothing about the meetings
	ics_rule_expand(&o->rule, &series, &walls, effort);
	effort->cut = cut;
	for (size_t i = 0; i < walls.count; i++) {
		onset.wall = walls.at[i];
		ics_zone_onset(z, onset, a);
	}
}

static int by_wall(const void *a, const void *b)
{
	const struct ics_onset *x = a, *y = b;
	if (x->wall != y->wall)
		return x->wall < y->wall ? -1 : 1;
	return (x->to > y->to) - (x->to < y->to);
}

void ics_zone_sort(struct ics_zone *z)
{
	if (z->count)
		qsort(z->at, z->count, sizeof *z->at, by_wall);
}

int64_t ics_zone_utc(const struct ics_zone *z, int64_t wall)
{
	size_t low = 0, high = z->count; // the first onset behind `wall`
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (z->at[middle].wall <= wall)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return wall - (z->count ? z->at[0].from : 0);
	const struct ics_onset *o = &z->at[low - 1];
	bool skipped = wall - o->wall < o->to - o->from;
	return wall - (skipped ? o->from : o->to);
}

int64_t ics_zone_wall(const struct ics_zone *z, int64_t utc)
{
	size_t low = 0, high = z->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (z->at[middle].wall - z->at[middle].from <= utc)
			low = middle + 1;
		else
			high = middle;
	}
	if (!low)
		return utc + (z->count ? z->at[0].from : 0);
	return utc + z->at[low - 1].to;
}

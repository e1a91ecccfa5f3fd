// Events become meetings: series worked out, overrides put in their place.
#include "read/ics_calendar.h"

#include <stdlib.h>

enum {
	EFFORT_ALL = 5 * 1000 * 1000, // of all series of a calendar
	EFFORT_RULE = 200 * 1000,     // of one
	EFFORT_ZONES = 10 * 1000 * 1000,
	DAY_SECONDS = 86400,
};

static const struct ics_zone *find_zone(struct calendar *c, struct str name)
{
	for (size_t i = 0; i < c->file.zone_count; i++)
		if (str_eq(c->file.zones[i].name, name))
			return &c->file.zones[i];
	struct ics_zone *z = ARENA_NEW(c->arena, struct ics_zone);
	if (ics_zone_named(name, c->to, z, c->arena))
		return z;
	c->info.unknown_zones++;
	return NULL;
}

const struct ics_zone *ics_calendar_zone(struct calendar *c, const struct ics_time *t)
{
	struct str name = t->zone.len ? t->zone : c->file.home;
	if (t->day || t->utc || !name.len)
		return NULL;
	size_t known = c->zone_names.count, i = map_add(&c->zone_names, name);
	if (i == known) {
		c->zones = arena_more(
			c->arena, c->zones, known, &c->zone_room, sizeof *c->zones);
		c->zones[i].zone = find_zone(c, name);
	}
	return c->zones[i].zone;
}

int64_t ics_calendar_utc(struct calendar *c, const struct ics_time *t)
{
	const struct ics_zone *z = ics_calendar_zone(c, t);
	return z ? ics_zone_utc(z, t->wall) : t->wall;
}

int64_t ics_calendar_day(struct calendar *c, const struct ics_event *e, int64_t utc)
{
	const struct ics_zone *z = ics_calendar_zone(c, &e->start);
	return ics_day_of(z ? ics_zone_wall(z, utc) : utc);
}

static int64_t length_of(struct calendar *c, const struct ics_event *e)
{
	int64_t least = e->start.day ? DAY_SECONDS : 0, span = e->span;
	if (e->end.set)
		span = ics_calendar_utc(c, &e->end) - ics_calendar_utc(c, &e->start);
	return span > least ? span : least;
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

// EXDATE as two sorted lists: moments, and days for what is written as one.
struct without {
	int64_t *moments, *days;
	size_t moment_count, day_count;
};

static struct without without_of(struct calendar *c, const struct ics_event *e)
{
	struct without w = { .moments = ARENA_ARRAY(c->arena, int64_t, e->without_count),
		.days = ARENA_ARRAY(c->arena, int64_t, e->without_count) };
	for (size_t i = 0; i < e->without_count; i++) {
		const struct ics_time *t = &e->without[i].time;
		if (t->day || e->start.day)
			w.days[w.day_count++] = ics_day_of(t->wall);
		else
			w.moments[w.moment_count++] = ics_calendar_utc(c, t);
	}
	qsort(w.moments, w.moment_count, sizeof *w.moments, by_number);
	qsort(w.days, w.day_count, sizeof *w.days, by_number);
	return w;
}

static bool is_without(struct calendar *c, const struct ics_event *e,
	const struct without *w, int64_t utc)
{
	if (bsearch(&utc, w->moments, w->moment_count, sizeof utc, by_number))
		return true;
	if (!w->day_count)
		return false;
	int64_t day = ics_calendar_day(c, e, utc);
	return bsearch(&day, w->days, w->day_count, sizeof day, by_number) != NULL;
}

static void add_start(struct calendar *c, int64_t utc, int64_t span)
{
	c->starts = arena_more(
		c->arena, c->starts, c->start_count, &c->start_room, sizeof *c->starts);
	c->starts[c->start_count++] = (struct start){ utc, span };
}

static void add_series(
	struct calendar *c, const struct ics_event *e, const struct ics_rule *r)
{
	const struct ics_zone *z = ics_calendar_zone(c, &e->start);
	struct ics_walls walls = { c->walls, 0, COUNT(c->walls) };
	// A day more on both sides, because the window is in UTC and walls are not.
	struct ics_series series = { e->start.wall, c->from - DAY_SECONDS,
		c->to + DAY_SECONDS, INT64_MAX };
	if (r->until.set && r->until.utc && z)
		series.until = ics_zone_wall(z, r->until.wall);
	else if (r->until.set)
		series.until = r->until.wall + (r->until.day ? DAY_SECONDS - 1 : 0);
	uint64_t most = c->effort.left < EFFORT_RULE ? c->effort.left : EFFORT_RULE;
	struct ics_effort effort = { .left = most };
	ics_rule_expand(r, &series, &walls, &effort);
	c->effort.left -= most - effort.left;
	c->info.cut |= effort.cut;
	for (size_t i = 0; i < walls.count; i++)
		add_start(c, z ? ics_zone_utc(z, walls.at[i]) : walls.at[i], -1);
}

static void add_date(struct calendar *c, const struct ics_date *d)
{
	int64_t utc = ics_calendar_utc(c, &d->time), span = d->span;
	if (d->end.set)
		span = ics_calendar_utc(c, &d->end) - utc;
	add_start(c, utc, span > 0 ? span : -1);
}

static int by_start(const void *a, const void *b)
{
	const struct start *x = a, *y = b;
	if (x->utc != y->utc)
		return x->utc < y->utc ? -1 : 1;
	return (y->span > x->span) - (y->span < x->span); // one with its own length first
}

static void add_instance(struct calendar *c, const struct ics_event *e, struct start s,
	int64_t length, bool repeats)
{
	if (s.utc < c->from || s.utc >= c->to)
		return;
	if (c->count == MEETINGS_MAX) {
		c->info.cut = true;
		return;
	}
	if (ics_version_seen(c, e, s.utc))
		return;
	c->at = arena_more(c->arena, c->at, c->count, &c->room, sizeof *c->at);
	c->at[c->count++] = (struct instance){ e, s.utc,
		s.utc + (s.span >= 0 ? s.span : length), repeats };
}

static void expand(struct calendar *c, const struct ics_event *e)
{
	c->start_count = 0;
	add_start(c, ics_calendar_utc(c, &e->start), -1);
	for (size_t i = 0; i < e->rule_count; i++)
		add_series(c, e, e->rules[i]);
	for (size_t i = 0; i < e->date_count; i++)
		add_date(c, &e->dates[i]);
	qsort(c->starts, c->start_count, sizeof *c->starts, by_start);
	struct without without = without_of(c, e);
	int64_t length = length_of(c, e);
	bool repeats = e->rule_count || e->date_count;
	for (size_t i = 0; i < c->start_count && c->count < MEETINGS_MAX; i++) {
		struct start s = c->starts[i];
		if (i && s.utc == c->starts[i - 1].utc)
			continue;
		if (!is_without(c, e, &without, s.utc) &&
			!ics_version_replaced(c, e, s.utc))
			add_instance(c, e, s, length, repeats);
	}
}

static int by_time(const void *a, const void *b)
{
	const struct instance *x = a, *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	int order = str_cmp(x->event->uid, y->event->uid);
	return order ? order
		     : (x->event->line > y->event->line) -
			       (x->event->line < y->event->line);
}

static void work_out(struct calendar *c)
{
	for (size_t i = 0; i < c->file.event_count; i++)
		if (c->file.events[i].uid.len)
			ics_version_note(c, &c->file.events[i]);
	for (size_t i = 0; i < c->file.event_count; i++) {
		const struct ics_event *e = &c->file.events[i];
		c->info.undated += !e->start.set;
		if (!e->start.set || ics_version_stale(c, e))
			continue;
		struct start only = { ics_calendar_utc(c, &e->start), -1 };
		if (e->replaces.set)
			add_instance(c, e, only, length_of(c, e), true);
		else
			expand(c, e);
	}
	if (c->count)
		qsort(c->at, c->count, sizeof *c->at, by_time);
}

static int64_t seconds_of(int64_t ms)
{
	const int64_t least = ics_wall_of(date_of(1900, 1, 1)),
		      most = ics_wall_of(date_of(2200, 1, 1));
	int64_t seconds =
		ms / 1000 + (ms % 1000 > 0); // the first whole one not before it
	return seconds < least ? least : seconds > most ? most : seconds;
}

bool calendar_open(struct str bytes, int64_t from_ms, int64_t to_ms, struct arena *a,
	struct calendar **out, struct error *err)
{
	struct calendar *c = ARENA_NEW(a, struct calendar);
	*c = (struct calendar){ .arena = a,
		.from = seconds_of(from_ms),
		.to = seconds_of(to_ms),
		.effort.left = EFFORT_ALL,
		.zone_names.arena = a,
		.uids.arena = a,
		.replaced.arena = a,
		.seen.arena = a };
	struct ics_effort zones = { .left = EFFORT_ZONES };
	if (!ics_file_read(&c->file, bytes, c->to, a, &zones, err))
		return false;
	c->info.events = c->file.event_count;
	work_out(c);
	*out = c;
	return true;
}

const struct calendar_info *calendar_info(const struct calendar *c)
{
	return &c->info;
}

bool meeting_next(struct calendar *c, struct meeting *m)
{
	if (c->next == c->count)
		return false;
	const struct instance *i = &c->at[c->next++];
	const struct ics_event *e = i->event;
	*m = (struct meeting){
		.uid = e->uid,
		.organizer = e->organizer,
		.attendees = e->attendees,
		.attendee_count = e->attendee_count,
		.start_ms = i->start * 1000,
		.end_ms = i->end * 1000,
		.all_day = e->start.day || e->all_day,
		.transparent = e->transparent,
		.closed = e->closed,
		.repeats = i->repeats,
		.line = e->line,
	};
	return true;
}

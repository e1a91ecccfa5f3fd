// Several events with one UID: versions, overrides, copies.
#include <stdio.h>

#include "read/ics_calendar.h"

// A name for one instance of one event; borrowed until the next one.
static struct str key_of(struct calendar *c, struct str uid, char kind, int64_t n)
{
	int len = snprintf(c->key, sizeof c->key, "%c%lld %" PRI_STR, kind, (long long)n,
		ARG_STR(uid));
	return (struct str){ c->key, (size_t)len };
}

static void note_version(struct calendar *c, const struct ics_event *e)
{
	size_t known = c->uids.count, i = map_add(&c->uids, e->uid);
	c->versions = arena_more(
		c->arena, c->versions, i, &c->version_room, sizeof *c->versions);
	struct version *v = &c->versions[i];
	if (i == known || e->sequence > v->sequence)
		*v = (struct version){ e->sequence, false };
	v->cancelled |= e->cancelled && e->sequence == v->sequence;
}

// Remembers an override; of two for one instance the newer counts, then the later.
static void note_override(struct calendar *c, const struct ics_event *e, struct str key)
{
	size_t known = c->replaced.count, i = map_add(&c->replaced, key);
	c->overrides = arena_more(
		c->arena, c->overrides, i, &c->override_room, sizeof *c->overrides);
	if (i == known || c->overrides[i].event->sequence <= e->sequence)
		c->overrides[i].event = e;
}

void ics_version_note(struct calendar *c, const struct ics_event *e)
{
	if (!e->replaces.set) {
		note_version(c, e);
		return;
	}
	int64_t day = ics_day_of(e->replaces.wall);
	note_override(c, e, key_of(c, e->uid, 'd', day));
	if (!e->replaces.day)
		note_override(
			c, e, key_of(c, e->uid, 't', ics_calendar_utc(c, &e->replaces)));
}

static const struct ics_event *override_at(struct calendar *c, struct str key)
{
	size_t i = map_find(&c->replaced, key);
	return i == MAP_NONE ? NULL : c->overrides[i].event;
}

bool ics_version_replaced(struct calendar *c, const struct ics_event *e, int64_t utc)
{
	if (!c->replaced.count)
		return false;
	const struct ics_event *by_day =
		override_at(c, key_of(c, e->uid, 'd', ics_calendar_day(c, e, utc)));
	if (by_day && (by_day->replaces.day || e->start.day))
		return true;
	return override_at(c, key_of(c, e->uid, 't', utc)) != NULL;
}

// Of two overrides for one instance only one counts.
static bool is_newest(struct calendar *c, const struct ics_event *e)
{
	int64_t day = ics_day_of(e->replaces.wall);
	struct str key = e->replaces.day ? key_of(c, e->uid, 'd', day)
					 : key_of(c, e->uid, 't',
						   ics_calendar_utc(c, &e->replaces));
	return override_at(c, key) == e;
}

bool ics_version_stale(struct calendar *c, const struct ics_event *e)
{
	size_t i = e->uid.len ? map_find(&c->uids, e->uid) : MAP_NONE;
	if (e->cancelled || !e->uid.len)
		return e->cancelled;
	if (i == MAP_NONE) // overrides of a series that is not in the file
		return !is_newest(c, e);
	const struct version *v = &c->versions[i];
	if (e->replaces.set)
		return (v->cancelled && e->sequence <= v->sequence) || !is_newest(c, e);
	return v->cancelled || e->sequence < v->sequence;
}

bool ics_version_seen(struct calendar *c, const struct ics_event *e, int64_t utc)
{
	size_t known = c->seen.count;
	return e->uid.len && map_add(&c->seen, key_of(c, e->uid, 's', utc)) != known;
}

// Calendars: meetings of the window, each once, whoever's calendar they stand in.
#include <stdlib.h>

#include "traffic/channel.h"
#include "traffic/list.h"

enum { INVITED_MAX = 80 }; // of one meeting, those who declined among them

struct guest {
	uint32_t account;
	double comes; // 1 yes, .5 perhaps, 0 no
};

// One copy of a meeting, as one calendar has it.
struct met {
	uint64_t id, series;
	struct date day;
	double hours;
	struct guest *guests;
	size_t count;
	struct at at;
};

struct calendars {
	struct met *at;
	size_t count, room;
};

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)kind;
	return source->role == ROLE_CALENDAR;
}

static double comes(enum answer answer)
{
	const double PERHAPS = 0.5;
	switch (answer) {
	case ANSWER_ACCEPTED:
		return 1;
	case ANSWER_DECLINED:
		return 0;
	case ANSWER_NONE:
	case ANSWER_TENTATIVE:
		break;
	}
	return PERHAPS;
}

static void put_guest(struct met *met, uint32_t account, double comes)
{
	for (size_t i = 0; i < met->count; i++)
		if (met->guests[i].account == account) {
			if (comes > met->guests[i].comes)
				met->guests[i].comes = comes;
			return;
		}
	met->guests[met->count++] = (struct guest){ account, comes };
}

static void read_meeting(
	struct intake *in, struct calendars *c, const struct meeting *m, uint32_t source)
{
	const double HOUR_MS = 3600000, DAY_HOURS = 24;
	if (m->closed || m->all_day || m->transparent) {
		in->left.closed += m->closed;
		return;
	}
	if (m->attendee_count > INVITED_MAX) {
		in->left.too_large++;
		return;
	}
	c->at = arena_more(in->arena, c->at, c->count, &c->room, sizeof *c->at);
	struct met *met = &c->at[c->count];
	double hours = (double)(m->end_ms - m->start_ms) / HOUR_MS;
	*met = (struct met){ .series = str_hash(m->uid, 0),
		.day = intake_day(m->start_ms),
		.hours = hours < DAY_HOURS ? hours : DAY_HOURS,
		.at = { source, m->line } };
	met->id = ids_mix(met->series, (uint64_t)m->start_ms);
	met->guests = ARENA_ARRAY(in->arena, struct guest, m->attendee_count + 1);
	if (m->organizer.len)
		put_guest(met, identity_account(in->who, m->organizer), 1);
	for (size_t i = 0; i < m->attendee_count; i++)
		put_guest(met, identity_account(in->who, m->attendees[i].address),
			comes(m->attendees[i].answer));
	c->count += met->count > 1;
}

static void note_odd(
	struct intake *in, const struct intake_file *f, const struct calendar_info *info)
{
	if (info->cut)
		intake_remark(in, f,
			"holds more than %d meetings in the window; the rest is left out",
			MEETINGS_MAX);
	if (info->unknown_zones)
		intake_remark(in, f,
			"%zu time zone%s that nobody here knows, read as UTC",
			info->unknown_zones, info->unknown_zones == 1 ? "" : "s");
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	struct arena scratch = { 0 };
	struct calendar *calendar = NULL;
	struct meeting m;
	struct error err = { 0 };
	const int64_t DAY_MS = 86400000;
	int64_t from = (in->from.days - date_of(1970, 1, 1).days) * DAY_MS;
	int64_t to = (in->to.days + 1 - date_of(1970, 1, 1).days) * DAY_MS;
	if (calendar_open(f->bytes, from, to, &scratch, &calendar, &err)) {
		while (meeting_next(calendar, &m))
			read_meeting(in, own, &m, f->index);
		note_odd(in, f, calendar_info(calendar));
	} else {
		intake_remark(in, f, "%s", err.text);
	}
	arena_free(&scratch);
}

static int by_id(const void *a, const void *b)
{
	const struct met *x = a, *y = b;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->at.source != y->at.source)
		return x->at.source < y->at.source ? -1 : 1;
	return (x->at.row > y->at.row) - (x->at.row < y->at.row);
}

// Those of the guests who said yes, or who may come, as targets of one who was there.
static void add_half(struct intake *in, const struct met *met, const struct guest *actor,
	bool sure, uint32_t reached)
{
	uint32_t to[MEETING_PEOPLE_MAX];
	size_t count = 0;
	double weight = met->hours * actor->comes * (sure ? 1 : 0.5);
	for (size_t i = 0; i < met->count; i++)
		if ((met->guests[i].comes >= 1) == sure && &met->guests[i] != actor)
			to[count++] = met->guests[i].account;
	struct exchange x = { .day = met->day,
		.channel = CHANNEL_MEETING,
		.actor = actor->account,
		.unit = met->series,
		.id = ids_mix(
			ids_mix(met->id, identity_hash(in->who, actor->account)), sure),
		.at = met->at,
		.weight = weight };
	size_t place = count ? intake_add(in, &x, to, count) : SIZE_MAX;
	if (place != SIZE_MAX)
		in->at[place].reached = reached;
}

static void add_met(struct intake *in, struct met *met)
{
	size_t kept = 0;
	for (size_t i = 0; i < met->count; i++)
		if (met->guests[i].comes > 0)
			met->guests[kept++] = met->guests[i];
	met->count = kept;
	if (kept > MEETING_PEOPLE_MAX || kept < 2) {
		in->left.too_large++;
		return;
	}
	for (size_t i = 0; i < kept; i++) {
		add_half(in, met, &met->guests[i], true, (uint32_t)kept - 1);
		add_half(in, met, &met->guests[i], false, (uint32_t)kept - 1);
	}
}

// Copies of one meeting stand behind each other: their guests together are its guests.
static size_t unite(struct intake *in, struct calendars *c, size_t first)
{
	struct met *met = &c->at[first];
	size_t next = first + 1, room = met->count;
	while (next < c->count && c->at[next].id == met->id)
		room += c->at[next++].count;
	struct guest *all = ARENA_ARRAY(in->arena, struct guest, room);
	struct met whole = *met;
	whole.guests = all;
	whole.count = 0;
	for (size_t i = first; i < next; i++) {
		if (c->at[i].hours > whole.hours)
			whole.hours = c->at[i].hours;
		for (size_t k = 0; k < c->at[i].count; k++)
			put_guest(&whole, c->at[i].guests[k].account,
				c->at[i].guests[k].comes);
	}
	in->copies += next - first - 1;
	add_met(in, &whole);
	return next;
}

static void end(struct intake *in, void *own)
{
	struct calendars *c = own;
	if (c->count)
		qsort(c->at, c->count, sizeof *c->at, by_id);
	for (size_t i = 0; i < c->count;)
		i = unite(in, c, i);
	c->count = 0; // another window begins anew
}

const struct web_format intake_calendar = {
	.name = "calendar",
	.own = sizeof(struct calendars),
	.takes = takes,
	.read = read,
	.end = end,
	.window = true,
};

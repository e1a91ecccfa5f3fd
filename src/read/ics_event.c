#include "read/ics_event.h"

#include "read/ics_lines.h"

enum {
	DEPTH_MAX = 16,
	ZONES_MAX = 500,
	TEXT_MAX = 1000
}; // keys of instances have room for it

enum part { PART_OTHER, PART_CALENDAR, PART_EVENT, PART_ZONE, PART_OBSERVANCE };

struct reading {
	struct ics_file *file;
	struct arena *arena;
	enum part parts[DEPTH_MAX];
	size_t depth; // may pass DEPTH_MAX: what is deeper is nothing to us
	struct ics_event *event;
	struct ics_zone zone;
	struct ics_observance observance;
	struct ics_effort *effort;
	int64_t to;
	bool cancels; // METHOD:CANCEL
	bool seen;    // a calendar or an event
};

static struct str lower(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.len + 1, 1);
	for (size_t i = 0; i < s.len; i++)
		out[i] = byte_lower(s.at[i]);
	return (struct str){ out, s.len };
}

static struct ics_time time_of(struct reading *r, const struct ics_line *l)
{
	struct ics_time t;
	struct str zone = str_cut(ics_param(l, S("TZID")), 0, TEXT_MAX);
	if (!ics_time_read(l->value, arena_str(r->arena, zone), &t))
		return (struct ics_time){ 0 };
	return t;
}

// "20231125T090000Z/20231125T123000Z" or ".../PT3H30M" or a single time.
static bool read_date(struct str value, struct str zone, struct ics_date *d)
{
	size_t slash = str_find_byte(value, '/', 0);
	struct str end = slash == STR_NONE ? S("") : str_from(value, slash + 1);
	*d = (struct ics_date){ .span = -1 };
	if (!ics_time_read(str_cut(value, 0, slash), zone, &d->time))
		return false;
	if (end.len && !ics_span_read(end, &d->span) &&
		!ics_time_read(end, zone, &d->end))
		return false;
	return true;
}

static void add_dates(struct reading *r, const struct ics_line *l, struct ics_date **at,
	size_t *count, size_t *room)
{
	struct str list = l->value, value;
	struct str zone =
		arena_str(r->arena, str_cut(ics_param(l, S("TZID")), 0, TEXT_MAX));
	struct ics_date d;
	while (*count < ICS_DATES_MAX && str_split(&list, ',', &value)) {
		if (!read_date(value, zone, &d))
			continue;
		*at = arena_more(r->arena, *at, *count, room, sizeof **at);
		(*at)[(*count)++] = d;
	}
}

static enum answer answer_of(struct str status)
{
	static const struct {
		struct str name;
		enum answer answer;
	} ANSWERS[] = { { STR_INIT("ACCEPTED"), ANSWER_ACCEPTED },
		{ STR_INIT("TENTATIVE"), ANSWER_TENTATIVE },
		{ STR_INIT("DECLINED"), ANSWER_DECLINED } };
	for (size_t i = 0; i < COUNT(ANSWERS); i++)
		if (str_eq_nocase(status, ANSWERS[i].name))
			return ANSWERS[i].answer;
	return ANSWER_NONE;
}

static void add_attendee(struct reading *r, const struct ics_line *l)
{
	struct ics_event *e = r->event;
	struct str kind = ics_param(l, S("CUTYPE")), role = ics_param(l, S("ROLE"));
	struct str address = lower(r->arena, ics_address(l));
	if (!address.len || str_eq_nocase(kind, S("ROOM")) ||
		str_eq_nocase(kind, S("RESOURCE")) ||
		e->attendee_count == CALENDAR_ATTENDEES_MAX)
		return;
	for (size_t i = 0; i < e->attendee_count; i++)
		if (str_eq(e->attendees[i].address, address))
			return;
	e->attendees = arena_more(r->arena, e->attendees, e->attendee_count,
		&e->attendee_room, sizeof *e->attendees);
	e->attendees[e->attendee_count++] = (struct attendee){
		.address = address,
		.answer = answer_of(ics_param(l, S("PARTSTAT"))),
		.optional = str_eq_nocase(role, S("OPT-PARTICIPANT")) ||
			    str_eq_nocase(role, S("NON-PARTICIPANT")),
	};
}

static void add_rule(struct reading *r, struct str value)
{
	struct ics_event *e = r->event;
	struct ics_rule rule;
	if (e->rule_count == ICS_RULES_MAX || !ics_rule_read(value, &rule))
		return;
	e->rules[e->rule_count] = ARENA_NEW(r->arena, struct ics_rule);
	*e->rules[e->rule_count++] = rule;
}

static void take_span(struct reading *r, const struct ics_line *l)
{
	int64_t seconds = 0;
	if (ics_span_read(l->value, &seconds) && seconds >= 0)
		r->event->span = seconds;
}

static bool is(const struct ics_line *l, const char *name)
{
	return str_eq_nocase(l->name, str_of(name));
}

// When an event is.
static bool take_time(struct reading *r, const struct ics_line *l)
{
	struct ics_event *e = r->event;
	if (is(l, "DTSTART"))
		e->start = time_of(r, l);
	else if (is(l, "DTEND"))
		e->end = time_of(r, l);
	else if (is(l, "DURATION"))
		take_span(r, l);
	else if (is(l, "RRULE"))
		add_rule(r, l->value);
	else if (is(l, "RDATE"))
		add_dates(r, l, &e->dates, &e->date_count, &e->date_room);
	else if (is(l, "EXDATE"))
		add_dates(r, l, &e->without, &e->without_count, &e->without_room);
	else if (is(l, "RECURRENCE-ID"))
		e->replaces = time_of(r, l);
	else
		return false;
	return true;
}

static void take_event(struct reading *r, const struct ics_line *l)
{
	struct ics_event *e = r->event;
	if (take_time(r, l))
		return;
	if (is(l, "UID"))
		e->uid = arena_str(r->arena, str_cut(str_trim(l->value), 0, TEXT_MAX));
	else if (is(l, "ORGANIZER"))
		e->organizer = lower(r->arena, ics_address(l));
	else if (is(l, "ATTENDEE"))
		add_attendee(r, l);
	else if (is(l, "TRANSP"))
		e->transparent = str_eq_nocase(str_trim(l->value), S("TRANSPARENT"));
	else if (is(l, "STATUS"))
		e->cancelled |= str_eq_nocase(str_trim(l->value), S("CANCELLED"));
	else if (is(l, "CLASS"))
		e->closed = !str_eq_nocase(str_trim(l->value), S("PUBLIC"));
	else if (is(l, "SEQUENCE"))
		(void)str_to_int(l->value, &e->sequence); // 0 when it is no number
	else if (is(l, "X-MICROSOFT-CDO-ALLDAYEVENT"))
		e->all_day = str_eq_nocase(str_trim(l->value), S("TRUE"));
}

static void add_onset_dates(struct ics_observance *o, struct str list)
{
	struct str value;
	struct ics_time t;
	while (o->date_count < ICS_OBSERVANCE_DATES_MAX && str_split(&list, ',', &value))
		if (ics_time_read(value, S(""), &t))
			o->dates[o->date_count++] = t.wall;
}

static void take_observance(struct reading *r, const struct ics_line *l)
{
	struct ics_observance *o = &r->observance;
	if (is(l, "DTSTART"))
		o->start = time_of(r, l);
	else if (is(l, "TZOFFSETFROM"))
		o->has_from = ics_offset_read(l->value, &o->from);
	else if (is(l, "TZOFFSETTO"))
		o->has_to = ics_offset_read(l->value, &o->to);
	else if (is(l, "RRULE"))
		o->has_rule = ics_rule_read(l->value, &o->rule);
	else if (is(l, "RDATE"))
		add_onset_dates(o, l->value);
}

static void take_calendar(struct reading *r, const struct ics_line *l)
{
	if (is(l, "METHOD"))
		r->cancels = str_eq_nocase(str_trim(l->value), S("CANCEL"));
	else if (is(l, "X-WR-TIMEZONE") && !r->file->home.len)
		r->file->home =
			arena_str(r->arena, str_cut(str_trim(l->value), 0, TEXT_MAX));
}

static enum part inside(const struct reading *r)
{
	return r->depth && r->depth <= DEPTH_MAX ? r->parts[r->depth - 1] : PART_OTHER;
}

static bool begin_event(struct reading *r, uint32_t line, struct error *err)
{
	struct ics_file *f = r->file;
	if (f->event_count == CALENDAR_EVENTS_MAX)
		return error_set(err, ERROR_LIMIT, "line %u: holds more than %d events",
			line, CALENDAR_EVENTS_MAX);
	f->events = arena_more(
		r->arena, f->events, f->event_count, &f->event_room, sizeof *f->events);
	r->event = &f->events[f->event_count++];
	*r->event =
		(struct ics_event){ .span = -1, .line = line, .cancelled = r->cancels };
	return true;
}

static bool begin(struct reading *r, const struct ics_line *l, struct error *err)
{
	struct str name = str_trim(l->value);
	enum part outer = inside(r), part = PART_OTHER;
	bool top = !r->depth || outer == PART_CALENDAR;
	if (str_eq_nocase(name, S("VCALENDAR")))
		part = PART_CALENDAR;
	else if (str_eq_nocase(name, S("VEVENT")) && (top || outer == PART_EVENT))
		part = PART_EVENT;
	else if (str_eq_nocase(name, S("VTIMEZONE")) && top)
		part = PART_ZONE;
	else if (outer == PART_ZONE && (str_eq_nocase(name, S("STANDARD")) ||
					       str_eq_nocase(name, S("DAYLIGHT"))))
		part = PART_OBSERVANCE;
	r->seen |= part == PART_CALENDAR || part == PART_EVENT;
	if (part == PART_CALENDAR)
		r->depth = 0, r->cancels = false;
	if (part == PART_EVENT && outer == PART_EVENT)
		r->depth--; // the one before was not ended
	if (part == PART_ZONE)
		r->zone = (struct ics_zone){ 0 };
	r->observance = (struct ics_observance){ 0 };
	if (r->depth < DEPTH_MAX)
		r->parts[r->depth] = part;
	r->depth++;
	return part != PART_EVENT || begin_event(r, l->line, err);
}

// Files pasted together define the same zones again and again.
static bool is_defined(const struct ics_file *f, struct str name)
{
	for (size_t i = 0; i < f->zone_count; i++)
		if (str_eq(f->zones[i].name, name))
			return true;
	return false;
}

static void end(struct reading *r)
{
	enum part part = inside(r);
	struct ics_file *f = r->file;
	r->depth -= r->depth > 0;
	if (part != PART_OBSERVANCE && part != PART_ZONE)
		return;
	if (is_defined(f, r->zone.name))
		return;
	if (part == PART_OBSERVANCE)
		ics_zone_add(&r->zone, &r->observance, r->to, r->arena, r->effort);
	if (part != PART_ZONE || !r->zone.name.len || f->zone_count == ZONES_MAX)
		return;
	ics_zone_sort(&r->zone);
	f->zones = arena_more(
		r->arena, f->zones, f->zone_count, &f->zone_room, sizeof *f->zones);
	f->zones[f->zone_count++] = r->zone;
}

static void take_property(struct reading *r, const struct ics_line *l)
{
	switch (inside(r)) {
	case PART_EVENT:
		if (r->event)
			take_event(r, l);
		return;
	case PART_OBSERVANCE:
		take_observance(r, l);
		return;
	case PART_ZONE:
		if (is(l, "TZID"))
			r->zone.name = arena_str(
				r->arena, str_cut(str_trim(l->value), 0, TEXT_MAX));
		return;
	case PART_CALENDAR:
		take_calendar(r, l);
		return;
	case PART_OTHER:
		return;
	}
}

bool ics_file_read(struct ics_file *f, struct str bytes, int64_t to, struct arena *a,
	struct ics_effort *effort, struct error *err)
{
	*f = (struct ics_file){ .arena = a };
	struct reading r = { .file = f, .arena = a, .effort = effort, .to = to };
	struct ics_lines lines;
	struct ics_line line;
	ics_lines_open(&lines, bytes, a);
	while (ics_lines_next(&lines, &line)) {
		if (str_eq_nocase(line.name, S("BEGIN"))) {
			if (!begin(&r, &line, err))
				return false;
		} else if (str_eq_nocase(line.name, S("END"))) {
			end(&r);
		} else {
			take_property(&r, &line);
		}
	}
	return r.seen ||
	       error_set(err, ERROR_FORMAT, "is no calendar: expected BEGIN:VCALENDAR");
}

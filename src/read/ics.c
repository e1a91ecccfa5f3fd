// Calendars as documents: when each event is and who is in it; what it is called, only
// where the workspace allows mail bodies, because titles of meetings are as private.
#include "read/ics_lines.h"
#include "read/list.h"

enum { BLOCKS_MAX = 1000 * 1000 };

struct reading {
	struct doc *doc;
	bool bodies;
	bool open;		     // the event has a block
	unsigned depth, event_depth; // of components; 0: in no event
	bool seen;
};

static void put_label(struct reading *r, const struct ics_line *l, struct str label)
{
	struct place place = { PLACE_LINE, l->line, 1 };
	if (!r->open)
		doc_block(r->doc, BLOCK_META, 0, S(""));
	else
		doc_text(r->doc, S("\n"), place);
	doc_text(r->doc, label, place);
	r->open = true;
}

// At its own column, unless the line is folded.
static void put_value(struct reading *r, const struct ics_line *l, struct str value)
{
	struct place place = { PLACE_LINE, l->line, 1 };
	for (const char *c = l->name.at; !l->folded && c < value.at; c++)
		place.minor += ((unsigned char)*c & 0xc0) != 0x80;
	doc_text(r->doc, value, place);
}

// Text with the escapes of RFC 5545, 3.3.11.
static void put_text(struct reading *r, const struct ics_line *l)
{
	struct str rest = l->value;
	doc_block(r->doc, BLOCK_TEXT, 0, S(""));
	while (rest.len) {
		size_t slash = str_find_byte(rest, '\\', 0);
		struct str run = str_cut(rest, 0, slash);
		put_value(r, l, run);
		rest = str_from(rest, run.len);
		if (rest.len < 2)
			return;
		struct str escaped = str_cut(rest, 1, 1);
		if (byte_lower(escaped.at[0]) == 'n')
			doc_text(
				r->doc, S(" "), (struct place){ PLACE_LINE, l->line, 1 });
		else
			put_value(r, l, escaped);
		rest = str_from(rest, 2);
	}
}

static void take_property(struct reading *r, const struct ics_line *l)
{
	static const struct {
		struct str name, label;
	} SHOWN[] = { { STR_INIT("DTSTART"), STR_INIT("Start: ") },
		{ STR_INIT("RRULE"), STR_INIT("Repeats: ") },
		{ STR_INIT("ORGANIZER"), STR_INIT("Organizer: ") },
		{ STR_INIT("ATTENDEE"), STR_INIT("Attendee: ") } };
	for (size_t i = 0; i < COUNT(SHOWN); i++) {
		if (!str_eq_nocase(l->name, SHOWN[i].name))
			continue;
		struct str value = i > 1 ? ics_address(l) : str_trim(l->value);
		if (!value.len)
			return;
		put_label(r, l, SHOWN[i].label);
		put_value(r, l, value);
		return;
	}
	if (r->bodies && str_eq_nocase(l->name, S("SUMMARY"))) {
		put_text(r, l);
		r->open = false;
	}
}

static void begin(struct reading *r, struct str name)
{
	bool calendar = str_eq_nocase(name, S("VCALENDAR"));
	if (calendar)
		r->depth = r->event_depth = 0;
	r->depth++;
	if (str_eq_nocase(name, S("VEVENT"))) {
		r->event_depth = r->depth;
		r->open = false;
		r->seen = true;
	}
	r->seen |= calendar;
}

static void end(struct reading *r)
{
	if (r->event_depth == r->depth)
		r->event_depth = 0;
	r->depth -= r->depth > 0;
}

static bool ics_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	struct buf draft;
	struct reading r = { .doc = doc, .bodies = how->mail_bodies };
	struct ics_lines lines;
	struct ics_line line;
	ics_lines_open(&lines, bytes, doc->arena);
	doc_begin(doc, &draft);
	while (doc->block_count < BLOCKS_MAX && ics_lines_next(&lines, &line)) {
		if (str_eq_nocase(line.name, S("BEGIN")))
			begin(&r, str_trim(line.value));
		else if (str_eq_nocase(line.name, S("END")))
			end(&r);
		else if (r.event_depth && r.event_depth == r.depth)
			take_property(&r, &line);
	}
	bool cut = doc->block_count >= BLOCKS_MAX;
	if (!doc_finish(doc, err))
		return false;
	if (cut)
		return error_set(err, ERROR_LIMIT, "holds more than a million events");
	return r.seen ||
	       error_set(err, ERROR_FORMAT, "is no calendar: expected BEGIN:VCALENDAR");
}

static bool ics_sniff(struct str bytes)
{
	bytes = str_trim(str_from(bytes, str_starts(bytes, S("\xef\xbb\xbf")) ? 3 : 0));
	return str_starts_nocase(bytes, S("BEGIN:VCALENDAR")) ||
	       str_starts_nocase(bytes, S("BEGIN:VEVENT"));
}

const struct reader reader_ics = {
	.name = "ics",
	.title = "Calendars",
	.suffixes = ".ics .ical .ifb .icalendar",
	.gives = "start, repetition, organizer and attendees of every event with their "
		 "lines; titles only if the workspace allows mail bodies; descriptions "
		 "and alarms never",
	.sniff = ics_sniff,
	.read = ics_read,
};

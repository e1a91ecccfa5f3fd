// Edge lists: two columns or more that say who turned to whom, and who belongs where.
#include <math.h>
#include <string.h>

#include "traffic/channel.h"
#include "traffic/list.h"
#include "traffic/sheet.h"

enum {
	FROM = 0,
	TO = 1,
	DATE = SHEET_ALSO(0),
	WEIGHT = SHEET_ALSO(1),
	MINUTES = SHEET_ALSO(2),
	HOURS = SHEET_ALSO(3),
	CHANNEL = SHEET_ALSO(4),
	THREAD = SHEET_ALSO(5),
};

enum { PERSON = 0, FUNCTION = 1 };

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	return kind && !strcmp(kind->reader, "edges");
}

static void belong(struct intake *in, struct str person, struct str function)
{
	uint32_t f = identity_function(in->who, function);
	if (!person.len || f == IDENTITY_NOBODY)
		return;
	identity_span(in->who, identity_member(in->who, person),
		(struct membership){ .function = f });
}

static void learn(struct intake *in, void *own, const struct intake_file *f)
{
	struct sheet s;
	struct str rest = f->bytes;
	struct bare_row row = { 0 };
	(void)own;
	if (strcmp(f->kind->name, "members"))
		return;
	if (bare_recognise(f->bytes)) {
		(void)bare_head_of(&rest, &row); // members have none
		while (bare_next(&rest, &row))
			belong(in, row.words[0], row.words[1]);
		return;
	}
	if (!sheet_open(&s, in, f, SHEET_NO_DATES))
		return;
	while (sheet_next(&s))
		belong(in, sheet_cell(&s, PERSON), sheet_cell(&s, FUNCTION));
	sheet_close(&s);
}

// How often or how long; a column of minutes or hours makes the rows meetings.
static double weight_of(const struct sheet *s)
{
	if (sheet_has(s, HOURS))
		return channel_hours(sheet_number(s, HOURS, 0) * 60);
	if (sheet_has(s, MINUTES))
		return sheet_number(s, MINUTES, 0) / 60; // of many meetings together
	return sheet_number(s, WEIGHT, 1);
}

static uint8_t channel_in(const struct sheet *s)
{
	bool timed = sheet_has(s, HOURS) || sheet_has(s, MINUTES);
	if (sheet_cell(s, CHANNEL).len || !timed)
		return channel_of(sheet_cell(s, CHANNEL));
	return CHANNEL_MEETING;
}

// Equal rows in one file are several exchanges.
static uint64_t name_of(const struct intake *in, const struct sheet *s,
	const struct exchange *x, const uint32_t *people, size_t count)
{
	uint64_t id = channel_people_hash(in, people, count);
	if (sheet_cell(s, THREAD).len)
		id = ids_mix(id, str_hash(sheet_cell(s, THREAD), 0));
	return ids_mix(ids_mix(id, channel_number_hash(x->weight)),
		ids_mix(x->channel, (uint64_t)x->day.days));
}

static void read_row(struct intake *in, struct sheet *s)
{
	uint32_t people[CHANNEL_PEOPLE_MAX];
	size_t count = 0;
	struct str from = sheet_cell(s, FROM), to = sheet_cell(s, TO), one;
	struct str thread = sheet_cell(s, THREAD);
	struct exchange x = { .day = in->to,
		.undated = !sheet_has(s, DATE),
		.channel = channel_in(s),
		.counted = true,
		.at = s->at,
		.weight = weight_of(s) };
	if (!from.len || (!x.undated && !sheet_day(s, DATE, &x.day)))
		return;
	people[count++] = identity_account(in->who, from);
	while (count < CHANNEL_PEOPLE_MAX && identity_next(in->who, &to, &one))
		people[count++] = identity_account(in->who, one);
	x.id = name_of(in, s, &x, people, count);
	x.unit = thread.len ? str_hash(thread, 0) : x.id;
	if (count > 1)
		channel_add(in, &x, people, count);
}

static void note_undated(struct intake *in, const struct intake_file *f)
{
	intake_remark(
		in, f, "has no days: all of it counts as of the last day of the window");
}

static void read_sheet(struct intake *in, const struct intake_file *f)
{
	struct sheet s;
	if (!sheet_open(&s, in, f, DATE))
		return;
	in->dayless[f->index] = !sheet_has(&s, DATE);
	if (in->dayless[f->index])
		note_undated(in, f);
	while (sheet_next(&s))
		read_row(in, &s);
	sheet_close(&s);
}

/*
 * What stands behind both names where no header says it: a day, a time since 1970, or a
 * weight, and a time may follow a weight.  Seconds since a day that nobody says are
 * large numbers too; `relative` takes them for what they are.
 */
static void read_behind(
	struct exchange *x, const struct bare_row *row, bool relative, bool *dated)
{
	for (size_t i = 2; i < row->count && !*dated; i++) {
		double weight = 0;
		const bool number = str_to_double(row->words[i], &weight);
		*dated = stamp_parse(row->words[i], &x->day) ||
			 (!number && date_parse(row->words[i], DATE_UNSURE, &x->day));
		if (!*dated && number && i == 2 && !relative && weight >= 0 &&
			isfinite(weight))
			x->weight = weight;
	}
}

// The same where a header says which column is which.
static void read_named(struct exchange *x, const struct bare_row *row,
	const struct bare_head *head, bool *dated)
{
	double weight = 0;
	const struct str date = bare_word(row, head, BARE_DATE);
	*dated = stamp_parse(date, &x->day) || date_parse(date, DATE_UNSURE, &x->day);
	if (str_to_double(bare_word(row, head, BARE_WEIGHT), &weight) && weight >= 0 &&
		isfinite(weight))
		x->weight = weight;
}

// Whether the third column counts up and up to where no weight would be: seconds since
// some day, as published networks have them to hide which day it was.
static bool counts_seconds(struct str bytes)
{
	const double FAR = 1e6;
	struct bare_row row = { 0 };
	double last = 0, number = 0;
	const struct bare_head head = bare_head_of(&bytes, &row);
	struct date day;
	while (bare_next(&bytes, &row)) {
		if (head.named || row.count != 3 ||
			!str_to_double(row.words[2], &number) ||
			stamp_parse(row.words[2], &day) || !(number >= last))
			return false;
		last = number;
	}
	return last >= FAR;
}

static void read_line(struct intake *in, const struct intake_file *f,
	const struct bare_row *row, const struct bare_head *head, bool relative,
	bool *undated)
{
	const struct str from = bare_word(row, head, BARE_FROM);
	const struct str to = bare_word(row, head, BARE_TO);
	struct exchange x = { .counted = true,
		.channel = CHANNEL_MAIL,
		.at = { f->index, row->line },
		.weight = 1 };
	bool dated = false;
	if (!from.len || !to.len)
		return;
	if (head->named)
		read_named(&x, row, head, &dated);
	else
		read_behind(&x, row, relative, &dated);
	*undated |= !dated;
	if (!dated && head->named && head->at[BARE_DATE] >= 0) {
		in->left.undated++;
		return;
	}
	x.undated = !dated;
	if (!dated)
		x.day = in->to;
	uint32_t people[] = { identity_account(in->who, from),
		identity_account(in->who, to) };
	x.id = channel_people_hash(in, people, 2);
	for (size_t i = 2; i < row->count; i++)
		x.id = ids_mix(x.id, str_hash(row->words[i], 0));
	x.unit = x.id;
	if (people[0] != people[1])
		channel_add(in, &x, people, 2);
}

static void read_bare(struct intake *in, const struct intake_file *f)
{
	struct str rest = f->bytes;
	struct bare_row row = { 0 };
	const struct bare_head head = bare_head_of(&rest, &row);
	const bool relative = counts_seconds(f->bytes);
	bool undated = false;
	while (bare_next(&rest, &row))
		read_line(in, f, &row, &head, relative, &undated);
	in->dayless[f->index] = relative || (undated && head.at[BARE_DATE] < 0);
	if (relative)
		intake_remark(in, f,
			"its third column counts seconds from a day it does not say: "
			"it is passed over, and all of it counts as of the last day of "
			"the window; write days or seconds since 1970");
	else if (in->dayless[f->index])
		note_undated(in, f);
}

static void read(struct intake *in, void *own, const struct intake_file *f)
{
	(void)own;
	if (!strcmp(f->kind->name, "members"))
		return;
	if (!strcmp(f->kind->name, "pairs"))
		read_bare(in, f);
	else
		read_sheet(in, f);
}

const struct web_format intake_edges = {
	.name = "edges",
	.takes = takes,
	.learn = learn,
	.read = read,
};

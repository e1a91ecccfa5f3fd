// interactions.csv: rows that the workspace has loaded already.
#include "web/channel.h"
#include "web/list.h"

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	(void)kind;
	return false; // its rows are records: no file is opened again
}

static size_t accounts_of(struct intake *in, struct str cell, uint32_t *out, size_t room)
{
	struct str one;
	size_t count = 0;
	while (count < room && identity_next(in->who, &cell, &one))
		out[count++] = identity_account(in->who, one);
	return count;
}

// What tells a row from others, however it is written; equal ones in one file are
// several.
static uint64_t name_of(const struct intake *in, const struct interaction *row,
	const uint32_t *people, size_t count)
{
	const struct str cells[] = { row->channel, row->topic, row->initiated_by,
		row->thread };
	const double numbers[] = { row->minutes, row->weight };
	uint64_t id = channel_people_hash(in, people, count);
	for (size_t i = 0; i < COUNT(cells); i++)
		id = ids_mix(id, cells[i].len ? str_hash(cells[i], 0) : 0);
	for (size_t i = 0; i < COUNT(numbers); i++)
		id = ids_mix(id, channel_number_hash(numbers[i]));
	return ids_mix(id, (uint64_t)row->date.days);
}

static double weight_of(const struct interaction *row, uint8_t channel)
{
	double weight = row->weight >= 0 ? row->weight : 1;
	return channel == CHANNEL_MEETING ? weight * channel_hours(row->minutes) : weight;
}

static void read_row(struct intake *in, const struct interaction *row)
{
	uint32_t people[CHANNEL_PEOPLE_MAX];
	size_t count = accounts_of(in, row->from, people, 1);
	count += accounts_of(in, row->to, people + count, CHANNEL_PEOPLE_MAX - count);
	struct exchange x = { .day = row->date,
		.channel = channel_of(row->channel),
		.counted = true,
		.id = name_of(in, row, people, count),
		.at = row->at };
	x.unit = row->thread.len ? str_hash(row->thread, 0) : x.id;
	x.weight = weight_of(row, x.channel);
	channel_add(in, &x, people, count);
}

static void end(struct intake *in, void *own)
{
	size_t count = in->ws->records.interactions.count;
	const struct interaction *rows = in->ws->records.interactions.at;
	size_t meetings = 0;
	(void)own;
	for (size_t i = 0; i < count; i++)
		meetings += channel_of(rows[i].channel) == CHANNEL_MEETING;
	intake_reserve(in, count + meetings);
	for (size_t i = 0; i < count; i++)
		read_row(in, &rows[i]);
}

const struct web_format intake_rows = {
	.name = "rows",
	.takes = takes,
	.end = end,
};

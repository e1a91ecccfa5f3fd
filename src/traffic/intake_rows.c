// interactions.csv: rows that the workspace has loaded already.
#include "traffic/channel.h"
#include "traffic/list.h"

static bool takes(const struct source *source, const struct export_kind *kind)
{
	(void)source;
	(void)kind;
	return false; // its rows are records: no file is opened again
}

// What the words of records mean, each found out once.
struct meanings {
	const struct records *records;
	uint32_t *account; // by word, one more than the account; 0: not known yet
	uint8_t *channel;  // by word, one more than the channel
	uint64_t *hash;	   // by word
};

#define SEVERAL UINT32_MAX // a cell of several names, or of none

// The account of a cell that names one, SEVERAL otherwise.
static uint32_t account_of(struct intake *in, struct meanings *m, uint32_t word)
{
	struct str cell = records_word(m->records, word), one, other;
	if (m->account[word])
		return m->account[word] - 1;
	if (!identity_next(in->who, &cell, &one) || identity_next(in->who, &cell, &other))
		return SEVERAL;
	const uint32_t account = identity_account(in->who, one);
	m->account[word] = account + 1;
	return account;
}

static size_t accounts_of(
	struct intake *in, struct meanings *m, uint32_t word, uint32_t *out, size_t room)
{
	struct str cell = records_word(m->records, word), one;
	const uint32_t account = room ? account_of(in, m, word) : SEVERAL;
	size_t count = 0;
	if (account != SEVERAL) {
		*out = account;
		return 1;
	}
	while (count < room && identity_next(in->who, &cell, &one))
		out[count++] = identity_account(in->who, one);
	return count;
}

static uint8_t channel_at(struct meanings *m, uint32_t word)
{
	if (!m->channel[word])
		m->channel[word] =
			(uint8_t)(channel_of(records_word(m->records, word)) + 1);
	return (uint8_t)(m->channel[word] - 1);
}

static uint64_t hash_at(struct meanings *m, uint32_t word)
{
	if (word && !m->hash[word])
		m->hash[word] = str_hash(records_word(m->records, word), 0);
	return m->hash[word];
}

// What tells a row from others, however it is written; equal ones in one file are
// several.
static uint64_t name_of(const struct intake *in, struct meanings *m,
	const struct interaction *row, const uint32_t *people, size_t count)
{
	const uint32_t cells[] = { row->channel, row->topic, row->initiated_by,
		row->thread };
	const double numbers[] = { row->minutes, row->weight };
	uint64_t id = channel_people_hash(in, people, count);
	for (size_t i = 0; i < COUNT(cells); i++)
		id = ids_mix(id, hash_at(m, cells[i]));
	for (size_t i = 0; i < COUNT(numbers); i++)
		id = ids_mix(id, channel_number_hash(numbers[i]));
	return ids_mix(id, (uint64_t)row->date.days);
}

static double weight_of(const struct interaction *row, uint8_t channel)
{
	double weight = row->weight >= 0 ? row->weight : 1;
	return channel == CHANNEL_MEETING ? weight * channel_hours(row->minutes) : weight;
}

static void read_row(struct intake *in, struct meanings *m, const struct interaction *row)
{
	uint32_t people[CHANNEL_PEOPLE_MAX];
	size_t count = accounts_of(in, m, row->from, people, 1);
	count += accounts_of(in, m, row->to, people + count, CHANNEL_PEOPLE_MAX - count);
	struct exchange x = { .day = row->date,
		.channel = channel_at(m, row->channel),
		.counted = true,
		.at = row->at };
	if (intake_keeps(in, x.day)) // others are only counted
		x.id = name_of(in, m, row, people, count);
	x.unit = row->thread ? hash_at(m, row->thread) : x.id;
	x.weight = weight_of(row, x.channel);
	channel_add(in, &x, people, count);
}

static void end(struct intake *in, void *own)
{
	const struct records *records = &in->ws->records;
	const size_t count = records->interactions.count, words = records->words.count;
	const struct interaction *rows = records->interactions.at;
	struct arena scratch = { 0 };
	struct meanings m = { .records = records,
		.account = ARENA_ARRAY(&scratch, uint32_t, words + 1),
		.channel = ARENA_ARRAY(&scratch, uint8_t, words + 1),
		.hash = ARENA_ARRAY(&scratch, uint64_t, words + 1) };
	size_t meetings = 0;
	(void)own;
	for (size_t i = 0; i < count; i++)
		meetings += channel_at(&m, rows[i].channel) == CHANNEL_MEETING;
	intake_reserve(in, count + meetings);
	for (size_t i = 0; i < count; i++)
		read_row(in, &m, &rows[i]);
	arena_free(&scratch);
}

const struct web_format intake_rows = {
	.name = "rows",
	.takes = takes,
	.end = end,
};

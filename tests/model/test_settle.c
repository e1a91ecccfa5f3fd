// The same record in two exports counts once; snapshots become changes.
#include "test.h"

#include <string.h>

#include "rows.h"

static struct arena arena;
static struct records records;
static struct source sources[3];

static void load(uint32_t at, const char *kind, const char *text)
{
	struct record_how how = {
		.kind = record_find(str_of(kind)), .source = at, .path = S("x.csv")
	};
	struct source kept = sources[at];
	sources[at] = rows_load(&arena, &how, text, ',', &records);
	sources[at].date = kept.date;
	sources[at].date_is_file_time = kept.date_is_file_time;
}

static void reset(const char *a, const char *b)
{
	records = (struct records){ 0 };
	memset(sources, 0, sizeof sources);
	sources[0].date = date_in_name(str_of(a));
	sources[1].date = date_in_name(str_of(b));
}

static bool is(struct str s, const char *want)
{
	return str_eq(s, str_of(want));
}

TEST(of_two_exports_the_newer_row_counts)
{
	reset("2025-06-01", "2025-05-01"); // the first file is the newer one
	load(0, "requests",
		"request_id,date,ask,due\nR-1,2025-01-01,new words,\n"
		"R-2,2025-01-02,b,\n");
	load(1, "requests",
		"request_id,date,ask,due\nR-1,2025-01-01,old words,\n"
		"R-3,2025-01-03,c,\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.requests.count, 3);
	assert_true(is(records.requests.at[0].ask, "new words"));
	assert_true(is(records.requests.at[1].id, "R-2"));
	assert_true(is(records.requests.at[2].id, "R-3"));
	assert_int_equal(sources[0].rows, 2);
	assert_int_equal(sources[1].rows, 1);
	assert_int_equal(sources[1].notes.count, 1);
	assert_string_equal(sources[1].notes.at[0].at,
		"1 row stands in a newer export or further down too; the newest counts");
}

// A person is one record for each day since which they belong somewhere.
TEST(who_moves_has_a_row_for_each_function)
{
	reset("2025-06-01", "2025-05-01");
	load(0, "people",
		"person,function,email,since,until\nana,sales,a@b.example,,2025-03-31\n"
		"ana,product,a@b.example,2025-04-01,\nben,cs,b@b.example,,\n");
	load(1, "people",
		"person,function,email,since,until\nana,sales,a@b.example,,\n"
		"ben,support,b@b.example,,\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.people.count, 3);
	assert_true(is(records.people.at[0].function, "sales"));
	assert_int_equal(records.people.at[0].until.days, date_of(2025, 3, 31).days);
	assert_true(is(records.people.at[1].function, "product"));
	assert_true(is(records.people.at[2].function, "cs")); // the newer export's
}

TEST(a_date_of_the_file_system_proves_nothing)
{
	reset("2025-06-01", "2025-05-01");
	sources[0].date_is_file_time = sources[1].date_is_file_time = true;
	load(0, "requests", "request_id,date,ask,due\nR-1,2025-01-01,a,\n");
	load(1, "requests", "request_id,date,ask,due\nR-1,2025-01-01,b,\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.requests.count, 1);
	assert_true(is(records.requests.at[0].ask, "b")); // the later path
}

TEST(within_a_file_only_an_id_makes_two_rows_one)
{
	reset("2025-01-01", "2025-02-01");
	load(0, "requests",
		"request_id,date,ask,due\nR-1,,first,\nR-1,,second,\n,,x,\n,,x,\n");
	load(1, "interactions",
		"date,from,to,channel,minutes\n2025-01-01,a,b,mail,\n2025-01-01,a,b,mail,"
		"\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.requests.count, 3);
	assert_true(is(records.requests.at[0].ask, "second"));
	assert_int_equal(records.interactions.count, 2); // two mails on one day
}

TEST(what_many_rows_say_is_kept_once)
{
	reset("2025-01-01", "2025-02-01");
	load(0, "interactions",
		"date,from,to,channel,topic\n2025-01-01,ana,bo,Slack,Badges\n"
		"2025-01-02,bo,ana,slack,\n2025-01-03,Ana,ANA,slack,\n");
	load(1, "interactions",
		"date,from,to,channel,topic\n2025-01-05,ana,bo,dm,Badges\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.interactions.count, 3); // nobody turns to herself
	assert_int_equal(sources[0].rows_skipped, 1);
	const struct interaction *x = records.interactions.at;
	assert_true(is(records_word(&records, x[0].from), "ana"));
	assert_true(is(records_word(&records, x[0].channel), "chat"));
	assert_int_equal(x[0].from, x[1].to);
	assert_int_equal(x[0].from, x[2].from);
	assert_int_equal(x[0].topic, x[2].topic);
	assert_int_equal(x[1].topic, 0);
	assert_int_equal(records_word(&records, x[1].topic).len, 0);
	assert_int_equal(records.words.count, 6); // ana bo chat Badges Ana ANA
}

// Room is made for all rows of a table at once; of many tables it stays a few times what
// their rows take.
TEST(many_tables_take_the_room_of_their_rows)
{
	enum { TABLES = 200, ROWS = 50 };
	static const struct str HEADER[] = { STR_INIT("date"), STR_INIT("from"),
		STR_INIT("to"), STR_INIT("channel") };
	const struct str cells[] = { S("2025-01-01"), S("ana"), S("bo"), S("mail") };
	const struct record_how how = { .kind = record_find(S("interactions")),
		.path = S("x.csv") };
	struct arena rows = { 0 };
	struct source source = { .path = S("x.csv") };
	size_t once = 0;
	reset("2025-01-01", "2025-02-01");
	for (size_t t = 0; t < TABLES; t++) {
		struct record_load *l =
			record_begin(&how, HEADER, COUNT(HEADER), &rows, &records);
		record_reserve(l, ROWS);
		for (uint32_t i = 0; i < ROWS; i++)
			record_row(l, i + 2, cells);
		record_end(l, &source);
		if (!t)
			assert_int_equal(records.interactions.room, ROWS);
		once = t ? once : rows.used;
	}
	assert_int_equal(records.interactions.count, TABLES * ROWS);
	assert_true(rows.used - TABLES * once < // what each table takes beside its rows
		    4 * TABLES * ROWS * sizeof(struct interaction));
	arena_free(&rows);
}

TEST(overlapping_exports_without_ids_are_compared_whole)
{
	reset("2025-01-01", "2025-02-01");
	load(0, "interactions",
		"date,from,to,channel,minutes\n2025-01-01,a,b,mail,\n"
		"2025-01-02,a,b,mail,\n");
	load(1, "interactions",
		"date,from,to,channel,minutes\n2025-01-02,a,b,mail,\n"
		"2025-01-03,a,b,mail,\n2025-01-03,a,b,mail,\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.interactions.count, 4);
	// Usage is told apart by day, account and feature; the newer count is the true
	// one.
	reset("2025-01-01", "2025-02-01");
	load(0, "usage", "date,account,feature,active_users\n2025-01-31,A,F,3\n");
	load(1, "usage",
		"date,account,feature,active_users\n2025-01-31,A,F,4\n"
		"2025-01-31,B,F,5\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.usage.count, 2);
	assert_true(records.usage.at[0].active > 3.5);
}

TEST(snapshots_become_what_changed)
{
	reset("2025-01-01", "2025-02-01");
	load(0, "snapshots",
		"OpportunityId,CreatedDate,StageName,Amount,CloseDate,Probability\n"
		"D-2,2025-02-01,Demo,100,2025-09-30,10\n"
		"D-1,2025-03-05,Proposal,46000,2025-09-30,50\n"
		"D-1,2025-01-05,Demo,38000.50,2025-09-30,10\n"
		"D-1,2025-05-05,Proposal,46000,2025-08-31,50\n");
	load(1, "history",
		"deal_id,changed,field,old,new\nD-9,2025-01-01,StageName,A,B\n");
	record_settle(&records, sources, &arena);
	assert_int_equal(records.snapshots.count, 0);
	assert_int_equal(records.history.count, 10);
	static const char *const WANT[][5] = {
		{ "D-9", "2025-01-01", "stage", "A", "B" },
		{ "D-1", "2025-01-05", "stage", "", "Demo" },
		{ "D-1", "2025-01-05", "amount", "", "38000.50" },
		{ "D-1", "2025-01-05", "close_date", "", "2025-09-30" },
		{ "D-1", "2025-03-05", "stage", "Demo", "Proposal" },
		{ "D-1", "2025-03-05", "amount", "38000.50", "46000" },
		{ "D-1", "2025-05-05", "close_date", "2025-09-30", "2025-08-31" },
		{ "D-2", "2025-02-01", "stage", "", "Demo" },
		{ "D-2", "2025-02-01", "amount", "", "100" },
		{ "D-2", "2025-02-01", "close_date", "", "2025-09-30" },
	};
	for (size_t i = 0; i < COUNT(WANT); i++) {
		const struct stage_change *c = &records.history.at[i];
		assert_true(is(c->deal, WANT[i][0]));
		assert_string_equal(date_str(&arena, c->changed).at, WANT[i][1]);
		assert_true(is(c->field, WANT[i][2]));
		assert_true(is(c->old, WANT[i][3]));
		assert_true(is(c->new, WANT[i][4]));
	}
	assert_int_equal(records.history.at[1].at.row, 4);
}

MAIN(RUN(of_two_exports_the_newer_row_counts), RUN(who_moves_has_a_row_for_each_function),
	RUN(a_date_of_the_file_system_proves_nothing),
	RUN(within_a_file_only_an_id_makes_two_rows_one),
	RUN(what_many_rows_say_is_kept_once),
	RUN(many_tables_take_the_room_of_their_rows),
	RUN(overlapping_exports_without_ids_are_compared_whole),
	RUN(snapshots_become_what_changed))

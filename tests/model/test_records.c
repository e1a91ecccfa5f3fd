// Tables of every kind: recognised by their columns, read with what exports do to them.
#include "test.h"

#include <math.h>
#include <string.h>

#include "rows.h"

static struct arena arena;
static struct records records;
static struct source source;

static void load(const char *kind, const struct source_rule *rule, const char *text)
{
	struct record_how how = { .kind = record_find(str_of(kind)),
		.rule = rule,
		.source = 0,
		.path = S("table.csv") };
	assert_non_null(how.kind);
	records = (struct records){ 0 };
	source = rows_load(&arena, &how, text, ',', &records);
}

static bool is(struct str s, const char *want)
{
	return str_eq(s, str_of(want));
}

static const char *day(struct date d)
{
	return date_str(&arena, d).at;
}

static const char *note(size_t i)
{
	return i < source.notes.count ? source.notes.at[i].at : "(no such note)";
}

static size_t size_of(enum cell_type type)
{
	switch (type) {
	case CELL_TEXT:
	case CELL_WORD:
		return sizeof(struct str);
	case CELL_STATUS:
	case CELL_YESNO:
		return sizeof(int);
	case CELL_DATE:
	case CELL_UNTIL:
		return sizeof(struct date);
	case CELL_MONEY:
		return sizeof(int64_t);
	case CELL_COUNT:
	case CELL_NUMBER:
	case CELL_SCORE:
	case CELL_SIGNED:
		return sizeof(double);
	case CELL_FIGURE:
		return sizeof(struct figure);
	case CELL_TYPES:
		break;
	}
	return 0;
}

TEST(the_table_of_kinds_is_sound)
{
	for (const struct record_kind *const *k = record_kinds; *k; k++) {
		struct map names = { .arena = &arena };
		size_t required = 0, fields = 0;
		for (const struct record_field *f = (*k)->fields; f->name;
			f++, fields++) {
			struct str rest = arena_fmt(&arena, "%s;%s", f->name, f->aliases);
			struct str name;
			required += f->required;
			if (f->width != sizeof(uint32_t) || f->type > CELL_WORD)
				assert_int_equal(f->width, size_of(f->type));
			assert_true(f->offset + f->width <= (*k)->size);
			assert_true(f->offset >= sizeof(struct at));
			assert_non_null(f->doc);
			while (str_split(&rest, ';', &name)) {
				size_t known = names.count;
				if (map_add(&names, header_key(&arena, name)) < known)
					fail_msg("%s: two fields are called %.*s",
						(*k)->name, (int)name.len, name.at);
			}
		}
		assert_true(required > 0 && fields <= RECORD_FIELDS_MAX);
		assert_ptr_equal(record_find(str_of((*k)->name)), *k);
	}
	assert_null(record_find(S("deals"))); // deals have a loader of their own
}

static const struct record_kind *recognise(
	const char *path, const char *text, char separator, double *score)
{
	struct str rest = str_of(text), line, cells[ROWS_COLUMNS_MAX];
	assert_true(str_line(&rest, &line));
	size_t count = rows_split(&arena, line, separator, cells);
	return record_recognise(str_of(path), cells, count, score);
}

TEST(every_template_is_its_own_kind_and_loads_without_a_word)
{
	for (const struct record_kind *const *k = record_kinds; *k; k++) {
		double score = 0;
		struct str rest = str_of((*k)->template_rows), line,
			   cells[ROWS_COLUMNS_MAX];
		assert_ptr_equal(
			recognise("x.csv", (*k)->template_rows, ',', &score), *k);
		assert_true(score >= 0.8);
		(void)str_line(&rest, &line); // the header is there: it was recognised
		size_t count = rows_split(&arena, line, ',', cells);
		for (const struct record_kind *const *o = record_kinds; *o; o++)
			if (*o != *k)
				assert_true(
					record_score(*o, cells, count) + 0.2 <= score);
		load((*k)->name, NULL, (*k)->template_rows);
		assert_int_equal(source.rows, 3);
		assert_int_equal(source.rows_skipped, 0);
		assert_int_equal(source.notes.count, 0);
	}
}

TEST(exports_are_recognised_by_their_columns)
{
	static const struct {
		const char *kind, *header;
	} CASES[] = {
		{ "snapshots",
			"Id,OpportunityId,StageName,Amount,ExpectedRevenue,CloseDate,"
			"Probability,ForecastCategory,PrevAmount,CreatedDate" },
		{ "history", "Id,OpportunityId,CreatedById,CreatedDate,Field,OldValue,"
			     "NewValue" },
		{ "history",
			"_fivetran_start,deal_id,date_entered,source,source_id,value" },
		{ "touches", "Id,WhoId,WhatId,Subject,ActivityDate,Status,OwnerId,Type,"
			     "CallDisposition,TaskSubtype" },
		{ "touches",
			"Id,WhatId,Subject,StartDateTime,OwnerId,Type,ActivityDate" },
		{ "roadmap", "Issue key,Issue id,Issue Type,Status,Project key,Summary,"
			     "Assignee,Reporter,Created,Updated,Due date,Resolved" },
		{ "roadmap",
			"Feature name,Status,Timeframe,Owner,Customer Importance Score" },
		{ "roadmap", "Feature reference #,Feature name,Feature status,Feature "
			     "due on" },
		{ "usage",
			"Feature Name,Account ID,Number of Clicks,Number of Visitors" },
		{ "usage", "Event Type,Uniques,Totals,Day" },
		{ "reviews",
			"Review ID,Title,Star Rating,Submitted At,What do you like best "
			"about Acme?,What do you dislike about Acme?,Job Title" },
		{ "requests", "feedback_id,source,account_id,text,theme_tags,created_at,"
			      "resolved_at" },
		{ "people",
			"Employee ID,Full Name,Work Email,Department,Job Title,Manager" },
		// German headers, and a byte order mark
		{ "requests", "\xef\xbb\xbf"
			      "Datum,von,Abteilung,Anfrage,Frist,Status" },
		{ "people", "Kürzel,Name,Abteilung,Rolle,E-Mail-Adresse" },
		{ "claims", "Aussage,Beleg,Einschränkung,Freigabestatus,gültig bis" },
	};
	static const char *const NOTHING[] = {
		"id,first_name,last_name,email,account_id,title,phone",
		"Opportunity ID,Opportunity Name,Account Name,Amount,Stage,Created "
		"Date,Close "
		"Date,Opportunity Owner,Probability (%)", // deals: not a kind of this
							  // table
		"deal_id,account,segment,owner,created,closed,stage,outcome,amount,"
		"competitors",
		"stage_id,label,pipeline_id,created_at,probability",
		"a,b,c",
		",",
	};
	double score = 0;
	for (size_t i = 0; i < COUNT(CASES); i++) {
		const struct record_kind *k =
			recognise("export.csv", CASES[i].header, ',', &score);
		if (!k || strcmp(k->name, CASES[i].kind) != 0)
			fail_msg("%s: %s, not %s", CASES[i].header,
				k ? k->name : "nothing", CASES[i].kind);
	}
	for (size_t i = 0; i < COUNT(NOTHING); i++)
		assert_null(recognise("roadmap2.csv", NOTHING[i], ',', &score));
}

TEST(a_name_helps_only_where_the_columns_are_too_few)
{
	double score = 0;
	assert_null(recognise("x.csv", "claim,status", ',', &score));
	assert_non_null(recognise("messages/claims.csv", "claim,status", ',', &score));
	assert_null(recognise("messages/claims.csv", "sentence,status", ',', &score));
	assert_null(recognise("site/index.csv", "file,date", ',', &score));
	assert_non_null(recognise("x/calls/index.csv", "file,date", ',', &score));
	// Columns speak louder than the name.
	const struct record_kind *k = recognise(
		"claims.csv", record_find(S("people"))->template_rows, ',', &score);
	assert_string_equal(k->name, "people");
}

TEST(rows_become_records_with_their_place)
{
	load("touches", NULL,
		"touch_id,date,deal_id,who,asset,kind,direction\n"
		"T-1,2025-06-20,D-1,r.osei,\"a, b.pptx\",presented,external\n"
		"\n"
		"T-2,20.7.2025,D-1, r.osei ,c.pdf,sent,inside\n");
	assert_int_equal(records.touches.count, 2);
	const struct touch *t = records.touches.at;
	assert_int_equal(t[0].at.row, 2);
	assert_int_equal(t[1].at.row, 4);
	assert_true(is(t[0].asset, "a, b.pptx"));
	assert_true(is(t[0].direction, "to-buyer"));
	assert_true(is(t[1].direction, "internal"));
	assert_string_equal(day(t[1].date), "2025-07-20");
	assert_true(is(t[1].who, "r.osei"));
	assert_ptr_equal(t[0].who.at, t[1].who.at); // kept once
	assert_int_equal(source.notes.count, 0);
	assert_string_equal(source.kind, "touches");
}

TEST(exports_are_loaded_and_say_which_column_was_what)
{
	load("touches", NULL,
		"Id,WhatId,Subject,ActivityDate,OwnerId,TaskSubtype\n"
		"00T1,0061,Sent the deck,2025-06-20T10:00:00Z,r.osei,Email\n");
	assert_int_equal(records.touches.count, 1);
	assert_true(is(records.touches.at[0].deal, "0061"));
	assert_true(is(records.touches.at[0].about, "Sent the deck"));
	assert_string_equal(note(0),
		"columns read: touch_id from 'Id', date from 'ActivityDate', deal_id "
		"from "
		"'WhatId', who from 'OwnerId', kind from 'TaskSubtype', about from "
		"'Subject'");
}

TEST(a_column_decides_its_dates_from_its_own_rows)
{
	load("touches", NULL,
		"date,deal_id,asset\n03/04/2025,D,a\n25/04/2025,D,b\n05/06/2025,D,c\n");
	assert_string_equal(day(records.touches.at[0].date), "2025-04-03");
	assert_string_equal(day(records.touches.at[2].date), "2025-06-05");
	assert_string_equal(
		note(0), "date: dates read day first ('25/04/2025' in row 3 proves it)");
	load("touches", NULL, "date,deal_id,asset\n03/04/2025,D,a\n04/25/2025,D,b\n");
	assert_string_equal(day(records.touches.at[0].date), "2025-03-04");
	assert_string_equal(note(0),
		"date: dates read month first ('04/25/2025' in row 3 proves it)");
}

TEST(another_column_of_the_file_may_prove_it)
{
	load("requests", NULL,
		"date,ask,due\n03/04/2025,x,25/04/2025\n04/04/2025,y,01/05/2025\n");
	assert_string_equal(day(records.requests.at[0].date), "2025-04-03");
	assert_string_equal(day(records.requests.at[1].due), "2025-05-01");
	assert_string_equal(
		note(0), "date: dates read day first ('25/04/2025' in row 2 proves it)");
}

TEST(what_nothing_proves_is_asked_once_and_left_blank)
{
	load("touches", NULL,
		"date,deal_id,asset\n03/04/2025,D,a\n2025-06-01,D,b\n05/06/2025,D,c\n");
	assert_int_equal(records.touches.count, 3); // the rows stay
	assert_false(date_set(records.touches.at[0].date));
	assert_string_equal(day(records.touches.at[1].date), "2025-06-01");
	assert_string_equal(note(0), "date: 2 dates could be read day or month first "
				     "('03/04/2025' in row 2); left "
				     "blank until candor.yaml says sources: {touches: "
				     "{path: \"table.csv\", dates: "
				     "day-first}} or month-first");
	struct source_rule rule = { .kind = S("touches"), .dates = DATE_MONTH_FIRST };
	load("touches", &rule, "date,deal_id,asset\n03/04/2025,D,a\n");
	assert_string_equal(day(records.touches.at[0].date), "2025-03-04");
	assert_int_equal(source.notes.count, 0);
}

TEST(a_column_that_contradicts_itself_stays_open)
{
	load("touches", NULL,
		"date,deal_id,asset\n25/04/2025,D,a\n04/25/2025,D,b\n03/04/2025,D,c\n");
	assert_string_equal(day(records.touches.at[0].date), "2025-04-25");
	assert_string_equal(day(records.touches.at[1].date), "2025-04-25");
	assert_false(date_set(records.touches.at[2].date));
	assert_non_null(strstr(note(0), "and other rows contradict each other"));
}

TEST(months_and_quarters_begin_or_end)
{
	load("roadmap", NULL,
		"item,status,target,released\nA,planned,Q3 "
		"2025,\nB,Done,2025-Q4,2025-11\n"
		"C,Shipped,Feb 2024,1732147200000\nD,To Do,2026,n/a\n");
	const struct roadmap_item *r = records.roadmap.at;
	assert_int_equal(records.roadmap.count, 4);
	assert_string_equal(day(r[0].target), "2025-09-30");
	assert_string_equal(day(r[1].target), "2025-12-31");
	assert_string_equal(day(r[1].released), "2025-11-01");
	assert_string_equal(day(r[2].target), "2024-02-29");
	assert_string_equal(day(r[2].released), "2024-11-21"); // milliseconds since 1970
	assert_false(date_set(r[3].target));
	assert_true(is(r[1].status, "released"));
	assert_true(is(r[2].status, "released"));
	assert_true(is(r[3].status, "planned"));
	assert_string_equal(
		note(0), "target: 1 cell is not a date and left blank: '2026' (row 5)");
}

TEST(cells_that_do_not_fit_are_named_three_times_then_counted)
{
	load("usage", NULL,
		"feature,active_users,eligible_users\nA,5,many\nB,6,lots\nC,7,?\nD,8,"
		"some\n"
		"E,9,\"few\"\nF,1.5,10\nG,,3\nH,12,9\n");
	assert_int_equal(source.rows, 6); // F and G lack active_users
	assert_int_equal(source.rows_skipped, 2);
	assert_true(records.usage.at[0].eligible < 0);
	assert_true(records.usage.at[2].eligible < 0); // '?' is a blank, not a mistake
	assert_int_equal(source.notes.count, 4);
	assert_string_equal(note(0), "eligible_users: 4 cells are not a whole number and "
				     "left blank: 'many' (row "
				     "2), 'lots' (row 3), 'some' (row 5) and 1 more");
	assert_string_equal(note(1),
		"active_users: 1 cell is not a whole number and left "
		"blank: '1.5' (row 7)");
	assert_string_equal(note(2),
		"2 rows left out for want of feature, active_users: row 7 and 8");
	assert_string_equal(note(3), "more active users than eligible ones: row 9");
}

TEST(numbers_are_read_as_people_write_them)
{
	static const struct {
		const char *cell;
		double want; // -1: blank
	} SCORES[] = {
		{ "4", 4 },
		{ "4.5", 4.5 },
		{ "\"4,5\"", 4.5 },
		{ "4/5", 4 },
		{ "4 out of 5", 4 },
		{ "4 von 5", 4 },
		{ "86%", 86 },
		{ "6/5", -1 },
		{ "good", -1 },
		{ "-3", -1 },
	};
	for (size_t i = 0; i < COUNT(SCORES); i++) {
		struct str text = arena_fmt(
			&arena, "person,course,score\na,b,%s\n", SCORES[i].cell);
		load("enablement", NULL, text.at);
		assert_true(fabs(records.enablement.at[0].score - SCORES[i].want) < 1e-9);
	}
	load("objectives", NULL,
		"objective,metric,baseline,target,depends_on,value,until\n"
		"A,NPS,-12,\"1.200,5\",x,1.8M,2026\nB,rate,31%,\"0,40\",y,,Q2 2026\n");
	const struct objective *o = records.objectives.at;
	assert_true(o[0].baseline > -12.01 && o[0].baseline < -11.99);
	assert_true(fabs(o[0].target - 1200.5) < 1e-9);
	assert_true(fabs(o[1].baseline - 0.31) < 1e-9);
	assert_true(fabs(o[1].target - 0.40) < 1e-9);
	assert_int_equal(o[0].value_cents, 180000000);
	assert_int_equal(o[1].value_cents, -1);
	assert_string_equal(day(o[1].until), "2026-06-30");
	load("objectives", NULL,
		"objective,metric,target,depends_on,period\nA,m,,x,FY26\n");
	assert_true(isnan(records.objectives.at[0].baseline)); // no such column
	assert_true(isnan(records.objectives.at[0].target));   // a blank cell
}

TEST(yes_no_and_status_words_in_two_languages)
{
	load("survey", NULL,
		"respondent,brand,attribute,in_segment,associated\n1,A,x,ja,1\n2,A,x,"
		"nein,0\n"
		"3,A,x,,true\n4,A,x,yes,perhaps\n");
	assert_int_equal(records.survey.count, 3);
	assert_int_equal(records.survey.at[0].in_segment, 1);
	assert_int_equal(records.survey.at[1].in_segment, 0);
	assert_int_equal(records.survey.at[2].in_segment, -1);
	assert_int_equal(records.survey.at[2].associated, 1);
	load("claims", NULL,
		"claim,status,approved_on,review_by\nA,Freigegeben,2025-01-01,2024-01-"
		"01\n"
		"B,abgelaufen,,\nC,,,\nD,perhaps,,\n");
	assert_int_equal(records.claims.at[0].status, CLAIM_APPROVED);
	assert_int_equal(records.claims.at[1].status, CLAIM_EXPIRED);
	assert_int_equal(records.claims.at[2].status, CLAIM_PROPOSED);
	assert_int_equal(records.claims.at[3].status, CLAIM_PROPOSED);
	assert_string_equal(note(0),
		"status: 1 cell is not one of the known words and left "
		"blank: 'perhaps' (row 5)");
	assert_string_equal(note(1), "review_by lies before approved_on: row 2");
}

TEST(candor_yaml_decides_columns)
{
	struct str fields[] = { S("deal_id"), S("asset"), S("who") };
	struct str columns[] = { S("Vorgangsnummer"), S("File used__c"), S("Nobody") };
	struct source_rule rule = { .kind = S("touches"),
		.fields = fields,
		.columns = columns,
		.field_count = 3 };
	load("touches", &rule,
		"Date,vorgangsnummer,deal_id,File "
		"Used,who\n2025-01-02,V-1,no,deck.pptx,x\n");
	assert_int_equal(records.touches.count, 1);
	assert_true(is(records.touches.at[0].deal, "V-1"));
	assert_true(is(records.touches.at[0].asset, "deck.pptx"));
	assert_true(is(records.touches.at[0].who, ""));
	assert_string_equal(note(0),
		"candor.yaml says who is in the column 'Nobody', which "
		"this file does not have");
}

TEST(hostile_cells_stay_cells)
{
	load("pains", NULL,
		"pain,source\n'=HYPERLINK(x),\x1b[2Jred\n\"\",\"\"\n<script>,y\n");
	assert_int_equal(records.pains.count, 2);
	assert_true(is(records.pains.at[0].pain, "=HYPERLINK(x)"));
	load("enablement", NULL, "person,course,completed\na,b,\x1b[2Jsoon\n");
	assert_null(strchr(note(0), 0x1b));
	char wide[70000];
	memset(wide, 'x', sizeof wide - 1);
	wide[sizeof wide - 1] = '\0';
	struct str text =
		arena_fmt(&arena, "person,course,completed,%s\na,b,%s,z\n", wide, wide);
	load("enablement", NULL, text.at);
	assert_true(strlen(note(0)) < 200);
}

TEST(people_are_known_by_what_their_export_has)
{
	load("people", NULL,
		"Full Name,Work Email,Department,Job Title\nA B,a@x.example,Sales,Rep\n"
		"C D,,Product,PM\n,,Finance,\n");
	assert_int_equal(records.people.count, 2);
	assert_true(is(records.people.at[0].id, "a@x.example"));
	assert_true(is(records.people.at[1].id, "C D"));
	assert_string_equal(note(1), "1 row left out: nobody is named: row 4");
}

MAIN(RUN(the_table_of_kinds_is_sound),
	RUN(every_template_is_its_own_kind_and_loads_without_a_word),
	RUN(exports_are_recognised_by_their_columns),
	RUN(a_name_helps_only_where_the_columns_are_too_few),
	RUN(rows_become_records_with_their_place),
	RUN(exports_are_loaded_and_say_which_column_was_what),
	RUN(a_column_decides_its_dates_from_its_own_rows),
	RUN(another_column_of_the_file_may_prove_it),
	RUN(what_nothing_proves_is_asked_once_and_left_blank),
	RUN(a_column_that_contradicts_itself_stays_open),
	RUN(months_and_quarters_begin_or_end),
	RUN(cells_that_do_not_fit_are_named_three_times_then_counted),
	RUN(numbers_are_read_as_people_write_them),
	RUN(yes_no_and_status_words_in_two_languages), RUN(candor_yaml_decides_columns),
	RUN(hostile_cells_stay_cells), RUN(people_are_known_by_what_their_export_has))

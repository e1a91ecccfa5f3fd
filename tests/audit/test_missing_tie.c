// F20 on a company made by hand: what behind plan changes, who is absent, what is not
// told.
#include "tests/value/office.h"

#include "audit/audit.h"
#include "tests/audit/lint.h"

static struct office office;
static struct ingest *opened;
static struct workspace ws;
static struct facts facts;
static struct findings all;

static void begin(void)
{
	office_make(&office, true);
}

static void append(const char *name, const char *lines)
{
	struct error err = { 0 };
	struct file file = { 0 };
	struct buf whole = { 0 };
	const char *path =
		arena_fmt(&office.folder.arena, "%s/%s", office.folder.path, name).at;
	assert_true(file_open(path, SIZE_MAX, &file, &err));
	buf_add(&whole, file.bytes);
	file_close(&file);
	buf_add(&whole, str_of(lines));
	put_bytes(&office.folder, name, buf_str(&whole));
	buf_done(&whole);
}

static void judge(void)
{
	struct error err = { 0 };
	const struct ingest_options options = { .root = office.folder.path,
		.as_of = date_of(2025, 11, 30),
		.threads = 1,
		.wants = BRIEF_WANTS };
	all = (struct findings){ 0 };
	if (!ingest_open(&options, &office.folder.arena, &opened, &ws, &err))
		fail_msg("%s", err.text);
	facts_of(&ws, 1, &facts);
	audits_run(&facts, &all);
	lint_findings(&all);
}

static void end(void)
{
	facts_done(&facts);
	ingest_close(opened);
	folder_remove(&office.folder);
}

static const struct finding NOTHING; // of no audit
static const struct evidence NOWHERE;

static const struct finding *find(const char *subject)
{
	for (size_t i = 0; i < all.count; i++)
		if (!strcmp(all.at[i].audit->number, "F20") &&
			all.at[i].outcome == OUTCOME_FIRES &&
			str_eq(all.at[i].subject, str_of(subject)))
			return &all.at[i];
	return &NOTHING;
}

static bool has(struct str text, const char *part)
{
	return str_find(text, str_of(part), 0) != STR_NONE;
}

static const struct evidence *cited(const struct finding *f, const char *path)
{
	for (size_t i = 0; i < f->evidence_count; i++)
		if (str_eq(f->evidence[i].path, str_of(path)))
			return &f->evidence[i];
	return &NOWHERE;
}

#define TIE "customer-success product"
#define OBJECTIVES                                                                       \
	"objective_id,objective,period,metric,baseline,target,owner_function,depends_"   \
	"on\n"                                                                           \
	"O-1,Keep the plants,2025,NRR,1.04,1.12,customer-success,product\n"
#define METRICS "date,objective,metric,value\n"

static void judge_with(const char *metrics)
{
	begin();
	put(&office.folder, "objectives.csv", OBJECTIVES);
	if (metrics)
		put(&office.folder, "metrics.csv", metrics);
	judge();
}

TEST(behind_plan_makes_it_serious_and_says_why)
{
	judge_with(METRICS "2025-09-30,O-1,,1.05\n");
	const struct finding *f = find(TIE);
	assert_non_null(f->audit);
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	assert_true(has(f->sentence,
		"Customer success and Product carry “Keep the plants” and had no "
		"exchange in 90 days; both write about “"));
	// By hand: 272 of 364 days, so .7473 of .08 beyond 1.04.
	assert_true(has(f->detail,
		"NRR was 1.05 on 30 September 2025, where the straight way from 1.04 to "
		"1.12 stands at 1.10: behind plan. A straight way from baseline to "
		"target is an assumption."));
	assert_true(has(f->detail, "Focus on Customer success – Product"));
	assert_int_equal(cited(f, "metrics.csv")->place.major, 2);
	assert_int_equal(cited(f, "objectives.csv")->place.major, 2);
	end();
}

// "9.7%" is what the company's file says: no counts stand behind it, and none are asked.
TEST(a_measure_in_percent_is_said_as_its_file_writes_it)
{
	begin();
	put(&office.folder, "objectives.csv",
		"objective_id,objective,period,metric,baseline,target,owner_function,"
		"depends_on\n"
		"O-1,Keep the plants,2025,Churn,12.5%,9%,customer-success,product\n");
	put(&office.folder, "metrics.csv", METRICS "2025-09-30,O-1,,11.7%\n");
	judge(); // with its lint
	const struct finding *f = find(TIE);
	assert_non_null(f->audit);
	assert_true(has(f->detail, "Churn was 11.7% on 30 September 2025, where the "
				   "straight way from 12.5% to 9.0% stands at 9.9%: "
				   "behind plan. "));
	assert_true(str_eq(cited(f, "metrics.csv")->quote, S("Churn 11.7%")));
	// Of any other sentence counts are still asked.
	assert_non_null(lint(f->detail));
	assert_non_null(lint(S("Churn was 11.7% on 30 September 2025.")));
	end();
}

TEST(without_it_there_is_something_to_watch)
{
	static const char *const CASES[][2] = { { NULL, "" },
		{ METRICS "2025-09-30,O-1,,1.11\n", "1.10: on plan." },
		{ METRICS "2025-09-30,O-1,,1.13\n", "target 1.12: reached." },
		{ METRICS "2025-03-31,O-1,,1.05\n", "too old to say." },
		{ METRICS "2025-09-30,O-9,,1.05\n", "" } };
	for (size_t i = 0; i < COUNT(CASES); i++) {
		judge_with(CASES[i][0]);
		const struct finding *f = find(TIE);
		assert_non_null(f->audit);
		assert_int_equal(f->severity, SEVERITY_WATCH);
		assert_true(has(f->detail, CASES[i][1]));
		assert_int_equal(
			cited(f, "metrics.csv")->path.len > 0, CASES[i][1][0] != 0);
		end();
	}
}

#define LEGAL                                                                            \
	"l1,A B,legal,l1@acme.example\nl2,C D,legal,l2@acme.example\n"                   \
	"l3,E F,legal,l3@acme.example\nl4,G H,legal,l4@acme.example\n"                   \
	"l5,I J,legal,l5@acme.example\n"

static void begin_with_legal(void)
{
	begin();
	append("people.csv", LEGAL);
	append("objectives.csv", "O-2,Sign faster,days,30,10,legal,sales\n");
}

TEST(a_function_without_a_file_is_told_from_one_without_a_tie)
{
	begin_with_legal();
	judge();
	const struct finding *f = find(TIE);
	assert_true(has(f->detail,
		"Legal is on the way to “Sign faster” and has no exchange in 90 days and "
		"no file of theirs is here: a file that is missing, perhaps, rather than "
		"a relationship."));
	end();

	begin_with_legal(); // what they asked is here, who met them is not
	append("requests.csv", "R-90,2025-10-01,l1,legal,Which words may we use,,open\n"
			       "R-91,2025-10-02,l2,legal,Template of a contract,,open\n");
	judge();
	f = find(TIE);
	assert_true(has(f->detail, "two of their requests and documents are here, but no "
				   "mail, calendar or table of who met whom names them"));
	assert_false(has(f->detail, "no file of theirs"));
	end();

	begin_with_legal(); // they were there once
	append("interactions.csv", "2025-07-03,l1,p00,mail,terms\n");
	judge();
	f = find(TIE);
	assert_true(has(f->detail, "Legal is on the way to “Sign faster” and has no "
				   "exchange in 90 days; the last was on 3 July 2025."));
	end();

	begin_with_legal(); // and now they are not absent
	append("interactions.csv", "2025-11-03,l1,p00,mail,terms\n");
	judge();
	assert_false(has(find(TIE)->detail, "Legal"));
	end();
}

// Four weeks of plenty between the two: the tie stands, the absent one is still absent.
TEST(an_absent_function_is_a_truth_of_its_own_where_no_tie_fails)
{
	struct buf rows = { 0 };
	begin_with_legal();
	for (int i = 0; i < 60; i++)
		buf_fmt(&rows, "2025-%02d-%02d,p1%d,p2%d,mail,turnstile\n", 9 + i % 3,
			1 + i % 28, i % OFFICE_PEOPLE, (i * 5) % OFFICE_PEOPLE);
	buf_byte(&rows, '\0');
	append("interactions.csv", rows.at);
	buf_done(&rows);
	judge();
	assert_null(find(TIE)->audit);
	const struct finding *f = find("absent legal");
	assert_non_null(f->audit);
	assert_int_equal(f->severity, SEVERITY_WATCH);
	assert_int_equal(f->certainty, CERTAINTY_EARLY);
	assert_int_equal(cited(f, "objectives.csv")->place.major, 3);
	end();
}

// Two threads of six pairs of people are counted and cited; of four pairs they are
// neither.
TEST(few_people_are_not_told_of)
{
	for (int people = 2; people <= 3; people++) {
		struct buf rows = { 0 };
		bool told = false;
		begin();
		buf_fmt(&rows, "date,from,to,channel,topic,thread\n");
		for (int i = 0; i < people * 2; i++)
			buf_fmt(&rows, "2025-10-0%d,p1%d,p2%d,mail,roof,T-%d\n",
				1 + i % 2, i / 2, 2 * (i % 2), i % 2);
		put_bytes(&office.folder, "exports/threads.csv", buf_str(&rows));
		buf_done(&rows);
		judge();
		const struct finding *f = find(TIE);
		assert_non_null(f->audit);
		assert_true(
			has(f->sentence, people == 2 ? "had fewer than five exchanges in"
						     : "had two exchanges in"));
		assert_true(str_eq(f->figure, people == 2 ? S("under 5") : S("2")));
		for (size_t i = 0; i < f->evidence_count; i++)
			told |= str_eq(f->evidence[i].note, S("the newest exchange")) &&
				str_eq(f->evidence[i].path, S("exports/threads.csv"));
		assert_int_equal(told, people == 3);
		end();
	}
}

MAIN(RUN(behind_plan_makes_it_serious_and_says_why),
	RUN(a_measure_in_percent_is_said_as_its_file_writes_it),
	RUN(without_it_there_is_something_to_watch),
	RUN(a_function_without_a_file_is_told_from_one_without_a_tie),
	RUN(an_absent_function_is_a_truth_of_its_own_where_no_tie_fails),
	RUN(few_people_are_not_told_of))

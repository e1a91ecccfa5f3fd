/*
 * The program as somebody uses it: raw files in a folder, `candor web --format json`, and
 * every number against what other programs wrote.  Networks: the e-mail network described
 * in test_reference.c, and tests/web/timed, whose model was written again in Python from
 * its text (made.py: Python 3.11.7, numpy 2.4.6).
 */
#include "outside.h"
#include "web/graph.h"
#include "world.h"

static const double CLOSED = 1e-9; // references have nine decimals
static const double LIMITS = 1e-6;

struct fixture {
	struct folder folder;
	struct eu eu;
	cJSON *level, *choice, *web;
	char names[EU_PEOPLE][8];
};

static bool set_up(struct fixture *f)
{
	*f = (struct fixture){ 0 };
	folder_make(&f->folder);
	if (!eu_read(&f->folder.arena, &f->eu)) {
		print_message("skipped: no " EU_CORE "\n");
		outside_remove(&f->folder);
		skip();
		return false;
	}
	f->level = eu_reference("email-eu-core.json");
	f->choice = eu_reference("selection-email-eu-core.json");
	for (unsigned i = 0; i < EU_PEOPLE; i++)
		(void)snprintf(f->names[i], sizeof f->names[i], "%u", i);
	return true;
}

static void tear_down(struct fixture *f)
{
	cJSON_Delete(f->level);
	cJSON_Delete(f->choice);
	cJSON_Delete(f->web);
	outside_remove(&f->folder);
}

static bool is_top(const struct eu *eu, uint32_t person)
{
	for (size_t i = 0; i < EU_TOP; i++)
		if (eu->top[i] == eu->department[person])
			return true;
	return false;
}

// The edge list as it is, without the lines that lead out of the twelve departments.
static void put_edges(struct fixture *f)
{
	struct buf out = { 0 };
	for (size_t i = 0; i < f->eu.count; i++)
		if (is_top(&f->eu, f->eu.ties[i].from) &&
			is_top(&f->eu, f->eu.ties[i].to))
			buf_fmt(&out, "%u %u\n", f->eu.ties[i].from, f->eu.ties[i].to);
	put_bytes(&f->folder, "email-Eu-core.txt", buf_str(&out));
	buf_done(&out);
}

static void put_rules(struct fixture *f)
{
	struct buf out = { 0 };
	const cJSON *o, *link;
	buf_fmt(&out, "company: Institute\nweb: {half_life: none, k: 1}\nobjectives:\n");
	cJSON_ArrayForEach(o, get(f->choice, "objectives"))
	{
		const char *before = "";
		buf_fmt(&out, "  - id: %s\n    name: \"%s\"\n    value: %g\n    links: {",
			get(o, "id")->valuestring, get(o, "name")->valuestring,
			number(o, "value"));
		cJSON_ArrayForEach(link, get(o, "links"))
		{
			buf_fmt(&out, "%s%g-%g: %s", before, item(link, 0), item(link, 1),
				cJSON_GetArrayItem(link, 2)->valuestring);
			before = ", ";
		}
		buf_fmt(&out, "}\n");
	}
	put_bytes(&f->folder, "candor.yaml", buf_str(&out));
	buf_done(&out);
}

static const char *name_of(const struct fixture *f, double department)
{
	return f->names[(size_t)department];
}

// What holds whoever else is in people.csv.
static void compare_tie(const struct fixture *f, size_t i, size_t j)
{
	static const struct {
		const char *ours, *theirs;
		bool one_way;
	} ROWS[] = { { "volume_given", "volume", true },
		{ "expected_given", "expected_quasi_independence", true },
		{ "given", "volume", true }, { "reciprocity", "reciprocity", false },
		{ "effective_pairs", "effective_pairs", false },
		{ "pairs", "distinct_pairs", false }, { "ratio", "ratio", false } };
	static const char *const BACK[] = { "volume_taken", "expected_taken", "taken" };
	const cJSON *level = get(f->level, "function_level_top12");
	bool turned = false;
	const cJSON *tie = outside_tie(
		f->web, name_of(f, f->eu.top[i]), name_of(f, f->eu.top[j]), &turned);
	const size_t a = turned ? j : i, b = turned ? i : j;
	for (size_t r = 0; r < COUNT(ROWS); r++) {
		NEAR_BY(number(tie, ROWS[r].ours), cell(get(level, ROWS[r].theirs), a, b),
			CLOSED);
		if (ROWS[r].one_way)
			NEAR_BY(number(tie, BACK[r]),
				cell(get(level, ROWS[r].theirs), b, a), CLOSED);
	}
	const cJSON *observed = get(tie, "observed");
	NEAR_BY(number(observed, "value"), cell(get(level, "strength"), a, b), CLOSED);
	NEAR_BY(number(observed, "value"), cell(get(f->choice, "observed"), a, b),
		CLOSED);
}

static void compare_level(const struct fixture *f)
{
	const cJSON *level = get(f->level, "function_level_top12");
	const cJSON *sizes = get(f->level, "department_sizes");
	for (size_t i = 0; i < EU_TOP; i++) {
		const char *name = name_of(f, f->eu.top[i]);
		const cJSON *function = outside_function(f->web, name);
		assert_int_equal(number(function, "people"), number(sizes, name));
		NEAR_BY(number(function, "constraint"),
			item(get(level, "constraint_weighted"), i), CLOSED);
		NEAR_BY(number(function, "betweenness"),
			item(get(level, "betweenness_len_1_over_strength"), i), CLOSED);
		for (size_t j = i + 1; j < EU_TOP; j++)
			compare_tie(f, i, j);
	}
}

static void compare_limits(const struct fixture *f)
{
	bool turned = false;
	for (size_t i = 0; i < EU_TOP; i++)
		for (size_t j = i + 1; j < EU_TOP; j++) {
			const cJSON *observed =
				get(outside_tie(f->web, name_of(f, f->eu.top[i]),
					    name_of(f, f->eu.top[j]), &turned),
					"observed");
			NEAR_BY(number(observed, "low"),
				cell(get(f->choice, "lo90"), i, j), LIMITS);
			NEAR_BY(number(observed, "high"),
				cell(get(f->choice, "hi90"), i, j), LIMITS);
		}
}

static const cJSON *tie_named(const struct fixture *f, const char *link)
{
	char *rest = NULL;
	bool turned = false;
	const long a = strtol(link, &rest, 10), b = strtol(rest + 1, NULL, 10);
	return outside_tie(f->web, name_of(f, (double)a), name_of(f, (double)b), &turned);
}

static void compare_needs(const struct fixture *f)
{
	const cJSON *want;
	cJSON_ArrayForEach(want, get(f->choice, "links"))
	{
		const cJSON *tie = tie_named(f, get(want, "link")->valuestring);
		NEAR_BY(number(tie, "needed"), number(want, "needed"), CLOSED);
		NEAR_BY(number(tie, "gap"), number(want, "gap"), CLOSED);
		NEAR_BY(number(tie, "picked"), number(want, "chosen_in_bootstrap"),
			CLOSED);
		NEAR_BY(number(get(tie, "observed"), "low"), number(want, "lo90"),
			CLOSED);
		NEAR_BY(number(get(tie, "observed"), "high"), number(want, "hi90"),
			CLOSED);
		assert_string_equal(get(tie, "verdict")->valuestring,
			get(want, "verdict")->valuestring);
	}
	for (int o = 0; o < 3; o++) {
		const cJSON *ours = cJSON_GetArrayItem(get(f->web, "objectives"), o);
		const cJSON *theirs = cJSON_GetArrayItem(get(f->choice, "objectives"), o);
		assert_string_equal(
			get(ours, "id")->valuestring, get(theirs, "id")->valuestring);
		NEAR_BY(number(ours, "health"), number(theirs, "health"), CLOSED);
		assert_int_equal(cJSON_GetArraySize(get(ours, "needs")),
			cJSON_GetArraySize(get(theirs, "links")));
	}
}

static void compare_set(const struct fixture *f, const char *set, const cJSON *want)
{
	const cJSON *name, *tie, *ties = get(get(get(f->web, "sets"), set), "ties");
	assert_int_equal(cJSON_GetArraySize(ties), cJSON_GetArraySize(want));
	cJSON_ArrayForEach(name, want)
	{
		const cJSON *link = tie_named(f, name->valuestring);
		bool found = false;
		cJSON_ArrayForEach(tie, ties) found |=
			!strcmp(get(tie, "a")->valuestring,
				get(link, "a")->valuestring) &&
			!strcmp(get(tie, "b")->valuestring, get(link, "b")->valuestring);
		assert_true(found);
	}
}

static void compare_choice(const struct fixture *f)
{
	const cJSON *sets = get(f->web, "sets");
	compare_set(f, "best", get(f->choice, "chosen"));
	compare_set(f, "second", cJSON_GetArrayItem(get(f->choice, "runner_up"), 0));
	compare_set(f, "third", cJSON_GetArrayItem(get(f->choice, "runner_up"), 1));
	NEAR_BY(100 * number(get(sets, "best"), "lift"), number(f->choice, "chosen_lift"),
		100 * CLOSED);
	NEAR_BY(number(sets, "same"), number(f->choice, "same_set_in_bootstrap"), CLOSED);
	assert_int_equal(
		number(sets, "looked_at"), number(f->choice, "subsets_evaluated"));
}

// The labels as they are published name all 1005 people, whom resampling draws for.
TEST(the_choice_is_that_of_the_reference_from_the_published_files)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	put_edges(&f);
	put_file(&f.folder, "email-Eu-core-department-labels.txt",
		EU_CORE "email-Eu-core-department-labels.txt");
	put_rules(&f);
	f.web = outside_web(&f.folder);
	assert_string_equal(get(f.web, "basis")->valuestring, "strength");
	compare_level(&f);
	compare_limits(&f);
	compare_needs(&f);
	compare_choice(&f);
	tear_down(&f);
}

static void put_people(struct fixture *f)
{
	struct buf out = { 0 };
	buf_fmt(&out, "person,function\n");
	for (unsigned p = 0; p < EU_PEOPLE; p++)
		if (is_top(&f->eu, p))
			buf_fmt(&out, "%u,%u\n", p, f->eu.department[p]);
	put_bytes(&f->folder, "people.csv", buf_str(&out));
	buf_done(&out);
}

// The reference leaves out each of the 646 people of these departments, and no others.
TEST(standard_errors_and_carriers_are_those_of_the_reference)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	put_edges(&f);
	put_people(&f);
	put(&f.folder, "candor.yaml",
		"company: Institute\nweb: {half_life: none, k: 1}\n");
	f.web = outside_web(&f.folder);
	compare_level(&f);
	const cJSON *level = get(f.level, "function_level_top12");
	for (size_t i = 0; i < EU_TOP; i++)
		for (size_t j = i + 1; j < EU_TOP; j++) {
			char link[24];
			bool turned = false;
			const char *a = name_of(&f, f.eu.top[i]);
			const char *b = name_of(&f, f.eu.top[j]);
			const cJSON *tie = outside_tie(f.web, a, b, &turned);
			NEAR_BY(number(tie, "deviation"),
				cell(get(level, "jackknife_se"), i, j), CLOSED);
			(void)snprintf(link, sizeof link, "%s-%s", a, b);
			const cJSON *bridge = cJSON_GetArrayItem(
				get(get(level, "bridges_top3_by_drop"), link), 0);
			const double drop = item(bridge, 2);
			if (!(drop > 0))
				continue;
			NEAR_BY(number(tie, "carrier_share") *
					number(get(tie, "observed"), "value"),
				drop, CLOSED);
			assert_string_equal(get(tie, "carrier")->valuestring,
				name_of(&f, item(bridge, 1)));
		}
	tear_down(&f);
}

static void compare_roles(const struct fixture *f, const cJSON *function, uint32_t d)
{
	static const char *const ROLES[] = { "coordinator", "itinerant", "gatekeeper",
		"representative", "liaison" };
	const cJSON *person = get(get(f->level, "gould_fernandez"), "by_person");
	double sums[COUNT(ROLES)] = { 0 }, all = 0, most = 0;
	for (size_t p = 0; p < EU_PEOPLE; p++) {
		double mine = 0;
		for (size_t r = 0; f->eu.department[p] == d && r < COUNT(ROLES); r++) {
			sums[r] += cell(person, p, r);
			mine += cell(person, p, r);
		}
		all += mine;
		most = fmax(most, mine);
	}
	for (size_t r = 0; r < COUNT(ROLES); r++)
		assert_int_equal(number(get(function, "roles"), ROLES[r]), sums[r]);
	if (all > 0)
		NEAR_BY(number(get(function, "roles"), "busiest_share"), most / all,
			CLOSED);
}

TEST(all_departments_from_both_files_as_they_are)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	put_file(&f.folder, "email-Eu-core.txt", EU_CORE "email-Eu-core.txt");
	put_file(&f.folder, "email-Eu-core-department-labels.txt",
		EU_CORE "email-Eu-core-department-labels.txt");
	put(&f.folder, "candor.yaml",
		"company: Institute\nweb: {half_life: none, k: 1}\n");
	f.web = outside_web(&f.folder);
	const cJSON *input = get(f.level, "input");
	assert_int_equal(
		number(get(f.web, "read"), "exchanges"), number(input, "directed_ties"));
	assert_int_equal(number(get(f.web, "read"), "people"), number(input, "people"));
	assert_int_equal(cJSON_GetArraySize(get(f.web, "functions")),
		number(input, "departments"));
	const cJSON *table = get(f.level, "ties_directed");
	for (uint32_t d = 0; d < EU_DEPARTMENTS; d++) {
		const cJSON *function = outside_function(f.web, f.names[d]);
		const cJSON *ei =
			get(get(get(f.level, "ei_index"), "by_department"), f.names[d]);
		if (cJSON_IsNull(ei))
			assert_true(cJSON_IsNull(get(function, "ei")));
		else
			NEAR_BY(number(function, "ei"), ei->valuedouble, CLOSED);
		compare_roles(&f, function, d);
		for (uint32_t e = d + 1; e < EU_DEPARTMENTS; e++) {
			bool turned = false;
			const cJSON *tie =
				outside_tie(f.web, f.names[d], f.names[e], &turned);
			const uint32_t a = turned ? e : d, b = turned ? d : e;
			assert_int_equal(number(tie, "given"), cell(table, a, b));
			assert_int_equal(number(tie, "taken"), cell(table, b, a));
		}
	}
	tear_down(&f);
}

static cJSON *made_want(struct arena *a)
{
	struct error err = { 0 };
	struct file file = { 0 };
	assert_true(file_open("tests/web/timed/want.json", SIZE_MAX, &file, &err));
	cJSON *want = cJSON_Parse(arena_cstr(a, file.bytes));
	file_close(&file);
	assert_non_null(want);
	return want;
}

static void compare_made(const cJSON *web, const cJSON *link)
{
	static const char *const SAME[] = { "reciprocity", "effective_pairs", "pairs",
		"ratio", "deviation", "needed", "picked" };
	bool turned = false;
	const cJSON *tie = outside_tie(
		web, get(link, "a")->valuestring, get(link, "b")->valuestring, &turned);
	assert_false(turned);
	for (size_t i = 0; i < COUNT(SAME); i++)
		NEAR_BY(number(tie, SAME[i]), number(link, SAME[i]), CLOSED);
	NEAR_BY(number(tie, "volume_given"), item(get(link, "volume"), 0), CLOSED);
	NEAR_BY(number(tie, "volume_taken"), item(get(link, "volume"), 1), CLOSED);
	NEAR_BY(number(tie, "expected_given"), item(get(link, "expected"), 0), CLOSED);
	NEAR_BY(number(tie, "expected_taken"), item(get(link, "expected"), 1), CLOSED);
	NEAR_BY(number(get(tie, "observed"), "value"), number(link, "observed"), CLOSED);
	NEAR_BY(number(get(tie, "observed"), "low"), number(link, "low"), CLOSED);
	NEAR_BY(number(get(tie, "observed"), "high"), number(link, "high"), CLOSED);
}

// Half-life, channels and their weights, announcements, a window, somebody who moves.
TEST(days_channels_and_announcements_are_as_in_another_program)
{
	struct folder f;
	folder_make(&f);
	put_file(&f, "people.csv", "tests/web/timed/people.csv");
	put_file(&f, "interactions.csv", "tests/web/timed/interactions.csv");
	put_file(&f, "candor.yaml", "tests/web/timed/candor.yaml");
	cJSON *web = outside_web(&f), *want = made_want(&f.arena);
	const cJSON *link, *tie, *o;
	assert_int_equal(cJSON_GetArraySize(get(want, "links")), 15);
	assert_int_equal(number(get(web, "read"), "announcements"), 4);
	cJSON_ArrayForEach(link, get(want, "links")) compare_made(web, link);
	cJSON_ArrayForEach(o, get(web, "objectives")) NEAR_BY(number(o, "health"),
		number(get(want, "health"), get(o, "id")->valuestring), CLOSED);
	const cJSON *best = get(get(web, "sets"), "best");
	NEAR_BY(number(best, "lift"), number(want, "lift"), CLOSED);
	NEAR_BY(number(get(web, "sets"), "same"), number(want, "same"), CLOSED);
	int place = 0;
	cJSON_ArrayForEach(tie, get(best, "ties"))
	{
		const cJSON *pair = cJSON_GetArrayItem(get(want, "best"), place++);
		assert_string_equal(get(tie, "a")->valuestring,
			cJSON_GetArrayItem(pair, 0)->valuestring);
		assert_string_equal(get(tie, "b")->valuestring,
			cJSON_GetArrayItem(pair, 1)->valuestring);
	}
	assert_int_equal(place, cJSON_GetArraySize(get(want, "best")));
	cJSON_Delete(web);
	cJSON_Delete(want);
	outside_remove(&f);
}

MAIN(RUN(the_choice_is_that_of_the_reference_from_the_published_files),
	RUN(standard_errors_and_carriers_are_those_of_the_reference),
	RUN(all_departments_from_both_files_as_they_are),
	RUN(days_channels_and_announcements_are_as_in_another_program))

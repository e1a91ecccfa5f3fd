// Whose an address is: aliases, shared mailboxes, programs, leavers, movers, strangers.
#include "folder.h"
#include "traffic/identity.h"

static struct folder f;

static int make(void **state)
{
	(void)state;
	folder_make(&f);
	return 0;
}

static int drop(void **state)
{
	(void)state;
	folder_remove(&f);
	return 0;
}

static void must_give(const char *want)
{
	gather(&f);
	assert_string_equal(as_text(&f), want);
}

#define ROWS "date,from,to,channel\n"

// The functions of both ends of one mail, "-" where there is no interaction.
static const char *tie(const char *from, const char *to)
{
	put(&f, "interactions.csv",
		arena_fmt(&f.arena, ROWS "2025-11-03,\"%s\",\"%s\",mail\n", from, to).at);
	gather(&f);
	if (!f.t.count)
		return "-";
	return arena_fmt(&f.arena, "%s %s", f.t.functions[f.t.at[0].actor.function].id.at,
		f.t.functions[f.t.ends[0].function].id.at)
		.at;
}

TEST(one_person_is_written_in_many_ways)
{
	put(&f, "people.csv",
		"person,name,function,email,aliases\n"
		"ana,Ana Ruiz,sales,ana.ruiz@acme.example,SMTP:aruiz@acme.example; "
		"ana@old.example\n"
		"ben,Ben Okoro,product,ben@acme.example,\n"
		"ben2,Ben Okoro,support,ben2@acme.example,\n");
	static const char *const WAYS[] = { "ana", "ANA", "Ana  Ruiz", "Ruiz, Ana",
		"ana.ruiz@acme.example", "Ana.Ruiz@ACME.example", "ARUIZ@acme.example",
		"Ana <ana.ruiz@acme.example>", "mailto:ana.ruiz@acme.example",
		"ana.ruiz+news@acme.example", "ana@old.example", "ana@acme.example",
		"<ana.ruiz@acme.example>", "'ana.ruiz@acme.example'",
		"ana.ruiz at acme.example", "ana.ruiz@acme.example." };
	for (size_t i = 0; i < COUNT(WAYS); i++)
		if (strcmp(tie(WAYS[i], "ben@acme.example"), "sales product"))
			fail_msg("%s: %s", WAYS[i], tie(WAYS[i], "ben@acme.example"));
	assert_int_equal(f.t.person_count, 3);
	// A name that two people have says nothing.
	assert_string_equal(tie("ana", "Ben Okoro"), "-");
	assert_true(f.t.unmapped > 0);
}

// Each of them is found without reading on to the end: a cell may hold a whole company.
TEST(a_cell_of_thousands_is_parted_at_its_marks)
{
	enum { MANY = 200 * 1000, LONG = 3000 };
	static const char *const MARKS[] = { ", ", ";", "|", "\n" };
	struct identity who = { 0 };
	struct str one, cell;
	for (size_t m = 0; m < COUNT(MARKS); m++) {
		struct buf b = { 0 };
		size_t count = 0;
		for (size_t i = 0; i < MANY; i++)
			buf_fmt(&b, "p%zu@acme.example%s", i, MARKS[m]);
		for (cell = buf_str(&b); identity_next(&who, &cell, &one); count++)
			assert_true(str_eq(
				one, arena_fmt(&f.arena, "p%zu@acme.example", count)));
		assert_int_equal(count, MANY);
		buf_done(&b);
	}
	char *word = arena_alloc(&f.arena, LONG + 8, 1);
	memset(word, 'x', LONG);
	memcpy(word + LONG, ",ana,bo", 7);
	cell = (struct str){ word, LONG + 7 };
	assert_true(identity_next(&who, &cell, &one));
	assert_int_equal(one.len, LONG);
	assert_true(identity_next(&who, &cell, &one) && str_eq(one, S("ana")));
	assert_true(identity_next(&who, &cell, &one) && str_eq(one, S("bo")));
	assert_false(identity_next(&who, &cell, &one));
}

TEST(a_mailbox_of_many_belongs_to_its_function_and_is_nobody)
{
	put(&f, "people.csv", PEOPLE "post,Front desk,sales,post@acme.example\n");
	put(&f, "candor.yaml",
		"functions:\n  legal: {people: [contracts@acme.example, "
		"legal@acme.example]}\n");
	assert_string_equal(tie("ana", "support@acme.example"), "sales support");
	assert_string_equal(tie("ana", "help@acme.example"), "sales support");
	assert_string_equal(tie("ana", "legal@acme.example"), "sales legal");
	size_t shared = 0;
	for (size_t i = 0; i < f.t.person_count; i++)
		shared += f.t.persons[i].shared;
	assert_int_equal(shared, 1);
	for (size_t i = 0; i < f.t.function_count; i++)
		if (str_eq(f.t.functions[i].id, S("legal")))
			assert_int_equal(f.t.functions[i].people, 1); // contracts@
	// Nobody in particular: neither a person nor an address that is missing.
	assert_string_equal(tie("ana", "all@acme.example"), "-");
	assert_int_equal(f.t.unknown_count, 0);
	// Somebody else's support desk is a stranger.
	assert_string_equal(tie("ana", "support@other.example"), "-");
	assert_true(f.t.outside > 0 && f.t.unmapped <= 0);
}

TEST(a_directory_may_say_what_an_account_is)
{
	put(&f, "people.csv",
		"person,name,function,email,kind\nana,Ana,sales,ana@acme.example,\n"
		"cr,Crawler,engineering,cr@acme.example,bot\n"
		"q,Questions,support,q@acme.example,shared mailbox\n"
		"kim,Kim,engineering,kim@agency.example,contractor\n");
	assert_string_equal(tie("ana", "cr@acme.example"), "-");
	assert_true(f.t.unmapped <= 0);
	assert_string_equal(tie("ana", "q@acme.example"), "sales support");
	assert_string_equal(tie("ana", "kim@agency.example"), "sales engineering");
	// The agency is not the company because one of its people works here.
	put(&f, "people.csv",
		"person,function,email\na,sales,a@acme.example\nb,sales,b@acme.example\n"
		"c,sales,c@acme.example\nd,sales,d@acme.example\ne,sales,e@acme.example\n"
		"f,sales,f@acme.example\ng,sales,g@acme.example\nh,sales,h@acme.example\n"
		"i,sales,i@acme.example\nj,sales,j@acme.example\n"
		"kim,engineering,kim@agency.example\n");
	assert_string_equal(tie("a", "boss@agency.example"), "-");
	assert_true(f.t.outside > 0 && f.t.unmapped <= 0);
	assert_string_equal(tie("a", "boss@acme.example"), "-");
	assert_true(f.t.outside <= 0 && f.t.unmapped > 0);
}

TEST(programs_are_nobody)
{
	static const char *const PROGRAMS[] = { "no-reply@acme.example",
		"noreply+1@vendor.example", "mailer-daemon@acme.example",
		"notifications@vendor.example", "jira@acme.example", "dependabot[bot]",
		"slackbot", "c_188@resource.calendar.google.com" };
	put(&f, "people.csv", PEOPLE);
	for (size_t i = 0; i < COUNT(PROGRAMS); i++) {
		if (strcmp(tie("ana", PROGRAMS[i]), "-") || f.t.unmapped > 0 ||
			f.t.outside > 0)
			fail_msg("%s", PROGRAMS[i]);
	}
}

TEST(who_moves_counts_where_they_were)
{
	put(&f, "people.csv",
		"person,function,email,since,until\n"
		"ana,sales,ana@acme.example,,2025-09-30\n"
		"ana,product,ana@acme.example,2025-10-01,\n"
		"ben,support,ben@acme.example,,\n");
	put(&f, "interactions.csv",
		ROWS "2025-09-30,ana,ben,mail\n2025-10-01,ana,ben,mail\n");
	must_give("09-30 mail sales > support /1 w1\n"
		  "10-01 mail product > support /1 w1\n");
	assert_int_equal(f.t.person_count, 2);
	// One person in both while the window lasts; at its end in one.
	for (size_t i = 0; i < f.t.function_count; i++)
		assert_int_equal(f.t.functions[i].people, 1);
	for (size_t i = 0; i < f.t.person_count; i++)
		assert_string_not_equal(
			f.t.functions[f.t.persons[i].function].id.at, "sales");
}

TEST(who_left_or_is_not_there_yet_is_of_no_function)
{
	put(&f, "people.csv",
		"person,function,email,since,until\n"
		"ana,sales,ana@acme.example,2025-08-01,2025-09-30\n"
		"old,sales,old@acme.example,,2025-03-01\n"
		"ben,support,ben@acme.example,,\n");
	put(&f, "interactions.csv",
		ROWS "2025-07-31,ana@acme.example,ben,mail\n2025-09-30,ana,ben,mail\n"
		     "2025-10-01,ben,ana@acme.example,mail\n");
	must_give("09-30 mail sales > support /1 w1\n");
	assert_true(web_unmapped_share(&f.t) > 0.66);
	assert_true(
		has_note(&f, "1 address of acme.example, of no function on that day"));
	assert_int_equal(f.t.person_count, 2); // who left before the window is not there
	for (size_t i = 0; i < f.t.function_count; i++)
		assert_int_equal(f.t.functions[i].people, 1);
}

TEST(unmapped_volume_is_stated_by_domain_and_refuses_above_a_limit)
{
	put(&f, "people.csv", PEOPLE);
	put(&f, "interactions.csv",
		ROWS "2025-11-03,ana,ben,mail\n2025-11-03,ana,ben,mail\n"
		     "2025-11-03,ana,ben,mail\n2025-11-03,cem,ben,mail\n"
		     "2025-11-03,ana,zoe@acme.example,mail\n"
		     "2025-11-03,ana,joe@eu.acme.example,mail\n"
		     "2025-11-03,ana,joe@eu.acme.example,mail\n"
		     "2025-11-03,ana,c@buyer.example,mail\n");
	gather(&f);
	// Three of seven; the buyer is no part of it.
	assert_true(
		web_unmapped_share(&f.t) > 0.4285 && web_unmapped_share(&f.t) < 0.4286);
	assert_true(web_unmapped_share(&f.t) > WEB_UNMAPPED_MAX);
	assert_int_equal(f.t.unknown_count, 2);
	assert_string_equal(f.t.unknown[0].domain.at, "eu.acme.example");
	assert_int_equal(f.t.unknown[0].addresses, 1);
	assert_true(has_note(&f,
		"43 % of the volume is with 1 address of eu.acme.example, 1 address of "
		"acme.example, of no function on that day: too much for a verdict about "
		"two functions"));
	// Never who it is.
	assert_false(has_note(&f, "zoe"));
	assert_false(has_note(&f, "joe"));
}

TEST(functions_come_from_addresses_patterns_names_and_files)
{
	put(&f, "candor.yaml",
		"functions:\n"
		"  support: {people: staff.csv, where: \"team=Support\"}\n"
		"  cs: {people: [cs@acme.example, \"*@success.acme.example\"]}\n"
		"  finance:\n"
		"  product: {people: [ben]}\n");
	put(&f, "staff.csv",
		"login,team,email,phone\ncem,Support,cem@acme.example,1\n"
		"dia,Other,dia@acme.example,2\n");
	put(&f, "people.csv",
		"person,function,email\nben,engineering,ben@acme.example\n"
		"eva,Customer Success,eva@acme.example\n");
	assert_string_equal(tie("cem", "new@success.acme.example"), "support cs");
	assert_string_equal(tie("cem@acme.example", "cs@acme.example"), "support cs");
	// What candor.yaml says outweighs the directory.
	assert_string_equal(tie("cem", "ben@acme.example"), "support product");
	assert_string_equal(tie("cem", "eva"), "support customer-success");
	// A function without anybody is there, and blind.
	bool found = false;
	for (size_t i = 0; i < f.t.function_count; i++) {
		const struct web_function *one = &f.t.functions[i];
		assert_true(!i || str_cmp(one[-1].id, one->id) < 0);
		if (!str_eq(one->id, S("finance")))
			continue;
		found = true;
		assert_false(one->has_rows);
		assert_int_equal(one->people, 0);
		assert_string_equal(one->name.at, "Finance");
	}
	assert_true(found);
}

TEST(what_candor_yaml_names_and_is_not_there_is_said)
{
	put(&f, "candor.yaml",
		"functions:\n  support: {people: staff.csv, where: \"team=Support\"}\n"
		"  sales: {people: [none.csv]}\n");
	put(&f, "staff.csv", "login,department\ncem,Support\n");
	gather(&f);
	assert_true(has_note(&f, "staff.csv has no column 'team'"));
	assert_true(has_note(&f, "'none.csv' for the people of sales; there is no such"));
}

TEST(equal_ids_of_two_companies_have_nothing_in_common)
{
	put(&f, "people.csv", PEOPLE);
	put(&f, "candor.yaml", "company: Acme\n");
	gather(&f);
	uint64_t first = f.t.persons[0].key;
	assert_int_equal(f.t.person_count, 4);
	put(&f, "candor.yaml", "company: Beta\n");
	gather(&f);
	for (size_t i = 0; i < f.t.person_count; i++)
		assert_true(f.t.persons[i].key != first);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, make, drop)

MAIN(CASE(one_person_is_written_in_many_ways),
	CASE(a_cell_of_thousands_is_parted_at_its_marks),
	CASE(a_mailbox_of_many_belongs_to_its_function_and_is_nobody),
	CASE(a_directory_may_say_what_an_account_is), CASE(programs_are_nobody),
	CASE(who_moves_counts_where_they_were),
	CASE(who_left_or_is_not_there_yet_is_of_no_function),
	CASE(unmapped_volume_is_stated_by_domain_and_refuses_above_a_limit),
	CASE(functions_come_from_addresses_patterns_names_and_files),
	CASE(what_candor_yaml_names_and_is_not_there_is_said),
	CASE(equal_ids_of_two_companies_have_nothing_in_common))

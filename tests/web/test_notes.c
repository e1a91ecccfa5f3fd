// What could not be seen is said once.
#include "traffic/folder.h"

#include "web/result.h"

struct told {
	struct folder f;
	struct web_needs needs;
	struct web web;
};

static void put_people(struct folder *f)
{
	static const char *const FUNCTIONS[] = { "product", "sales", "support",
		"design" };
	struct buf people = { 0 };
	buf_fmt(&people, "person,function,email\n");
	for (unsigned i = 0; i < 24; i++)
		buf_fmt(&people, "p%u,%s,p%u@acme.example\n", i, FUNCTIONS[i % 4], i);
	put_bytes(f, "people.csv", buf_str(&people));
	buf_done(&people);
}

// Of a hundred exchanges `unknown` are with somebody of no function.
static void put_rows(struct folder *f, unsigned unknown)
{
	struct buf rows = { 0 };
	buf_fmt(&rows, "date,from,to,channel\n");
	for (unsigned i = 0; i < 100; i++)
		buf_fmt(&rows, "2025-11-%02u,p%u@acme.example,%c%u@acme.example,mail\n",
			1 + i % 28, i % 24, i < unknown ? 'x' : 'p', (i * 7 + 1) % 24);
	put_bytes(f, "interactions.csv", buf_str(&rows));
	buf_done(&rows);
}

static void tell(struct told *t)
{
	struct arena *a = &t->f.arena;
	gather(&t->f);
	web_needs_of(&t->f.ws, &t->f.t, a, &t->needs);
	const struct web_settings settings = web_settings_of(&t->f.ws, &t->f.t, 1);
	web_run(&t->f.t, &t->needs, &settings, a, &t->web);
}

static size_t notes_with(const struct told *t, const char *words)
{
	size_t count = 0;
	for (size_t i = 0; i < t->web.note_count; i++)
		count += str_find(t->web.notes[i], str_of(words), 0) != STR_NONE;
	return count;
}

TEST(a_name_that_is_no_function_is_said_once)
{
	struct told t = { 0 };
	folder_make(&t.f);
	put_people(&t.f);
	put_rows(&t.f, 0);
	put(&t.f, "objectives.csv",
		"id,objective,owner_function,depends_on,value\n"
		"O-1,Grow,sales,product;wizards,1\nO-2,Keep,support,wizards;product,1\n"
		"O-3,Ship,wizards,wizards;elves,1\n");
	tell(&t);
	assert_int_equal(notes_with(&t, "none of the functions"), 2);
	assert_int_equal(
		notes_with(&t, "O-1, O-2 and O-3 name \"wizards\", which is none "
			       "of the functions of this company."),
		1);
	assert_int_equal(notes_with(&t, "O-3 names \"elves\", which"), 1);
	put(&t.f, "objectives.csv",
		"id,objective,owner_function,depends_on,value\n"
		"O-1,a,sales,elves,1\nO-2,b,sales,elves,1\nO-3,c,sales,elves,1\n"
		"O-4,d,sales,elves,1\nO-5,e,sales,elves,1\nO-6,f,sales,elves,1\n"
		"O-7,g,sales,elves,1\n");
	tell(&t);
	assert_int_equal(
		notes_with(&t, "O-1, O-2, O-3, O-4, O-5 and 2 more name \"elves\""), 1);
	folder_remove(&t.f);
}

TEST(what_is_of_no_function_is_said_once)
{
	struct told t = { 0 };
	folder_make(&t.f);
	put_people(&t.f);
	put_rows(&t.f, 40);
	tell(&t);
	assert_int_equal(t.web.basis, WEB_BASIS_UNMAPPED);
	assert_int_equal(notes_with(&t, "of no function"), 0);
	assert_true(str_starts(t.web.sentence,
		S("40% of the volume is with 24 addresses of acme.example, of no "
		  "function "
		  "on that day; above 30% no verdict about two functions is given.")));
	put_rows(&t.f, 20);
	tell(&t);
	assert_int_equal(t.web.basis, WEB_BASIS_STRENGTH);
	assert_int_equal(notes_with(&t, "20 % of the volume is with"), 1);
	folder_remove(&t.f);
}

MAIN(RUN(a_name_that_is_no_function_is_said_once),
	RUN(what_is_of_no_function_is_said_once))

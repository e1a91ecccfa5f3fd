#include "tests/test.h"

#include "audit/audit.h"
#include "tests/audit/lint.h"

#include <stdlib.h>
#include <string.h>

TEST(ids_are_kebab_case_and_unique)
{
	for (size_t i = 0; audits[i]; i++) {
		for (const char *c = audits[i]->id; *c; c++)
			assert_true((*c >= 'a' && *c <= 'z') || *c == '-');
		for (size_t j = 0; j < i; j++) {
			assert_string_not_equal(audits[i]->id, audits[j]->id);
			assert_string_not_equal(audits[i]->number, audits[j]->number);
		}
		assert_ptr_equal(audit_find(str_of(audits[i]->id)), audits[i]);
		assert_ptr_equal(audit_find(str_of(audits[i]->number)), audits[i]);
	}
	assert_null(audit_find(S("no-such-truth")));
}

TEST(every_truth_has_complete_words)
{
	for (size_t i = 0; audits[i]; i++) {
		const struct audit *a = audits[i];
		assert_true(a->title[strlen(a->title) - 1] == '?');
		assert_true(a->why[strlen(a->why) - 1] == '.');
		assert_null(lint(str_of(a->title)));
		assert_null(lint(str_of(a->why)));
		assert_null(lint(str_of(a->minimum)));
		assert_true(a->needs && a->bring_to[0] && a->group[0] && a->demands[0]);
		assert_true(!a->run == !a->fires_on && !a->run == !a->silent_on);
	}
}

TEST(the_twenty_truths_stand_in_order)
{
	size_t count = 0;
	for (size_t i = 0; audits[i]; i++, count++)
		if (i)
			assert_true(strcmp(audits[i - 1]->number, audits[i]->number) < 0);
	assert_int_equal(count, 21);
}

TEST(every_fact_says_which_file_brings_it)
{
	for (size_t f = 0; f < FACT_COUNT; f++) {
		const struct fact_kind *k = &fact_kinds[f];
		assert_true(k->name && k->title && k->unlock.file && k->unlock.columns);
		assert_true(strlen(k->unlock.template_rows) > 20);
		assert_null(lint(str_of(k->title)));
	}
}

// docs/truths.md is printed from the table; CANDOR_BLESS=1 rewrites it.
TEST(the_reference_is_what_the_table_says)
{
	struct buf now = { 0 };
	struct file file = { 0 };
	struct error err = { 0 };
	truths_write(&now);
	if (getenv("BLESS"))
		assert_true(file_write("docs/truths.md", buf_str(&now), &err));
	assert_true(file_open("docs/truths.md", 1 << 20, &file, &err));
	assert_true(str_eq(file.bytes, buf_str(&now)));
	file_close(&file);
	buf_done(&now);
}

MAIN(RUN(ids_are_kebab_case_and_unique), RUN(every_truth_has_complete_words),
	RUN(the_twenty_truths_stand_in_order), RUN(every_fact_says_which_file_brings_it),
	RUN(the_reference_is_what_the_table_says))

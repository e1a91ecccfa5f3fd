// What a sentence makes of a claim of the ledger: tests/swap/fixture/sayings.txt is the
// key.  Of its ten strengthenings at least eight must be caught, and what says the claim
// must not be reported.
#include "tests/test.h"

#include "swap/saying.h"

#include <stdio.h>

struct line {
	struct str want, claim, qualifier, sentence;
};

static bool take(struct str line, struct line *out)
{
	struct str *const fields[] = { &out->want, &out->claim, &out->qualifier,
		&out->sentence };
	for (size_t i = 0; i < COUNT(fields); i++) {
		struct str field;
		if (!str_split(&line, '|', &field))
			return false;
		*fields[i] = str_trim(field);
	}
	return true;
}

static struct str got(const struct line *l, struct arena *a, struct str *change)
{
	const struct aliases *names = aliases_build(a, NULL, 0);
	struct saying_claim claim;
	struct side said;
	struct seen_words *seen = ARENA_NEW(a, struct seen_words);
	saying_claim_of(l->claim, l->qualifier, names, check_words(a), a, &claim);
	side_of(l->sentence, names, seen, a, &said);
	const enum saying s = saying_of(&claim, &said, a, change);
	if (s == SAID_SO && !saying_qualified(&claim, l->sentence, names))
		return S("bare");
	return str_of(saying_name(s));
}

TEST(the_key)
{
	struct arena a = { 0 };
	struct file file;
	struct error err = { 0 };
	struct str rest, text;
	size_t strengthened = 0, caught = 0, other = 0, right = 0;
	assert_true(file_open("tests/swap/fixture/sayings.txt", 1 << 16, &file, &err));
	rest = file.bytes;
	while (str_line(&rest, &text)) {
		struct line l = { 0 };
		struct str change;
		if (!text.len || text.at[0] == '#')
			continue;
		assert_true(take(text, &l));
		const struct str is = got(&l, &a, &change);
		const bool same = str_eq(is, l.want);
		if (!same)
			printf("%-9.*s not %-9.*s %.*s (%.*s)\n", ARG_STR(is),
				ARG_STR(l.want), ARG_STR(l.sentence), ARG_STR(change));
		const bool hard =
			str_eq(l.want, S("stronger")) || str_eq(l.want, S("bare"));
		strengthened += hard;
		caught += hard && same;
		other += !hard;
		right += !hard && same;
	}
	printf("strengthening: %zu of %zu; all other: %zu of %zu\n", caught, strengthened,
		right, other);
	assert_int_equal(strengthened, 10);
	assert_true(caught >= 8);
	assert_int_equal(right, other);
	file_close(&file);
	arena_free(&a);
}

MAIN(RUN(the_key))

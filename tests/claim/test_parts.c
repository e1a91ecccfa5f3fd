#include "tests/test.h"

#include "claim/claim.h"

#include <math.h>
#include <string.h>

// "!offlin hour" : concepts, negated ones with a mark.
static void check_parts(const char *text, const char *want)
{
	struct arena a = { 0 };
	struct claim_parts parts;
	struct buf out = { 0 };
	claim_parts_of(str_of(text), NULL, 0, &a, &parts);
	for (size_t i = 0; i < parts.count; i++)
		buf_fmt(&out, "%s%s%" PRI_STR, i ? " " : "",
			parts.at[i].negated ? "!" : "", ARG_STR(parts.at[i].stem));
	buf_byte(&out, '\0');
	if (strcmp(out.at, want) != 0)
		fail_msg("%s: got '%s', wanted '%s'", text, out.at, want);
	buf_done(&out);
	arena_free(&a);
}

TEST(negation_reaches_its_clause_and_no_further)
{
	check_parts("Works without a network, on tablets.", "work !network tablet");
	check_parts("No cookies and fully compliant.", "!cooki complet compliant");
	check_parts("Cookie banners are not required.", "!cooki !banner need");
	check_parts("Not only fast but safe.", "fast secur");
	check_parts("Cookie-free analytics.", "!cooki analytic");
	check_parts("Written instead of typed.", "writ !typ");
	check_parts("Export to PDF is not supported.", "!export !pdf !support");
	check_parts("Offline mode is planned.", "!offlin !mod !plan");
	check_parts("Läuft ohne Netz, auch nachts.", "lauf !network nach");
	check_parts("Keine Übergabe geht verloren.", "!handover !verlor");
	check_parts("", "");
}

struct pair_case {
	const char *claim, *said;
	bool says;
};

static void check_pairs(const struct pair_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena a = { 0 };
		struct claim_parts claim, said;
		claim_parts_of(str_of(cases[i].claim), NULL, 0, &a, &claim);
		claim_parts_of(str_of(cases[i].said), NULL, 0, &a, &said);
		if (claim_said_by(&claim, &said) != cases[i].says)
			fail_msg("%s / %s", cases[i].claim, cases[i].said);
		arena_free(&a);
	}
}

TEST(fuzzy_on_wording)
{
	static const struct pair_case CASES[] = {
		{ "Cuts handover time", "Handover time is cut.", true },
		{ "Answers auditors in minutes",
			"In minutes, auditors are answered by it.", true },
		{ "Signed entries cannot be changed",
			"Entries, once signed, can never be changed by anybody.", true },
		{ "Keeps every event", "Every event is kept, and so is its reason.",
			true },
		{ "Cuts handover time", "Cuts downtime.", false },
		{ "Works offline", "Works online.", false },
		{ "Works with a network", "Works without a network.", false },
		{ "Übergaben in Minuten", "Eine Übergabe dauert nur Minuten.", true },
		{ "Fast", "Fast", false },
	};
	check_pairs(CASES, COUNT(CASES));
}

TEST(exact_on_numbers)
{
	static const struct pair_case CASES[] = {
		{ "Cuts handover time by 40%", "Handover time is cut by 40 percent.",
			true },
		{ "Cuts handover time by 40%", "Cuts handover time by 45%.", false },
		{ "Cuts handover time by 40%", "Cuts handover time.", false },
		{ "Cuts handover time", "Cuts handover time by 40%.", false },
		{ "Works 72 hours offline", "Works offline for 3 days.", true },
		{ "Works 72 hours offline", "Works offline for 48 hours.", false },
		{ "Used by 2,000 plants", "Used by 2000 plants in 30 countries.", true },
		{ "From EUR 9 a month", "From 9 € a month.", true },
		{ "From EUR 9 a month", "From $9 a month.", false },
	};
	check_pairs(CASES, COUNT(CASES));
}

TEST(the_same_claim_says_the_same_both_ways)
{
	struct arena a = { 0 };
	struct claim_parts one, other, more;
	claim_parts_of(S("Cuts handover time by 40%"), NULL, 0, &a, &one);
	claim_parts_of(S("Handover time is cut by 40 %"), NULL, 0, &a, &other);
	claim_parts_of(
		S("Handover time is cut by 40 % in breweries, dairies and bakeries"),
		NULL, 0, &a, &more);
	assert_true(claim_same(&one, &other));
	assert_true(claim_said_by(&one, &more));
	assert_false(claim_same(&one, &more));
	arena_free(&a);
}

TEST(what_differs_is_told)
{
	struct arena a = { 0 };
	struct claim_parts ours, theirs;
	struct claim_likeness like;
	claim_parts_of(S("Single sign-on works 72 hours."), NULL, 0, &a, &ours);
	claim_parts_of(
		S("There is no single sign-on; works 48 hours."), NULL, 0, &a, &theirs);
	claim_compare(&ours, &theirs, &like);
	assert_true(like.opposed && like.b_denies && !like.a_denies);
	assert_true(str_eq(like.opposite_a, S("Single sign-on")));
	assert_int_equal(like.differs_a, 0);
	assert_int_equal(like.differs_b, 0);
	assert_true(fabs(like.a_in_b - 1) < 1e-9);
	arena_free(&a);
}

TEST(a_number_inside_a_range_neither_differs_nor_is_equal)
{
	struct arena a = { 0 };
	struct claim_parts ours, theirs;
	struct claim_likeness like;
	claim_parts_of(S("Built for plants under 80 people"), NULL, 0, &a, &ours);
	claim_parts_of(S("Built for plants with 5 to 80 people"), NULL, 0, &a, &theirs);
	claim_compare(&ours, &theirs, &like);
	assert_true(like.overlap);
	assert_true(like.differs_a == SIZE_MAX && like.only_a == SIZE_MAX);
	assert_false(claim_said_by(&ours, &theirs));
	claim_parts_of(
		S("Built for plants with 100 to 800 people"), NULL, 0, &a, &theirs);
	claim_compare(&ours, &theirs, &like);
	assert_false(like.overlap);
	assert_int_equal(like.differs_a, 0);
	arena_free(&a);
}

MAIN(RUN(negation_reaches_its_clause_and_no_further), RUN(fuzzy_on_wording),
	RUN(exact_on_numbers), RUN(the_same_claim_says_the_same_both_ways),
	RUN(what_differs_is_told),
	RUN(a_number_inside_a_range_neither_differs_nor_is_equal))

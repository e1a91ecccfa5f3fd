#include "tests/test.h"

#include "swap/check.h"
#include "swap/null.h"

#include <string.h>

struct room {
	struct arena a;
	struct lexicon *words;
	struct seen_words *seen;
	struct aliases *names;
};

static void room_open(struct room *r)
{
	*r = (struct room){ 0 };
	r->words = check_words(&r->a);
	r->seen = ARENA_NEW(&r->a, struct seen_words);
	r->names = aliases_build(&r->a, NULL, 0);
}

static struct check check_of(struct room *r, struct str text)
{
	struct side side;
	struct check check;
	side_of(text, r->names, r->seen, &r->a, &side);
	check_claim(r->words, &side, NULL, NULL, &check);
	return check;
}

static bool is_in(struct str list, struct str text)
{
	struct str line;
	while (str_line(&list, &line))
		if (str_eq(line, text))
			return true;
	return false;
}

// Filler of the invented vendors, told apart by a person, against their other claims.
TEST(filler_scores_below_what_could_be_wrong)
{
	struct room r;
	struct file f;
	struct error err = { 0 };
	struct index_text *texts = NULL;
	static double filler[512], other[1024];
	size_t fillers = 0, others = 0, called = 0, wrongly = 0;
	room_open(&r);
	assert_true(file_open("tests/swap/filler.txt", 1 << 20, &f, &err));
	const size_t count = null_context(&r.a, &texts);
	for (size_t i = 0; i < count; i++) {
		const double z = check_of(&r, texts[i].text).z;
		const bool low = z < check_least();
		if (is_in(f.bytes, texts[i].text)) {
			filler[fillers++] = z;
			called += low;
		} else {
			other[others++] = z;
			wrongly += low;
		}
	}
	double wins = 0;
	for (size_t i = 0; i < fillers; i++)
		for (size_t j = 0; j < others; j++)
			wins += other[j] > filler[i] ? 1 : other[j] < filler[i] ? 0 : 0.5;
	const double auc = wins / (double)(fillers * others);
	print_message("AUC %.3f; %zu of %zu filler called so, and %zu of %zu others\n",
		auc, called, fillers, wrongly, others);
	assert_true(fillers >= 120 && auc > 0.88);
	file_close(&f);
	arena_free(&r.a);
}

TEST(each_kind_of_evidence_is_seen)
{
	static const struct {
		const char *text;
		enum check_kind kind;
		const char *words;
	} CASES[] = {
		{ "Works 72 hours.", CHECK_NUMBER, "72 hours" },
		{ "It reads Modbus and OPC UA.", CHECK_NAMED, "Modbus" },
		{ "The report is written from machine events.", CHECK_MECHANISM,
			"written from machine events" },
		{ "Works without a network.", CHECK_CONSTRAINT, "without a network" },
		{ "Made for regulated plants.", CHECK_AUDIENCE,
			"Made for regulated plants" },
		{ "The cloud is optional.", CHECK_TRADE, "optional" },
		{ "Die Seite entsteht aus Maschinenereignissen.", CHECK_MECHANISM,
			"aus Maschinenereignissen" },
		{ "Läuft ohne Netz.", CHECK_CONSTRAINT, "ohne Netz" },
	};
	struct room r;
	room_open(&r);
	for (size_t i = 0; i < COUNT(CASES); i++) {
		const struct str text = str_of(CASES[i].text);
		const struct check c = check_of(&r, text);
		bool found = false;
		for (size_t s = 0; s < c.span_count; s++)
			found |= c.kinds[s] == CASES[i].kind &&
				 str_eq(str_cut(text, c.spans[s].from,
						c.spans[s].to - c.spans[s].from),
					 str_of(CASES[i].words));
		if (!found || c.z < check_least())
			fail_msg("%s: z %.2f, %zu spans", CASES[i].text, c.z,
				c.span_count);
	}
	arena_free(&r.a);
}

TEST(praise_is_no_evidence)
{
	static const char *const FILLER[] = { "The powerful, flexible and easy platform.",
		"We help teams succeed.", "A modern solution for modern teams.",
		"The best way to work.", "Für die moderne Zusammenarbeit.", "" };
	struct room r;
	room_open(&r);
	for (size_t i = 0; i < COUNT(FILLER); i++)
		assert_true(check_of(&r, str_of(FILLER[i])).z < check_least());
	arena_free(&r.a);
}

static enum exclusive_class class_of(struct room *r, const char *text)
{
	struct side side;
	side_of(str_of(text), r->names, r->seen, &r->a, &side);
	if (side.exclusive.class)
		assert_true(exclusive_may_be(str_of(text)));
	return side.exclusive.class;
}

TEST(first_places_are_claimed_only_where_they_are)
{
	struct room r;
	room_open(&r);
	assert_int_equal(class_of(&r, "The only logbook with seals."), EXCLUSIVE_ONLY);
	assert_int_equal(
		class_of(&r, "We are the leading logbook vendor."), EXCLUSIVE_BEST);
	assert_int_equal(
		class_of(&r, "Acme, the first logbook for dairies."), EXCLUSIVE_FIRST);
	assert_int_equal(class_of(&r, "The #1 logbook."), EXCLUSIVE_BEST);
	assert_int_equal(class_of(&r, "The world's fastest logbook."), EXCLUSIVE_FAST);
	assert_int_equal(class_of(&r, "The quietest pump in Europe."), EXCLUSIVE_OTHER);
	assert_int_equal(
		class_of(&r, "Die einzige Software mit Siegel."), EXCLUSIVE_ONLY);
	assert_int_equal(class_of(&r, "Hire the best people faster."), EXCLUSIVE_NONE);
	assert_int_equal(class_of(&r, "Runs only on Linux."), EXCLUSIVE_NONE);
	assert_int_equal(class_of(&r, "In the first 30 days."), EXCLUSIVE_NONE);
	assert_int_equal(class_of(&r, "Get the most out of it."), EXCLUSIVE_NONE);
	assert_int_equal(class_of(&r, "Test the latest request."), EXCLUSIVE_NONE);
	arena_free(&r.a);
}

MAIN(RUN(filler_scores_below_what_could_be_wrong), RUN(each_kind_of_evidence_is_seen),
	RUN(praise_is_no_evidence), RUN(first_places_are_claimed_only_where_they_are))

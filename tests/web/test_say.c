// The words of figures: they say what the figures say, and no more than the veil leaves.
#include <math.h>

#include "reference.h"
#include "web/say.h"
#include "world.h"

enum { FUNCTIONS = 5, EACH = 6 };

static bool says(struct str text, const char *words)
{
	return str_find(text, str_of(words), 0) != STR_NONE;
}

static void is(struct str got, const char *want)
{
	if (!str_eq(got, str_of(want)))
		fail_msg("got \"%.*s\", want \"%s\"", ARG_STR(got), want);
}

TEST(amounts_are_the_nearest_fraction_or_multiple)
{
	static const struct {
		double ratio;
		const char *words;
	} CASES[] = { { .01, "less than a twentieth of what" },
		{ .134, "about an eighth of what" }, { .24, "about a quarter of what" },
		{ .5, "about half of what" }, { .97, "about as much as" },
		{ 1.11, "about a tenth more than" }, { 2.2, "about twice what" },
		{ 10.4, "about ten times what" }, { 40, "more than ten times what" },
		{ INFINITY, "more than ten times what" } };
	struct arena a = { 0 };
	for (size_t i = 0; i < COUNT(CASES); i++)
		is(say_amount(&a, CASES[i].ratio), CASES[i].words);
	arena_free(&a);
}

// No word is more than an eighth off what it stands for.
TEST(no_amount_is_far_from_its_words)
{
	for (double ratio = .045; ratio < 11; ratio *= 1.01) {
		const double told = say_amount_ratio(ratio);
		assert_true(ratio / told < 1.3 && told / ratio < 1.3);
		if (ratio > .09 && ratio < 2.7)
			assert_true(fabs(log(ratio / told)) < log(1.17));
	}
	assert_true(say_amount_ratio(0) <= 0);
}

// docs/methods.md: half, as much, twice, four times.
TEST(levels_are_what_the_method_says)
{
	static const char *const WORDS[WEB_LEVELS] = { [WEB_INFORM] = "half of what",
		[WEB_CONTRIBUTE] = "as much as",
		[WEB_COOWN] = "twice what",
		[WEB_DEPEND] = "four times what" };
	for (unsigned i = 0; i < WEB_LEVELS; i++)
		is(say_level(web_level_strength((enum web_level)i)), WORDS[i]);
}

TEST(nothing_is_0_and_little_is_never_0)
{
	struct arena a = { 0 };
	struct web_link l = { .low = NAN, .high = NAN };
	is(say_label(&a, &l), "0");
	l.pairs = 7;
	l.observed = .001;
	is(say_label(&a, &l), "<.01");
	l.observed = .02;
	is(say_label(&a, &l), ".02");
	l = (struct web_link){ .under_five = true, .withheld = true, .high = .1 };
	is(say_label(&a, &l), "<.1");
	is(say_range(&a, &l), "0 to .1");
	l.observed = .1;
	is(say_label(&a, &l), ".1");
	l = (struct web_link){ .withheld = true, .observed = 0 };
	is(say_label(&a, &l), "<.1");
	arena_free(&a);
}

static void set_up(struct world *w)
{
	world_init(w, FUNCTIONS, FUNCTIONS * EACH);
	for (uint32_t p = 0; p < FUNCTIONS * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 60;
	w->traffic.from = date_of(2025, 6, 4);
	w->traffic.to = date_of(2025, 11, 30);
}

static void send(struct world *w, uint32_t a, uint32_t b, uint32_t pairs, double weight)
{
	for (uint32_t i = 0; i < pairs; i++)
		world_add(w, (struct world_row){ a * EACH + i % EACH, b * EACH + i / EACH,
				     weight, CHANNEL_MAIL });
}

// Everybody meets everybody, 12 pairs each way, but for what a test does between 0 and 1.
static void others_meet(struct world *w)
{
	for (uint32_t a = 0; a < FUNCTIONS; a++)
		for (uint32_t b = 0; b < FUNCTIONS; b++)
			if (a != b && a + b != 1)
				send(w, a, b, 12, 1);
}

static struct str said_of(struct world *w)
{
	world_run(w);
	return web_link_at(&w->web, 0, 1)->sentence;
}

TEST(a_tie_that_is_even_is_told_in_counts_alone)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	send(&w, 0, 1, 12, 1);
	send(&w, 1, 0, 12, 1);
	world_need(&w, world_objective(&w, "o", 1), 0, 1, WEB_COOWN);
	const struct str said = said_of(&w);
	assert_true(
		says(said, "they turned to each other 24 times in 180 days, about as "
			   "much as the traffic of both predicts; “o” (value 1) needs "
			   "twice what it predicts (observed .50, between "));
	assert_true(says(said, "; needed .67)"));
	assert_false(says(said, "so it counts"));
	world_done(&w);
}

TEST(one_way_is_said_with_what_it_takes_off)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	send(&w, 0, 1, 12, 2);
	struct str said = said_of(&w);
	assert_true(says(said,
		"Function 0 turned to Function 1 12 times in 180 days and nothing came "
		"back, about as much as the traffic of both predicts; as it "
		"goes one way, it counts as about half of what traffic "
		"predicts"));
	world_done(&w);
	set_up(&w);
	others_meet(&w);
	send(&w, 0, 1, 12, 1.8);
	send(&w, 1, 0, 12, .2);
	said = said_of(&w);
	assert_true(says(said,
		"what goes from Function 0 to Function 1 weighs more than what comes "
		"back, so it counts as about three fifths of"));
	world_done(&w);
}

// Five pairs are enough to be shown, and one of them has nearly all of it.
TEST(one_pair_is_said_with_what_it_takes_off)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	send(&w, 0, 1, 6, .01);
	send(&w, 1, 0, 1, 12);
	send(&w, 0, 1, 1, 12);
	const struct str said = said_of(&w);
	assert_true(says(said, "it rests on one pair of people, so it counts as about "
			       "half of what traffic predicts"));
	world_done(&w);
}

TEST(veiled_ties_tell_no_counts)
{
	for (uint32_t pairs = 1; pairs <= 4; pairs++) {
		struct world w;
		set_up(&w);
		others_meet(&w);
		send(&w, 0, 1, pairs, 1);
		send(&w, 1, 0, 1, 1);
		const struct str said = said_of(&w);
		assert_true(
			says(said, "under five pairs of people turned to each other"));
		assert_false(says(said, " time"));
		assert_false(says(said, "so it counts"));
		for (uint32_t i = 0; i < FUNCTIONS; i++)
			for (uint32_t j = i + 1; j < FUNCTIONS; j++) {
				const struct web_link *l = web_link_at(&w.web, i, j);
				if (l->withheld)
					assert_false(says(l->sentence, " times in"));
			}
		world_done(&w);
	}
}

// What is short of its need is never told in the very words of its need.
TEST(words_do_not_contradict_the_verdict)
{
	for (double weight = .2; weight < 6; weight *= 1.07) {
		struct world w;
		set_up(&w);
		others_meet(&w);
		send(&w, 0, 1, 12, weight);
		send(&w, 1, 0, 12, weight * .85);
		world_need(&w, world_objective(&w, "o", 1), 0, 1, WEB_CONTRIBUTE);
		const struct str said = said_of(&w);
		const bool enough = web_link_at(&w.web, 0, 1)->verdict == WEB_ENOUGH;
		const bool as_much =
			says(said, "as much as the traffic of both predicts;");
		if (!enough && as_much)
			assert_true(says(said, "needs a little more"));
		if (!enough)
			assert_false(says(said, "more than the traffic"));
		assert_int_equal(says(said, "That is enough."), enough);
		world_done(&w);
	}
}

MAIN(RUN(amounts_are_the_nearest_fraction_or_multiple),
	RUN(no_amount_is_far_from_its_words), RUN(levels_are_what_the_method_says),
	RUN(nothing_is_0_and_little_is_never_0),
	RUN(a_tie_that_is_even_is_told_in_counts_alone),
	RUN(one_way_is_said_with_what_it_takes_off),
	RUN(one_pair_is_said_with_what_it_takes_off), RUN(veiled_ties_tell_no_counts),
	RUN(words_do_not_contradict_the_verdict))

// Whom product marketing itself exchanges with, now and before; and what no sum gives
// away.
#include <math.h>

#include "reference.h"
#include "world.h"

enum { EACH = 6, PMM = 0, PRODUCT, SALES, MARKETING, SUPPORT, FUNCTIONS };

static void set_up(struct world *w)
{
	static const struct str IDS[FUNCTIONS] = { STR_INIT("product-marketing"),
		STR_INIT("product"), STR_INIT("sales"), STR_INIT("demand-gen"),
		STR_INIT("support") };
	world_init(w, FUNCTIONS, FUNCTIONS * EACH);
	for (uint32_t p = 0; p < FUNCTIONS * EACH; p++)
		world_place(w, p, p / EACH);
	for (size_t i = 0; i < FUNCTIONS; i++)
		w->traffic.functions[i].id = w->traffic.functions[i].name = IDS[i];
	w->settings.own = PMM;
	w->settings.replicates = 0;
	w->traffic.from = date_of(2025, 6, 4);
	w->traffic.to = date_of(2025, 11, 30);
}

// `pairs` pairs turn to each other, once each way.
static void meet(struct world *w, uint32_t a, uint32_t b, uint32_t pairs)
{
	for (uint32_t i = 0; i < pairs; i++) {
		const uint32_t p = a * EACH + i % EACH, q = b * EACH + i / EACH;
		world_add(w, (struct world_row){ p, q, 1, CHANNEL_MAIL });
		world_add(w, (struct world_row){ q, p, 1, CHANNEL_MAIL });
	}
}

static void others_meet(struct world *w)
{
	for (uint32_t a = PRODUCT; a < FUNCTIONS; a++)
		for (uint32_t b = a + 1; b < FUNCTIONS; b++)
			meet(w, a, b, 8);
}

static void is(struct str got, const char *want)
{
	if (!str_eq(got, str_of(want)))
		fail_msg("got \"%.*s\", want \"%s\"", ARG_STR(got), want);
}

// 20 + 10 + 10 of 50; four equal shares but one: exp of the entropy of .4, .2, .2, .2.
TEST(the_share_of_the_three_is_counted_at_both_ends)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	meet(&w, PMM, PRODUCT, 10);
	meet(&w, PMM, SALES, 5);
	meet(&w, PMM, MARKETING, 5);
	meet(&w, PMM, SUPPORT, 5);
	world_run(&w);
	const struct web_circle *c = &w.web.circle;
	assert_int_equal(c->three_count, 3);
	assert_int_equal(c->exchanges, 50);
	assert_int_equal(c->with_three, 40);
	NEAR_BY(c->reach, exp(-.4 * log(.4) - 3 * .2 * log(.2)), 1e-9);
	is(w.web.circle_sentence,
		"80% of our 50 exchanges are with product, sales and demand-gen; it is "
		"as if we worked with 3.8 of 4 functions.");
	world_done(&w);
}

TEST(the_window_before_stands_beside_it)
{
	struct world w, then;
	set_up(&w);
	set_up(&then);
	others_meet(&w);
	meet(&w, PMM, PRODUCT, 10);
	meet(&w, PMM, SUPPORT, 5);
	world_run(&w);
	then.traffic.from = date_of(2024, 12, 6);
	then.traffic.to = date_of(2025, 6, 3);
	web_before(&then.traffic, &then.settings, &w.arena, &w.web);
	is(w.web.circle_sentence,
		"67% of our 30 exchanges are with product, sales and demand-gen; it is "
		"as if we worked with 1.9 of 4 functions."); // nothing before: not a word
	meet(&then, PMM, PRODUCT, 6);
	meet(&then, PMM, SUPPORT, 6);
	for (size_t i = 0; i < then.traffic.count; i++)
		then.traffic.at[i].day = date_of(2025, 1, 1); // rows begin late
	web_before(&then.traffic, &then.settings, &w.arena, &w.web);
	is(w.web.circle_sentence,
		"67% of our 30 exchanges are with product, sales and demand-gen (50% of "
		"24 in the 154 days before); it is as if we worked with 1.9 of 4 "
		"functions (2.0 before).");
	world_done(&w);
	world_done(&then);
}

TEST(no_percentage_of_fewer_than_ten)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	for (uint32_t i = 0; i < 5; i++) // five pairs, one way
		world_add(
			&w, (struct world_row){ i, PRODUCT * EACH + i, 1, CHANNEL_MAIL });
	world_run(&w);
	is(w.web.circle_sentence, "5 of our 5 exchanges are with product, sales and "
				  "demand-gen; it is as if "
				  "we worked with 1.0 of 4 functions.");
	world_done(&w);
}

// The sum of the three less two that are shown would be the third.
TEST(no_sum_tells_of_a_tie_that_few_carry)
{
	for (uint32_t few = 1; few <= 4; few++) {
		struct world w;
		set_up(&w);
		others_meet(&w);
		meet(&w, PMM, PRODUCT, 12);
		meet(&w, PMM, SALES, few);
		meet(&w, PMM, SUPPORT, 7);
		world_run(&w);
		assert_true(w.web.circle.three_withheld);
		assert_int_equal(w.web.circle.with_three, 0);
		assert_int_equal(w.web.circle.exchanges, 2 * (12 + few + 7));
		assert_true(
			str_find(w.web.circle_sentence, S("is withheld"), 0) != STR_NONE);
		const struct str want = arena_fmt(&w.arena,
			"How many of our %u exchanges are with product, sales and "
			"demand-gen is withheld: it would tell of a tie that under five "
			"pairs carry; ",
			2 * (12 + few + 7));
		assert_true(str_starts(w.web.circle_sentence, want));
		world_done(&w);
	}
}

// All we exchange is one such tie: the sum is the tie.
TEST(a_sum_of_one_tie_that_few_carry_is_withheld)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	meet(&w, PMM, SUPPORT, 2);
	world_run(&w);
	assert_true(w.web.circle.withheld);
	assert_int_equal(w.web.circle.exchanges, 0);
	assert_int_equal(w.web.circle.with_three, 0);
	world_done(&w);
}

TEST(without_a_function_of_our_own_there_is_no_circle)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	w.settings.own = WEB_NONE;
	world_run(&w);
	assert_int_equal(w.web.circle_sentence.len, 0);
	assert_true(isnan(w.web.circle.reach));
	world_done(&w);
}

// What no objective needs is said once, for all of them.
TEST(unowned_functions_are_named_in_one_sentence)
{
	struct world w;
	set_up(&w);
	others_meet(&w);
	meet(&w, PMM, SALES, 6);
	world_need(&w, world_objective(&w, "o", 1), PMM, SALES, WEB_INFORM);
	world_run(&w);
	is(w.web.alike[WEB_ALIKE_UNOWNED],
		"No live objective runs through product, demand-gen and support: a "
		"question to leadership, not a fault.");
	world_done(&w);
}

MAIN(RUN(the_share_of_the_three_is_counted_at_both_ends),
	RUN(the_window_before_stands_beside_it), RUN(no_percentage_of_fewer_than_ten),
	RUN(no_sum_tells_of_a_tie_that_few_carry),
	RUN(a_sum_of_one_tie_that_few_carry_is_withheld),
	RUN(without_a_function_of_our_own_there_is_no_circle),
	RUN(unowned_functions_are_named_in_one_sentence))

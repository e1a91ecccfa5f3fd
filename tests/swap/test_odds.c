// The probability beside the verdict: the formula, its interval, and when it abstains.
#include "tests/swap/close.h"

#include <math.h>

#include "swap/odds.h"
#include "tests/swap/world.h"

static struct swap_chance odds(double check, double echo, double said)
{
	return odds_of(
		&(struct swap_signs){ .check = check, .echo = echo, .said = said });
}

TEST(it_is_the_logistic_of_the_compiled_weights)
{
	const double *w = odds_weights[0];
	const struct swap_chance c = odds(0.5, 0.1, 1);
	const double sum = w[0] + w[1] * 0.5 + w[2] * 5 * 0.1 + w[3];
	assert_close(c.value, 1 / (1 + exp(-sum)), 1e-12);
	assert_true(odds_labelled >= 100);
}

TEST(every_sign_moves_it_the_way_it_should)
{
	assert_true(odds(0.1, 0, 0).value > odds(1.5, 0, 0).value);	 // less to check
	assert_true(odds(0.5, 0.2, 0).value > odds(0.5, -0.1, 0).value); // nearer echo
	assert_true(odds(0.5, 0, 1).value > odds(0.5, 0, 0).value);	 // they say it
	assert_true(odds(0.5, 0, -1).value < odds(0.5, 0, 0).value);	 // wrong of them
}

TEST(it_abstains_exactly_where_its_interval_holds_one_half)
{
	size_t silent = 0, spoken = 0;
	for (int z = -10; z <= 30; z++)
		for (int e = -2; e <= 4; e++)
			for (int said = -1; said <= 1; said++) {
				const struct swap_chance c =
					odds(z / 10.0, e / 10.0, said);
				assert_true(c.known);
				assert_true(c.low <= c.high && c.low >= 0 && c.high <= 1);
				assert_int_equal(c.abstains, c.low < 0.5 && c.high > 0.5);
				silent += c.abstains;
				spoken += !c.abstains;
			}
	assert_true(silent > 0 && spoken > 0);
}

TEST(without_a_competitor_there_is_no_probability)
{
	struct world w;
	struct swap_result r;
	const struct str claim = S("Works 72 hours without a network connection.");
	world_open(&w, "Us");
	world_add_claims(&w, "site/index.md", &claim, 1, NULL);
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	assert_int_equal(r.claim_count, 1);
	assert_false(r.claims[0].p_swap.known);
	world_close(&w);
}

MAIN(RUN(it_is_the_logistic_of_the_compiled_weights),
	RUN(every_sign_moves_it_the_way_it_should),
	RUN(it_abstains_exactly_where_its_interval_holds_one_half),
	RUN(without_a_competitor_there_is_no_probability))

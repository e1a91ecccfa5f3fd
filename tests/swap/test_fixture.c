#include "tests/test.h"

#include "tests/swap/keyed.h"

TEST(forty_claims_with_a_key_come_out_as_a_careful_reader_says)
{
	struct world w;
	struct keyed key;
	struct swap_result r;
	if (!keyed_open(&w, &key))
		fail_msg("tests/swap/fixture is not there");
	swap_run(&w.ws, &(struct swap_options){ .threads = 1 }, &r);
	assert_int_equal(r.claim_count, 40);
	for (size_t i = 0; i < r.claim_count; i++) {
		const struct swapped_claim *c = &r.claims[i];
		if (!str_eq(key.want[i], str_of(keyed_name(c->verdict))))
			print_message("key %" PRI_STR ", got %s: %" PRI_STR
				      "\n    (%" PRI_STR ")\n",
				ARG_STR(key.want[i]), verdict_name(c->verdict),
				ARG_STR(c->sentence->text), ARG_STR(c->reason));
	}
	const struct keyed_score s = keyed_score(&key, &r);
	print_message(
		"shared: %zu of %zu said are right, %zu of %zu found; all verdicts: "
		"%zu of %zu as in the key\n",
		s.right, s.said, s.right, s.wanted, s.exact, s.count);
	assert_true((double)s.right >= 0.9 * (double)s.said);
	assert_true((double)s.right >= 0.8 * (double)s.wanted);
	assert_int_equal(s.denied, 0);
	world_close(&w);
}

MAIN(RUN(forty_claims_with_a_key_come_out_as_a_careful_reader_says))

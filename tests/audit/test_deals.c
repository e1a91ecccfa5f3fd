#include "tests/test.h"

#include "tests/audit/lint.h"
#include "tests/audit/world.h"

static const char *const TO = "2026-02-20";

static size_t open_world(struct world *w, size_t *rival, size_t *nothing)
{
	world_open(w, "Fernhollow", "2026-03-01");
	*rival = world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	*nothing = world_vendor(w, "paper", "Paper logbook", VENDOR_ALTERNATIVE);
	return world_source(w, "deals.csv", ROLE_TABLE, NULL, "2026-02-20");
}

static void add(struct world *w, size_t count, enum outcome_of_deal outcome,
	size_t vendor, const char *segment, const char *reason)
{
	world_deals(w, 0, count, segment, reason, outcome, 1000, vendor, TO, 1);
}

static const struct finding *run(
	struct world *w, struct findings *all, const char *id, enum outcome outcome)
{
	world_finish(w);
	audits_run(&w->facts, all);
	lint_findings(all);
	return world_find(all, id, outcome);
}

TEST(a_competitor_who_wins_clearly_more_is_named_with_counts)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 10, DEAL_WON, rival, "a", NULL);
	add(&w, 40, DEAL_LOST, rival, "a", "Missing SSO");
	add(&w, 60, DEAL_WON, other, "a", NULL);
	add(&w, 40, DEAL_LOST, other, "a", "Timing");
	const struct finding *f = run(&w, &all, "losing-to", OUTCOME_FIRES);
	assert_non_null(f);
	assert_true(str_eq(f->sentence,
		S("Against Shiftly you won 10 of 50 decided deals (20%) since "
		  "23 December 2025; elsewhere 60 of 100 (60%).")));
	assert_int_equal(f->certainty, CERTAINTY_NEAR);
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	assert_true(str_find(f->cost, S("40k EUR"), 0) != STR_NONE);
	assert_int_equal(f->evidence_count, 3);
	world_close(&w);
}

TEST(a_handful_of_losses_is_too_early_and_says_how_many_more)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 12, DEAL_LOST, rival, "a", "Missing SSO");
	add(&w, 60, DEAL_WON, other, "a", NULL);
	add(&w, 20, DEAL_LOST, other, "a", "Timing");
	const struct finding *f = run(&w, &all, "losing-to", OUTCOME_FIRES);
	assert_int_equal(f->certainty, CERTAINTY_EARLY);
	assert_int_equal(f->severity, SEVERITY_WATCH);
	assert_true(str_find_byte(f->sentence, '%', 0) > 40); // no rate for the twelve
	assert_true(
		str_find(f->doubt, S("about 18 more would settle it"), 0) != STR_NONE);
	world_close(&w);
}

TEST(seven_deals_are_not_enough_to_speak)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 7, DEAL_LOST, rival, "a", "Missing SSO");
	add(&w, 60, DEAL_WON, other, "a", NULL);
	const struct finding *f = run(&w, &all, "losing-to", OUTCOME_SILENT);
	assert_true(str_eq(
		f->why_silent, S("needs 8 decided deals against one competitor; has 7")));
	assert_string_equal(f->unlock->file, "deals.csv");
	world_close(&w);
}

TEST(a_rate_like_the_rest_is_quiet)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 20, DEAL_LOST, rival, "a", "Missing SSO");
	add(&w, 20, DEAL_WON, rival, "a", NULL);
	add(&w, 50, DEAL_LOST, other, "a", "Timing");
	add(&w, 60, DEAL_WON, other, "a", NULL);
	assert_non_null(run(&w, &all, "losing-to", OUTCOME_QUIET));
	world_close(&w);
}

TEST(deals_that_end_in_nothing_name_what_buyers_do_instead)
{
	struct world w;
	struct findings all;
	size_t rival, paper;
	(void)open_world(&w, &rival, &paper);
	add(&w, 55, DEAL_NO_DECISION, paper, "a", NULL);
	add(&w, 25, DEAL_WON, rival, "a", NULL);
	add(&w, 20, DEAL_LOST, rival, "a", "x");
	const struct finding *f = run(&w, &all, "losing-to", OUTCOME_FIRES);
	assert_true(str_eq(f->subject, S("no-decision")));
	assert_true(
		str_find(f->sentence, S("55 of 100 decided deals (55%)"), 0) != STR_NONE);
	assert_true(str_find(f->sentence, S("“Paper logbook”"), 0) != STR_NONE);
	// P(X >= 55 | 100, 0.4) = 0.0017 (R: pbinom(54, 100, .4, FALSE))
	assert_int_equal(f->certainty, CERTAINTY_LIKELY);
	world_close(&w);
}

TEST(price_as_the_only_reason_is_doubted)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 30, DEAL_LOST, rival, "a", "Price too high");
	add(&w, 10, DEAL_LOST, rival, "a", "Missing SSO");
	const size_t talk = world_source(
		&w, "interviews/INT-1.md", ROLE_INTERVIEW, NULL, "2026-01-05");
	(void)world_interview(&w, talk, "INT-1", "D-1000", "2026-01-05", "missing SSO",
		"The badge login decided it.");
	const struct finding *f = run(&w, &all, "loss-reason-unreliable", OUTCOME_FIRES);
	assert_true(str_eq(f->sentence,
		S("Sellers wrote “price” for 30 of 40 lost deals; buyers who were asked "
		  "said it in 0 of 1. Buyers named “missing SSO” most (1 of 1).")));
	assert_int_equal(f->severity, SEVERITY_WATCH);
	assert_true(str_eq(f->evidence[1].note, S("the buyer named missing SSO")));
	assert_int_equal(f->evidence[1].witness, WITNESS_BUYER);
	assert_true(str_find(f->next, S("D-1001"), 0) != STR_NONE); // D-1000 was asked
	world_close(&w);
}

TEST(two_witnesses_who_disagree_are_the_first_sign)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 10, DEAL_LOST, rival, "a", "Price");
	for (size_t i = 0; i < 10; i++) {
		const size_t at = world_source(
			&w, "interviews/INT.md", ROLE_INTERVIEW, NULL, "2026-01-05");
		(void)world_interview(&w, at, "INT",
			arena_fmt(&w.arena, "D-%zu", 1000 + i).at, "2026-01-05",
			i < 3 ? "the budget" : "offline mode", NULL);
	}
	const struct finding *f = run(&w, &all, "loss-reason-unreliable", OUTCOME_FIRES);
	assert_true(str_starts(f->sentence,
		S("Buyers confirmed 3 of the 10 loss reasons that sellers wrote. Buyers "
		  "named “offline mode” most (7 of 10).")));
	assert_int_equal(f->certainty, CERTAINTY_EARLY);
	world_close(&w);
}

TEST(blank_reasons_are_counted_and_a_missing_column_is_silent)
{
	struct world w;
	struct findings all;
	size_t rival, other;
	(void)open_world(&w, &rival, &other);
	add(&w, 10, DEAL_LOST, rival, "a", NULL);
	add(&w, 10, DEAL_LOST, rival, "a", "Timing");
	const struct finding *f = run(&w, &all, "loss-reason-unreliable", OUTCOME_FIRES);
	assert_true(
		str_eq(f->sentence, S("10 of 20 lost deals carry no reason at all.")));
	w.ws.deals.loss_reason.code = NULL;
	assert_non_null(run(&w, &all, "loss-reason-unreliable", OUTCOME_SILENT));
	world_close(&w);
}

static void segments(struct world *w, size_t open_out, size_t won_out, size_t lost_out)
{
	size_t rival, other;
	(void)open_world(w, &rival, &other);
	add(w, 10, DEAL_OPEN, rival, "mid", NULL);
	add(w, open_out, DEAL_OPEN, rival, "big", NULL);
	add(w, 40, DEAL_WON, rival, "mid", NULL);
	add(w, 40, DEAL_LOST, rival, "mid", "x");
	add(w, won_out, DEAL_WON, rival, "big", NULL);
	add(w, lost_out, DEAL_LOST, rival, "big", "x");
	static struct str values[] = { STR_INIT("Mid") };
	w->ws.config.best_fit = (struct segment_rule){ S("segment"), values, 1 };
}

TEST(pipeline_outside_a_segment_that_wins_less_is_named)
{
	struct world w;
	struct findings all;
	segments(&w, 10, 4, 36);
	const struct finding *f = run(&w, &all, "confused-motion", OUTCOME_FIRES);
	assert_true(str_eq(f->sentence,
		S("10 of 20 open deals, 10k EUR of 20k EUR, are outside your best-fit "
		  "segment; there you win 4 of 40 (10%), inside 40 of 80 (50%).")));
	assert_int_equal(f->certainty, CERTAINTY_NEAR);
	world_close(&w);
}

TEST(a_small_share_or_a_like_rate_outside_is_quiet)
{
	struct world w;
	struct findings all;
	segments(&w, 3, 4, 36);
	assert_non_null(run(&w, &all, "confused-motion", OUTCOME_QUIET));
	world_close(&w);
	segments(&w, 10, 18, 22);
	assert_non_null(run(&w, &all, "confused-motion", OUTCOME_QUIET));
	world_close(&w);
	segments(&w, 10, 1, 4);
	assert_non_null(run(&w, &all, "confused-motion", OUTCOME_SILENT));
	world_close(&w);
}

static struct battlecard *card(struct world *w, const char *reviewed)
{
	world_open(w, "Fernhollow", "2026-03-01");
	(void)world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	const size_t at = world_source(w, "competitors/shiftly/battlecard.md",
		ROLE_BATTLECARD, "shiftly", reviewed);
	return world_card(w, at, "shiftly", reviewed);
}

TEST(an_old_card_is_watched_and_a_very_old_one_serious)
{
	struct world w;
	struct findings all;
	(void)card(&w, "2025-12-20");
	const struct finding *f = run(&w, &all, "stale-battlecard", OUTCOME_FIRES);
	assert_true(
		str_eq(f->sentence, S("Your Shiftly card is 71 days old (limit 60).")));
	assert_int_equal(f->severity, SEVERITY_WATCH);
	world_close(&w);
	(void)card(&w, "2025-07-14");
	f = run(&w, &all, "stale-battlecard", OUTCOME_FIRES);
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	world_close(&w);
	(void)card(&w, "2025-12-31");
	assert_non_null(run(&w, &all, "stale-battlecard", OUTCOME_QUIET)); // 60 days
	world_close(&w);
	(void)card(&w, NULL);
	f = run(&w, &all, "stale-battlecard", OUTCOME_FIRES);
	assert_true(str_eq(
		f->sentence, S("Your Shiftly card does not say when it was reviewed.")));
	world_close(&w);
}

static void page(struct world *w, const char *date, const char *text)
{
	const size_t at = world_source(
		w, "competitors/shiftly/pricing.html", ROLE_RIVAL, "shiftly", date);
	world_page(w, at, 18, text);
}

TEST(a_newer_page_with_another_price_contradicts_the_card)
{
	struct world w;
	struct findings all;
	struct battlecard *b = card(&w, "2026-02-01");
	world_card_line(&w, b, CARD_FACTS, 11, "From 9 EUR per user per month");
	page(&w, "2026-02-20", "Plans start at 14 EUR per user per month.");
	const struct finding *f = run(&w, &all, "stale-battlecard", OUTCOME_FIRES);
	assert_true(str_eq(f->sentence,
		S("Your Shiftly card is 28 days old (limit 60); it says “9 EUR” where "
		  "their page of 20 February says “14 EUR”.")));
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	assert_int_equal(f->evidence_count, 3);
	world_close(&w);
}

TEST(an_older_page_or_one_that_repeats_the_price_does_not)
{
	struct world w;
	struct findings all;
	struct battlecard *b = card(&w, "2026-02-01");
	world_card_line(&w, b, CARD_FACTS, 11, "From 9 EUR per user per month");
	page(&w, "2026-01-20", "Plans start at 14 EUR per user per month.");
	assert_non_null(run(&w, &all, "stale-battlecard", OUTCOME_QUIET));
	page(&w, "2026-02-10", "Plans start at 14 EUR per user per month.");
	assert_non_null(run(&w, &all, "stale-battlecard", OUTCOME_FIRES));
	page(&w, "2026-02-20", "Small teams pay 9 EUR per user per month."); // the newest
	assert_non_null(run(&w, &all, "stale-battlecard", OUTCOME_QUIET));
	world_close(&w);
}

MAIN(RUN(a_competitor_who_wins_clearly_more_is_named_with_counts),
	RUN(a_handful_of_losses_is_too_early_and_says_how_many_more),
	RUN(seven_deals_are_not_enough_to_speak), RUN(a_rate_like_the_rest_is_quiet),
	RUN(deals_that_end_in_nothing_name_what_buyers_do_instead),
	RUN(price_as_the_only_reason_is_doubted),
	RUN(two_witnesses_who_disagree_are_the_first_sign),
	RUN(blank_reasons_are_counted_and_a_missing_column_is_silent),
	RUN(pipeline_outside_a_segment_that_wins_less_is_named),
	RUN(a_small_share_or_a_like_rate_outside_is_quiet),
	RUN(an_old_card_is_watched_and_a_very_old_one_serious),
	RUN(a_newer_page_with_another_price_contradicts_the_card),
	RUN(an_older_page_or_one_that_repeats_the_price_does_not))

#include "tests/test.h"

#include "tests/audit/lint.h"
#include "tests/audit/world.h"

// Six headline claims; `fails` of them say what Shiftly's page says.
static void shifts(struct world *w, size_t fails, enum verdict verdict)
{
	world_open(w, "Fernhollow", "2026-03-01");
	const size_t shiftly = world_vendor(w, "shiftly", "Shiftly", VENDOR_RIVAL);
	const size_t home =
		world_source(w, "site/home.md", ROLE_COPY, NULL, "2026-02-01");
	const size_t page = world_source(w, "competitors/shiftly/2026-01-09-home.html",
		ROLE_RIVAL, "shiftly", "2026-01-09");
	for (size_t i = 0; i < 6; i++) {
		struct swapped_claim *c = world_claim(w, home, (uint32_t)(10 + i),
			LEVEL_HEADLINE, "Nothing gets lost between shifts",
			i < fails ? verdict : VERDICT_UNIQUE);
		if (i < fails && verdict == VERDICT_SHARED)
			world_echo(w, c, shiftly, 0.9 - 0.01 * (double)i, page, 4,
				"Nothing is ever lost between two shifts.");
	}
}

static const struct finding *run(
	struct world *w, struct findings *all, const char *id, enum outcome outcome)
{
	world_finish(w);
	audits_run(&w->facts, all);
	lint_findings(all);
	return world_find(all, id, outcome);
}

TEST(half_of_the_headline_claims_in_their_words_is_said)
{
	struct world w;
	struct findings all;
	shifts(&w, 3, VERDICT_SHARED);
	const struct finding *f = run(&w, &all, "not-differentiated", OUTCOME_FIRES);
	assert_non_null(f);
	assert_true(str_eq(f->sentence, S("Three of your six headline claims would be as "
					  "true with Shiftly’s name on them.")));
	assert_true(str_eq(f->subject, S("shiftly")));
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	assert_int_equal(f->certainty, CERTAINTY_NEAR); // 3 of 6 at 1 in 100 each
	assert_int_equal(f->size.k, 3);
	assert_true(str_find(f->detail, S("9 January"), 0) != STR_NONE);
	assert_true(str_eq(f->evidence[1].note, S("Shiftly says")));
	assert_int_equal(f->since.days, world_day("2026-01-09").days);
	world_close(&w);
}

TEST(fewer_than_half_is_quiet)
{
	struct world w;
	struct findings all;
	shifts(&w, 2, VERDICT_SHARED);
	assert_non_null(run(&w, &all, "not-differentiated", OUTCOME_QUIET));
	world_close(&w);
}

TEST(filler_alone_is_only_suggestive)
{
	struct world w;
	struct findings all;
	shifts(&w, 4, VERDICT_FILLER);
	const struct finding *f = run(&w, &all, "not-differentiated", OUTCOME_FIRES);
	assert_int_equal(f->certainty, CERTAINTY_SUGGESTIVE);
	world_close(&w);
}

TEST(a_tier_1_launch_that_uses_them_makes_a_blocker)
{
	struct world w;
	struct findings all;
	shifts(&w, 4, VERDICT_SHARED);
	const size_t at =
		world_source(&w, "launches/alerts.yaml", ROLE_LAUNCH, NULL, "2026-02-01");
	struct launch *l =
		world_launch(&w, at, "Alerts", 1, "2026-04-01", "site/home.md");
	const struct finding *f = run(&w, &all, "not-differentiated", OUTCOME_FIRES);
	assert_int_equal(f->severity, SEVERITY_BLOCKER);
	assert_true(str_find(f->detail, S("Alerts"), 0) != STR_NONE);
	l->tier = 2;
	w.swap.headline_count = w.swap.headline_fail = 0;
	f = run(&w, &all, "not-differentiated", OUTCOME_FIRES);
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	l->tier = 1;
	l->date = world_day("2026-02-28"); // over
	w.swap.headline_count = w.swap.headline_fail = 0;
	f = run(&w, &all, "not-differentiated", OUTCOME_FIRES);
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	world_close(&w);
}

TEST(a_competitor_seldom_met_does_not_count)
{
	struct world w;
	struct findings all;
	shifts(&w, 4, VERDICT_SHARED);
	const size_t other = world_vendor(&w, "opsgrid", "OpsGrid", VENDOR_RIVAL);
	const size_t at = world_source(&w, "deals.csv", ROLE_TABLE, NULL, "2026-02-01");
	world_deals(&w, at, 19, "x", "y", DEAL_LOST, 100, other, "2026-02-01", 1);
	world_deals(&w, at, 1, "x", "y", DEAL_LOST, 100, 0, "2026-02-01", 1);
	assert_null(run(&w, &all, "not-differentiated", OUTCOME_FIRES));
	assert_non_null(run(&w, &all, "not-differentiated", OUTCOME_SILENT));
	world_deals(&w, at, 2, "x", "y", DEAL_LOST, 100, 0, "2026-02-01", 1);
	assert_non_null(run(&w, &all, "not-differentiated", OUTCOME_FIRES));
	world_close(&w);
}

TEST(without_a_page_of_theirs_it_is_silent_and_says_so)
{
	struct world w;
	struct findings all;
	world_open(&w, "Fernhollow", "2026-03-01");
	const size_t home = world_source(&w, "site/home.md", ROLE_COPY, NULL, NULL);
	(void)world_claim(
		&w, home, 1, LEVEL_HEADLINE, "Nothing gets lost", VERDICT_FILLER);
	const struct finding *f = run(&w, &all, "not-differentiated", OUTCOME_SILENT);
	assert_true(str_eq(f->why_silent, S("needs one saved page of a competitor")));
	assert_string_equal(f->unlock->file, "competitors/<id>/2025-11-home.html");
	world_close(&w);
}

static struct swapped_claim *ledger_world(struct world *w, enum claim_level level,
	const char *words, enum claim_status status, const char *proof,
	const char *review)
{
	world_open(w, "Fernhollow", "2026-03-01");
	const size_t home =
		world_source(w, "site/home.md", ROLE_COPY, NULL, "2026-02-01");
	const size_t at =
		world_source(w, "messages/claims.csv", ROLE_TABLE, NULL, "2026-02-01");
	struct swapped_claim *c = world_claim(w, home, 7, level, words, VERDICT_UNIQUE);
	c->ledger = world_ledger(w, at, "C-01", words, proof, status, review);
	return c;
}

TEST(a_headline_number_whose_proof_expired_blocks)
{
	struct world w;
	struct findings all;
	(void)ledger_world(&w, LEVEL_HEADLINE, "Cuts handover time by 40%",
		CLAIM_APPROVED, "case.pdf", "2026-02-10");
	const struct finding *f = run(&w, &all, "unproven-claims", OUTCOME_FIRES);
	assert_true(str_eq(f->sentence,
		S("“Cuts handover time by 40%” is said in one place and rests on a proof "
		  "that expired on 10 February.")));
	assert_int_equal(f->severity, SEVERITY_BLOCKER);
	assert_int_equal(f->certainty, CERTAINTY_FIRM);
	assert_true(str_eq(f->subject, S("C-01")));
	world_close(&w);
}

TEST(a_headline_without_number_is_serious_and_body_copy_is_watched)
{
	struct world w;
	struct findings all;
	(void)ledger_world(&w, LEVEL_HEADLINE, "The most trusted handover platform",
		CLAIM_PROPOSED, NULL, NULL);
	const struct finding *f = run(&w, &all, "unproven-claims", OUTCOME_FIRES);
	assert_int_equal(f->severity, SEVERITY_SERIOUS);
	world_close(&w);
	(void)ledger_world(&w, LEVEL_BODY, "The most trusted handover platform",
		CLAIM_PROPOSED, NULL, NULL);
	f = run(&w, &all, "unproven-claims", OUTCOME_FIRES);
	assert_int_equal(f->severity, SEVERITY_WATCH);
	world_close(&w);
}

TEST(a_proof_that_stands_is_quiet)
{
	struct world w;
	struct findings all;
	(void)ledger_world(&w, LEVEL_HEADLINE, "Cuts handover time by 40%",
		CLAIM_APPROVED, "case.pdf", "2026-03-01");
	assert_non_null(run(&w, &all, "unproven-claims", OUTCOME_QUIET));
	world_close(&w);
}

TEST(a_number_that_the_ledger_does_not_know_is_said)
{
	struct world w;
	struct findings all;
	struct swapped_claim *c = ledger_world(&w, LEVEL_HEADLINE,
		"Cuts handover time by 40%", CLAIM_APPROVED, "case.pdf", NULL);
	c = world_claim(&w, 0, 9, LEVEL_HEADLINE, "Ready in 2 hours", VERDICT_UNPROVEN);
	c->checkable = ARENA_NEW(&w.arena, struct str);
	c->checkable_count = 1;
	const struct finding *f = run(&w, &all, "unproven-claims", OUTCOME_FIRES);
	assert_true(
		str_find(f->sentence, S("is not in the claims ledger"), 0) != STR_NONE);
	world_close(&w);
}

TEST(a_rejected_claim_matters_only_where_it_is_said)
{
	struct world w;
	struct findings all;
	struct swapped_claim *c = ledger_world(
		&w, LEVEL_HEADLINE, "Works with every bank", CLAIM_REJECTED, NULL, NULL);
	assert_non_null(run(&w, &all, "unproven-claims", OUTCOME_FIRES));
	c->ledger = NULL;
	assert_non_null(run(&w, &all, "unproven-claims", OUTCOME_QUIET));
	world_close(&w);
}

TEST(a_ledger_of_thousands_says_how_many_and_stays_small)
{
	struct world w;
	struct findings all;
	struct swapped_claim *c = ledger_world(
		&w, LEVEL_HEADLINE, "Works with every bank", CLAIM_PROPOSED, NULL, NULL);
	(void)c;
	for (int i = 0; i < 200; i++)
		(void)world_ledger(&w, 1, "C", "Some claim", NULL, CLAIM_PROPOSED, NULL);
	for (int i = 0; i < 200; i++)
		world_claim(&w, 0, 9, LEVEL_BODY, "Some claim", VERDICT_UNIQUE)->ledger =
			&w.ws.records.claims.at[1 + i];
	world_finish(&w);
	audits_run(&w.facts, &all);
	size_t count = 0;
	for (size_t i = 0; i < all.count; i++)
		count += all.at[i].outcome == OUTCOME_FIRES;
	assert_int_equal(count, 100);
	const struct finding *f = world_find(&all, "unproven-claims", OUTCOME_FIRES);
	assert_true(str_starts(f->detail, S("In all, 201 of 201 claims")));
	world_close(&w);
}

MAIN(RUN(half_of_the_headline_claims_in_their_words_is_said),
	RUN(fewer_than_half_is_quiet), RUN(filler_alone_is_only_suggestive),
	RUN(a_tier_1_launch_that_uses_them_makes_a_blocker),
	RUN(a_competitor_seldom_met_does_not_count),
	RUN(without_a_page_of_theirs_it_is_silent_and_says_so),
	RUN(a_headline_number_whose_proof_expired_blocks),
	RUN(a_headline_without_number_is_serious_and_body_copy_is_watched),
	RUN(a_proof_that_stands_is_quiet),
	RUN(a_number_that_the_ledger_does_not_know_is_said),
	RUN(a_rejected_claim_matters_only_where_it_is_said),
	RUN(a_ledger_of_thousands_says_how_many_and_stays_small))

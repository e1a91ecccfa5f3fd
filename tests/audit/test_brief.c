#include "tests/test.h"

#include "tests/audit/lint.h"
#include "tests/audit/world.h"

#include <string.h>

static const struct brief_options ALL = { 0 };

static void make(struct world *w, const struct brief_options *options, struct brief *b)
{
	struct findings all;
	audits_run(&w->facts, &all);
	brief_make(&w->facts, &all, options, b);
}

static const struct finding *truth(const struct findings *list, const char *id)
{
	return world_find(list, id, OUTCOME_FIRES);
}

TEST(the_brief_of_tallyworks_reads_by_the_rules)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	make(&w, &ALL, &b);
	lint_findings(&b.truths);
	lint_findings(&b.working);
	lint_findings(&b.silent);
	for (size_t i = 0; i < b.sign_count; i++)
		assert_null(lint(b.signs[i].sentence));
	assert_null(lint(b.headline));
	assert_null(lint(b.cost));
	assert_true(b.headline.len > 0 && b.cost.len > 0);
	assert_true(b.truths.count >= 4 && b.truths.count <= BRIEF_TRUTHS);
	assert_true(b.working.count * 5 <= b.truths.count + b.working.count);
	world_close(&w);
}

TEST(truths_stand_by_severity_then_weight)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	make(&w, &ALL, &b);
	for (size_t i = 1; i < b.truths.count; i++)
		assert_true(b.truths.at[i - 1].severity <= b.truths.at[i].severity);
	assert_ptr_equal(b.headline_from, &b.truths.at[0]);
	world_close(&w);
}

TEST(one_root_cause_is_one_line_and_keeps_the_others_words)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	make(&w, &ALL, &b);
	const struct finding *f = truth(&b.truths, "losing-to");
	assert_non_null(f);
	assert_null(truth(&b.truths, "stale-battlecard")); // the same competitor
	assert_true(
		str_find(f->detail, S("Also: Your Ledgerline card is"), 0) != STR_NONE);
	size_t unproven = 0;
	for (size_t i = 0; i < b.truths.count; i++)
		unproven += !strcmp(b.truths.at[i].audit->id, "unproven-claims");
	assert_int_equal(unproven, 1);
	world_close(&w);
}

TEST(a_silence_needs_reason_owner_and_a_day_that_has_not_passed)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	make(&w, &ALL, &b);
	assert_int_equal(b.silenced.count, 1);
	assert_string_equal(b.silenced.at[0].audit->id, "loss-reason-unreliable");
	assert_true(str_eq(b.silenced.at[0].silence->owner, S("ines")));
	assert_null(truth(&b.truths, "loss-reason-unreliable"));
	w.ws.config.silences[0].until = world_day("2026-11-21"); // yesterday: it is back
	make(&w, &ALL, &b);
	assert_int_equal(b.silenced.count, 0);
	w.ws.config.silences[0].until = world_day("2026-11-22"); // today still counts
	w.ws.config.silences[0].reason = (struct str){ 0 };
	make(&w, &ALL, &b);
	assert_int_equal(b.silenced.count, 0);
	world_close(&w);
}

TEST(a_silence_may_name_a_folder_or_a_subject)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	struct silence *s = &w.ws.config.silences[0];
	s->finding = S("losing-to");
	s->scope = S("competitors/ledgerline");
	make(&w, &ALL, &b);
	assert_int_equal(b.silenced.count, 1);
	s->scope = S("competitors/brightbooks");
	make(&w, &ALL, &b);
	assert_int_equal(b.silenced.count, 0);
	s->finding = S("F10");
	s->scope = S("ledgerline");
	make(&w, &ALL, &b);
	assert_int_equal(b.silenced.count, 1);
	world_close(&w);
}

TEST(a_brief_for_one_function_has_only_its_truths)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	make(&w, &(struct brief_options){ .for_function = "Leadership" }, &b);
	assert_true(b.truths.count > 0);
	for (size_t i = 0; i < b.truths.count; i++)
		assert_non_null(strstr(b.truths.at[i].audit->bring_to, "leadership"));
	world_close(&w);
}

TEST(more_than_the_wanted_items_are_counted_not_shown)
{
	struct world w;
	struct brief all, b;
	world_tallyworks(&w);
	make(&w, &ALL, &all);
	make(&w, &(struct brief_options){ .items = 2 }, &b);
	assert_int_equal(b.truths.count, 2);
	assert_int_equal(b.more, all.truths.count - 2);
	make(&w, &(struct brief_options){ .items = 50 }, &b);
	assert_true(b.truths.count <= BRIEF_TRUTHS);
	world_close(&w);
}

TEST(since_keeps_what_has_newer_evidence)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	make(&w, &(struct brief_options){ .since = world_day("2026-11-23") }, &b);
	assert_int_equal(b.truths.count, 0);
	assert_int_equal(b.headline.len, 0);
	make(&w, &(struct brief_options){ .since = world_day("2026-11-14") }, &b);
	assert_true(b.truths.count > 0);
	world_close(&w);
}

TEST(every_audit_is_accounted_for_once)
{
	struct world w;
	struct findings all;
	world_tallyworks(&w);
	audits_run(&w.facts, &all);
	for (size_t i = 0; audits[i]; i++) {
		size_t seen = 0, other = 0;
		for (size_t f = 0; f < all.count; f++) {
			seen += all.at[f].audit == audits[i];
			other += all.at[f].audit == audits[i] &&
				 all.at[f].outcome != OUTCOME_FIRES;
		}
		assert_true(seen >= 1 && (!other || seen == 1));
	}
	world_close(&w);
}

TEST(an_empty_folder_is_all_silence_with_unlocks)
{
	struct world w;
	struct brief b;
	world_open(&w, "", "2026-03-01");
	world_finish(&w);
	make(&w, &ALL, &b);
	assert_int_equal(b.truths.count + b.quiet.count + b.working.count, 0);
	assert_int_equal(b.sign_count, 0);
	assert_int_equal(b.unjudged, 0);
	for (size_t i = 0; i < b.silent.count; i++) {
		assert_non_null(b.silent.at[i].unlock);
		assert_true(str_starts(b.silent.at[i].why_silent, S("needs ")));
	}
	world_close(&w);
}

TEST(files_that_this_version_does_not_judge_yet_are_counted)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	struct canvas canvas = { 0 };
	w.ws.papers.canvases = &canvas;
	w.ws.papers.canvas_count = 1;
	world_finish(&w);
	make(&w, &ALL, &b);
	assert_int_equal(b.unjudged, 1); // F08, from the canvas and the call
	const struct finding *f =
		world_find(&b.silent, "someone-else-defined-it", OUTCOME_SILENT);
	assert_null(f->unlock);
	assert_true(str_find(f->why_silent, S("does not judge it yet"), 0) != STR_NONE);
	world_close(&w);
}

TEST(old_pages_and_old_deals_are_said)
{
	struct world w;
	struct brief b;
	world_tallyworks(&w);
	w.ws.as_of = world_day("2027-03-01");
	make(&w, &ALL, &b);
	assert_int_equal(b.stale_count, 2);
	assert_true(
		str_eq(b.stale[0], S("Competitor pages are 117 days old (limit 90)")));
	world_close(&w);
}

MAIN(RUN(the_brief_of_tallyworks_reads_by_the_rules),
	RUN(truths_stand_by_severity_then_weight),
	RUN(one_root_cause_is_one_line_and_keeps_the_others_words),
	RUN(a_silence_needs_reason_owner_and_a_day_that_has_not_passed),
	RUN(a_silence_may_name_a_folder_or_a_subject),
	RUN(a_brief_for_one_function_has_only_its_truths),
	RUN(more_than_the_wanted_items_are_counted_not_shown),
	RUN(since_keeps_what_has_newer_evidence), RUN(every_audit_is_accounted_for_once),
	RUN(an_empty_folder_is_all_silence_with_unlocks),
	RUN(files_that_this_version_does_not_judge_yet_are_counted),
	RUN(old_pages_and_old_deals_are_said))

#include "tests/test.h"

#include "audit/audit.h"
#include "ingest/ingest.h"
#include "tests/audit/lint.h"

// Every folder is read as a user's is.
static void ask(const struct audit *audit, const char *folder, bool fires)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct ingest *ingest = NULL;
	struct workspace ws;
	struct facts facts;
	struct findings all;
	const struct ingest_options options = {
		.root = arena_fmt(&a, "tests/audit/cases/%s", folder).at,
		.as_of = date_of(2026, 3, 1),
		.threads = 2,
		.wants = BRIEF_WANTS,
	};
	if (!ingest_open(&options, &a, &ingest, &ws, &err))
		fail_msg("%s: %s", folder, err.text);
	facts_of(&ws, 2, &facts);
	audits_run(&facts, &all);
	lint_findings(&all);
	bool fired = false;
	for (size_t i = 0; i < all.count; i++)
		fired |= all.at[i].audit == audit && all.at[i].outcome == OUTCOME_FIRES;
	for (size_t i = 0; i < all.count && fired != fires; i++)
		if (all.at[i].audit == audit)
			fail_msg("%s: %s %.*s%.*s", folder,
				fired ? "fires" : "does not fire",
				(int)all.at[i].sentence.len, all.at[i].sentence.at,
				(int)all.at[i].why_silent.len, all.at[i].why_silent.at);
	facts_done(&facts);
	ingest_close(ingest);
	arena_free(&a);
}

TEST(every_live_truth_fires_on_its_folder)
{
	size_t live = 0;
	for (size_t i = 0; audits[i]; i++) {
		if (!audits[i]->run)
			continue;
		ask(audits[i], audits[i]->fires_on, true);
		live++;
	}
	assert_int_equal(live, 9);
}

TEST(every_live_truth_is_silent_on_the_nearest_folder)
{
	for (size_t i = 0; audits[i]; i++)
		if (audits[i]->run)
			ask(audits[i], audits[i]->silent_on, false);
}

MAIN(RUN(every_live_truth_fires_on_its_folder),
	RUN(every_live_truth_is_silent_on_the_nearest_folder))

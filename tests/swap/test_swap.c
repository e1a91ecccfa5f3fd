#include "tests/test.h"

#include "report/report.h"
#include "swap/ledger.h"
#include "swap/swap.h"
#include "tests/swap/world.h"

#include <stdio.h>
#include <string.h>

static void run(struct world *w, struct swap_result *r)
{
	swap_run(&w->ws, &(struct swap_options){ .threads = 1 }, r);
}

// One claim of ours against the claims of one competitor.
static const struct swapped_claim *meet(struct world *w, struct swap_result *r,
	const char *ours, const char *const *theirs, size_t count)
{
	struct str *lines = ARENA_ARRAY(&w->arena, struct str, count);
	const struct str line = str_of(ours);
	for (size_t i = 0; i < count; i++)
		lines[i] = str_of(theirs[i]);
	world_add_claims(w, "competitors/shiftly/home.md", lines, count, "shiftly");
	world_add_claims(w, "site/home.md", &line, 1, NULL);
	run(w, r);
	assert_int_equal(r->claim_count, 1);
	return &r->claims[0];
}

static void check_verdict(
	const char *ours, const char *const *theirs, size_t count, enum verdict want)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "Shiftly", VENDOR_RIVAL);
	const struct swapped_claim *c = meet(&w, &r, ours, theirs, count);
	if (c->verdict != want)
		fail_msg("%s: %s, wanted %s (%" PRI_STR ")", ours,
			verdict_name(c->verdict), verdict_name(want), ARG_STR(c->reason));
	if (c->verdict != VERDICT_SHARED)
		for (size_t i = 0; i < c->echo_count; i++)
			assert_true(c->echoes[i].verdict != VERDICT_SHARED);
	world_close(&w);
}

#define THEIRS(...)                                                                      \
	(const char *const[])                                                            \
	{                                                                                \
		__VA_ARGS__                                                              \
	}

TEST(a_number_the_competitor_denies_is_never_shared)
{
	check_verdict("Works 72 hours without a network.",
		THEIRS("Works 48 hours without a network."), 1, VERDICT_CONTESTED);
	check_verdict("Cuts handover time by 40%.", THEIRS("Cuts handover time by 25%."),
		1, VERDICT_CONTESTED);
	check_verdict("Cuts handover time by 40%.", THEIRS("Cuts handover time."), 1,
		VERDICT_CONTESTED);
	check_verdict("Works 72 hours without a network.",
		THEIRS("Works 3 days without a network."), 1, VERDICT_SHARED);
}

TEST(a_feature_the_competitor_denies_is_never_shared)
{
	check_verdict("Fernhollow works offline.",
		THEIRS("Works where you work.", "There is no offline mode.",
			"A network is required."),
		3, VERDICT_CONTESTED);
	check_verdict("Reports are exported to PDF.",
		THEIRS("Export to PDF is not supported."), 1, VERDICT_CONTESTED);
	check_verdict("No cookies and no tracking.",
		THEIRS("We set cookies for tracking."), 1, VERDICT_CONTESTED);
	check_verdict("Keine Übergabe geht verloren.",
		THEIRS("Übergaben gehen nicht mehr verloren."), 1, VERDICT_SHARED);
}

TEST(a_named_thing_they_never_mention_is_ours)
{
	check_verdict("Identity verification compliant with eIDAS.",
		THEIRS("Invitation and identity verification by SMS."), 1,
		VERDICT_CONTESTED);
	check_verdict("Certified to ISO 9001.", THEIRS("Certified to ISO 27001."), 1,
		VERDICT_CONTESTED);
	check_verdict("Integrates with SAP and Maximo.",
		THEIRS("Integrates with Maximo and SAP."), 1, VERDICT_SHARED);
}

TEST(two_claims_to_the_same_first_place_contest_each_other)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Flagsmith");
	world_vendor(&w, "shiftly", "Unleash", VENDOR_RIVAL);
	const struct swapped_claim *c = meet(&w, &r,
		"Flagsmith is the most popular open-source feature flag tool.",
		THEIRS("The world's largest and most loved team.",
			"Unleash is the most popular open-source feature flag platform "
			"in "
			"the world, used by thousands."),
		2);
	assert_int_equal(c->verdict, VERDICT_CONTESTED);
	assert_true(c->swaps);
	assert_true(c->echoes[0].conflicts && c->echoes[0].works);
	assert_true(str_find(c->reason, S("same first place"), 0) != STR_NONE);
	world_close(&w);
	check_verdict("We hire the best people in town.",
		THEIRS("The best people of the region work here."), 1, VERDICT_FILLER);
}

TEST(a_claim_in_which_nothing_could_be_wrong_is_filler)
{
	check_verdict("Simply powerful, flexible and easy to use.",
		THEIRS("Entries are kept for three years."), 1, VERDICT_FILLER);
	check_verdict("Each sentence links to the sensor reading it came from.",
		THEIRS("Entries are kept for three years."), 1, VERDICT_UNIQUE);
}

TEST(a_competitor_with_our_own_page_leaves_us_nothing)
{
	static const struct str CLAIMS[] = {
		STR_INIT("Fernhollow writes every handover from machine events."),
		STR_INIT("Works 72 hours without a network."),
		STR_INIT("Find any event of the last 5 years."),
		STR_INIT("Made with shift leaders of a dairy in Flensburg."),
		STR_INIT("No cookies, no tracking, no banner."),
		STR_INIT("Costs more than a logbook below 50 users."),
		STR_INIT("Reads OPC UA, MQTT and Modbus."),
	};
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "Shiftly", VENDOR_RIVAL);
	world_add_claims(
		&w, "competitors/shiftly/home.md", CLAIMS, COUNT(CLAIMS), "shiftly");
	world_add_claims(&w, "site/home.md", CLAIMS, COUNT(CLAIMS), NULL);
	run(&w, &r);
	for (size_t i = 0; i < r.claim_count; i++)
		assert_int_equal(r.claims[i].verdict, VERDICT_SHARED);
	assert_int_equal(r.works.k, COUNT(CLAIMS));
	assert_true(r.works.low < 0.9); // all of seven is still only seven
	world_close(&w);
}

static void check_swapped(const char *ours, const char *want)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	static struct str PRODUCTS[] = { STR_INIT("Fernhollow Handover") };
	w.ws.config.products = PRODUCTS;
	w.ws.config.product_count = 1;
	const size_t rival = world_vendor(&w, "shiftly", "Shiftly", VENDOR_RIVAL);
	vendors_alias(&w.ws.vendors, rival, S("Shift-ly"));
	const struct swapped_claim *c =
		meet(&w, &r, ours, THEIRS("Entries are kept for three years."), 1);
	char got[300];
	snprintf(got, sizeof got, "%" PRI_STR, ARG_STR(c->swapped));
	assert_string_equal(got, want);
	world_close(&w);
}

TEST(the_sentence_carries_the_other_name_and_stays_a_sentence)
{
	check_swapped("Fernhollow is easy.", "Shiftly is easy.");
	check_swapped("Nothing gets lost.", "Shiftly: Nothing gets lost.");
	check_swapped("Fernhollow's page and Fernhollow’s data",
		"Shiftly's page and Shiftly’s data");
	check_swapped("FERNHOLLOW IS HERE", "SHIFTLY IS HERE");
	check_swapped("Fernhollow Handover writes it.", "Shiftly writes it.");
	check_swapped("Unlike Shiftly, Fernhollow reads machines.",
		"Unlike Fernhollow, Shiftly reads machines.");
	check_swapped("With Fernhollow-made pages", "With Shiftly-made pages");
}

TEST(a_and_an_agree_with_the_other_name)
{
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_vendor(&w, "shiftly", "OpsGrid", VENDOR_RIVAL);
	const struct swapped_claim *c = meet(&w, &r, "Write a Fernhollow page.",
		THEIRS("Entries are kept for three years."), 1);
	assert_true(str_eq(c->swapped, S("Write an OpsGrid page.")));
	world_close(&w);
}

TEST(the_same_claim_said_twice_counts_once_and_loudest)
{
	static const char PAGE[] = "# Fernhollow keeps every event for 5 years\n\n"
				   "It reads OPC UA and MQTT.\n\n## More\n\n"
				   "Every event, Fernhollow keeps for 5 years.\n";
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_add(&w, "a/first.md",
		S("Intro text comes first here, with 3 cats.\n\n## More\n\n"
		  "- It keeps every event for 5 years.\n"),
		NULL, date_of(2026, 1, 1));
	world_add(&w, "b/second.md", str_of(PAGE), NULL, date_of(2026, 1, 1));
	run(&w, &r);
	size_t same = 0, counted = 0;
	for (size_t i = 0; i < r.claim_count; i++) {
		const struct swapped_claim *c = &r.claims[i];
		if (str_find(c->sentence->text, S("5 years"), 0) == STR_NONE)
			continue;
		same++;
		counted += !c->copied_elsewhere;
		if (!c->copied_elsewhere)
			assert_int_equal(c->sentence->level, LEVEL_HEADLINE);
	}
	assert_int_equal(same, 3);
	assert_int_equal(counted, 1);
	assert_true(r.distinct + 2 <= r.claim_count);
	world_close(&w);
}

TEST(without_competitors_only_filler_is_judged_and_it_says_so)
{
	static const struct str CLAIMS[] = { STR_INIT("Simply powerful and easy to use."),
		STR_INIT("Works 72 hours without a network.") };
	struct world w;
	struct swap_result r;
	world_open(&w, "Fernhollow");
	world_add_claims(&w, "site/home.md", CLAIMS, COUNT(CLAIMS), NULL);
	run(&w, &r);
	assert_int_equal(r.claims[0].verdict, VERDICT_FILLER);
	assert_int_equal(r.claims[1].verdict, VERDICT_CANNOT_TELL);
	assert_int_equal(r.echo_threshold > 0, 0);
	assert_true(r.note_count > 0);
	assert_true(str_find(r.notes[0], S("filler test only"), 0) != STR_NONE);
	world_close(&w);
}

TEST(an_empty_workspace_is_no_accident)
{
	struct world w;
	struct swap_result r;
	struct buf out = { 0 };
	world_open(&w, "");
	run(&w, &r);
	assert_int_equal(r.claim_count, 0);
	assert_int_equal(r.works.n, 0);
	swap_text(&w.ws, &r, &(struct look){ 0 }, &out);
	swap_json(&w.ws, &r, &out);
	assert_true(out.len > 100);
	buf_done(&out);
	world_close(&w);
}

static void proven(struct world *w)
{
	const struct claim_entry rows[] = {
		{ .id = S("C-01"),
			.claim = S("Cuts handover time by 40%"),
			.evidence = S("case.pdf"),
			.qualifier = S("median of 6 plants"),
			.status = CLAIM_APPROVED,
			.review_by = date_of(2026, 3, 10) },
		{ .id = S("C-02"),
			.claim = S("The most trusted handover platform"),
			.status = CLAIM_PROPOSED },
		{ .id = S("C-03"),
			.claim = S("Works 72 hours without a network"),
			.evidence = S("test.pdf"),
			.status = CLAIM_RESTRICTED,
			.review_by = date_of(2027, 3, 10) },
		{ .id = S("C-04"),
			.claim = S("Reads every machine of the plant"),
			.status = CLAIM_APPROVED },
		{ .id = S("C-05"),
			.claim = S("Keeps 5 years of events"),
			.evidence = S("x"),
			.status = CLAIM_REJECTED },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		world_claim(w, &rows[i]);
}

static const struct claim_entry *ledger_row(
	struct workspace *ws, struct str sentence, enum proof *proof)
{
	const struct aliases *names = material_names(ws, ws->arena);
	struct mentions found = { .arena = ws->arena };
	struct claim_parts parts;
	struct ledger ledger;
	ledger_of(ws, names, ws->arena, &ledger);
	aliases_find(names, sentence, &found);
	claim_parts_of(sentence, found.spans, found.count, ws->arena, &parts);
	return ledger_find(&ledger, &parts, proof);
}

TEST(the_ledger_proves_what_it_says_and_no_more)
{
	static const struct {
		const char *sentence, *row;
		enum proof proof;
	} CASES[] = {
		{ "Fernhollow cuts handover time by 40%.", "C-01", PROOF_EXPIRED },
		{ "Handover time is cut by 40 % (median of 6 plants).", "C-01",
			PROOF_EXPIRED },
		{ "Cuts handover time by 45%.", NULL, PROOF_UNLISTED },
		{ "Cuts handover time by 40% in 12 plants.", NULL, PROOF_UNLISTED },
		{ "Cuts handover time.", NULL, PROOF_UNLISTED },
		{ "We are the most trusted platform for handovers.", "C-02",
			PROOF_WAITING },
		{ "It works 72 hours without any network.", "C-03", PROOF_HOLDS },
		{ "It works 3 days without a network.", "C-03", PROOF_HOLDS },
		{ "It does not work 72 hours without a network.", NULL, PROOF_UNLISTED },
		{ "Reads every machine in your plant.", "C-04", PROOF_WAITING },
		{ "Keeps 5 years of events.", "C-05", PROOF_REJECTED },
		{ "Something else entirely is said.", NULL, PROOF_UNLISTED },
	};
	struct world w;
	world_open(&w, "Fernhollow");
	proven(&w);
	for (size_t i = 0; i < COUNT(CASES); i++) {
		enum proof proof = PROOF_UNKNOWN;
		const struct claim_entry *row =
			ledger_row(&w.ws, str_of(CASES[i].sentence), &proof);
		if (proof != CASES[i].proof || !row != !CASES[i].row ||
			(row && !str_eq(row->id, str_of(CASES[i].row))))
			fail_msg("%s: %s %" PRI_STR, CASES[i].sentence, proof_name(proof),
				ARG_STR(row ? row->id : S("none")));
	}
	world_close(&w);
	enum proof proof = PROOF_HOLDS;
	world_open(&w, "Fernhollow");
	assert_null(ledger_row(&w.ws, S("Keeps 5 years of events."), &proof));
	assert_int_equal(proof, PROOF_UNKNOWN);
	world_close(&w);
}

TEST(exposures_are_every_place_that_says_the_claim)
{
	struct world w;
	struct book found;
	const struct book_question asked = { .text = S("Cuts handover time by 40%") };
	world_open(&w, "Fernhollow");
	world_add(&w, "a.md",
		S("# Fernhollow cuts handover time by 40 %\n\nAlso 40% less "
		  "paper is used.\n\n## Proof\n\n- Handover time was cut by 40% "
		  "at a dairy.\n- Cuts handover time by 35%.\n"),
		NULL, date_of(2026, 1, 1));
	world_add(&w, "b.md", S("It does not cut handover time by 40%.\n"), NULL,
		date_of(2026, 1, 1));
	world_add(&w, "competitors/shiftly/x.md", S("Cuts handover time by 40%.\n"),
		"shiftly", date_of(2026, 1, 1));
	struct sentence *note = &w.ws.copies[1].sentences.at[0];
	book_of(&w.ws, &asked, &found);
	assert_int_equal(found.at[0].so[REACH_CUSTOMERS], 2);
	assert_int_equal(found.at[0].at[0].sentence->place.major, 1);
	assert_int_equal(found.at[0].at[1].sentence->place.major, 7);
	note->text = S("Say here: handover time is cut by 40%.");
	note->block = BLOCK_NOTE; // speaker notes are said, too
	note->sort = NOT_SHOWN;
	book_of(&w.ws, &asked, &found);
	assert_int_equal(found.at[0].so[REACH_CUSTOMERS], 2);
	assert_int_equal(found.at[0].so[REACH_INSIDE], 1);
	world_close(&w);
}

TEST(german_claims_meet_german_and_english_pages)
{
	check_verdict("Nichts geht zwischen den Schichten verloren.",
		THEIRS("Zwischen den Schichten geht nichts mehr verloren."), 1,
		VERDICT_SHARED);
	check_verdict("Die Linie läuft 72 Stunden ohne Netz.",
		THEIRS("Die Linie läuft 48 Stunden ohne Netz."), 1, VERDICT_CONTESTED);
	check_verdict("Einfach, schnell und zuverlässig.",
		THEIRS("Fotos landen beim richtigen Auftrag."), 1, VERDICT_FILLER);
}

MAIN(RUN(a_number_the_competitor_denies_is_never_shared),
	RUN(a_feature_the_competitor_denies_is_never_shared),
	RUN(a_named_thing_they_never_mention_is_ours),
	RUN(two_claims_to_the_same_first_place_contest_each_other),
	RUN(a_claim_in_which_nothing_could_be_wrong_is_filler),
	RUN(a_competitor_with_our_own_page_leaves_us_nothing),
	RUN(the_sentence_carries_the_other_name_and_stays_a_sentence),
	RUN(a_and_an_agree_with_the_other_name),
	RUN(the_same_claim_said_twice_counts_once_and_loudest),
	RUN(without_competitors_only_filler_is_judged_and_it_says_so),
	RUN(an_empty_workspace_is_no_accident),
	RUN(the_ledger_proves_what_it_says_and_no_more),
	RUN(exposures_are_every_place_that_says_the_claim),
	RUN(german_claims_meet_german_and_english_pages))

#include "tests/test.h"

#include "claim/filter.h"
#include "read/read.h"

#include <string.h>

struct one {
	const char *text;
	enum claim_sort sort;
};

static void check_all(
	enum block_kind kind, uint8_t level, const struct one *all, size_t count)
{
	struct arena a = { 0 };
	const struct lexicon *words = filter_words(&a);
	const struct block block = { .kind = kind, .level = level };
	for (size_t i = 0; i < count; i++) {
		const enum claim_sort got =
			filter_sort(words, &block, str_of(all[i].text));
		if (got != all[i].sort)
			fail_msg("%s: %s, wanted %s", all[i].text, claim_sort_name(got),
				claim_sort_name(all[i].sort));
	}
	arena_free(&a);
}

TEST(paragraphs_are_told_apart)
{
	static const struct one TEXTS[] = {
		{ "Nothing gets lost between shifts.", IS_CLAIM },
		{ "Works 72 hours without a network.", IS_CLAIM },
		{ "Cookie banners not required.", IS_CLAIM },
		{ "Notes can be dictated on the phone.", IS_CLAIM },
		{ "Start free and scale to 10 million events.", IS_CLAIM },
		{ "Runs on Kubernetes with a custom controller.", IS_CLAIM },
		{ "Built for teams that sign documents every day.", IS_CLAIM },
		{ "Find any event of the last 5 years.", IS_CLAIM },
		{ "Keine Übergabe geht verloren.", IS_CLAIM },
		{ "Book a demo", NOT_ACTION },
		{ "Get started for free", NOT_ACTION },
		{ "Learn more", NOT_ACTION },
		{ "Talk to our sales team today.", NOT_ACTION },
		{ "Demo anfordern", NOT_ACTION },
		{ "Jetzt kostenlos testen", NOT_ACTION },
		{ "See the documentation for details.", NOT_ACTION },
		{ "A detailed guide can be found at example.com/docs.", NOT_ACTION },
		{ "Run docker compose up in your terminal.", NOT_SETUP },
		{ "Click the button and enter your password.", NOT_SETUP },
		{ "Note: change the default password.", NOT_SETUP },
		{ "maxRetries: how often a failing job runs again.", NOT_SETUP },
		{ "Please open an issue on GitHub.", NOT_SETUP },
		{ "Is it safe?", NOT_QUESTION },
		{ "Was kostet es?", NOT_QUESTION },
		{ "© 2026 Fernhollow", NOT_LEGAL },
		{ "All rights reserved.", NOT_LEGAL },
		{ "We use cookies to improve this site.", NOT_LEGAL },
		{ "Licensed under the Apache License.", NOT_LEGAL },
		{ "Fernhollow NV, Ghent, page 1 of 2", NOT_LEGAL },
		{ "“We would not go back to paper any more.”", NOT_OURS },
		{ "— Dana Cole, plant manager", NOT_OURS },
		{ "They were not told what for.", NOT_OURS },
		{ "Pricing", NOT_SENTENCE },
		{ "getElement(x) => { return y; }", NOT_SENTENCE },
		{ "https://example.com", NOT_SENTENCE },
		{ "Hello {first name},", NOT_SENTENCE },
		{ "on request", NOT_SENTENCE },
		{ "", NOT_SENTENCE },
		{ "...", NOT_SENTENCE },
		{ "Frequently asked questions", NOT_HEADING },
		{ "How it works", NOT_HEADING },
		{ "Fernhollow vs. paper", NOT_HEADING },
		{ "Available for:", NOT_HEADING },
	};
	check_all(BLOCK_TEXT, 0, TEXTS, COUNT(TEXTS));
}

TEST(headings_may_claim)
{
	static const struct one HEADINGS[] = {
		{ "Nothing is lost between shifts", IS_CLAIM },
		{ "Own your data", IS_CLAIM },
		{ "Easy to use", IS_CLAIM },
		{ "Audit answers in minutes", IS_CLAIM },
		{ "Pricing", NOT_HEADING },
		{ "Key features", NOT_HEADING },
		{ "Getting started", NOT_HEADING },
		{ "Why Fernhollow", NOT_HEADING },
		{ "Preise", NOT_HEADING },
		{ "The official Fernhollow documentation", NOT_HEADING },
	};
	check_all(BLOCK_HEADING, 2, HEADINGS, COUNT(HEADINGS));
}

TEST(some_blocks_never_claim)
{
	static const struct one CLAIM[] = { { "Works 72 hours offline.", NOT_SHOWN } };
	static const struct one SAID[] = { { "Works 72 hours offline.", NOT_OURS } };
	static const struct one BUTTON[] = { { "Works 72 hours offline.", NOT_ACTION } };
	static const struct one CELL[] = { { "72 hours, offline", NOT_SENTENCE },
		{ "The line records 72 hours offline.", IS_CLAIM } };
	check_all(BLOCK_CODE, 0, CLAIM, 1);
	check_all(BLOCK_CHROME, 0, CLAIM, 1);
	check_all(BLOCK_META, 0, CLAIM, 1);
	check_all(BLOCK_NOTE, 0, CLAIM, 1);
	check_all(BLOCK_QUOTE, 0, SAID, 1);
	check_all(BLOCK_SPEECH, 0, SAID, 1);
	check_all(BLOCK_ACTION, 0, BUTTON, 1);
	check_all(BLOCK_CELL, 0, CELL, 2);
}

static void read_page(struct arena *a, const char *text, struct sentences *out)
{
	struct doc doc = { .arena = a };
	const struct read_how how = { 0 };
	struct error err = { 0 };
	if (!doc_read(S("page.md"), str_of(text), &how, &doc, &err))
		fail_msg("%s", err.text);
	sentences_of(&doc, a, out);
}

static const struct sentence *find(const struct sentences *all, const char *text)
{
	size_t i = 0;
	while (i < all->count && !str_eq(all->at[i].text, str_of(text)))
		i++;
	if (i == all->count)
		fail_msg("no sentence: %s", text);
	return &all->at[i];
}

TEST(how_loud_a_claim_is)
{
	struct arena a = { 0 };
	struct sentences all;
	read_page(&a,
		"# Nothing is lost between shifts\n\n"
		"Every handover is one page. It writes itself. Nobody types a word.\n\n"
		"## Audit answers in minutes\n\nFind any event of five years.\n\n"
		"- Reads OPC UA and MQTT\n",
		&all);
	assert_int_equal(
		find(&all, "Nothing is lost between shifts")->level, LEVEL_HEADLINE);
	assert_int_equal(find(&all, "Every handover is one page.")->level, LEVEL_SUBHEAD);
	assert_int_equal(find(&all, "It writes itself.")->level, LEVEL_SUBHEAD);
	assert_int_equal(find(&all, "Nobody types a word.")->level, LEVEL_BODY);
	assert_int_equal(find(&all, "Audit answers in minutes")->level, LEVEL_SUBHEAD);
	assert_int_equal(find(&all, "Find any event of five years.")->level, LEVEL_BODY);
	assert_int_equal(find(&all, "Reads OPC UA and MQTT")->level, LEVEL_BODY);
	arena_free(&a);
}

TEST(a_page_headed_by_its_name_says_its_claim_below)
{
	struct arena a = { 0 };
	struct sentences all;
	read_page(&a,
		"# Fernhollow\n\nFernhollow writes every handover from machine "
		"events.\n\n"
		"It runs offline for 72 hours.\n",
		&all);
	assert_int_equal(find(&all, "Fernhollow")->sort, NOT_HEADING);
	assert_int_equal(
		find(&all, "Fernhollow writes every handover from machine events.")
			->level,
		LEVEL_HEADLINE);
	assert_int_equal(find(&all, "It runs offline for 72 hours.")->level, LEVEL_BODY);
	arena_free(&a);
}

TEST(links_behind_a_claim_are_no_part_of_it_and_places_are_exact)
{
	struct arena a = { 0 };
	struct sentences all;
	read_page(&a,
		"Intro.\n\nRoles are granted for each plant. Signed entries stay as they "
		"are — Learn "
		"more →\n",
		&all);
	const struct sentence *s = find(&all, "Signed entries stay as they are");
	assert_int_equal(s->place.major, 3);
	assert_int_equal(s->place.minor, 35);
	assert_int_equal(s->sort, IS_CLAIM);
	arena_free(&a);
}

MAIN(RUN(paragraphs_are_told_apart), RUN(headings_may_claim),
	RUN(some_blocks_never_claim), RUN(how_loud_a_claim_is),
	RUN(a_page_headed_by_its_name_says_its_claim_below),
	RUN(links_behind_a_claim_are_no_part_of_it_and_places_are_exact))

#include "tests/test.h"

#include "claim/claim.h"
#include "read/read.h"

static void read_page(struct arena *a, const char *text, struct sentences *out)
{
	struct doc doc = { .arena = a };
	const struct read_how how = { 0 };
	struct error err = { 0 };
	if (!doc_read(S("README.md"), str_of(text), &how, &doc, &err))
		fail_msg("%s", err.text);
	sentences_of(&doc, a, out);
}

static void check(const struct sentences *all, const char *text, enum claim_sort want)
{
	for (size_t i = 0; i < all->count; i++) {
		if (!str_eq(all->at[i].text, str_of(text)))
			continue;
		if (all->at[i].sort != want)
			fail_msg("%s: %s, wanted %s", text,
				claim_sort_name(all->at[i].sort), claim_sort_name(want));
		return;
	}
	fail_msg("no sentence: %s", text);
}

TEST(what_stands_below_a_heading_of_a_manual_claims_nothing)
{
	struct arena a = { 0 };
	struct sentences all;
	read_page(&a,
		"# Fernhollow\n\nFernhollow writes every handover from machine "
		"events.\n\n"
		"## Installing from source\n\nRun make in the repository.\n\n"
		"### Requirements\n\nA server with 4 GB of memory runs it.\n\n"
		"### Start the application\n\n"
		"The build step makes all tables of the database.\n\n"
		"## How to use this image\n\nSet the port in the config file.\n\n"
		"The data is stored in named volumes.\n\n"
		"## Deploy anywhere\n\nEvery plant keeps its own server.\n",
		&all);
	check(&all, "Fernhollow writes every handover from machine events.", IS_CLAIM);
	check(&all, "A server with 4 GB of memory runs it.", NOT_SETUP);
	check(&all, "The build step makes all tables of the database.", NOT_SETUP);
	check(&all, "The data is stored in named volumes.", NOT_SETUP);
	check(&all, "Every plant keeps its own server.", NOT_SETUP);
	arena_free(&a);
}

TEST(a_page_without_a_manual_may_praise_with_the_same_words)
{
	struct arena a = { 0 };
	struct sentences all;
	read_page(&a,
		"# Nothing is lost between shifts\n\nEvery handover is one page.\n\n"
		"## Deploy anywhere\n\nEvery plant keeps its own server.\n\n"
		"## Start on Monday\n\nThe first line is connected in one day.\n",
		&all);
	check(&all, "Every plant keeps its own server.", IS_CLAIM);
	check(&all, "The first line is connected in one day.", IS_CLAIM);
	arena_free(&a);
}

TEST(commands_make_a_section_a_manual_but_not_the_first_one)
{
	struct arena a = { 0 };
	struct sentences all;
	read_page(&a,
		"# Handovers that write themselves\n\n"
		"It reads machine events in three lines.\n\n```\nfernhollow read\n```\n\n"
		"## Backups\n\nAll shifts are kept in one folder.\n\n"
		"```\ncp -r data backup\n```\n\n```\nls backup\n```\n\n"
		"## Distributed deployment\n\nTen plants share one server.\n",
		&all);
	check(&all, "It reads machine events in three lines.", IS_CLAIM);
	check(&all, "All shifts are kept in one folder.", NOT_SETUP);
	check(&all, "Ten plants share one server.", IS_CLAIM);
	arena_free(&a);
}

MAIN(RUN(what_stands_below_a_heading_of_a_manual_claims_nothing),
	RUN(a_page_without_a_manual_may_praise_with_the_same_words),
	RUN(commands_make_a_section_a_manual_but_not_the_first_one))

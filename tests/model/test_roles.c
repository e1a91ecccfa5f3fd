// What a file is for us: by path, by content, by its neighbours; when it was said.
#include "test.h"

#include <string.h>

#include "lines.h"
#include "model/model.h"

static struct arena arena;

static bool is(struct str s, const char *want)
{
	return str_eq(s, str_of(want));
}

TEST(paths_give_roles)
{
	static const struct {
		const char *path;
		enum role role;
		bool certain;
		const char *rival;
	} CASES[] = {
		{ "candor.yaml", ROLE_CONFIG, true, "" },
		{ "sub/candor.yaml", ROLE_OTHER, false, "" },
		{ "competitors/shiftly/2025-11-home.html", ROLE_RIVAL, false, "shiftly" },
		{ "competitors/shiftly/deep/er/page.md", ROLE_RIVAL, false, "shiftly" },
		{ "competitors/shiftly/history/old.html", ROLE_RIVAL, false, "shiftly" },
		{ "Competitors/Shiftly Pro/Page.HTML", ROLE_RIVAL, false, "Shiftly Pro" },
		{ "wettbewerber/shiftly/a.html", ROLE_RIVAL, false, "shiftly" },
		{ "x/competitors/opsgrid.md", ROLE_RIVAL, false, "opsgrid" },
		{ "competitors/shiftly/battlecard.md", ROLE_BATTLECARD, true, "shiftly" },
		{ "competitors/shiftly/Battlecard Q3.docx", ROLE_BATTLECARD, true,
			"shiftly" },
		{ "battlecards/shiftly.md", ROLE_BATTLECARD, true, "shiftly" },
		{ "our-competitors/x.md", ROLE_OTHER, false, "" },
		{ "positioning/positioning.md", ROLE_CANVAS, false, "" },
		{ "positioning/history/v3.md", ROLE_CANVAS_HISTORY, false, "" },
		{ "calls/2025-10-21-brandt.vtt", ROLE_CALL, true, "" },
		{ "calls/2025-10-21.json", ROLE_CALL, true, "" },
		{ "loose.vtt", ROLE_CALL, true, "" },
		{ "interviews/INT-07.md", ROLE_INTERVIEW, true, "" },
		{ "requests/a/b.eml", ROLE_REQUEST, true, "" },
		{ "mail/all.mbox", ROLE_MAIL, true, "" },
		{ "x.eml", ROLE_MAIL, true, "" },
		{ "team.ics", ROLE_CALENDAR, true, "" },
		{ "slack/general/2025-11-03.json", ROLE_CHAT, true, "" },
		{ "slack/users.json", ROLE_CHAT, true, "" },
		{ "2025-11-03.json", ROLE_OTHER, false, "" },
		{ "launches/insights.yaml", ROLE_LAUNCH, true, "" },
		{ "web/relationships.yaml", ROLE_TIES, true, "" },
		{ "rules/styles/Fernhollow/Words.yml", ROLE_STYLE, true, "" },
		{ "styles/Vale/README.md", ROLE_STYLE, true, "" },
		{ "README.md", ROLE_COPY, true, "" },
		{ "LICENSE", ROLE_OTHER, true, "" },
		{ "CHANGELOG.md", ROLE_OTHER, true, "" },
		{ "site/licensing.html", ROLE_COPY, true, "" },
		{ "site/index.html", ROLE_COPY, true, "" },
		{ "site/history/index.html", ROLE_COPY_HISTORY, true, "" },
		{ "assets/deck-old.pptx", ROLE_COPY_HISTORY, true, "" },
		{ "messages/house.md", ROLE_COPY, true, "" },
		{ "deals.csv", ROLE_OTHER, false, "" },
		{ "home.html", ROLE_OTHER, false, "" },
		{ "", ROLE_OTHER, false, "" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct role_guess g = role_of_path(str_of(CASES[i].path));
		if (g.role != CASES[i].role || g.certain != CASES[i].certain ||
			!is(g.rival, CASES[i].rival))
			fail_msg("%s: %s %s '%.*s'", CASES[i].path, role_name(g.role),
				g.certain ? "for sure" : "perhaps", (int)g.rival.len,
				g.rival.len ? g.rival.at : "");
	}
}

TEST(documents_are_known_by_content_wherever_they_lie)
{
	static const char *const CANVAS =
		"## Alternatives\n- a\n## Value\n- b\n## Target segment\n- c\n";
	static const char *const CARD = "---\ncompetitor: shiftly\n---\n## Facts\n- a\n";
	static const char *const CALL = "@Ann: a\n@Ben: b\n@Ann: c\n";
	static const char *const COPY = "# We help\nWords.\n";
	static const struct {
		const char *path, *const *text;
		enum role want;
		const char *rival;
	} CASES[] = {
		{ "x.md", &CANVAS, ROLE_CANVAS, "" },
		{ "x-old.md", &CANVAS, ROLE_CANVAS_HISTORY, "" },
		{ "positioning/history/x.md", &CANVAS, ROLE_CANVAS_HISTORY, "" },
		{ "positioning/history/x.md", &COPY, ROLE_COPY_HISTORY, "" },
		{ "positioning/x.md", &COPY, ROLE_COPY, "" },
		{ "x.md", &CARD, ROLE_BATTLECARD, "shiftly" },
		{ "competitors/shiftly/x.md", &CARD, ROLE_BATTLECARD, "shiftly" },
		{ "competitors/shiftly/x.md", &COPY, ROLE_RIVAL, "shiftly" },
		{ "competitors/shiftly/x.md", &CANVAS, ROLE_RIVAL, "shiftly" },
		{ "x.txt", &CALL, ROLE_CALL, "" },
		{ "x.txt", &COPY, ROLE_OTHER, "" },
		{ "x.html", &COPY, ROLE_COPY, "" },
		{ "x.pdf", &COPY, ROLE_COPY, "" },
		{ "archive/x.pdf", &COPY, ROLE_COPY_HISTORY, "" },
		{ "site/x.html", &CANVAS, ROLE_COPY, "" }, // convention is sure here
		{ "calls/x.txt", &COPY, ROLE_CALL, "" },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct doc doc = lines_doc(&arena, CASES[i].path, *CASES[i].text);
		struct role_guess g = role_of_doc(role_of_path(doc.path), &doc);
		if (g.role != CASES[i].want || !is(g.rival, CASES[i].rival))
			fail_msg("%s: %s, not %s", CASES[i].path, role_name(g.role),
				role_name(CASES[i].want));
	}
}

TEST(loose_yaml_is_known_by_its_keys)
{
	static const struct {
		const char *path, *text;
		enum role want;
	} CASES[] = {
		{ "x.yaml", "launch: A\ngates: []\n", ROLE_LAUNCH },
		{ "x.yml", "extends: existence\nmessage: no\n", ROLE_STYLE },
		{ "x.yaml", "- {a: sales, b: support}\n", ROLE_TIES },
		{ "x.yaml", "a: 1\n", ROLE_OTHER },
		{ "x.yaml", "[", ROLE_OTHER },
		{ "launches/x.yaml", "a: 1\n", ROLE_LAUNCH },
	};
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct str path = str_of(CASES[i].path);
		assert_int_equal(
			role_of_yaml(role_of_path(path), path, str_of(CASES[i].text))
				.role,
			CASES[i].want);
	}
}

static const char *dated(
	const char *path, const char *front, const char *key, const char *value)
{
	struct str text = arena_fmt(&arena, "%s# Title\n", front);
	struct doc doc = lines_doc(&arena, path, text.at);
	if (key)
		doc_meta(&doc, str_of(key), str_of(value), (struct place){ 0 });
	return arena_cstr(&arena, date_str(&arena, date_of_doc(&doc)));
}

TEST(dates_come_from_the_best_witness)
{
	static const char *const FRONT =
		"---\neffective: 2025-09-01\ndate: 2024-01-01\n---\n";
	assert_string_equal(
		dated("2025-01-x.md", FRONT, "date", "2023-01-01"), "2025-09-01");
	assert_string_equal(
		dated("2025-01-x.md", "---\ndate: 2024-02-03\n---\n", NULL, NULL),
		"2024-02-03");
	assert_string_equal(
		dated("2025-01-x.md", "", "date", "2023-05-06T10:00:00Z"), "2023-05-06");
	assert_string_equal(
		dated("2025-01-x.md", "", "modified", "2023-05-06"), "2025-01-01");
	assert_string_equal(dated("x.md", "", "modified", "2023-05-06"), "2023-05-06");
	assert_string_equal(dated("x.md", "", NULL, NULL), "");
	assert_string_equal(dated("x.md", "---\ndate: [broken\n---\n", NULL, NULL), "");
	assert_string_equal(dated("x.md", "---\ndate: soon\n---\n", NULL, NULL), "");
	// A competitor's page is as old as the day we saved it.
	assert_string_equal(
		dated("competitors/a/2025-11-02-home.html", "", "date", "2021-05-06"),
		"2025-11-02");
	assert_string_equal(
		dated("competitors/a/home.html", "", "date", "2021-05-06"), "2021-05-06");
}

TEST(titles_come_from_the_page_then_its_heading_then_its_name)
{
	struct doc doc = lines_doc(&arena, "a/x.y.md", "Words\n# A heading\n");
	assert_true(is(title_of_doc(&doc), "A heading"));
	doc_meta(&doc, S("title"), S("The title"), (struct place){ 0 });
	assert_true(is(title_of_doc(&doc), "The title"));
	doc = lines_doc(&arena, "a/x.y.md", "Words\n");
	assert_true(is(title_of_doc(&doc), "x.y"));
}

TEST(only_the_newest_of_versions_is_in_force)
{
	static const struct {
		const char *path, *date;
		bool file_time;
		enum role role, want;
	} CASES[] = {
		{ "site/2025-03-home.html", "2025-03-01", 0, ROLE_COPY,
			ROLE_COPY_HISTORY },
		{ "site/2025-09-home.html", "2025-09-01", 0, ROLE_COPY, ROLE_COPY },
		{ "site/2024-09-01-home.html", "2024-09-01", 0, ROLE_COPY,
			ROLE_COPY_HISTORY },
		{ "site/2025-09-pricing.html", "2025-09-01", 0, ROLE_COPY, ROLE_COPY },
		{ "blog/2025-09-home.html", "2025-09-01", 0, ROLE_COPY, ROLE_COPY },
		// Numbers that are no date tell pages apart.
		{ "site/2025-09-page1.html", "2025-09-01", 0, ROLE_COPY, ROLE_COPY },
		{ "site/2025-09-page2.html", "2025-09-01", 0, ROLE_COPY, ROLE_COPY },
		{ "decks/pitch-v10.pptx", "2025-01-01", 1, ROLE_COPY, ROLE_COPY },
		{ "decks/pitch-v9.pptx", "2025-06-01", 1, ROLE_COPY, ROLE_COPY_HISTORY },
		{ "decks/Pitch-V2.pptx", "2025-07-01", 0, ROLE_COPY, ROLE_COPY_HISTORY },
		{ "decks/rev2.pptx", "2025-01-01", 0, ROLE_COPY, ROLE_COPY },
		{ "decks/rev3.pptx", "2025-01-01", 0, ROLE_COPY, ROLE_COPY },
		{ "a.md", "2025-01-01", 0, ROLE_CANVAS, ROLE_CANVAS_HISTORY },
		{ "b.md", "2025-02-01", 0, ROLE_CANVAS, ROLE_CANVAS },
		{ "c.md", "2025-03-01", 1, ROLE_CANVAS, ROLE_CANVAS_HISTORY },
		{ "competitors/a/2025-01-home.html", "2025-01-01", 0, ROLE_RIVAL,
			ROLE_RIVAL },
		{ "competitors/a/2025-02-home.html", "2025-02-01", 0, ROLE_RIVAL,
			ROLE_RIVAL },
	};
	struct source sources[COUNT(CASES)];
	for (size_t i = 0; i < COUNT(CASES); i++)
		sources[i] = (struct source){ .path = str_of(CASES[i].path),
			.role = CASES[i].role,
			.date = date_in_name(str_of(CASES[i].date)),
			.date_is_file_time = CASES[i].file_time };
	roles_settle(sources, COUNT(CASES), &arena);
	for (size_t i = 0; i < COUNT(CASES); i++)
		if (sources[i].role != CASES[i].want)
			fail_msg("%s: %s", CASES[i].path, role_name(sources[i].role));
}

TEST(every_role_has_a_name_of_its_own)
{
	struct map names = { .arena = &arena };
	for (enum role r = 0; r < ROLE_COUNT; r++) {
		assert_int_equal(map_add(&names, str_of(role_name(r))), r);
		assert_true(strlen(role_title(r)) > 0);
	}
}

MAIN(RUN(paths_give_roles), RUN(documents_are_known_by_content_wherever_they_lie),
	RUN(loose_yaml_is_known_by_its_keys), RUN(dates_come_from_the_best_witness),
	RUN(titles_come_from_the_page_then_its_heading_then_its_name),
	RUN(only_the_newest_of_versions_is_in_force),
	RUN(every_role_has_a_name_of_its_own))

// What a company is called, guessed from its own pages.
#include "tests/test.h"

#include "model/model.h"
#include "read/read.h"

static void guess(struct arena *a, const char *path, const char *text, const char *taken,
	struct naming *out)
{
	struct doc doc = { .arena = a };
	struct error err = { 0 };
	struct source *source = ARENA_NEW(a, struct source);
	struct copy *copy = ARENA_NEW(a, struct copy);
	if (!doc_read(str_of(path), str_of(text), NULL, &doc, &err))
		fail_msg("%s", err.text);
	source->path = str_of(path);
	*copy = (struct copy){ .source = source, .title = title_of_doc(&doc) };
	sentences_of(&doc, a, &copy->sentences);
	const struct copy *copies[] = { copy };
	naming_guess(copies, 1, str_of(path), str_of(taken), a, out);
}

static const struct {
	const char *path, *text, *taken, *want;
} CASES[] = {
	// Whose sentences begin with it.
	{ "home.md", "Umami is simple. Umami does not use cookies. It is fast.", "",
		"Umami" },
	{ "home.md", "# Tally\n\nTally closes the books in 3 days.", "", "Tally" },
	// A title, when the text uses the name, too.
	{ "x.html",
		"<title>Pricing | Shiftly</title><p>With Shiftly nothing gets lost. Ask "
		"Shiftly.</p>",
		"", "Shiftly" },
	// The short form where both are used.
	{ "a.md",
		"Plausible Analytics is light. Plausible Analytics has no cookies. "
		"Plausible is open source.",
		"", "Plausible" },
	// What the file is called, confirmed by the text, or alone.
	{ "2025-11-opsgrid-home.html", "<p>Made by OpsGrid in Ghent. OpsGrid helps.</p>",
		"", "OpsGrid" },
	{ "rivals/n8n.md", "With n8n you build. In n8n flows run. Use n8n now.", "",
		"n8n" },
	{ "rivals/acme.md", "We help teams move faster.", "", "Acme" },
	// Words that are somebody's only at the beginning of a sentence.
	{ "page.md", "# Contributing\n\nContributing is easy. We like contributing.", "",
		"" },
	{ "index.html", "<h1>Simple accounting</h1><p>It is fast. Teams love it.</p>", "",
		"" },
	// The name of the other side is no answer.
	{ "page.md", "Umami is better than Plausible. Umami is free. Plausible is not.",
		"Umami", "" },
	{ "index.md", "", "", "" },
};

TEST(names)
{
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct arena a = { 0 };
		struct naming n;
		guess(&a, CASES[i].path, CASES[i].text, CASES[i].taken, &n);
		if (!str_eq(n.name, str_of(CASES[i].want)))
			fail_msg("case %zu: '%" PRI_STR "', not '%s'", i, ARG_STR(n.name),
				CASES[i].want);
		assert_int_equal(n.name.len > 0, n.why.len > 0);
		arena_free(&a);
	}
}

TEST(longer_forms_are_aliases)
{
	struct arena a = { 0 };
	struct naming n;
	guess(&a, "a.md",
		"Plausible Analytics is light. Plausible is open source. Plausible is "
		"small.",
		"", &n);
	assert_true(str_eq(n.name, S("Plausible")));
	assert_int_equal(n.alias_count, 1);
	assert_true(str_eq(n.aliases[0], S("Plausible Analytics")));
	arena_free(&a);
}

MAIN(RUN(names), RUN(longer_forms_are_aliases))

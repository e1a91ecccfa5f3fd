#include "tests/test.h"

#include "tests/audit/lint.h"

#include <stdio.h>
#include <string.h>

// A copy without what stands between “ and ”.
static struct str without_quotes(struct str s, char *out, size_t room)
{
	size_t len = 0, depth = 0;
	for (size_t i = 0; i < s.len && len < room; i++) {
		const struct str rest = str_from(s, i);
		depth += str_starts(rest, S("“"));
		if (!depth)
			out[len++] = s.at[i];
		if (depth && str_starts(rest, S("”"))) {
			depth--;
			i += 2;
			out[len++] = 'q';
		}
	}
	return (struct str){ out, len };
}

static bool has_word(struct str s, struct str word)
{
	for (size_t at = 0; (at = str_find_nocase(s, word, at)) != STR_NONE; at++) {
		const bool before = at && byte_is_alpha(s.at[at - 1]);
		const size_t end = at + word.len;
		if (!before && !(end < s.len && byte_is_alpha(s.at[end])))
			return true;
	}
	return false;
}

// "22 of 71": every rate needs one in the same sentence.
static size_t count_bases(struct str s)
{
	size_t count = 0;
	for (size_t at = 0; (at = str_find(s, S(" of "), at)) != STR_NONE; at++)
		count += at && byte_is_digit(s.at[at - 1]) && at + 4 < s.len &&
			 (byte_is_digit(s.at[at + 4]) || s.at[at + 4] == 't');
	return count;
}

const char *lint(struct str sentence)
{
	static const struct str BANNED[] = { STR_INIT("significant"),
		STR_INIT("significantly"), STR_INIT("confidence"), STR_INIT("simply"),
		STR_INIT("just"), STR_INIT("leverage"), STR_INIT("p-value"),
		STR_INIT("obviously"), STR_INIT("unfortunately"), STR_INIT("great"),
		STR_INIT("amazing"), STR_INIT("failed to"), STR_INIT("(null)") };
	char room[4096];
	const struct str s = without_quotes(sentence, room, sizeof room);
	if (!utf8_valid(sentence))
		return "is not UTF-8";
	for (size_t i = 0; i < COUNT(BANNED); i++)
		if (has_word(s, BANNED[i]))
			return BANNED[i].at;
	if (str_find_byte(s, '!', 0) != STR_NONE)
		return "exclamation mark";
	if (str_find(s, S("  "), 0) != STR_NONE || str_find(s, S(".."), 0) != STR_NONE)
		return "doubled space or point";
	if (str_find_byte(s, '%', 0) != STR_NONE && !count_bases(s))
		return "percent without counts";
	return NULL;
}

/*
 * The detail without the sentence in which a company's own measure stands as its file
 * writes it: "Churn was 9.7% on 31 October 2025, ...".  A percent that somebody wrote
 * into metrics.csv has no counts by nature.  Only what begins with the words and the
 * figure of a cited value, and ends with that sentence.
 */
static struct str without_measure(const struct finding *f, char *out, size_t room)
{
	const struct str all = f->detail;
	for (size_t i = 0; i < f->evidence_count; i++) {
		const struct str quote = f->evidence[i].quote;
		size_t cut = quote.len;
		while (cut && quote.at[cut - 1] != ' ')
			cut--;
		if (!str_eq(f->evidence[i].column, S("value")) || cut < 2 ||
			quote.at[quote.len - 1] != '%')
			continue;
		char own[512];
		const int len = snprintf(own, sizeof own, "%.*s was %.*s ", (int)cut - 1,
			quote.at, (int)(quote.len - cut), quote.at + cut);
		const struct str head = { own, (size_t)len };
		const size_t end = str_find(all, S(". "), 0);
		if ((size_t)len >= sizeof own || !str_starts(all, head) ||
			end == STR_NONE || all.len - end > room)
			continue;
		memcpy(out, all.at + end + 2, all.len - end - 2);
		return (struct str){ out, all.len - end - 2 };
	}
	return all;
}

static void check(
	const struct finding *f, const char *what, struct str text, bool sentence)
{
	const char *wrong = text.len ? lint(text) : NULL;
	if (!wrong && sentence && text.len && text.at[text.len - 1] != '.')
		wrong = "does not end in a point";
	if (wrong)
		fail_msg("%s %s: %s\n  %.*s", f->audit->id, what, wrong, (int)text.len,
			text.at);
}

static size_t words_in(struct str s)
{
	size_t count = 0;
	struct str word;
	while (str_split(&s, ' ', &word))
		count += word.len > 0;
	return count;
}

void lint_findings(const struct findings *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct finding *f = &list->at[i];
		char own[4096];
		check(f, "silent", f->why_silent, false);
		check(f, "sentence", f->sentence, true);
		check(f, "headline", f->headline, true);
		check(f, "detail", without_measure(f, own, sizeof own), true);
		check(f, "cost", f->cost, true);
		check(f, "next", f->next, true);
		check(f, "doubt", f->doubt, true);
		check(f, "they say", f->they_say, true);
		check(f, "then", f->then, true);
		if (f->outcome != OUTCOME_FIRES)
			continue;
		const struct str said = f->headline.len ? f->headline : f->sentence;
		if (f->certainty <= CERTAINTY_LIKELY && words_in(said) > 20)
			fail_msg("%s: the headline has more than 20 words\n  %.*s",
				f->audit->id, (int)said.len, said.at);
		assert_true(f->sentence.len && f->next.len && f->doubt.len);
		assert_true(f->figure.len && f->figure_unit.len && f->subject.len);
		assert_true(f->evidence_count > 0);
		assert_true(f->severity != SEVERITY_BLOCKER ||
			    f->certainty <= CERTAINTY_LIKELY);
		assert_true(str_starts(f->doubt, str_of(certainty_words(f->certainty))));
	}
}

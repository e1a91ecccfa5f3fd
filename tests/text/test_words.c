#include "tests/test.h"

#include "text/text.h"

#include <string.h>

// All words of a text with bars between, and their flags when asked for.
static void check_words(const char *text, const char *want)
{
	struct buf out = { 0 };
	struct word w;
	for (size_t at = 0; word_next(str_of(text), &at, &w);) {
		if (out.len)
			buf_byte(&out, '|');
		buf_add(&out, word_cut(str_of(text), w));
	}
	buf_byte(&out, '\0');
	assert_string_equal(out.at, want);
	buf_done(&out);
}

TEST(words_keep_what_joins_and_leave_what_parts)
{
	check_words("It's self-hosted.", "It's|self-hosted");
	check_words("Node.js, v6.2 and fast.Simple", "Node.js|v6.2|and|fast|Simple");
	check_words("2,000 rows, 3", "2,000|rows|3");
	check_words("R&D by AT&T & co", "R&D|by|AT&T|co");
	check_words("C++ and C# 40+", "C++|and|C#|40+");
	check_words("(“Übergabe” – größer…)", "Übergabe|größer");
	check_words("don’t 'quote' -dash-", "don’t|quote|dash");
	check_words("e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9");
	check_words("日本 \xff\xfe ok", "日本|ok");
	check_words(" .,;", "");
}

static unsigned flags_of(const char *text)
{
	struct word w = { 0 };
	size_t at = 0;
	assert_true(word_next(str_of(text), &at, &w));
	return w.flags;
}

TEST(the_way_a_word_is_written_is_kept)
{
	assert_int_equal(flags_of("word"), WORD_ALPHA);
	assert_int_equal(flags_of("Word"), WORD_ALPHA | WORD_CAPITAL);
	assert_int_equal(flags_of("GDPR"), WORD_ALPHA | WORD_CAPITAL | WORD_SHOUT);
	assert_int_equal(flags_of("OpenAPI"), WORD_ALPHA | WORD_CAPITAL | WORD_CAMEL);
	assert_int_equal(flags_of("iOS"), WORD_ALPHA | WORD_CAMEL);
	assert_int_equal(flags_of("Self-Hosted"),
		WORD_ALPHA | WORD_CAPITAL | WORD_CAMEL | WORD_HYPHEN);
	assert_int_equal(flags_of("72"), WORD_DIGIT);
	assert_int_equal(flags_of("Über"), WORD_ALPHA | WORD_CAPITAL | WORD_FOREIGN);
}

static void same_stem(enum tongue tongue, const char *a, const char *b, bool same)
{
	char room_a[WORD_MAX], room_b[WORD_MAX];
	const struct str x = stem_of(room_a, word_fold(str_of(a), room_a), tongue);
	const struct str y = stem_of(room_b, word_fold(str_of(b), room_b), tongue);
	if (str_eq(x, y) != same)
		fail_msg("%s gives %" PRI_STR ", %s gives %" PRI_STR, a, ARG_STR(x), b,
			ARG_STR(y));
}

TEST(inflected_words_meet_and_opposites_do_not)
{
	static const char *const MEET[][2] = { { "document", "documents" },
		{ "signing", "signed" }, { "sign", "signs" }, { "planned", "planning" },
		{ "query", "queries" }, { "integrate", "integration" },
		{ "configure", "configurations" }, { "reliable", "reliability" },
		{ "organise", "organize" }, { "manage", "managing" },
		{ "deploy", "deployment" }, { "secure", "securely" },
		{ "analysis", "analysis" }, { "process", "processes" } };
	static const char *const PART[][2] = { { "server", "serverless" },
		{ "use", "useless" }, { "structured", "unstructured" },
		{ "online", "offline" }, { "code", "no" }, { "hand", "handover" } };
	static const char *const TREFFEN[][2] = { { "Übergabe", "Übergaben" },
		{ "sicher", "sichere" }, { "Schicht", "Schichten" },
		{ "Lösung", "Lösungen" }, { "schnell", "schnelleren" },
		{ "größe", "Größen" }, { "Sicherheit", "Sicherheiten" } };
	for (size_t i = 0; i < COUNT(MEET); i++)
		same_stem(TONGUE_ENGLISH, MEET[i][0], MEET[i][1], true);
	for (size_t i = 0; i < COUNT(PART); i++)
		same_stem(TONGUE_ENGLISH, PART[i][0], PART[i][1], false);
	for (size_t i = 0; i < COUNT(TREFFEN); i++)
		same_stem(TONGUE_GERMAN, TREFFEN[i][0], TREFFEN[i][1], true);
}

TEST(the_stop_lists_are_sorted_and_found)
{
	static const char *const IN[] = { "a", "the", "your", "yourselves", "über",
		"zwar", "aber", "about", "you'll", "zwischen", "gegenüber", "dafür" };
	for (size_t i = 0; i < COUNT(IN); i++)
		assert_true(stop_of(str_of(IN[i])));
	assert_false(stop_of(S("handover")));
	assert_false(stop_of(S("")));
	assert_int_equal(stop_of(S("in")), STOP_ENGLISH | STOP_GERMAN);
	for (size_t l = 0; l < STOP_LISTS; l++)
		for (size_t i = 0; i < stop_lists[l].count; i++) {
			const struct str word = stop_lists[l].at[i];
			assert_true(stop_of(word) & stop_lists[l].tongue);
			assert_true(!i || str_cmp(stop_lists[l].at[i - 1], word) < 0);
		}
}

TEST(the_common_lists_are_sorted_and_found)
{
	size_t words = 0;
	for (size_t l = 0; common_lists[l]; l++) {
		struct str rest = str_of(common_lists[l]), word, last = { 0 };
		for (; str_split(&rest, ' ', &word); last = word, words++) {
			assert_true(str_cmp(last, word) < 0);
			assert_true(common_word(word));
			assert_true(list_has(common_lists[l], word));
			for (size_t cut = 1; cut < word.len; cut++) {
				const struct str head = str_cut(word, 0, cut);
				assert_int_equal(list_has_sorted(common_lists[l], head),
					list_has(common_lists[l], head));
			}
		}
	}
	assert_int_equal(words, 1216);
	assert_false(common_word(S("able access")));
	assert_false(common_word(S("zzz")));
	assert_false(common_word(S(" ")));
	assert_false(common_word(S("")));
	assert_false(list_has_sorted("", S("a")));
}

TEST(the_language_is_told_by_its_small_words)
{
	assert_int_equal(
		tongue_of(S("Nothing gets lost between the shifts.")), TONGUE_ENGLISH);
	assert_int_equal(tongue_of(S("Nichts geht zwischen den Schichten verloren.")),
		TONGUE_GERMAN);
	assert_int_equal(tongue_of(S("Fernhollow Handover")), TONGUE_ENGLISH);
	assert_int_equal(tongue_of(S("Schichtübergabe in Minuten")), TONGUE_GERMAN);
}

static void check_features(const char *a, const char *b, bool same)
{
	struct arena arena = { 0 };
	struct feature_bag x = { .arena = &arena }, y = { .arena = &arena };
	features_of(&x, str_of(a), TONGUE_ENGLISH, NULL, 0);
	features_of(&y, str_of(b), TONGUE_ENGLISH, NULL, 0);
	const bool equal =
		x.count == y.count && !memcmp(x.at, y.at, x.count * sizeof *x.at);
	if (equal != same)
		fail_msg("%s / %s", a, b);
	for (size_t i = 1; i < x.count; i++)
		assert_true(x.at[i].bucket > x.at[i - 1].bucket);
	for (size_t i = 0; i < x.count; i++)
		assert_true(x.at[i].count != 0 && x.at[i].bucket < FEATURE_BUCKETS);
	arena_free(&arena);
}

TEST(features_see_words_not_punctuation)
{
	check_features("Self-hosted, fast.", "self hosted FAST", true);
	check_features("2,000 rows", "2000 rows", true);
	check_features("fast rows", "rows fast", false);
	check_features("", ".,", true);
}

TEST(a_bag_can_be_used_again_and_grows)
{
	struct arena arena = { 0 };
	struct feature_bag bag = { .arena = &arena };
	struct buf text = { 0 };
	for (size_t i = 0; i < 3000; i++)
		buf_fmt(&text, "word%zu handover ", i);
	features_of(&bag, S("one two"), TONGUE_ENGLISH, NULL, 0);
	const size_t small = bag.count;
	features_of(&bag, buf_str(&text), TONGUE_ENGLISH, NULL, 0);
	assert_true(bag.count > 9000);
	features_of(&bag, S("one two"), TONGUE_ENGLISH, NULL, 0);
	assert_int_equal(bag.count, small);
	buf_done(&text);
	arena_free(&arena);
}

// The text with every mention replaced by its owner's number in brackets.
static void check_masked(const struct aliases *s, const char *text, const char *want)
{
	struct arena arena = { 0 };
	struct mentions found = { .arena = &arena };
	struct buf out = { 0 };
	size_t at = 0;
	aliases_find(s, str_of(text), &found);
	for (size_t i = 0; i < found.count; i++) {
		buf_add(&out, str_cut(str_of(text), at, found.at[i].span.from - at));
		buf_fmt(&out, "[%u]", (unsigned)found.at[i].owner);
		buf_add(&out, str_cut(str_of(text), found.at[i].name_end,
				      found.at[i].span.to - found.at[i].name_end));
		at = found.at[i].span.to;
	}
	buf_add(&out, str_from(str_of(text), at));
	buf_byte(&out, '\0');
	assert_string_equal(out.at, want);
	buf_done(&out);
	arena_free(&arena);
}

TEST(names_are_found_as_whole_words_longest_first)
{
	struct arena a = { 0 };
	const struct alias names[] = {
		{ S("Shiftly"), 1, ALIAS_ANY },
		{ S("Shiftly Pro"), 2, ALIAS_ANY },
		{ S("Ops Grid"), 3, ALIAS_ANY },
		{ S("Plausible"), 4, ALIAS_WRITTEN },
		{ S("Übergabe"), 5, ALIAS_ANY },
		{ S("x"), 6, ALIAS_ANY },
		{ S("grid"), 7, ALIAS_ANY },
		{ S("Note"), 8, ALIAS_WRITTEN },
	};
	const struct aliases *s = aliases_build(&a, names, COUNT(names));
	check_masked(s, "Shiftly and SHIFTLY, shiftly.", "[1] and [1], [1].");
	check_masked(s, "Shiftly Pro's price", "[2]'s price");
	check_masked(s, "Shiftly’s and Shiftlys Preis", "[1]’s and [1]s Preis");
	check_masked(s, "Shiftlyzer makeshiftly unShiftly",
		"Shiftlyzer makeshiftly unShiftly");
	check_masked(s, "Shiftly-Plattform", "[1]-Plattform");
	check_masked(s, "Ops Grid here", "[3] here");
	check_masked(s, "a plausible claim by Plausible, PLAUSIBLE",
		"a plausible claim by [4], [4]");
	check_masked(s, "ÜBERGABE übergabe Übergaben", "[5] [5] Übergaben");
	check_masked(s, "äShiftly Shiftlyä", "äShiftly Shiftlyä");
	check_masked(s, "x marks", "x marks");
	check_masked(s, "Ops ops grid, ops shiftly pro", "Ops [3], ops [2]");
	check_masked(s, "Notes and Note's", "Notes and [8]'s");
	check_masked(s, "", "");
	arena_free(&a);
}

TEST(no_names_find_nothing)
{
	struct arena a = { 0 };
	check_masked(aliases_build(&a, NULL, 0), "Shiftly", "Shiftly");
	arena_free(&a);
}

TEST(common_words_are_matched_as_written)
{
	assert_int_equal(alias_case_of(S("Plausible")), ALIAS_WRITTEN);
	assert_int_equal(alias_case_of(S("Monday")), ALIAS_WRITTEN);
	assert_int_equal(alias_case_of(S("Welle")), ALIAS_WRITTEN);
	assert_int_equal(alias_case_of(S("Shiftly")), ALIAS_ANY);
	assert_int_equal(alias_case_of(S("Ops Grid")), ALIAS_ANY);
}

MAIN(RUN(words_keep_what_joins_and_leave_what_parts),
	RUN(the_way_a_word_is_written_is_kept),
	RUN(inflected_words_meet_and_opposites_do_not),
	RUN(the_stop_lists_are_sorted_and_found),
	RUN(the_common_lists_are_sorted_and_found),
	RUN(the_language_is_told_by_its_small_words),
	RUN(features_see_words_not_punctuation), RUN(a_bag_can_be_used_again_and_grows),
	RUN(names_are_found_as_whole_words_longest_first), RUN(no_names_find_nothing),
	RUN(common_words_are_matched_as_written))

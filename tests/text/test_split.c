#include "tests/test.h"

#include "text/text.h"

#include <stdlib.h>
#include <string.h>

static struct str load(const char *path, struct file *f)
{
	struct error err = { 0 };
	if (!file_open(path, 1 << 20, f, &err))
		fail_msg("%s", err.text);
	return f->bytes;
}

// The case without its bars, and where they stood.
static struct str take_bars(struct str line, char *room, size_t *ends, size_t *count)
{
	size_t used = 0;
	*count = 0;
	for (size_t i = 0; i < line.len; i++) {
		if (str_starts(str_from(line, i), S("\xc2\xa6"))) {
			ends[(*count)++] = used;
			i++;
		} else if (str_starts(str_from(line, i), S("\\n"))) {
			room[used++] = '\n';
			i++;
		} else {
			room[used++] = line.at[i];
		}
	}
	return (struct str){ room, used };
}

// Where a sentence ends, without the white space behind it.
static size_t trimmed(struct str text, size_t end)
{
	while (end > 0 && byte_is_space(text.at[end - 1]))
		end--;
	return end;
}

static bool cuts_as_wanted(struct str line, enum tongue tongue)
{
	char room[512];
	size_t ends[32], wanted = 0, got = 0, at = 0;
	assert_true(line.len < sizeof room);
	const struct str text = take_bars(line, room, ends, &wanted);
	struct span s;
	bool same = true;
	size_t last = 0;
	while (split_next(text, tongue, &at, &s)) {
		if (got)
			same &= got <= wanted && trimmed(text, ends[got - 1]) == last;
		last = s.to;
		got++;
	}
	return same && got == wanted + 1;
}

TEST(every_sentence_of_the_gold_set_ends_where_a_person_ended_it)
{
	struct file f;
	struct str rest = load("tests/text/sentences.txt", &f), line;
	size_t cases = 0, right = 0;
	enum tongue tongue = TONGUE_ENGLISH;
	while (str_line(&rest, &line)) {
		if (!line.len || line.at[0] == '#')
			continue;
		if (line.at[0] == '=') {
			tongue = str_eq(line, S("= de")) ? TONGUE_GERMAN : TONGUE_ENGLISH;
			continue;
		}
		const bool ok = cuts_as_wanted(line, tongue);
		if (!ok)
			print_message("wrong: %" PRI_STR "\n", ARG_STR(line));
		cases++;
		right += ok;
	}
	print_message("%zu of %zu cases cut as a person cut them\n", right, cases);
	file_close(&f);
	assert_true(cases >= 150);
	assert_int_equal(right, cases);
}

static void check_spans(struct str text)
{
	struct span s;
	size_t at = 0, last = 0;
	while (split_next(text, TONGUE_ENGLISH, &at, &s)) {
		assert_true(s.from < s.to && s.from >= last && s.to <= text.len);
		assert_true(at >= s.to);
		last = s.to;
	}
	assert_int_equal(at, text.len);
}

TEST(any_bytes_are_cut_into_spans_in_order)
{
	static const char *const BITS[] = { ".", " ", "\n", "!", "z. B. ", "1. ", "3.",
		"\xe2\x80\xa2 ", "a", "The ", "\xc3", "\xe2\x80", "...", "\"", ")", "- ",
		"Inc.", "\xc2\xa0", "J. ", "\xe3\x80\x82" };
	struct random r = { 7 };
	for (size_t round = 0; round < 20000; round++) {
		struct buf b = { 0 };
		for (uint64_t n = random_below(&r, 40); n > 0; n--)
			buf_add(&b, str_of(BITS[random_below(&r, COUNT(BITS))]));
		check_spans(buf_str(&b));
		buf_done(&b);
	}
}

// A megabyte of the worst we could think of takes no longer than prose: no step looks
// further than a word, or twice at the same stretch.
TEST(hostile_text_costs_no_more_than_its_length)
{
	static const char *const BITS[] = { ". ", "\n", " ", "1. ", "z. ", "(", "\"", ".",
		"A. ", "\xe2\x80\xa2 ", "a.\n", "1.\n,", "- \n" };
	for (size_t i = 0; i < COUNT(BITS); i++) {
		struct buf b = { 0 };
		buf_repeat(&b, str_of(BITS[i]), (1 << 20) / strlen(BITS[i]));
		check_spans(buf_str(&b));
		buf_done(&b);
	}
}

MAIN(RUN(every_sentence_of_the_gold_set_ends_where_a_person_ended_it),
	RUN(any_bytes_are_cut_into_spans_in_order),
	RUN(hostile_text_costs_no_more_than_its_length))

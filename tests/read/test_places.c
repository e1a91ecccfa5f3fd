/*
 * Every character of every block stands where its place says, in all saved inputs of the
 * prose readers and in the real texts beside the repository.
 */
#include "test.h"

#include <string.h>

#include "read/html_charset.h"
#include "read/read.h"

// The source as lines; lookups that move forward are cheap.
struct source {
	struct str text;
	const char *path;
	uint32_t line, column; // of offset
	size_t offset;
};

static void to_start(struct source *s)
{
	s->line = s->column = 1;
	s->offset = 0;
}

static void next_character(struct source *s)
{
	uint32_t c = utf8_next(s->text, &s->offset);
	s->column++;
	if (c == '\n') {
		s->line++;
		s->column = 1;
	}
}

// The rest of the source from line:column on; empty when there is no such place.
static struct str at_place(struct source *s, struct place p)
{
	if (p.major < s->line || (p.major == s->line && p.minor < s->column))
		to_start(s);
	while (s->offset < s->text.len &&
		(s->line < p.major || (s->line == p.major && s->column < p.minor)))
		next_character(s);
	bool there = s->line == p.major && s->column == p.minor;
	return there ? str_from(s->text, s->offset) : S("");
}

// Counts of one kind of match; entities stand for other characters.
struct tally {
	size_t same, entities;
};

static void check_character(
	struct source *s, const struct doc *doc, size_t at, struct tally *tally)
{
	size_t end = at;
	uint32_t c = utf8_next(doc->text, &end);
	struct place p = doc_place(doc, (uint32_t)at);
	struct str rest = at_place(s, p), want = str_cut(doc->text, at, end - at);
	if (str_starts(rest, want)) {
		tally->same++;
	} else if (str_starts(rest, S("&")) && c != '&') {
		tally->entities++;
	} else {
		print_message("%s:%u:%u: '%.*s' is not there but '%.*s'\n", s->path,
			p.major, p.minor, ARG_STR(want), ARG_STR(str_cut(rest, 0, 20)));
		fail();
	}
}

static void check_lines(struct source *s, const struct doc *doc)
{
	struct tally tally = { 0 };
	size_t ampersands = 0;
	for (size_t i = 0; i < s->text.len; i++)
		ampersands += s->text.at[i] == '&';
	for (size_t i = 0; i < doc->block_count; i++)
		for (size_t at = doc->blocks[i].span.from; at < doc->blocks[i].span.to;) {
			size_t from = at;
			uint32_t c = utf8_next(doc->text, &at);
			if (c != ' ' && c != '\n' && c != '\t')
				check_character(s, doc, from, &tally);
		}
	assert_true(tally.entities <= ampersands * 2); // a description comes twice
}

static struct str line_of(const struct source *s, uint32_t number)
{
	struct str rest = s->text, line = { 0 };
	for (uint32_t n = 0; n < number; n++)
		assert_true(str_line(&rest, &line));
	return line;
}

// "1:02:03" or "02:03" wherever it stands in a line, in seconds; -1 if there is none.
static int64_t seconds_in(struct str line)
{
	for (size_t at = 0; at + 3 < line.len; at++) {
		if (!byte_is_digit(line.at[at]) || (at && byte_is_digit(line.at[at - 1])))
			continue;
		int64_t value = 0, parts = 0;
		while (at < line.len && byte_is_digit(line.at[at])) {
			int64_t part = 0;
			while (at < line.len && byte_is_digit(line.at[at]))
				part = part * 10 + line.at[at++] - '0';
			value = value * 60 + part;
			parts++;
			if (at >= line.len || line.at[at] != ':')
				break;
			at++;
		}
		if (parts > 1)
			return value;
	}
	return -1;
}

// The letters of word stand in line, in order: tags may stand between them.
static bool has_letters(struct str line, struct str word)
{
	size_t found = 0;
	for (size_t i = 0; i < line.len && found < word.len; i++)
		found += line.at[i] == word.at[found];
	return found == word.len;
}

static void check_word_in_time(
	const struct source *s, const struct doc *doc, size_t at, struct str word)
{
	struct place p = doc_place(doc, (uint32_t)at);
	struct str line = line_of(s, p.minor);
	bool there = has_letters(line, word) || str_find_byte(line, '&', 0) != STR_NONE;
	if (!there)
		print_message("%s:%u: '%.*s' is not on that line\n", s->path, p.minor,
			ARG_STR(word));
	assert_true(there);
	bool cues = str_find(s->text, S("-->"), 0) != STR_NONE;
	int64_t seconds = -1;
	for (uint32_t n = p.minor; n > 0 && seconds < 0; n--) {
		line = line_of(s, n);
		if (!cues || str_find(line, S("-->"), 0) != STR_NONE)
			seconds = seconds_in(line);
	}
	if (seconds >= 0 && seconds != p.major / 1000)
		print_message("%s:%u: not said at %u ms\n", s->path, p.minor, p.major);
	assert_int_equal(seconds < 0 ? 0 : seconds, p.major / 1000);
}

static void check_times(const struct source *s, const struct doc *doc)
{
	for (size_t i = 0; i < doc->block_count; i++) {
		struct str rest = doc_cut(doc, doc->blocks[i].span), word;
		while (str_split(&rest, ' ', &word)) {
			size_t at = (size_t)(word.at - doc->text.at);
			if (word.len && doc_place(doc, (uint32_t)at).kind == PLACE_TIME)
				check_word_in_time(s, doc, at, word);
		}
	}
}

static size_t blocks_checked, files_checked;

static void check_bytes(struct arena *a, const char *path, struct str bytes)
{
	struct error err = { 0 };
	struct doc doc = { .arena = a };
	struct source s = { .path = path };
	if (!doc_read(str_of(path), bytes, NULL, &doc, &err)) {
		assert_true(err.text[0]);
		return;
	}
	if (str_ends(str_of(path), S(".html")))
		assert_true(html_source(a, bytes, &s.text, &err));
	else
		s.text = utf8_from_bytes(a, bytes, NULL);
	to_start(&s);
	size_t last = doc.origin_count;
	if (last && doc.origins[last - 1].place.kind == PLACE_TIME)
		check_times(&s, &doc);
	else
		check_lines(&s, &doc);
	blocks_checked += doc.block_count;
	files_checked++;
}

static void check_file(struct arena *a, const char *path)
{
	struct file f;
	struct error err = { 0 };
	assert_true(file_open(path, 1 << 26, &f, &err));
	check_bytes(a, path, f.bytes);
	file_close(&f);
}

// Some bytes of a file become marks, or go.
static struct str changed(struct arena *a, struct str bytes, struct random *r)
{
	static const char MARKS[] = "<>&;[]()*_`{}|#-:\"'= \n\t\\/!x\xc3\xa9";
	struct str copy = arena_str(a, bytes);
	char *at = (char *)(uintptr_t)copy.at;
	for (uint64_t n = 1 + random_below(r, 12); n > 0 && copy.len; n--) {
		size_t where = (size_t)random_below(r, copy.len);
		if (random_below(r, 3)) {
			at[where] = MARKS[random_below(r, sizeof MARKS - 1)];
			continue;
		}
		size_t gone = (size_t)random_below(
			r, copy.len - where < 20 ? copy.len - where : 20);
		memmove(at + where, at + where + gone, copy.len - where - gone);
		copy.len -= gone;
	}
	return copy;
}

static void check_changed(const char *path, size_t times)
{
	struct random r = { str_hash(str_of(path), 0) };
	struct file f;
	struct error err = { 0 };
	assert_true(file_open(path, 1 << 26, &f, &err));
	for (size_t i = 0; i < times; i++) {
		struct arena a = { 0 };
		check_bytes(&a, path, changed(&a, f.bytes, &r));
		arena_free(&a);
	}
	file_close(&f);
}

static bool is_prose(struct str path)
{
	static const struct str SUFFIXES[] = { STR_INIT(".md"), STR_INIT(".mdx"),
		STR_INIT(".html"), STR_INIT(".vtt"), STR_INIT(".srt"), STR_INIT(".txt") };
	for (size_t i = 0; i < COUNT(SUFFIXES); i++)
		if (str_ends(path, SUFFIXES[i]))
			return true;
	return false;
}

static void check_folder(const char *folder)
{
	struct arena list_arena = { 0 };
	struct file_list list = { 0 };
	struct error err = { 0 };
	assert_true(file_walk(folder, 100000, &list_arena, &list, &err));
	for (size_t i = 0; i < list.count; i++) {
		struct arena a = { 0 };
		struct str path = path_join(&a, str_of(folder), list.at[i].path);
		if (is_prose(path))
			check_file(&a, arena_cstr(&a, path));
		arena_free(&a);
	}
	arena_free(&list_arena);
}

TEST(saved_inputs_have_exact_places)
{
	static const char *const FOLDERS[] = { "fuzz/corpus/text", "fuzz/corpus/markdown",
		"fuzz/corpus/mdx", "fuzz/corpus/html", "fuzz/corpus/vtt",
		"fuzz/corpus/srt", "fuzz/corpus/transcript" };
	blocks_checked = files_checked = 0;
	for (size_t i = 0; i < COUNT(FOLDERS); i++)
		check_folder(FOLDERS[i]);
	assert_true(files_checked > 60 && blocks_checked > 500);
}

TEST(damaged_inputs_have_exact_places)
{
	static const char *const FILES[] = { "fuzz/corpus/html/page.html",
		"fuzz/corpus/html/landing.html", "fuzz/corpus/html/entities.html",
		"fuzz/corpus/html/misnested.html", "fuzz/corpus/markdown/readme.md",
		"fuzz/corpus/markdown/html_in_list.md", "fuzz/corpus/markdown/tabs.md",
		"fuzz/corpus/markdown/refs.md", "fuzz/corpus/mdx/page.mdx",
		"fuzz/corpus/mdx/nested.mdx", "fuzz/corpus/mdx/fence.mdx",
		"fuzz/corpus/transcript/plain.txt" };
	for (size_t i = 0; i < COUNT(FILES); i++)
		check_changed(FILES[i], 300);
}

TEST(real_texts_have_exact_places)
{
	static const char *const FOLDERS[] = { "../shared/data/swap/corpus",
		"../shared/data/fernhollow", "../shared/data/guard" };
	struct error err = { 0 };
	struct file_stat there;
	if (!file_stat_of(FOLDERS[0], &there, &err)) {
		print_message("skipped: %s is not here\n", FOLDERS[0]);
		skip();
	}
	blocks_checked = files_checked = 0;
	for (size_t i = 0; i < COUNT(FOLDERS); i++)
		check_folder(FOLDERS[i]);
	print_message("%zu files, %zu blocks\n", files_checked, blocks_checked);
	assert_true(files_checked > 100 && blocks_checked > 3000);
}

MAIN(RUN(saved_inputs_have_exact_places), RUN(damaged_inputs_have_exact_places),
	RUN(real_texts_have_exact_places))

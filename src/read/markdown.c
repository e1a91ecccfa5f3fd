// Markdown files: front matter, then CommonMark with tables.
#include "read/markdown.h"

#include <string.h>

#include "read/list.h"
#include "read/prose.h"

enum {
	LABEL_MAX = 60,	       // of a footnote
	LONG_PARAGRAPH = 2000, // lines
};

// Whether a line is a fence of front matter: three marks and nothing but space behind.
static bool is_fence(struct str line, const char *fence)
{
	return str_starts(line, str_of(fence)) && !str_trim(str_from(line, 3)).len;
}

// "---" is a rule as well: what follows must look like YAML keys.
static bool looks_like_yaml(struct str rest)
{
	struct str line;
	while (str_line(&rest, &line)) {
		struct str words = str_trim(line);
		if (is_fence(line, "---") || is_fence(line, "..."))
			return true;
		if (words.len && words.at[0] != '#')
			return str_find_byte(words, ':', 0) != STR_NONE;
	}
	return false;
}

// The front matter between its fences; *end is set to behind the closing one.
static struct str front_find(struct str source, size_t *end)
{
	struct str rest = source, line;
	*end = 0;
	if (!str_line(&rest, &line))
		return S("");
	bool yaml = is_fence(line, "---") && looks_like_yaml(rest);
	bool toml = is_fence(line, "+++");
	const char *from = rest.at;
	while ((yaml || toml) && str_line(&rest, &line)) {
		if (!is_fence(line, yaml ? "---" : "+++") &&
			!(yaml && is_fence(line, "...")))
			continue;
		*end = source.len - rest.len;
		return yaml ? (struct str){ from, (size_t)(line.at - from) } : S("");
	}
	return S("");
}

size_t markdown_front(struct str source, struct doc *doc)
{
	size_t end = 0;
	struct str front = front_find(source, &end);
	if (front.len) {
		doc->front = arena_str(doc->arena, front);
		doc->front_line = 2;
	}
	return end;
}

char *markdown_copy(struct arena *a, struct str source)
{
	char *copy = arena_alloc(a, source.len + MARKDOWN_SPARE, 1);
	if (source.len)
		memcpy(copy, source.at, source.len);
	return copy;
}

static bool is_label(char c)
{
	return byte_is_word(c) || c == '-' || c == '.';
}

size_t markdown_footnote(struct str s)
{
	if (!str_starts(s, S("[^")))
		return 0;
	size_t at = 2;
	while (at < s.len && at < LABEL_MAX && is_label(s.at[at]))
		at++;
	return at > 2 && at < s.len && s.at[at] == ']' ? at + 1 : 0;
}

size_t markdown_alert(struct str s)
{
	static const struct str MARKS[] = { STR_INIT("[!NOTE]"), STR_INIT("[!TIP]"),
		STR_INIT("[!IMPORTANT]"), STR_INIT("[!WARNING]"),
		STR_INIT("[!CAUTION]") };
	for (size_t i = 0; i < COUNT(MARKS); i++)
		if (str_starts_nocase(s, MARKS[i]))
			return MARKS[i].len;
	return 0;
}

// "- item" and "# heading" end the paragraph before them wherever they stand.
static bool begins_block(struct str line)
{
	size_t at = 0, marks = 0;
	while (at < line.len && line.at[at] == ' ')
		at++;
	while (at + marks < line.len && line.at[at + marks] == '#')
		marks++;
	if (at > 3 || at + marks + 2 >= line.len)
		return false;
	if (marks)
		return marks <= 6 && line.at[at + marks] == ' ';
	char mark = line.at[at];
	return (mark == '-' || mark == '*' || mark == '+') && line.at[at + 1] == ' ' &&
	       line.at[at + 2] != ' ';
}

// Lines up to the next empty one; *brackets counts what may begin a link in them.
static size_t paragraph_lines(struct str text, size_t *brackets, size_t *end)
{
	struct str rest = text, line;
	size_t lines = 0;
	while (str_line(&rest, &line) && str_trim(line).len) {
		if (lines && begins_block(line)) {
			rest = (struct str){ line.at,
				text.len - (size_t)(line.at - text.at) };
			break;
		}
		lines++;
	}
	*end = text.len - rest.len;
	*brackets = 0;
	if (lines > LONG_PARAGRAPH)
		for (size_t at = 0; at < *end; at++)
			*brackets += text.at[at] == '[';
	return lines;
}

bool markdown_fits(struct str source, struct error *err)
{
	if (source.len > MARKDOWN_MAX)
		return error_set(err, ERROR_LIMIT,
			"is Markdown of more than %d MB; split it into files",
			MARKDOWN_MAX >> 20);
	const uint64_t steps_max = 3000000000u;
	for (size_t at = 0, end = 0, brackets = 0; at < source.len; at += end) {
		size_t lines = paragraph_lines(str_from(source, at), &brackets, &end);
		if ((uint64_t)lines * brackets > steps_max)
			return error_set(err, ERROR_LIMIT,
				"has %zu lines with %zu links and no empty line between "
				"them; "
				"put empty lines between paragraphs",
				lines, brackets);
	}
	return true;
}

static bool markdown_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for Markdown
	struct str source;
	if (!prose_source(doc->arena, bytes, &source, err))
		return false;
	char *text = markdown_copy(doc->arena, source);
	return markdown_text(source, text, MARKDOWN_PLAIN, doc, err);
}

const struct reader reader_markdown = {
	.name = "markdown",
	.title = "Markdown",
	.suffixes = ".md .markdown",
	.gives = "CommonMark with tables, with line and column: headings, paragraphs, "
		 "list "
		 "items, quotes, code, cells, links that stand alone, alternative texts "
		 "of "
		 "images, footnotes; YAML front matter is kept; HTML inside is read like "
		 "a "
		 "page; rows of links are kept apart as navigation; comments and "
		 "addresses "
		 "of links are left out",
	.read = markdown_read,
};

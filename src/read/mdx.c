/*
 * MDX: Markdown with JSX.  Imports, exports, component tags and {expressions} are blanked
 * out in a copy of the same length, so that the rest is Markdown with true places.
 */
#include "read/markdown.h"

#include <string.h>

#include "read/list.h"
#include "read/prose.h"

enum {
	VALUE = 1, // a character of a blanked value
	OPEN_ENDS_MAX =
		16,    // braces and tags without an end, after which none is looked for
	TICKS_MAX = 8, // backticks of a code span
};

struct mdx {
	struct str text;
	char *out; // the copy
	unsigned open_ends;
};

static void blank(struct mdx *m, size_t from, size_t to)
{
	for (size_t at = from; at < to; at++)
		if (m->out[at] != '\n')
			m->out[at] = ' ';
}

/*
 * {values} inside a tag that stays: behind '=' they become a value that HTML takes, made
 * of characters that are dropped should they ever be text; {...spreads} become space.
 */
static void blank_value(struct mdx *m, size_t from, size_t to)
{
	memset(m->out + from, m->out[from - 1] == '=' ? VALUE : ' ', to - from);
}

static bool stands(const struct mdx *m, size_t at, struct str what)
{
	return str_starts(str_from(m->text, at), what);
}

static size_t line_end(const struct mdx *m, size_t at)
{
	size_t end = str_find_byte(m->text, '\n', at);
	return end == STR_NONE ? m->text.len : end + 1;
}

// From a quote to behind its end; strings of ' and " end with their line.
static size_t string_end(const struct mdx *m, size_t at)
{
	char quote = m->text.at[at++];
	for (; at < m->text.len; at++) {
		char c = m->text.at[at];
		if (c == quote)
			return at + 1;
		if (c == '\\')
			at++;
		else if (c == '\n' && quote != '`')
			return at;
	}
	return m->text.len;
}

// One step through JavaScript: behind a string, a comment or one character.
static size_t script_step(const struct mdx *m, size_t at)
{
	char c = m->text.at[at];
	if (c == '"' || c == '\'' || c == '`')
		return string_end(m, at);
	if (stands(m, at, S("//")))
		return line_end(m, at);
	if (stands(m, at, S("/*"))) {
		size_t end = str_find(m->text, S("*/"), at + 2);
		return end == STR_NONE ? m->text.len : end + 2;
	}
	return at + 1;
}

// From '{' to behind its '}', STR_NONE when there is none.
static size_t braces_end(struct mdx *m, size_t at)
{
	size_t depth = 0;
	while (at < m->text.len && m->open_ends < OPEN_ENDS_MAX) {
		char c = m->text.at[at];
		depth += c == '{';
		if (c == '}' && !--depth)
			return at + 1;
		at = script_step(m, at);
	}
	m->open_ends++;
	return STR_NONE;
}

// Behind the line that ends a statement: brackets closed, and an import has named its
// file.
static size_t esm_end(const struct mdx *m, size_t at)
{
	int64_t depth = 0;
	bool named = !stands(m, at, S("import "));
	while (at < m->text.len) {
		char c = m->text.at[at];
		depth += (c == '{' || c == '(' || c == '[') -
			 (c == '}' || c == ')' || c == ']');
		named |= c == '"' || c == '\'' || stands(m, at, S("\n\n"));
		size_t next = script_step(m, at);
		bool line_ends = c == '\n' || (c == '/' && m->text.at[next - 1] == '\n');
		if (depth <= 0 && named && line_ends)
			return next;
		at = next;
	}
	return m->text.len;
}

// "import" and "export" as JavaScript has them, not "Import your data".
static bool is_esm(struct str line)
{
	static const struct str EXPORTS[] = { STR_INIT("const "), STR_INIT("default "),
		STR_INIT("function "), STR_INIT("let "), STR_INIT("var "),
		STR_INIT("class "), STR_INIT("async "), STR_INIT("{"), STR_INIT("*") };
	if (str_starts(line, S("import "))) {
		struct str rest = str_trim(str_from(line, 7));
		return rest.len && (strchr("\"'{*", rest.at[0]) ||
					   str_find_byte(rest, ' ', 0) == STR_NONE ||
					   str_find(rest, S(" from "), 0) != STR_NONE);
	}
	if (!str_starts(line, S("export ")))
		return false;
	struct str rest = str_trim(str_from(line, 7));
	for (size_t i = 0; i < COUNT(EXPORTS); i++)
		if (str_starts(rest, EXPORTS[i]))
			return true;
	return false;
}

static bool is_name(char c)
{
	return byte_is_alpha(c) || byte_is_digit(c) || c == '.' || c == ':' || c == '_' ||
	       c == '$' || c == '-';
}

// Components, members and fragments; <p> and <br/> are left for the HTML in Markdown.
static bool is_component(const struct mdx *m, size_t at)
{
	at += 1 + stands(m, at + 1, S("/"));
	if (stands(m, at, S(">")))
		return true;
	if (at >= m->text.len || !byte_is_alpha(m->text.at[at]))
		return false;
	if (byte_lower(m->text.at[at]) != m->text.at[at])
		return true;
	while (at < m->text.len && is_name(m->text.at[at]))
		if (m->text.at[at++] == '.')
			return true;
	return false;
}

// From '<' to behind '>'; in a tag that stays, {values} become plain ones.
static size_t tag_end(struct mdx *m, size_t from, bool stays)
{
	for (size_t at = from + 1; at < m->text.len && m->open_ends < OPEN_ENDS_MAX;) {
		char c = m->text.at[at];
		if (c == '>')
			return at + 1;
		if (c == '<')
			break;
		size_t next = at + 1;
		if (c == '{')
			next = braces_end(m, at);
		else if (c == '"' || c == '\'')
			next = str_find_byte(m->text, c, at + 1);
		if (next == STR_NONE)
			break;
		if (c == '{' && stays)
			blank_value(m, at, next);
		at = next + (c == '"' || c == '\'');
	}
	m->open_ends++;
	return STR_NONE;
}

// Behind the code span that begins here, or behind its backticks when it has no end.
static size_t ticks_end(const struct mdx *m, size_t from)
{
	size_t at = from, end = line_end(m, from);
	while (at < end && m->text.at[at] == '`')
		at++;
	size_t ticks = at - from, behind = at;
	for (size_t run = 0; ticks <= TICKS_MAX && at < end; at++) {
		run = m->text.at[at] == '`' ? run + 1 : 0;
		if (run == ticks && (at + 1 == end || m->text.at[at + 1] != '`'))
			return at + 1;
	}
	return behind;
}

static size_t inline_step(struct mdx *m, size_t at)
{
	char c = m->text.at[at];
	size_t end = STR_NONE;
	if (c == '\\')
		return at + 2;
	if (c == '`')
		return ticks_end(m, at);
	if (c == '{') {
		end = braces_end(m, at);
		if (end != STR_NONE)
			blank(m, at, end);
	} else if (c == '<' && at + 1 < m->text.len &&
		   (byte_is_alpha(m->text.at[at + 1]) ||
			   strchr("/>", m->text.at[at + 1]))) {
		bool component = is_component(m, at);
		end = tag_end(m, at, !component);
		if (end != STR_NONE && component)
			blank(m, at, end);
	}
	return end == STR_NONE ? at + 1 : end;
}

// The mark of a code fence, as "```" with its length; 0 if the line has none.
static size_t fence_of(struct str line, char *mark)
{
	line = str_trim(line);
	size_t n = 0;
	if (line.len && (line.at[0] == '`' || line.at[0] == '~'))
		*mark = line.at[0];
	else
		return 0;
	while (n < line.len && line.at[n] == *mark)
		n++;
	return n >= 3 ? n : 0;
}

static size_t fenced_end(const struct mdx *m, size_t at, size_t length, char mark)
{
	for (at = line_end(m, at); at < m->text.len;) {
		size_t end = line_end(m, at);
		struct str line = str_trim(str_cut(m->text, at, end - at));
		char other = 0;
		size_t n = fence_of(line, &other);
		at = end;
		if (n >= length && other == mark && n == line.len)
			break;
	}
	return at;
}

static void blank_script(struct mdx *m, size_t at)
{
	bool fresh = true; // at the beginning of a block
	while (at < m->text.len) {
		size_t end = line_end(m, at), next = at;
		struct str line = str_cut(m->text, at, end - at);
		char mark = 0;
		size_t fence = fence_of(line, &mark);
		if (fence) {
			at = fenced_end(m, at, fence, mark);
			continue;
		}
		if (fresh && is_esm(line)) {
			next = esm_end(m, at);
			blank(m, at, next);
			at = next;
			continue;
		}
		fresh = !str_trim(line).len;
		while (next < end) {
			next = inline_step(m, next);
			if (next > end) // a tag or an expression over several lines
				end = line_end(m, next - 1);
		}
		at = next;
	}
}

static bool mdx_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for MDX
	struct str source;
	if (!prose_source(doc->arena, bytes, &source, err) || !markdown_fits(source, err))
		return false;
	struct mdx m = { .text = source, .out = markdown_copy(doc->arena, source) };
	blank_script(&m, markdown_front(source, doc));
	return markdown_text(source, m.out, MARKDOWN_MDX, doc, err);
}

const struct reader reader_mdx = {
	.name = "mdx",
	.title = "MDX",
	.suffixes = ".mdx",
	.gives = "as Markdown; imports, exports, component tags and {expressions} are "
		 "left out, "
		 "the text between the tags stays",
	.read = mdx_read,
};

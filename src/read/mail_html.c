#include "read/mail_html.h"

#include <string.h>

enum { TAG_MAX = 256 };

enum state { IN_TEXT, IN_TAG, IN_COMMENT, IN_SKIPPED, IN_REPLY };

struct strip {
	struct mail_lines out;
	struct arena *arena;
	enum state state;
	char tag[TAG_MAX]; // of the tag we are in
	size_t tag_len;
	char quote;	  // the quote we are in, inside a tag
	struct str until; // "</script": what ends IN_SKIPPED
	size_t quotes;	  // depth of blockquote
	struct buf words; // of the line
	uint32_t line;
};

static void end_line(struct strip *s)
{
	struct str words = str_trim(buf_str(&s->words));
	if (s->out.count == MAIL_LINES_MAX) {
		buf_clear(&s->words);
		return;
	}
	s->out.at = arena_more(
		s->arena, s->out.at, s->out.count, &s->out.room, sizeof *s->out.at);
	s->out.at[s->out.count++] =
		(struct mail_line){ arena_str(s->arena, words), s->line, false };
	buf_clear(&s->words);
}

static bool is_one_of(struct str name, const struct str *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(name, names[i]))
			return true;
	return false;
}

static bool is_block(struct str name)
{
	static const struct str BLOCKS[] = { STR_INIT("p"), STR_INIT("div"),
		STR_INIT("br"), STR_INIT("li"), STR_INIT("ul"), STR_INIT("ol"),
		STR_INIT("tr"), STR_INIT("table"), STR_INIT("h1"), STR_INIT("h2"),
		STR_INIT("h3"), STR_INIT("h4"), STR_INIT("hr"), STR_INIT("pre") };
	return is_one_of(name, BLOCKS, COUNT(BLOCKS));
}

// What mail programs put around the old message.
static bool begins_reply(struct str tag)
{
	static const struct str MARKS[] = { STR_INIT("gmail_quote"),
		STR_INIT("divRplyFwdMsg"), STR_INIT("moz-cite-prefix"),
		STR_INIT("OutlookMessageHeader"), STR_INIT("appendonsend"),
		STR_INIT("yahoo_quoted") };
	for (size_t i = 0; i < COUNT(MARKS); i++)
		if (str_find(tag, MARKS[i], 0) != STR_NONE)
			return true;
	return false;
}

static void end_tag(struct strip *s)
{
	static const struct str SCRIPT[] = { STR_INIT("script"), STR_INIT("style"),
		STR_INIT("title") };
	static const struct str ENDS[] = { STR_INIT("</script"), STR_INIT("</style"),
		STR_INIT("</title") };
	struct str tag = { s->tag, s->tag_len };
	bool closing = str_starts(tag, S("/"));
	struct str name = str_from(tag, closing);
	size_t len = 0;
	while (len < name.len &&
		(byte_is_alpha(name.at[len]) || byte_is_digit(name.at[len])))
		len++;
	name = str_cut(name, 0, len);
	s->state = IN_TEXT;
	for (size_t i = 0; i < COUNT(SCRIPT) && !closing; i++)
		if (str_eq_nocase(name, SCRIPT[i])) {
			s->state = IN_SKIPPED;
			s->until = ENDS[i];
			s->tag_len = 0;
		}
	if (str_eq_nocase(name, S("blockquote"))) {
		end_line(s);
		s->quotes += !closing;
		s->quotes -= closing && s->quotes;
	}
	if (is_block(name)) {
		end_line(s);
		if (!str_eq_nocase(name, S("br")))
			end_line(s);
	}
	if (begins_reply(tag))
		s->state = IN_REPLY;
}

// "#8364;" or "#x20ac;"; the length of the entity with its '&', 0 if it is none.
static size_t number(struct str s, uint32_t *c)
{
	size_t end = str_find_byte(str_cut(s, 0, 10), ';', 0);
	if (end == STR_NONE || end < 2 || s.at[0] != '#')
		return 0;
	unsigned base = byte_lower(s.at[1]) == 'x' ? 16 : 10;
	*c = 0;
	for (size_t i = base == 16 ? 2 : 1; i < end; i++) {
		char d = byte_lower(s.at[i]);
		unsigned value = byte_is_digit(d) ? (unsigned)(d - '0') : 99;
		if (d >= 'a' && d <= 'f')
			value = (unsigned)(d - 'a') + 10;
		if (value >= base)
			return 0;
		*c = *c * base + value;
	}
	if (!*c || *c > 0x10ffff || (*c >= 0xd800 && *c < 0xe000))
		*c = UTF8_BAD;
	return end + 2;
}

// The character an entity at the head of `text` stands for; its length, 0 if none.
static size_t entity(struct str text, uint32_t *c)
{
	static const struct {
		struct str name;
		uint32_t c;
	} NAMES[] = { { STR_INIT("amp;"), '&' }, { STR_INIT("lt;"), '<' },
		{ STR_INIT("gt;"), '>' }, { STR_INIT("quot;"), '"' },
		{ STR_INIT("apos;"), '\'' }, { STR_INIT("nbsp;"), ' ' },
		{ STR_INIT("rsquo;"), 0x2019 }, { STR_INIT("lsquo;"), 0x2018 },
		{ STR_INIT("rdquo;"), 0x201d }, { STR_INIT("ldquo;"), 0x201c },
		{ STR_INIT("ndash;"), 0x2013 }, { STR_INIT("mdash;"), 0x2014 },
		{ STR_INIT("hellip;"), 0x2026 }, { STR_INIT("euro;"), 0x20ac },
		{ STR_INIT("auml;"), 0xe4 }, { STR_INIT("ouml;"), 0xf6 },
		{ STR_INIT("uuml;"), 0xfc }, { STR_INIT("szlig;"), 0xdf },
		{ STR_INIT("eacute;"), 0xe9 } };
	struct str rest = str_from(text, 1);
	for (size_t i = 0; i < COUNT(NAMES); i++)
		if (str_starts(rest, NAMES[i].name)) {
			*c = NAMES[i].c;
			return NAMES[i].name.len + 1;
		}
	return number(rest, c);
}

static size_t take_text(struct strip *s, struct str rest)
{
	char c = rest.at[0], out[4];
	uint32_t code = 0;
	if (c == '<' && str_starts(rest, S("<!--"))) {
		s->state = IN_COMMENT;
		return 4;
	}
	if (c == '<' && rest.len > 1 &&
		(byte_is_alpha(rest.at[1]) || rest.at[1] == '/' || rest.at[1] == '!')) {
		s->state = IN_TAG;
		s->tag_len = 0;
		s->quote = '\0';
		return 1;
	}
	size_t len = c == '&' ? entity(rest, &code) : 0;
	if (!s->quotes && len)
		buf_add(&s->words, (struct str){ out, utf8_put(code, out) });
	else if (!s->quotes)
		buf_byte(&s->words, c);
	return len ? len : 1;
}

static void take_tag(struct strip *s, char c)
{
	if (s->quote ? c == s->quote : c == '"' || c == '\'')
		s->quote = s->quote ? '\0' : c;
	else if (c == '>' && !s->quote) {
		end_tag(s);
		return;
	}
	if (s->tag_len < TAG_MAX)
		s->tag[s->tag_len++] = c;
}

static size_t take(struct strip *s, struct str rest)
{
	switch (s->state) {
	case IN_TEXT:
		return take_text(s, rest);
	case IN_TAG:
		take_tag(s, rest.at[0]);
		return 1;
	case IN_COMMENT:
		if (!str_starts(rest, S("-->")))
			return 1;
		s->state = IN_TEXT;
		return 3;
	case IN_SKIPPED:
		if (str_starts_nocase(rest, s->until))
			s->state = IN_TAG;
		return 1;
	case IN_REPLY:
		break;
	}
	return rest.len;
}

void mail_html_strip(struct mail_lines *lines, struct arena *a)
{
	struct strip s = { .arena = a };
	for (size_t i = 0; i < lines->count; i++) {
		s.line = s.words.len ? s.line : lines->at[i].line;
		struct str rest = lines->at[i].words;
		while (rest.len) {
			if (!s.words.len)
				s.line = lines->at[i].line;
			rest = str_from(rest, take(&s, rest));
		}
		if (s.state == IN_TEXT && s.words.len)
			buf_byte(&s.words, ' ');
	}
	end_line(&s);
	buf_done(&s.words);
	*lines = s.out;
}

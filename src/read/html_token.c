#include "read/html_token.h"

static const struct str NAMES[HTML_ATTRIBUTES] = {
	[HTML_ALT] = STR_INIT("alt"),
	[HTML_ARIA_HIDDEN] = STR_INIT("aria-hidden"),
	[HTML_ARIA_LEVEL] = STR_INIT("aria-level"),
	[HTML_CHARSET] = STR_INIT("charset"),
	[HTML_CLASS] = STR_INIT("class"),
	[HTML_CONTENT] = STR_INIT("content"),
	[HTML_DATETIME] = STR_INIT("datetime"),
	[HTML_HIDDEN] = STR_INIT("hidden"),
	[HTML_HREF] = STR_INIT("href"),
	[HTML_ID] = STR_INIT("id"),
	[HTML_ITEMPROP] = STR_INIT("itemprop"),
	[HTML_LANG] = STR_INIT("lang"),
	[HTML_NAME] = STR_INIT("name"),
	[HTML_OPEN] = STR_INIT("open"),
	[HTML_PROPERTY] = STR_INIT("property"),
	[HTML_REL] = STR_INIT("rel"),
	[HTML_ROLE] = STR_INIT("role"),
	[HTML_STYLE] = STR_INIT("style"),
	[HTML_TYPE] = STR_INIT("type"),
	[HTML_VALUE] = STR_INIT("value"),
	[HTML_CANDOR_MAIN] = STR_INIT("data-candor-main"),
};

static bool is_tag_start(struct str s, size_t at)
{
	if (at + 1 >= s.len)
		return false;
	char c = s.at[at + 1];
	if (c == '/')
		return at + 2 < s.len;
	return byte_is_alpha(c) || c == '!' || c == '?';
}

static size_t skip_space(struct str s, size_t at)
{
	while (at < s.len && byte_is_space(s.at[at]))
		at++;
	return at;
}

static void keep(struct html_token *t, struct str name, struct str value)
{
	for (size_t i = 0; i < HTML_ATTRIBUTES; i++) {
		if (NAMES[i].len != name.len || !str_eq_nocase(NAMES[i], name))
			continue;
		if (!(t->present & 1u << i)) // the first one counts
			t->values[i] = value;
		t->present |= 1u << i;
		return;
	}
}

static bool ends_name(char c)
{
	return byte_is_space(c) || c == '/' || c == '>' || c == '=';
}

// The value behind '='; STR_NONE when its quote never ends.
static size_t value_read(struct str s, size_t at, struct str *value)
{
	at = skip_space(s, at);
	if (at < s.len && (s.at[at] == '"' || s.at[at] == '\'')) {
		size_t end = str_find_byte(s, s.at[at], at + 1);
		if (end == STR_NONE)
			return STR_NONE;
		*value = str_cut(s, at + 1, end - at - 1);
		return end + 1;
	}
	size_t from = at;
	while (at < s.len && !byte_is_space(s.at[at]) && s.at[at] != '>')
		at++;
	*value = str_cut(s, from, at - from);
	return at;
}

// From behind a tag's name to behind its '>'; STR_NONE when it never ends.
static size_t attributes_read(struct str s, size_t at, struct html_token *t)
{
	for (;;) {
		while (at < s.len && (byte_is_space(s.at[at]) || s.at[at] == '/'))
			at++;
		if (at >= s.len)
			return STR_NONE;
		if (s.at[at] == '>') {
			t->closed = s.at[at - 1] == '/';
			return at + 1;
		}
		size_t from = at++; // a '=' here belongs to the name
		while (at < s.len && !ends_name(s.at[at]))
			at++;
		struct str name = str_cut(s, from, at - from), value = { 0 };
		size_t equals = skip_space(s, at);
		if (equals < s.len && s.at[equals] == '=')
			at = value_read(s, equals + 1, &value);
		if (at == STR_NONE)
			return STR_NONE;
		keep(t, name, value);
	}
}

// From '<' of a comment to behind it.
static size_t comment_end(struct str s, size_t at)
{
	at += 4; // <!--
	if (at < s.len && s.at[at] == '>')
		return at + 1;
	if (str_starts(str_from(s, at), S("->")))
		return at + 2;
	for (; (at = str_find(s, S("--"), at)) != STR_NONE; at++) {
		struct str rest = str_from(s, at + 2);
		if (str_starts(rest, S(">")))
			return at + 3;
		if (str_starts(rest, S("!>")))
			return at + 4;
	}
	return s.len;
}

// What begins with "<!", "<?" or "</" and is no end tag: to behind it.
static size_t other_end(struct str s, size_t at)
{
	if (str_starts(str_from(s, at), S("<!--")))
		return comment_end(s, at);
	size_t end = str_find_byte(s, '>', at);
	return end == STR_NONE ? s.len : end + 1;
}

static bool tag_read(struct html_lexer *l, struct html_token *t)
{
	struct str s = l->source;
	bool ends = s.at[l->at + 1] == '/';
	size_t from = l->at + 1 + ends, at = from;
	while (at < s.len && !byte_is_space(s.at[at]) && s.at[at] != '/' &&
		s.at[at] != '>')
		at++;
	t->kind = ends ? HTML_END : HTML_START;
	t->name = str_cut(s, from, at - from);
	t->closed = false;
	t->present = 0;
	size_t end = attributes_read(s, at, t);
	if (end == STR_NONE) {
		l->at = s.len;
		return false;
	}
	t->text = str_cut(s, l->at, end - l->at);
	l->at = end;
	return true;
}

static void text_read(struct html_lexer *l, struct html_token *t)
{
	size_t end = l->at + 1; // not a tag here, so '<' itself is text
	while ((end = str_find_byte(l->source, '<', end)) != STR_NONE &&
		!is_tag_start(l->source, end))
		end++;
	if (end == STR_NONE)
		end = l->source.len;
	t->kind = HTML_TEXT;
	t->text = str_cut(l->source, l->at, end - l->at);
	l->at = end;
}

bool html_next(struct html_lexer *l, struct html_token *t)
{
	struct str s = l->source;
	while (l->at < s.len) {
		if (s.at[l->at] != '<' || !is_tag_start(s, l->at)) {
			text_read(l, t);
			return true;
		}
		char first = s.at[l->at + 1];
		char name = first == '/' ? s.at[l->at + 2] : first;
		if (byte_is_alpha(name))
			return tag_read(l, t);
		l->at = other_end(s, l->at);
	}
	return false;
}

struct str html_raw(struct html_lexer *l, struct str name)
{
	struct str s = l->source;
	size_t from = l->at, at = from;
	for (; (at = str_find(s, S("</"), at)) != STR_NONE; at++) {
		struct str rest = str_from(s, at + 2);
		if (!str_starts_nocase(rest, name))
			continue;
		if (rest.len == name.len || ends_name(rest.at[name.len]))
			break;
	}
	l->at = at == STR_NONE ? s.len : at;
	return str_cut(s, from, l->at - from);
}

bool html_has(const struct html_token *t, enum html_attribute a)
{
	return t->present >> a & 1;
}

struct str html_value(const struct html_token *t, enum html_attribute a)
{
	return html_has(t, a) ? t->values[a] : (struct str){ 0 };
}

#include "read/html_mark.h"

struct word {
	struct str text;
	unsigned mark;
};

static unsigned word_find(const struct word *words, size_t count, struct str text)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].text.len == text.len && str_eq_nocase(words[i].text, text))
			return words[i].mark;
	return 0;
}

// https://www.w3.org/TR/wai-aria-1.2/
static const struct word ROLES[] = {
	{ STR_INIT("navigation"), MARK_CHROME },
	{ STR_INIT("contentinfo"), MARK_CHROME },
	{ STR_INIT("complementary"), MARK_CHROME },
	{ STR_INIT("search"), MARK_CHROME },
	{ STR_INIT("menu"), MARK_CHROME },
	{ STR_INIT("menubar"), MARK_CHROME },
	{ STR_INIT("dialog"), MARK_CHROME },
	{ STR_INIT("alertdialog"), MARK_CHROME },
	{ STR_INIT("tooltip"), MARK_CHROME },
	{ STR_INIT("banner"), MARK_BANNER },
	{ STR_INIT("button"), MARK_ACTION },
	{ STR_INIT("presentation"), MARK_LAYOUT },
	{ STR_INIT("none"), MARK_LAYOUT },
	{ STR_INIT("heading"), MARK_HEADING },
	{ STR_INIT("listitem"), MARK_ITEM },
};

// Whole names in class and id that page builders agree on.
static const struct word CLASSES[] = {
	{ STR_INIT("nav"), MARK_GUESS },
	{ STR_INIT("navbar"), MARK_GUESS },
	{ STR_INIT("navigation"), MARK_GUESS },
	{ STR_INIT("menu"), MARK_GUESS },
	{ STR_INIT("main-menu"), MARK_GUESS },
	{ STR_INIT("site-nav"), MARK_GUESS },
	{ STR_INIT("topbar"), MARK_GUESS },
	{ STR_INIT("breadcrumb"), MARK_GUESS },
	{ STR_INIT("breadcrumbs"), MARK_GUESS },
	{ STR_INIT("sidebar"), MARK_GUESS },
	{ STR_INIT("footer"), MARK_GUESS },
	{ STR_INIT("site-footer"), MARK_GUESS },
	{ STR_INIT("page-footer"), MARK_GUESS },
	{ STR_INIT("skip-link"), MARK_GUESS },
	{ STR_INIT("headerlink"),
		MARK_GUESS }, // the sign behind a heading that links to it
	{ STR_INIT("header-anchor"), MARK_GUESS },
	{ STR_INIT("anchor-link"), MARK_GUESS },
	{ STR_INIT("sr-only"), MARK_GUESS },
	{ STR_INIT("visually-hidden"), MARK_GUESS },
	{ STR_INIT("screen-reader-text"), MARK_GUESS },
	{ STR_INIT("hero"), MARK_HERO },
	{ STR_INIT("jumbotron"), MARK_HERO },
};

static const struct str BANNERS[] = { STR_INIT("cookie"), STR_INIT("consent"),
	STR_INIT("gdpr") };
static const struct str BUTTONS[] = { STR_INIT("btn"), STR_INIT("button"),
	STR_INIT("cta") };

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

// Whether s[at, at + len) is a word of a name: "primary-cta", "heroCta", not "rectangle".
static bool is_part(struct str s, size_t at, size_t len)
{
	if (at && byte_is_alpha(s.at[at - 1]) &&
		!(is_upper(s.at[at]) && !is_upper(s.at[at - 1])))
		return false;
	size_t end = at + len;
	return end == s.len || !byte_is_alpha(s.at[end]) ||
	       (is_upper(s.at[end]) && !is_upper(s.at[end - 1]));
}

static unsigned mark_at(struct str s, size_t at)
{
	struct str rest = str_from(s, at);
	for (size_t i = 0; i < sizeof BANNERS / sizeof BANNERS[0]; i++)
		if (str_starts_nocase(rest, BANNERS[i]))
			return MARK_NOTICE;
	for (size_t i = 0; i < sizeof BUTTONS / sizeof BUTTONS[0]; i++)
		if (str_starts_nocase(rest, BUTTONS[i]) && is_part(s, at, BUTTONS[i].len))
			return MARK_ACTION;
	return 0;
}

static unsigned name_marks(struct str name)
{
	unsigned marks = word_find(CLASSES, sizeof CLASSES / sizeof CLASSES[0], name);
	for (size_t at = 0; at + 3 <= name.len; at++) {
		char c = byte_lower(name.at[at]);
		if (c == 'c' || c == 'g' || c == 'b')
			marks |= mark_at(name, at);
	}
	return marks;
}

static unsigned names_marks(struct str names)
{
	unsigned marks = 0;
	for (size_t at = 0; at < names.len;) {
		size_t from = at;
		while (at < names.len && !byte_is_space(names.at[at]))
			at++;
		if (at > from)
			marks |= name_marks(str_cut(names, from, at - from));
		at++;
	}
	return marks;
}

// "display: none", "visibility:hidden", with or without spaces.
static bool style_hides(struct str style)
{
	static const struct word HIDING[] = { { STR_INIT("display"), 1 },
		{ STR_INIT("visibility"), 2 } };
	static const struct word VALUES[] = { { STR_INIT("none"), 1 },
		{ STR_INIT("hidden"), 2 } };
	struct str one;
	while (str_split(&style, ';', &one)) {
		size_t colon = str_find_byte(one, ':', 0);
		if (colon == STR_NONE)
			continue;
		struct str value = str_from(one, colon + 1), word = { 0 };
		(void)str_split(&value, '!', &word); // before "!important"
		unsigned name = word_find(HIDING, 2, str_trim(str_cut(one, 0, colon)));
		if (name && name == word_find(VALUES, 2, str_trim(word)))
			return true;
	}
	return false;
}

static bool hides(const struct html_token *t)
{
	if (html_has(t, HTML_HIDDEN) &&
		!str_eq_nocase(html_value(t, HTML_HIDDEN), S("until-found")))
		return true;
	if (str_eq_nocase(str_trim(html_value(t, HTML_ARIA_HIDDEN)), S("true")))
		return true;
	return html_has(t, HTML_STYLE) && style_hides(html_value(t, HTML_STYLE));
}

unsigned html_marks(const struct html_token *t)
{
	if (!t->present)
		return 0;
	unsigned marks = hides(t) ? MARK_NOTICE : 0;
	if (html_has(t, HTML_ROLE))
		marks |= word_find(ROLES, sizeof ROLES / sizeof ROLES[0],
			str_trim(html_value(t, HTML_ROLE)));
	if (html_has(t, HTML_CLASS))
		marks |= names_marks(html_value(t, HTML_CLASS));
	if (html_has(t, HTML_ID))
		marks |= names_marks(html_value(t, HTML_ID));
	return marks;
}

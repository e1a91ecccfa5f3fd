#include "read/page.h"

#include "read/html_charset.h"
#include "read/html_element.h"
#include "read/html_token.h"
#include "read/prose.h"

struct cleaning {
	struct html_lexer lexer;
	const struct page_origin *origin;
	struct buf *out;
	bool xml;   // <div/> is closed
	size_t pre; // open <pre>
};

// What the reader takes for the same and a browser does not act on.
static const struct {
	struct str name, as;
} OTHER_NAMES[] = {
	{ STR_INIT("object"), STR_INIT("canvas") },
	{ STR_INIT("applet"), STR_INIT("canvas") },
	{ STR_INIT("audio"), STR_INIT("canvas") },
	{ STR_INIT("video"), STR_INIT("canvas") },
};

// Tags that vanish; what lies between them stays.
static const struct str DROPPED[] = { STR_INIT("head"), STR_INIT("frameset"),
	STR_INIT("plaintext"), STR_INIT("base"), STR_INIT("embed"), STR_INIT("frame"),
	STR_INIT("source"), STR_INIT("track"), STR_INIT("area"), STR_INIT("param"),
	STR_INIT("bgsound"), STR_INIT("basefont"), STR_INIT("keygen"), STR_INIT("portal"),
	STR_INIT("fencedframe"), STR_INIT("image") };

static bool is_plain_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!byte_is_alpha(name.at[i]) && !byte_is_digit(name.at[i]) &&
			name.at[i] != '-')
			return false;
	return name.len && name.len <= 40;
}

// The name a tag is written with; empty if it is not written.
static struct str name_of(struct str name)
{
	if (!is_plain_name(name))
		return S("");
	for (size_t i = 0; i < COUNT(DROPPED); i++)
		if (str_eq_nocase(DROPPED[i], name))
			return S("");
	for (size_t i = 0; i < COUNT(OTHER_NAMES); i++)
		if (str_eq_nocase(OTHER_NAMES[i].name, name))
			return OTHER_NAMES[i].as;
	return name;
}

static void put_lower(struct cleaning *c, struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		buf_byte(c->out, byte_lower(name.at[i]));
}

// Words between tags or quotes: nothing in them can begin a tag or end a quote.
static void put_text(struct cleaning *c, struct str text, bool attribute)
{
	for (size_t i = 0; i < text.len; i++) {
		const char b = text.at[i];
		if (b == '<')
			buf_add(c->out, S("&lt;"));
		else if (b == '>' && attribute)
			buf_add(c->out, S("&gt;"));
		else if (b == '"' && attribute)
			buf_add(c->out, S("&quot;"));
		else if ((unsigned char)b >= 0x20 || byte_is_space(b))
			buf_byte(c->out, b);
	}
}

static void put_attribute(struct cleaning *c, const char *name, struct str value)
{
	buf_fmt(c->out, " %s=\"", name);
	put_text(c, value, true);
	buf_byte(c->out, '"');
}

static void put_if_there(struct cleaning *c, const struct html_token *t,
	enum html_attribute which, const char *name)
{
	if (html_has(t, which))
		put_attribute(c, name, html_value(t, which));
}

static bool is_word(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_alpha(s.at[i]) && s.at[i] != '-')
			return false;
	return s.len > 0;
}

// Of a style only whether the words are shown.
static void put_style(struct cleaning *c, const struct html_token *t)
{
	struct str style = html_value(t, HTML_STYLE), one;
	struct buf kept = { .max = 200 };
	while (str_split(&style, ';', &one)) {
		const size_t colon = str_find_byte(one, ':', 0);
		if (colon == STR_NONE)
			continue;
		const struct str name = str_trim(str_cut(one, 0, colon));
		struct str value = str_from(one, colon + 1), word = { 0 };
		(void)str_split(&value, '!', &word); // before "!important"
		word = str_trim(word);
		if (is_word(word) && (str_eq_nocase(name, S("display")) ||
					     str_eq_nocase(name, S("visibility"))))
			buf_fmt(&kept, "%s%" PRI_STR ":%" PRI_STR, kept.len ? ";" : "",
				ARG_STR(name), ARG_STR(word));
	}
	if (kept.len)
		put_attribute(c, "style", buf_str(&kept));
	buf_done(&kept);
}

// A link without a scheme, on its page: neither a colon nor a reference before the path.
static bool is_relative(struct str href)
{
	for (size_t i = 0; i < href.len; i++) {
		if (href.at[i] == '/' || href.at[i] == '?')
			return true;
		if (href.at[i] == ':' || href.at[i] == '&')
			return false;
	}
	return href.len > 0;
}

/*
 * Links that a click may follow.  The scheme must stand there letter by letter: what
 * hides it behind references or white space is dropped.  Links on the page itself stay as
 * they are, others lead to where the page was.
 */
static void put_href(struct cleaning *c, const struct html_token *t)
{
	const struct page_origin *o = c->origin;
	struct str href = str_trim(html_value(t, HTML_HREF));
	if (!html_has(t, HTML_HREF))
		return;
	buf_add(c->out, S(" href=\""));
	if (str_starts_nocase(href, S("https://")) ||
		str_starts_nocase(href, S("http://")) || str_starts(href, S("#"))) {
		put_text(c, href, true);
	} else if (str_starts(href, S("//"))) {
		put_text(
			c, str_cut(o->site, 0, str_find_byte(o->site, ':', 0) + 1), true);
		put_text(c, href, true);
	} else if (is_relative(href)) {
		put_text(c, o->site, true);
		if (str_starts(href, S("?")))
			put_text(c, o->path, true);
		else if (!str_starts(href, S("/"))) {
			put_text(c, path_folder(o->path), true);
			buf_byte(c->out, '/');
		}
		put_text(c, href, true);
	}
	buf_byte(c->out, '"');
}

static void put_common(struct cleaning *c, const struct html_token *t)
{
	static const struct {
		enum html_attribute which;
		const char *name;
	} KEPT[] = { { HTML_CLASS, "class" }, { HTML_ID, "id" }, { HTML_ROLE, "role" },
		{ HTML_HIDDEN, "hidden" }, { HTML_ARIA_HIDDEN, "aria-hidden" },
		{ HTML_ARIA_LEVEL, "aria-level" }, { HTML_LANG, "lang" },
		{ HTML_DATETIME, "datetime" }, { HTML_OPEN, "open" } };
	for (size_t i = 0; i < COUNT(KEPT); i++)
		put_if_there(c, t, KEPT[i].which, KEPT[i].name);
	if (html_has(t, HTML_STYLE))
		put_style(c, t);
}

// What stands apart begins on a line of its own, unless line ends count.
static void new_line(struct cleaning *c)
{
	if (!c->pre && c->out->len && c->out->at[c->out->len - 1] != '\n')
		buf_byte(c->out, '\n');
}

// A description or a date; never what tells a browser to do something.
static void put_meta(struct cleaning *c, const struct html_token *t)
{
	const struct str name = html_value(t, HTML_NAME);
	if (!html_has(t, HTML_CONTENT) || str_starts_nocase(name, S("candor:")) ||
		!(html_has(t, HTML_NAME) || html_has(t, HTML_PROPERTY) ||
			html_has(t, HTML_ITEMPROP)))
		return;
	new_line(c);
	buf_add(c->out, S("<meta"));
	put_if_there(c, t, HTML_NAME, "name");
	put_if_there(c, t, HTML_PROPERTY, "property");
	put_if_there(c, t, HTML_ITEMPROP, "itemprop");
	put_if_there(c, t, HTML_CONTENT, "content");
	buf_byte(c->out, '>');
}

static void put_link(struct cleaning *c, const struct html_token *t)
{
	if (!str_eq_nocase(str_trim(html_value(t, HTML_REL)), S("canonical")))
		return;
	new_line(c);
	buf_add(c->out, S("<link rel=\"canonical\""));
	put_href(c, t);
	buf_byte(c->out, '>');
}

static void put_title(struct cleaning *c, struct str words)
{
	new_line(c);
	buf_add(c->out, S("<title>"));
	put_text(c, words, false);
	buf_add(c->out, S("</title>"));
}

static void put_input(struct cleaning *c, const struct html_token *t)
{
	const struct str type = str_trim(html_value(t, HTML_TYPE));
	put_if_there(c, t, HTML_TYPE, "type");
	if (str_eq_nocase(type, S("submit")) || str_eq_nocase(type, S("button")))
		put_if_there(c, t, HTML_VALUE, "value");
}

static void put_start(struct cleaning *c, const struct html_token *t,
	const struct html_element *e, struct str name)
{
	const bool is_void = e && e->flags & HTML_VOID;
	if (e && e->flags & HTML_BLOCK)
		new_line(c);
	buf_byte(c->out, '<');
	put_lower(c, name);
	put_common(c, t);
	if (html_is(e, "a"))
		put_href(c, t);
	if (html_is(e, "img") || html_is(e, "input"))
		put_if_there(c, t, HTML_ALT, "alt");
	if (html_is(e, "input"))
		put_input(c, t);
	const bool closes = t->closed && !is_void;
	buf_add(c->out, closes && !c->xml ? S(" />") : S(">"));
	if (closes && c->xml) {
		buf_add(c->out, S("</"));
		put_lower(c, name);
		buf_byte(c->out, '>');
	}
	c->pre += html_is(e, "pre") && !closes;
}

static void start(struct cleaning *c, const struct html_token *t)
{
	const struct html_element *e = html_element_find(t->name);
	if (e && e->flags & HTML_RAW) {
		const struct str words = html_raw(&c->lexer, t->name);
		if (html_is(e, "title"))
			put_title(c, words);
		return;
	}
	if (html_is(e, "meta"))
		put_meta(c, t);
	else if (html_is(e, "link"))
		put_link(c, t);
	else if (name_of(t->name).len)
		put_start(c, t, e, name_of(t->name));
}

static void end(struct cleaning *c, const struct html_token *t)
{
	const struct html_element *e = html_element_find(t->name);
	const struct str name = name_of(t->name);
	if (!name.len || (e && e->flags & (HTML_VOID | HTML_RAW)))
		return;
	if (html_is(e, "pre") && c->pre)
		c->pre--;
	buf_add(c->out, S("</"));
	put_lower(c, name);
	buf_byte(c->out, '>');
}

static bool is_charset(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!byte_is_alpha(name.at[i]) && !byte_is_digit(name.at[i]) &&
			name.at[i] != '-' && name.at[i] != '_')
			return false;
	return name.len > 0 && name.len <= 40;
}

// What the server says of the encoding goes before what the page says.
static bool decode(struct str bytes, struct str charset, struct arena *a,
	struct str *source, struct error *err)
{
	if (is_charset(charset) && bytes.len <= PROSE_SOURCE_MAX && !utf8_valid(bytes)) {
		struct buf with = { 0 };
		buf_fmt(&with, "<meta charset=\"%" PRI_STR "\">", ARG_STR(charset));
		buf_add(&with, bytes);
		bytes = arena_str(a, buf_str(&with));
		buf_done(&with);
	}
	return html_source(a, bytes, source, err);
}

bool page_clean(struct str bytes, const struct page_origin *origin, struct arena *a,
	struct buf *out, struct error *err)
{
	struct str source;
	struct html_token t;
	struct cleaning c = { .origin = origin, .out = out };
	if (!decode(bytes, origin->charset, a, &source, err))
		return false;
	c.lexer.source = source;
	c.xml = str_starts(str_trim(str_cut(source, 0, 4096)), S("<?xml"));
	while (html_next(&c.lexer, &t)) {
		if (t.kind == HTML_START)
			start(&c, &t);
		else if (t.kind == HTML_END)
			end(&c, &t);
		else
			put_text(&c, t.text, false);
	}
	return !out->full ||
	       error_set(err, ERROR_LIMIT, "is longer than %zu MB when it is cleaned",
		       out->max >> 20);
}

static bool says_noarchive(const struct html_token *t)
{
	const struct str name = str_trim(html_value(t, HTML_NAME));
	return (str_eq_nocase(name, S("robots")) || str_eq_nocase(name, S("candor"))) &&
	       str_find_nocase(html_value(t, HTML_CONTENT), S("noarchive"), 0) !=
		       STR_NONE;
}

bool page_forbids_keeping(struct str bytes)
{
	struct html_lexer lexer = { .source = bytes };
	struct html_token t;
	while (html_next(&lexer, &t)) {
		if (t.kind != HTML_START)
			continue;
		const struct html_element *e = html_element_find(t.name);
		if (html_is(e, "body"))
			return false;
		if (e && e->flags & HTML_RAW)
			(void)html_raw(&lexer, t.name);
		else if (html_is(e, "meta") && says_noarchive(&t))
			return true;
	}
	return false;
}

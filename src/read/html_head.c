// What the head of a page says about it: title, description, dates, author, address.
#include "read/entity.h"
#include "read/html_walk.h"

struct known {
	struct str name;
	struct str key;
};

static const struct known KNOWN[] = {
	{ STR_INIT("description"), STR_INIT("description") },
	{ STR_INIT("og:description"), STR_INIT("og:description") },
	{ STR_INIT("og:title"), STR_INIT("og:title") },
	{ STR_INIT("og:site_name"), STR_INIT("site") },
	{ STR_INIT("og:url"), STR_INIT("url") },
	{ STR_INIT("author"), STR_INIT("author") },
	{ STR_INIT("article:author"), STR_INIT("author") },
	{ STR_INIT("article:published_time"), STR_INIT("date") },
	{ STR_INIT("datePublished"), STR_INIT("date") },
	{ STR_INIT("date"), STR_INIT("date") },
	{ STR_INIT("dc.date"), STR_INIT("date") },
	{ STR_INIT("dcterms.date"), STR_INIT("date") },
	{ STR_INIT("article:modified_time"), STR_INIT("modified") },
	{ STR_INIT("og:updated_time"), STR_INIT("modified") },
	{ STR_INIT("dateModified"), STR_INIT("modified") },
	{ STR_INIT("candor:asked"), STR_INIT("candor:asked") }, // written by capture
	{ STR_INIT("candor:url"), STR_INIT("candor:url") },
	{ STR_INIT("candor:captured"), STR_INIT("candor:captured") },
	{ STR_INIT("candor:seen"), STR_INIT("candor:seen") },
};

static struct str key_of(struct str name)
{
	for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++)
		if (str_eq_nocase(KNOWN[i].name, name))
			return KNOWN[i].key;
	return S("");
}

static void say(struct html_walk *w, const char *key, struct str raw)
{
	if (raw.len)
		prose_meta(w->prose, str_of(key),
			entity_decode(w->prose->doc->arena, raw), raw.at);
}

// A description is words that somebody chose: it can be checked like the page itself.
static void describe(struct html_walk *w, struct str raw)
{
	struct str words = entity_decode(w->prose->doc->arena, str_trim(raw));
	if (!words.len || str_eq(words, w->description))
		return;
	w->description = words;
	const enum block_kind kind = w->prose->kind;
	const uint8_t level = w->prose->level;
	prose_block(w->prose, BLOCK_META, 0);
	prose_encoded(w->prose, raw, true);
	prose_block(w->prose, kind, level);
}

static void meta(struct html_walk *w, const struct html_token *t)
{
	static const enum html_attribute NAMES[] = { HTML_NAME, HTML_PROPERTY,
		HTML_ITEMPROP };
	struct str key = { 0 }, raw = html_value(t, HTML_CONTENT);
	for (size_t i = 0; i < COUNT(NAMES) && !key.len; i++)
		key = key_of(str_trim(html_value(t, NAMES[i])));
	if (!key.len || !str_trim(raw).len)
		return;
	prose_meta(w->prose, key, entity_decode(w->prose->doc->arena, raw), raw.at);
	w->has_date |= str_eq(key, S("date"));
	if (str_ends(key, S("description")))
		describe(w, raw);
}

static void title(struct html_walk *w, const struct html_token *t)
{
	struct html_lexer ahead = w->lexer;
	struct str words = html_raw(&ahead, t->name);
	if (w->has_title || !str_trim(words).len)
		return;
	w->has_title = true;
	struct place place = prose_place(w->prose, words.at);
	const enum block_kind kind = w->prose->kind;
	const uint8_t level = w->prose->level;
	prose_block(w->prose, BLOCK_TITLE, 0);
	prose_encoded(w->prose, words, false);
	if (w->prose->open)
		doc_meta(w->prose->doc, S("title"), prose_last(w->prose), place);
	prose_block(w->prose, kind, level);
}

void html_about(
	struct html_walk *w, const struct html_token *t, const struct html_element *e)
{
	if (html_is(e, "title")) {
		title(w, t);
	} else if (html_is(e, "meta")) {
		meta(w, t);
	} else if (html_is(e, "html")) {
		say(w, "language", html_value(t, HTML_LANG));
	} else if (html_is(e, "link")) {
		if (str_eq_nocase(str_trim(html_value(t, HTML_REL)), S("canonical")))
			say(w, "url", html_value(t, HTML_HREF));
	} else if (html_is(e, "time") && !w->has_date && html_has(t, HTML_DATETIME)) {
		w->has_date = true;
		say(w, "date", html_value(t, HTML_DATETIME));
	}
}

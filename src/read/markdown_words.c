// What md4c says is text: words, code, entities, raw HTML, the marks of notes.
#include "read/markdown_walk.h"

#include "read/entity.h"

enum { INDENT_MAX = 64 }; // spaces before code, where the source has a tab

static bool inside(const struct markdown_walk *w, const char *at)
{
	return at >= w->text && at < w->end;
}

/*
 * Raw HTML comes in pieces, one a line; between two lie the marks of quotes and lists.
 * They are blanked in our copy, which md4c has finished with there, so that the whole is
 * one slice with true offsets.
 */
static void collect_html(struct markdown_walk *w, const char *at, size_t len)
{
	if (w->images || !inside(w, at))
		return;
	char *piece = w->text + (at - w->text);
	if (!w->html_from)
		w->html_from = piece;
	else
		for (char *between = w->html_to; between < piece; between++)
			if (*between != '\n')
				*between = ' ';
	w->html_to = piece + len;
	w->seen = at + len;
}

// Words with the marks of footnotes taken out; "[^1]: words" is a note.
static void words_and_notes(struct markdown_walk *w, struct str words)
{
	size_t from = 0;
	for (size_t at = 0; (at = str_find_byte(words, '[', at)) != STR_NONE;) {
		size_t len = markdown_footnote(str_from(words, at));
		if (!len) {
			at++;
			continue;
		}
		bool colon = str_starts(str_from(words, at + len), S(":"));
		prose_words(&w->prose, str_cut(words, from, at - from));
		if (colon && !w->prose.open)
			markdown_begin_leaf(w, BLOCK_NOTE, 0);
		at += len + colon;
		from = at;
	}
	prose_words(&w->prose, str_from(words, from));
}

static void text_normal(struct markdown_walk *w, struct str words)
{
	if (w->may_alert) {
		size_t len = markdown_alert(words);
		w->may_alert = false;
		w->alert = len;
		if (len)
			markdown_begin_text(w);
		words = str_from(words, len);
	}
	words_and_notes(w, words);
}

/*
 * Indentation of code comes as a copy of spaces; where the source has the same spaces
 * before the words, they are taken from there.  A tab, or half of one, becomes spaces.
 */
static struct str indented(struct markdown_walk *w, struct str words)
{
	size_t n = w->indent;
	w->indent = 0;
	bool spaces = n <= (size_t)(words.at - w->text);
	for (size_t i = 1; spaces && i <= n; i++)
		spaces = words.at[-(ptrdiff_t)i] == ' ';
	if (spaces)
		return (struct str){ words.at - n, words.len + n };
	for (size_t i = 0; i < n && i < INDENT_MAX; i++)
		prose_char(&w->prose, ' ', words.at);
	return words;
}

static void text_code(struct markdown_walk *w, struct str words)
{
	bool copy = !inside(w, words.at);
	if (!w->code) {
		if (copy)
			prose_space(&w->prose, w->seen);
		else
			prose_words(&w->prose, words);
	} else if (copy && str_starts(words, S("\n"))) {
		w->indent = 0;
		for (size_t i = 0; i < words.len; i++)
			prose_line(&w->prose, w->seen);
	} else if (copy) {
		w->indent += (unsigned)words.len;
	} else {
		prose_words(&w->prose, w->indent ? indented(w, words) : words);
	}
}

static void text_entity(struct markdown_walk *w, struct str words)
{
	uint32_t code = 0;
	if (entity_read(words, false, &code) == words.len)
		prose_char(&w->prose, code, words.at);
	else
		prose_words(&w->prose, words);
}

int markdown_on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user)
{
	struct markdown_walk *w = user;
	struct str words = { at, size };
	if (type == MD_TEXT_HTML) {
		collect_html(w, at, size);
		return markdown_spend(w, 1);
	}
	markdown_flush_html(w);
	if (!w->leaf)
		markdown_begin_text(w);
	if (html_skips(w->html))
		return markdown_spend(w, 1);
	switch (type) {
	case MD_TEXT_NORMAL:
	case MD_TEXT_LATEXMATH:
		text_normal(w, words);
		break;
	case MD_TEXT_CODE:
		text_code(w, words);
		break;
	case MD_TEXT_ENTITY:
		text_entity(w, words);
		break;
	case MD_TEXT_BR:
	case MD_TEXT_SOFTBR:
		prose_space(&w->prose, w->seen);
		break;
	case MD_TEXT_NULLCHAR:
	case MD_TEXT_HTML:
		break;
	}
	if (inside(w, at))
		w->seen = at + size;
	return markdown_spend(w, 1);
}

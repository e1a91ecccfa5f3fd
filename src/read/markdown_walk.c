/*
 * From md4c's callbacks to blocks.  md4c (0.4.8) hands out pointers into the text it was
 * given; what it hands out as copies is line ends, indentation of code and NUL, and those
 * take the place where the words before them ended.  tests/read/test_markdown.c pins
 * this.
 */
#include "read/markdown.h"

#include <md4c.h>
#include <string.h>

#include "read/entity.h"
#include "read/html_walk.h"
#include "read/prose.h"

enum {
	// No MD_FLAG_PERMISSIVEAUTOLINKS: in 0.4.8 "_www." repeated takes quadratic time.
	FLAGS = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
	INDENT_MAX = 64,
};

struct walk {
	struct prose prose;
	struct html_walk *html;
	char *text; // what md4c was given
	const char *end;
	const char *seen; // where the last words ended
	int64_t budget;	  // callbacks and copied addresses still allowed
	unsigned quotes, lists, images;
	unsigned indent; // spaces of code that were announced as a copy
	bool alert;	 // the outermost quote is a GitHub alert: the author's own words
	bool leaf;	 // a block that holds words is open
	bool may_alert;	 // no words yet in this quote
	bool code;
	const char *html_from; // raw HTML that is being collected
	char *html_to;
};

static bool inside(const struct walk *w, const char *at)
{
	return at >= w->text && at < w->end;
}

static enum block_kind kind_here(const struct walk *w)
{
	if (w->quotes > w->alert)
		return BLOCK_QUOTE;
	return w->lists ? BLOCK_ITEM : BLOCK_TEXT;
}

static void begin_leaf(struct walk *w, enum block_kind kind, unsigned level)
{
	if (w->leaf)
		html_end(w->html);
	uint8_t small = (uint8_t)(level < UINT8_MAX ? level : UINT8_MAX);
	prose_block(&w->prose, kind, small);
	html_begin(w->html, &w->prose, kind, small);
	w->leaf = true;
}

static void begin_text(struct walk *w)
{
	enum block_kind kind = kind_here(w);
	begin_leaf(w, kind, kind == BLOCK_ITEM ? w->lists : 0);
}

// Hands collected HTML to the page walker.
static void flush_html(struct walk *w)
{
	if (!w->html_from)
		return;
	struct str part = { w->html_from, (size_t)(w->html_to - w->html_from) };
	w->html_from = NULL;
	if (!w->leaf)
		begin_text(w);
	html_run(w->html, part);
}

static void end_leaf(struct walk *w)
{
	flush_html(w);
	if (w->leaf)
		html_end(w->html);
	w->leaf = false;
	prose_block(&w->prose, BLOCK_TEXT, 0);
}

/*
 * Raw HTML comes in pieces, one a line; between two lie the marks of quotes and lists.
 * They are blanked in our copy, which md4c has finished with there, so that the whole is
 * one slice with true offsets.
 */
static void collect_html(struct walk *w, const char *at, size_t len)
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
static void words_and_notes(struct walk *w, struct str words)
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
			prose_block(&w->prose, BLOCK_NOTE, 0);
		at += len + colon;
		from = at;
	}
	prose_words(&w->prose, str_from(words, from));
}

static void text_normal(struct walk *w, struct str words)
{
	if (w->may_alert) {
		size_t len = markdown_alert(words);
		w->may_alert = false;
		w->alert = len;
		if (len)
			begin_text(w);
		words = str_from(words, len);
	}
	words_and_notes(w, words);
}

/*
 * Indentation of code comes as a copy of spaces; where the source has the same spaces
 * before the words, they are taken from there.  A tab, or half of one, becomes spaces.
 */
static struct str indented(struct walk *w, struct str words)
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

static void text_code(struct walk *w, struct str words)
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

static void text_entity(struct walk *w, struct str words)
{
	uint32_t code = 0;
	if (entity_read(words, false, &code) == words.len)
		prose_char(&w->prose, code, words.at);
	else
		prose_words(&w->prose, words);
}

// Counts what the parser does; past the budget it is told to stop.
static int spend(struct walk *w, int64_t cost)
{
	w->budget -= cost;
	return w->budget < 0 ? -1 : 0;
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user)
{
	struct walk *w = user;
	struct str words = { at, size };
	if (type == MD_TEXT_HTML) {
		collect_html(w, at, size);
		return spend(w, 1);
	}
	flush_html(w);
	if (!w->leaf)
		begin_text(w);
	if (html_skips(w->html))
		return spend(w, 1);
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
	return spend(w, 1);
}

static void enter_list(struct walk *w)
{
	w->lists++;
	prose_list_begin(&w->prose);
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct walk *w = user;
	end_leaf(w);
	switch (type) {
	case MD_BLOCK_QUOTE:
		w->may_alert = !w->quotes++;
		break;
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
		enter_list(w);
		break;
	case MD_BLOCK_H:
		begin_leaf(w, BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_CODE:
		begin_leaf(w, BLOCK_CODE, 0);
		w->code = w->prose.verbatim = true;
		break;
	case MD_BLOCK_HTML:
	case MD_BLOCK_P:
		begin_text(w);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		begin_leaf(w, BLOCK_CELL, type == MD_BLOCK_TH);
		break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_LI:
	case MD_BLOCK_HR:
	case MD_BLOCK_TABLE:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
		break;
	}
	return spend(w, 1);
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct walk *w = user;
	(void)detail; // known from the beginning of the block
	end_leaf(w);
	w->code = w->prose.verbatim = false;
	w->indent = 0;
	if (type == MD_BLOCK_QUOTE) {
		w->quotes--;
		w->alert &= w->quotes > 0;
		w->may_alert = false;
	} else if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
		w->lists--;
		prose_list_end(&w->prose);
	}
	return spend(w, 1);
}

// Addresses are handed out with each link; one with escapes is copied each time.
static int64_t address_cost(MD_SPANTYPE type, const void *detail)
{
	if (type == MD_SPAN_A)
		return ((const MD_SPAN_A_DETAIL *)detail)->href.size +
		       (int64_t)((const MD_SPAN_A_DETAIL *)detail)->title.size;
	if (type == MD_SPAN_IMG)
		return ((const MD_SPAN_IMG_DETAIL *)detail)->src.size +
		       (int64_t)((const MD_SPAN_IMG_DETAIL *)detail)->title.size;
	return 0;
}

static bool is_within(const MD_SPAN_A_DETAIL *link)
{
	return link->href.size && link->href.text[0] == '#';
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct walk *w = user;
	flush_html(w);
	if (!w->leaf)
		begin_text(w);
	if (type == MD_SPAN_A && !w->images)
		prose_link(&w->prose, is_within(detail));
	if (type == MD_SPAN_IMG && !w->images++)
		prose_aside_begin(&w->prose, BLOCK_META);
	return spend(w, 1 + address_cost(type, detail));
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct walk *w = user;
	(void)detail; // known from the beginning of the span
	flush_html(w);
	if (type == MD_SPAN_A && !w->images)
		prose_link_end(&w->prose);
	if (type == MD_SPAN_IMG && !--w->images)
		prose_aside_end(&w->prose);
	return spend(w, 1);
}

static int parse(struct walk *w, size_t from, enum markdown_flavour flavour)
{
	static const MD_PARSER PARSER = {
		.flags = FLAGS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	MD_PARSER parser = PARSER;
	if (flavour == MARKDOWN_MDX)
		parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
	return md_parse(
		w->text + from, (MD_SIZE)((size_t)(w->end - w->text) - from), &parser, w);
}

bool markdown_text(struct str source, char *text, enum markdown_flavour flavour,
	struct doc *doc, struct error *err)
{
	if (!markdown_fits(source, err))
		return false;
	/*
	 * md4c 0.4.8 reads a byte too far when text ends in the middle of a link or a
	 * list mark (pull request 167): ours always ends with a line end, with room
	 * behind it.
	 */
	memset(text + source.len, '\n', MARKDOWN_SPARE);
	struct buf draft;
	struct walk w = {
		.html = ARENA_NEW(doc->arena, struct html_walk),
		.text = text,
		.end = text + source.len + 1,
		.seen = text,
		.budget = 4000000 + 16 * (int64_t)source.len,
	};
	prose_begin(&w.prose, doc, source, text, &draft);
	bool done = !parse(&w, markdown_front(source, doc), flavour);
	end_leaf(&w);
	if (!prose_finish(&w.prose, err))
		return false;
	if (!done)
		return error_set(err, ERROR_LIMIT,
			"repeats too much: a table with very many columns, or one "
			"address in very "
			"many links");
	return true;
}

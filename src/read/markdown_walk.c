/*
 * From md4c's callbacks to blocks.  md4c (0.4.8) hands out pointers into the text it was
 * given; what it hands out as copies is line ends, indentation of code and NUL, and those
 * take the place where the words before them ended.  tests/read/test_markdown.c pins
 * this.
 */
#include "read/markdown_walk.h"

#include <string.h>

enum {
	// No MD_FLAG_PERMISSIVEAUTOLINKS: in 0.4.8 "_www." repeated takes quadratic time.
	FLAGS = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
};

static enum block_kind kind_here(const struct markdown_walk *w)
{
	if (w->quotes > w->alert)
		return BLOCK_QUOTE;
	return w->lists ? BLOCK_ITEM : BLOCK_TEXT;
}

void markdown_begin_leaf(struct markdown_walk *w, enum block_kind kind, unsigned level)
{
	if (w->leaf)
		html_end(w->html);
	uint8_t small = (uint8_t)(level < UINT8_MAX ? level : UINT8_MAX);
	prose_block(&w->prose, kind, small);
	html_begin(w->html, &w->prose, kind, small);
	w->leaf = true;
}

void markdown_begin_text(struct markdown_walk *w)
{
	enum block_kind kind = kind_here(w);
	markdown_begin_leaf(w, kind, kind == BLOCK_ITEM ? w->lists : 0);
}

void markdown_flush_html(struct markdown_walk *w)
{
	if (!w->html_from)
		return;
	struct str part = { w->html_from, (size_t)(w->html_to - w->html_from) };
	w->html_from = NULL;
	if (!w->leaf)
		markdown_begin_text(w);
	html_run(w->html, part);
}

static void end_leaf(struct markdown_walk *w)
{
	markdown_flush_html(w);
	if (w->leaf)
		html_end(w->html);
	w->leaf = false;
	prose_block(&w->prose, BLOCK_TEXT, 0);
}

int markdown_spend(struct markdown_walk *w, int64_t cost)
{
	w->budget -= cost;
	return w->budget < 0 ? -1 : 0;
}

static void enter_list(struct markdown_walk *w)
{
	w->lists++;
	prose_list_begin(&w->prose);
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown_walk *w = user;
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
		markdown_begin_leaf(
			w, BLOCK_HEADING, ((MD_BLOCK_H_DETAIL *)detail)->level);
		break;
	case MD_BLOCK_CODE:
		markdown_begin_leaf(w, BLOCK_CODE, 0);
		w->code = w->prose.verbatim = true;
		break;
	case MD_BLOCK_HTML:
	case MD_BLOCK_P:
		markdown_begin_text(w);
		break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		markdown_begin_leaf(w, BLOCK_CELL, type == MD_BLOCK_TH);
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
	return markdown_spend(w, 1);
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct markdown_walk *w = user;
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
	return markdown_spend(w, 1);
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
	struct markdown_walk *w = user;
	markdown_flush_html(w);
	if (!w->leaf)
		markdown_begin_text(w);
	if (type == MD_SPAN_A && !w->images)
		prose_link(&w->prose, is_within(detail));
	if (type == MD_SPAN_IMG && !w->images++)
		prose_aside_begin(&w->prose, BLOCK_META);
	return markdown_spend(w, 1 + address_cost(type, detail));
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct markdown_walk *w = user;
	(void)detail; // known from the beginning of the span
	markdown_flush_html(w);
	if (type == MD_SPAN_A && !w->images)
		prose_link_end(&w->prose);
	if (type == MD_SPAN_IMG && !--w->images)
		prose_aside_end(&w->prose);
	return markdown_spend(w, 1);
}

static int parse(struct markdown_walk *w, size_t from, enum markdown_flavour flavour)
{
	static const MD_PARSER PARSER = {
		.flags = FLAGS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = markdown_on_text,
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
	struct markdown_walk w = {
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

// HTML pages: their visible text, and which of it is the page and which stands around it.
#include "read/list.h"

#include "read/html_charset.h"
#include "read/html_walk.h"

static struct str page_start(struct str bytes)
{
	if (str_starts(bytes, S("\xef\xbb\xbf")))
		bytes = str_from(bytes, 3);
	return str_trim(str_cut(bytes, 0, 4096));
}

static bool html_sniff(struct str bytes)
{
	static const struct str STARTS[] = { STR_INIT("<!doctype html"),
		STR_INIT("<html"), STR_INIT("<head"), STR_INIT("<body") };
	struct str start = page_start(bytes);
	while (str_starts(start, S("<!--")) || str_starts(start, S("<?"))) {
		bool comment = start.at[1] == '!';
		size_t end = str_find(start, comment ? S("-->") : S("?>"), 2);
		if (end == STR_NONE)
			return false;
		start = str_trim(str_from(start, end + (comment ? 3 : 2)));
	}
	for (size_t i = 0; i < COUNT(STARTS); i++)
		if (str_starts_nocase(start, STARTS[i]))
			return true;
	return false;
}

bool html_is_marked(struct str source)
{
	struct html_lexer lexer = { .source = source };
	struct html_token t;
	if (str_find(source, S("data-candor-main"), 0) == STR_NONE)
		return false;
	while (html_next(&lexer, &t))
		if (t.kind == HTML_START && html_has(&t, HTML_CANDOR_MAIN))
			return true;
	return false;
}

void html_page(struct str source, struct html_scopes *scopes, struct prose *p)
{
	struct html_walk *walk = ARENA_NEW(p->doc->arena, struct html_walk);
	walk->page = true;
	walk->scopes = scopes;
	walk->xml = str_starts(page_start(source), S("<?xml"));
	html_begin(walk, p, BLOCK_TEXT, 0);
	if (html_is_marked(source)) { // everything outside of the mark stands around it
		walk->frames[0].state = STATE_CHROME;
		prose_block(p, BLOCK_CHROME, 0);
	}
	html_run(walk, source);
	html_end(walk);
}

static bool html_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide for a page
	struct buf draft;
	struct prose prose;
	struct str source;
	if (!html_source(doc->arena, bytes, &source, err))
		return false;
	prose_begin(&prose, doc, source, source.at, &draft);
	html_page(source, NULL, &prose);
	return prose_finish(&prose, err);
}

const struct reader reader_html = {
	.name = "html",
	.title = "HTML page",
	.suffixes = ".html .htm .xhtml",
	.gives = "visible text with line and column: headings, paragraphs, list items, "
		 "quotes, "
		 "cells, code, buttons and links that stand alone, alternative texts; "
		 "title, "
		 "description, author and dates of the page; navigation, headers, "
		 "footers, "
		 "cookie banners and hidden text are kept apart, and so is all that lies "
		 "outside of an element marked data-candor-main, as `candor capture` "
		 "writes it; scripts, styles, drawings and comments are left out",
	.sniff = html_sniff,
	.read = html_read,
};

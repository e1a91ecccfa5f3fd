// markdown_walk: the state in which md4c's callbacks turn Markdown into blocks.
#ifndef READ_MARKDOWN_WALK_H
#define READ_MARKDOWN_WALK_H

#include <md4c.h>

#include "read/html_walk.h"
#include "read/markdown.h"
#include "read/prose.h"

struct markdown_walk {
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

// A block that will hold words; what was open ends.
void markdown_begin_leaf(struct markdown_walk *w, enum block_kind kind, unsigned level);
void markdown_begin_text(struct markdown_walk *w); // a paragraph, item or quote
// Hands collected HTML to the page walker.
void markdown_flush_html(struct markdown_walk *w);
// Counts what the parser does: below 0, which stops it, past the budget.
int markdown_spend(struct markdown_walk *w, int64_t cost);
int markdown_on_text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE size, void *user);

#endif

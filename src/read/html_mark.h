// html_mark: what the attributes of an element say: around the page, hidden, a button.
#ifndef READ_HTML_MARK_H
#define READ_HTML_MARK_H

#include "read/html_token.h"

enum html_mark {
	MARK_CHROME = 1,   // a role that is never the page itself
	MARK_GUESS = 2,	   // named like a menu or a footer: not if it holds the h1
	MARK_ACTION = 4,   // named or meant as a button
	MARK_HERO = 8,	   // named as the opening of the page
	MARK_LAYOUT = 16,  // a table that is none
	MARK_BANNER = 32,  // the head of the page
	MARK_HEADING = 64, // a heading by its role
	MARK_ITEM = 128,   // a list item by its role
	MARK_NOTICE = 256, // named like a cookie banner, or hidden: nor if it is long
};

// A set of the above from role, hidden, style, class and id.  O(length of the tag).
unsigned html_marks(const struct html_token *t);

#endif

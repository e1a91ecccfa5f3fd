// html_element: what the elements of HTML mean for the text inside them.
#ifndef READ_HTML_ELEMENT_H
#define READ_HTML_ELEMENT_H

#include "base/base.h"

enum html_flag {
	HTML_VOID = 1,	       // has no content and no end tag
	HTML_BLOCK = 2,	       // its text stands apart from what is around it
	HTML_RAW = 4,	       // its content is no markup, and not text either
	HTML_SKIP = 8,	       // its content is not shown
	HTML_ENDS_P = 16,      // its start ends an open paragraph
	HTML_SECTION = 32,     // has an opening of its own: article, section, main
	HTML_FOREIGN = 64,     // svg and math, which end when HTML goes on
	HTML_BREAKS_OUT = 128, // its start ends an open svg or math
	HTML_WHOLE = 256,      // the page itself: no class on it says anything
};

// Elements that end each other: a new row ends the row and the cell before it.
enum html_group {
	HTML_OTHER,
	HTML_P,
	HTML_LINK,
	HTML_HEADING,
	HTML_LIST,
	HTML_ITEM,
	HTML_TERM, // dt, dd
	HTML_TABLE,
	HTML_ROWS, // thead, tbody, tfoot
	HTML_ROW,
	HTML_CELL,
	HTML_SELECT,
	HTML_OPTION,
	HTML_BUTTON,
	HTML_QUOTE,
	HTML_PRE,
	HTML_HEADER,
	HTML_AROUND, // nav, footer, aside: around the page
};

struct html_element {
	char name[12];
	uint16_t flags;
	uint8_t group;
	uint8_t level; // of a heading
};

enum { HTML_ELEMENTS_MAX = 160 };

// The element of a tag name in any case, or NULL for one that is not known here.
const struct html_element *html_element_find(struct str name);
// A number for a name: below HTML_ELEMENTS_MAX for known elements, a hash for others.
uint64_t html_element_id(const struct html_element *e, struct str name);
bool html_is(const struct html_element *e, const char *name); // false for NULL

#endif

// web_leaf: the parts of pages that show a web: ring, cards of the choice, pairs.
#ifndef REPORT_WEB_LEAF_H
#define REPORT_WEB_LEAF_H

#include "report/web_svg.h"

struct leaf {
	struct html h;
	struct svg svg; // the same buffer, for the pictures
	const struct web *web;
};

struct leaf leaf_of(const struct html *h, const struct web_page *page);

// The ring in one size: a box of that class.
void leaf_ring(struct leaf *l, const struct ring_size *size, const char *id,
	const char *classes);
// What was seen, what was not, and whom it may not be used against; below a picture.
void leaf_seen(struct leaf *l);
// The chosen relationships, numbered like the badges: why, and one thing to bring.
void leaf_picks(struct leaf *l);

// The table of every pair; of more than 105 those that matter.
void leaf_pairs(struct leaf *l);
// The pairs that something needs, at most 24, in few columns.
void leaf_pairs_needed(struct leaf *l);

#endif

// list: which pages of a site are worth saving, by its sitemap.
#ifndef CAPTURE_LIST_H
#define CAPTURE_LIST_H

#include "capture/fetch.h"

struct page_list {
	struct str *at;
	size_t count, room;
};

/*
 * The pages of the site that the sitemap lists, at most `max`, those that say what a
 * vendor stands for first: the home page, prices, the product, comparisons, solutions;
 * then short addresses before long ones, and posts, help and legal pages last.  Only
 * pages of the same host.  `start` itself is a sitemap if its name says so; otherwise
 * robots.txt names one, or it is /sitemap.xml.
 */
bool list_pages(struct fetching *f, const struct url *start, size_t max,
	struct page_list *out, struct error *err);
// The order above: smaller is earlier.
int list_rank(struct str path);

#endif

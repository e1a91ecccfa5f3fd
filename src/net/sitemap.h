// sitemap: the addresses a site lists for programs (sitemaps.org, protocol 0.9).
#ifndef NET_SITEMAP_H
#define NET_SITEMAP_H

#include "base/base.h"

struct sitemap {
	bool is_index;	   // its addresses are sitemaps again
	struct str *pages; // as they are written, references decoded
	size_t count, room;
	bool cut; // there were more than `max`
};

/*
 * Reads sitemap, sitemap index, or a plain list of addresses, one a line.  Not by an XML
 * parser: tags are looked at one by one, there are no entities but the five of XML and
 * characters by number, so nothing can expand.  Damage only ends the list.  O(text).
 * ERROR_FORMAT when it is none of the three.
 */
bool sitemap_read(struct str text, size_t max, struct arena *a, struct sitemap *out,
	struct error *err);

#endif

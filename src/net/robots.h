// robots: what a site's robots.txt allows a program that reads it (RFC 9309).
#ifndef NET_ROBOTS_H
#define NET_ROBOTS_H

#include "base/base.h"

enum {
	ROBOTS_MAX = 500 * 1024, // bytes that are looked at; RFC 9309, section 2.5
	ROBOTS_RULES_MAX = 20000,
	ROBOTS_SITEMAPS_MAX = 100,
};

struct robots_rule {
	bool allows;
	struct str pattern; // as it is compared, see robots_allows
};

struct robots {
	struct robots_rule *rules;
	size_t count, room;
	struct str *sitemaps; // whole addresses, of all groups
	size_t sitemap_count, sitemap_room;
	int64_t delay_ms; // "Crawl-delay", which is no standard; 0 if unsaid
	bool nothing;	  // may be read: the file could not be had
};

/*
 * Reads the groups that name `agent` (in any case, without a version), all of them
 * together; if none does, those that name "*".  Any bytes are fine: what is no rule is
 * passed over, and what lies beyond ROBOTS_MAX is not looked at.  Borrows nothing.
 * O(text).
 */
void robots_read(struct str text, struct str agent, struct arena *a, struct robots *out);
/*
 * Whether a path with its query may be read: the longest rule that matches decides, of
 * equals the one that allows, and what no rule matches may be read.  Patterns know * and
 * a final $.  Both sides are compared with unreserved characters decoded, and others as
 * %XX (section 2.2.2).  O(rules x path).
 */
bool robots_allows(const struct robots *r, struct str path);

#endif

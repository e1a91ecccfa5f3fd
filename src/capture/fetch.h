// fetch: a page or a sitemap, asking each site first and following redirects with care.
#ifndef CAPTURE_FETCH_H
#define CAPTURE_FETCH_H

#include "capture/capture.h"

// What is known of one site within a run.
struct site {
	struct str name; // struct url's site
	struct robots robots;
	struct error why; // robots.txt could not be had because of this
};

struct fetching {
	struct arena *arena;
	struct http *http;
	int64_t timeout_ms;
	struct site *sites;
	size_t site_count, site_room;
	struct notes *notes;
	bool asked_before; // a pause is due before the next request
	int64_t pause_ms;
};

struct fetched {
	struct url url; // where it was in the end
	struct http_reply reply;
	bool refused; // when it could not be had: by the site's will or by ours
};

enum fetch_kind { FETCH_PAGE, FETCH_SITEMAP };

/*
 * Asks robots.txt of every site on the way.  False with a sentence when there is no page
 * to be had: the status was not 200, the redirects went on, or a rule forbids it.
 */
bool fetch(struct fetching *f, const struct url *url, enum fetch_kind kind,
	struct fetched *out, struct error *err);
// The site's rules, asked for once; never NULL.
const struct site *fetch_site(struct fetching *f, const struct url *url);

#endif

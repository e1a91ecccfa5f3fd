// url: addresses of pages: read strictly, written in one way, resolved against each
// other.
#ifndef NET_URL_H
#define NET_URL_H

#include "base/base.h"

enum { URL_MAX = 4096 };

// All slices lie in `whole`.
struct url {
	struct str whole; // "https://shiftly.example/pricing?plan=pro": no fragment
	struct str site;  // "https://shiftly.example", with the port if it is not usual
	struct str host;  // in lower case; an IPv6 address with its brackets
	struct str path;  // with the query: "/pricing?plan=pro"; never empty
	uint16_t port;
	bool secure; // https
};

/*
 * Reads an address of the web in the one way we write it: scheme and host in lower case,
 * the usual port left out, everything that is not allowed in a path as %XX, no fragment.
 * ERROR_USAGE for other schemes, user names, control characters, ports beyond 65535 and
 * what is longer than URL_MAX.
 */
bool url_read(struct str text, struct arena *a, struct url *out, struct error *err);
// What a link or a Location means on the page `base` (RFC 3986, section 5.2).
bool url_resolve(const struct url *base, struct str text, struct arena *a,
	struct url *out, struct error *err);
// The same site but for the scheme and a leading "www.".
bool url_same_host(const struct url *x, const struct url *y);
// Whether the host is written as an address, or as a name that always means this machine.
bool url_is_local(const struct url *u);

#endif

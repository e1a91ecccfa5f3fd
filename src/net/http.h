// http: one request at a time, with a limit on everything a hostile server could overdo.
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include "net/url.h"

enum {
	HTTP_HEADER_MAX = 64 * 1024, // bytes of all headers of one reply
	HTTP_CONNECT_MS = 10 * 1000,
	HTTP_PROXIES = 4,
};

// Asked several times a second; true gives the transfer up.
typedef bool http_stop(void *context);

struct http_options {
	const char *agent;  // User-Agent
	bool allow_private; // addresses of this machine and its networks
	bool only_loopback; // no other address at all
	bool direct;	    // past any proxy
	// Ports of the proxies that the environment names: a proxy may have a private
	// address.  libcurl itself reads the environment; this only tells what to expect.
	uint16_t proxy_ports[HTTP_PROXIES];
	http_stop *stop; // may be NULL
	void *context;
};

struct http_request {
	const struct url *url;
	const char *accept; // "text/html,..."
	size_t max_bytes;   // of the body, after decompression
	bool cut;	    // what is longer is cut there, not refused
	int64_t timeout_ms; // for everything from the name's look-up to the last byte
	struct str json;    // a body to POST; GET when it is empty
	const char *bearer; // for Authorization; NULL for none
};

struct http_reply {
	int status;
	struct str type;       // "text/html", in lower case, without parameters
	struct str charset;    // of Content-Type; empty if unsaid
	struct str location;   // as the server wrote it
	struct str robots_tag; // X-Robots-Tag, all of them, with commas
	struct str body;
	int64_t took_ms; // from the name's look-up to the last byte
	bool is_cut;
	bool is_private; // the server, or the proxy, is on this machine or network
};

struct http;

/*
 * One connection at a time is kept open between requests.  No cookies, no credentials, no
 * redirects (the caller looks at each hop), no other protocol than HTTP/1.1 over TCP or
 * TLS 1.2 and newer with a verified certificate.  Every address is checked when its
 * socket is made, so a name that resolves to something else a second time gains nothing.
 */
bool http_open(const struct http_options *options, struct http **out, struct error *err);
void http_close(struct http *h); // NULL is fine
/*
 * True when the server gave a whole reply, whatever its status.  Text lives in `a`.
 * ERROR_LIMIT beyond a limit, ERROR_USAGE for an address that may not be asked,
 * ERROR_SYSTEM otherwise; each says in words what the server did.
 */
bool http_fetch(struct http *h, const struct http_request *q, struct arena *a,
	struct http_reply *out, struct error *err);
// Waits; false when the stop came first.
bool http_pause(const struct http *h, int64_t ms);

#endif

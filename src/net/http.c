#include "net/http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "net/address.h"
#include "net/curl.h"

struct http {
	struct curl curl;
	CURL *easy;
	struct http_options options;
};

// One transfer, for the callbacks.
struct transfer {
	struct http *http;
	const struct http_request *request;
	struct http_reply *reply;
	struct arena *arena;
	struct buf body;
	size_t header_bytes;
	bool too_long, too_many_headers, blocked;
	char why[CURL_ERROR_SIZE];
};

bool http_open(const struct http_options *options, struct http **out, struct error *err)
{
	struct http *h = heap_resize(NULL, sizeof *h);
	*h = (struct http){ .options = *options };
	*out = NULL;
	if (!curl_load(&h->curl, err)) {
		heap_free(h);
		return false;
	}
	if (h->curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
		h->easy = h->curl.init();
	if (!h->easy) {
		heap_free(h);
		return error_set(err, ERROR_SYSTEM, "libcurl could not be set up");
	}
	*out = h;
	return true;
}

void http_close(struct http *h)
{
	if (!h)
		return;
	h->curl.cleanup(h->easy);
	h->curl.global_cleanup();
	heap_free(h);
}

static bool stops(const struct http *h)
{
	return h->options.stop && h->options.stop(h->options.context);
}

bool http_pause(const struct http *h, int64_t ms)
{
	enum { SLICE_MS = 50 };
	for (; ms > 0 && !stops(h); ms -= SLICE_MS) {
		const int64_t now = ms < SLICE_MS ? ms : SLICE_MS;
		const struct timespec slice = { .tv_nsec = now * 1000000 };
		(void)nanosleep(&slice, NULL); // a signal only makes it shorter
	}
	return !stops(h);
}

static size_t on_body(void *at, size_t size, size_t count, void *context)
{
	struct transfer *t = context;
	struct str piece = { at, size * count };
	const size_t left = t->request->max_bytes - t->body.len;
	buf_add(&t->body, str_cut(piece, 0, left));
	if (piece.len <= left)
		return piece.len;
	t->too_long = true;
	return 0; // ends the transfer
}

// The value behind "Name:" if the line is that header.
static bool header_is(struct str line, struct str name, struct str *value)
{
	if (!str_starts_nocase(line, name) || line.len <= name.len ||
		line.at[name.len] != ':')
		return false;
	*value = str_trim(str_from(line, name.len + 1));
	return true;
}

static void read_type(struct transfer *t, struct str value)
{
	struct str part;
	struct http_reply *r = t->reply;
	r->charset = (struct str){ 0 };
	r->type = str_split(&value, ';', &part) ? utf8_lower(t->arena, str_trim(part))
						: (struct str){ 0 };
	while (str_split(&value, ';', &part)) {
		part = str_trim(part);
		if (str_starts_nocase(part, S("charset=")))
			r->charset =
				arena_str(t->arena, str_strip(str_from(part, 8), "\"' "));
	}
}

static size_t on_header(void *at, size_t size, size_t count, void *context)
{
	struct transfer *t = context;
	struct str line = { at, size * count }, value;
	t->header_bytes += line.len;
	if (t->header_bytes > HTTP_HEADER_MAX) {
		t->too_many_headers = true;
		return 0;
	}
	if (str_starts(line, S("HTTP/"))) // of an interim reply, too
		*t->reply = (struct http_reply){ 0 };
	else if (header_is(line, S("content-type"), &value))
		read_type(t, value);
	else if (header_is(line, S("location"), &value))
		t->reply->location = arena_str(t->arena, value);
	else if (header_is(line, S("x-robots-tag"), &value))
		t->reply->robots_tag = arena_fmt(t->arena, "%" PRI_STR "%s%" PRI_STR,
			ARG_STR(t->reply->robots_tag),
			t->reply->robots_tag.len ? ", " : "", ARG_STR(value));
	return line.len;
}

static int on_progress(
	void *context, curl_off_t total, curl_off_t now, curl_off_t up, curl_off_t sent)
{
	const struct transfer *t = context;
	(void)total, (void)now, (void)up, (void)sent;
	return stops(t->http);
}

static uint16_t port_of(const struct sockaddr *address)
{
	struct sockaddr_in v4;
	struct sockaddr_in6 v6;
	if (address->sa_family == AF_INET) {
		memcpy(&v4, address, sizeof v4);
		return ntohs(v4.sin_port);
	}
	memcpy(&v6, address, sizeof v6);
	return ntohs(v6.sin6_port);
}

// A private address is fine if it was allowed, or if a proxy may be there.
static bool may_connect(const struct http_options *o, const struct sockaddr *address)
{
	if (address->sa_family != AF_INET && address->sa_family != AF_INET6)
		return false;
	if (o->only_loopback)
		return address_is_loopback(address);
	if (o->allow_private || address_is_public(address))
		return true;
	const uint16_t port = port_of(address);
	for (size_t i = 0; i < HTTP_PROXIES && !o->direct; i++)
		if (o->proxy_ports[i] && o->proxy_ports[i] == port)
			return true;
	return false;
}

/*
 * The last moment before anything is sent, and the only one at which the address is
 * certain: what a name meant when it was looked up before proves nothing.
 */
static curl_socket_t on_socket(
	void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct transfer *t = context;
	if (purpose != CURLSOCKTYPE_IPCXN ||
		!may_connect(&t->http->options, &address->addr)) {
		t->blocked = true;
		return CURL_SOCKET_BAD;
	}
	return socket(
		address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static void set_limits(struct transfer *t)
{
	const struct curl *c = &t->http->curl;
	CURL *e = t->http->easy;
	c->set(e, CURLOPT_NOSIGNAL, 1L);
	c->set(e, CURLOPT_PROTOCOLS_STR, "http,https");
	c->set(e, CURLOPT_FOLLOWLOCATION, 0L);
	c->set(e, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
	c->set(e, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
	c->set(e, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	c->set(e, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
	c->set(e, CURLOPT_MAXCONNECTS, 1L);
	c->set(e, CURLOPT_CONNECTTIMEOUT_MS, (long)HTTP_CONNECT_MS);
	c->set(e, CURLOPT_TIMEOUT_MS, (long)t->request->timeout_ms);
	c->set(e, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	c->set(e, CURLOPT_OPENSOCKETDATA, t);
	c->set(e, CURLOPT_NOPROGRESS, 0L);
	c->set(e, CURLOPT_XFERINFOFUNCTION, on_progress);
	c->set(e, CURLOPT_XFERINFODATA, t);
	if (t->http->options.direct)
		c->set(e, CURLOPT_NOPROXY, "*");
}

static struct curl_slist *headers_of(struct transfer *t)
{
	const struct curl *c = &t->http->curl;
	const struct http_request *q = t->request;
	struct curl_slist *list =
		c->list_add(NULL, arena_fmt(t->arena, "Accept: %s", q->accept).at);
	if (q->json.len)
		list = c->list_add(list, "Content-Type: application/json");
	if (q->json.len)
		list = c->list_add(list, "Expect:");
	if (q->bearer)
		list = c->list_add(list,
			arena_fmt(t->arena, "Authorization: Bearer %s", q->bearer).at);
	return list;
}

static void set_request(struct transfer *t, struct curl_slist *headers)
{
	const struct curl *c = &t->http->curl;
	CURL *e = t->http->easy;
	c->set(e, CURLOPT_URL, arena_cstr(t->arena, t->request->url->whole));
	c->set(e, CURLOPT_USERAGENT, t->http->options.agent);
	c->set(e, CURLOPT_HTTPHEADER, headers);
	c->set(e, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
	c->set(e, CURLOPT_ERRORBUFFER, t->why);
	c->set(e, CURLOPT_WRITEFUNCTION, on_body);
	c->set(e, CURLOPT_WRITEDATA, t);
	c->set(e, CURLOPT_HEADERFUNCTION, on_header);
	c->set(e, CURLOPT_HEADERDATA, t);
	if (t->request->json.len) {
		c->set(e, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)t->request->json.len);
		c->set(e, CURLOPT_POSTFIELDS, t->request->json.at);
	} else {
		c->set(e, CURLOPT_HTTPGET, 1L);
	}
}

static bool say_blocked(const struct http *h, const struct url *u, struct error *err)
{
	if (h->options.only_loopback)
		return error_set(err, ERROR_USAGE, "%" PRI_STR " is not this machine",
			ARG_STR(u->host));
	return error_set(err, ERROR_USAGE,
		"%" PRI_STR " is an address of this machine or a private network; "
		"--allow-private reads it all the same",
		ARG_STR(u->host));
}

static bool say_limit(const struct transfer *t, struct error *err)
{
	const double mega = (double)t->request->max_bytes / (1024 * 1024);
	if (t->too_many_headers)
		return error_set(err, ERROR_LIMIT,
			"sent more than %d kB of headers; a page sends a few",
			HTTP_HEADER_MAX / 1024);
	return error_set(err, ERROR_LIMIT,
		"sent more than %.3g MB after decompression; nothing of it was kept",
		mega);
}

// What libcurl found, in words for the person who gave the address.
static bool say_failed(const struct transfer *t, CURLcode code, struct error *err)
{
	const struct url *u = t->request->url;
	const char *why = t->why[0] ? t->why : "libcurl does not say why";
	switch ((int)code) {
	case CURLE_ABORTED_BY_CALLBACK:
		return error_set(err, ERROR_SYSTEM, "interrupted");
	case CURLE_COULDNT_RESOLVE_HOST:
		return error_set(err, ERROR_SYSTEM,
			"no machine is known by the name %" PRI_STR
			"; see whether the address is spelled right",
			ARG_STR(u->host));
	case CURLE_COULDNT_CONNECT:
		return error_set(err, ERROR_SYSTEM,
			"nothing answers at %" PRI_STR " on port %u", ARG_STR(u->host),
			u->port);
	case CURLE_OPERATION_TIMEDOUT:
		return error_set(err, ERROR_LIMIT,
			"gave no complete answer within %lld seconds",
			(long long)(t->request->timeout_ms / 1000));
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CONNECT_ERROR:
		return error_set(err, ERROR_SYSTEM,
			"its certificate cannot be trusted, so nobody knows who answers "
			"(%s)",
			why);
	case CURLE_PARTIAL_FILE:
	case CURLE_GOT_NOTHING:
	case CURLE_RECV_ERROR:
	case CURLE_BAD_CONTENT_ENCODING:
	case CURLE_WEIRD_SERVER_REPLY:
		return error_set(err, ERROR_FORMAT,
			"broke off or garbled its answer (%s); try again later", why);
	default:
		return error_set(err, ERROR_SYSTEM, "could not be read (%s)", why);
	}
}

static bool peer_is_private(const struct http *h)
{
	const char *text = NULL;
	struct sockaddr_in v4 = { .sin_family = AF_INET };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
	if (h->curl.get(h->easy, CURLINFO_PRIMARY_IP, &text) != CURLE_OK || !text)
		return false;
	if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
		return !address_is_public((const struct sockaddr *)&v4);
	return inet_pton(AF_INET6, text, &v6.sin6_addr) == 1 &&
	       !address_is_public((const struct sockaddr *)&v6);
}

static int64_t time_of(const struct http *h)
{
	curl_off_t us = 0;
	(void)h->curl.get(h->easy, CURLINFO_TOTAL_TIME_T, &us); // 0 if it does not know
	return (int64_t)us / 1000;
}

static bool finish(struct transfer *t, CURLcode code, struct error *err)
{
	const struct curl *c = &t->http->curl;
	struct http_reply *r = t->reply;
	long status = 0;
	r->took_ms = time_of(t->http);
	if (t->blocked && code == CURLE_COULDNT_CONNECT)
		return say_blocked(t->http, t->request->url, err);
	const bool cut = t->too_long && t->request->cut;
	if ((t->too_long && !cut) || t->too_many_headers)
		return say_limit(t, err);
	if (code != CURLE_OK && !cut)
		return say_failed(t, code, err);
	c->get(t->http->easy, CURLINFO_RESPONSE_CODE, &status);
	r->status = (int)status;
	r->body = arena_str(t->arena, buf_str(&t->body));
	r->is_cut = cut;
	r->is_private = peer_is_private(t->http);
	return true;
}

bool http_fetch(struct http *h, const struct http_request *q, struct arena *a,
	struct http_reply *out, struct error *err)
{
	struct transfer t = { .http = h, .request = q, .reply = out, .arena = a };
	*out = (struct http_reply){ 0 };
	if (url_is_local(q->url) && !h->options.allow_private &&
		!h->options.only_loopback)
		return say_blocked(h, q->url, err);
	set_limits(&t);
	struct curl_slist *headers = headers_of(&t);
	set_request(&t, headers);
	const CURLcode code = h->curl.perform(h->easy);
	const bool ok = finish(&t, code, err);
	h->curl.list_free(headers);
	buf_done(&t.body);
	return ok;
}

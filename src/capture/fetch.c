#include "capture/fetch.h"

static const char ACCEPT_PAGE[] = "text/html, application/xhtml+xml;q=0.9";
static const char ACCEPT_ANY[] = "*/*";

static bool is_redirect(const struct http_reply *r)
{
	return (r->status == 301 || r->status == 302 || r->status == 303 ||
		       r->status == 307 || r->status == 308) &&
	       r->location.len;
}

// One request, after the pause that is due.
static bool ask(struct fetching *f, const struct http_request *q, struct http_reply *out,
	struct error *err)
{
	if (f->asked_before && !http_pause(f->http, f->pause_ms))
		return error_set(err, ERROR_SYSTEM, "interrupted");
	f->asked_before = true;
	const bool ok = http_fetch(f->http, q, f->arena, out, err);
	f->pause_ms = ok && out->is_private ? 0 : CAPTURE_PAUSE_MS;
	return ok;
}

// The next address of a chain of redirects.
static bool hop(struct fetching *f, struct url *url, struct str location, size_t hops,
	struct error *err)
{
	struct url next;
	if (hops == CAPTURE_REDIRECTS)
		return error_set(err, ERROR_LIMIT,
			"redirects more than %d times; the last address was %" PRI_STR,
			CAPTURE_REDIRECTS, ARG_STR(str_cut(url->whole, 0, 200)));
	if (!url_resolve(url, location, f->arena, &next, err))
		return error_add(err, "redirects to an address that is not read here");
	if (url->secure && !next.secure)
		return error_set(err, ERROR_USAGE,
			"redirects from https to http, where anybody on the way could "
			"change the page; ask for %" PRI_STR " yourself if you mean it",
			ARG_STR(str_cut(next.whole, 0, 200)));
	*url = next;
	return true;
}

static struct error read_robots(
	struct fetching *f, const struct url *site, struct robots *out)
{
	struct error err = { 0 };
	struct url url = { 0 };
	struct http_reply reply = { 0 };
	const struct http_request q = { .url = &url,
		.accept = "text/plain, */*;q=0.5",
		.max_bytes = ROBOTS_MAX,
		.cut = true,
		.timeout_ms = f->timeout_ms };
	*out = (struct robots){ .nothing = true };
	if (!url_resolve(site, S("/robots.txt"), f->arena, &url, &err))
		return err;
	for (size_t hops = 0;; hops++) {
		if (!ask(f, &q, &reply, &err))
			return err;
		if (!is_redirect(&reply))
			break;
		// Section 2.3.1.2: a chain that does not end counts as no file.
		if (!hop(f, &url, reply.location, hops, &(struct error){ 0 })) {
			reply.status = 404;
			break;
		}
	}
	if (reply.status == 429 || reply.status >= 500 || reply.status < 200)
		(void)error_set(&err, ERROR_SYSTEM,
			"robots.txt answers %d, so nobody knows what may be read; try "
			"again later",
			reply.status);
	else if (reply.status == 200)
		robots_read(reply.body, S(CAPTURE_AGENT), f->arena, out);
	else
		out->nothing = false; // no file: everything may be read
	return err;
}

static void note_delay(struct fetching *f, const struct site *s)
{
	if (s->robots.delay_ms > CAPTURE_PAUSE_MAX_MS)
		notes_add(f->notes,
			"robots.txt of %" PRI_STR " asks for %lld seconds between "
			"requests; Candor waits %d.",
			ARG_STR(s->name), (long long)(s->robots.delay_ms / 1000),
			CAPTURE_PAUSE_MAX_MS / 1000);
}

const struct site *fetch_site(struct fetching *f, const struct url *url)
{
	for (size_t i = 0; i < f->site_count; i++)
		if (str_eq(f->sites[i].name, url->site))
			return &f->sites[i];
	f->sites = arena_more(
		f->arena, f->sites, f->site_count, &f->site_room, sizeof *f->sites);
	struct site *s = &f->sites[f->site_count++];
	*s = (struct site){ .name = url->site };
	s->why = read_robots(f, url, &s->robots);
	note_delay(f, s);
	return s;
}

// Whether the site lets us read this address; the pause before it is as long as it asks.
static bool may_read(
	struct fetching *f, const struct url *url, bool *refused, struct error *err)
{
	const struct site *s = fetch_site(f, url);
	if (s->why.code) {
		*err = s->why;
		*refused = s->why.code == ERROR_USAGE;
		return false;
	}
	if (s->robots.delay_ms > f->pause_ms)
		f->pause_ms = s->robots.delay_ms < CAPTURE_PAUSE_MAX_MS
				      ? s->robots.delay_ms
				      : CAPTURE_PAUSE_MAX_MS;
	if (robots_allows(&s->robots, url->path))
		return true;
	*refused = true;
	return error_set(err, ERROR_USAGE,
		"robots.txt of %" PRI_STR " asks programs not to read this page; if you "
		"may, save it from your browser",
		ARG_STR(str_cut(url->site, 0, 120)));
}

static bool say_status(int status, struct error *err)
{
	if (status == 404 || status == 410)
		return error_set(err, ERROR_USAGE,
			"answers %d: there is no such page (any more); see whether the "
			"address is spelled right",
			status);
	if (status == 401 || status == 403 || status == 407)
		return error_set(err, ERROR_SYSTEM,
			"answers %d: it wants a login or keeps programs out; save it "
			"from your browser if you may",
			status);
	if (status == 429)
		return error_set(err, ERROR_SYSTEM,
			"answers 429: too many requests; try again tomorrow");
	if (status >= 500)
		return error_set(err, ERROR_SYSTEM,
			"answers %d: its server has a fault; try again later", status);
	return error_set(err, ERROR_SYSTEM, "answers %d, which is no page", status);
}

static bool is_page(const struct http_reply *r, struct error *err)
{
	if (str_eq(r->type, S("text/html")) ||
		str_eq(r->type, S("application/xhtml+xml")))
		return true;
	return error_set(err, ERROR_FORMAT,
		"is %" PRI_STR ", no HTML page; save the file itself there if it "
		"matters",
		ARG_STR(r->type.len ? str_cut(r->type, 0, 80) : S("of no stated kind")));
}

bool fetch(struct fetching *f, const struct url *url, enum fetch_kind kind,
	struct fetched *out, struct error *err)
{
	const bool page = kind == FETCH_PAGE;
	*out = (struct fetched){ .url = *url };
	const struct http_request q = { .url = &out->url,
		.accept = page ? ACCEPT_PAGE : ACCEPT_ANY,
		.max_bytes = page ? CAPTURE_PAGE_MAX : CAPTURE_SITEMAP_MAX,
		.timeout_ms = f->timeout_ms };
	for (size_t hops = 0;; hops++) {
		if (!may_read(f, &out->url, &out->refused, err))
			return false;
		if (!ask(f, &q, &out->reply, err)) {
			out->refused = err->code == ERROR_USAGE;
			return false;
		}
		if (!is_redirect(&out->reply))
			break;
		if (!hop(f, &out->url, out->reply.location, hops, err)) {
			out->refused = err->code == ERROR_USAGE;
			return false;
		}
	}
	if (out->reply.status != 200)
		return say_status(out->reply.status, err);
	return !page || is_page(&out->reply, err);
}

#include "capture/capture.h"

#include "capture/keep.h"
#include "capture/list.h"

struct capturing {
	const struct capture_options *options;
	struct capture_result *result;
	struct arena *arena;
	struct fetching fetching;
	struct keep keep;
	struct map addresses; // whole ones, each once, in order
};

const char *captured_state_name(enum captured_state s)
{
	static const char *const NAMES[CAPTURED_STATES] = { "new", "changed", "same",
		"refused", "failed", "left" };
	return NAMES[s];
}

static bool is_stopped(const struct capturing *c)
{
	const struct http_options *o = &c->options->http;
	return o->stop && o->stop(o->context);
}

static struct captured *add_result(struct capturing *c, struct str asked)
{
	struct capture_result *r = c->result;
	r->at = arena_more(c->arena, r->at, r->count, &r->room, sizeof *r->at);
	struct captured *one = &r->at[r->count++];
	*one = (struct captured){ .state = CAPTURED_FAILED, .asked = asked };
	return one;
}

// What is behind "; " in a message is what to do about it.
static void give_reason(struct capturing *c, struct captured *one, struct str text)
{
	const size_t cut = str_find(text, S("; "), 0);
	one->reason = arena_str(c->arena, str_cut(text, 0, cut));
	if (cut != STR_NONE)
		one->repair = arena_str(c->arena, str_from(text, cut + 2));
}

static void capture_one(struct capturing *c, struct str address)
{
	struct captured *one = add_result(c, address);
	struct error err = { 0 };
	struct url url;
	struct fetched page = { 0 };
	if (!url_read(address, c->arena, &url, &err)) {
		one->state = CAPTURED_REFUSED;
	} else if (!fetch(&c->fetching, &url, FETCH_PAGE, &page, &err)) {
		one->state = page.refused ? CAPTURED_REFUSED : CAPTURED_FAILED;
	} else {
		one->url = page.url.whole;
		(void)keep_page(&c->keep, url.whole, &page, c->options->today, one, &err);
	}
	if (err.code && is_stopped(c))
		one->state = CAPTURED_LEFT;
	else if (err.code && one->state != CAPTURED_REFUSED)
		one->state = CAPTURED_FAILED;
	if (err.code)
		give_reason(c, one, str_of(err.text));
}

// "shiftly.example/pricing" is what people type.
static struct str whole_address(struct capturing *c, struct str said)
{
	struct url url;
	struct error ignored = { 0 }; // told when its turn comes
	if (str_find(said, S(":"), 0) == STR_NONE ||
		(str_find(said, S("://"), 0) == STR_NONE &&
			str_find_byte(said, '.', 0) < str_find_byte(said, ':', 0)))
		said = arena_fmt(c->arena, "https://%" PRI_STR, ARG_STR(said));
	return url_read(said, c->arena, &url, &ignored) ? url.whole : said;
}

// The pages the sites list, in place of the addresses that named the sites.
static void take_sitemaps(struct capturing *c)
{
	const struct capture_options *o = c->options;
	for (size_t i = 0; i < o->address_count && !is_stopped(c); i++) {
		struct page_list pages;
		struct error err = { 0 };
		struct url url;
		const struct str said = whole_address(c, o->addresses[i]);
		const size_t left = o->pages - c->addresses.count;
		if (o->progress)
			o->progress(o->context, 0, o->address_count, said);
		if (!left)
			return;
		if (!url_read(said, c->arena, &url, &err) ||
			!list_pages(&c->fetching, &url, left, &pages, &err)) {
			struct captured *one = add_result(c, said);
			give_reason(c, one, str_of(err.text));
			continue;
		}
		for (size_t k = 0; k < pages.count; k++)
			(void)map_add(&c->addresses, pages.at[k]);
	}
}

static void take_addresses(struct capturing *c)
{
	const struct capture_options *o = c->options;
	for (size_t i = 0; i < o->address_count; i++)
		(void)map_add(&c->addresses, whole_address(c, o->addresses[i]));
}

static void capture_all(struct capturing *c)
{
	const struct capture_options *o = c->options;
	const struct map *all = &c->addresses;
	for (size_t i = 0; i < all->count; i++) {
		if (is_stopped(c)) {
			add_result(c, all->keys[i])->state = CAPTURED_LEFT;
			continue;
		}
		if (o->progress)
			o->progress(o->context, i, all->count, all->keys[i]);
		capture_one(c, all->keys[i]);
	}
}

static void count(struct capturing *c)
{
	struct capture_result *r = c->result;
	for (size_t i = 0; i < r->count; i++) {
		const enum captured_state s = r->at[i].state;
		r->kept += s == CAPTURED_NEW || s == CAPTURED_CHANGED;
		r->same += s == CAPTURED_SAME;
	}
	r->not_kept = r->count - r->kept - r->same;
	r->interrupted = is_stopped(c);
}

bool capture_run(const struct capture_options *options, struct arena *a,
	struct capture_result *out, struct error *err)
{
	*out = (struct capture_result){ .notes = { .arena = a } };
	struct capturing c = { .options = options,
		.result = out,
		.arena = a,
		.addresses = { .arena = a },
		.keep = { .arena = a, .root = options->root, .folder = options->folder },
		.fetching = { .arena = a,
			.timeout_ms = options->timeout_ms,
			.notes = &out->notes } };
	if (!http_open(&options->http, &c.fetching.http, err))
		return false;
	const bool ok = keep_open(&c.keep, err);
	if (ok && options->sitemap)
		take_sitemaps(&c);
	else if (ok)
		take_addresses(&c);
	if (ok) {
		capture_all(&c);
		count(&c);
	}
	http_close(c.fetching.http);
	return ok;
}

#include "capture/list.h"

#include <stdlib.h>

enum {
	SITEMAPS_MAX = 20,  // of one index
	LISTED_MAX = 50000, // addresses looked at, as many as one sitemap may have
	RANK_OTHER = 50,
	RANK_DEEPER = 10, // for each folder
	RANK_QUERY = 500,
};

// Words in a path, and where they put a page.
static const struct {
	struct str word;
	int rank;
} WORDS[] = {
	{ STR_INIT("pricing"), 1 },
	{ STR_INIT("prices"), 1 },
	{ STR_INIT("plans"), 1 },
	{ STR_INIT("preise"), 1 },
	{ STR_INIT("product"), 2 },
	{ STR_INIT("products"), 2 },
	{ STR_INIT("produkt"), 2 },
	{ STR_INIT("produkte"), 2 },
	{ STR_INIT("platform"), 2 },
	{ STR_INIT("features"), 2 },
	{ STR_INIT("funktionen"), 2 },
	{ STR_INIT("how-it-works"), 2 },
	{ STR_INIT("compare"), 3 },
	{ STR_INIT("comparison"), 3 },
	{ STR_INIT("vergleich"), 3 },
	{ STR_INIT("vs"), 3 },
	{ STR_INIT("alternatives"), 3 },
	{ STR_INIT("alternative"), 3 },
	{ STR_INIT("why"), 3 },
	{ STR_INIT("warum"), 3 },
	{ STR_INIT("solutions"), 4 },
	{ STR_INIT("loesungen"), 4 },
	{ STR_INIT("use-cases"), 4 },
	{ STR_INIT("customers"), 5 },
	{ STR_INIT("kunden"), 5 },
	{ STR_INIT("about"), 6 },
	{ STR_INIT("security"), 6 },
	{ STR_INIT("blog"), 200 },
	{ STR_INIT("news"), 200 },
	{ STR_INIT("press"), 200 },
	{ STR_INIT("events"), 200 },
	{ STR_INIT("docs"), 300 },
	{ STR_INIT("help"), 300 },
	{ STR_INIT("support"), 300 },
	{ STR_INIT("careers"), 400 },
	{ STR_INIT("jobs"), 400 },
	{ STR_INIT("legal"), 400 },
	{ STR_INIT("privacy"), 400 },
	{ STR_INIT("terms"), 400 },
	{ STR_INIT("imprint"), 400 },
	{ STR_INIT("impressum"), 400 },
	{ STR_INIT("login"), 400 },
	{ STR_INIT("tag"), 400 },
	{ STR_INIT("author"), 400 },
};

// Whether `word` stands in a part of a path: "acme-vs-shiftly" has "vs".
static bool has_word(struct str part, struct str word)
{
	for (size_t at = 0; (at = str_find_nocase(part, word, at)) != STR_NONE; at++) {
		const size_t end = at + word.len;
		if ((!at || !byte_is_word(part.at[at - 1])) &&
			(end == part.len || !byte_is_word(part.at[end])))
			return true;
	}
	return false;
}

static int rank_of_part(struct str part)
{
	int best = RANK_OTHER;
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (has_word(part, WORDS[i].word) &&
			(best == RANK_OTHER || WORDS[i].rank > best))
			best = WORDS[i].rank;
	return best;
}

int list_rank(struct str path)
{
	struct str rest = str_cut(path, 0, str_find_byte(path, '?', 0)), part;
	int rank = 0, depth = 0, worst = 0;
	while (str_split(&rest, '/', &part)) {
		if (!part.len)
			continue;
		const int now = rank_of_part(part);
		// The first folder says what the page is about, a post is one wherever.
		rank = depth ? rank : now;
		worst = now > worst ? now : worst;
		depth++;
	}
	if (!depth)
		return 0;
	if (worst > RANK_OTHER)
		rank = worst;
	const bool asks = str_find_byte(path, '?', 0) != STR_NONE;
	return rank + RANK_DEEPER * (depth - 1) + (asks ? RANK_QUERY : 0);
}

struct ranked {
	int rank;
	struct str whole;
};

static int by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->whole.len != y->whole.len)
		return x->whole.len < y->whole.len ? -1 : 1;
	return str_cmp(x->whole, y->whole);
}

struct listing {
	struct fetching *f;
	const struct url *start;
	struct map pages; // whole addresses, each once
	size_t elsewhere; // addresses of other hosts
	size_t sitemaps;
};

static bool is_sitemap(struct str path)
{
	return str_find_nocase(path_name(path), S("sitemap"), 0) != STR_NONE &&
	       (str_ends_nocase(path, S(".xml")) || str_ends_nocase(path, S(".gz")) ||
		       str_ends_nocase(path, S(".txt")));
}

static bool read_sitemap(
	struct listing *l, const struct url *url, struct sitemap *out, struct error *err)
{
	struct fetched got;
	if (!fetch(l->f, url, FETCH_SITEMAP, &got, err))
		return error_add(err, "%" PRI_STR, ARG_STR(str_cut(url->whole, 0, 150)));
	struct str text = got.reply.body;
	if ((gzip_is(text) &&
		    !gzip_read(text, CAPTURE_SITEMAP_MAX, l->f->arena, &text, err)) ||
		!sitemap_read(text, LISTED_MAX, l->f->arena, out, err))
		return error_add(err, "%" PRI_STR, ARG_STR(str_cut(url->whole, 0, 150)));
	if (out->cut)
		notes_add(l->f->notes,
			"%" PRI_STR " lists more than %d pages; the first %d were looked "
			"at.",
			ARG_STR(str_cut(url->whole, 0, 150)), LISTED_MAX, LISTED_MAX);
	return true;
}

static void take_pages(struct listing *l, const struct sitemap *s)
{
	for (size_t i = 0; i < s->count && l->pages.count < LISTED_MAX; i++) {
		struct url url;
		struct error ignored = { 0 }; // what is no address is no page
		if (!url_read(s->pages[i], l->f->arena, &url, &ignored))
			continue;
		if (url_same_host(&url, l->start))
			(void)map_add(&l->pages, url.whole);
		else
			l->elsewhere++;
	}
}

// A sitemap, or the sitemaps an index lists; an index within an index is not followed.
static bool take_sitemap(struct listing *l, const struct url *url, struct error *err)
{
	struct sitemap s = { 0 }, part = { 0 };
	if (!read_sitemap(l, url, &s, err))
		return false;
	if (!s.is_index) {
		take_pages(l, &s);
		return true;
	}
	for (size_t i = 0; i < s.count && l->sitemaps < SITEMAPS_MAX; i++) {
		struct url child;
		struct error why = { 0 };
		if (!url_read(s.pages[i], l->f->arena, &child, &why) ||
			!url_same_host(&child, l->start))
			continue;
		l->sitemaps++;
		if (!read_sitemap(l, &child, &part, &why))
			notes_add(l->f->notes, "The sitemap %s.", why.text);
		else if (!part.is_index)
			take_pages(l, &part);
	}
	if (s.count > SITEMAPS_MAX)
		notes_add(l->f->notes,
			"%" PRI_STR " lists %zu sitemaps; the first %d were read.",
			ARG_STR(str_cut(url->whole, 0, 150)), s.count, SITEMAPS_MAX);
	return true;
}

// Where the site keeps its sitemap.
static bool find_sitemap(struct listing *l, struct url *out, struct error *err)
{
	if (is_sitemap(l->start->path)) {
		*out = *l->start;
		return true;
	}
	const struct site *site = fetch_site(l->f, l->start);
	for (size_t i = 0; i < site->robots.sitemap_count; i++) {
		struct error ignored = { 0 }; // another one, or the usual place, may do
		if (url_read(site->robots.sitemaps[i], l->f->arena, out, &ignored) &&
			url_same_host(out, l->start))
			return true;
	}
	return url_resolve(l->start, S("/sitemap.xml"), l->f->arena, out, err);
}

static void take_best(struct listing *l, size_t max, struct page_list *out)
{
	struct arena *a = l->f->arena;
	struct ranked *all = ARENA_ARRAY(a, struct ranked, l->pages.count + 1);
	for (size_t i = 0; i < l->pages.count; i++) {
		struct url url;
		struct error never = { 0 }; // it was read before
		(void)url_read(l->pages.keys[i], a, &url, &never);
		all[i] = (struct ranked){ list_rank(url.path), url.whole };
	}
	qsort(all, l->pages.count, sizeof *all, by_rank);
	for (size_t i = 0; i < l->pages.count && i < max; i++) {
		out->at = arena_more(a, out->at, out->count, &out->room, sizeof *out->at);
		out->at[out->count++] = all[i].whole;
	}
	if (l->pages.count > max)
		notes_add(l->f->notes,
			"The sitemap of %" PRI_STR " lists %zu pages; the %zu that say "
			"most about the vendor were taken, --pages takes more.",
			ARG_STR(l->start->site), l->pages.count, max);
	if (l->elsewhere)
		notes_add(l->f->notes,
			"%zu %s in the sitemap of %" PRI_STR
			" on other hosts %s left out.",
			l->elsewhere, l->elsewhere == 1 ? "address" : "addresses",
			ARG_STR(l->start->site), l->elsewhere == 1 ? "was" : "were");
}

bool list_pages(struct fetching *f, const struct url *start, size_t max,
	struct page_list *out, struct error *err)
{
	struct listing l = { .f = f, .start = start, .pages = { .arena = f->arena } };
	struct url sitemap;
	*out = (struct page_list){ 0 };
	if (!find_sitemap(&l, &sitemap, err))
		return false;
	if (!is_sitemap(start->path))
		(void)map_add(&l.pages, start->whole);
	if (!take_sitemap(&l, &sitemap, err))
		return false;
	take_best(&l, max, out);
	return true;
}

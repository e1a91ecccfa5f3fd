// What a site says to programs: addresses, robots.txt, sitemaps, packed files.  The first
// byte chooses.
#include <stdlib.h>

#include "net/net.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_url(const struct url *u, struct arena *a)
{
	struct url again;
	struct error err = { 0 };
	if (u->whole.len > URL_MAX || !u->path.len || u->path.at[0] != '/' ||
		!u->host.len)
		abort();
	for (size_t i = 0; i < u->whole.len; i++)
		if ((unsigned char)u->whole.at[i] <= ' ' || u->whole.at[i] == '"' ||
			u->whole.at[i] == '<' || u->whole.at[i] == '#' ||
			u->whole.at[i] == '\\')
			abort();
	if (!url_read(u->whole, a, &again, &err) || !str_eq(again.whole, u->whole) ||
		again.port != u->port || again.secure != u->secure)
		abort(); // reading what we wrote changes nothing
}

static void read_url(struct str in, struct arena *a)
{
	struct url base, u;
	struct error err = { 0 };
	if (url_read(in, a, &u, &err))
		check_url(&u, a);
	if (!url_read(S("https://x.example/a/b?c"), a, &base, &err))
		abort();
	if (url_resolve(&base, in, a, &u, &err))
		check_url(&u, a);
}

static void read_robots(struct str in, struct arena *a)
{
	struct robots r;
	robots_read(in, S("Candor"), a, &r);
	if (r.count > ROBOTS_RULES_MAX || r.sitemap_count > ROBOTS_SITEMAPS_MAX ||
		r.delay_ms < 0 || !robots_allows(&r, S("/robots.txt")))
		abort();
	(void)robots_allows(&r, S("/a/b/c?d=e&f=http://x"));
	(void)robots_allows(&r, str_cut(in, 0, 200));
}

static void read_sitemap(struct str in, struct arena *a)
{
	enum { MOST = 20 };
	struct sitemap s;
	struct str out;
	struct error err = { 0 };
	if (sitemap_read(in, MOST, a, &s, &err))
		for (size_t i = 0; i < s.count; i++)
			if (!s.pages[i].len || s.count > MOST)
				abort();
	if (gzip_read(in, 1 << 16, a, &out, &err) && out.len > 1 << 16)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	if (!len)
		return 0;
	const struct str in = { (const char *)bytes + 1, len - 1 };
	if (bytes[0] % 3 == 0)
		read_url(in, &a);
	else if (bytes[0] % 3 == 1)
		read_robots(in, &a);
	else
		read_sitemap(in, &a);
	arena_free(&a);
	return 0;
}

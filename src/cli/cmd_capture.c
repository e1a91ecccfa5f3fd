#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/list.h"
#include "cli/run.h"

static const struct option_row OPTIONS[] = {
	{ "sitemap", 0, NULL, NULL,
		"the pages that each site's sitemap lists, most telling first" },
	{ "pages", 0, "N", NULL, "with --sitemap: how many at most (20; up to 200)" },
	{ "timeout", 0, "SECONDS", NULL, "how long one page may take (30; up to 300)" },
	{ "allow-private", 0, NULL, NULL,
		"also addresses of this machine and of private networks" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor capture shiftly shiftly.example shiftly.example/pricing",
		"two pages, as they are today" },
	{ "candor capture shiftly --sitemap --pages 40 https://shiftly.example/",
		"the 40 pages that say most about the vendor" },
	{ "candor capture shiftly shiftly.example --format json",
		"what was saved and what changed, for a script" },
	{ 0 },
};

// The name of a folder and nothing else: no slash, no dot in front, no blank.
static bool is_id(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!byte_is_word(id.at[i]) && id.at[i] != '-' && id.at[i] != '.')
			return false;
	return id.len && id.len <= 60 && utf8_valid(id) && id.at[0] != '.' &&
	       id.at[0] != '-' && id.at[id.len - 1] != '.';
}

static bool looks_like_address(struct str word)
{
	return str_find(word, S("://"), 0) != STR_NONE ||
	       str_find_byte(word, '/', 0) != STR_NONE;
}

// The competitor that the first word names, known or new.
static bool find_rival(const struct workspace *ws, const char *said,
	struct capture_page *page, struct error *err)
{
	const struct str word = str_of(said);
	const size_t v = vendors_find(&ws->vendors, word);
	struct near near = { .word = word };
	if (looks_like_address(word))
		return error_set(err, ERROR_USAGE,
			"whose page is it? Name the competitor first: candor capture ID "
			"%.200s",
			said);
	if (v != MAP_NONE && ws->vendors.at[v].kind == VENDOR_RIVAL) {
		page->rival = ws->vendors.at[v].id;
		page->name = ws->vendors.at[v].name;
		page->known = true;
	} else if (is_id(word)) {
		page->rival = config_id(ws->arena, word);
		page->name = word;
	}
	if (!is_id(page->rival))
		return error_set(err, ERROR_USAGE,
			"'%.60s' cannot name a folder below competitors/: use letters, "
			"digits, hyphens and dots, as in 'shiftly'",
			said);
	for (size_t i = 0; i < ws->vendors.count && !page->known; i++)
		if (ws->vendors.at[i].kind == VENDOR_RIVAL)
			near_try(&near, ws->vendors.at[i].id);
	if (!page->known && near_found(&near))
		page->near = near.best;
	return true;
}

// Where its pages lie already; else competitors/ID.
static struct str folder_of(const struct workspace *ws, struct str rival)
{
	const struct str inner = arena_fmt(ws->arena, "/%" PRI_STR "/", ARG_STR(rival));
	for (size_t i = 0; i < ws->source_count; i++) {
		const struct source *s = &ws->sources[i];
		const size_t at = str_find(s->path, inner, 0);
		if (s->role == ROLE_RIVAL && str_eq(s->rival, rival) && at != STR_NONE)
			return str_cut(s->path, 0, at + inner.len - 1);
	}
	return arena_fmt(ws->arena, "competitors/%" PRI_STR, ARG_STR(rival));
}

/*
 * libcurl reads these variables itself; a proxy may have a private address, so its port
 * is the one exception to the rule against them.
 */
static void expect_proxies(struct http_options *http)
{
	static const char *const NAMES[HTTP_PROXIES] = { "http_proxy", "https_proxy",
		"HTTPS_PROXY", "ALL_PROXY" };
	for (size_t i = 0; i < HTTP_PROXIES; i++) {
		const struct str said = str_trim(str_of(getenv(NAMES[i])));
		const size_t scheme = str_find(said, S("://"), 0);
		struct str host = str_from(said, scheme == STR_NONE ? 0 : scheme + 3);
		host = str_cut(host, 0, str_find_byte(host, '/', 0));
		size_t colon = STR_NONE;
		for (size_t k = 0; k < host.len; k++)
			colon = host.at[k] == ':' ? k : colon;
		int64_t port = 1080; // libcurl's own for a proxy that names none
		if (colon != STR_NONE)
			(void)str_to_int(str_from(host, colon + 1), &port); // else 1080
		if (said.len && port > 0 && port <= 65535)
			http->proxy_ports[i] = (uint16_t)port;
	}
}

static bool stops(void *context)
{
	(void)context;
	return run_interrupted();
}

static void show(void *context, size_t done, size_t total, struct str address)
{
	const struct cli *cli = context;
	struct arena a = { 0 };
	if (isatty(STDERR_FILENO) && !cli_value(cli, "quiet"))
		fprintf(stderr, "\r\033[K%zu of %zu: %" PRI_STR, done + 1, total,
			ARG_STR(utf8_safe(&a, address, 60)));
	arena_free(&a);
}

static bool read_options(struct cli *cli, struct capture_options *o, struct error *err)
{
	int64_t pages = 0, seconds = 0;
	if (!cli_number(cli, "pages", 1, CAPTURE_PAGES_MAX, CAPTURE_PAGES, &pages, err) ||
		!cli_number(cli, "timeout", 1, 300, 30, &seconds, err))
		return false;
	if (cli_value(cli, "pages") && !cli_value(cli, "sitemap"))
		return error_set(err, ERROR_USAGE,
			"--pages says how many pages of a sitemap are taken; add "
			"--sitemap");
	o->pages = (size_t)pages;
	o->timeout_ms = seconds * 1000;
	o->sitemap = cli_value(cli, "sitemap") != NULL;
	o->http.allow_private = cli_value(cli, "allow-private") != NULL;
	o->http.agent = "Candor/" CANDOR_VERSION
			" (a page saved at a person's request; to refuse it, disallow "
			"\"" CAPTURE_AGENT "\" in robots.txt)";
	o->http.stop = stops;
	expect_proxies(&o->http);
	o->address_count = cli->word_count - 1;
	o->addresses = ARENA_ARRAY(cli->arena, struct str, cli->word_count);
	for (size_t i = 1; i < cli->word_count; i++)
		o->addresses[i - 1] = str_of(cli->words[i]);
	return true;
}

static int capture(struct cli *cli, const struct workspace *ws, struct capture_options *o,
	struct capture_page *page, struct error *err)
{
	struct capture_result *result = ARENA_NEW(cli->arena, struct capture_result);
	o->root = arena_cstr(cli->arena, ws->root);
	o->folder = page->folder;
	o->today = ws->as_of;
	o->progress = show;
	o->context = cli;
	(void)signal(SIGPIPE, SIG_IGN); // a server that hangs up is an error like others
	const bool ok = capture_run(o, cli->arena, result, err);
	if (isatty(STDERR_FILENO) && !cli_value(cli, "quiet"))
		fputs("\r\033[K", stderr);
	if (!ok)
		return 2;
	page->result = result;
	if (cli_format_is(cli, "json"))
		capture_json(page, &cli->out);
	else
		capture_text(page, &cli->look, &cli->out);
	return result->interrupted ? 130 : result->not_kept ? 1 : 0;
}

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct capture_options options = { 0 };
	struct capture_page page = { .ws = &ws };
	if (cli->word_count < 2) {
		error_set(err, ERROR_USAGE,
			"capture wants a competitor and at least one address: candor "
			"capture shiftly https://shiftly.example/");
		return 2;
	}
	if (!read_options(cli, &options, err) || !cli_workspace(cli, 0, &ws, err) ||
		!find_rival(&ws, cli->words[0], &page, err))
		return 2;
	page.folder = folder_of(&ws, page.rival);
	return capture(cli, &ws, &options, &page, err);
}

const struct command cmd_capture = {
	.name = "capture",
	.usage = "ID URL... ",
	.answers = "what does a competitor say today?",
	.about =
		"Saves pages as competitors/ID/2025-11-20-pricing.html, with the day and "
		"the address they came from. Scripts are not run, and nothing in the "
		"saved file runs or loads anything. A page that says the same as its "
		"last copy is not saved again; the copy notes the day on which it was "
		"seen. An address without https:// gets it.\n"
		"This command opens connections: to the addresses you name, to where "
		"they redirect, and to robots.txt of each site, which it obeys. One "
		"request at a time, a second between two, no cookies, no credentials. "
		"Proxies are taken from the environment as curl does (http_proxy, "
		"https_proxy, ALL_PROXY, NO_PROXY).\n"
		"Exit status 1 when a page could not be saved; it never stops the "
		"others.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json",
	.run = run,
};

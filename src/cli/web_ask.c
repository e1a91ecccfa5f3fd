#include "cli/web_ask.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

// What functions write about; see value/said.h.
#define WEB_WANTS (WANTS(ROLE_COPY) | WANTS(ROLE_CALL))

const char *web_ask_path(
	const struct cli *cli, const struct web_ask *ask, const char *name)
{
	return arena_cstr(cli->arena, path_join(cli->arena, ask->ws.root, str_of(name)));
}

static bool window(const struct cli *cli, struct web_options *out, struct error *err)
{
	const char *since = cli_value(cli, "since");
	*out = (struct web_options){ 0 };
	if (!since)
		return true;
	if (!date_parse(str_of(since), DATE_UNSURE, &out->from))
		return error_set(err, ERROR_USAGE,
			"--since %s is not a day; write it as 2025-06-01", since);
	return true;
}

bool web_ask_order(const struct cli *cli, struct str root, struct web_order *out)
{
	const char *path =
		arena_cstr(cli->arena, path_join(cli->arena, root, S(WEB_ORDER_PATH)));
	struct error err = { 0 };
	struct file file = { 0 };
	*out = (struct web_order){ 0 };
	if (access(path, F_OK) != 0)
		return true;
	const bool ok =
		file_open(path, WEB_ORDER_BYTES_MAX, &file, &err) &&
		web_order_read(arena_str(cli->arena, file.bytes), cli->arena, out, &err);
	file_close(&file);
	if (ok)
		return true;
	*out = (struct web_order){ 0 };
	fprintf(stderr, "candor: " WEB_ORDER_PATH ": %s; the ring is drawn without it\n",
		err.text);
	return false;
}

static void web_ask_gifts(struct cli *cli, struct web_ask *ask)
{
	struct gifts *g = &ask->gifts;
	gifts_of(&ask->topics, g);
	struct web_gift *shown = ARENA_ARRAY(cli->arena, struct web_gift, g->count + 1);
	for (size_t i = 0; i < g->count; i++)
		shown[i] = (struct web_gift){ g->lines[i].gift->date, g->lines[i].to,
			g->lines[i].sentence, &g->lines[i].evidence, 1 };
	ask->page.ledger = shown;
	ask->page.ledger_count = g->count;
}

// What functions have to tell each other.
static void web_ask_bridges(struct cli *cli, struct web_ask *ask)
{
	struct bridges *b = &ask->bridges;
	const struct web_settings settings =
		web_settings_of(&ask->ws, &ask->traffic, cli_threads(cli));
	ground_of(&ask->ws, &ask->traffic, &ask->web, cli->arena, &ask->ground);
	topics_of(&ask->ground, &ask->topics);
	bridges_of(&ask->topics, &settings, b);
	struct web_bridge *shown =
		ARENA_ARRAY(cli->arena, struct web_bridge, b->count + 1);
	for (size_t i = 0; i < b->count; i++) {
		const struct web_link *l = &ask->web.links[b->at[i].link];
		shown[i] = (struct web_bridge){ l->a, l->b, b->at[i].sentence,
			b->at[i].evidence, b->at[i].evidence_count };
	}
	ask->page.bridges = shown;
	ask->page.bridge_count = b->count;
	moves_of(&ask->topics, b, &ask->moves);
	web_page_moves(&ask->page, &ask->moves, cli->arena);
	web_ask_gifts(cli, ask);
}

static void measure(struct cli *cli, struct web_ask *ask)
{
	web_needs_of(&ask->ws, &ask->traffic, cli->arena, &ask->needs);
	const struct web_settings settings =
		web_settings_of(&ask->ws, &ask->traffic, cli_threads(cli));
	web_run(&ask->traffic, &ask->needs, &settings, cli->arena, &ask->web);
}

// The same, and our own exchanges beside those of the window before.
static void measure_two(
	struct cli *cli, struct web_ask *ask, const struct web_options *options)
{
	struct arena scratch = { 0 };
	struct web_traffic before;
	web_traffic_two(&ask->ws, options, &ask->traffic, &scratch, &before);
	measure(cli, ask);
	const struct web_settings settings =
		web_settings_of(&ask->ws, &before, cli_threads(cli));
	if (ask->web.own != WEB_NONE && ask->web.circle.exchanges &&
		date_set(before.from))
		web_before(&before, &settings, cli->arena, &ask->web);
	arena_free(&scratch);
}

bool web_ask_open(struct cli *cli, bool compared, struct web_ask *ask, struct error *err)
{
	struct web_options options;
	*ask = (struct web_ask){ 0 };
	if (!window(cli, &options, err) || !cli_workspace(cli, WEB_WANTS, &ask->ws, err))
		return false;
	if (date_set(options.from) && options.from.days >= ask->ws.as_of.days)
		return error_set(err, ERROR_USAGE,
			"--since must be before the day of the web, %" PRI_STR,
			ARG_STR(date_str(cli->arena, ask->ws.as_of)));
	if (compared) {
		measure_two(cli, ask, &options);
	} else {
		web_traffic_of(&ask->ws, &options, &ask->traffic);
		measure(cli, ask);
	}
	const struct web_settings settings =
		web_settings_of(&ask->ws, &ask->traffic, cli_threads(cli));
	web_say_seen(&ask->ws, &ask->traffic, &settings, cli->arena, &ask->web);
	ask->order_is_bad = !web_ask_order(cli, ask->ws.root, &ask->order);
	uint32_t *order = ARENA_ARRAY(cli->arena, uint32_t, ask->web.node_count + 1);
	ask->order_is_new = web_order_settle(&ask->web, &ask->order, cli->arena, order);
	ask->page = (struct web_page){ .ws = &ask->ws,
		.web = &ask->web,
		.order = order,
		.matrix = cli_value(cli, "matrix") != NULL };
	ask->page.kinds =
		kinds_of_links(&ask->ws, &ask->traffic, &ask->web, &settings, cli->arena);
	web_ask_bridges(cli, ask);
	return true;
}

bool web_ask_keep_order(struct cli *cli, const struct web_ask *ask, struct error *err)
{
	const char *path = web_ask_path(cli, ask, WEB_ORDER_PATH);
	struct buf text = { 0 };
	if (!ask->order_is_new || ask->order_is_bad || ask->web.node_count < 2)
		return true;
	web_order_write(&ask->order, &text);
	const bool ok = file_make_folder(web_ask_path(cli, ask, "web"), err) &&
			file_write(path, buf_str(&text), err);
	buf_done(&text);
	return ok;
}

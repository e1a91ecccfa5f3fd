#include <unistd.h>

#include "cli/web_name.h"
#include "cli/web_words.h"
#include "report/report.h"
#include "value/value.h"

#define LEDGER "web/ledger.csv"

enum { LEDGER_BYTES_MAX = 1 << 24, WHAT_MAX = 300 };

// A function as people.csv or candor.yaml writes it.
static bool function_said(struct cli *cli, const struct web_ask *ask, const char *option,
	struct str *out, struct error *err)
{
	const struct str said = str_of(cli_value(cli, option));
	uint32_t f = 0;
	if (!web_name_function(cli, ask, said, &f, err))
		return error_add(err, "--%s", option);
	*out = ask->traffic.functions[f].id;
	return true;
}

static bool giver(
	struct cli *cli, const struct web_ask *ask, struct str *out, struct error *err)
{
	if (cli_value(cli, "from"))
		return function_said(cli, ask, "from", out, err);
	if (ask->web.own == WEB_NONE)
		return error_set(err, ERROR_USAGE,
			"who gives it? `--from FUNCTION`; people.csv names no product "
			"marketing");
	*out = ask->web.nodes[ask->web.own].id;
	return true;
}

struct known_ids {
	const struct ground *g;
	struct near near;
	bool found;
};

static void try_id(struct known_ids *k, struct str id)
{
	k->found |= str_eq_nocase(id, k->near.word);
	near_try(&k->near, id);
}

static void try_ids(struct known_ids *k)
{
	const struct records *r = &k->g->ws->records;
	for (size_t i = 0; i < r->roadmap.count; i++)
		try_id(k, r->roadmap.at[i].id);
	for (size_t i = 0; i < r->requests.count; i++)
		try_id(k, r->requests.at[i].id);
	for (size_t i = 0; i < r->assets.count; i++)
		try_id(k, r->assets.at[i].path);
	for (size_t i = 0; i < r->touches.count && !k->found; i++)
		try_id(k, r->touches.at[i].asset);
	k->found |= ground_deal(k->g, k->near.word) != SAID_NOBODY;
}

static bool add_id(struct cli *cli, const struct web_ask *ask, const char *said,
	struct str *ids, struct error *err)
{
	const struct str id = str_trim(str_of(said));
	struct known_ids k = { .g = &ask->ground, .near = { .word = id } };
	try_ids(&k);
	for (size_t i = 0; i < ask->ws.source_count && !k.found; i++)
		try_id(&k, ask->ws.sources[i].path);
	if (k.found && str_find_byte(id, ';', 0) == STR_NONE) {
		*ids = arena_fmt(cli->arena, "%" PRI_STR "%s%" PRI_STR, ARG_STR(*ids),
			ids->len ? "; " : "", ARG_STR(id));
		return true;
	}
	return error_set(err, ERROR_USAGE,
		"--evidence '%" PRI_STR
		"' is in no file, so nothing could ever be looked "
		"up by it%s%" PRI_STR "%s",
		ARG_STR(utf8_safe(cli->arena, id, 80)),
		near_found(&k.near) ? "; did you mean '" : "",
		ARG_STR(near_found(&k.near) ? k.near.best : S("")),
		near_found(&k.near) ? "'?" : "");
}

static bool objective_said(
	struct cli *cli, const struct web_ask *ask, struct str *out, struct error *err)
{
	const struct str said = str_of(cli_value(cli, "objective"));
	for (size_t i = 0; i < ask->needs.objective_count; i++)
		if (str_eq_nocase(ask->needs.objectives[i].id, said)) {
			*out = ask->needs.objectives[i].id;
			return true;
		}
	return !said.len || error_set(err, ERROR_USAGE,
				    "--objective: there is no objective '%" PRI_STR "'",
				    ARG_STR(utf8_safe(cli->arena, said, 80)));
}

static bool request_said(
	struct cli *cli, const struct web_ask *ask, struct str *out, struct error *err)
{
	const struct str said = str_of(cli_value(cli, "request"));
	const struct records *r = &ask->ws.records;
	for (size_t i = 0; i < r->requests.count; i++)
		if (str_eq_nocase(r->requests.at[i].id, said) && said.len) {
			*out = r->requests.at[i].id;
			return true;
		}
	return !said.len || error_set(err, ERROR_USAGE,
				    "--request: there is no request '%" PRI_STR "'",
				    ARG_STR(utf8_safe(cli->arena, said, 80)));
}

static bool gift_said(
	struct cli *cli, const struct web_ask *ask, struct gift *out, struct error *err)
{
	*out = (struct gift){ .date = ask->ws.as_of };
	if (cli->word_count != 2 || !str_trim(str_of(cli->words[1])).len ||
		!cli_value(cli, "to"))
		return error_set(err, ERROR_USAGE,
			"what was given to whom? candor web give --to product \"Nine "
			"buyers on badge login\" --evidence RM-14");
	out->what = str_trim(utf8_safe(cli->arena, str_of(cli->words[1]), WHAT_MAX));
	if (!giver(cli, ask, &out->from, err) ||
		!function_said(cli, ask, "to", &out->to, err) ||
		!objective_said(cli, ask, &out->objective, err) ||
		!request_said(cli, ask, &out->request, err))
		return false;
	if (str_eq(out->from, out->to))
		return error_set(err, ERROR_USAGE,
			"'%" PRI_STR "' gives and gets; two functions are expected",
			ARG_STR(out->to));
	for (size_t i = 0; cli_value_at(cli, "evidence", i); i++)
		if (!add_id(cli, ask, cli_value_at(cli, "evidence", i), &out->evidence,
			    err))
			return false;
	return true;
}

int web_give(struct cli *cli, struct web_ask *ask, struct error *err)
{
	const char *path = web_ask_path(cli, ask, LEDGER);
	struct gift gift;
	struct file file = { 0 };
	struct buf text = { 0 };
	if (!gift_said(cli, ask, &gift, err))
		return 2;
	if (access(path, F_OK) == 0 && !file_open(path, LEDGER_BYTES_MAX, &file, err))
		return 2;
	const bool added = gift_append(file.bytes, &gift, cli->arena, &text, err);
	file_close(&file);
	const bool ok = (added || error_add(err, LEDGER)) &&
			file_make_folder(web_ask_path(cli, ask, "web"), err) &&
			file_write(path, buf_str(&text), err);
	buf_done(&text);
	if (!ok)
		return 2;
	buf_fmt(&cli->out, "Added to " LEDGER ". %s\n",
		gift.evidence.len ? "`candor web ledger` says what comes of it."
				  : "No id stands behind it, so no outcome can be looked "
				    "up: add one "
				    "to its row, or give it with --evidence.");
	return 0;
}

int web_ledger(struct cli *cli, struct web_ask *ask, struct error *err)
{
	if (cli->word_count > 1) {
		error_set(err, ERROR_USAGE, "`candor web ledger` takes no more words");
		return 2;
	}
	const struct ledger_page page = {
		.ws = &ask->ws, .web = &ask->web, .gifts = &ask->gifts
	};
	if (cli_format_is(cli, "json"))
		ledger_json(&page, &cli->out);
	else
		ledger_text(&page, &cli->look, &cli->out);
	return 0;
}

#include <signal.h>
#include <stdlib.h>

#include "cli/list.h"
#include "cli/run.h"
#include "cli/swap_files.h"

static const struct option_row OPTIONS[] = {
	{ "theirs", 0, "FILE...", NULL,
		"a competitor's file or folder, or NAME=FILE; may repeat" },
	{ "name", 0, "NAME", NULL, "what you are called" },
	{ "against", 0, "ID", NULL, "only this competitor of the workspace" },
	{ "meaning", 0, NULL, NULL, "also paraphrases, by the endpoint in candor.yaml" },
	{ "all", 0, NULL, NULL, "every claim instead of the worst few" },
	{ "ext", 0, "EXT", NULL, "what standard input is: md, html, docx, pptx" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor swap home.md --theirs rival.html", "two files, no set-up" },
	{ "candor swap deck.pptx --theirs a/ --theirs b/", "against two competitors" },
	{ "pbpaste | candor swap --theirs rival.html", "what is in the clipboard" },
	{ "candor swap", "every claim of the workspace" },
	{ "candor swap drafts/home.md", "a draft against the workspace's competitors" },
	{ "candor swap --against opsgrid --all", "all there is about one competitor" },
	{ "candor swap --format html -o swap.html", "one page to send around" },
	{ 0 },
};

// The competitor as the person wrote it: id, name or alias.
static bool find_rival(const struct workspace *ws, const char *said,
	struct swap_options *options, struct error *err)
{
	if (!said)
		return true;
	size_t v = vendors_find(&ws->vendors, str_of(said));
	if (v == MAP_NONE || ws->vendors.at[v].kind != VENDOR_RIVAL)
		return error_set(err, ERROR_USAGE,
			"there is no competitor '%s' here; name one in candor.yaml or "
			"save its pages below "
			"competitors/%s/",
			said, said);
	options->against = arena_cstr(ws->arena, ws->vendors.at[v].id);
	return true;
}

static bool stops(void *context)
{
	(void)context;
	return run_interrupted();
}

// What candor.yaml says of the endpoint, and the key from the environment.
static bool use_meaning(const struct cli *cli, const struct workspace *ws,
	struct swap_options *options, struct error *err)
{
	const struct meaning_rule *said = &ws->config.meaning;
	if (!cli_value(cli, "meaning"))
		return true;
	if (!said->endpoint.len || !said->model.len)
		return error_set(err, ERROR_USAGE,
			"--meaning needs an endpoint and a model in candor.yaml: "
			"meaning: "
			"{endpoint: \"http://127.0.0.1:8080/v1/embeddings\", model: "
			"...}");
	struct swap_meaning *ask = ARENA_NEW(cli->arena, struct swap_meaning);
	*ask = (struct swap_meaning){ .endpoint = said->endpoint,
		.model = said->model,
		.host = said->host,
		.agent = "Candor/" CANDOR_VERSION,
		.stop = stops };
	if (said->key_variable.len)
		ask->key = getenv(arena_cstr(cli->arena, said->key_variable));
	for (const char *c = ask->key; c && *c; c++)
		if (*c <= ' ' || *c > '~')
			return error_set(err, ERROR_USAGE,
				"the key in the variable %" PRI_STR
				" has characters that no key has",
				ARG_STR(said->key_variable));
	if (said->key_variable.len && (!ask->key || !*ask->key))
		return error_set(err, ERROR_USAGE,
			"candor.yaml takes the endpoint's key from the variable %" PRI_STR
			", which is not set",
			ARG_STR(said->key_variable));
	(void)signal(SIGPIPE, SIG_IGN); // a server that hangs up is an error like others
	options->meaning = ask;
	return true;
}

static void use_drafts(struct loose *l, struct swap_options *options)
{
	if (!l->count)
		return;
	options->drafts = ARENA_ARRAY(l->arena, const struct copy *, l->count);
	for (size_t i = 0; i < l->count; i++)
		if (l->at[i]->source.role == ROLE_COPY)
			options->drafts[options->draft_count++] = &l->at[i]->copy;
}

static bool open_workspace(struct cli *cli, struct loose *l, struct workspace *ws,
	struct swap_options *options, struct str *said, struct error *err)
{
	const uint64_t wants =
		WANTS(ROLE_COPY) | WANTS(ROLE_COPY_HISTORY) | WANTS(ROLE_RIVAL);
	if (!swap_files_ours(cli, l, err) || !cli_workspace(cli, wants, ws, err) ||
		!find_rival(ws, cli_value(cli, "against"), options, err))
		return false;
	use_drafts(l, options);
	swap_files_name(cli, l, ws, said);
	return true;
}

static void write_result(
	struct cli *cli, const struct workspace *ws, const struct swap_result *result)
{
	cli->look.all = cli_value(cli, "all") != NULL;
	if (cli_format_is(cli, "json"))
		swap_json(ws, result, &cli->out);
	else if (cli_format_is(cli, "html"))
		swap_html(ws, result, &cli->out);
	else
		swap_text(ws, result, &cli->look, &cli->out);
}

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct swap_result result;
	struct swap_options options = { 0 };
	struct loose l = { .arena = cli->arena, .today = cli->today };
	struct str said = { 0 };
	int64_t threads = 0;
	if (!cli_number(cli, "threads", 1, 256, 1, &threads, err))
		return 2;
	if (cli_value(cli, "theirs")
			? !swap_files_pair(cli, &l, &ws, &said, err)
			: !open_workspace(cli, &l, &ws, &options, &said, err))
		return 2;
	if (!use_meaning(cli, &ws, &options, err))
		return 2;
	options.threads = cli_threads(cli);
	swap_run(&ws, &options, &result);
	if (said.len)
		swap_note(&result, ws.arena, said);
	for (size_t i = 0; i < l.note_count; i++)
		swap_note(&result, ws.arena, l.notes[i]);
	write_result(cli, &ws, &result);
	return run_interrupted() ? 130 : 0; // the note says what was kept
}

const struct command cmd_swap = {
	.name = "swap",
	.usage = "[FILE|FOLDER...] [--theirs FILE...] ",
	.answers = "which claims would be as true with a competitor's name? who already "
		   "says it?",
	.about =
		"Takes every claim of your own text, puts a competitor's name on it, and "
		"says whether it still works: because they say the same already "
		"(shared), "
		"because both claim the same first place (contested), or because nothing "
		"in "
		"it could be wrong (filler). It prints what to change first: the "
		"sentence "
		"with their name in it, theirs with file, date and the *shared words* "
		"marked, and what would make it yours; then what is yours already; then "
		"what it could not see.\n"
		"With --theirs it compares files as they are: no workspace, no "
		"configuration, nothing written to disk. Every --theirs is a competitor; "
		"names are taken from the texts, and said. Without any competitor's page "
		"only filler is found.\n"
		"With --meaning, sentences of both are sent, names masked, to the "
		"embeddings endpoint that candor.yaml names under meaning; without it "
		"nothing leaves the machine. What only the endpoint finds is labelled "
		"so, and is never counted as said unless its words carry it.",
	.reads = "In a workspace it reads your pages, decks and documents, what lies "
		 "below "
		 "competitors/<id>/, the message house and the claims ledger. A text "
		 "that is "
		 "named is tested instead; `-` is standard input.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json|html",
	.run = run,
};

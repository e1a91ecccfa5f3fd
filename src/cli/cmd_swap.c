#include "cli/list.h"
#include "cli/swap_files.h"

static const struct option_row OPTIONS[] = {
	{ "theirs", 0, "FILE...", NULL,
		"a competitor's file or folder, without a workspace; may be repeated, "
		"NAME=FILE names it" },
	{ "name", 0, "NAME", NULL, "what you are called, where no candor.yaml says it" },
	{ "against", 0, "ID", NULL, "only this competitor of the workspace" },
	{ "all", 0, NULL, NULL, "every claim instead of the worst few" },
	{ "ext", 0, "EXT", NULL, "standard input is of this kind: md, html, docx, pptx" },
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

static void use_drafts(struct loose *l, struct swap_options *options)
{
	if (!l->count)
		return;
	options->drafts = ARENA_ARRAY(l->arena, const struct copy *, l->count);
	for (size_t i = 0; i < l->count; i++)
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

static void write(
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
	options.threads = cli_threads(cli);
	swap_run(&ws, &options, &result);
	if (said.len)
		swap_note(&result, ws.arena, said);
	for (size_t i = 0; i < l.note_count; i++)
		swap_note(&result, ws.arena, l.notes[i]);
	write(cli, &ws, &result);
	return 0;
}

const struct command cmd_swap = {
	.name = "swap",
	.usage = "[FILE|FOLDER...] [--theirs FILE...] ",
	.answers = "which claims would be as true with a competitor's name? who already "
		   "says it?",
	.about = "Takes every claim of your own copy, puts a competitor's name on it, "
		 "and says whether it still works: because they say the "
		 "same already (shared, with their sentence, file and date), because "
		 "both claim the same first place (contested), or "
		 "because nothing in it could be wrong (filler). Without competitors' "
		 "pages only filler is found, and it says so.",
	.reads = "It reads your pages, decks and documents, what lies below "
		 "competitors/<id>/, the message house and the claims ledger.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json|html",
	.run = run,
};

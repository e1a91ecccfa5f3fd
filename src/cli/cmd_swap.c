#include <string.h>
#include <unistd.h>

#include "cli/list.h"
#include "read/read.h"

enum { DRAFT_MAX_BYTES = 64 << 20 };

static const struct option_row OPTIONS[] = {
	{ "against", 0, "ID", NULL, "only this competitor" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor swap", "every claim of the workspace" },
	{ "candor swap --against opsgrid", "one competitor" },
	{ "candor swap drafts/home.md", "a draft, before anybody else sees it" },
	{ "pbpaste | candor swap -", "what is in the clipboard" },
	{ 0 },
};

static bool read_bytes(
	const char *path, struct arena *a, struct str *bytes, struct error *err)
{
	struct file file;
	if (!strcmp(path, "-"))
		return file_read_stream(STDIN_FILENO, DRAFT_MAX_BYTES, a, bytes, err);
	if (!file_open(path, DRAFT_MAX_BYTES, &file, err))
		return false;
	*bytes = arena_str(a, file.bytes);
	file_close(&file);
	return true;
}

// A draft is read like any other file; standard input is Markdown.
static bool read_draft(
	struct cli *cli, const char *path, struct copy *out, struct error *err)
{
	struct arena *a = cli->arena;
	struct doc doc = { .arena = a };
	struct str bytes,
		name = !strcmp(path, "-") ? S("standard input.md") : str_of(path);
	struct source *source = ARENA_NEW(a, struct source);
	if (!read_bytes(path, a, &bytes, err) || !doc_read(name, bytes, NULL, &doc, err))
		return error_add(err, "%s", path);
	*source =
		(struct source){ .path = !strcmp(path, "-") ? S("standard input") : name,
			.role = ROLE_COPY,
			.date = cli->today };
	*out = (struct copy){ .source = source, .title = title_of_doc(&doc) };
	sentences_of(&doc, a, &out->sentences);
	return true;
}

static bool read_drafts(struct cli *cli, struct swap_options *options, struct error *err)
{
	if (!cli->word_count)
		return true;
	options->drafts = ARENA_ARRAY(cli->arena, const struct copy *, cli->word_count);
	for (size_t i = 0; i < cli->word_count; i++) {
		struct copy *draft = ARENA_NEW(cli->arena, struct copy);
		if (!read_draft(cli, cli->words[i], draft, err))
			return false;
		options->drafts[options->draft_count++] = draft;
	}
	return true;
}

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

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct swap_result result;
	struct swap_options options = { 0 };
	const uint64_t wants =
		WANTS(ROLE_COPY) | WANTS(ROLE_COPY_HISTORY) | WANTS(ROLE_RIVAL);
	if (!cli_workspace(cli, wants, &ws, err) ||
		!find_rival(&ws, cli_value(cli, "against"), &options, err) ||
		!read_drafts(cli, &options, err))
		return 2;
	options.threads = cli_threads(cli);
	swap_run(&ws, &options, &result);
	if (cli_format_is(cli, "json"))
		swap_json(&ws, &result, &cli->out);
	else
		swap_text(&ws, &result, &cli->look, &cli->out);
	return 0;
}

const struct command cmd_swap = {
	.name = "swap",
	.usage = "[FILE...] ",
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
	.formats = "text|json",
	.run = run,
};

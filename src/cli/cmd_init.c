#include <string.h>

#include "cli/list.h"
#include "read/read.h"

enum { FROM_MAX_BYTES = 64 << 20 };

static const struct option_row OPTIONS[] = {
	{ "from", 0, "FILE", NULL, "take the company's name from this page or README" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor init", "in the folder with your files" },
	{ "candor init ~/candor --from homepage.html",
		"start a new folder from one page" },
	{ 0 },
};

// What one file says of the company's name.
static bool see_file(const char *path, struct init_seen *seen, struct error *err)
{
	struct file file = { 0 };
	struct doc doc = { .arena = seen->arena };
	bool ok = file_open(path, FROM_MAX_BYTES, &file, err) &&
		  doc_read(str_of(path), file.bytes, NULL, &doc, err);
	if (ok)
		init_see(seen, &doc);
	file_close(&file);
	return ok || error_add(err, "%s", path);
}

// Every page of our own, and the README: where a company says its name.
static bool see_workspace(
	const struct workspace *ws, struct init_seen *seen, struct error *err)
{
	for (size_t i = 0; i < ws->source_count; i++) {
		const struct source *s = &ws->sources[i];
		struct doc doc;
		if (s->state != SOURCE_READ || s->role != ROLE_COPY)
			continue;
		if (!cli_doc(i, seen->arena, &doc, err))
			return false;
		doc.path = s->path;
		init_see(seen, &doc);
	}
	return true;
}

static bool write_draft(struct cli *cli, const struct workspace *ws, const char *name,
	bool wanted, struct buf *draft, struct error *err)
{
	const char *path = path_join(cli->arena, ws->root, str_of(name)).at;
	if (!wanted) {
		buf_fmt(&cli->out, "%s is there already and stays as it is.\n", name);
		return true;
	}
	const char *folder = arena_cstr(cli->arena, path_folder(str_of(path)));
	if (!file_make_folder(folder, err) || !file_write(path, buf_str(draft), err))
		return false;
	buf_fmt(&cli->out, "Wrote %s.\n", path);
	return true;
}

static bool write_all(struct cli *cli, const struct workspace *ws,
	const struct init_seen *seen, struct error *err)
{
	struct buf config = { 0 }, canvas = { 0 };
	bool has_config = init_config(ws, seen, &config);
	bool has_canvas = init_canvas(ws, seen, &canvas);
	bool ok = write_draft(cli, ws, "candor.yaml", has_config, &config, err) &&
		  write_draft(cli, ws, "positioning/positioning.md", has_canvas, &canvas,
			  err);
	buf_done(&config);
	buf_done(&canvas);
	if (ok)
		buf_add(&cli->out,
			S("Every key is optional and commented. Next: `candor status` "
			  "says what each further file "
			  "would answer,\n`candor brief` what is already true.\n"));
	return ok;
}

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct init_seen seen = { .arena = cli->arena };
	const char *from = cli_value(cli, "from");
	if (cli->word_count > 1) {
		error_set(err, ERROR_USAGE, "init takes one folder, not %zu",
			cli->word_count);
		return 2;
	}
	cli->folder = cli->word_count ? cli->words[0] : NULL;
	if (cli->folder && !file_make_folder(cli->folder, err))
		return 2;
	if (!cli_workspace(cli, 0, &ws, err) || (from && !see_file(from, &seen, err)) ||
		(!from && !see_workspace(&ws, &seen, err)))
		return 2;
	return write_all(cli, &ws, &seen, err) ? 0 : 2;
}

const struct command cmd_init = {
	.name = "init",
	.usage = "[DIR] ",
	.answers = "how do I start?",
	.about = "Writes a commented candor.yaml and a positioning canvas, filled from "
		 "what the folder already holds: the name from "
		 "the README or home page, competitors from the folders below "
		 "competitors/ and from the deals. Files that are there "
		 "stay as they are. Nothing has to be filled in before the first brief.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.run = run,
};

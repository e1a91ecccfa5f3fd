#include <string.h>

#include "audit/audit.h"
#include "cli/help.h"
#include "cli/list.h"
#include "read/read.h"

static const struct option_row OPTIONS[] = {
	{ "reference", 0, NULL, NULL, "print docs/reference.md" },
	{ "man", 0, NULL, NULL, "print the man page" },
	{ "completion", 0, "SHELL", "bash|zsh|fish", "print a completion script" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor help swap", "the same as candor swap --help" },
	{ "candor help formats", "every file format that is read" },
	{ 0 },
};

static void formats(struct buf *out)
{
	for (const struct reader *const *r = readers; *r; r++)
		buf_fmt(out, "%-11s %s (%s)\n            %s\n", (*r)->name, (*r)->title,
			(*r)->suffixes, (*r)->gives);
}

static const struct {
	const char *name;
	void (*write)(struct buf *out);
} TOPICS[] = {
	{ "formats", formats },
	{ "truths", truths_write },
};

// `candor help config freshness` shows the keys below one, `candor help config` all.
static bool config(struct cli *cli, struct error *err)
{
	struct str key = str_of(cli->word_count > 1 ? cli->words[1] : "");
	return keys_help(key, &cli->out) ||
	       error_set(err, ERROR_USAGE,
		       "there is no key '%s'; `candor help config` lists them",
		       cli->words[1]);
}

// `candor help files usage.csv` shows one file, `candor help files` lists them all.
static bool files(struct cli *cli, struct error *err)
{
	struct str name = str_of(cli->word_count > 1 ? cli->words[1] : "");
	return formats_help(name, &cli->out) ||
	       error_set(err, ERROR_USAGE,
		       "there is no file '%s'; `candor help files` lists them",
		       cli->words[1]);
}

static int topic(struct cli *cli, const char *name, struct error *err)
{
	if (!strcmp(name, "files"))
		return files(cli, err) ? 0 : 2;
	if (!strcmp(name, "config"))
		return config(cli, err) ? 0 : 2;
	for (size_t i = 0; i < COUNT(TOPICS); i++)
		if (!strcmp(TOPICS[i].name, name)) {
			TOPICS[i].write(&cli->out);
			return 0;
		}
	for (const struct command *const *c = commands; *c; c++)
		if (!strcmp((*c)->name, name)) {
			help_command(*c, cli->look.width, &cli->out);
			return 0;
		}
	error_set(err, ERROR_USAGE,
		"there is no help on '%s'; `candor help` lists the commands", name);
	return 2;
}

static int run(struct cli *cli, struct error *err)
{
	const char *shell = cli_value(cli, "completion");
	if (shell)
		return help_completion(shell, &cli->out, err) ? 0 : 2;
	if (cli_value(cli, "reference"))
		help_reference(&cli->out);
	else if (cli_value(cli, "man"))
		help_man(&cli->out);
	else if (cli->word_count)
		return topic(cli, cli->words[0], err);
	else
		help_overview(&cli->out);
	return 0;
}

const struct command cmd_help = {
	.name = "help",
	.usage = "[COMMAND|TOPIC] ",
	.answers = "how is this used?",
	.about = "Shows help for a command, or for one of the topics: formats, files, "
		 "truths, config.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.run = run,
};

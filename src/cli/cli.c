#include "cli/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/run.h"

const struct command *const commands[] = {
#define X(name) &cmd_##name,
	COMMANDS(X)
#undef X
		NULL,
};

static const struct command *command_find(const char *name)
{
	for (const struct command *const *c = commands; *c; c++)
		if (!strcmp((*c)->name, name))
			return *c;
	return NULL;
}

// The one place where the clock is read.
static struct date today(void)
{
	struct tm day;
	time_t now = time(NULL);
	return localtime_r(&now, &day)
		       ? date_of(day.tm_year + 1900, day.tm_mon + 1, day.tm_mday)
		       : (struct date){ 0 };
}

static bool read_as_of(struct cli *cli, struct error *err)
{
	const char *said = cli_value(cli, "as-of");
	cli->today = today();
	if (said && !date_parse(str_of(said), DATE_UNSURE, &cli->today))
		return error_set(err, ERROR_USAGE,
			"--as-of wants a day as YYYY-MM-DD, not '%s'", said);
	return true;
}

static int no_command(const char *name)
{
	const char *names[64] = { 0 };
	for (size_t i = 0; commands[i] && i < COUNT(names) - 1; i++)
		names[i] = commands[i]->name;
	const char *near = cli_nearest(name, names);
	if (near)
		fprintf(stderr,
			"candor: there is no command '%s'; did you mean 'candor %s'?\n",
			name, near);
	else
		fprintf(stderr,
			"candor: there is no command '%s'; `candor help` lists them\n",
			name);
	return 2;
}

static int overview(FILE *to)
{
	struct buf out = { 0 };
	help_overview(&out);
	(void)fwrite(out.at, 1, out.len, to); // help on a closed stream is nobody's loss
	buf_done(&out);
	return to == stdout ? 0 : 2;
}

static int run_command(struct cli *cli, int argc, char **argv, struct error *err)
{
	int status = 0;
	if (!options_read(cli, argc, argv, err) || !read_as_of(cli, err) ||
		!output_look(cli, err))
		return 2;
	if (cli_value(cli, "help"))
		help_command(cli->command, cli->look.width, &cli->out);
	else
		status = cli->command->run(cli, err);
	if (err->code)
		return run_interrupted() ? 130 : 2;
	return output_write(cli, err) ? status : 2;
}

int cli_main(int argc, char **argv)
{
	if (argc < 2)
		return overview(isatty(STDOUT_FILENO) ? stdout : stderr);
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h"))
		return overview(stdout);
	if (!strcmp(argv[1], "--version"))
		return printf("candor %s\n", CANDOR_VERSION) > 0 ? 0 : 2;
	const struct command *command = command_find(argv[1]);
	if (!command)
		return no_command(argv[1]);
	struct arena arena = { 0 };
	struct error err = { 0 };
	struct cli cli = { .command = command, .arena = &arena };
	int status = run_command(&cli, argc - 1, argv + 1, &err);
	if (err.code)
		fprintf(stderr, "candor: %s\n", err.text);
	buf_done(&cli.out);
	run_close();
	arena_free(&arena);
	return status;
}

#include "cli/list.h"
#include "report/report.h"

static const struct example_row EXAMPLES[] = {
	{ "candor status", "what was read, and what was not" },
	{ "candor status --format json | jq .skipped", "for a script" },
	{ 0 },
};

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct status status;
	if (!cli_workspace(cli, UINT64_MAX, &ws, err))
		return 2;
	status_make(&ws, &status);
	if (cli_format_is(cli, "json"))
		status_json(&status, &cli->out);
	else
		status_text(&status, &cli->look, &cli->out);
	return 0;
}

const struct command cmd_status = {
	.name = "status",
	.usage = "",
	.answers = "what was read, skipped, stale and missing?",
	.about = "Lists what the workspace gave, every file that could not be read with "
		 "its reason and repair, what is older than the "
		 "limits in candor.yaml, and for each missing file the question it would "
		 "answer, with a template.",
	.examples = EXAMPLES,
	.formats = "text|json",
	.run = run,
};

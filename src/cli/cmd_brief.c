#include <string.h>

#include "audit/audit.h"
#include "cli/list.h"
#include "cli/web_ask.h"
#include "report/report.h"

static const struct option_row OPTIONS[] = {
	{ "for", 0, "FUNCTION", NULL,
		"only what belongs to this function: product, sales, leadership, ..." },
	{ "items", 0, "N", NULL, "at most N truths (1 to 7)" },
	{ "since", 0, "DATE", NULL, "only truths with evidence from this day on" },
	{ "fail-on", 0, "SEVERITY", "blocker|serious|watch|none",
		"end with status 1 if a truth this severe or worse stands" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor brief", "what is broken, what works, and what nobody can know yet" },
	{ "candor brief --for product --items 3",
		"the three things to bring to product" },
	{ "candor brief --format html -o brief.html",
		"one page to send, complete without script" },
	{ 0 },
};

static bool read_options(struct cli *cli, struct brief_options *out, struct error *err)
{
	int64_t items = 0;
	const char *since = cli_value(cli, "since");
	if (!cli_number(cli, "items", 1, BRIEF_TRUTHS, BRIEF_TRUTHS, &items, err))
		return false;
	*out = (struct brief_options){ .for_function = cli_value(cli, "for"),
		.items = (size_t)items };
	if (since && !date_parse(str_of(since), DATE_UNSURE, &out->since))
		return error_set(err, ERROR_USAGE,
			"--since wants a day as YYYY-MM-DD, not '%s'", since);
	return true;
}

static int status_of(const struct cli *cli, const struct brief *brief)
{
	const char *limit = cli_value(cli, "fail-on");
	if (!limit || !strcmp(limit, "none"))
		return 0;
	for (int s = SEVERITY_BLOCKER; s <= SEVERITY_WATCH; s++) {
		for (size_t i = 0; i < brief->truths.count; i++)
			if ((int)brief->truths.at[i].severity == s)
				return 1;
		if (!strcmp(limit, severity_name((enum severity)s)))
			break;
	}
	return 0;
}

static void write_page(struct cli *cli, struct brief *brief)
{
	struct web_order order;
	if (brief->facts->web && web_ask_order(cli, brief->ws->root, &order))
		brief->ring = &order;
	brief_html(brief, &cli->out);
	brief->ring = NULL;
}

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct brief_options options;
	struct facts facts;
	struct findings all = { 0 };
	struct brief brief;
	if (!read_options(cli, &options, err) ||
		!cli_workspace(cli, BRIEF_WANTS, &ws, err))
		return 2;
	facts_of(&ws, cli_threads(cli), &facts);
	audits_run(&facts, &all);
	brief_make(&facts, &all, &options, &brief);
	if (cli_format_is(cli, "json"))
		brief_json(&brief, &cli->out);
	else if (cli_format_is(cli, "html"))
		write_page(cli, &brief);
	else
		brief_text(&brief, &cli->look, &cli->out);
	const int status = status_of(cli, &brief);
	facts_done(&facts);
	return status;
}

const struct command cmd_brief = {
	.name = "brief",
	.usage = "",
	.answers = "what is broken, what works, and what nobody can know yet?",
	.about = "Prints at most seven hard truths, worst first: each a sentence with "
		 "its counts, how sure it is, the lines "
		 "of evidence that open where it was said, and what to do next. Below "
		 "them stands what works, and what could "
		 "not be judged, with the one file that would unlock it.",
	.reads = "It reads every file of the workspace; `candor help files` lists them.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json|html",
	.run = run,
};

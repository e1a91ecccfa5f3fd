#include "cli/list.h"

static const struct example_row EXAMPLES[] = {
	{ "candor market",
		"who backs each line of the positioning, and whose words are used" },
	{ "candor market --format json | jq '.backing[] | {text, buyers_12_months}'",
		"for a script" },
	{ 0 },
};

static const struct option_row OPTIONS[] = { { 0 } };

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	struct market market;
	struct market_gaps gaps;
	if (cli->word_count) {
		error_set(err, ERROR_USAGE,
			"'%s' is not a part of market; it takes no words", cli->words[0]);
		return 2;
	}
	if (!cli_workspace(cli, WANTS(ROLE_COPY) | WANTS(ROLE_CALL), &ws, err))
		return 2;
	market_run(&ws, &market);
	market_gaps_of(&ws, &market, &gaps);
	const struct market_page page = { &ws, &market, &gaps };
	if (cli_format_is(cli, "json"))
		market_json(&page, &cli->out);
	else
		market_text(&page, &cli->look, &cli->out);
	return 0;
}

const struct command cmd_market = {
	.name = "market",
	.usage = "",
	.answers = "what buyers say: who backs each line, and whose words do we use?",
	.about =
		"Holds each line of the canvas, each pillar, claim and pain against what "
		"buyers said themselves, and counts distinct accounts with the newest "
		"day "
		"and a sentence of theirs. Only buyers count: their turns in calls, "
		"interviews, reviews and tickets; a deal's fields are a seller's words, "
		"and "
		"an internal assumption is nobody's. Then the words that buyers use and "
		"your pages do not, and the reverse, for all and for each role.",
	.reads = "positioning/positioning.md, messages/*.csv, calls/ with "
		 "calls/index.csv, "
		 "interviews/, reviews.csv, requests.csv with an account, people.csv, "
		 "your "
		 "own pages.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json",
	.run = run,
};

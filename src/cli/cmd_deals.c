#include "cli/list.h"

// The tables of the page when nobody asked for one: what a deal met, then where it came
// from.
static const char *const USUAL[] = { "competitor", "segment", "product", "origin",
	"region", "owner", "loss-reason", "quarter" };

static const struct option_row OPTIONS[] = {
	{ "by", 0, "FIELD", NULL,
		"one table only: competitor, segment, owner, quarter, any column, or two "
		"with a comma" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor deals", "whether you win, and against whom" },
	{ "candor deals --by competitor",
		"win rates against each competitor and alternative" },
	{ "candor deals --by segment,product", "every pair that has deals" },
	{ "candor deals --by created-quarter",
		"by the quarter of entry, if the record allows it" },
	{ "candor deals --format json | jq '.groups[] | {key, won, lost, verdict}'",
		"for a script" },
	{ 0 },
};

static bool one_table(const struct workspace *ws, const char *field,
	struct deals_page *page, struct error *err)
{
	struct deals_by *by = ARENA_NEW(ws->arena, struct deals_by);
	if (!ws->deals.count)
		return error_set(err, ERROR_USAGE,
			"there are no deals to group: put a CRM export beside the other "
			"files, with "
			"the columns deal_id, stage, amount, created, closed, "
			"competitors");
	page->by = by;
	page->count = 1;
	return deals_by(ws, str_of(field), by, err);
}

static void usual_tables(const struct workspace *ws, struct deals_page *page)
{
	struct deals_by *by = ARENA_ARRAY(ws->arena, struct deals_by, COUNT(USUAL));
	for (size_t i = 0; i < COUNT(USUAL); i++)
		if (deals_by(ws, str_of(USUAL[i]), &by[page->count], NULL))
			page->count++;
	page->by = by;
}

static int run(struct cli *cli, struct error *err)
{
	struct workspace ws;
	if (cli->word_count) {
		error_set(err, ERROR_USAGE, "'%s' is not a part of deals; try --by FIELD",
			cli->words[0]);
		return 2;
	}
	if (!cli_workspace(cli, 0, &ws, err))
		return 2;
	const struct deals_overall overall = deals_overall(&ws);
	struct deals_page page = { .ws = &ws, .overall = &overall };
	const char *field = cli_value(cli, "by");
	if (field && !one_table(&ws, field, &page, err))
		return 2;
	if (!field)
		usual_tables(&ws, &page);
	if (cli_format_is(cli, "json"))
		deals_json(&page, &cli->out);
	else
		deals_text(&page, &cli->look, &cli->out);
	return 0;
}

const struct command cmd_deals = {
	.name = "deals",
	.usage = "",
	.answers = "does it win: against whom, where, and is the difference real?",
	.about = "Win rates by any column of the CRM export, each with its interval, its "
		 "counts "
		 "and the rest it is compared with. Before any group is called "
		 "different, all of "
		 "them are tested together; what luck alone would do is said so. Deals "
		 "that ended "
		 "in no decision, that are open or disqualified, and renewals are "
		 "counted apart. "
		 "What the export leaves out or says twice is listed below.",
	.reads = "deals.csv or any CRM export (Salesforce, HubSpot, Pipedrive), in CSV, "
		 "Excel or "
		 "JSON, with its tables of stages, accounts and owners; candor.yaml for "
		 "names of "
		 "columns and competitors.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json",
	.run = run,
};

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/list.h"
#include "cli/web_name.h"
#include "cli/web_words.h"

#define DRAWING "web/relationships.yaml"

static const struct option_row OPTIONS[] = {
	{ "matrix", 0, NULL, NULL,
		"with svg: the table of all pairs instead of the ring" },
	{ "since", 0, "DATE", NULL,
		"first day that counts (default: web.window of candor.yaml)" },
	{ "draw", 0, NULL, NULL, "begin web/relationships.yaml, which is yours to edit" },
	{ "write", 0, NULL, NULL,
		"write the first page of each move below outputs/, every line cited" },
	{ "to", 0, "FUNCTION", NULL, "with give: who gets it" },
	{ "from", 0, "FUNCTION", NULL, "with give: who gives it (product marketing)" },
	{ "evidence", 0, "ID...", NULL,
		"with give: ids by which the outcome is looked up; may be given often" },
	{ "objective", 0, "ID", NULL, "with give: the objective it serves" },
	{ "request", 0, "ID", NULL, "with give: the request it answers" },
	{ "all", 0, NULL, NULL, "every relationship and function, not only the telling" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor web", "the two or three relationships to work on, and why" },
	{ "candor web sales product",
		"what is seen of one, what is needed, and for what" },
	{ "candor web cs product", "the same; shorthand and beginnings of names do" },
	{ "candor web who sales product", "which functions carry it, or could" },
	{ "candor web --format svg -o web.svg", "the ring, for a slide or a document" },
	{ "candor web --format svg --matrix -o web.svg", "every pair with its figure" },
	{ "candor web --format html -o web.html", "one page, complete without script" },
	{ "candor web --write", "the one thing to bring to each of them, as a page" },
	{ "candor web give --to product \"Nine buyers on badge login\" --evidence RM-14",
		"keep what you gave another function" },
	{ "candor web ledger", "what was given, what was asked, and what came after" },
	{ "candor web --draw", "your own drawing, begun from what is there" },
	{ 0 },
};

static bool keeps_place(const struct cli *cli)
{
	return cli_format_is(cli, "svg") || cli_format_is(cli, "html");
}

static int show(struct cli *cli, struct web_ask *ask, struct error *err)
{
	static const struct {
		const char *format;
		void (*write)(const struct web_page *page, struct buf *out);
	} FORMATS[] = { { "json", web_json }, { "svg", web_svg }, { "html", web_html },
		{ "mermaid", web_mermaid } };
	struct error unkept = { 0 };
	// A picture that could not keep its order is still the picture that was asked
	// for.
	if (keeps_place(cli) && !web_ask_keep_order(cli, ask, &unkept))
		fprintf(stderr, "candor: the order of the ring is not kept: %s\n",
			unkept.text);
	(void)err; // nothing here can fail
	for (size_t i = 0; i < COUNT(FORMATS); i++)
		if (cli_format_is(cli, FORMATS[i].format)) {
			FORMATS[i].write(&ask->page, &cli->out);
			return 0;
		}
	web_text(&ask->page, &cli->look, &cli->out);
	return 0;
}

// A drawing that is there belongs to those who drew it; -o writes one elsewhere.
static int draw(struct cli *cli, struct web_ask *ask, struct error *err)
{
	const char *path = web_ask_path(cli, ask, DRAWING);
	struct buf text = { 0 };
	if (cli_value(cli, "output")) {
		web_drawing(&ask->page, &cli->out);
		return 0;
	}
	if (access(path, F_OK) == 0) {
		error_set(err, ERROR_USAGE,
			DRAWING " is there already and stays as it is; `candor web "
				"--draw -o FILE` begins another one to compare");
		return 2;
	}
	web_drawing(&ask->page, &text);
	const bool ok = file_make_folder(web_ask_path(cli, ask, "web"), err) &&
			file_write(path, buf_str(&text), err) &&
			web_ask_keep_order(cli, ask, err);
	buf_done(&text);
	buf_fmt(&cli->out,
		"Wrote " DRAWING
		": change it, and `candor web` lays what it observes over it.\n");
	return ok ? 0 : 2;
}

typedef void write_tie(const struct web_page *page, size_t link, const struct look *look,
	struct buf *out);

static int one_tie(struct cli *cli, struct web_ask *ask, size_t first, write_tie *text,
	struct error *err)
{
	size_t link = 0;
	if (!web_name_link(cli, ask, first, &link, err))
		return 2;
	if (cli_format_is(cli, "json")) {
		web_tie_json(&ask->page, link, &cli->out);
		return 0;
	}
	if (keeps_place(cli) || cli_format_is(cli, "mermaid")) {
		error_set(err, ERROR_USAGE,
			"one relationship is text or json; the pictures show them all");
		return 2;
	}
	text(&ask->page, link, &cli->look, &cli->out);
	return 0;
}

static int why(struct cli *cli, struct web_ask *ask, struct error *err)
{
	return one_tie(cli, ask, 1, web_tie_text, err);
}

static int who(struct cli *cli, struct web_ask *ask, struct error *err)
{
	return one_tie(cli, ask, 1, web_who_text, err);
}

// What may stand behind `candor web`; two other words are two functions.
static const struct {
	const char *word;
	int (*run)(struct cli *cli, struct web_ask *ask, struct error *err);
} WORDS[] = { { "why", why }, { "who", who }, { "give", web_give },
	{ "ledger", web_ledger } };

// The pictures have no place for the window before, and the other words no use.
static bool is_compared(const struct cli *cli)
{
	return !cli->word_count && !cli_value(cli, "draw") && !cli_value(cli, "write") &&
	       !cli_format_is(cli, "svg") && !cli_format_is(cli, "mermaid");
}

static int run(struct cli *cli, struct error *err)
{
	struct web_ask ask;
	if (!web_ask_open(cli, is_compared(cli), &ask, err))
		return 2;
	cli->look.all = cli_value(cli, "all") != NULL;
	for (size_t i = 0; cli->word_count && i < COUNT(WORDS); i++)
		if (!strcmp(cli->words[0], WORDS[i].word))
			return WORDS[i].run(cli, &ask, err);
	if (cli->word_count)
		return one_tie(cli, &ask, 0, web_tie_text, err);
	if (cli_value(cli, "draw"))
		return draw(cli, &ask, err);
	if (cli_value(cli, "write"))
		return web_write(cli, &ask, err);
	return show(cli, &ask, err);
}

const struct command cmd_web = {
	.name = "web",
	.usage = "[[why] A B | who A B | give WHAT | ledger] ",
	.answers = "which two or three relationships between functions to work on?",
	.about =
		"Measures how strongly functions work together from who turned to whom: "
		"mail, meetings, tickets, chats. Strength is laid against what traffic "
		"alone would predict and against what your objectives need; a gap is "
		"called one only when chance does not explain it. Of all gaps it chooses "
		"at most three, says how sure that choice is, and what would have been "
		"next. It describes functions, never people: functions under five people "
		"are merged, and counts are withheld where they would tell of a few.\n"
		"The ring keeps its order in web/order.txt, so that pictures of two days "
		"compare; change the lines as you like. Only headers are read, never "
		"what somebody wrote.",
	.reads = "people.csv (who belongs to which function) and interactions.csv, "
		 "mailboxes, calendars, chat and ticket exports; objectives.csv, "
		 "candor.yaml and web/relationships.yaml for what is needed.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json|svg|mermaid|html",
	.run = run,
};

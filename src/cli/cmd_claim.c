#include <string.h>

#include "cli/list.h"

static const struct option_row OPTIONS[] = {
	{ "if-status", 0, "STATUS", "rejected|expired|restricted",
		"what must be recalled if it gets this status" },
	{ "all", 0, NULL, NULL, "every place instead of the newest few" },
	{ 0 },
};

static const struct example_row EXAMPLES[] = {
	{ "candor claim", "every claim of the ledger, and headlines no row lists" },
	{ "candor claim C-01", "where it is said, its proof, and what falls with it" },
	{ "candor claim C-01 --if-status rejected", "the recall list, before deciding" },
	{ "candor claim \"40% less handover time\"", "who says this, in any words" },
	{ 0 },
};

// "C-31" but no "C-31" in the ledger: an id was meant, not words to search for.
static bool looks_like_id(struct str said)
{
	bool digit = false;
	for (size_t i = 0; i < said.len; i++) {
		if (byte_is_space(said.at[i]))
			return false;
		digit |= byte_is_digit(said.at[i]);
	}
	return digit;
}

static bool no_such_id(const struct workspace *ws, struct str said, struct error *err)
{
	struct near near = { .word = said };
	for (size_t i = 0; i < ws->records.claims.count; i++)
		near_try(&near, ws->records.claims.at[i].id);
	if (near_found(&near))
		return error_set(err, ERROR_USAGE,
			"there is no claim '%" PRI_STR "'; did you mean '%" PRI_STR "'?",
			ARG_STR(said), ARG_STR(near.best));
	return error_set(err, ERROR_USAGE,
		"there is no claim '%" PRI_STR
		"' in the ledger; `candor claim` lists them, and several words in quotes "
		"are searched for",
		ARG_STR(said));
}

// All words together: `candor claim 40% less handover time` needs no quotes.
static struct str said_words(const struct cli *cli)
{
	struct buf out = { .max = 4096 };
	for (size_t i = 0; i < cli->word_count; i++)
		buf_fmt(&out, "%s%s", i ? " " : "", cli->words[i]);
	const struct str text = utf8_safe(cli->arena, buf_str(&out), 1000);
	buf_done(&out);
	return text;
}

static bool ask(struct cli *cli, const struct workspace *ws, struct book_question *out,
	struct error *err)
{
	*out = (struct book_question){ 0 };
	if (!cli->word_count)
		return true;
	const struct str said = said_words(cli);
	if (!str_trim(said).len)
		return error_set(err, ERROR_USAGE, "the claim to look for is empty");
	out->entry = book_find(ws, said);
	if (out->entry)
		return true;
	if (looks_like_id(said))
		return no_such_id(ws, said, err);
	out->text = said;
	return true;
}

static enum claim_status status_said(const char *said)
{
	return !said || !strcmp(said, "rejected") ? CLAIM_REJECTED
	       : !strcmp(said, "expired")	  ? CLAIM_EXPIRED
						  : CLAIM_RESTRICTED;
}

static int run(struct cli *cli, struct error *err)
{
	const uint64_t wants = WANTS(ROLE_COPY) | WANTS(ROLE_COPY_HISTORY) |
			       WANTS(ROLE_NARRATIVE) | WANTS(ROLE_BATTLECARD) |
			       WANTS(ROLE_CANVAS) | WANTS(ROLE_CALL);
	struct workspace ws;
	struct book book;
	struct book_question asked;
	const char *status = cli_value(cli, "if-status");
	if (status && !cli->word_count) {
		error_set(err, ERROR_USAGE,
			"--if-status asks about one claim: candor claim ID --if-status "
			"%s",
			status);
		return 2;
	}
	if (!cli_workspace(cli, wants, &ws, err) || !ask(cli, &ws, &asked, err))
		return 2;
	book_of(&ws, &asked, &book);
	const struct claim_page page = { .ws = &ws,
		.book = &book,
		.all_rows = !cli->word_count,
		.if_status = status_said(status),
		.asks_if = status != NULL };
	cli->look.all = cli_value(cli, "all") != NULL;
	if (cli_format_is(cli, "json"))
		claim_json(&page, &cli->out);
	else
		claim_text(&page, &cli->look, &cli->out);
	return 0;
}

const struct command cmd_claim = {
	.name = "claim",
	.usage = "[ID|TEXT] ",
	.answers = "where is a claim said, what proves it, and what falls with it?",
	.about =
		"Finds every place where a claim of the ledger is said: pages, decks and "
		"their speaker notes, documents, battlecards, and what your own people "
		"said in calls. Wording may differ, numbers may not: another number, a "
		"condition that was dropped or a missing qualifier is listed apart. "
		"\"If it falls\" is the recall list: what customers see, what is said "
		"inside, and who was told.\n"
		"Without an argument it lists all claims, those first that are said "
		"although they are not approved, and the headline claims no row lists.",
	.reads = "It reads messages/claims.csv (`candor help files claims.csv` shows its "
		 "columns), assets.csv for what is published or expired, your documents, "
		 "and calls/.",
	.options = OPTIONS,
	.examples = EXAMPLES,
	.formats = "text|json",
	.run = run,
};

#include "report/moves_note.h"

#include "report/report.h"
#include "value/value.h"

#define MARK "<!-- candor web --write "

struct note {
	const struct ground *g;
	const struct move *m;
	struct arena *a;
	struct buf *out;
};

static struct str safe(const struct note *n, struct str text)
{
	return utf8_safe(n->a, text, TEXT_MAX);
}

static bool is_wordy(struct str words, size_t at)
{
	return at < words.len && byte_is_word(words.at[at]);
}

// What would be Markdown and not the file's own sign; an underscore inside a word is
// none.
static bool needs_escape(struct str words, size_t at)
{
	switch (words.at[at]) {
	case '|':
	case '*':
	case '`':
	case '[':
	case '<':
	case '~':
	case '\\':
		return true;
	case '_':
		return !at || !is_wordy(words, at - 1) || !is_wordy(words, at + 1);
	case '&':
		return is_wordy(words, at + 1) ||
		       (at + 1 < words.len && words.at[at + 1] == '#');
	default:
		return false;
	}
}

// Words of a file in a line of a table: neither a cell's end nor Markdown of their own.
static void put_cell(const struct note *n, struct str text)
{
	const struct str words = safe(n, text);
	for (size_t i = 0; i < words.len; i++) {
		if (needs_escape(words, i))
			buf_byte(n->out, '\\');
		buf_byte(n->out, words.at[i] == '\n' ? ' ' : words.at[i]);
	}
}

static struct str name_of(const struct note *n, uint32_t node)
{
	return say_node(n->a, n->g->web, node);
}

static void put_head(const struct note *n)
{
	buf_add(n->out, S("# "));
	put_cell(n, n->m->found.subject);
	buf_add(n->out, S(": from "));
	put_cell(n, name_of(n, n->m->from));
	buf_add(n->out, S(" to "));
	put_cell(n, name_of(n, n->m->to));
	buf_fmt(n->out, "\n\nAs of %" PRI_STR,
		ARG_STR(date_words(n->a, n->g->ws->as_of)));
	if (n->m->aim.len) {
		buf_add(n->out, S(", for the objective “"));
		put_cell(n, n->m->aim);
		buf_add(n->out, S("”"));
	}
	buf_add(n->out, S(".\n\n**Why now.** "));
	put_cell(n, n->m->why);
	buf_add(n->out, S("\n"));
}

static void put_spoken(const struct note *n)
{
	const struct move_found *f = &n->m->found;
	if (!f->spoken_count)
		return;
	buf_add(n->out, S("\n| spoken of with others | times | since | newest |\n"
			  "|---|---|---|---|\n"));
	for (size_t i = 0; i < f->spoken_count; i++) {
		const struct move_spoken *s = &f->spoken[i];
		buf_add(n->out, S("| "));
		put_cell(n, s->evidence.quote);
		buf_fmt(n->out, " | %" PRI_STR " | %" PRI_STR " | %" PRI_STR ", ",
			ARG_STR(words_number(n->a, s->count)),
			ARG_STR(date_str(n->a, s->since)),
			ARG_STR(date_str(n->a, s->evidence.date)));
		put_cell(n, evidence_where(n->a, &s->evidence));
		buf_add(n->out, S(" |\n"));
	}
}

static void put_account(const struct note *n, const struct move_item *item)
{
	if (item->account == SAID_NOBODY) {
		put_cell(n, item->kind == SAID_REVIEW ? S("a customer, in a review")
			    : item->own		      ? name_of(n, n->m->from)
						      : S(""));
		return;
	}
	put_cell(n, n->g->account_names[item->account]);
	if (n->g->customer[item->account])
		buf_add(n->out, S(" (customer)"));
}

static void put_money(const struct note *n, const struct move_item *item)
{
	const struct workspace *ws = n->g->ws;
	const char *currency =
		ws->config.currency[0] ? ws->config.currency : ws->deals.currency;
	if (item->deal != SAID_NOBODY && ws->deals.cents &&
		ws->deals.cents[item->deal] > 0)
		put_cell(n, money_short(n->a, ws->deals.cents[item->deal], currency));
}

static void put_item(const struct note *n, const struct move_item *item, size_t number)
{
	buf_fmt(n->out, "| %zu | ", number);
	put_account(n, item);
	buf_fmt(n->out, " | %" PRI_STR " | ", ARG_STR(date_str(n->a, item->date)));
	if (move_is_money(item)) {
		put_money(n, item);
		buf_add(n->out, S(" | "));
	}
	put_cell(n, item->evidence.quote);
	if (item->times > 1)
		buf_fmt(n->out, " (%" PRI_STR " times)",
			ARG_STR(words_number(n->a, item->times)));
	if (item->note.len) {
		buf_add(n->out, S("; "));
		put_cell(n, item->note);
	}
	buf_add(n->out, S(" | "));
	put_cell(n, evidence_where(n->a, &item->evidence));
	buf_add(n->out, S(" |\n"));
}

// Own words and deals each have a table; lines are numbered through both.
static void put_items(const struct note *n, bool money)
{
	const struct move_found *f = &n->m->found;
	bool begun = false;
	for (size_t i = 0; i < f->lines; i++) {
		if (move_is_money(&f->items[i]) != money)
			continue;
		if (!begun)
			buf_add(n->out,
				money ? S("\n| | account | day | amount | why | where |\n"
					  "|---|---|---|---:|---|---|\n")
				      : S("\n| | who said it | day | words | where |\n"
					  "|---|---|---|---|---|\n"));
		begun = true;
		put_item(n, &f->items[i], i + 1);
	}
}

static bool has_items(const struct move_found *f, bool money)
{
	for (size_t i = 0; i < f->lines; i++)
		if (move_is_money(&f->items[i]) == money)
			return true;
	return false;
}

static bool listens(const struct note *n)
{
	const unsigned giver = ground_usual(n->g, n->m->from);
	return giver == USUAL_SUCCESS || giver == USUAL_SUPPORT || giver == USUAL_SALES ||
	       giver == USUAL_SDR;
}

static void put_evidence(const struct note *n)
{
	const struct move_found *f = &n->m->found;
	const bool own = f->lines && f->items[0].own;
	if (f->spoken_count || has_items(f, false)) {
		buf_add(n->out, S("\n## What "));
		if (own || f->spoken_count) {
			put_cell(n, name_of(n, n->m->from));
			buf_add(n->out, listens(n) ? S(" hears\n") : S(" knows\n"));
		} else {
			buf_add(n->out, S("was asked for\n"));
		}
		put_spoken(n);
		put_items(n, false);
	}
	if (!has_items(f, true))
		return;
	buf_add(n->out, S("\n## The deals behind it\n"));
	put_items(n, true);
}

static void put_answer(const struct note *n)
{
	const struct move_found *f = &n->m->found;
	buf_add(n->out, S("\n## What there is already\n\nLooked through: "));
	put_cell(n, f->searched);
	buf_fmt(n->out, ". %" PRI_STR " of %" PRI_STR " entries are answered there.",
		ARG_STR(words_number(n->a, f->held - f->count)),
		ARG_STR(words_number(n->a, f->held)));
	if (f->answer_note.len) {
		buf_fmt(n->out, " %s", n->m->rule->nearest);
		if (f->answer.quote.len) {
			buf_add(n->out, S(", “"));
			put_cell(n, f->answer.quote);
			buf_add(n->out, S("”: "));
		} else {
			buf_add(n->out, S(": "));
		}
		put_cell(n, f->answer_note);
		if (f->answer.path.len) {
			buf_add(n->out, S(" ("));
			put_cell(n, evidence_where(n->a, &f->answer));
			buf_byte(n->out, ')');
		}
		buf_byte(n->out, '.');
	}
	buf_add(n->out, S("\n\n## What is asked of "));
	put_cell(n, name_of(n, n->m->to));
	buf_fmt(n->out, "\n\n%s\n", f->asks ? f->asks : n->m->rule->asks);
}

static uint64_t mark_of(struct str body)
{
	return str_hash(body, 0);
}

void moves_note(const struct ground *g, const struct move *m, struct buf *out)
{
	struct arena scratch = { 0 };
	const struct note n = { .g = g, .m = m, .a = &scratch, .out = out };
	const size_t from = out->len;
	put_head(&n);
	put_evidence(&n);
	put_answer(&n);
	buf_add(out, S("\nEach deal counts once. Counts describe accounts and deals, not "
		       "people. Nothing here was sent to anybody.\n"));
	const uint64_t mark = mark_of(str_from(buf_str(out), from));
	buf_fmt(out, MARK "%016llx -->\n", (unsigned long long)mark);
	arena_free(&scratch);
}

bool moves_note_is_untouched(struct str bytes)
{
	size_t at = STR_NONE, next = 0;
	while ((next = str_find(bytes, S(MARK), next)) != STR_NONE)
		at = next++;
	if (at == STR_NONE)
		return false;
	struct arena scratch = { 0 };
	const struct str expected = arena_fmt(&scratch, MARK "%016llx -->\n",
		(unsigned long long)mark_of(str_cut(bytes, 0, at)));
	const bool same = str_eq(expected, str_from(bytes, at));
	arena_free(&scratch);
	return same;
}

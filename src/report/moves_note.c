#include "report/moves_note.h"

#include "report/report.h"
#include "web/web.h"

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

// Words of a file in a line of a table: neither a cell's end nor Markdown of their own.
static void put_cell(const struct note *n, struct str text)
{
	const struct str words = safe(n, text);
	for (size_t i = 0; i < words.len; i++) {
		const char c = words.at[i];
		if (c == '|' || c == '*' || c == '_' || c == '`' || c == '[' ||
			c == ']' || c == '<' || c == '\\')
			buf_byte(n->out, '\\');
		buf_byte(n->out, c == '\n' ? ' ' : c);
	}
}

static void put_head(const struct note *n)
{
	const struct move_found *f = &n->m->found;
	const struct web *web = n->g->web;
	const struct str money = stake_words(n->g, &f->stake);
	buf_add(n->out, S("# "));
	put_cell(n, f->subject);
	buf_fmt(n->out, ": from %" PRI_STR " to %" PRI_STR "\n\n",
		ARG_STR(say_node(n->a, web, n->m->from)),
		ARG_STR(say_node(n->a, web, n->m->to)));
	buf_fmt(n->out, "As of %" PRI_STR ".",
		ARG_STR(date_words(n->a, n->g->ws->as_of)));
	if (n->m->aim.len) {
		buf_add(n->out, S(" For the objective “"));
		put_cell(n, n->m->aim);
		buf_add(n->out, S("”."));
	}
	buf_fmt(n->out, "\n\n%zu entries of %zu accounts", f->count, f->accounts);
	if (money.len)
		buf_fmt(n->out, "; %" PRI_STR ", each deal once", ARG_STR(money));
	buf_fmt(n->out, ". Why it is open: %s.\n\n", n->m->rule->wants);
}

static void put_item(const struct note *n, size_t i)
{
	const struct move_item *item = &n->m->found.items[i];
	buf_fmt(n->out, "| %zu | ", i + 1);
	if (item->account != SAID_NOBODY)
		put_cell(n, n->g->account_names[item->account]);
	buf_fmt(n->out, " | %" PRI_STR " | ", ARG_STR(date_str(n->a, item->date)));
	put_cell(n, item->evidence.quote);
	if (item->note.len) {
		buf_add(n->out, S("; "));
		put_cell(n, item->note);
	}
	buf_add(n->out, S(" | "));
	put_cell(n, evidence_where(n->a, &item->evidence));
	buf_add(n->out, S(" |\n"));
}

static void put_answer(const struct note *n)
{
	const struct move_found *f = &n->m->found;
	buf_fmt(n->out, "\n## What there is already\n\nLooked through: ");
	put_cell(n, f->searched);
	buf_fmt(n->out, ". %zu of %zu entries are answered there.\n", f->held - f->count,
		f->held);
	if (!f->answer_note.len)
		return;
	buf_add(n->out, S("Nearest: "));
	put_cell(n, f->answer.quote);
	buf_add(n->out, f->answer.quote.len ? S(", ") : S(""));
	put_cell(n, f->answer_note);
	if (f->answer.path.len) {
		buf_add(n->out, S(" ("));
		put_cell(n, evidence_where(n->a, &f->answer));
		buf_byte(n->out, ')');
	}
	buf_add(n->out, S(".\n"));
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
	buf_add(out, S("| | account | day | what was said | where "
		       "|\n|---|---|---|---|---|\n"));
	for (size_t i = 0; i < m->found.count; i++)
		put_item(&n, i);
	put_answer(&n);
	buf_fmt(out, "\nCounts describe accounts and deals, not people. Nothing here was "
		     "sent to anybody.\n");
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

#include "report/ledger_page.h"
#include "report/term.h"

enum { SHOWN = 12 };

static void line(struct term *t, enum ink ink, size_t indent, struct str text)
{
	term_to(t, indent);
	term_wrap(t, ink, indent, text);
	term_end(t);
}

static void write_gift(struct term *t, const struct gift_line *l)
{
	line(t, INK_PLAIN, 2, l->sentence);
	term_to(t, 4);
	term_place(t, INK_DIM, l->evidence.path, evidence_where(t->arena, &l->evidence));
	term_end(t);
	for (size_t i = 0; i < l->outcome_count; i++) {
		const struct evidence *e = &l->outcomes[i].evidence;
		term_to(t, 4);
		term_place(t, INK_DIM, e->path, evidence_where(t->arena, e));
		term_end(t);
	}
}

static void write_tally(struct term *t, const struct gift_tally *tally)
{
	line(t, INK_PLAIN, 2, tally->sentence);
	for (size_t i = 0; i < tally->metric_count; i++) {
		const struct gift_measure *m = &tally->metrics[i];
		if (!m->standing.newest)
			continue;
		line(t, INK_PLAIN, 4, m->sentence);
		for (size_t k = 0; k < m->evidence_count; k++) {
			const struct evidence *e = &m->evidence[k];
			term_to(t, 6);
			term_place(t, INK_DIM, e->path, evidence_where(t->arena, e));
			term_end(t);
		}
	}
}

// Whether any measure is laid against a plan, which rests on an assumption.
static bool any_plan(const struct gifts *g)
{
	for (size_t i = 0; i < g->tally_count; i++)
		for (size_t k = 0; k < g->tallies[i].metric_count; k++)
			if (date_set(g->tallies[i].metrics[k].standing.period.from) &&
				g->tallies[i].metrics[k].standing.newest)
				return true;
	return false;
}

void ledger_text(const struct ledger_page *page, const struct look *look, struct buf *out)
{
	struct arena scratch = { 0 };
	const struct gifts *g = page->gifts;
	struct term t;
	term_init(&t, out, &scratch, look);
	const size_t shown = look->all || g->count < SHOWN ? g->count : SHOWN;
	if (!g->count)
		line(&t, INK_STRONG, 0,
			S("Nothing is on record as given. `candor web give --to FUNCTION "
			  "\"what\" --evidence ID` begins web/ledger.csv."));
	else
		line(&t, INK_STRONG, 0, S("Given, and what came after"));
	for (size_t i = 0; i < shown; i++)
		write_gift(&t, &g->lines[i]);
	if (shown < g->count)
		line(&t, INK_DIM, 2,
			arena_fmt(&scratch, "and %zu more: candor web ledger --all",
				g->count - shown));
	if (g->tally_count) {
		term_gap(&t);
		line(&t, INK_STRONG, 0, S("By function"));
	}
	for (size_t i = 0; i < g->tally_count; i++)
		write_tally(&t, &g->tallies[i]);
	term_gap(&t);
	line(&t, INK_DIM, 0,
		S("Outcomes are looked up by the ids of a row. They came after; no file "
		  "says because."));
	if (any_plan(g))
		line(&t, INK_DIM, 0, str_of(STANDING_ASSUMED));
	line(&t, INK_DIM, 0, str_of(WEB_NOTICE));
	arena_free(&scratch);
}

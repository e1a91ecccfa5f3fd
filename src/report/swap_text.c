#include "report/swap_view.h"
#include "report/term.h"

enum { SHOWN = 12, LABEL = 4, HANG = 21, WORDS_SHOWN = 8 };

static void sentence(struct term *t, enum ink ink, struct str text)
{
	term_to(t, 2);
	term_wrap(t, ink, 2, text);
	term_end(t);
}

static void labelled(struct term *t, const char *label, enum ink ink, struct str text)
{
	term_labelled(t, LABEL, label, INK_DIM, HANG, ink, text);
}

static void write_dateline(struct term *t, const struct swap_view *v)
{
	term_put(t, INK_STRONG, v->company);
	term_put(t, INK_PLAIN, S(" "));
	term_wrap(t, INK_DIM, 0, v->dateline);
	term_gap(t);
}

static void write_rivals(struct term *t, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	if (r->rival_count < 2)
		return;
	term_gap(t);
	for (size_t i = 0; i < r->rival_count && i < SHOWN; i++) {
		const struct swap_rival *rival = &r->rivals[i];
		term_to(t, 2);
		term_put(t, INK_THEIRS, view_vendor(v, rival->vendor));
		term_to(t, HANG);
		term_wrap(t, INK_PLAIN, HANG, view_rival_line(v, rival));
		term_end(t);
	}
	if (r->rival_count > SHOWN)
		sentence(t, INK_DIM,
			arena_fmt(t->arena, "And %zu more competitors.",
				r->rival_count - SHOWN));
}

// A place never breaks in two if it fits below the label; what follows may go on a line
// of its own.
static void write_where(
	struct term *t, struct str path, struct str where, struct str seen)
{
	const bool fits = HANG + utf8_columns(where) <= t->limit;
	if (!fits)
		term_end(t);
	term_to(t, fits ? HANG : LABEL);
	term_place(t, INK_DIM, path, where);
	if (t->column + utf8_columns(seen) > t->limit) {
		term_end(t);
		term_to(t, HANG);
		seen = str_strip(seen, ", ");
	}
	term_put(t, INK_DIM, seen);
	term_end(t);
}

static void write_theirs(struct term *t, const struct swap_view *v, const struct echo *e)
{
	const struct str name = view_vendor(v, e->vendor);
	term_labelled(t, LABEL, arena_cstr(t->arena, name), INK_THEIRS, HANG, INK_PLAIN,
		view_quote(v, e->evidence.quote));
	write_where(t, e->evidence.path, evidence_where(t->arena, &e->evidence),
		view_seen(v, &e->evidence));
}

static void write_claim(
	struct term *t, const struct swap_view *v, const struct swapped_claim *c)
{
	const struct evidence at = { .path = c->copy->source->path,
		.place = c->sentence->place };
	sentence(t, INK_STRONG, view_quote(v, c->sentence->text));
	term_to(t, LABEL);
	term_put(t, INK_DIM, view_level(c->sentence->level));
	write_where(t, at.path, evidence_where(t->arena, &at), (struct str){ 0 });
	if (c->swaps && c->swapped.len)
		labelled(t, "With their name", INK_PLAIN, view_quote(v, c->swapped));
	if (view_shows_echo(c))
		write_theirs(t, v, &c->echoes[0]);
	if (c->swaps && c->echo_count && c->verdict != VERDICT_FILLER)
		labelled(t, "In both", INK_PLAIN, view_shared(v, c));
	labelled(t, "Why", INK_PLAIN, c->reason);
	if (c->swaps)
		labelled(t, "To make it yours", INK_PLAIN, view_missing(v, c));
	else
		labelled(t, "Checkable", INK_PLAIN,
			view_list(v, c->checkable, c->checkable_count));
	term_gap(t);
}

static void write_section(
	struct term *t, const struct swap_view *v, const struct swap_section *s)
{
	const struct swapped_claim **claims = NULL;
	const size_t count = view_claims(v, s->verdict, &claims);
	if (!count)
		return;
	term_gap(t);
	term_with_figure(t, INK_STRONG, 0, str_of(s->title), INK_STRONG,
		arena_fmt(t->arena, "%zu", count));
	term_wrap(t, INK_DIM, 0, str_of(s->about));
	term_gap(t);
	for (size_t i = 0; i < count && i < SHOWN; i++)
		write_claim(t, v, claims[i]);
	if (count > SHOWN)
		sentence(t, INK_DIM,
			arena_fmt(t->arena,
				"And %zu more; candor swap --format json lists all.",
				count - SHOWN));
}

static void write_words(struct term *t, const struct swap_view *v)
{
	const struct swap_words *w = &v->result->words;
	const struct {
		const char *label;
		const struct swap_word *words;
		size_t count;
	} ROWS[] = {
		{ "You say more", w->ours, w->ours_count },
		{ "They say more", w->theirs, w->theirs_count },
		{ "All say", w->shared, w->shared_count },
	};
	if (!w->ours_count && !w->theirs_count)
		return;
	term_gap(t);
	term_put(t, INK_STRONG, S("Words"));
	term_end(t);
	for (size_t i = 0; i < COUNT(ROWS); i++)
		labelled(t, ROWS[i].label, INK_PLAIN,
			view_words(v, ROWS[i].words,
				ROWS[i].count < WORDS_SHOWN ? ROWS[i].count
							    : WORDS_SHOWN));
}

static void write_notes(struct term *t, const struct swap_view *v)
{
	const struct swap_result *r = v->result;
	if (!r->note_count)
		return;
	term_gap(t);
	term_put(t, INK_STRONG, S("What this could not see"));
	term_end(t);
	for (size_t i = 0; i < r->note_count; i++)
		sentence(t, INK_DIM, r->notes[i]);
}

void swap_text(const struct workspace *ws, const struct swap_result *result,
	const struct look *look, struct buf *out)
{
	struct arena a = { 0 };
	struct term t;
	struct swap_view v;
	term_init(&t, out, &a, look);
	view_init(&v, ws, result, &a);
	write_dateline(&t, &v);
	for (size_t i = 0; i < v.headline_count; i++)
		sentence(&t, i ? INK_PLAIN : INK_STRONG, v.headlines[i]);
	write_rivals(&t, &v);
	for (const struct swap_section *s = swap_sections; s->title; s++)
		write_section(&t, &v, s);
	write_words(&t, &v);
	write_notes(&t, &v);
	term_end(&t);
	arena_free(&a);
}

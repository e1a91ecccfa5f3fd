#include "report/brief_view.h"
#include "report/term.h"

enum { HANG = 12, LABEL_HANG = 22, SHOWN_EVIDENCE = 3, QUOTE_SHOWN = 160, BAR = 20 };
enum { NAME_COLUMNS = 20, SHARE_COLUMNS = 11 };

static enum ink ink_of(enum severity s)
{
	static const enum ink INKS[SEVERITY_COUNT] = { INK_BLOCKER, INK_SERIOUS,
		INK_WATCH, INK_GOOD };
	return INKS[s];
}

static void write_dateline(struct term *t, const struct brief *b)
{
	struct str parts[DATELINE_MAX];
	const size_t n = view_dateline(b, parts);
	for (size_t i = 0; i < n; i++) {
		if (i && t->column + 3 + utf8_columns(parts[i]) > t->limit)
			term_end(t);
		else if (i)
			term_put(t, INK_DIM, S(" · "));
		term_wrap(t, i ? INK_DIM : INK_STRONG, 0, parts[i]);
	}
	term_gap(t);
}

static void write_headline(struct term *t, const struct brief *b)
{
	term_to(t, 2);
	term_wrap(t, INK_STRONG, 2, view_headline(b));
	term_end(t);
	term_to(t, 2);
	term_wrap(t, INK_PLAIN, 2,
		b->headline.len	  ? b->cost
		: b->truths.count ? S("What may be coming stands below.")
				  : view_empty(b));
	term_gap(t);
}

static void write_signs(struct term *t, const struct brief *b)
{
	for (size_t i = 0; i < b->sign_count; i++) {
		const struct sign *s = &b->signs[i];
		const bool rate = s->now.n >= 30;
		term_to(t, 2);
		term_put(t, INK_PLAIN, s->name);
		term_to(t, 2 + NAME_COLUMNS);
		if (rate)
			term_fmt(t, INK_STRONG, "%.0f%%", s->now.value * 100);
		else
			term_fmt(t, INK_STRONG, "%zu of %zu", s->now.k, s->now.n);
		term_to(t, 2 + NAME_COLUMNS + SHARE_COLUMNS);
		if (t->look.width >= 72) {
			term_bar(t, INK_PLAIN, BAR, s->now.value, -1);
			term_put(t, INK_PLAIN, S("  "));
		}
		const size_t hang = t->column;
		term_wrap(t, INK_DIM, hang, s->sentence);
		term_end(t);
	}
	if (b->sign_count)
		term_gap(t);
}

static void write_evidence(
	struct term *t, const struct brief *b, const struct evidence *e)
{
	struct arena *a = b->ws->arena;
	term_to(t, HANG);
	term_place(t, INK_DIM, e->path, evidence_where(a, e));
	const struct str quote = utf8_safe(a, e->quote, QUOTE_SHOWN);
	const struct str when = view_when(b, e);
	const struct str line = arena_fmt(a, "%s%" PRI_STR "%s%s%" PRI_STR "%s",
		quote.len ? "“" : "", ARG_STR(quote), quote.len ? "”" : "",
		when.len ? " (" : "", ARG_STR(when), when.len ? ")" : "");
	if (t->column + 2 + utf8_columns(line) > t->limit) {
		term_end(t);
		term_to(t, HANG + 2);
	} else {
		term_put(t, INK_DIM, S("  "));
	}
	term_wrap(t, INK_DIM, HANG + 2, line);
	term_end(t);
}

static void write_objection(struct term *t, struct arena *a, const struct finding *f)
{
	if (f->they_say.len)
		term_labelled(t, HANG, "They say", INK_DIM, LABEL_HANG, INK_PLAIN,
			arena_fmt(a, "“%" PRI_STR "” %" PRI_STR, ARG_STR(f->they_say),
				ARG_STR(f->then)));
}

// A bare number needs its unit: "204 days old".
static struct str figure_of(struct arena *a, const struct finding *f)
{
	if (str_find_byte(f->figure, ' ', 0) != STR_NONE)
		return f->figure;
	return arena_fmt(
		a, "%" PRI_STR " %" PRI_STR, ARG_STR(f->figure), ARG_STR(f->figure_unit));
}

static void write_finding(struct term *t, const struct brief *b, const struct finding *f)
{
	struct arena *a = b->ws->arena;
	const enum ink ink = ink_of(f->severity);
	term_put(t, ink, term_mark(t, ink));
	term_put(t, ink, arena_fmt(a, " %s", severity_words(f->severity)));
	term_to(t, HANG);
	term_with_figure(t, INK_STRONG, HANG, f->sentence, ink, figure_of(a, f));
	if (f->detail.len) {
		term_to(t, HANG);
		term_wrap(t, INK_PLAIN, HANG, f->detail);
		term_end(t);
	}
	for (size_t i = 0; i < f->evidence_count && i < SHOWN_EVIDENCE; i++)
		write_evidence(t, b, &f->evidence[i]);
	if (f->evidence_count > SHOWN_EVIDENCE)
		term_labelled(t, HANG, "", INK_DIM, HANG, INK_DIM,
			arena_fmt(a, "and %zu more %s of evidence",
				f->evidence_count - SHOWN_EVIDENCE,
				f->evidence_count == SHOWN_EVIDENCE + 1 ? "line"
									: "lines"));
	if (f != b->headline_from)
		term_labelled(t, HANG, "Cost", INK_DIM, LABEL_HANG, INK_PLAIN, f->cost);
	term_labelled(t, HANG, "How sure", INK_DIM, LABEL_HANG, INK_PLAIN, f->doubt);
	term_labelled(t, HANG, "Bring to", INK_DIM, LABEL_HANG, INK_PLAIN,
		view_bring_to(a, f->audit));
	write_objection(t, a, f);
	term_labelled(t, HANG, "Do next", INK_STRONG, LABEL_HANG, INK_PLAIN, f->next);
	term_gap(t);
}

static void write_more(struct term *t, const struct brief *b)
{
	if (!b->more)
		return;
	term_to(t, HANG);
	term_wrap(t, INK_DIM, HANG,
		arena_fmt(b->ws->arena,
			"and %zu more below these; `candor brief --format json` counts "
			"them.",
			b->more));
	term_gap(t);
}

static void write_template(struct term *t, const struct unlock *unlock)
{
	struct str rest = str_of(unlock->template_rows), line;
	while (str_line(&rest, &line)) {
		term_to(t, 6);
		term_put(t, INK_DIM, line);
		term_end(t);
	}
}

static void write_unlock(
	struct term *t, const struct brief *b, const struct unlock_group *g, bool first)
{
	struct arena *a = b->ws->arena;
	struct buf ids = { 0 };
	term_to(t, 2);
	term_put(t, INK_STRONG, str_of(g->unlock->file));
	term_end(t);
	term_to(t, 6);
	for (size_t i = 0; i < g->count; i++)
		buf_fmt(&ids, "%s%s", i ? ", " : "", g->findings[i]->audit->id);
	term_wrap(t, INK_PLAIN, 6, buf_str(&ids));
	term_end(t);
	buf_done(&ids);
	for (size_t i = 0; i < g->count; i++)
		if (g->findings[i]->audit->run &&
			str_find_byte(g->findings[i]->why_silent, ',', 0) != STR_NONE)
			term_labelled(t, 6, "", INK_DIM, 6, INK_DIM,
				arena_fmt(a, "%s %" PRI_STR, g->findings[i]->audit->id,
					ARG_STR(g->findings[i]->why_silent)));
	if (first)
		write_template(t, g->unlock);
}

static void write_silent(struct term *t, const struct brief *b)
{
	struct arena *a = b->ws->arena;
	struct unlock_group groups[FACT_COUNT];
	const size_t count = view_unlocks(b, groups);
	if (!b->silent.count)
		return;
	term_wrap(t, INK_STRONG, 0,
		arena_fmt(a, "%zu of %zu truths cannot be judged yet.%s", b->silent.count,
			view_asked(b), count ? " What would unlock them:" : ""));
	term_end(t);
	for (size_t i = 0; i < count; i++)
		write_unlock(t, b, &groups[i], !i);
	term_labelled(t, 2, "", INK_DIM, 2, INK_DIM, view_judged(b));
	if (b->unjudged)
		term_labelled(t, 2, "", INK_DIM, 2, INK_DIM, view_unjudged(b));
	term_gap(t);
}

static void write_quiet(struct term *t, const struct brief *b)
{
	struct buf out = { 0 };
	if (!b->quiet.count)
		return;
	buf_fmt(&out, "Asked and in order: ");
	for (size_t i = 0; i < b->quiet.count; i++)
		buf_fmt(&out, "%s%s", i ? ", " : "", b->quiet.at[i].audit->id);
	buf_byte(&out, '.');
	term_wrap(t, INK_DIM, 2, buf_str(&out));
	term_end(t);
	buf_done(&out);
}

static void write_silenced(struct term *t, const struct brief *b)
{
	struct arena *a = b->ws->arena;
	for (size_t i = 0; i < b->silenced.count; i++) {
		const struct finding *f = &b->silenced.at[i];
		term_wrap(t, INK_DIM, 2,
			arena_fmt(a,
				"Silenced until %" PRI_STR " by %" PRI_STR " (%" PRI_STR
				"): %s.",
				ARG_STR(date_words(a, f->silence->until)),
				ARG_STR(f->silence->owner), ARG_STR(f->silence->reason),
				f->audit->id));
		term_end(t);
	}
}

static void write_skipped(struct term *t, const struct brief *b)
{
	struct arena *a = b->ws->arena;
	size_t shown = 0;
	if (!b->skipped)
		return;
	term_wrap(t, INK_BLOCKER, 2,
		arena_fmt(a, "%zu %s could not be read. Everything else was.", b->skipped,
			b->skipped == 1 ? "file" : "files"));
	term_end(t);
	for (size_t i = 0; i < b->ws->source_count && shown < 5; i++) {
		const struct source *s = &b->ws->sources[i];
		if (s->state != SOURCE_SKIPPED)
			continue;
		shown++;
		term_to(t, 2);
		term_wrap(t, INK_DIM, 4,
			arena_fmt(a, "%" PRI_STR ": %" PRI_STR "%s%" PRI_STR ".",
				ARG_STR(s->path), ARG_STR(s->reason),
				s->repair.len ? "; " : "", ARG_STR(s->repair)));
		term_end(t);
	}
	if (shown < b->skipped)
		term_labelled(t, 2, "", INK_DIM, 4, INK_DIM,
			S("`candor status` lists the others."));
}

// Standing lines, never counted as truths.
static void write_credit(struct term *t, const struct brief *b)
{
	struct arena *a = b->ws->arena;
	if (!b->credit_count)
		return;
	term_put(t, INK_STRONG, S("Credit due"));
	term_end(t);
	for (size_t i = 0; i < b->credit_count; i++) {
		const struct credit *c = &b->credits[i];
		term_to(t, 2);
		term_wrap(t, INK_PLAIN, 2, c->sentence);
		term_end(t);
		for (size_t k = 0; k < c->evidence_count; k++) {
			term_to(t, 4);
			term_place(t, INK_DIM, c->evidence[k].path,
				evidence_where(a, &c->evidence[k]));
			term_end(t);
		}
		term_labelled(t, 4, "Send", INK_STRONG, 10, INK_PLAIN, c->note);
	}
	term_gap(t);
}

void brief_text(const struct brief *b, const struct look *look, struct buf *out)
{
	struct term t;
	struct arena *a = b->ws->arena;
	term_init(&t, out, a, look);
	write_dateline(&t, b);
	write_headline(&t, b);
	write_signs(&t, b);
	for (size_t i = 0; i < b->truths.count; i++)
		write_finding(&t, b, &b->truths.at[i]);
	write_more(&t, b);
	for (size_t i = 0; i < b->working.count; i++)
		write_finding(&t, b, &b->working.at[i]);
	write_credit(&t, b);
	write_silent(&t, b);
	write_quiet(&t, b);
	write_silenced(&t, b);
	write_skipped(&t, b);
	if (b->quiet.count || b->silenced.count || b->skipped)
		term_gap(&t);
	const struct str tally = view_tally(b);
	term_wrap(&t, INK_PLAIN, 0,
		arena_fmt(a,
			"%c%" PRI_STR
			". `candor brief --format html -o brief.html` for a page to "
			"send.",
			tally.at[0] >= 'a' && tally.at[0] <= 'z' ? tally.at[0] - 32
								 : tally.at[0],
			ARG_STR(str_from(tally, 1))));
	term_end(&t);
}

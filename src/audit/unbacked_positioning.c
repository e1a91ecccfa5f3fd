#include "audit/list.h"
#include "audit/market_say.h"
#include "audit/say.h"

enum { FRESH_DAYS = 365, CHANGED_DAYS = 183, NAMED = 3 };

// The lines of the canvas that no buyer stands behind, or none of late.
struct unbacked {
	const struct backing **at;
	size_t count, lines;
	bool changed; // one of them is new on the canvas within six months
};

static bool is_stale(const struct facts *facts, const struct backing *b)
{
	return !b->buyers || !date_set(b->newest) ||
	       facts->ws->as_of.days - b->newest.days > FRESH_DAYS;
}

// Whether a line stands on the canvas only since less than half a year.
static bool is_new(const struct facts *facts, const struct backing *b)
{
	const struct papers *p = &facts->ws->papers;
	const struct canvas *before = NULL;
	for (size_t i = 0; i < p->canvas_count; i++) {
		const struct canvas *c = &p->canvases[i];
		if (date_set(c->effective) &&
			facts->ws->as_of.days - c->effective.days >= CHANGED_DAYS)
			before = c; // oldest first
	}
	if (!before)
		return false;
	const struct paper_lines *lines = &before->elements[b->part];
	for (size_t i = 0; i < lines->count; i++)
		if (str_eq(lines->at[i].text, b->text))
			return false;
	return true;
}

// Category and segment first: everything else leans on them.
static int rank_of(const struct backing *b)
{
	static const int RANK[ELEMENT_COUNT] = { [ELEMENT_CATEGORY] = 0,
		[ELEMENT_SEGMENT] = 1,
		[ELEMENT_VALUE] = 2,
		[ELEMENT_ATTRIBUTES] = 3,
		[ELEMENT_ALTERNATIVES] = 4 };
	return RANK[b->part];
}

static struct unbacked unbacked_of(const struct facts *facts)
{
	const struct market *m = facts->market;
	struct unbacked u = { .at = ARENA_ARRAY(facts->ws->arena, const struct backing *,
				      m->backing_count + 1) };
	for (size_t i = 0; i < m->backing_count; i++) {
		const struct backing *b = &m->backings[i];
		if (b->kind != BACKING_ELEMENT)
			continue;
		u.lines++;
		if (!is_stale(facts, b))
			continue;
		size_t at = u.count++;
		for (; at > 0 && rank_of(b) < rank_of(u.at[at - 1]); at--)
			u.at[at] = u.at[at - 1];
		u.at[at] = b;
		u.changed |= is_new(facts, b);
	}
	return u;
}

// "market category", or "value “Nothing is lost”" where an element has several lines.
static struct str line_words(struct arena *a, const struct backing *b)
{
	const bool one = b->part == ELEMENT_CATEGORY || b->part == ELEMENT_SEGMENT;
	if (one)
		return arena_fmt(a, "the %s", element_name(b->part));
	return say_quote(a, b->text, 50);
}

static struct str rests_on(
	struct arena *a, const struct facts *facts, const struct backing *b)
{
	if (!b->buyers)
		return S("on none");
	if (!date_set(b->newest))
		return arena_fmt(a, "on %" PRI_STR " without a date",
			ARG_STR(say_number(a, b->buyers)));
	return arena_fmt(a, "on %" PRI_STR ", newest %" PRI_STR,
		ARG_STR(say_number(a, b->buyers)),
		ARG_STR(say_day(a, b->newest, facts->ws->as_of)));
}

static struct str lines_words(
	struct arena *a, const struct facts *facts, const struct unbacked *u)
{
	struct str parts[NAMED] = { { 0 } };
	const size_t count = u->count < NAMED ? u->count : NAMED;
	for (size_t i = 0; i < count; i++)
		parts[i] = arena_fmt(a, "%" PRI_STR " %" PRI_STR,
			ARG_STR(line_words(a, u->at[i])),
			ARG_STR(rests_on(a, facts, u->at[i])));
	struct str said = parts[0];
	for (size_t i = 1; i < count; i++)
		said = arena_fmt(
			a, "%" PRI_STR "; %" PRI_STR, ARG_STR(said), ARG_STR(parts[i]));
	return said;
}

static void cite(const struct facts *facts, const struct unbacked *u, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	for (size_t i = 0; i < u->count && i < EVIDENCE_SHOWN; i++) {
		const struct backing *b = u->at[i];
		struct evidence *e = market_cite(f, a, &b->at,
			b->buyers ? S("no buyer of the last 12 months") : S("no buyer"));
		if (e && b->by_witness[WITNESS_SELLER] && !b->buyers)
			e->note = S("sellers’ word only");
	}
	finding_date(f);
}

static void say(const struct facts *facts, const struct audit *audit,
	const struct unbacked *u, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct market *m = facts->market;
	struct finding *f = finding_add(out, a, audit);
	f->outcome = OUTCOME_FIRES;
	f->certainty = CERTAINTY_LIKELY;
	f->severity = u->changed ? SEVERITY_SERIOUS : audit->severity;
	f->subject = S("positioning");
	f->headline = arena_fmt(a,
		"%" PRI_STR
		" lines of the canvas rest on no buyer of the last 12 months.",
		ARG_STR(say_of_first(a, u->count, "of", u->lines)));
	f->sentence = arena_fmt(a,
		"%" PRI_STR
		" lines of the canvas rest on no buyer of the last 12 months: "
		"%" PRI_STR ".",
		ARG_STR(say_of_first(a, u->count, "of", u->lines)),
		ARG_STR(lines_words(a, facts, u)));
	f->detail = arena_fmt(a,
		"Counted are what %" PRI_STR " buyers said in %" PRI_STR
		", and the references in "
		"the canvas; those to deals are sellers’ words.",
		ARG_STR(words_number(a, m->buyers)), ARG_STR(market_say_heard(a, m)));
	if (u->changed)
		f->detail =
			arena_fmt(a, "%" PRI_STR " Some of it changed within six months.",
				ARG_STR(f->detail));
	f->next = arena_fmt(a,
		"Write behind each line of %" PRI_STR
		" the call or interview it rests on, beginning with %" PRI_STR ".",
		ARG_STR(say_name(a, u->at[0]->at.path)),
		ARG_STR(line_words(a, u->at[0])));
	f->doubt = say_doubt(a, f->certainty,
		S("the references are counted; of what buyers said in words of their "
		  "own, "
		  "part is found, see candor market."));
	f->size = share_wilson(u->count, u->lines);
	f->size.low = f->size.high = f->size.value; // all lines, not a sample of them
	f->size.method = "counted";
	f->figure = say_ratio(a, u->count, u->lines, "");
	f->figure_unit = S("lines on nobody");
	f->they_say = S("Everybody here knows that it is so.");
	f->then = S("Then a buyer who says it is quickly found, and the line stands.");
	cite(facts, u, f);
}

static void unbacked_positioning_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	const struct market *m = facts->market;
	if (!m || !m->buyers) {
		finding_silent(out, facts->ws->arena, audit,
			S("needs one call, interview or review in which a buyer speaks"),
			&fact_kinds[FACT_INTERVIEWS].unlock);
		return;
	}
	const struct unbacked u = unbacked_of(facts);
	if (u.count)
		say(facts, audit, &u, out);
}

static const int DEMANDS[] = { 6, 14, 0 };

const struct audit audit_unbacked_positioning = {
	.id = "unbacked-positioning",
	.number = "F04",
	.group = "voices",
	.title = "Which parts of the positioning rest on no buyer?",
	.why = "An element without evidence is changed by whoever speaks last.",
	.minimum = "a positioning canvas, and one call, interview or review in which a "
		   "buyer speaks",
	.needs = NEEDS(FACT_CANVAS),
	.severity = SEVERITY_WATCH,
	.bring_to = "product-marketing",
	.demands = DEMANDS,
	.fires_on = "unbacked-positioning-fires",
	.silent_on = "unbacked-positioning-silent",
	.run = unbacked_positioning_run,
};

#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/market_say.h"
#include "audit/say.h"

enum { TALKS_MIN = 20 };
/*
 * How sure silence is: were a pain that of every fifth buyer, and only every fifth of
 * them understood (docs/methods.md: of stories told, so many are), each buyer would be
 * heard with it once in 25.
 */
static const double HEARD = 0.04;

static bool is_judged(const struct backing *b)
{
	return b->kind == BACKING_PILLAR ||
	       (b->kind == BACKING_ELEMENT && b->part == ELEMENT_VALUE);
}

static bool is_rejected(const struct facts *facts, const struct backing *b)
{
	const struct records *r = &facts->ws->records;
	for (size_t i = 0; b->kind == BACKING_PILLAR && i < r->pillars.count; i++) {
		const struct pillar *p = &r->pillars.at[i];
		if (str_eq(p->id, b->id) && str_eq(p->pillar, b->text))
			return str_eq(p->status, S("rejected")) ||
			       str_eq(p->status, S("expired"));
	}
	return false;
}

static double chance_of(const struct backing *b, size_t buyers)
{
	return 1 - chance_of_at_least(b->recent + 1, buyers, HEARD);
}

static void cite(const struct facts *facts, const struct backing *b, struct finding *f)
{
	struct arena *a = facts->ws->arena;
	const struct market *m = facts->market;
	const struct backing *top[2];
	(void)market_cite(f, a, &b->at, S("what we say")); // there is room
	for (size_t i = 0; i < m->backing_count; i++) {
		const struct backing *pain = &m->backings[i];
		if (pain->kind == BACKING_PAIN && b->pain_count &&
			pain->pains[0] == b->pains[0])
			(void)market_cite(
				f, a, &pain->at, S("the pain it answers")); // enough
	}
	for (size_t i = 0; i < b->quote_count; i++)
		market_cite_quote(f, a, &b->quotes[i], S("a buyer who does voice it"));
	const size_t count = market_top_pains(m, COUNT(top), top);
	for (size_t i = 0; i < count; i++)
		if (top[i]->quote_count)
			market_cite_quote(
				f, a, &top[i]->quotes[0], S("what buyers do say"));
	finding_date(f);
}

static struct str source_words(struct arena *a, const struct backing *b)
{
	if (!b->pain_count)
		return S("no pain is named for it");
	if (b->assumed.len)
		return arena_fmt(a, "its source is %" PRI_STR,
			ARG_STR(say_quote(a, b->assumed, 60)));
	if (str_trim(b->pains[0]->source).len)
		return arena_fmt(a, "its source is %" PRI_STR,
			ARG_STR(say_name(a, b->pains[0]->source)));
	return S("no source is given");
}

static struct str doubt_of(struct arena *a, enum certainty c, double chance, size_t all)
{
	if (c == CERTAINTY_EARLY)
		return say_doubt(a, c,
			arena_fmt(a,
				"with %" PRI_STR
				" buyers, the pain of every fifth could have "
				"stayed "
				"unheard.",
				ARG_STR(words_number(a, all))));
	return say_doubt(a, c,
		arena_fmt(a,
			"were it the pain of every fifth buyer, and one in five of them "
			"understood, %" PRI_STR " that so few are heard with it.",
			ARG_STR(words_chance(a, chance))));
}

static void say(const struct facts *facts, const struct audit *audit,
	const struct backing *b, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const size_t all = facts->market->buyers_recent;
	struct finding *f = finding_add(out, a, audit);
	const struct str name = say_quote(a, b->text, 60);
	const char *what = b->kind == BACKING_PILLAR ? "Pillar" : "Value";
	const double chance = chance_of(b, all);
	f->outcome = OUTCOME_FIRES;
	f->certainty = certainty_of(chance, all);
	f->severity = severity_at(audit->severity, f->certainty);
	f->subject = b->id.len ? b->id : b->text;
	f->root = arena_fmt(a, "pain %" PRI_STR,
		ARG_STR(b->pain_count ? b->pains[0]->id : f->subject));
	f->sentence = arena_fmt(a,
		"%s %" PRI_STR " answers a pain that %" PRI_STR
		" buyers voiced; %" PRI_STR ".",
		what, ARG_STR(name), ARG_STR(market_say_of(a, b->recent, all)),
		ARG_STR(source_words(a, b)));
	f->headline =
		arena_fmt(a, "%" PRI_STR " buyers voiced what %" PRI_STR " answers.",
			ARG_STR(b->recent ? say_of_first(a, b->recent, "of", all)
					  : arena_fmt(a, "None of %" PRI_STR,
						    ARG_STR(words_number(a, all)))),
			ARG_STR(say_quote(a, b->text, 40)));
	f->detail = market_say_top(a, facts->market);
	if (b->pain_count)
		f->detail = arena_fmt(a,
			"The pain: %" PRI_STR ". Heard in the last 12 months. %" PRI_STR,
			ARG_STR(say_quote(a, b->pains[0]->pain, 90)), ARG_STR(f->detail));
	f->next = arena_fmt(a,
		"Hold five open buyer talks about it, or retire it in %" PRI_STR ".",
		ARG_STR(say_name(a, b->at.path)));
	f->doubt = doubt_of(a, f->certainty, chance, all);
	f->size = share_wilson(b->recent, all);
	f->figure = say_ratio(a, b->recent, all, "");
	f->figure_unit = S("buyers voice it");
	f->they_say = S("Buyers do not say it, but they have it.");
	f->then = S("Then five open talks will hear it; until one does, it rests on our "
		    "own word.");
	cite(facts, b, f);
}

static bool fails(const struct facts *facts, const struct backing *b)
{
	return is_judged(b) && b->asked_by_words && b->recent < MARKET_FEW &&
	       !is_rejected(facts, b);
}

// Whether a pillar that answers the same pain speaks for this value.
static bool is_said(const struct market *m, const struct backing *value)
{
	for (size_t i = 0; i < m->backing_count; i++) {
		const struct backing *b = &m->backings[i];
		if (b->kind == BACKING_PILLAR && b->recent < MARKET_FEW &&
			value->pain_count && b->pain_count &&
			b->pains[0] == value->pains[0])
			return true;
	}
	return false;
}

static void assumption_value_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct market *m = facts->market;
	const size_t talks = m ? m->calls_recent + m->interviews_recent : 0;
	if (talks < TALKS_MIN) {
		finding_silent(out, a, audit,
			arena_fmt(a,
				"needs %d calls or interviews of the last 12 months with "
				"a known buyer, has %" PRI_STR,
				TALKS_MIN, ARG_STR(words_number(a, talks))),
			&fact_kinds[FACT_CALLS].unlock);
		return;
	}
	for (size_t i = 0; i < m->backing_count; i++)
		if (m->backings[i].kind == BACKING_PILLAR &&
			fails(facts, &m->backings[i]))
			say(facts, audit, &m->backings[i], out);
	for (size_t i = 0; i < m->backing_count; i++)
		if (m->backings[i].kind == BACKING_ELEMENT &&
			fails(facts, &m->backings[i]) && !is_said(m, &m->backings[i]))
			say(facts, audit, &m->backings[i], out);
}

static const int DEMANDS[] = { 11, 25, 0 };

const struct audit audit_assumption_value = {
	.id = "assumption-value",
	.number = "F03",
	.group = "voices",
	.title = "Which pillar answers a pain that buyers never voiced?",
	.why = "Value built on internal assumptions is defended in every meeting and "
	       "bought by nobody.",
	.minimum = "twenty calls or interviews of the last twelve months, and pillars "
		   "with the pain they answer; fewer than three buyers voice it",
	.needs = NEEDS(FACT_MESSAGES),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "product;leadership",
	.demands = DEMANDS,
	.fires_on = "assumption-value-fires",
	.silent_on = "assumption-value-silent",
	.run = assumption_value_run,
};

#include "audit/deal_facts.h"
#include "audit/ladder.h"
#include "audit/list.h"
#include "audit/say.h"

enum { DECIDED_MIN = 8 };
static const double NOTHING_SHARE = 0.4; // of decided deals; 40 to 60 % is usual (HBR on
					 // JOLT, 2.5M recorded conversations)

static const char NOT_CAUSE[] =
	"Deals were not assigned at random, so part of it may be which deals they meet "
	"you in.";

static struct str since_words(const struct facts *facts)
{
	return say_day(facts->ws->arena, facts->overall->from, facts->ws->as_of);
}

// Every competitor of the table was looked at, so the chance is the adjusted one.
static struct str doubt_of(
	const struct facts *facts, const struct deal_group *g, enum certainty c)
{
	struct arena *a = facts->ws->arena;
	if (c != CERTAINTY_EARLY)
		return say_doubt(a, c,
			arena_fmt(a,
				"%" PRI_STR " that a gap this large is luck, allowing "
				"for the %" PRI_STR " groups "
				"compared. %s",
				ARG_STR(words_chance(a, g->q)),
				ARG_STR(words_number(a, facts->by_rival->group_count)),
				NOT_CAUSE));
	const size_t more = cases_missing(g->rate.value, g->rest.value, g->rate.n);
	struct str settle = S("no realistic number of deals would settle it.");
	if (more != SIZE_MAX)
		settle = arena_fmt(a, "about %" PRI_STR " more would settle it.",
			ARG_STR(words_number(a, more ? more : LADDER_CASES)));
	return say_doubt(a, c,
		arena_fmt(a, "%" PRI_STR " decided deals; %" PRI_STR " %s",
			ARG_STR(words_number(a, g->rate.n)), ARG_STR(settle), NOT_CAUSE));
}

static void cite_examples(
	const struct facts *facts, const struct deal_group *g, struct finding *f)
{
	for (size_t i = 0; i < g->example_count; i++) {
		struct evidence *e = finding_cite(f, facts->ws->arena);
		if (e)
			*e = g->examples[i];
	}
	finding_date(f);
}

static void say_rival(const struct facts *facts, const struct audit *audit, size_t vendor,
	const struct deal_group *g, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct vendor *rival = &facts->ws->vendors.at[vendor];
	const int64_t lost = g->cents[DEAL_LOST];
	const struct str name = say_name(a, rival->name);
	struct finding *f = finding_add(out, a, audit);
	f->certainty = certainty_of(g->q, g->rate.n);
	f->severity = severity_at(SEVERITY_SERIOUS, f->certainty);
	f->subject = rival->id;
	f->root = arena_fmt(a, "rival:%" PRI_STR, ARG_STR(rival->id));
	f->sentence = arena_fmt(a,
		"Against %" PRI_STR " you won %" PRI_STR " since %" PRI_STR
		"; elsewhere %" PRI_STR ".",
		ARG_STR(name), ARG_STR(say_counts(a, &g->rate, " decided deals")),
		ARG_STR(since_words(facts)), ARG_STR(say_counts(a, &g->rest, "")));
	if (g->rate.n >= LADDER_CASES)
		f->detail = arena_fmt(a,
			"The true rate against them lies %" PRI_STR ", 19 times in 20.",
			ARG_STR(say_between(a, &g->rate)));
	if (lost)
		f->cost = arena_fmt(a,
			"Deals worth %" PRI_STR " were lost against %" PRI_STR
			" since %" PRI_STR " (%" PRI_STR " of %" PRI_STR ").",
			ARG_STR(say_money(a, facts, lost)), ARG_STR(name),
			ARG_STR(since_words(facts)),
			ARG_STR(words_number(a, g->counts[DEAL_LOST])),
			ARG_STR(words_number(a, g->rate.n)));
	struct str first = S("the deals below");
	if (g->example_count)
		first = evidence_where(a, &g->examples[0]);
	f->next = arena_fmt(a,
		"Read these losses, beginning with %" PRI_STR ", write the %" PRI_STR
		" card from what buyers said there, and ask sales which of them to "
		"qualify "
		"out.",
		ARG_STR(first), ARG_STR(name));
	f->doubt = doubt_of(facts, g, f->certainty);
	f->figure = say_ratio(a, g->rate.k, g->rate.n, "");
	f->figure_unit = S("deals won");
	f->they_say = S("Those deals were never ours.");
	f->then =
		S("Then they can be told apart before the proposal; the rule for that is "
		  "the decision to take.");
	f->size = g->rate;
	f->stake_cents = lost + g->cents[DEAL_OPEN];
	cite_examples(facts, g, f);
}

static size_t run_rivals(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	const struct vendors *vendors = &facts->ws->vendors;
	size_t largest = 0;
	for (size_t v = 0; v < vendors->count; v++) {
		const struct deal_group *g = group_of_vendor(facts, v);
		if (!g || vendors->at[v].kind != VENDOR_RIVAL)
			continue;
		largest = g->rate.n > largest ? g->rate.n : largest;
		if (g->rate.n >= DECIDED_MIN && g->rate.high < facts->overall->rate.value)
			say_rival(facts, audit, v, g, out);
	}
	return largest;
}

static struct str nothing_doubt(
	struct arena *a, const struct estimate *e, enum certainty c, double chance)
{
	if (c != CERTAINTY_EARLY)
		return say_doubt(a, c,
			arena_fmt(a,
				"%" PRI_STR
				" that deals like these end in nothing less than 4 times "
				"in 10.",
				ARG_STR(words_chance(a, chance))));
	const size_t more = cases_missing(e->value, NOTHING_SHARE, e->n);
	if (more == SIZE_MAX || !more)
		return say_doubt(a, c,
			arena_fmt(a,
				"the %" PRI_STR
				" deals are counted; whether it stays above 4 in "
				"10 they cannot say.",
				ARG_STR(words_number(a, e->n))));
	return say_doubt(a, c,
		arena_fmt(a,
			"%" PRI_STR " decided deals; about %" PRI_STR
			" more would settle it.",
			ARG_STR(words_number(a, e->n)), ARG_STR(words_number(a, more))));
}

static void run_nothing(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const struct estimate *e = &facts->overall->no_decision;
	if (e->n < DECIDED_MIN || e->value < NOTHING_SHARE)
		return;
	const double chance = chance_of_at_least(e->k, e->n, NOTHING_SHARE);
	const struct str instead = say_name(a, deal_alternative(facts));
	const int64_t open = facts->overall->cents[DEAL_OPEN];
	struct finding *f = finding_add(out, a, audit);
	f->certainty = certainty_of(chance, e->n);
	f->severity = severity_at(SEVERITY_SERIOUS, f->certainty);
	f->subject = S("no-decision");
	f->sentence = arena_fmt(a,
		"%" PRI_STR " since %" PRI_STR
		" ended in nothing: the rival is “%" PRI_STR "”.",
		ARG_STR(say_counts(a, e, " decided deals")), ARG_STR(since_words(facts)),
		ARG_STR(instead));
	f->cost = arena_fmt(a, "They were worth %" PRI_STR ".",
		ARG_STR(say_money(a, facts, facts->overall->cents[DEAL_NO_DECISION])));
	f->next = arena_fmt(a,
		"Ask sales for the last five of these and what the buyer does instead; "
		"write "
		"the first card against “%" PRI_STR "”.",
		ARG_STR(instead));
	f->doubt = nothing_doubt(a, e, f->certainty, chance);
	f->figure = say_ratio(a, e->k, e->n, "");
	f->figure_unit = S("ended in nothing");
	f->they_say = S("Some deals always go quiet.");
	f->then = S("Many do, in every market; a team that knows which ones can stop "
		    "spending on them.");
	f->size = *e;
	f->stake_cents = facts->overall->cents[DEAL_NO_DECISION] + open;
	deal_cite(facts, f, &(struct deal_filter){ .outcome = DEAL_NO_DECISION });
	finding_date(f);
}

static void losing_to_run(
	const struct facts *facts, const struct audit *audit, struct findings *out)
{
	struct arena *a = facts->ws->arena;
	const size_t before = out->count;
	if (!facts->overall->rate.n || facts->ws->deals.conversion) {
		finding_silent(out, a, audit,
			S("needs lost deals beside the won ones; this export has none"),
			&fact_kinds[FACT_DEALS].unlock);
		return;
	}
	const size_t largest = run_rivals(facts, audit, out);
	run_nothing(facts, audit, out);
	if (out->count > before || largest >= DECIDED_MIN)
		return;
	const struct str has =
		facts->by_rival
			? arena_fmt(a, "has %" PRI_STR, ARG_STR(words_number(a, largest)))
			: S("no deal names a competitor");
	finding_silent(out, a, audit,
		arena_fmt(a, "needs %d decided deals against one competitor; %" PRI_STR,
			DECIDED_MIN, ARG_STR(has)),
		&fact_kinds[FACT_DEALS].unlock);
}

static const int DEMANDS[] = { 26, 44, 0 };

const struct audit audit_losing_to = {
	.id = "losing-to",
	.number = "F10",
	.group = "deals",
	.title = "To whom, or to what, do you lose?",
	.why = "A competitor that wins clearly more often than the rest shows where the "
	       "claim, "
	       "the card or the choice of deals is wrong.",
	.minimum =
		"eight decided deals against one competitor, or eight decided deals for "
		"those "
		"that ended in nothing",
	.needs = NEEDS(FACT_DEALS),
	.severity = SEVERITY_SERIOUS,
	.bring_to = "sales;product",
	.demands = DEMANDS,
	.fires_on = "losing-to-fires",
	.silent_on = "losing-to-silent",
	.run = losing_to_run,
};
